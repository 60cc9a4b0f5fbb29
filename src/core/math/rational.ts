import Fraction from 'fraction.js';

/** An exact rational number with BigInt numerator and denominator; immutable. */
export type Rational = Fraction;

/** @param numerator any integer @param denominator any integer but 0 (throws RangeError-like from fraction.js on 0) */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 1n) return lowest(n, 1n);
  // fraction.js says what is wrong with 0.
  if (d === 0n) return new Fraction(n, d);
  return d < 0n ? reduced(-n, -d) : reduced(n, d);
}

/** As fraction.js has them, without its parsing of what is in lowest terms already. */
const Lowest = function (this: Rational, s: bigint, n: bigint, d: bigint): void {
  this.s = s;
  this.n = n;
  this.d = d;
} as unknown as new (s: bigint, n: bigint, d: bigint) => Rational;
Object.defineProperty(Lowest, 'prototype', { value: Fraction.prototype });

export const zero: Rational = rational(0n);
export const one: Rational = rational(1n);
export const minusOne: Rational = rational(-1n);

/** Signed numerator. */
export function numeratorOf(value: Rational): bigint {
  return value.s < 0n ? -value.n : value.n;
}

/** Always positive. */
export function denominatorOf(value: Rational): bigint {
  return value.d;
}

export function isInteger(value: Rational): boolean {
  return value.d === 1n;
}

export function isZero(value: Rational): boolean {
  return value.n === 0n;
}

export function isOne(value: Rational): boolean {
  return value.n === 1n && value.d === 1n && value.s > 0n;
}

export function sameRational(a: Rational, b: Rational): boolean {
  return a === b || (a.n === b.n && a.d === b.d && (a.s === b.s || a.n === 0n));
}

/** `-3/4`, `5` */
export function fractionText(value: Rational): string {
  const numerator = numeratorOf(value).toString();
  return value.d === 1n ? numerator : `${numerator}/${value.d.toString()}`;
}

/** -1, 0 or 1. */
export function signOf(value: Rational): -1 | 0 | 1 {
  return value.n === 0n ? 0 : value.s < 0n ? -1 : 1;
}

/**
 * The four operations below give what fraction.js's methods give. They skip its parsing of every argument,
 * which is most of the time of an operation on small numbers, and polynomials do little else.
 */
export function plus(a: Rational, b: Rational): Rational {
  const [p, q] = [numeratorOf(a), numeratorOf(b)];
  if (a.d === b.d) return a.d === 1n ? lowest(p + q, 1n) : reduced(p + q, a.d);
  return reduced(p * b.d + q * a.d, a.d * b.d);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, negated(b));
}

export function times(a: Rational, b: Rational): Rational {
  const product = numeratorOf(a) * numeratorOf(b);
  return a.d === 1n && b.d === 1n ? lowest(product, 1n) : reduced(product, a.d * b.d);
}

/** Throws RangeError where `b` is 0. */
export function over(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('division by zero');
  const numerator = numeratorOf(a) * b.d;
  return reduced(b.s < 0n ? -numerator : numerator, a.d * b.n);
}

export function negated(value: Rational): Rational {
  return lowest(-numeratorOf(value), value.d);
}

export function absolute(value: Rational): Rational {
  return value.s < 0n ? lowest(value.n, value.d) : value;
}

export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = numeratorOf(a) * b.d - numeratorOf(b) * a.d;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Integer powers, negative ones too (RangeError on 0 to a negative power). The caller limits the size. */
export function powerOf(value: Rational, exponent: number): Rational {
  if (exponent >= 0) return lowest(numeratorOf(value) ** BigInt(exponent), value.d ** BigInt(exponent));
  if (value.n === 0n) throw new RangeError('division by zero');
  const [n, d] = [value.d ** BigInt(-exponent), value.n ** BigInt(-exponent)];
  return lowest(value.s < 0n && exponent % 2 !== 0 ? -n : n, d);
}

/** The greatest integer that is not above the value. */
export function floorOf(value: Rational): bigint {
  const numerator = numeratorOf(value);
  const quotient = numerator / value.d;
  return numerator < 0n && quotient * value.d !== numerator ? quotient - 1n : quotient;
}

/** The nearest double; right for numbers of any length. */
export function toDouble(value: Rational): number {
  const [n, d] = [Number(value.n), Number(value.d)];
  const sign = value.s < 0n ? -1 : 1;
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return (sign * n) / d;
  const shift = value.d.toString(2).length - value.n.toString(2).length + 64;
  const scaled = shift >= 0 ? (value.n << BigInt(shift)) / value.d : value.n / (value.d << BigInt(-shift));
  return sign * Number(scaled) * 2 ** -shift;
}

/** Above it the remainders of doubles are not exact. */
const largestSmall = 2n ** 53n;

/** Both are at least 0. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b >= largestSmall) [a, b] = [b, a % b];
  if (b === 0n) return a;
  // One step brings the larger one below the smaller one; small numbers go on as doubles, several times as fast.
  let [p, q] = [Number(b), Number(a % b)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** `denominator` is positive. */
function reduced(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 1n) return lowest(numerator, 1n);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n ? lowest(numerator, denominator) : lowest(numerator / divisor, denominator / divisor);
}

/** A fraction in lowest terms with a positive denominator, taken as it is. */
function lowest(numerator: bigint, denominator: bigint): Rational {
  // As fraction.js has it: 0 carries the sign 1.
  return numerator < 0n ? new Lowest(-1n, -numerator, denominator) : new Lowest(1n, numerator, denominator);
}
