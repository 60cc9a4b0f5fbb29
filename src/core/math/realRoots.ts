import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { factorPolynomial } from './factorPolynomial.ts';
import { univariateCoefficients, type Polynomial } from './polynomial.ts';
import { primitivePart } from './polynomial/gcd.ts';
import {
  absolute,
  compareRationals,
  minus,
  negated,
  numeratorOf,
  over,
  plus,
  powerOf,
  rational,
  signOf,
  times,
  zero,
  type Rational,
} from './rational.ts';

/** A real root of an irreducible polynomial: the only one between its bounds. */
export interface RealRoot {
  /** Irreducible over the rationals, primitive, in one letter. */
  readonly polynomial: Polynomial;
  /** Its integer coefficients, ascending. */
  readonly coefficients: readonly bigint[];
  /** The bounds are equal exactly where the root is rational; else neither of them is a root. */
  readonly lower: Rational;
  readonly upper: Rational;
  readonly multiplicity: number;
}

/**
 * All real roots of a polynomial in one letter, ascending, each with its multiplicity. The zero polynomial and constants
 * have none. RangeError for several letters.
 */
export function realRoots(p: Polynomial, work: ExactWork = unlimitedWork): readonly RealRoot[] {
  if (p.variables.length > 1) throw new RangeError('real roots of a polynomial in several letters');
  const { factors } = factorPolynomial(p, work);
  const roots = factors.flatMap(({ polynomial, multiplicity }) => rootsOfIrreducible(polynomial, multiplicity, work));
  return sortedRoots(roots);
}

/** Ascending, refined until no two intervals meet. */
export function sortedRoots(roots: readonly RealRoot[]): readonly RealRoot[] {
  const apart = [...roots];
  for (let again = true; again;) {
    again = false;
    apart.sort((a, b) => compareRationals(a.lower, b.lower) || compareRationals(a.upper, b.upper));
    for (let index = 0; index + 1 < apart.length; index += 1) {
      const [a, b] = [apart[index], apart[index + 1]];
      if (!a || !b || compareRationals(a.upper, b.lower) < 0 || isSameRoot(a, b)) continue;
      apart[index] = halved(a);
      apart[index + 1] = halved(b);
      again = true;
    }
  }
  return apart;
}

/** The same number: roots of one irreducible polynomial with intervals that meet once both are refined to the same width. */
export function isSameRoot(a: RealRoot, b: RealRoot): boolean {
  if (a.coefficients.length !== b.coefficients.length) return false;
  if (!a.coefficients.every((value, index) => value === b.coefficients[index])) return false;
  const lower = compareRationals(a.lower, b.lower) > 0 ? a.lower : b.lower;
  const upper = compareRationals(a.upper, b.upper) < 0 ? a.upper : b.upper;
  if (compareRationals(lower, upper) > 0) return false;
  if (isRationalRoot(a)) return true;
  return signAt(a.coefficients, lower) !== signAt(a.coefficients, upper);
}

export function isRationalRoot(root: RealRoot): boolean {
  return root.coefficients.length === 2;
}

/** The value where it is rational. */
export function rationalRoot(root: RealRoot): Rational | undefined {
  return isRationalRoot(root) ? root.lower : undefined;
}

function rootsOfIrreducible(polynomial: Polynomial, multiplicity: number, work: ExactWork): readonly RealRoot[] {
  const coefficients = (univariateCoefficients(primitivePart(polynomial)) ?? []).map(numeratorOf);
  const [constant = 0n, slope = 1n] = coefficients;
  if (coefficients.length === 2) {
    const value = over(rational(-constant), rational(slope));
    return [{ polynomial, coefficients, lower: value, upper: value, multiplicity }];
  }
  const alternating = coefficients.map((value, power) => (power % 2 === 0 ? value : -value));
  const below = isolatePositive(alternating, work).map(({ lower, upper }) => ({
    lower: negated(upper),
    upper: negated(lower),
  }));
  return [...below.reverse(), ...isolatePositive(coefficients, work)].map(({ lower, upper }) => ({
    polynomial,
    coefficients,
    lower,
    upper,
    multiplicity,
  }));
}

interface Bounds {
  readonly lower: Rational;
  readonly upper: Rational;
}

/**
 * Vincent, Collins and Akritas (1976): halve (0, 2^b) until Descartes' rule of signs says none or one.
 * The polynomial is square-free and has no rational root.
 */
function isolatePositive(coefficients: readonly bigint[], work: ExactWork): readonly Bounds[] {
  const bits = rootBoundBits(coefficients);
  const size = rational(1n << BigInt(bits));
  const found: Bounds[] = [];
  const start = coefficients.map((value, power) => value << BigInt(bits * power));
  const pending: { readonly q: readonly bigint[]; readonly index: bigint; readonly depth: number }[] = [
    { q: start, index: 0n, depth: 0 },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    work.check();
    const variations = signVariations(shiftedByOne([...next.q].reverse()));
    if (variations === 0) continue;
    const { index, depth } = next;
    if (variations === 1) {
      const unit = over(size, rational(1n << BigInt(depth)));
      found.push({ lower: times(unit, rational(index)), upper: times(unit, rational(index + 1n)) });
      continue;
    }
    const degree = next.q.length - 1;
    const left = next.q.map((value, power) => value << BigInt(degree - power));
    // The right half is popped after the left one, so that the intervals ascend.
    pending.push({ q: shiftedByOne(left), index: 2n * index + 1n, depth: depth + 1 });
    pending.push({ q: left, index: 2n * index, depth: depth + 1 });
  }
  return found;
}

/** All positive roots are below 2^bits (Lagrange's bound on each coefficient). */
function rootBoundBits(coefficients: readonly bigint[]): number {
  const length = (value: bigint) => (value < 0n ? -value : value).toString(2).length;
  const leading = coefficients.at(-1) ?? 1n;
  const degree = coefficients.length - 1;
  let bits = 1;
  coefficients.forEach((value, power) => {
    if (value === 0n || power === degree || value > 0n === leading > 0n) return;
    bits = Math.max(bits, Math.ceil((length(value) - length(leading) + 1) / (degree - power)) + 1);
  });
  return Math.max(1, bits);
}

/** q(x + 1) by repeated synthetic division. */
function shiftedByOne(q: readonly bigint[]): readonly bigint[] {
  const shifted = [...q];
  for (let round = 0; round < shifted.length - 1; round += 1) {
    for (let power = shifted.length - 2; power >= round; power -= 1) {
      shifted[power] = (shifted[power] ?? 0n) + (shifted[power + 1] ?? 0n);
    }
  }
  return shifted;
}

function signVariations(q: readonly bigint[]): number {
  let [count, last] = [0, 0];
  for (const value of q) {
    const sign = value > 0n ? 1 : value < 0n ? -1 : 0;
    if (sign === 0) continue;
    if (last !== 0 && sign !== last) count += 1;
    last = sign;
  }
  return count;
}

/** The sign of an integer polynomial at a rational point. */
export function signAt(coefficients: readonly bigint[], point: Rational): -1 | 0 | 1 {
  const [n, d] = [numeratorOf(point), point.d];
  let [sum, power] = [0n, 1n];
  for (let index = coefficients.length - 1; index >= 0; index -= 1) {
    sum = sum * n + (coefficients[index] ?? 0n) * power;
    power *= d;
  }
  return sum > 0n ? 1 : sum < 0n ? -1 : 0;
}

function halved(root: RealRoot): RealRoot {
  if (isRationalRoot(root)) return root;
  const middle = over(plus(root.lower, root.upper), rational(2));
  const isBelow = signAt(root.coefficients, middle) === signAt(root.coefficients, root.lower);
  return isBelow ? { ...root, lower: middle } : { ...root, upper: middle };
}

/** The same root between bounds that are at most 2^-bits apart. */
export function refineRoot(root: RealRoot, bits: number): RealRoot {
  const width = powerOf(rational(2), -bits);
  let refined = root;
  while (compareRationals(minus(refined.upper, refined.lower), width) > 0) refined = halved(refined);
  return refined;
}

/** The nearest double, nearly. */
export function approximateRoot(root: RealRoot): number {
  const fine = refineRoot(root, 64);
  const size = absolute(fine.upper);
  const finer = compareRationals(size, rational(1, 1_000_000)) < 0 ? refineRoot(root, 160) : fine;
  return plus(finer.lower, finer.upper).valueOf() / 2;
}

/** The sign at the root of a polynomial in the same letter: 0 exactly where the root's own polynomial divides it. */
export function signAtRoot(
  q: Polynomial,
  root: RealRoot,
  divides: (p: Polynomial, q: Polynomial) => boolean,
): -1 | 0 | 1 {
  const coefficients = univariateCoefficients(q);
  if (coefficients === undefined) throw new RangeError('sign of a polynomial in several letters');
  if (coefficients.length === 1) return signOf(coefficients[0] ?? zero);
  const exact = rationalRoot(root);
  if (exact) return signOf(coefficients.reduceRight((sum, value) => plus(times(sum, exact), value), zero));
  if (divides(root.polynomial, q)) return 0;
  for (let refined = root; ; refined = halved(halved(refined))) {
    const { lower, upper } = rangeOver(coefficients, refined.lower, refined.upper);
    if (lower.s > 0n && lower.n !== 0n) return 1;
    if (upper.s < 0n) return -1;
  }
}

/** Bounds of a polynomial between two points, by Horner's scheme on intervals. */
function rangeOver(coefficients: readonly Rational[], low: Rational, high: Rational): Bounds {
  let bounds: Bounds = { lower: zero, upper: zero };
  for (const value of [...coefficients].reverse()) {
    const products = [bounds.lower, bounds.upper].flatMap((end) => [times(end, low), times(end, high)]);
    products.sort(compareRationals);
    bounds = { lower: plus(products[0] ?? zero, value), upper: plus(products[3] ?? zero, value) };
  }
  return bounds;
}

/** The number of different real roots. */
export function countRealRoots(p: Polynomial, work: ExactWork = unlimitedWork): number {
  return realRoots(p, work).length;
}
