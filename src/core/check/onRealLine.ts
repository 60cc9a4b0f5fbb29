import { num, subtract } from '../math/build.ts';
import { certifiedSign } from '../math/certify.ts';
import { areEqual } from '../math/equality.ts';
import { evaluate } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { rational, type Rational } from '../math/rational.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { breakpointsOf } from './breakpoints.ts';
import { valueTex } from './valueTex.ts';
import { satisfiesWith } from './putBack.ts';
import type { Statement } from './statement.ts';
import { toTex } from '../math/print/toTex.ts';

export interface RealLineComparison {
  /** A number that satisfies the first statement and not the second, and the reverse. */
  readonly lost: Expr | undefined;
  readonly added: Expr | undefined;
  readonly isFirst: 'never' | 'always' | 'sometimes';
  readonly isSecond: 'never' | 'always' | 'sometimes';
}

/** More breakpoints than this are not sorted. */
const maximumPoints = 40;

/**
 * As `compareOnLine`, where numbers such as π, ln 5 or e² cut the line: the breakpoints are sorted with certified
 * comparisons, and each of them and one number between any two are put into both statements.
 */
export function compareOnRealLine(
  first: Statement,
  second: Statement,
  unknown: string,
  work: ExactWork,
  isPositive = false,
): RealLineComparison | undefined {
  const [ours, theirs] = [breakpointsOf(first, unknown, work), breakpointsOf(second, unknown, work)];
  if (!ours || !theirs || ours.length + theirs.length > maximumPoints) return undefined;
  const sorted = sortedNumbers([...ours, ...theirs, ...(isPositive ? [num(0)] : [])], work);
  const samples = sorted && samplesOf(sorted);
  if (!samples) return undefined;
  let [lost, added]: (Expr | undefined)[] = [];
  const [firsts, seconds]: [boolean[], boolean[]] = [[], []];
  for (const sample of samples) {
    work.check();
    if (isPositive && !(evaluate(sample) > 0)) continue;
    const [a, b] = [holdsWith(first, unknown, sample), holdsWith(second, unknown, sample)];
    if (a === undefined || b === undefined) return undefined;
    firsts.push(a);
    seconds.push(b);
    if (a && !b) lost ??= sample;
    if (b && !a) added ??= sample;
  }
  return { lost, added, isFirst: extent(firsts), isSecond: extent(seconds) };
}

/** `x = \ln 5`, with digits where it is no short number. */
export function numberSentence(unknown: string, value: Expr): string {
  const digits = valueTex(value);
  const sign = digits.startsWith('\\approx') ? '' : '= ';
  return `$${toTex({ kind: 'symbol', name: unknown })} ${sign}${digits}$`;
}

function holdsWith(statement: Statement, unknown: string, value: Expr): boolean | undefined {
  const found = satisfiesWith(statement, new Map([[unknown, value]]));
  return found === 'yes' ? true : found === 'no' || found === 'undefined' ? false : undefined;
}

function extent(values: readonly boolean[]): RealLineComparison['isFirst'] {
  return values.every(Boolean) ? 'always' : values.some(Boolean) ? 'sometimes' : 'never';
}

/** In order, equal ones once; undefined where two are neither surely equal nor surely different. */
function sortedNumbers(values: readonly Expr[], work: ExactWork): readonly Expr[] | undefined {
  const sorted: Expr[] = [];
  for (const value of values) {
    work.check();
    let place = 0;
    let isKnown = false;
    for (const other of sorted) {
      const order = orderOf(value, other);
      if (order === undefined) return undefined;
      if (order === 0) isKnown = true;
      if (order > 0) place += 1;
    }
    if (!isKnown) sorted.splice(place, 0, value);
  }
  return sorted;
}

function orderOf(a: Expr, b: Expr): -1 | 0 | 1 | undefined {
  const reading = certifiedSign(subtract(a, b));
  if (reading.type === 'sign') return reading.sign;
  if (reading.type !== 'nearZero') return undefined;
  const { result, how } = areEqual(a, b);
  return result === 'equal' && how !== 'points' ? 0 : undefined;
}

/** Each breakpoint, and a rational number in each piece between them. */
function samplesOf(sorted: readonly Expr[]): readonly Expr[] | undefined {
  const samples: Expr[] = [];
  for (let index = 0; index <= sorted.length; index += 1) {
    const between = numberBetween(sorted[index - 1], sorted[index]);
    if (between === undefined) return undefined;
    samples.push(num(between));
    const point = sorted[index];
    if (point !== undefined) samples.push(point);
  }
  return samples;
}

function numberBetween(low: Expr | undefined, high: Expr | undefined): Rational | undefined {
  const [a, b] = [low && evaluate(low), high && evaluate(high)];
  if ([a, b].some((value) => value !== undefined && !(Math.abs(value) < 1e12))) return undefined;
  if (a === undefined || b === undefined) {
    const only = a ?? b;
    if (only === undefined) return rational(0);
    return rational(b === undefined ? Math.floor(only) + 2 : Math.ceil(only) - 2);
  }
  for (let denominator = 1; denominator <= 2 ** 40; denominator *= 2) {
    const candidate = rational(Math.round((a + (b - a) / 2) * denominator), denominator);
    const isInside = [low, high].every((end, index) => {
      const sign = end && orderOf(num(candidate), end);
      return sign === (index === 0 ? 1 : -1);
    });
    if (isInside) return candidate;
  }
  return undefined;
}
