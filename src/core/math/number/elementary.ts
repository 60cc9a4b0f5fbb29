import { TooLarge } from '../tooLarge.ts';
import { negateInterval, shiftDown, shiftUp, type Interval } from './fixed.ts';

/**
 * Elementary functions of intervals in fixed point. Each computes its ends with `guard` more bits than it gives;
 * the errors of a series (at most one unit for each of some hundred terms, doubled by at most forty squarings) stay
 * far below 2^guard units, so that one unit of the result on either side covers them.
 */
const guard = 64;

/** The largest result of exp, in bits before the point. */
const maximumExponent = 8_000n;

/** A value with an error below one unit in the last of `bits` places, widened to both sides. */
function widened(value: bigint, extra: number): Interval {
  return { lo: shiftDown(value, extra) - 1n, hi: shiftUp(value, extra) + 1n };
}

const constants = new Map<string, bigint>();

/** Computed once for each precision; the precisions in use are few (see certify.ts). */
function remembered(name: string, bits: number, compute: () => bigint): bigint {
  const key = `${name} ${bits}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (constants.size > 200) constants.clear();
  constants.set(key, value);
  return value;
}

/** atan(1/n), or atanh(1/n), within some units. */
function inverseSeries(n: bigint, bits: number, isHyperbolic: boolean): bigint {
  let [power, sum, k, sign] = [(1n << BigInt(bits)) / n, 0n, 1n, 1n];
  const square = n * n;
  while (power !== 0n) {
    sum += (sign * power) / k;
    power /= square;
    k += 2n;
    if (!isHyperbolic) sign = -sign;
  }
  return sum;
}

/** π in `bits` places, by Machin's formula, within one unit. */
export function piFixed(bits: number): bigint {
  return remembered('pi', bits, () => {
    const working = bits + 32;
    const value = 4n * (4n * inverseSeries(5n, working, false) - inverseSeries(239n, working, false));
    return value >> 32n;
  });
}

/** ln 2 within one unit, from 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
export function ln2Fixed(bits: number): bigint {
  return remembered('ln2', bits, () => {
    const working = bits + 32;
    const value =
      18n * inverseSeries(26n, working, true) -
      2n * inverseSeries(4801n, working, true) +
      8n * inverseSeries(8749n, working, true);
    return value >> 32n;
  });
}

export function piInterval(bits: number): Interval {
  const value = piFixed(bits);
  return { lo: value - 1n, hi: value + 1n };
}

/** e^(x / 2^bits) as an interval in `bits` places. Throws TooLarge beyond 2^8000. */
function expOf(x: bigint, bits: number): Interval {
  const rough = x / ln2Fixed(bits);
  if (rough > maximumExponent) throw new TooLarge('exponential');
  if (rough < -BigInt(bits) - 8n) return { lo: 0n, hi: 1n };
  // In steps, so that few precisions of ln 2 are asked for.
  const extra = guard + (rough > 0n ? Math.ceil(Number(rough) / 256) * 256 : 0);
  const working = bits + extra;
  // Each squaring doubles the error, so that some of the guard's bits are spent where the series would be long.
  const halvings = Math.min(40, 16 + Math.floor(working / 500));
  const fine = x << BigInt(extra);
  // ln 2 with as many places more as k has digits, so that k·ln 2 is good to a unit.
  const k = fine / ln2Fixed(working);
  const reduced = fine - ((k * ln2Fixed(working + 32)) >> 32n);
  const r = reduced >> BigInt(halvings);
  let [term, sum, n] = [1n << BigInt(working), 1n << BigInt(working), 1n];
  while (term > 1n || term < -1n) {
    term = ((term * r) >> BigInt(working)) / n;
    sum += term;
    n += 1n;
  }
  for (let step = 0; step < halvings; step += 1) sum = (sum * sum) >> BigInt(working);
  const scaled = k >= 0n ? sum << k : sum >> -k;
  return widened(scaled, extra);
}

export function expInterval(a: Interval, bits: number): Interval {
  const [low, high] = [expOf(a.lo, bits), expOf(a.hi, bits)];
  return { lo: low.lo < 0n ? 0n : low.lo, hi: high.hi };
}

/** ln(x / 2^bits) for x > 0. */
function lnOf(x: bigint, bits: number): Interval {
  const working = bits + guard;
  const length = x.toString(2).length;
  const k = BigInt(length - bits);
  // m = x / 2^length in [1/2, 1), then in [3/4, 3/2) so that (m-1)/(m+1) is small.
  let m = length <= working ? x << BigInt(working - length) : x >> BigInt(length - working);
  let power = k;
  if (m < 3n << BigInt(working - 2)) {
    m <<= 1n;
    power -= 1n;
  }
  const whole = 1n << BigInt(working);
  const z = ((m - whole) << BigInt(working)) / (m + whole);
  const square = (z * z) >> BigInt(working);
  let [term, sum, n] = [z, 0n, 1n];
  while (term !== 0n && term !== -1n) {
    sum += term / n;
    term = (term * square) >> BigInt(working);
    n += 2n;
  }
  return widened(2n * sum + power * ln2Fixed(working), guard);
}

/** For an interval above zero. */
export function lnInterval(a: Interval, bits: number): Interval {
  return { lo: lnOf(a.lo, bits).lo, hi: lnOf(a.hi, bits).hi };
}

/** sine and cosine of x / 2^bits. */
function circularOf(x: bigint, bits: number): { readonly sine: Interval; readonly cosine: Interval } {
  const magnitude = x < 0n ? -x : x;
  const extra = guard + Math.max(0, magnitude.toString(16).length * 4 - bits);
  if (extra > 20_000) throw new TooLarge('angle');
  const working = bits + extra;
  const fine = x << BigInt(extra);
  const half = piFixed(working + extra);
  const quarter = half >> 1n;
  const k = ((fine << BigInt(extra)) + (quarter >> 1n)) / quarter - (fine < 0n ? 1n : 0n);
  const r = fine - shiftDown(k * quarter, extra);
  const square = (r * r) >> BigInt(working);
  const series = (first: bigint, start: bigint): bigint => {
    let [term, sum, n] = [first, first, start];
    while (term > 1n || term < -1n) {
      term = -((term * square) >> BigInt(working)) / (n * (n + 1n));
      sum += term;
      n += 2n;
    }
    return sum;
  };
  const [sine, cosine] = [series(r, 2n), series(1n << BigInt(working), 1n)];
  const turn = Number(((k % 4n) + 4n) % 4n);
  const [s, c] = [
    [sine, cosine],
    [cosine, -sine],
    [-sine, -cosine],
    [-cosine, sine],
  ][turn] as [bigint, bigint];
  return { sine: widened(s, extra), cosine: widened(c, extra) };
}

/** The function at the middle, widened by half the width: its slope is at most 1. */
export function sineCosine(a: Interval, bits: number): { readonly sine: Interval; readonly cosine: Interval } {
  const middle = (a.lo + a.hi) >> 1n;
  const spread = a.hi - middle > middle - a.lo ? a.hi - middle : middle - a.lo;
  const at = circularOf(middle, bits);
  return { sine: clamped(at.sine, spread, bits), cosine: clamped(at.cosine, spread, bits) };
}

function clamped(value: Interval, spread: bigint, bits: number): Interval {
  const whole = 1n << BigInt(bits);
  const [lo, hi] = [value.lo - spread, value.hi + spread];
  return { lo: lo < -whole ? -whole : lo, hi: hi > whole ? whole : hi };
}

function atanOf(x: bigint, bits: number): Interval {
  if (x < 0n) return negateInterval(atanOf(-x, bits));
  const working = bits + guard;
  const whole = 1n << BigInt(working);
  let z = x << BigInt(guard);
  const isLarge = z > whole;
  if (isLarge) z = (whole << BigInt(working)) / z;
  const halvings = 3;
  for (let step = 0; step < halvings; step += 1) {
    const root = squareRoot((whole << BigInt(working)) + z * z);
    z = (z << BigInt(working)) / (whole + root);
  }
  const square = (z * z) >> BigInt(working);
  let [term, sum, n] = [z, 0n, 1n];
  while (term !== 0n && term !== -1n) {
    sum += term / n;
    term = -((term * square) >> BigInt(working));
    n += 2n;
  }
  sum <<= BigInt(halvings);
  return widened(isLarge ? (piFixed(working) >> 1n) - sum : sum, guard);
}

export function atanInterval(a: Interval, bits: number): Interval {
  return { lo: atanOf(a.lo, bits).lo, hi: atanOf(a.hi, bits).hi };
}

function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

export function halfPi(bits: number): Interval {
  const value = piInterval(bits);
  return { lo: value.lo >> 1n, hi: shiftUp(value.hi, 1) };
}
