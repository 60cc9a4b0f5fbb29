import type { Expr } from '../../math/expr.ts';
import { gcd, splitPower } from '../../math/integers.ts';
import { isInteger, isZero, negated, numeratorOf, over, rational, type Rational } from '../../math/rational.ts';
import { contains } from '../../math/tree.ts';
import { unlimitedWork } from '../exactWork.ts';
import {
  fractionalPower,
  fromRational,
  multiplyRadicals,
  negateRadical,
  radicalToExpr,
  type Radical,
} from './radical.ts';
import { numberExpr, type NumberStyle } from './write.ts';

/**
 * Which nodes of an expression are numbers already, and which numbers: literals, and what a derivation has finished.
 * Finished nodes are known by identity, so that 2√7 − 3 stays one number once it has been worked out.
 */
export class NumberTable {
  readonly style: NumberStyle;
  readonly #finished = new Map<Expr, Radical>();

  constructor(style: NumberStyle) {
    this.style = style;
  }

  /** The node that writes the value, known as finished from now on. */
  finish(value: Radical): Expr {
    const expr = radicalToExpr(value, (plain) => numberExpr(plain, this.style));
    this.#finished.set(expr, value);
    return expr;
  }

  /** Takes a node as it stands for a finished number. */
  keep(expr: Expr, value: Radical): Expr {
    this.#finished.set(expr, value);
    return expr;
  }

  /** The number in an exponent, where fractions stay fractions. */
  exponentOf(expr: Expr): Radical | undefined {
    const known = this.valueOf(expr);
    if (known !== undefined || this.style === 'fraction') return known;
    const inner = expr.kind === 'negate' ? expr.operand : expr;
    if (inner.kind !== 'divide') return undefined;
    const [top, bottom] = [this.#literal(inner.numerator), this.#literal(inner.denominator)];
    if (top === undefined || bottom === undefined || isZero(bottom) || !isInteger(top) || !isInteger(bottom))
      return undefined;
    return fromRational(expr.kind === 'negate' ? negated(over(top, bottom)) : over(top, bottom));
  }

  /** The number that a node is without any further work, or undefined. */
  valueOf(expr: Expr): Radical | undefined {
    const known = this.#finished.get(expr);
    if (known !== undefined) return known;
    const literal = this.#literal(expr);
    if (literal !== undefined) return fromRational(literal);
    return simpleRoot(expr);
  }

  isFinished = (expr: Expr): boolean => this.valueOf(expr) !== undefined;

  isExponent = (expr: Expr): boolean => this.exponentOf(expr) !== undefined;

  #literal(expr: Expr): Rational | undefined {
    switch (expr.kind) {
      case 'number':
        return expr.notation === 'integer' || expr.notation === 'decimal' ? expr.value : undefined;
      case 'negate': {
        const operand = expr.operand.kind === 'negate' ? undefined : this.#literal(expr.operand);
        return operand === undefined || isZero(operand) ? undefined : negated(operand);
      }
      case 'divide':
        return this.#fraction(expr.numerator, expr.denominator);
      default:
        return undefined;
    }
  }

  /** A fraction in lowest terms is a number; another one still has to be reduced (or divided out, among decimals). */
  #fraction(numerator: Expr, denominator: Expr): Rational | undefined {
    const [top, bottom] = [this.#literal(numerator), this.#literal(denominator)];
    if (top === undefined || bottom === undefined || !isInteger(top) || !isInteger(bottom)) return undefined;
    if (bottom.s < 0n || bottom.n < 2n || isZero(top) || gcd(top.n, bottom.n) !== 1n) return undefined;
    if (numerator.kind === 'divide' || denominator.kind === 'divide') return undefined;
    const value = over(top, bottom);
    return this.style === 'decimal' && hasFiniteDecimal(value) ? undefined : value;
  }
}

/** √n or k√n with nothing to pull out, as the author wrote it. */
function simpleRoot(expr: Expr): Radical | undefined {
  if (expr.kind === 'root') return bareRoot(expr);
  if (expr.kind === 'negate') {
    const operand = expr.operand.kind === 'negate' ? undefined : simpleRoot(expr.operand);
    return operand === undefined ? undefined : negateRadical(operand);
  }
  if (expr.kind !== 'multiply' || expr.factors.length !== 2) return undefined;
  const [count, under] = expr.factors;
  if (
    count?.kind !== 'number' ||
    count.notation !== 'integer' ||
    numeratorOf(count.value) < 2n ||
    under?.kind !== 'root'
  )
    return undefined;
  const root = bareRoot(under);
  return root === undefined ? undefined : multiplyRadicals(root, fromRational(count.value));
}

function bareRoot(expr: Extract<Expr, { kind: 'root' }>): Radical | undefined {
  const { radicand, index } = expr;
  if (radicand.kind !== 'number' || !isInteger(radicand.value) || radicand.value.n < 2n) return undefined;
  if (index !== undefined || radicand.value.n > 10n ** 18n || splitPower(radicand.value.n, 2).outside !== 1n)
    return undefined;
  return fractionalPower(radicand.value, rational(1n, 2n), unlimitedWork);
}

export function hasFiniteDecimal(value: Rational): boolean {
  let rest = value.d;
  for (const prime of [10n, 5n, 2n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}

/** Decimals where the question is written with decimals, fractions else. */
export function styleOf(expr: Expr): NumberStyle {
  return contains(
    expr,
    (node) =>
      node.kind === 'number' &&
      (node.notation === 'decimal' || node.notation === 'scientific' || node.notation === 'percent'),
  )
    ? 'decimal'
    : 'fraction';
}
