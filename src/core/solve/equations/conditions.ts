import { multiply, num, relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { signOf } from '../../math/rational.ts';
import { sameExpr } from '../../math/tree.ts';
import { isZero, rationalOf } from './tidy.ts';

/** Conditions "… ≠ 0", "… > 0" and "… ≥ 0" as short as they can be said, each once, without those that always hold. */
export function shortConditions(conditions: readonly Expr[]): readonly Expr[] {
  const found = conditions.flatMap((item) => (item.kind === 'and' ? item.items : [item])).flatMap(shortened);
  return found.filter((item, index) => found.findIndex((other) => sameExpr(other, item)) === index);
}

function shortened(condition: Expr): readonly Expr[] {
  if (condition.kind !== 'relation' || condition.operators.length !== 1) return [condition];
  const [left, right] = condition.operands;
  const [operator] = condition.operators;
  if (left === undefined || right === undefined || !isZero(right)) return [condition];
  switch (operator) {
    case '!=':
      return nonzeroFactors(left).map((factor) => relation(factor, '!=', num(0)));
    case '>':
      return isPositive(left) ? [] : [relation(withoutPositive(left), '>', num(0))];
    case '>=':
      return isNonnegative(left) ? [] : [relation(withoutPositive(left), '>=', num(0))];
    default:
      return [condition];
  }
}

/** What must not be 0 so that the product isn't. Denominators are not 0 where the problem has a meaning. */
function nonzeroFactors(expr: Expr): readonly Expr[] {
  if (isPositive(expr)) return [];
  switch (expr.kind) {
    case 'negate':
      return nonzeroFactors(expr.operand);
    case 'divide':
      return nonzeroFactors(expr.numerator);
    case 'multiply':
      return expr.factors.flatMap(nonzeroFactors);
    case 'power':
      return (rationalOf(expr.exponent)?.s ?? 0n) > 0n ? nonzeroFactors(expr.base) : [expr];
    default:
      return [expr];
  }
}

function withoutPositive(expr: Expr): Expr {
  if (expr.kind === 'divide' && isPositive(expr.denominator)) return withoutPositive(expr.numerator);
  if (expr.kind !== 'multiply') return expr;
  const rest = expr.factors.filter((factor) => !isPositive(factor));
  return rest.length === 0 ? expr : multiply(...rest);
}

function isPositive(expr: Expr): boolean {
  const exact = rationalOf(expr);
  if (exact !== undefined) return signOf(exact) > 0;
  switch (expr.kind) {
    case 'constant':
      return expr.name === 'pi' || expr.name === 'e';
    case 'add':
      return expr.terms.every(isNonnegative) && expr.terms.some(isPositive);
    case 'multiply':
      return expr.factors.every(isPositive);
    case 'divide':
      return isPositive(expr.numerator) && isPositive(expr.denominator);
    case 'power':
      return isPositive(expr.base);
    case 'root':
      return isPositive(expr.radicand);
    default:
      return false;
  }
}

/** Where it has a value. */
function isNonnegative(expr: Expr): boolean {
  if (isPositive(expr) || isZero(expr)) return true;
  switch (expr.kind) {
    case 'add':
      return expr.terms.every(isNonnegative);
    case 'multiply':
      return expr.factors.every(isNonnegative);
    case 'divide':
      return isNonnegative(expr.numerator) && isNonnegative(expr.denominator);
    case 'power': {
      const exponent = rationalOf(expr.exponent);
      return exponent?.d === 1n && exponent.n % 2n === 0n;
    }
    case 'abs':
      return true;
    case 'root':
      return expr.index === undefined;
    default:
      return false;
  }
}
