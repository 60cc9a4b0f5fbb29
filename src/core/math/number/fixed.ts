import { floorRoot } from '../integers.ts';
import { numeratorOf, type Rational } from '../rational.ts';

/**
 * An interval of real numbers lo/2^bits … hi/2^bits that surely contains the value. All operations round outward, so
 * that what is read off an interval (its sign, that it misses zero) is a proof.
 */
export interface Interval {
  readonly lo: bigint;
  readonly hi: bigint;
}

export function shiftDown(value: bigint, bits: number): bigint {
  return value >> BigInt(bits);
}

export function shiftUp(value: bigint, bits: number): bigint {
  return -(-value >> BigInt(bits));
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

export function fromRational(value: Rational, bits: number): Interval {
  const scaled = numeratorOf(value) << BigInt(bits);
  return { lo: floorDivide(scaled, value.d), hi: ceilDivide(scaled, value.d) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { lo: a.lo + b.lo, hi: a.hi + b.hi };
}

export function negateInterval(a: Interval): Interval {
  return { lo: -a.hi, hi: -a.lo };
}

export function multiplyIntervals(a: Interval, b: Interval, bits: number): Interval {
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi] as const;
  return { lo: shiftDown(least(products), bits), hi: shiftUp(greatest(products), bits) };
}

/** Undefined where the divisor may be zero. */
export function divideIntervals(a: Interval, b: Interval, bits: number): Interval | undefined {
  if (b.lo <= 0n && b.hi >= 0n) return undefined;
  const [low, high] = [a.lo << BigInt(bits), a.hi << BigInt(bits)];
  const ends = [
    [low, b.lo],
    [low, b.hi],
    [high, b.lo],
    [high, b.hi],
  ] as const;
  return {
    lo: least(ends.map(([x, y]) => floorDivide(x, y))),
    hi: greatest(ends.map(([x, y]) => ceilDivide(x, y))),
  };
}

export function absoluteInterval(a: Interval): Interval {
  if (a.lo >= 0n) return a;
  if (a.hi <= 0n) return negateInterval(a);
  return { lo: 0n, hi: -a.lo > a.hi ? -a.lo : a.hi };
}

/** The real root; of an interval below zero only where the index is odd. The caller has looked at the sign for even ones. */
export function rootOfInterval(a: Interval, index: number, bits: number): Interval {
  const shift = BigInt(bits * (index - 1));
  const root = (value: bigint, up: boolean): bigint => {
    if (value < 0n) return -root(-value, !up);
    const scaled = value << shift;
    const floor = floorRoot(scaled, index);
    return up && floor ** BigInt(index) < scaled ? floor + 1n : floor;
  };
  const low = index % 2 === 0 && a.lo < 0n ? 0n : a.lo;
  return { lo: root(low, false), hi: root(a.hi, true) };
}

export function powerOfInterval(a: Interval, exponent: number, bits: number): Interval {
  if (exponent % 2 === 0 && a.lo < 0n) return powerOfInterval(absoluteInterval(a), exponent, bits);
  const raise = (value: bigint, up: boolean): bigint => {
    if (value < 0n) return -raise(-value, !up);
    // Rounding the same way at each step keeps the bound, since all factors are positive.
    let [result, square] = [1n << BigInt(bits), value];
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = up ? shiftUp(result * square, bits) : shiftDown(result * square, bits);
      if (rest > 1) square = up ? shiftUp(square * square, bits) : shiftDown(square * square, bits);
    }
    return result;
  };
  return { lo: raise(a.lo, false), hi: raise(a.hi, true) };
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

function greatest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}
