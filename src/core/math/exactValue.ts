import { add, divide, i, multiply, negate, num, root, sqrt } from './build.ts';
import { certifiedSign } from './certify.ts';
import { areEqual } from './equality.ts';
import type { Expr } from './expr.ts';
import { splitPower } from './integers.ts';
import { constantValue } from './polynomial.ts';
import {
  absolute,
  compareRationals,
  isInteger,
  numeratorOf,
  over,
  rational,
  times,
  type Rational,
} from './rational.ts';
import { toRationalFunction } from './rationalFunction.ts';
import { freeSymbols } from './tree.ts';

/** coefficient · ⁿ√radicand, times i where `isImaginary`. */
export interface RadicalTerm {
  /** Never 0. */
  readonly coefficient: Rational;
  /** Free of index-th powers, and greater than 1, except that a plain number has radicand 1 and index 1. */
  readonly radicand: bigint;
  readonly index: number;
  readonly isImaginary: boolean;
}

/**
 * A sum of rational multiples of roots of integers. Such sums have one normal form (roots of different radicands that
 * are free of powers are linearly independent over the rationals: Besicovitch, 1940), so that equal numbers have equal terms.
 */
export interface ExactValue {
  readonly terms: readonly RadicalTerm[];
}

/** The exact value of a number written with rationals, roots and i; undefined for letters, π, roots that stay nested, … */
export function toExactValue(expr: Expr): ExactValue | undefined {
  const form = toRationalFunction(expr);
  const bottom = form && constantValue(form.denominator);
  if (!form || !bottom) return undefined;
  const { numerator, kernels } = form;
  const terms: RadicalTerm[] = [];
  for (const { exponents, coefficient } of numerator.terms) {
    const factors: { readonly radicand: bigint; readonly index: number; readonly exponent: number }[] = [];
    let isImaginary = false;
    for (const [position, name] of numerator.variables.entries()) {
      const exponent = exponents[position] ?? 0;
      if (exponent === 0) continue;
      if (name === '#i') {
        isImaginary = true;
        continue;
      }
      const rule = kernels.get(name)?.rule;
      const radicand = rule && constantValue(rule.value.numerator);
      if (
        !rule ||
        !radicand ||
        !isInteger(radicand) ||
        radicand.s < 0n ||
        constantValue(rule.value.denominator)?.n !== 1n
      )
        return undefined;
      factors.push({ radicand: radicand.n, index: rule.degree, exponent });
    }
    terms.push({ ...joinedRoots(factors, over(coefficient, bottom)), isImaginary });
  }
  return { terms: terms.sort(byRadicand) };
}

/** Π ⁿ√p^k as one root. */
function joinedRoots(
  factors: readonly { readonly radicand: bigint; readonly index: number; readonly exponent: number }[],
  coefficient: Rational,
): Omit<RadicalTerm, 'isImaginary'> {
  const index = factors.reduce((common, factor) => leastCommonMultiple(common, lowestIndex(factor)), 1);
  const radicand = factors.reduce(
    (product, factor) => product * factor.radicand ** BigInt((factor.exponent * index) / factor.index),
    1n,
  );
  if (index === 1) return { coefficient, radicand: 1n, index: 1 };
  const { outside, inside } = splitPower(radicand, index);
  return { coefficient: times(coefficient, rational(outside)), radicand: inside, index };
}

function lowestIndex({ index, exponent }: { readonly index: number; readonly exponent: number }): number {
  return index / divisor(index, exponent);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / divisor(a, b)) * b;
}

function byRadicand(a: RadicalTerm, b: RadicalTerm): number {
  if (a.isImaginary !== b.isImaginary) return a.isImaginary ? 1 : -1;
  return a.index - b.index || (a.radicand < b.radicand ? -1 : 1);
}

/** As an expression, plain numbers first: 27534 + 54√17. With one denominator where that is shorter: (1 + √5)/2. */
export function exactValueToExpr({ terms }: ExactValue): Expr {
  if (terms.length === 0) return num(0);
  const denominators = new Set(terms.map(({ coefficient }) => coefficient.d));
  const [only] = denominators;
  const isShared = denominators.size === 1 && only !== undefined && only !== 1n && terms.length > 1;
  const scale = rational(isShared ? only : 1n);
  const sum = add(...terms.map((term) => termExpr({ ...term, coefficient: times(term.coefficient, scale) })));
  return isShared ? divide(sum, num(only)) : sum;
}

function termExpr({ coefficient, radicand, index, isImaginary }: RadicalTerm): Expr {
  const size = absolute(coefficient);
  const [top, bottom] = [numeratorOf(size), size.d];
  const radical = radicand === 1n ? [] : [index === 2 ? sqrt(num(radicand)) : root(num(radicand), num(index))];
  const units = [...(isImaginary ? [i] : []), ...radical];
  const numerator = multiply(...(top === 1n && units.length > 0 ? [] : [num(top)]), ...units);
  const body = bottom === 1n ? numerator : units.length === 0 ? num(size) : divide(numerator, num(bottom));
  return coefficient.s < 0n ? negate(body) : body;
}

export function sameExactValue(a: ExactValue, b: ExactValue): boolean {
  return (
    a.terms.length === b.terms.length &&
    a.terms.every((term, position) => {
      const other = b.terms[position];
      return (
        other?.radicand === term.radicand &&
        other.index === term.index &&
        other.isImaginary === term.isImaginary &&
        compareRationals(other.coefficient, term.coefficient) === 0
      );
    })
  );
}

/**
 * The sign of any real number without letters (with π, logarithms, nested roots too): exact where it is 0, certified where
 * not. Undefined where that can't be told, or it is no real number.
 */
export function signOfNumber(expr: Expr): -1 | 0 | 1 | undefined {
  if (freeSymbols(expr).length > 0) return undefined;
  const reading = certifiedSign(expr);
  if (reading.type === 'sign') return reading.sign;
  if (reading.type !== 'nearZero' && reading.type !== 'undecided') return undefined;
  const { result, how } = areEqual(expr, num(0));
  return result === 'equal' && how !== 'points' ? 0 : undefined;
}
