import { absolute, floorOf, numeratorOf, plus, powerOf, rational, times, type Rational } from './rational.ts';

export interface DecimalExpansion {
  readonly isNegative: boolean;
  readonly whole: bigint;
  /** Digits after the point before the period. */
  readonly fixed: string;
  /** '' where the expansion ends. */
  readonly period: string;
}

/** The exact decimal expansion; undefined where fixed digits and period together are longer than `maximumDigits`. */
export function decimalExpansion(value: Rational, maximumDigits = 2000): DecimalExpansion | undefined {
  const size = absolute(value);
  const whole = floorOf(size);
  let remainder = size.n % size.d;
  const [places, digits] = [new Map<bigint, number>(), [] as string[]];
  while (remainder !== 0n && !places.has(remainder)) {
    if (digits.length >= maximumDigits) return undefined;
    places.set(remainder, digits.length);
    remainder *= 10n;
    digits.push((remainder / size.d).toString());
    remainder %= size.d;
  }
  const start = remainder === 0n ? digits.length : (places.get(remainder) ?? digits.length);
  return {
    isNegative: value.s < 0n && value.n !== 0n,
    whole,
    fixed: digits.slice(0, start).join(''),
    period: digits.slice(start).join(''),
  };
}

/** `0.25`, `0.1(6)`, with the period in brackets; undefined where it is too long. */
export function toDecimalText(value: Rational, maximumDigits = 2000): string | undefined {
  const expansion = decimalExpansion(value, maximumDigits);
  if (expansion === undefined) return undefined;
  const { isNegative, whole, fixed, period } = expansion;
  const digits = `${fixed}${period === '' ? '' : `(${period})`}`;
  return `${isNegative ? '-' : ''}${whole.toString()}${digits === '' ? '' : `.${digits}`}`;
}

export function isFiniteDecimal(value: Rational): boolean {
  let rest = value.d;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}

/**
 * The nearest multiple of 10^place (place -2: two decimals), a half away from zero, as schools round.
 * @param place any integer; the caller keeps it sensible
 */
export function roundToPlace(value: Rational, place: number): Rational {
  const unit = powerOf(rational(10), place);
  const scaled = times(absolute(value), powerOf(rational(10), -place));
  const rounded = times(rational(floorOf(plus(scaled, rational(1, 2)))), unit);
  return numeratorOf(value) < 0n ? times(rounded, rational(-1)) : rounded;
}

/** Rounded to so many decimals, all of them written: toFixedText(1/3, 2) is 0.33. */
export function toFixedText(value: Rational, decimals: number): string {
  const rounded = roundToPlace(value, -decimals);
  const digits = times(absolute(rounded), powerOf(rational(10), decimals))
    .n.toString()
    .padStart(decimals + 1, '0');
  const sign = rounded.s < 0n && rounded.n !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The rational number with these digits before and after the point and in the period. */
export function fromRecurring({ isNegative, whole, fixed, period }: DecimalExpansion): Rational {
  const scale = 10n ** BigInt(fixed.length);
  const start = rational(whole * scale + BigInt(fixed || '0'), scale);
  const repeated = period === '' ? rational(0) : rational(BigInt(period), scale * (10n ** BigInt(period.length) - 1n));
  const size = plus(start, repeated);
  return isNegative ? times(size, rational(-1)) : size;
}
