import Fraction from 'fraction.js';

/** An exact rational number with BigInt numerator and denominator; immutable. */
export type Rational = Fraction;

/** @param numerator any integer @param denominator any integer but 0 (throws RangeError-like from fraction.js on 0) */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  return new Fraction(BigInt(numerator), BigInt(denominator));
}

export const zero: Rational = rational(0n);
export const one: Rational = rational(1n);
export const minusOne: Rational = rational(-1n);

/** Signed numerator. */
export function numeratorOf(value: Rational): bigint {
  return value.s * value.n;
}

/** Always positive. */
export function denominatorOf(value: Rational): bigint {
  return value.d;
}

export function isInteger(value: Rational): boolean {
  return value.d === 1n;
}
