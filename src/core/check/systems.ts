import { certifiedSign } from '../math/certify.ts';
import { domainConditions } from '../math/domain.ts';
import { isConstantQuotient, polynomialQuotient, type Quotient } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import { toTex } from '../math/print/toTex.ts';
import { one } from '../math/rational.ts';
import {
  coefficientsIn,
  degree,
  isConstantPolynomial,
  isZeroPolynomial,
  monic,
  zeroPolynomial,
  type Polynomial,
} from '../math/polynomial.ts';
import { divideWithRemainder } from '../math/polynomial/division.ts';
import { gcdOfPolynomials } from '../math/polynomial/gcd.ts';
import { polynomialToExpr } from '../math/polynomial/polynomialToExpr.ts';
import { squareFreePart } from '../math/polynomial/squareFree.ts';
import { countRealRoots } from '../math/realRoots.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { freeSymbols } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { differenceOf, type Statement } from './statement.ts';

interface Options {
  readonly unknowns: readonly string[];
  readonly work: ExactWork;
}

/**
 * A system of polynomial equations solved as far as unknowns occur linearly: each of `solved` in terms of at most one
 * unknown that is left, which is a root of `rest`.
 */
export interface Triangle {
  readonly space: KernelSpace;
  /** In the order of elimination: a later unknown may occur in an earlier value. */
  readonly solved: readonly { readonly unknown: string; readonly value: Quotient }[];
  /** Square-free, in the unknown that is left; 0 where that one is free, 1 where there is no solution. */
  readonly rest: Polynomial;
  readonly left: readonly string[];
  /** Coefficients of other letters that were divided by: the form holds where none of them is 0. */
  readonly divisors: readonly Polynomial[];
}

/** Two conjunctions of polynomial equations (linear systems among them), by elimination. */
export function compareSystems(
  first: Statement,
  second: Statement,
  options: Options,
  isImplication: boolean,
): Verdict | undefined {
  const [ours, theirs] = [triangleOf(first, options), triangleOf(second, options)];
  const [ourEquations, theirEquations] = [equationsOf(first), equationsOf(second)];
  if (!ours || !theirs || !ourEquations || !theirEquations) return undefined;
  const forth = implied(ours, theirEquations, options);
  const back = isImplication ? true : implied(theirs, ourEquations, options);
  if (forth === true && back === true) return verdict(ours, theirs, isImplication);
  const isExact = ours.divisors.length + theirs.divisors.length === 0;
  if (!isExact || forth === undefined || back === undefined) return undefined;
  const hasLost = !forth;
  return {
    kind: 'invalid',
    how: 'symbolic',
    relation: hasLost && !back ? 'different' : hasLost ? 'loses-solutions' : 'adds-solutions',
    evidence: hasLost
      ? 'The line before has a solution that does not satisfy this one.'
      : 'This line has a solution that does not satisfy the line before.',
  };
}

function verdict(ours: Triangle, theirs: Triangle, isImplication: boolean): Verdict {
  const divisors = [...ours.divisors, ...theirs.divisors];
  const evidence = isImplication
    ? 'This line follows by elimination.'
    : 'Elimination gives the same solutions for both lines.';
  if (divisors.length === 0) return { kind: 'proved', how: 'symbolic', relation: 'equivalent', evidence };
  const texts = [...new Set(divisors.map((p) => toTex(polynomialToExpr(monic(p)))))].map((tex) => `$${tex} \\neq 0$`);
  return {
    kind: 'valid',
    how: 'symbolic',
    relation: 'equivalent',
    evidence: `${evidence} It needs ${texts.join(' and ')}.`,
  };
}

/** The differences of a conjunction of equations, without denominators that hold unknowns; undefined for others. */
function equationsOf(statement: Statement): readonly ReturnType<typeof differenceOf>[] | undefined {
  if (statement.type === 'relation') return statement.operator === '=' ? [differenceOf(statement)] : undefined;
  if (statement.type !== 'and' || statement.items.length === 0) return undefined;
  const parts = statement.items.map(equationsOf);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

export function triangleOf(statement: Statement, { unknowns, work }: Options): Triangle | undefined {
  const equations = equationsOf(statement);
  if (equations === undefined) return undefined;
  const restrictions = equations.flatMap(domainConditions).flatMap(({ expr }) => freeSymbols(expr));
  if (restrictions.some((name) => unknowns.includes(name))) return undefined;
  try {
    const space = new KernelSpace();
    const polynomials = equations.map((equation) => readQuotient(space, equation).numerator);
    if (polynomials.some((p) => hidesUnknown(p, space, unknowns))) return undefined;
    return eliminate(polynomials, space, unknowns, work);
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** True where an unknown occurs inside a kernel: then the equation is no polynomial in it. */
function hidesUnknown(p: Polynomial, space: KernelSpace, unknowns: readonly string[]): boolean {
  return p.variables.some((name) => {
    const kernel = space.kernels.get(name);
    return kernel !== undefined && freeSymbols(kernel.expr).some((letter) => unknowns.includes(letter));
  });
}

function eliminate(
  polynomials: readonly Polynomial[],
  space: KernelSpace,
  unknowns: readonly string[],
  work: ExactWork,
): Triangle | undefined {
  let pending = polynomials.filter((p) => !isZeroPolynomial(p));
  let left = [...unknowns];
  const solved: { unknown: string; value: Quotient }[] = [];
  const divisors: Polynomial[] = [];
  const contradiction = (): Triangle => ({
    space,
    solved,
    rest: { variables: [], terms: [{ exponents: [], coefficient: one }] },
    left: [],
    divisors,
  });
  for (;;) {
    work.check();
    const step = linearStep(pending, left) ?? undefined;
    if (step === undefined) break;
    const { unknown, index, slope, constant } = step;
    if (!isSurelyNonzero(slope, space)) divisors.push(slope);
    const value = space.negate(space.divide(polynomialQuotient(constant), polynomialQuotient(slope)));
    solved.push({ unknown, value });
    left = left.filter((name) => name !== unknown);
    pending = pending
      .filter((_, position) => position !== index)
      .map((p) => substituted(p, unknown, value, space).numerator)
      .filter((p) => !isZeroPolynomial(p));
  }
  if (pending.some((p) => !left.some((name) => p.variables.includes(name)))) {
    // An equation without unknowns: never true, or a condition on the other letters that is nobody's to solve.
    return pending.some((p) => isConstantPolynomial(p)) ? contradiction() : undefined;
  }
  const open = left.filter((name) => pending.some((p) => p.variables.includes(name)));
  if (open.length > 1 || (open.length === 1 && pending.some((p) => p.variables.length > 1))) return undefined;
  const rest = pending.reduce<Polynomial>(gcdOfPolynomials, zeroPolynomial);
  if (isConstantPolynomial(rest) && !isZeroPolynomial(rest)) return contradiction();
  return { space, solved, rest: isZeroPolynomial(rest) ? rest : squareFreePart(rest), left, divisors };
}

/** A number, or a sum of roots and logarithms of numbers that is certainly not 0. */
function isSurelyNonzero(p: Polynomial, space: KernelSpace): boolean {
  if (isConstantPolynomial(p)) return true;
  const expr = quotientToExpr(polynomialQuotient(p), space.kernels);
  if (freeSymbols(expr).length > 0) return false;
  const reading = certifiedSign(expr);
  return reading.type === 'sign' && reading.sign !== 0;
}

interface LinearStep {
  readonly unknown: string;
  readonly index: number;
  readonly slope: Polynomial;
  readonly constant: Polynomial;
}

/** An equation in which an unknown occurs to the first power with a coefficient free of unknowns; numbers are preferred. */
function linearStep(pending: readonly Polynomial[], left: readonly string[]): LinearStep | undefined {
  let second: LinearStep | undefined;
  for (const [index, p] of pending.entries()) {
    for (const unknown of left) {
      if (!p.variables.includes(unknown) || degree(p, unknown) !== 1) continue;
      const [constant = zeroPolynomial, slope = zeroPolynomial] = coefficientsIn(p, unknown);
      if (slope.variables.some((name) => left.includes(name))) continue;
      if (isConstantPolynomial(slope)) return { unknown, index, slope, constant };
      second ??= { unknown, index, slope, constant };
    }
  }
  return second;
}

function substituted(p: Polynomial, unknown: string, value: Quotient, space: KernelSpace): Quotient {
  return coefficientsIn(p, unknown).reduceRight<Quotient>(
    (sum, coefficient) => space.add(space.multiply(sum, value), polynomialQuotient(coefficient)),
    polynomialQuotient(zeroPolynomial),
  );
}

/**
 * Whether every solution of the triangle satisfies the equations: undefined where that can't be told, false only where a
 * real solution surely does not.
 */
function implied(
  triangle: Triangle,
  equations: readonly Parameters<typeof readQuotient>[1][],
  { unknowns, work }: Options,
): boolean | undefined {
  const { space, solved, rest } = triangle;
  if (isConstantPolynomial(rest) && !isZeroPolynomial(rest)) return true;
  const [last] = rest.variables;
  try {
    for (const equation of equations) {
      work.check();
      let value: Quotient = readQuotient(space, equation);
      for (const step of solved) value = substituted(value.numerator, step.unknown, step.value, space);
      if (isZeroPolynomial(value.numerator)) continue;
      if (value.numerator.variables.some((name) => !unknowns.includes(name))) return undefined;
      // Nothing restricts what is left, or there is no more unknown: the equation fails somewhere.
      if (last === undefined) return isConstantQuotient(value) || isZeroPolynomial(rest) ? false : undefined;
      if (value.numerator.variables.some((name) => name !== last)) return false;
      const remainder = divideWithRemainder(value.numerator, rest, last)?.remainder;
      if (remainder === undefined) return undefined;
      if (isZeroPolynomial(remainder)) continue;
      const kept = countRealRoots(gcdOfPolynomials(rest, value.numerator), work);
      if (countRealRoots(rest, work) > kept) return false;
      return undefined;
    }
    return true;
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** The number of real solutions, where all unknowns are determined. */
export function countOfTriangle({ rest, left, divisors }: Triangle, work: ExactWork): number | undefined {
  if (divisors.length > 0) return undefined;
  if (isConstantPolynomial(rest) && !isZeroPolynomial(rest)) return 0;
  if (isZeroPolynomial(rest)) return left.length === 0 ? 1 : Infinity;
  if (rest.variables.length !== 1) return undefined;
  const count = countRealRoots(rest, work);
  return left.length === 1 || count === 0 ? count : Infinity;
}
