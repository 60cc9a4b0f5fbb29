import { num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, hasSymbol, sameExpr } from '../../math/tree.ts';
import { coefficientsIn, degreeOf, subtractCoefficients } from './coefficients.ts';
import { isZero, rationalOf } from './tidy.ts';

export type EquationClass =
  /** The unknown does not occur. */
  | 'constant'
  | 'product'
  | 'linear'
  | 'quadratic'
  | 'polynomial'
  | 'absolute'
  | 'rational'
  | 'radical'
  | 'exponential'
  | 'logarithmic'
  | 'trigonometric'
  | 'other';

/** What an equation in one unknown is to a person who looks at it; the method follows from this. */
export function classify(line: Expr, unknown: string): EquationClass {
  if (line.kind !== 'relation' || line.operators.join() !== '=') return 'other';
  const [left = num(0), right = num(0)] = line.operands;
  if (!hasSymbol(line, unknown)) return 'constant';
  if (factorsWith(left, right, unknown).length > 0) return 'product';
  const [own, other] = [coefficientsIn(left, unknown), coefficientsIn(right, unknown)];
  if (own !== undefined && other !== undefined) {
    const degree = degreeOf(subtractCoefficients(own, other));
    return degree <= 1 ? 'linear' : degree === 2 ? 'quadratic' : 'polynomial';
  }
  const has = (test: (node: Expr) => boolean): boolean =>
    contains(line, (node) => test(node) && hasSymbol(node, unknown));
  if (has((node) => node.kind === 'abs')) return 'absolute';
  if (has((node) => node.kind === 'call' && (node.name === 'ln' || node.name === 'log'))) return 'logarithmic';
  if (
    has(
      (node) =>
        (node.kind === 'power' && hasSymbol(node.exponent, unknown)) || (node.kind === 'call' && node.name === 'exp'),
    )
  )
    return 'exponential';
  if (has((node) => node.kind === 'call' && trigonometric.has(node.name))) return 'trigonometric';
  if (has((node) => node.kind === 'root' || (node.kind === 'power' && isFraction(node.exponent)))) return 'radical';
  if (
    has(
      (node) =>
        (node.kind === 'divide' && hasSymbol(node.denominator, unknown)) ||
        (node.kind === 'power' && isNegativeExponent(node.exponent)),
    )
  )
    return 'rational';
  return 'other';
}

const trigonometric = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

function isFraction(exponent: Expr): boolean {
  const exact = rationalOf(exponent);
  return exact !== undefined && exact.d !== 1n;
}

function isNegativeExponent(exponent: Expr): boolean {
  const exact = rationalOf(exponent);
  return exact !== undefined && exact.s < 0n;
}

/** The bases of the factors that contain the unknown, where one side is 0 and the other is written as a product of several or as a power. */
export function factorsWith(left: Expr, right: Expr, unknown: string): readonly Expr[] {
  const product = isZero(right) ? left : isZero(left) ? right : undefined;
  if (product === undefined) return [];
  const bases: Expr[] = [];
  const seen = { power: false };
  const collect = (expr: Expr): boolean => {
    if (!hasSymbol(expr, unknown)) return !isZero(expr);
    switch (expr.kind) {
      case 'negate':
        return collect(expr.operand);
      case 'multiply':
        return expr.factors.every(collect);
      case 'divide':
        return !hasSymbol(expr.denominator, unknown) && collect(expr.numerator);
      case 'power': {
        const exponent = rationalOf(expr.exponent);
        if (exponent?.d !== 1n || exponent.s < 0n || exponent.n === 0n) break;
        seen.power = expr.base.kind !== 'symbol';
        return collect(expr.base);
      }
      default:
        break;
    }
    if (!bases.some((base) => sameExpr(base, expr))) bases.push(expr);
    return true;
  };
  if (!collect(product)) return [];
  const isSymbolOnly = bases.every((base) => base.kind === 'symbol');
  const isBare =
    bases.length === 1 &&
    bases[0] !== undefined &&
    (product.kind === 'negate' ? product.operand : product) === bases[0];
  return bases.length > 1 || (!isSymbolOnly && (seen.power || !isBare)) ? bases : [];
}
