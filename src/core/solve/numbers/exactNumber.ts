import type { Expr } from '../../math/expr.ts';
import { absoluteInteger, floorRoot, gcd, lcm } from '../../math/integers.ts';
import {
  absolute,
  compareRationals,
  floorOf,
  isInteger,
  isZero,
  minus,
  negated,
  numeratorOf,
  over,
  plus,
  rational,
  times,
  toDouble,
  zero,
  type Rational,
} from '../../math/rational.ts';
import { bitLength } from '../../math/tooLarge.ts';
import type { ExactWork } from '../exactWork.ts';
import {
  addRadicals,
  fractionalPower,
  fromRational,
  invertRadical,
  multiplyRadicals,
  negateRadical,
  powerOfRadical,
  termsOf,
  toRational,
  type Radical,
} from './radical.ts';

/** Why a numeric expression has no exact value here. `detail` is a sentence for a person. */
export type NoNumber =
  | { readonly type: 'undefined'; readonly detail: string }
  | { readonly type: 'too-large'; readonly detail: string }
  | { readonly type: 'other' };

export type ExactNumber = { readonly type: 'number'; readonly value: Radical } | NoNumber;

/** About ten thousand decimal digits: more than anybody reads, and still typeset in a blink. */
const maximumBits = 33_000;

const other: NoNumber = { type: 'other' };

function exact(value: Radical | undefined): ExactNumber {
  return value === undefined ? other : { type: 'number', value };
}

function ofRational(value: Rational): ExactNumber {
  return exact(fromRational(value));
}

/**
 * The exact value of an expression without letters: rationals and roots of them. One plain recursion over the tree,
 * independent of the steps that a derivation takes, so that it can confirm them.
 */
export function exactNumber(expr: Expr, work: ExactWork): ExactNumber {
  switch (expr.kind) {
    case 'number':
      return ofRational(expr.value);
    case 'add':
      return fold(expr.terms, work, (a, b) => exact(addRadicals(a, b)));
    case 'multiply':
      return fold(expr.factors, work, product);
    case 'negate':
      return map(exactNumber(expr.operand, work), (value) => exact(negateRadical(value)));
    case 'divide':
      return fold([expr.numerator, expr.denominator], work, (a, b) => quotient(a, b));
    case 'power':
      return fold([expr.base, expr.exponent], work, (a, b) => powerNumber(a, b, work));
    case 'root':
      return rootNumber(expr.radicand, expr.index, work);
    case 'abs':
      return map(exactNumber(expr.operand, work), (value) =>
        exact(isNegativeRadical(value) ? negateRadical(value) : value),
      );
    case 'factorial':
      return map(exactNumber(expr.operand, work), (value) => factorialNumber(value, work));
    case 'call':
      return callNumber(expr.name, expr.args, work);
    default:
      return other;
  }
}

function map(value: ExactNumber, change: (value: Radical) => ExactNumber): ExactNumber {
  return value.type === 'number' ? change(value.value) : value;
}

function fold(exprs: readonly Expr[], work: ExactWork, combine: (a: Radical, b: Radical) => ExactNumber): ExactNumber {
  let result: ExactNumber | undefined;
  for (const expr of exprs) {
    work.check();
    const next = exactNumber(expr, work);
    if (next.type !== 'number') return next;
    if (result === undefined) result = next;
    else result = map(result, (value) => combine(value, next.value));
    if (result.type !== 'number') return result;
  }
  return result ?? other;
}

function bitsOf(value: Radical): number {
  return Math.max(
    0,
    ...[...value.values()].map(({ coefficient }) => bitLength(coefficient.n) + bitLength(coefficient.d)),
  );
}

export function product(a: Radical, b: Radical): ExactNumber {
  if (bitsOf(a) + bitsOf(b) > maximumBits) return tooLong((bitsOf(a) + bitsOf(b)) * Math.log10(2));
  return exact(multiplyRadicals(a, b));
}

export function quotient(a: Radical, b: Radical): ExactNumber {
  if (b.size === 0)
    return {
      type: 'undefined',
      detail: 'This divides by 0, and no number times 0 gives anything but 0, so it has no value.',
    };
  const inverse = invertRadical(b);
  return inverse === undefined ? other : product(a, inverse);
}

function tooLong(digits: number, what = 'The result'): NoNumber {
  const count =
    Number.isFinite(digits) && digits < 1e12
      ? `about ${Math.round(digits).toString()} digits`
      : 'more digits than could ever be written down';
  return { type: 'too-large', detail: `${what} has ${count}, which is more than I write out.` };
}

/** The decimal logarithm of the size of a positive or negative integer, to a few digits. */
function decimalLogarithm(value: bigint): number {
  const digits = absoluteInteger(value).toString();
  return digits.length - 1 + Math.log10(Number(`${digits.slice(0, 1)}.${digits.slice(1, 15)}`));
}

/** base^exponent for an exact base and a rational exponent. */
export function powerNumber(base: Radical, exponentValue: Radical, work: ExactWork): ExactNumber {
  const exponent = toRational(exponentValue);
  if (exponent === undefined) return other;
  const value = toRational(base);
  if (value !== undefined && isZero(value)) {
    if (isZero(exponent)) return { type: 'undefined', detail: '$0^0$ has no agreed value.' };
    return exponent.s < 0n ? quotient(fromRational(rational(1n)), base) : ofRational(zero);
  }
  if (value?.n === 1n && value.d === 1n) {
    if (value.s > 0n) return ofRational(value);
    if (isInteger(exponent)) return ofRational(exponent.n % 2n === 0n ? rational(1n) : value);
  }
  const digits =
    Math.abs(toDouble(exponent)) *
    (value === undefined ? 1 : Math.max(decimalLogarithm(value.n), decimalLogarithm(value.d)));
  if (digits > maximumBits * Math.log10(2))
    return tooLong(digits, value === undefined ? 'A power in it' : `$${powerTex(value, exponent)}$`);
  if (isInteger(exponent)) return exact(powerOfRadical(base, Number(numeratorOf(exponent))));
  if (value === undefined) return other;
  if (value.s < 0n && exponent.d % 2n === 0n)
    return {
      type: 'undefined',
      detail: `An even root of the negative number $${value.toFraction()}$ is not a real number.`,
    };
  return exact(fractionalPower(value, exponent, work));
}

function powerTex(base: Rational, exponent: Rational): string {
  const text = base.toFraction();
  return `${text.length > 12 ? '\\dots' : isInteger(base) && base.s > 0n ? text : `(${text})`}^{${exponent.toFraction().slice(0, 40)}}`;
}

function rootNumber(radicand: Expr, index: Expr | undefined, work: ExactWork): ExactNumber {
  const order = index === undefined ? ofRational(rational(2n)) : exactNumber(index, work);
  return map(order, (indexValue) => {
    const n = toRational(indexValue);
    if (n === undefined || !isInteger(n) || n.s < 0n || n.n < 2n || n.n > 10_000n) return other;
    return map(exactNumber(radicand, work), (value) => {
      const nested = n.n === 2n && toRational(value) === undefined ? denested(value, work) : undefined;
      return nested === undefined ? powerNumber(value, fromRational(rational(1n, n.n)), work) : exact(nested);
    });
  });
}

/**
 * √(a + b√c) as a sum of two roots where a² − b²c is a square d²: √((a + d)/2) ± √((a − d)/2).
 * Undefined where that doesn't happen, and for a negative number.
 */
export function denested(value: Radical, work: ExactWork): Radical | undefined {
  const [plain, other, third] = termsOf(value);
  if (plain === undefined || other === undefined || third !== undefined || plain.roots.length > 0) return undefined;
  if (isNegativeRadical(value) || plain.coefficient.s < 0n) return undefined;
  const under = multiplyRadicals(new Map([['', other]]), new Map([['', other]]));
  const product = under === undefined ? undefined : toRational(under);
  if (product === undefined) return undefined;
  const root = fractionalPower(minus(times(plain.coefficient, plain.coefficient), product), rational(1n, 2n), work);
  const difference = root === undefined ? undefined : toRational(root);
  if (difference === undefined) return undefined;
  const half = rational(1n, 2n);
  const [larger, smaller] = [plus(plain.coefficient, difference), minus(plain.coefficient, difference)].map((part) =>
    fractionalPower(times(part, half), half, work),
  );
  if (larger === undefined || smaller === undefined) return undefined;
  return addRadicals(larger, other.coefficient.s < 0n ? negateRadical(smaller) : smaller);
}

/** The sign of a sum of roots, by doubles where they are clear of 0 (the exact zero has no terms). */
export function isNegativeRadical(value: Radical): boolean {
  const plain = toRational(value);
  if (plain !== undefined) return plain.s < 0n;
  return compareRationals(approximate(value, 40), zero) < 0;
}

/** Within 10^-digits of the value: every root is bounded by integer roots. */
export function approximate(value: Radical, digits: number): Rational {
  let sum = zero;
  for (const { coefficient, roots } of value.values()) {
    const index = lcm(1n, ...roots.map(({ exponent }) => exponent.d));
    const radicand = roots.reduce(
      (found, { prime, exponent }) => found * prime ** (numeratorOf(exponent) * (index / exponent.d)),
      1n,
    );
    const guard =
      digits + 3 + value.size + Math.max(0, coefficient.n.toString().length - coefficient.d.toString().length + 1);
    const scale = 10n ** BigInt(guard);
    const approximated = rational(floorRoot(radicand * scale ** index, Number(index)), scale);
    sum = plus(sum, times(coefficient, approximated));
  }
  return sum;
}

function factorialNumber(value: Radical, work: ExactWork): ExactNumber {
  const n = toRational(value);
  if (n === undefined || !isInteger(n)) return other;
  if (n.s < 0n && !isZero(n))
    return { type: 'undefined', detail: 'The factorial of a negative integer is not defined.' };
  if (n.n > 3_300n)
    return tooLong(
      Number(n.n) * Math.log10(Number(n.n) / Math.E),
      n.n < 10n ** 30n ? `$${n.n.toString()}!$` : undefined,
    );
  let result = 1n;
  for (let factor = 2n; factor <= n.n; factor += 1n) {
    result *= factor;
    if (factor % 256n === 0n) work.check();
  }
  return ofRational(rational(result));
}

function callNumber(name: string, args: readonly Expr[], work: ExactWork): ExactNumber {
  const values: Rational[] = [];
  for (const arg of args) {
    const value = exactNumber(arg, work);
    if (value.type !== 'number') return value;
    const plain = toRational(value.value);
    if (plain === undefined) return other;
    values.push(plain);
  }
  const result = rationalFunction(name, values);
  if (result === undefined) return other;
  return 'type' in result ? result : ofRational(result);
}

function rationalFunction(name: string, values: readonly Rational[]): Rational | NoNumber | undefined {
  const [first, second] = values;
  if (first === undefined) return undefined;
  const integers = values.every(isInteger) ? values.map(numeratorOf) : undefined;
  switch (name) {
    case 'gcd':
      return integers && rational(gcd(...integers));
    case 'lcm':
      return integers && rational(lcm(...integers));
    case 'min':
      return values.reduce((found, next) => (compareRationals(next, found) < 0 ? next : found));
    case 'max':
      return values.reduce((found, next) => (compareRationals(next, found) > 0 ? next : found));
    case 'floor':
      return values.length === 1 ? rational(floorOf(first)) : undefined;
    case 'ceil':
      return values.length === 1 ? rational(-floorOf(negated(first))) : undefined;
    case 'round':
      return values.length === 1 ? roundHalfAway(first) : undefined;
    case 'sign':
      return rational(isZero(first) ? 0n : first.s);
    case 'mod':
      if (second === undefined || values.length !== 2) return undefined;
      if (isZero(second)) return { type: 'undefined', detail: 'There is no remainder of a division by 0.' };
      return minus(first, times(second, rational(floorOf(over(first, second)))));
    case 'binomial':
      return integers && binomial(integers);
    default:
      return undefined;
  }
}

function binomial([n, k]: readonly bigint[]): Rational | undefined {
  if (n === undefined || k === undefined || n < 0n || n > 5_000n) return undefined;
  if (k < 0n || k > n) return zero;
  let result = 1n;
  for (let step = 1n; step <= k; step += 1n) result = (result * (n - k + step)) / step;
  return rational(result);
}

/** The nearest integer; a half is rounded away from 0, as school does. */
export function roundHalfAway(value: Rational): Rational {
  const size = floorOf(plus(absolute(value), rational(1n, 2n)));
  return rational(value.s < 0n ? -size : size);
}

/** The rational value, where there is one. */
export function rationalNumber(expr: Expr, work: ExactWork): Rational | undefined {
  const value = exactNumber(expr, work);
  return value.type === 'number' ? toRational(value.value) : undefined;
}

/** The integer value, where there is one. */
export function integerNumber(expr: Expr, work: ExactWork): bigint | undefined {
  const value = rationalNumber(expr, work);
  return value !== undefined && isInteger(value) ? numeratorOf(value) : undefined;
}
