import type { Expr } from '../../math/expr.ts';
import { divide, multiply, negate, add as addExpr, num, root, sqrt } from '../../math/build.ts';
import { factorInteger } from '../../math/integers.ts';
import {
  compareRationals,
  denominatorOf,
  floorOf,
  isInteger,
  isZero,
  minus,
  negated,
  numeratorOf,
  one,
  over,
  plus,
  powerOf,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import type { ExactWork } from '../exactWork.ts';

/** One prime under a root: prime^exponent with 0 < exponent < 1. */
interface RootPrime {
  readonly prime: bigint;
  readonly exponent: Rational;
}

interface RadicalTerm {
  readonly coefficient: Rational;
  /** Ascending by prime. Empty for the rational part. */
  readonly roots: readonly RootPrime[];
}

/**
 * A sum of rational multiples of roots of integers, as a map from the root's key to its term; no term is zero.
 * The roots ∏ p^(a/b) with 0 ≤ a/b < 1 are linearly independent over Q (Besicovitch, 1940), so two sums are equal
 * exactly when their maps are.
 */
export type Radical = ReadonlyMap<string, RadicalTerm>;

const rationalKey = '';
const maximumTerms = 64;

export function fromRational(value: Rational): Radical {
  return isZero(value) ? new Map() : new Map([[rationalKey, { coefficient: value, roots: [] }]]);
}

/** The value where it is rational. */
export function toRational(value: Radical): Rational | undefined {
  if (value.size === 0) return zero;
  return value.size === 1 ? value.get(rationalKey)?.coefficient : undefined;
}

export function termsOf(value: Radical): readonly RadicalTerm[] {
  return [...value.entries()]
    .sort(([a], [b]) => (a === rationalKey ? -1 : b === rationalKey ? 1 : a.length - b.length || (a < b ? -1 : 1)))
    .map(([, term]) => term);
}

function collect(terms: readonly RadicalTerm[]): Radical {
  const found = new Map<string, RadicalTerm>();
  for (const term of terms) {
    const key = keyOf(term.roots);
    const coefficient = plus(found.get(key)?.coefficient ?? zero, term.coefficient);
    if (isZero(coefficient)) found.delete(key);
    else found.set(key, { coefficient, roots: term.roots });
  }
  return found;
}

function keyOf(roots: readonly RootPrime[]): string {
  return roots.map(({ prime, exponent }) => `${prime}^${exponent.toFraction()}`).join('·');
}

export function addRadicals(a: Radical, b: Radical): Radical {
  return collect([...a.values(), ...b.values()]);
}

export function negateRadical(a: Radical): Radical {
  return collect([...a.values()].map((term) => ({ ...term, coefficient: negated(term.coefficient) })));
}

/** Undefined where the product would have more terms than a person would read. */
export function multiplyRadicals(a: Radical, b: Radical): Radical | undefined {
  if (a.size * b.size > maximumTerms * maximumTerms) return undefined;
  const terms: RadicalTerm[] = [];
  for (const left of a.values()) for (const right of b.values()) terms.push(multiplyTerms(left, right));
  const result = collect(terms);
  return result.size > maximumTerms ? undefined : result;
}

function multiplyTerms(a: RadicalTerm, b: RadicalTerm): RadicalTerm {
  const exponents = new Map<bigint, Rational>();
  for (const { prime, exponent } of [...a.roots, ...b.roots])
    exponents.set(prime, plus(exponents.get(prime) ?? zero, exponent));
  return normalTerm(times(a.coefficient, b.coefficient), exponents);
}

/** Whole powers of the primes go into the coefficient. */
function normalTerm(coefficient: Rational, exponents: ReadonlyMap<bigint, Rational>): RadicalTerm {
  let outside = coefficient;
  const roots: RootPrime[] = [];
  for (const [prime, exponent] of exponents) {
    const whole = floorOf(exponent);
    if (whole !== 0n) outside = times(outside, powerOf(rational(prime), Number(whole)));
    const rest = minus(exponent, rational(whole));
    if (!isZero(rest)) roots.push({ prime, exponent: rest });
  }
  return { coefficient: outside, roots: roots.sort((a, b) => (a.prime < b.prime ? -1 : 1)) };
}

/** The reciprocal with a rational denominator; undefined for 0 and where conjugates of square roots don't lead to it. */
export function invertRadical(value: Radical): Radical | undefined {
  const [only] = value.values();
  if (only === undefined) return undefined;
  if (value.size === 1) {
    const exponents = new Map(only.roots.map(({ prime, exponent }) => [prime, negated(exponent)]));
    const term = normalTerm(over(one, only.coefficient), exponents);
    return collect([term]);
  }
  const conjugated = conjugateOf(value);
  if (conjugated === undefined) return undefined;
  const norm = multiplyRadicals(value, conjugated);
  const inverse = norm === undefined ? undefined : invertRadical(norm);
  return inverse === undefined ? undefined : multiplyRadicals(conjugated, inverse);
}

/** The same sum with the sign of one square root changed: a + b√p → a − b√p, for the biggest prime under a root. */
export function conjugateOf(value: Radical): Radical | undefined {
  const half = rational(1n, 2n);
  const roots = [...value.values()].flatMap((term) => term.roots);
  if (roots.some(({ exponent }) => compareRationals(exponent, half) !== 0)) return undefined;
  const prime = roots.reduce<bigint>((biggest, next) => (next.prime > biggest ? next.prime : biggest), 0n);
  if (prime === 0n) return undefined;
  return collect(
    [...value.values()].map((term) =>
      term.roots.some((next) => next.prime === prime) ? { ...term, coefficient: negated(term.coefficient) } : term,
    ),
  );
}

/** Whole powers, by repeated squaring. */
export function powerOfRadical(value: Radical, exponent: number): Radical | undefined {
  const exact = toRational(value);
  if (exact !== undefined) return isZero(exact) && exponent < 0 ? undefined : fromRational(powerOf(exact, exponent));
  if (exponent < 0) {
    const inverse = invertRadical(value);
    return inverse && powerOfRadical(inverse, -exponent);
  }
  let result: Radical | undefined = fromRational(one);
  let square: Radical | undefined = value;
  for (let rest = exponent; rest > 0 && result !== undefined && square !== undefined; rest >>= 1) {
    if (rest & 1) result = multiplyRadicals(result, square);
    if (rest > 1) square = multiplyRadicals(square, square);
  }
  return result;
}

/** value^exponent for a rational value: the real root. Undefined where there is none or the factors were not found. */
export function fractionalPower(value: Rational, exponent: Rational, work: ExactWork): Radical | undefined {
  if (isZero(value)) return exponent.s > 0n && !isZero(exponent) ? new Map() : undefined;
  const index = denominatorOf(exponent);
  const isNegative = value.s < 0n;
  if (isNegative && index % 2n === 0n) return undefined;
  const exponents = new Map<bigint, Rational>();
  for (const [integer, sign] of [
    [value.n, exponent],
    [value.d, negated(exponent)],
  ] as const) {
    const { factors, rest } = factorInteger(integer, work, 100_000);
    if (rest !== 1n) return undefined;
    for (const factor of factors) exponents.set(factor.prime, times(rational(factor.exponent), sign));
  }
  const keepsSign = isNegative && numeratorOf(exponent) % 2n !== 0n;
  return collect([normalTerm(keepsSign ? rational(-1n) : one, exponents)]);
}

export function sameRadical(a: Radical, b: Radical): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, term]) => compareRationals(b.get(key)?.coefficient ?? zero, term.coefficient) === 0)
  );
}

/** The product of roots of a term, the coefficient aside: √6, ∛4, √2·∛3; undefined for the rational part. */
export function rootExpr(term: RadicalTerm): Expr | undefined {
  if (term.roots.length === 0) return undefined;
  const byIndex = new Map<bigint, bigint>();
  for (const { prime, exponent } of term.roots) {
    const index = denominatorOf(exponent);
    byIndex.set(index, (byIndex.get(index) ?? 1n) * prime ** numeratorOf(exponent));
  }
  return multiply(
    ...[...byIndex]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([index, radicand]) => (index === 2n ? sqrt(num(radicand)) : root(num(radicand), num(index)))),
  );
}

/** A term without its sign: 427√17/2. */
function unsignedTerm(term: RadicalTerm, writeRational: (value: Rational) => Expr): Expr {
  const size = term.coefficient.s < 0n ? negated(term.coefficient) : term.coefficient;
  const under = rootExpr(term);
  if (under === undefined) return writeRational(size);
  const top = size.n === 1n ? under : multiply(num(size.n), under);
  return isInteger(size) ? top : divide(top, num(size.d));
}

/**
 * The sum as a person writes it: the rational part first, then the roots, but what is subtracted behind what is added; over one fraction line where all denominators
 * are the same. `writeRational` gets values that are not negative.
 */
export function radicalToExpr(value: Radical, writeRational: (value: Rational) => Expr = num): Expr {
  const ordered = termsOf(value);
  const isNegative = ({ coefficient }: RadicalTerm): boolean => coefficient.s < 0n;
  const all = [...ordered.filter((term) => !isNegative(term)), ...ordered.filter(isNegative)];
  const bottom = all[0]?.coefficient.d ?? 1n;
  if (all.length > 1 && bottom > 1n && all.every(({ coefficient }) => coefficient.d === bottom)) {
    const top = all.map((term) => ({ ...term, coefficient: times(term.coefficient, rational(bottom)) }));
    return divide(addExpr(...top.map((term) => signedTerm(term, num))), num(bottom));
  }
  return addExpr(...all.map((term) => signedTerm(term, writeRational)));
}

function signedTerm(term: RadicalTerm, writeRational: (value: Rational) => Expr): Expr {
  const unsigned = unsignedTerm(term, writeRational);
  return term.coefficient.s < 0n ? negate(unsigned) : unsigned;
}
