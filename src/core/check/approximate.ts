import { abs, subtract } from '../math/build.ts';
import { certifiedSign, certifiedValue } from '../math/certify.ts';
import type { Expr } from '../math/expr.ts';
import { fromRational } from '../math/number/fixed.ts';
import { absolute, over, plus, rational, times, type Rational } from '../math/rational.ts';
import { freeSymbols } from '../math/tree.ts';

export type Closeness =
  /** As near as the digits that are written say, or nearer. */
  | 'rounded'
  /** Farther off than any rounding that people do: more than a tenth of the value, and many units. */
  | 'far'
  | 'undecided';

const bits = 192;
const half = rational(1, 2);
/** In units of the last written place. */
const farUnits = rational(20);
const farShare = rational(1, 10);

/** Whether one side of ≈ is the other side rounded, as far as its own digits go. Sides without letters only. */
export function closeness(left: Expr, right: Expr): Closeness {
  if (freeSymbols(left).length + freeSymbols(right).length > 0) return 'undecided';
  const [first, second] = [unitOf(left), unitOf(right)];
  if (first === undefined && second === undefined) return 'undecided';
  const unit = first !== undefined && second !== undefined ? larger(first, second) : (first ?? second ?? rational(0));
  const gap = certifiedValue(subtract(left, right), new Map(), bits);
  const size = certifiedValue(right, new Map(), bits);
  const [gapRange, sizeRange] = [rangeOf(gap), rangeOf(size)];
  if (!gapRange || !sizeRange) return 'undecided';
  const at = (value: Rational) => fromRational(value, bits);
  if (gapRange.most <= at(times(unit, half)).hi) return 'rounded';
  // Digits cut off instead of rounded: the coarser side is the smaller one.
  const [fine, coarse] = unit === first ? [right, left] : [left, right];
  const cut = certifiedSign(subtract(abs(fine), abs(coarse)));
  if (gapRange.most < at(unit).lo && cut.type === 'sign' && cut.sign > 0) return 'rounded';
  const limit = plus(times(unit, farUnits), times(sizeRange.rational, farShare));
  return gapRange.least > at(limit).hi ? 'far' : 'undecided';
}

function larger(a: Rational, b: Rational): Rational {
  return a.compare(b) < 0 ? b : a;
}

interface Range {
  readonly least: bigint;
  readonly most: bigint;
  readonly rational: Rational;
}

/** Bounds of the absolute value in units of 2^-bits. */
function rangeOf(reading: ReturnType<typeof certifiedValue>): Range | undefined {
  if (reading.type === 'exact') {
    const size = absolute(reading.value);
    const { lo, hi } = fromRational(size, bits);
    return { least: lo, most: hi, rational: size };
  }
  if (reading.type !== 'interval') return undefined;
  const { lo, hi } = reading.interval;
  const [least, most] = lo > 0n ? [lo, hi] : hi < 0n ? [-hi, -lo] : [0n, hi > -lo ? hi : -lo];
  return { least, most, rational: over(rational(most), rational(1n << BigInt(bits))) };
}

/** The last place that a number is written to: 0.01 for 3.14, 1000 for 45000 (it may be rounded to that), 10 for 1.2·10². */
function unitOf(expr: Expr): Rational | undefined {
  if (expr.kind === 'negate') return unitOf(expr.operand);
  if (expr.kind === 'multiply') {
    const [mantissa, scale, more] = expr.factors;
    const unit = mantissa && unitOf(mantissa);
    const isScale = scale?.kind === 'power' && scale.base.kind === 'number' && scale.base.value.equals(10);
    const value = isScale ? certifiedValue(scale, new Map(), bits) : undefined;
    return unit && value?.type === 'exact' && more === undefined ? times(unit, value.value) : undefined;
  }
  if (expr.kind === 'quantity') return unitOf(expr.value);
  if (expr.kind !== 'number') return undefined;
  switch (expr.notation) {
    case 'integer': {
      const zeros = /0*$/.exec(expr.text)?.[0].length ?? 0;
      return expr.value.n === 0n ? rational(1) : rational(10n ** BigInt(zeros));
    }
    case 'decimal':
    case 'percent': {
      const places = /[.,](\d+)/.exec(expr.text)?.[1]?.length ?? 0;
      const unit = rational(1, 10n ** BigInt(places));
      return expr.notation === 'percent' ? over(unit, rational(100)) : unit;
    }
    default:
      return undefined;
  }
}
