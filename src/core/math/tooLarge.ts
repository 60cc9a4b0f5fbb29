/**
 * Thrown inside `math` where exact work would need more room than is sensible ((x+1)^100000, 9^9^9^9), and turned
 * into a value (`undefined`, 'tooLarge', 'unknown') by the public function that began it.
 */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Longest integer that exact arithmetic builds, in bits: about 60 000 decimal digits. */
export const maximumBits = 200_000;

/** An upper bound of the number of binary digits, in time that doesn't grow with the square of the length. */
export function bitLength(value: bigint): number {
  if (value >= 0n && value <= 0xffff_ffffn) return Math.max(4, Math.ceil((32 - Math.clz32(Number(value))) / 4) * 4);
  return (value < 0n ? -value : value).toString(16).length * 4;
}

/** Throws TooLarge where `base ** exponent` would be longer than `maximumBits`. */
export function refuseLargePower(base: bigint, exponent: bigint): void {
  if (base >= -1n && base <= 1n) return;
  const magnitude = exponent < 0n ? -exponent : exponent;
  if (magnitude > BigInt(maximumBits)) throw new TooLarge('power');
  if ((bitLength(base) - 4) * Number(magnitude) > maximumBits) throw new TooLarge('power');
}
