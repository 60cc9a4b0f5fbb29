import { TooLarge } from './tooLarge.ts';
import type { Point } from './certify.ts';
import type { Expr } from './expr.ts';
import { certifiedCall } from './number/certifiedCall.ts';
import {
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
import { isInteger, isZero, numeratorOf, rational } from './rational.ts';

/** Real and imaginary part, each exact or within an interval. */
interface ComplexValue {
  readonly re: Certified;
  readonly im: Certified;
}

const zero = exactValueOf(rational(0));
const one = exactValueOf(rational(1));
const maximumPower = 10_000n;

/** How far a complex expression surely is from 0 at a point with real values of the letters. */
export type ComplexReading =
  /** Real or imaginary part is not 0: certain. */
  | { readonly type: 'apart' }
  /** Both are exactly 0. */
  | { readonly type: 'zero' }
  /** Both hold 0 at more than 150 digits. */
  | { readonly type: 'nearZero' }
  | { readonly type: 'undecided' };

const precisions = [96, 512] as const;

export function complexDistance(expr: Expr, point: Point): ComplexReading {
  let last: ComplexReading = { type: 'undecided' };
  for (const bits of precisions) {
    try {
      const { re, im } = walk(expr, point, bits);
      if (isExactZero(re) && isExactZero(im)) return { type: 'zero' };
      if (isApart(re, bits) || isApart(im, bits)) return { type: 'apart' };
      last = bits === 512 && isNarrow(re, bits) && isNarrow(im, bits) ? { type: 'nearZero' } : last;
    } catch (error) {
      if (error instanceof Undecided) continue;
      if (error instanceof OutOfDomain || error instanceof Unsupported || error instanceof TooLarge) return last;
      throw error;
    }
  }
  return last;
}

function isExactZero(value: Certified): boolean {
  return value.type === 'exact' && isZero(value.value);
}

function isApart(value: Certified, bits: number): boolean {
  const { lo, hi } = intervalOf(value, bits);
  return value.type === 'exact' ? !isZero(value.value) : lo > 0n || hi < 0n;
}

function isNarrow(value: Certified, bits: number): boolean {
  const { lo, hi } = intervalOf(value, bits);
  return hi - lo < 1n << BigInt(bits - 400);
}

function real(re: Certified): ComplexValue {
  return { re, im: zero };
}

function walk(expr: Expr, point: Point, bits: number): ComplexValue {
  const read = (child: Expr) => walk(child, point, bits);
  switch (expr.kind) {
    case 'number':
      return real(exactValueOf(expr.value));
    case 'symbol': {
      const value = point.get(expr.name);
      if (value === undefined) throw new Unsupported();
      return real(exactValueOf(value));
    }
    case 'constant':
      if (expr.name === 'i') return { re: zero, im: one };
      if (expr.name === 'pi') return real(piValue(bits));
      if (expr.name === 'e') return real(certifiedCall('exp', [one], bits));
      throw new Unsupported();
    case 'add':
      return expr.terms.map(read).reduce((a, b) => sum(a, b, bits));
    case 'negate':
      return negated(read(expr.operand));
    case 'multiply':
      return expr.factors.map(read).reduce((a, b) => product(a, b, bits));
    case 'divide':
      return quotient(read(expr.numerator), read(expr.denominator), bits);
    case 'power':
      return raised(read(expr.base), read(expr.exponent), bits);
    case 'root': {
      const radicand = read(expr.radicand);
      if (expr.index !== undefined) return real(rootOfValue(realPart(radicand), realPart(read(expr.index)), bits));
      return squareRoot(radicand, bits);
    }
    case 'abs':
      return real(sizeOf(read(expr.operand), bits));
    case 'quantity':
      if (expr.unit !== '°') throw new Unsupported();
      return real(
        divideValues(
          multiplyValues(realPart(read(expr.value)), piValue(bits), bits),
          exactValueOf(rational(180)),
          bits,
        ),
      );
    case 'factorial':
      return real(certifiedCall('factorial', [realPart(read(expr.operand))], bits));
    case 'call':
      return called(expr.name, expr.args.map(read), bits);
    default:
      throw new Unsupported();
  }
}

function realPart({ re, im }: ComplexValue): Certified {
  if (!isExactZero(im)) throw new Unsupported();
  return re;
}

function sum(a: ComplexValue, b: ComplexValue, bits: number): ComplexValue {
  return { re: addValues(a.re, b.re, bits), im: addValues(a.im, b.im, bits) };
}

function negated({ re, im }: ComplexValue): ComplexValue {
  return { re: negateValue(re), im: negateValue(im) };
}

function product(a: ComplexValue, b: ComplexValue, bits: number): ComplexValue {
  const times = (u: Certified, v: Certified) => multiplyValues(u, v, bits);
  return {
    re: addValues(times(a.re, b.re), negateValue(times(a.im, b.im)), bits),
    im: addValues(times(a.re, b.im), times(a.im, b.re), bits),
  };
}

function quotient(a: ComplexValue, b: ComplexValue, bits: number): ComplexValue {
  if (isExactZero(b.im)) return { re: divideValues(a.re, b.re, bits), im: divideValues(a.im, b.re, bits) };
  const size = addValues(multiplyValues(b.re, b.re, bits), multiplyValues(b.im, b.im, bits), bits);
  const { re, im } = product(a, { re: b.re, im: negateValue(b.im) }, bits);
  return { re: divideValues(re, size, bits), im: divideValues(im, size, bits) };
}

function sizeOf({ re, im }: ComplexValue, bits: number): Certified {
  if (isExactZero(im)) return certifiedCall('abs', [re], bits);
  const square = addValues(multiplyValues(re, re, bits), multiplyValues(im, im, bits), bits);
  return certifiedCall('sqrt', [square], bits);
}

/** Whole powers by multiplying; of a positive real number to a complex exponent by the exponential. */
function raised(base: ComplexValue, exponent: ComplexValue, bits: number): ComplexValue {
  const { re, im } = exponent;
  if (isExactZero(im) && re.type === 'exact' && isInteger(re.value) && !isExactZero(base.im)) {
    const count = numeratorOf(re.value);
    if (count < -maximumPower || count > maximumPower) throw new TooLarge('power');
    const size = power(base, count < 0n ? -count : count, bits);
    return count < 0n ? quotient(real(one), size, bits) : size;
  }
  const positive = realPart(base);
  if (isExactZero(im)) return real(powerOfValue(positive, re, bits));
  if (signOfValue(positive) <= 0) throw new Unsupported();
  const log = certifiedCall('ln', [positive], bits);
  return exponential({ re: multiplyValues(re, log, bits), im: multiplyValues(im, log, bits) }, bits);
}

function power(base: ComplexValue, exponent: bigint, bits: number): ComplexValue {
  let [result, square, rest] = [real(one), base, exponent];
  while (rest > 0n) {
    if (rest % 2n === 1n) result = product(result, square, bits);
    rest /= 2n;
    if (rest > 0n) square = product(square, square, bits);
  }
  return result;
}

function exponential({ re, im }: ComplexValue, bits: number): ComplexValue {
  const size = certifiedCall('exp', [re], bits);
  return {
    re: multiplyValues(size, certifiedCall('cos', [im], bits), bits),
    im: multiplyValues(size, certifiedCall('sin', [im], bits), bits),
  };
}

/** The principal root: its real part is positive, or it is 0 and the imaginary part is not negative. */
function squareRoot(value: ComplexValue, bits: number): ComplexValue {
  if (isExactZero(value.im)) {
    if (signOfValue(value.re) >= 0) return real(rootOfValue(value.re, exactValueOf(rational(2)), bits));
    return { re: zero, im: rootOfValue(negateValue(value.re), exactValueOf(rational(2)), bits) };
  }
  const size = sizeOf(value, bits);
  const half = (a: Certified) => divideValues(a, exactValueOf(rational(2)), bits);
  const re = certifiedCall('sqrt', [half(addValues(size, value.re, bits))], bits);
  const im = certifiedCall('sqrt', [half(addValues(size, negateValue(value.re), bits))], bits);
  return { re, im: signOfValue(value.im) < 0 ? negateValue(im) : im };
}

function called(name: string, args: readonly ComplexValue[], bits: number): ComplexValue {
  const [z] = args;
  if (z === undefined) throw new Unsupported();
  if (name === 'exp') return exponential(z, bits);
  if (name === 'overline') return { re: z.re, im: negateValue(z.im) };
  if (name === 'sqrt') return squareRoot(z, bits);
  if (args.every(({ im }) => isExactZero(im)))
    return real(
      certifiedCall(
        name,
        args.map(({ re }) => re),
        bits,
      ),
    );
  const of = (other: string, value: Certified) => certifiedCall(other, [value], bits);
  const times = (u: Certified, v: Certified) => multiplyValues(u, v, bits);
  if (name === 'sin')
    return { re: times(of('sin', z.re), of('cosh', z.im)), im: times(of('cos', z.re), of('sinh', z.im)) };
  if (name === 'cos')
    return { re: times(of('cos', z.re), of('cosh', z.im)), im: negateValue(times(of('sin', z.re), of('sinh', z.im))) };
  throw new Unsupported();
}
