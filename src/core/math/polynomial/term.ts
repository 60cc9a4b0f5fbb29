import type { Rational } from '../rational.ts';

export interface Term {
  /** Non-negative integers, parallel to the polynomial's variables. */
  readonly exponents: readonly number[];
  /** Never 0. */
  readonly coefficient: Rational;
}
