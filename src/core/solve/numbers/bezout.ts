import { absoluteInteger } from '../../math/integers.ts';

/** gcd(a, b) = x·a + y·b. */
export function bezout(a: bigint, b: bigint): { readonly gcd: bigint; readonly x: bigint; readonly y: bigint } {
  let [r0, r1, x0, x1, y0, y1] = [absoluteInteger(a), absoluteInteger(b), 1n, 0n, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1, x0, x1, y0, y1] = [r1, r0 - quotient * r1, x1, x0 - quotient * x1, y1, y0 - quotient * y1];
  }
  return { gcd: r0, x: a < 0n ? -x0 : x0, y: b < 0n ? -y0 : y0 };
}

/**
 * Confirms a greatest common divisor without dividing on: it divides all the numbers and is a combination of them, so
 * every common divisor divides it.
 */
export function isGreatestCommonDivisor(candidate: bigint, values: readonly bigint[]): boolean {
  if (values.every((value) => value === 0n)) return candidate === 0n;
  if (candidate <= 0n || values.some((value) => value % candidate !== 0n)) return false;
  let combination: readonly bigint[] = [];
  let reached = 0n;
  for (const value of values) {
    const { gcd, x, y } = bezout(reached, value);
    combination = [...combination.map((factor) => factor * x), y];
    reached = gcd;
  }
  return values.reduce((sum, value, index) => sum + value * (combination[index] ?? 0n), 0n) === candidate;
}
