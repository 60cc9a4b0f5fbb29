import { add, divide, multiply, negate, num, sqrt, subtract } from '../build.ts';
import type { Expr } from '../expr.ts';
import { minus, numeratorOf, rational, times, type Rational } from '../rational.ts';
import { modulo } from '../integers.ts';

const fourth = (top: Expr): Expr => divide(top, num(4));
const half = (top: Expr): Expr => divide(top, num(2));

/** sin of k·π/120 for 0 ≤ k ≤ 60, where it is written with at most two nested square roots. */
const sines: ReadonlyMap<number, Expr> = new Map<number, Expr>([
  [0, num(0)],
  [10, fourth(subtract(sqrt(num(6)), sqrt(num(2))))],
  [12, fourth(subtract(sqrt(num(5)), num(1)))],
  [15, half(sqrt(subtract(num(2), sqrt(num(2)))))],
  [20, half(num(1))],
  [24, fourth(sqrt(subtract(num(10), multiply(num(2), sqrt(num(5))))))],
  [30, half(sqrt(num(2)))],
  [36, fourth(add(sqrt(num(5)), num(1)))],
  [40, half(sqrt(num(3)))],
  [45, half(sqrt(add(num(2), sqrt(num(2)))))],
  [48, fourth(sqrt(add(num(10), multiply(num(2), sqrt(num(5))))))],
  [50, fourth(add(sqrt(num(6)), sqrt(num(2))))],
  [60, num(1)],
]);

/** sin(π·turns) by radicals, or undefined where the table has no such angle. */
export function exactSine(turns: Rational): Expr | undefined {
  const scaled = times(turns, rational(120));
  if (scaled.d !== 1n) return undefined;
  const k = Number(modulo(numeratorOf(scaled), 240n));
  const [isNegative, within] = k >= 120 ? [true, k - 120] : [false, k];
  const value = sines.get(within > 60 ? 120 - within : within);
  if (value === undefined) return undefined;
  return isNegative && within !== 0 ? negate(value) : value;
}

/** cos(π·turns), likewise. */
export function exactCosine(turns: Rational): Expr | undefined {
  return exactSine(minus(rational(1, 2), turns));
}
