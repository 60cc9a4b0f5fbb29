import { derivative, tuple } from '../../math/build.ts';
import { domainConditions } from '../../math/domain.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { degree, leadingCoefficient, univariateCoefficients } from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { hasSymbol } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { TaskOf } from '../task.ts';
import { coefficientsOf, isSurelyPositive } from './integration/forms.ts';

export type PointKind = 'maximum' | 'minimum' | 'neither';

export interface ExtremePoint {
  readonly at: Expr;
  readonly height: Expr;
  readonly kind: PointKind;
}

export interface Question {
  readonly f: Expr;
  readonly x: string;
  readonly slope: Expr;
  /** Which of the extrema are wanted. */
  readonly wanted: 'maximum' | 'minimum' | undefined;
  readonly isValue: boolean;
}

export function questionOf({ expr, ask }: TaskOf<'extrema'>, x: string, slope: Expr): Question {
  const wanted =
    ask === 'maximum' || ask === 'maximumValue'
      ? 'maximum'
      : ask === 'minimum' || ask === 'minimumValue'
        ? 'minimum'
        : undefined;
  return { f: expr, x, slope, wanted, isValue: ask === 'maximumValue' || ask === 'minimumValue' };
}

/** The domain may have an end that belongs to it: the slope says nothing about what happens there. */
function hasClosedEnd(f: Expr, x: string): boolean {
  return domainConditions(f).some(
    ({ type, expr }) => type === 'nonnegative' && hasSymbol(expr, x) && !isSurelyPositive(expr),
  );
}

const closedEnd: Derivation = {
  type: 'stuck',
  reason: 'unsupported',
  detail: 'The function begins or ends at a point of its domain, and I do not look for extrema at such ends.',
};

/** The slope is 0 nowhere. */
export function withoutExtrema(question: Question, moves: readonly Move[], verdict: Verdict): Derivation {
  const { f, x, slope } = question;
  if (hasClosedEnd(f, x)) return closedEnd;
  const answer = missing(question.wanted, verdict);
  const last: Move = {
    text: `The slope $${toTex(slope)}$ is never $0$, so there is no local maximum and no local minimum.`,
    latex: `${toTex(derivative(f, x))} \\neq 0,\\quad ${answer.latex}`,
    why: 'At a highest or lowest point inside the domain the slope would have to be $0$.',
    rule: 'slope-zero',
    claim: { type: 'none' },
  };
  return { type: 'solved', moves: [...moves, last], answer };
}

function missing(wanted: Question['wanted'], verdict: Verdict): Answer {
  const text = wanted === undefined ? 'no extrema' : `no ${wanted}`;
  return { text, latex: `\\text{${text}}`, verdict };
}

/** Critical points, whatever happens there. */
export function allPoints(
  points: readonly ExtremePoint[],
  moves: readonly Move[],
  letter: string | undefined,
  verdict: Verdict,
): Derivation {
  const pairs = points.map(({ at, height }) => tuple(at, height));
  const answer: Answer = {
    text: pairs.map((pair) => toText(pair)).join(', ') + rangeText(letter),
    latex: pairs.map((pair) => toTex(pair)).join(',\\quad ') + rangeTex(letter),
    verdict,
  };
  const text =
    points.length === 1 && letter === undefined ? 'This is the only such point.' : 'These are all such points.';
  return { type: 'solved', moves: [...moves, said(text, answer.latex)], answer };
}

function rangeText(letter: string | undefined): string {
  return letter === undefined ? '' : ` for every whole number ${letter}`;
}

function rangeTex(letter: string | undefined): string {
  return letter === undefined ? '' : `,\\quad ${letter} \\in \\mathbb{Z}`;
}

function said(text: string, latex: string, why = 'Everywhere else the slope is not $0$.'): Move {
  return { text, latex, why, rule: 'state-answer', claim: { type: 'none' } };
}

/** What was asked for, after every point was looked at. */
export function answered(
  question: Question,
  points: readonly ExtremePoint[],
  moves: readonly Move[],
  letter: string | undefined,
  verdict: Verdict,
): Derivation {
  const { wanted } = question;
  const real = points.filter(({ kind }) => kind !== 'neither' && (wanted === undefined || kind === wanted));
  if (real.length === 0) return none(question, points, moves, verdict);
  if (wanted === undefined) {
    const answer = listed(real, letter, '', verdict);
    const text =
      real.length === 1 && letter === undefined
        ? 'This is the only extremum.'
        : 'These are all the extrema, as points of the curve.';
    return { type: 'solved', moves: [...moves, { ...said(text, answer.latex), isMinor: true }], answer };
  }
  const isWhole = isOverall(question, points, letter);
  if (question.isValue) return value(question, real, moves, isWhole, verdict);
  const best = isWhole ? highest(real, wanted) : real;
  const answer = listed(best, letter, isWhole ? '' : 'local ', verdict);
  const text =
    best.length === 1 && letter === undefined
      ? `This is the only ${isWhole ? '' : 'local '}${wanted}.`
      : `These are the ${isWhole ? '' : 'local '}${wanted === 'maximum' ? 'maxima' : 'minima'}.`;
  return { type: 'solved', moves: [...moves, said(text, answer.latex)], answer };
}

function none(
  question: Question,
  points: readonly ExtremePoint[],
  moves: readonly Move[],
  verdict: Verdict,
): Derivation {
  const { wanted, f, x } = question;
  if (hasClosedEnd(f, x)) return closedEnd;
  const answer = missing(wanted, verdict);
  const text =
    wanted === undefined || points.every(({ kind }) => kind === 'neither')
      ? 'The slope is $0$ but does not change its sign, so there is no extremum.'
      : `There is a ${wanted === 'maximum' ? 'minimum' : 'maximum'}, but no ${wanted}.`;
  return { type: 'solved', moves: [...moves, said(text, answer.latex)], answer };
}

function listed(points: readonly ExtremePoint[], letter: string | undefined, which: string, verdict: Verdict): Answer {
  return {
    text:
      points.map(({ kind, at, height }) => `${which}${kind} at ${toText(tuple(at, height))}`).join(', ') +
      rangeText(letter),
    latex:
      points.map(({ kind, at, height }) => `\\text{${which}${kind} at } ${toTex(tuple(at, height))}`).join(',\\quad ') +
      rangeTex(letter),
    verdict,
  };
}

/** Those of the greatest height, or of the least. */
function highest(points: readonly ExtremePoint[], wanted: 'maximum' | 'minimum'): readonly ExtremePoint[] {
  const heights = points.map(({ height }) => evaluate(height));
  const best = wanted === 'maximum' ? Math.max(...heights) : Math.min(...heights);
  return points.filter((_, index) => Math.abs((heights[index] ?? 0) - best) <= 1e-9 * (1 + Math.abs(best)));
}

function value(
  question: Question,
  real: readonly ExtremePoint[],
  moves: readonly Move[],
  isWhole: boolean,
  verdict: Verdict,
): Derivation {
  const wanted = question.wanted ?? 'maximum';
  const best = isWhole ? highest(real, wanted) : real;
  const [first] = best;
  if (first !== undefined && isWhole) {
    const { height } = first;
    const answer: Answer = { text: toText(height), latex: toTex(height), value: height, verdict };
    const text = `The ${wanted} value is the height of the ${wanted === 'maximum' ? 'highest' : 'lowest'} point.`;
    return { type: 'solved', moves: [...moves, said(text, answer.latex)], answer };
  }
  const heights = [...new Map(best.map(({ height }) => [toText(height), height])).values()];
  const words = `local ${wanted} value`;
  const answer: Answer = {
    text: heights.map((height) => `${words} ${toText(height)}`).join(', '),
    latex: heights.map((height) => `\\text{${words} } ${toTex(height)}`).join(',\\quad '),
    verdict,
  };
  const text = `The height is the ${words}: nearby points do not pass it, but points far away may.`;
  return { type: 'solved', moves: [...moves, said(text, answer.latex)], answer };
}

/** No point of the whole curve passes the best of the local extrema: polynomials of even degree, waves, curves that turn only once. */
function isOverall(
  { f, x, slope, wanted }: Question,
  points: readonly ExtremePoint[],
  letter: string | undefined,
): boolean {
  const polynomial = toPolynomial(f);
  if (polynomial !== undefined) {
    const lead = univariateCoefficients(leadingCoefficient(polynomial, x))?.[0];
    const isDown = (lead?.s ?? 1n) < 0n;
    return lead !== undefined && degree(polynomial, x) % 2 === 0 && isDown === (wanted === 'maximum');
  }
  const isWhole = domainConditions(f).length === 0 && domainConditions(slope).length === 0;
  return isWhole && (letter !== undefined ? isPeriodic(f, x) : points.length === 1);
}

function isPeriodic(f: Expr, x: string): boolean {
  if (!hasSymbol(f, x)) return true;
  const [angle] = f.kind === 'call' && (f.name === 'sin' || f.name === 'cos') ? f.args : [];
  if (angle !== undefined) return coefficientsOf(angle, x)?.length === 2;
  return f.kind === 'add'
    ? f.terms.every((term) => isPeriodic(term, x))
    : f.kind === 'multiply'
      ? f.factors.every((factor) => isPeriodic(factor, x))
      : f.kind === 'negate' && isPeriodic(f.operand, x);
}
