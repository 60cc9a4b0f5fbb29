import type { Expr } from './expr.ts';
import { certifiedCall } from './number/certifiedCall.ts';
import {
  abs,
  addValues,
  divideValues,
  exactValueOf,
  intervalOf,
  multiplyValues,
  negateValue,
  OutOfDomain,
  piValue,
  powerOfValue,
  rootOfValue,
  signOfValue,
  Undecided,
  Unsupported,
  type Certified,
} from './number/certified.ts';
import type { Interval } from './number/fixed.ts';
import { num } from './build.ts';
import { isInteger, numeratorOf, rational, signOf, toDouble, type Rational } from './rational.ts';
import { freeSymbols, substitute } from './tree.ts';
import { TooLarge } from './tooLarge.ts';

/** Values of letters. */
export type Point = ReadonlyMap<string, Rational>;

/** A real number that is known by intervals, as narrow as is asked for. */
export interface RealNumber {
  interval(bits: number): Interval;
}

type PointOfReals = ReadonlyMap<string, Rational | RealNumber>;

export type CertifiedReading =
  | { readonly type: 'exact'; readonly value: Rational }
  /** Surely between lo/2^bits and hi/2^bits. */
  | { readonly type: 'interval'; readonly interval: Interval; readonly bits: number }
  /** Surely outside of the domain: a zero denominator, the root or logarithm of a negative number. */
  | { readonly type: 'undefined' }
  /** More precision might tell. */
  | { readonly type: 'undecided' }
  | { readonly type: 'unsupported' }
  | { readonly type: 'tooLarge' };

/**
 * Certified real value at a point with intervals of `bits` places after the point.
 * @param isDefined where it is known already that the expression has a value at the point
 */
export function certifiedValue(expr: Expr, point: PointOfReals, bits: number, isDefined = false): CertifiedReading {
  try {
    const value = walk(expr, { point, isDefined }, bits);
    return value.type === 'exact' ? value : { type: 'interval', interval: value.interval, bits };
  } catch (error) {
    if (error instanceof OutOfDomain) return { type: 'undefined' };
    if (error instanceof Undecided) return { type: 'undecided' };
    if (error instanceof Unsupported) return { type: 'unsupported' };
    if (error instanceof TooLarge) return { type: 'tooLarge' };
    throw error;
  }
}

export type SignReading =
  /** 0 only where the value was exact. */
  | { readonly type: 'sign'; readonly sign: -1 | 0 | 1 }
  | { readonly type: 'undefined' }
  /** Still not apart from zero at the highest precision: its absolute value is below `bound`. */
  | { readonly type: 'nearZero'; readonly bound: number }
  | { readonly type: 'undecided' }
  | { readonly type: 'unsupported' }
  | { readonly type: 'tooLarge' };

const precisions = [64, 192, 512] as const;

/** The sign of the value, with growing precision. */
export function certifiedSign(
  expr: Expr,
  point: PointOfReals = new Map(),
  bits: readonly number[] = precisions,
  isDefined = false,
): SignReading {
  let last: SignReading = { type: 'undecided' };
  for (const precision of bits) {
    const value = certifiedValue(expr, point, precision, isDefined);
    switch (value.type) {
      case 'exact':
        return { type: 'sign', sign: signOf(value.value) };
      case 'interval': {
        const { lo, hi } = value.interval;
        if (lo > 0n) return { type: 'sign', sign: 1 };
        if (hi < 0n) return { type: 'sign', sign: -1 };
        const width = hi > -lo ? hi : -lo;
        last = { type: 'nearZero', bound: toDouble(rational(width + 1n, 1n << BigInt(precision))) };
        break;
      }
      case 'undecided':
        last = value;
        break;
      default:
        return value;
    }
  }
  return last;
}

interface Place {
  readonly point: PointOfReals;
  readonly isDefined: boolean;
}

function walk(expr: Expr, place: Place, bits: number): Certified {
  const read = (child: Expr) => walk(child, place, bits);
  switch (expr.kind) {
    case 'number':
      return exactValueOf(expr.value);
    case 'symbol': {
      const value = place.point.get(expr.name);
      if (value === undefined) throw new Unsupported();
      return 'interval' in value ? { type: 'within', interval: value.interval(bits) } : exactValueOf(value);
    }
    case 'constant':
      if (expr.name === 'pi') return piValue(bits);
      if (expr.name === 'e') return certifiedCall('exp', [exactValueOf(rational(1))], bits);
      throw new Unsupported();
    case 'add':
      return expr.terms.map(read).reduce((a, b) => addValues(a, b, bits));
    case 'negate':
      return negateValue(read(expr.operand));
    case 'multiply':
      return expr.factors.map(read).reduce((a, b) => multiplyValues(a, b, bits));
    case 'divide':
      return divideValues(read(expr.numerator), read(expr.denominator), bits);
    case 'power':
      return powerOf(read(expr.base), read(expr.exponent), expr.exponent, bits, place.isDefined);
    case 'root':
      return rootOfValue(
        read(expr.radicand),
        expr.index ? read(expr.index) : exactValueOf(rational(2)),
        bits,
        place.isDefined,
      );
    case 'abs':
      return abs(read(expr.operand));
    case 'factorial':
      return certifiedCall('factorial', [read(expr.operand)], bits);
    case 'call':
      if (expr.primes) throw new Unsupported();
      return certifiedCall(expr.name, expr.args.map(read), bits);
    case 'quantity':
      if (expr.unit !== '°') throw new Unsupported();
      return divideValues(multiplyValues(read(expr.value), piValue(bits), bits), exactValueOf(rational(180)), bits);
    case 'bigOperator':
      return ofBigOperator(expr, place, bits);
    case 'piecewise': {
      for (const { value, condition } of expr.branches) {
        if (condition === undefined || holdsAt(condition, place, bits)) return read(value);
      }
      throw new OutOfDomain();
    }
    default:
      throw new Unsupported();
  }
}

/** (-8)^(1/3) is -2 as written; (-1)^n has a value for integers only, though 7/3 may be put for n. */
function powerOf(base: Certified, exponent: Certified, written: Expr, bits: number, isDefined: boolean): Certified {
  const isBroken = exponent.type === 'exact' && !isInteger(exponent.value);
  if (isBroken && freeSymbols(written).length > 0 && signOfValue(base) < 0) throw new OutOfDomain();
  return powerOfValue(base, exponent, bits, isDefined);
}

function ofBigOperator(expr: Extract<Expr, { readonly kind: 'bigOperator' }>, place: Place, bits: number): Certified {
  const [lower, upper] = [walk(expr.lower, place, bits), walk(expr.upper, place, bits)];
  if (lower.type !== 'exact' || upper.type !== 'exact' || !isInteger(lower.value) || !isInteger(upper.value)) {
    throw new Unsupported();
  }
  const [from, to] = [numeratorOf(lower.value), numeratorOf(upper.value)];
  if (to - from > 1000n) throw new TooLarge('sum');
  const isSum = expr.operator === 'sum';
  let result = exactValueOf(rational(isSum ? 0 : 1));
  for (let k = from; k <= to; k += 1n) {
    const term = walk(substitute(expr.body, { [expr.variable]: num(k) }), place, bits);
    result = isSum ? addValues(result, term, bits) : multiplyValues(result, term, bits);
  }
  return result;
}

/** Throws Undecided where the precision doesn't tell. */
function holdsAt(condition: Expr, place: Place, bits: number): boolean {
  switch (condition.kind) {
    case 'relation': {
      const values = condition.operands.map((operand) => walk(operand, place, bits));
      return condition.operators.every((operator, index) => {
        const [left, right] = [values[index], values[index + 1]];
        if (!left || !right) return false;
        const sign = signOfValue(addValues(left, negateValue(right), bits));
        switch (operator) {
          case '=':
            return sign === 0;
          case '!=':
            return sign !== 0;
          case '<':
            return sign < 0;
          case '<=':
            return sign <= 0;
          case '>':
            return sign > 0;
          case '>=':
            return sign >= 0;
          default:
            throw new Unsupported();
        }
      });
    }
    case 'and':
      return condition.items.every((item) => holdsAt(item, place, bits));
    case 'or':
      return condition.items.some((item) => holdsAt(item, place, bits));
    case 'not':
      return !holdsAt(condition.operand, place, bits);
    default:
      throw new Unsupported();
  }
}

export type TruthReading = 'true' | 'false' | 'undefined' | 'unknown';

/** Whether a relation without free letters (or with the point's) holds, with growing precision; equality only where exact. */
export function certifiedTruth(condition: Expr, point: Point = new Map()): TruthReading {
  for (const bits of precisions) {
    try {
      return holdsAt(condition, { point, isDefined: false }, bits) ? 'true' : 'false';
    } catch (error) {
      if (error instanceof OutOfDomain) return 'undefined';
      if (error instanceof Unsupported || error instanceof TooLarge) return 'unknown';
      if (!(error instanceof Undecided)) throw error;
    }
  }
  return 'unknown';
}

/** The interval of a value, for comparing with others at the same precision. */
export function intervalAt(reading: CertifiedReading, bits: number): Interval | undefined {
  if (reading.type === 'interval') return reading.interval;
  return reading.type === 'exact' ? intervalOf(exactValueOf(reading.value), bits) : undefined;
}
