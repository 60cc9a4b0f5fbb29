import { integerRoot } from '../integers.ts';
import {
  absolute,
  isInteger,
  isZero,
  negated,
  numeratorOf,
  over,
  plus,
  powerOf,
  rational,
  signOf,
  times,
  type Rational,
} from '../rational.ts';
import { bitLength, refuseLargePower, TooLarge } from '../tooLarge.ts';
import { expInterval, lnInterval, piInterval } from './elementary.ts';
import {
  absoluteInterval,
  addIntervals,
  divideIntervals,
  fromRational,
  multiplyIntervals,
  negateInterval,
  powerOfInterval,
  rootOfInterval,
  type Interval,
} from './fixed.ts';

/** A number that is known exactly, or within an interval. */
export type Certified =
  { readonly type: 'exact'; readonly value: Rational } | { readonly type: 'within'; readonly interval: Interval };

/** Surely without a value. */
export class OutOfDomain extends Error {
  override readonly name = 'OutOfDomain';
}

/** Not decided at this precision: a divisor or a radicand whose interval holds zero. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

/** Beyond these, a power with a rational exponent goes by the logarithm: roots of high index are slow. */
const maximumRootIndex = 12n;
const maximumRootPower = 200n;

/** Exact numbers longer than this go on as intervals. */
const maximumExactBits = 20_000;

export function exactValueOf(value: Rational): Certified {
  return { type: 'exact', value };
}

export function within(interval: Interval): Certified {
  return { type: 'within', interval };
}

export function intervalOf(value: Certified, bits: number): Interval {
  return value.type === 'exact' ? fromRational(value.value, bits) : value.interval;
}

function shortened(value: Rational, bits: number): Certified {
  const isLong = bitLength(value.n) + bitLength(value.d) > maximumExactBits;
  return isLong ? within(fromRational(value, bits)) : exactValueOf(value);
}

/** Throws Undecided where the interval holds zero and more. */
export function signOfValue(value: Certified): -1 | 0 | 1 {
  if (value.type === 'exact') return signOf(value.value);
  if (value.interval.lo > 0n) return 1;
  if (value.interval.hi < 0n) return -1;
  throw new Undecided();
}

export function negateValue(a: Certified): Certified {
  return a.type === 'exact' ? exactValueOf(negated(a.value)) : within(negateInterval(a.interval));
}

export function abs(a: Certified): Certified {
  return a.type === 'exact' ? exactValueOf(absolute(a.value)) : within(absoluteInterval(a.interval));
}

export function addValues(a: Certified, b: Certified, bits: number): Certified {
  if (a.type === 'exact' && b.type === 'exact') return shortened(plus(a.value, b.value), bits);
  return within(addIntervals(intervalOf(a, bits), intervalOf(b, bits)));
}

export function multiplyValues(a: Certified, b: Certified, bits: number): Certified {
  if (a.type === 'exact' && b.type === 'exact') return shortened(times(a.value, b.value), bits);
  if ((a.type === 'exact' && isZero(a.value)) || (b.type === 'exact' && isZero(b.value)))
    return exactValueOf(rational(0));
  return within(multiplyIntervals(intervalOf(a, bits), intervalOf(b, bits), bits));
}

export function divideValues(a: Certified, b: Certified, bits: number): Certified {
  if (b.type === 'exact') {
    if (isZero(b.value)) throw new OutOfDomain();
    if (a.type === 'exact') return shortened(over(a.value, b.value), bits);
  }
  if (a.type === 'exact' && isZero(a.value)) {
    signOfValue(b);
    return a;
  }
  const quotient = divideIntervals(intervalOf(a, bits), intervalOf(b, bits), bits);
  if (quotient === undefined) throw new Undecided();
  return within(quotient);
}

export function piValue(bits: number): Certified {
  return within(piInterval(bits));
}

export function expValue(a: Certified, bits: number): Certified {
  if (a.type === 'exact' && isZero(a.value)) return exactValueOf(rational(1));
  return within(expInterval(intervalOf(a, bits), bits));
}

export function lnValue(a: Certified, bits: number): Certified {
  if (signOfValue(a) <= 0) throw new OutOfDomain();
  if (a.type === 'exact' && a.value.n === 1n && a.value.d === 1n) return exactValueOf(rational(0));
  const interval = intervalOf(a, bits);
  if (interval.lo <= 0n) throw new Undecided();
  return within(lnInterval(interval, bits));
}

/**
 * The real root: of a negative number only for an odd index. With `isDefined`, it is known that there is a root, so that
 * an interval that begins below zero is cut there.
 */
export function rootOfValue(a: Certified, index: Certified, bits: number, isDefined = false): Certified {
  if (index.type !== 'exact' || !isInteger(index.value) || index.value.s < 0n) {
    return powerOfValue(a, divideValues(exactValueOf(rational(1)), index, bits), bits);
  }
  if (isZero(index.value)) throw new OutOfDomain();
  if (index.value.n > 10_000n) throw new TooLarge('root');
  const n = Number(index.value.n);
  if (a.type === 'exact') {
    if (n % 2 === 0 && a.value.s < 0n) throw new OutOfDomain();
    const [top, bottom] = [integerRoot(numeratorOf(a.value), n), integerRoot(a.value.d, n)];
    if (top !== undefined && bottom !== undefined) return exactValueOf(rational(top, bottom));
  } else if (n % 2 === 0 && a.interval.lo < 0n) {
    if (a.interval.hi < 0n) throw new OutOfDomain();
    if (!isDefined) throw new Undecided();
  }
  return within(rootOfInterval(intervalOf(a, bits), n, bits));
}

export function powerOfValue(base: Certified, exponent: Certified, bits: number, isDefined = false): Certified {
  if (exponent.type === 'exact') {
    const r = exponent.value;
    if (isInteger(r)) return integerPower(base, numeratorOf(r), bits);
    if (r.d <= maximumRootIndex && r.n <= maximumRootPower) {
      const root = rootOfValue(base, exactValueOf(rational(r.d)), bits, isDefined);
      return integerPower(root, numeratorOf(r), bits);
    }
  }
  const sign = signOfValue(base);
  if (sign < 0) {
    if (exponent.type !== 'exact' || exponent.value.d % 2n === 0n) throw new OutOfDomain();
    // An odd denominator: the real root, with the sign that the numerator leaves it.
    const size = powerOfValue(negateValue(base), exponent, bits);
    return exponent.value.n % 2n === 0n ? size : negateValue(size);
  }
  if (sign === 0) {
    if (signOfValue(exponent) > 0) return exactValueOf(rational(0));
    throw new OutOfDomain();
  }
  return expValue(multiplyValues(exponent, lnValue(base, bits), bits), bits);
}

function integerPower(base: Certified, exponent: bigint, bits: number): Certified {
  if (exponent < 0n) return divideValues(exactValueOf(rational(1)), integerPower(base, -exponent, bits), bits);
  if (exponent === 0n) {
    if (signOfValue(base) === 0) throw new OutOfDomain();
    return exactValueOf(rational(1));
  }
  if (base.type === 'exact') {
    const { value } = base;
    if (isZero(value)) return base;
    if (value.n === 1n && value.d === 1n) return exponent % 2n === 0n ? abs(base) : base;
    refuseLargePower(value.n, exponent);
    refuseLargePower(value.d, exponent);
    return shortened(powerOf(value, Number(exponent)), bits);
  }
  if (exponent > 100_000n) throw new TooLarge('power');
  const top = absoluteInterval(base.interval).hi;
  if (Math.max(0, bitLength(top) - bits) * Number(exponent) > 40_000) throw new TooLarge('power');
  return within(powerOfInterval(base.interval, Number(exponent), bits));
}
