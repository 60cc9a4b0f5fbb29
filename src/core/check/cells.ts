import { factorPolynomial } from '../math/factorPolynomial.ts';
import { integerRoot } from '../math/integers.ts';
import { univariateCoefficients, univariatePolynomial, type Polynomial } from '../math/polynomial.ts';
import { rationalRoot, realRoots, refineRoot, sortedRoots, type RealRoot } from '../math/realRoots.ts';
import { floorOf, minus, negated, one, over, plus, rational, type Rational } from '../math/rational.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { signAtPoint, type LinePoint } from './algebraicPoint.ts';
import { differenceOf, type SimpleOperator, type Statement } from './statement.ts';

/** A point, or the open interval between two neighbouring points, with a sample in it. */
export interface Cell {
  readonly sample: LinePoint;
  readonly isPoint: boolean;
}

/** The line cut at all real roots of the polynomials, from left to right: interval, point, interval, …, interval. */
export function cellsOf(polynomials: readonly Polynomial[], work: ExactWork): readonly Cell[] {
  const roots: RealRoot[] = [];
  const seen = new Set<string>();
  for (const p of polynomials.flatMap((item) => realFactorsOfPurePower(item) ?? item)) {
    for (const { polynomial } of factorPolynomial(p, work).factors) {
      const key = polynomial.terms.map((term) => `${term.coefficient.toFraction()}^${term.exponents.join()}`).join();
      if (seen.has(key)) continue;
      seen.add(key);
      roots.push(...realRoots(polynomial, work));
    }
  }
  const sorted = sortedRoots(roots);
  const cells: Cell[] = [];
  for (let index = 0; index <= sorted.length; index += 1) {
    cells.push({ sample: { type: 'rational', value: between(sorted[index - 1], sorted[index]) }, isPoint: false });
    const root = sorted[index];
    if (root === undefined) continue;
    const exact = rationalRoot(root);
    cells.push({ sample: exact ? { type: 'rational', value: exact } : { type: 'root', root }, isPoint: true });
  }
  return cells;
}

/**
 * For ax^n + c of a high degree whose real roots are rational: linear polynomials with these roots. Factoring the
 * polynomial itself would find all of its cyclotomic factors, which have no real roots.
 */
function realFactorsOfPurePower(p: Polynomial): readonly Polynomial[] | undefined {
  const [first, last, ...more] =
    univariateCoefficients(p)?.flatMap((value, power) => (value.n === 0n ? [] : [{ value, power }])) ?? [];
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const { power } = last;
  if (first.power !== 0 || power < 12) return undefined;
  const value = negated(over(first.value, last.value));
  const isEven = power % 2 === 0;
  if (isEven && value.s < 0n) return [];
  const [top, bottom] = [integerRoot(value.n, power), integerRoot(value.d, power)];
  if (top === undefined || bottom === undefined) return undefined;
  const root = rational(value.s * top, bottom);
  const [name = 'x'] = p.variables;
  return (isEven ? [root, negated(root)] : [root]).map((item) => univariatePolynomial(name, [negated(item), one]));
}

/** A simple rational number between two roots. */
function between(lower: RealRoot | undefined, upper: RealRoot | undefined): Rational {
  const [low, high] = [lower && refineRoot(lower, 8).upper, upper && refineRoot(upper, 8).lower];
  if (low === undefined) return high === undefined ? rational(0) : rational(floorOf(high) - 1n);
  if (high === undefined) return rational(floorOf(low) + 1n);
  const [a, b] = low.equals(high) && lower && upper ? apart(lower, upper) : [low, high];
  const whole = rational(floorOf(a) + 1n);
  if (whole.compare(b) < 0 && whole.compare(a) > 0) return whole;
  // A short fraction in the middle third, so that what is put in stays short.
  const width = minus(b, a);
  for (let denominator = 2n; denominator <= 1024n; denominator *= 2n) {
    const candidate = rational(floorOf(plus(a, over(width, rational(3))).mul(denominator)) + 1n, denominator);
    if (candidate.compare(a) > 0 && candidate.compare(b) < 0) return candidate;
  }
  return over(plus(a, b), rational(2));
}

/** Bounds of two neighbours that are not equal. */
function apart(lower: RealRoot, upper: RealRoot): readonly [Rational, Rational] {
  for (let bits = 16; ; bits *= 2) {
    const [low, high] = [refineRoot(lower, bits).upper, refineRoot(upper, bits).lower];
    if (low.compare(high) < 0) return [low, high];
  }
}

/** Whether the statement holds at a point; an operand without a value makes its relation false. Undefined where not decided. */
export function holdsAtPoint(statement: Statement, unknown: string, point: LinePoint): boolean | undefined {
  switch (statement.type) {
    case 'relation': {
      const sign = signAtPoint(differenceOf(statement), unknown, point);
      if (sign === 'unknown') return undefined;
      return sign === 'undefined' ? false : satisfies(sign, statement.operator);
    }
    case 'not': {
      const inner = holdsAtPoint(statement.operand, unknown, point);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const isAnd = statement.type === 'and';
      let isDecided = true;
      for (const item of statement.items) {
        const value = holdsAtPoint(item, unknown, point);
        if (value === !isAnd) return value;
        if (value === undefined) isDecided = false;
      }
      return isDecided ? isAnd : undefined;
    }
  }
}

export function satisfies(sign: -1 | 0 | 1, operator: SimpleOperator): boolean {
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
  }
}
