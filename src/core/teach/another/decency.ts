import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import type { NextMove } from '../../solve/builtin.ts';
import { expressionsOf } from '../../solve/mapTask.ts';
import type { Task } from '../../solve/task.ts';

/** How alike two solved problems are: 1 for the same way, the same ideas and answers of the same kind. */
export interface Likeness {
  readonly score: number;
  /** The answer is of the same kind, and not longer or uglier than the original's. */
  readonly isDecent: boolean;
}

export function likeness(original: NextMove, found: NextMove): Likeness {
  const [before, after] = [measure(original.answer.text), measure(found.answer.text)];
  const sameForm = before.form === after.form;
  const isDecent =
    before.isSaid === after.isSaid &&
    before.hasRoot === after.hasRoot &&
    after.digits <= Math.max(before.digits + 1, 2) &&
    after.denominator <= Math.max(before.denominator * 3, largestDenominator(original, before)) &&
    after.decimals <= before.decimals + 1 &&
    (!before.isInteger || after.isInteger || original.task.kind === 'integral') &&
    after.numbers <= before.numbers + (original.task.kind === 'integral' ? 6 : 4) &&
    found.answer.text.length <= 2 * original.answer.text.length + 20;
  const ideas = overlap(rulesOf(original), rulesOf(found));
  const isSameWay = original.way.id === found.way.id;
  const isSameZero = before.isZero === after.isZero;
  const isAsHard = isTaskAsHard(original, found);
  return {
    score: (0.6 * ideas + 0.2 * Number(isSameWay) + 0.2 * Number(sameForm)) * (isDecent ? 1 : uglyFactor),
    isDecent: isSameZero && isAsHard && (isDecent || isTolerable(before, after)),
  };
}

/** Numbers that are hard to tell apart stay so, a number without small divisors too, and a ratio is not reduced already. */
function isTaskAsHard(original: NextMove, found: NextMove): boolean {
  const [before, after] = [original.reading.task, found.reading.task];
  if (before.kind === 'ratio' && before.share === undefined && after.kind === 'ratio')
    return isReduced(before.parts) || !isReduced(after.parts);
  if (before.kind === 'isPrime' && after.kind === 'isPrime')
    return hasSmallDivisor(before.value) || !hasSmallDivisor(after.value);
  if (before.kind !== 'compare' && before.kind !== 'decide') return true;
  const gap = gapOf(before);
  return gap === undefined || gap === 0 || (gapOf(after) ?? 1) <= Math.max(5 * gap, 0.25);
}

function isReduced(parts: readonly Expr[]): boolean {
  const [first, ...rest] = parts.map((part) => Math.round(evaluate(part, {})));
  if (first === undefined || !parts.every((part) => Number.isInteger(evaluate(part, {})))) return false;
  return rest.reduce((common, part) => gcd(common, BigInt(part)), BigInt(first)) === 1n;
}

function hasSmallDivisor(value: Expr): boolean {
  const number = evaluate(value, {});
  return [2, 3, 5].some((divisor) => number > divisor && number % divisor === 0);
}

/** How far two numbers lie apart, as a share of the larger one; undefined where it is not about two numbers. */
function gapOf(task: Task): number | undefined {
  const parts = expressionsOf(task).flatMap((expr) => (expr.kind === 'relation' ? expr.operands : [expr]));
  const [left, right] = parts.map((part) => evaluate(part, {}));
  if (parts.length !== 2 || left === undefined || right === undefined) return undefined;
  const size = Math.max(Math.abs(left), Math.abs(right));
  return Number.isFinite(size) && size > 0 ? Math.abs(left - right) / size : undefined;
}

/** Better than nothing, where nothing as good as the original's answer is found. */
const uglyFactor = 0.7;

function isTolerable(before: Measure, after: Measure): boolean {
  return (
    before.isSaid === after.isSaid &&
    before.hasRoot === after.hasRoot &&
    after.digits <= before.digits + 3 &&
    after.denominator <= Math.max(100, 20 * before.denominator) &&
    after.decimals <= before.decimals + 4 &&
    after.numbers <= before.numbers + 4
  );
}

/** Chances have large denominators, antiderivatives small ones. */
function largestDenominator({ task }: NextMove, { denominator }: Measure): number {
  if (task.kind === 'urn') return 10 * denominator;
  return denominator > 1 ? 20 : task.kind === 'integral' ? 12 : 1;
}

export function rulesOf({ moves }: NextMove): readonly string[] {
  return moves.map(({ rule }) => rule);
}

/** Share of what two lists have in common, counted with repetitions. */
function overlap(first: readonly string[], second: readonly string[]): number {
  const left = [...second];
  const common = first.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / Math.max(1, first.length + second.length);
}

interface Measure {
  /** The text with its numbers and signs taken out. */
  readonly form: string;
  readonly isSaid: boolean;
  readonly hasRoot: boolean;
  readonly isInteger: boolean;
  readonly isZero: boolean;
  readonly digits: number;
  readonly decimals: number;
  readonly denominator: number;
  readonly numbers: number;
}

function measure(text: string): Measure {
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? [];
  const denominators = [...text.matchAll(/\/\(?(\d+)/g)].map((match) => Number(match[1]));
  return {
    form: text
      .replaceAll(/\d+(?:\.\d+)?/g, '#')
      .replaceAll(/(?<=^|[=(,\s])-(?=\S)/g, '')
      .replaceAll(/ [-+] /g, ' ± '),
    isSaid: /\b(?:no|all|every|none|does not|irreducible)\b/i.test(text),
    hasRoot: /sqrt|√|root|\bi\b|\bln\b|\blog\b|asin|acos|atan|arc/i.test(text),
    isInteger: denominators.length === 0 && !numbers.some((number) => number.includes('.')),
    isZero: /(?<![\d.])0(?![\d.])/.test(text),
    digits: Math.max(0, ...numbers.map((number) => number.split('.')[0]?.length ?? 0)),
    decimals: Math.max(0, ...numbers.map((number) => number.split('.')[1]?.length ?? 0)),
    denominator: Math.max(1, ...denominators),
    numbers: numbers.length,
  };
}
