import { divide, multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  absolute,
  isInteger,
  isZero,
  negated,
  numeratorOf,
  one,
  over,
  plus,
  powerOf,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';

/** A number times letters with rational exponents: 3·x²·y^(-1/2). */
export interface Monomial {
  readonly coefficient: Rational;
  /** No exponent is 0; letters in the order in which they first stand. */
  readonly exponents: ReadonlyMap<string, Rational>;
}

/** Beyond this an integer power of the coefficient is refused. */
const largestPower = 10_000n;

/**
 * The expression as one monomial, or undefined. Powers of powers are multiplied only where that is true: for whole outer
 * exponents, or where every letter is known to be positive.
 */
export function toMonomial(expr: Expr, positive: ReadonlySet<string>): Monomial | undefined {
  switch (expr.kind) {
    case 'number':
      return { coefficient: expr.value, exponents: new Map() };
    case 'symbol':
      return { coefficient: one, exponents: new Map([[expr.name, one]]) };
    case 'negate': {
      const operand = toMonomial(expr.operand, positive);
      return operand && { ...operand, coefficient: negated(operand.coefficient) };
    }
    case 'multiply': {
      let product: Monomial | undefined = { coefficient: one, exponents: new Map() };
      for (const factor of expr.factors) {
        const monomial = toMonomial(factor, positive);
        product = monomial && product && timesMonomial(product, monomial);
      }
      return product;
    }
    case 'divide': {
      const numerator = toMonomial(expr.numerator, positive);
      const denominator = toMonomial(expr.denominator, positive);
      const inverse = denominator && powerOfMonomial(denominator, rational(-1), positive);
      return numerator && inverse && timesMonomial(numerator, inverse);
    }
    case 'power': {
      const base = toMonomial(expr.base, positive);
      const exponent = constantOf(expr.exponent);
      return base && exponent && powerOfMonomial(base, exponent, positive);
    }
    case 'root': {
      const radicand = toMonomial(expr.radicand, positive);
      const index = expr.index === undefined ? rational(2) : constantOf(expr.index);
      return radicand && index && !isZero(index) ? powerOfMonomial(radicand, over(one, index), positive) : undefined;
    }
    default:
      return undefined;
  }
}

export function constantOf(expr: Expr): Rational | undefined {
  const polynomial = toPolynomial(expr);
  if (polynomial === undefined || polynomial.variables.length > 0) return undefined;
  return polynomial.terms[0]?.coefficient ?? rational(0);
}

function timesMonomial(left: Monomial, right: Monomial): Monomial {
  const exponents = new Map(left.exponents);
  for (const [letter, exponent] of right.exponents) {
    const sum = plus(exponents.get(letter) ?? rational(0), exponent);
    if (isZero(sum)) exponents.delete(letter);
    else exponents.set(letter, sum);
  }
  return { coefficient: times(left.coefficient, right.coefficient), exponents };
}

function powerOfMonomial(base: Monomial, exponent: Rational, positive: ReadonlySet<string>): Monomial | undefined {
  const coefficient = powerOfNumber(base.coefficient, exponent);
  if (coefficient === undefined) return undefined;
  if (!isInteger(exponent) && ![...base.exponents.keys()].every((letter) => positive.has(letter))) return undefined;
  const exponents = new Map<string, Rational>();
  for (const [letter, inner] of base.exponents) {
    const product = times(inner, exponent);
    if (!isZero(product)) exponents.set(letter, product);
  }
  return { coefficient, exponents };
}

function powerOfNumber(value: Rational, exponent: Rational): Rational | undefined {
  if (value.n === 1n && value.d === 1n && value.s > 0n) return value;
  if (!isInteger(exponent) || exponent.n > largestPower || (isZero(value) && exponent.s <= 0n)) return undefined;
  return powerOf(value, Number(numeratorOf(exponent)));
}

/** x^(-2/5) with its negative exponent kept: the form in which exponents are calculated with. */
export function monomialToExpr(monomial: Monomial): Expr {
  const letters = [...monomial.exponents].map(([letter, exponent]) =>
    isInteger(exponent) && exponent.n === 1n && exponent.s > 0n ? sym(letter) : power(sym(letter), num(exponent)),
  );
  const size = absolute(monomial.coefficient);
  const isOne = isInteger(size) && size.n === 1n;
  const body = letters.length === 0 ? num(size) : multiply(...(isOne ? letters : [num(size), ...letters]));
  return monomial.coefficient.s < 0n ? negate(body) : body;
}

/** The same without negative exponents: they go below the line. */
export function monomialAsFraction(monomial: Monomial): Expr {
  const above = new Map([...monomial.exponents].filter(([, exponent]) => exponent.s > 0n));
  const below = new Map(
    [...monomial.exponents]
      .filter(([, exponent]) => exponent.s < 0n)
      .map(([letter, exponent]) => [letter, negated(exponent)]),
  );
  const numerator = monomialToExpr({ coefficient: rational(numeratorOf(monomial.coefficient)), exponents: above });
  const denominator = monomialToExpr({ coefficient: rational(monomial.coefficient.d), exponents: below });
  return denominator.kind === 'number' && denominator.value.n === 1n ? numerator : divide(numerator, denominator);
}
