import type { Expr } from '../expr.ts';
import {
  constantPolynomial,
  constantValue,
  isZeroPolynomial,
  multiplyPolynomials,
  negatePolynomial,
  powerOfPolynomial,
  scalePolynomial,
  sumOf,
  variablePolynomial,
  type Polynomial,
} from '../polynomial.ts';
import { absolute, isInteger, numeratorOf, one, over } from '../rational.ts';
import { maximumBits, TooLarge } from '../tooLarge.ts';

export type PolynomialReading =
  | { readonly type: 'polynomial'; readonly polynomial: Polynomial }
  /** Something in it is no polynomial over the rationals (a root, a function, a letter in a denominator, π, i, …). */
  | { readonly type: 'notPolynomial' }
  /** It is one, but expanding it was refused: (x+1)^100000. */
  | { readonly type: 'tooLarge' };

/** The expression as a polynomial in its letters, or undefined where it isn't one or would be too large. */
export function toPolynomial(expr: Expr): Polynomial | undefined {
  const reading = readPolynomial(expr);
  return reading.type === 'polynomial' ? reading.polynomial : undefined;
}

export function readPolynomial(expr: Expr): PolynomialReading {
  try {
    const polynomial = read(expr);
    return polynomial === undefined ? { type: 'notPolynomial' } : { type: 'polynomial', polynomial };
  } catch (error) {
    if (error instanceof TooLarge) return { type: 'tooLarge' };
    throw error;
  }
}

function read(expr: Expr): Polynomial | undefined {
  switch (expr.kind) {
    case 'number':
      return constantPolynomial(expr.value);
    case 'symbol':
      return variablePolynomial(expr.name);
    case 'negate': {
      const operand = read(expr.operand);
      return operand && negatePolynomial(operand);
    }
    case 'add': {
      const terms = readAll(expr.terms);
      return terms && sumOf(terms);
    }
    case 'multiply': {
      const factors = readAll(expr.factors);
      return factors?.reduce(multiplyPolynomials);
    }
    case 'divide': {
      const denominator = read(expr.denominator);
      const divisor = denominator && constantValue(denominator);
      const numerator = divisor && read(expr.numerator);
      return numerator && divisor.n !== 0n ? scalePolynomial(numerator, over(one, divisor)) : undefined;
    }
    case 'power':
      return readPower(expr.base, expr.exponent);
    case 'abs': {
      const operand = read(expr.operand);
      const value = operand && constantValue(operand);
      return value && constantPolynomial(absolute(value));
    }
    case 'factorial': {
      const operand = read(expr.operand);
      const value = operand && constantValue(operand);
      if (!value || !isInteger(value) || value.s < 0n) return undefined;
      if (value.n > 5000n) throw new TooLarge('factorial');
      let product = 1n;
      for (let factor = 2n; factor <= value.n; factor += 1n) product *= factor;
      return constantPolynomial(product);
    }
    default:
      return undefined;
  }
}

function readAll(exprs: readonly Expr[]): readonly Polynomial[] | undefined {
  const polynomials: Polynomial[] = [];
  for (const expr of exprs) {
    const polynomial = read(expr);
    if (polynomial === undefined) return undefined;
    polynomials.push(polynomial);
  }
  return polynomials;
}

function readPower(baseExpr: Expr, exponentExpr: Expr): Polynomial | undefined {
  const exponent = read(exponentExpr);
  const power = exponent && constantValue(exponent);
  if (!power || !isInteger(power)) return undefined;
  const base = read(baseExpr);
  if (base === undefined) return undefined;
  const value = constantValue(base);
  if (value?.n === 1n && value.d === 1n) return constantPolynomial(value.s < 0n && power.n % 2n === 1n ? -1n : 1n);
  // 0^0 is left undefined: it is nobody's polynomial.
  if (isZeroPolynomial(base)) return power.s > 0n && power.n > 0n ? base : undefined;
  if (power.n > BigInt(maximumBits)) throw new TooLarge('power');
  const size = Number(power.n);
  if (numeratorOf(power) >= 0n) return powerOfPolynomial(base, size);
  return value && powerOfPolynomial(constantPolynomial(over(one, value)), size);
}
