import { add, derivative, divide, equals, multiply, num, sym } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import { differentiate } from '../../math/differentiate.ts';
import { domainConditions } from '../../math/domain.ts';
import { evaluate } from '../../math/evaluate.ts';
import { exactRoots } from '../../math/exactRoots.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import { onePolynomial, type Polynomial } from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rational } from '../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols, hasSymbol, sameExpr, substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import { settingFor } from '../equations/readTask.ts';
import { solveEquation } from '../equations/solveEquation.ts';
import type { Solutions } from '../equations/outcome.ts';
import { verdictOf } from '../equations/verdict.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { weakest } from '../verdicts.ts';
import { differentiated, variableOf } from './derivative.ts';
import {
  allPoints,
  answered,
  questionOf,
  withoutExtrema,
  type ExtremePoint,
  type PointKind,
  type Question,
} from './extremaAnswer.ts';
import { coefficientsOf, isSurelyPositive, normalForm } from './integration/forms.ts';
import { tidy } from './tidy.ts';

/** Local maxima and minima of a function of one letter: where the slope is 0 and changes its sign. */
export const extrema: Kind = {
  id: 'extrema',
  tasks: ['extrema'],
  ways(task, work): readonly Way[] {
    if (task.kind !== 'extrema') return [];
    const variable = task.variable ?? variableOf(task.expr);
    if (differentiate(task.expr, variable) === undefined || freeSymbols(task.expr).length > 1) return [];
    return [
      {
        id: 'second-derivative',
        name: 'the second derivative',
        derive: () => derive(task, variable, work, 'second derivative'),
      },
      { id: 'sign-change', name: 'the sign of the slope', derive: () => derive(task, variable, work, 'sign change') },
    ];
  },
};

type Test = 'second derivative' | 'sign change';

interface Point extends ExtremePoint {
  readonly sentence: string;
}

function stuck(detail: string): Derivation {
  return { type: 'stuck', reason: 'unsupported', detail };
}

function derive(task: TaskOf<'extrema'>, x: string, work: ExactWork, test: Test): Derivation {
  const slope = differentiated(task.expr, x);
  if (slope === undefined) return stuck('There is a function in this whose derivative I do not know.');
  const found = zeros(task.expr, slope.result, x, work);
  if (found === undefined) return stuck(`I cannot solve $${toTex(equals(slope.result, num(0)))}$ exactly.`);
  const candidates = [...found.values, ...corners(task.expr, slope.result, x, work)];
  const moves: Move[] = [...slope.moves, settingToZero(slope.result), ...found.moves];
  const question = questionOf(task, x, slope.result);
  if (candidates.length === 0) return withoutExtrema(question, moves, found.verdict);
  if (task.ask === 'points') return criticalPoints(question, candidates, moves, found);
  const points: Point[] = [];
  const second = differentiated(slope.result, x);
  const usesSecond = test === 'second derivative' && second !== undefined;
  if (usesSecond) moves.push(secondDerivative(slope.result, second.result, second.moves, x));
  for (const at of candidates) {
    work.check();
    const point = classified(task.expr, slope.result, usesSecond ? second.result : undefined, x, at, candidates);
    if (point === undefined) return stuck(`I cannot tell what happens at $${toTex(equals(sym(x), at))}$.`);
    points.push(point);
  }
  moves.push(...points.map((point) => pointMove(task.expr, x, point)));
  const verdict = weakest([found.verdict, ...points.map(checkPoint(task.expr, x))]) ?? found.verdict;
  return answered(question, points, moves, found.letter, verdict);
}

interface Zeros {
  readonly moves: readonly Move[];
  readonly values: readonly Expr[];
  /** The letter of whole families of zeros. */
  readonly letter?: string | undefined;
  readonly verdict: Verdict;
}

function zeros(f: Expr, slope: Expr, x: string, work: ExactWork): Zeros | undefined {
  const statement = equals(slope, num(0));
  return solved(statement, statement, [], x, work) ?? withoutPositiveFactor(f, slope, x, work);
}

function solved(statement: Expr, asked: Expr, before: readonly Move[], x: string, work: ExactWork): Zeros | undefined {
  const task = { kind: 'solve', statements: [asked], unknowns: [x], domain: 'real' } as const;
  const setting = settingFor(task, x, work);
  const outcome = solveEquation(statement, setting);
  if (outcome.type === 'stuck') return undefined;
  const values = valuesOf(outcome.solutions);
  const verdict = verdictOf(task, outcome.solutions, setting);
  if (values === undefined || verdict.kind === 'invalid') return undefined;
  const letter = outcome.solutions.type === 'families' ? outcome.solutions.letter : undefined;
  return {
    moves: [...before, ...outcome.moves],
    values: values.flatMap((value) => byParity(value, letter)),
    letter,
    verdict,
  };
}

/** A family falls into those with even and those with odd numbers: maxima and minima may take turns. */
function byParity(value: Expr, letter: string | undefined): readonly Expr[] {
  if (letter === undefined) return [tidy(value)];
  const k = sym(letter);
  const turns = [multiply(num(2), k), add(multiply(num(2), k), num(1))];
  return turns.map((turn) => normalFamily(substitute(value, { [letter]: turn }), letter));
}

function normalFamily(value: Expr, letter: string): Expr {
  const normal = coefficientsOf(value, letter);
  const [start, step] = normal ?? [];
  return start === undefined || step === undefined ? value : tidy(add(start, multiply(step, sym(letter))));
}

/** A factor such as e^(-x), or the x of x·ln x, is never 0 where the function has values and may be left out. */
function withoutPositiveFactor(f: Expr, slope: Expr, x: string, work: ExactWork): Zeros | undefined {
  const normal = toRationalFunction(slope);
  if (normal === undefined) return undefined;
  const exprOf = (numerator: Polynomial): Expr =>
    tidy(rationalFunctionToExpr({ ...normal, numerator, denominator: onePolynomial }, x));
  const inDomain = domainConditions(f).flatMap(({ type, expr }) => (type === 'positive' ? [expr] : []));
  const isNeverZero = (factor: Expr): boolean =>
    isSurelyPositive(factor) || inDomain.some((known) => sameExpr(known, factor));
  const factors = factorPolynomial(normal.numerator, work).factors.map(({ polynomial }) => exprOf(polynomial));
  const below = exprOf(normal.denominator);
  const left = factors.filter(isNeverZero);
  const positive = [...left, ...(hasSymbol(below, x) ? [divide(num(1), below)] : [])];
  const rest = factors.filter((factor) => !isNeverZero(factor) && hasSymbol(factor, x));
  if (rest.length === 0 || positive.length === 0 || !isNeverZero(below)) return undefined;
  const statement = equals(multiply(...rest), num(0));
  const product = equals(tidy(multiply(...positive, ...rest)), num(0));
  const shown = positive.map((factor) => `$${toTex(factor)}$`).join(' and ');
  const move: Move = {
    text: `Take out ${shown}: $${toTex(product)}$. That is never $0$ where the function has values, so only the rest can be $0$.`,
    latex: toTex(statement),
    why: 'A product is $0$ only where one of its factors is $0$.',
    rule: 'slope-zero',
    claim: { type: 'equivalent', from: equals(slope, num(0)), to: statement, unknowns: [x] },
  };
  return solved(statement, equals(slope, num(0)), [move], x, work);
}

function valuesOf(solutions: Solutions): readonly Expr[] | undefined {
  switch (solutions.type) {
    case 'roots':
      return solutions.roots.every((root) => root.places === undefined)
        ? solutions.roots.map((root) => root.value)
        : undefined;
    case 'families':
      return solutions.values;
    case 'none':
      return [];
    default:
      return undefined;
  }
}

/** Where the function has a value but no slope, as |x| at 0. */
function corners(f: Expr, slope: Expr, x: string, work: ExactWork): readonly Expr[] {
  const found: Expr[] = [];
  for (const condition of domainConditions(slope)) {
    const inside = condition.expr.kind === 'abs' ? condition.expr.operand : condition.expr;
    const polynomial =
      condition.type === 'nonnegative' ? undefined : toPolynomial(inside.kind === 'root' ? inside.radicand : inside);
    if (polynomial?.variables.join() !== x) continue;
    for (const { value, isReal } of exactRoots(polynomial, work).roots) {
      const isInside = [-1e-6, 1e-6].every((step) => Number.isFinite(evaluate(f, { [x]: evaluate(value) + step })));
      if (
        isReal &&
        isInside &&
        Number.isFinite(evaluate(f, { [x]: evaluate(value) })) &&
        !found.some((other) => sameExpr(other, value))
      )
        found.push(value);
    }
  }
  return found;
}

function settingToZero(slope: Expr): Move {
  return {
    text: 'Where the tangent is level the derivative is $0$: set it equal to $0$ and solve.',
    latex: toTex(equals(slope, num(0))),
    why: 'At a highest or lowest point inside the domain the slope can be nothing but $0$.',
    rule: 'slope-zero',
    claim: { type: 'none' },
    isMinor: true,
  };
}

function secondDerivative(slope: Expr, second: Expr, parts: readonly Move[], x: string): Move {
  return {
    text: 'Work out the second derivative: its sign tells which way the curve bends.',
    latex: toTex(equals(derivative(slope, x), second)),
    why: 'Where the second derivative is positive the curve is open upwards, so a level point is a minimum; where it is negative, a maximum.',
    rule: 'second-derivative-test',
    claim: { type: 'equal', left: differentiate(slope, x) ?? second, right: second },
    parts: parts.length > 1 ? parts : undefined,
  };
}

/** The exact sign of an expression at a point; for a family at several of its members, undefined where they differ. */
function signAt(expr: Expr, x: string, at: Expr): -1 | 0 | 1 | undefined {
  const signs = members(at, x).map((member) => {
    const value = substitute(expr, { [x]: member });
    const exact = toRationalFunction(value);
    if (exact?.numerator.terms.length === 0) return 0;
    const reading = certifiedSign(value);
    return reading.type === 'sign' ? reading.sign : undefined;
  });
  return signs.every((sign) => sign === signs[0]) ? signs[0] : undefined;
}

/** The value itself, or a few of a family. */
function members(at: Expr, x: string): readonly Expr[] {
  const letters = freeSymbols(at).filter((name) => name !== x);
  return letters.length === 0
    ? [at]
    : [0, 1, 2, -1].map((k) => normalForm(substitute(at, Object.fromEntries(letters.map((name) => [name, num(k)])))));
}

/** The exact height, the same for all members of a family. */
function heightAt(f: Expr, x: string, at: Expr): Expr | undefined {
  const [first] = members(at, x);
  const height = first && toRationalFunction(substitute(f, { [x]: first }));
  const heights = members(at, x).map((member) => evaluate(substitute(f, { [x]: member })));
  if (heights.some((other) => Math.abs(other - (heights[0] ?? 0)) > 1e-9 * (1 + Math.abs(other)))) return undefined;
  return height && tidy(rationalFunctionToExpr(height));
}

/** Where the slope is 0 or missing, without asking what happens there. */
function criticalPoints(
  question: Question,
  candidates: readonly Expr[],
  before: readonly Move[],
  found: Zeros,
): Derivation {
  const { f, x } = question;
  const points: ExtremePoint[] = [];
  for (const at of candidates) {
    const height = heightAt(f, x, at);
    if (height === undefined) return stuck(`I cannot work out the height at $${toTex(equals(sym(x), at))}$.`);
    points.push({ at, height, kind: 'neither' });
  }
  const heights = points.map(({ at, height }) => {
    const [first] = members(at, x);
    return heightMove(f, x, { at: first ?? at, height });
  });
  return allPoints(points, [...before, ...heights], found.letter, found.verdict);
}

function heightMove(f: Expr, x: string, { at, height }: Pick<ExtremePoint, 'at' | 'height'>): Move {
  const put = substitute(f, { [x]: at });
  return {
    text: `The height at $${toTex(equals(sym(x), at))}$: put it into the function.`,
    latex: sameExpr(put, height) ? toTex(height) : toTex(equals(put, height)),
    why: 'A point of the curve has the value of the function as its height.',
    rule: 'put-in',
    claim: { type: 'equal', left: put, right: height },
  };
}

function classified(
  f: Expr,
  slope: Expr,
  second: Expr | undefined,
  x: string,
  at: Expr,
  all: readonly Expr[],
): Point | undefined {
  const value = heightAt(f, x, at);
  if (value === undefined) return undefined;
  const place = toTex(equals(sym(x), at));
  const bend = second === undefined ? undefined : signAt(second, x, at);
  if (second !== undefined && bend !== undefined && bend !== 0) {
    const put = substitute(second, { [x]: at });
    const kind: PointKind = bend < 0 ? 'maximum' : 'minimum';
    const exact = freeSymbols(at).length > 0 ? undefined : toRationalFunction(put);
    const shown = exact === undefined ? '' : toTex(rationalFunctionToExpr(exact));
    return {
      at,
      height: value,
      kind,
      sentence: `At $${place}$ the second derivative is ${shown === '' ? '' : `$${shown}$, `}${bend < 0 ? 'negative' : 'positive'}: a ${kind}.`,
    };
  }
  const [before, after] = neighbours(slope, x, at, all);
  if (before === undefined || after === undefined || before === 0 || after === 0) return undefined;
  const kind: PointKind = before === after ? 'neither' : before > 0 ? 'maximum' : 'minimum';
  const word = (sign: number): string => (sign > 0 ? 'positive' : 'negative');
  const start = second === undefined ? '' : 'The second derivative does not decide here, so look at the slope. ';
  return {
    at,
    height: value,
    kind,
    sentence: `${start}Before $${place}$ the slope is ${word(before)}, after it ${word(after)}: ${kind === 'neither' ? 'no extremum' : `a ${kind}`}.`,
  };
}

/** Signs of the slope just before and just after, nearer than any other candidate; undefined where members of a family differ. */
function neighbours(slope: Expr, x: string, at: Expr, all: readonly Expr[]): readonly (-1 | 0 | 1 | undefined)[] {
  const places = all.flatMap((other) => members(other, x)).map((other) => evaluate(other));
  const found = members(at, x).map((member) => {
    const here = evaluate(member);
    const others = places.map((place) => Math.abs(place - here)).filter((distance) => distance > 1e-12);
    const step = Math.min(1, ...others) / 8;
    return [-1, 1].map((direction) => {
      const point = num(rational(Math.round((here + direction * step) * 2 ** 20), 2 ** 20));
      const reading = certifiedSign(substitute(slope, { [x]: point }));
      return reading.type === 'sign' ? reading.sign : undefined;
    });
  });
  const [first] = found;
  return found.every((signs) => signs.join() === first?.join()) ? (first ?? []) : [];
}

function pointMove(f: Expr, x: string, { at, height, kind, sentence }: Point): Move {
  const [first] = members(at, x);
  const put = substitute(f, { [x]: first ?? at });
  const values = sameExpr(put, height) ? toTex(height) : toTex(equals(put, height));
  const heightText = kind === 'neither' ? '' : ` Its height: put $${toTex(equals(sym(x), at))}$ into the function.`;
  return {
    text: `${sentence}${heightText}`,
    latex: values,
    why: 'A maximum has the curve rising before it and falling after it, a minimum the other way round.',
    rule: kind === 'neither' ? 'no-sign-change' : 'kind-of-extremum',
    claim: { type: 'equal', left: put, right: height },
  };
}

/** Looked at again by the values of the function on both sides, not by its derivatives. */
function checkPoint(f: Expr, x: string): (point: Point) => Verdict {
  return ({ at, kind, height }) => {
    const [first] = members(at, x);
    const here = evaluate(first ?? at);
    const level = evaluate(height);
    const steps = [1e-2, 1e-3];
    const differences = steps.map((step) => [-step, step].map((offset) => evaluate(f, { [x]: here + offset }) - level));
    const holds = differences.every((pair) =>
      kind === 'maximum'
        ? pair.every((difference) => difference < 0)
        : kind === 'minimum'
          ? pair.every((difference) => difference > 0)
          : (pair[0] ?? 0) * (pair[1] ?? 0) < 0,
    );
    if (!holds) return { kind: 'unknown', how: 'none' };
    return {
      kind: 'proved',
      how: 'certified',
      evidence: 'The zeros of the slope are all found, and its sign changes there as it is said.',
    };
  };
}
