import { and, divide, equals, multiply, num, pi, sym } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import type { Expr, RelationOperator } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rational } from '../../math/rational.ts';
import { children, mapExpr, substitute } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import { approximate } from './order.ts';
import { stuck, type Outcome, type Root, type Setting } from './outcome.ts';
import type { OneUnknown } from './readTask.ts';
import { solutionsLine } from './solutionsLine.ts';
import { sortedValues } from './numberLine.ts';
import { difference, isZero, rationalOf, tidy } from './tidy.ts';
import { tidyAngle } from './trigonometry.ts';
import { listWords, math, mathList } from './words.ts';

/** Keeps the solutions that lie in the range that the problem gives beside the equation. */
export function inRange(outcome: Outcome, problem: OneUnknown, setting: Setting): Outcome {
  if (outcome.type === 'stuck' || problem.conditions.length === 0) return outcome;
  const { solutions } = outcome;
  const { unknown } = setting;
  const candidates =
    solutions.type === 'roots'
      ? solutions.roots
      : solutions.type === 'families'
        ? membersIn(solutions.values, solutions.letter, problem)
        : undefined;
  if (solutions.type === 'none') return outcome;
  if (candidates === undefined)
    return stuck('I can list the solutions in a range only where they are single numbers and the range is bounded.');
  const kept: Root[] = [];
  const isInDegrees = problem.conditions.some(hasDegrees);
  for (const root of candidates) {
    const truths = problem.conditions.map((condition) => truthOf(substitute(condition, { [unknown]: root.value })));
    if (truths.includes('unknown')) return stuck(`I cannot decide whether ${math(root.value)} lies in the range.`);
    if (truths.every((truth) => truth === 'true'))
      kept.push(isInDegrees ? { ...root, value: inDegrees(root.value) } : root);
  }
  const isNothingDropped = !isInDegrees && solutions.type === 'roots' && kept.length === candidates.length;
  if (isNothingDropped) return outcome;
  const range = listWords(problem.conditions.map(math));
  const line = kept.length === 0 ? undefined : solutionsLine(unknown, kept);
  const move: Move = {
    text:
      kept.length === 0
        ? `None of these lies in the range ${range}.`
        : solutions.type === 'families'
          ? `Put in integers for $${solutions.letter}$ and keep what lies in the range ${range}.`
          : `Keep what lies in the range ${range}: ${mathList(kept.map((root) => equals(sym(unknown), root.value)))}.`,
    latex: line === undefined ? problem.conditions.map(toTex).join(',\\quad ') : toTex(line),
    why: 'Only solutions in this range are asked for.',
    rule: 'list-in-range',
    claim:
      line === undefined
        ? { type: 'none' }
        : { type: 'equivalent', from: and(problem.line, ...problem.conditions), to: line, unknowns: [unknown] },
  };
  const moves = [...outcome.moves, move];
  if (kept.length === 0)
    return { type: 'solved', moves, solutions: { type: 'none', note: 'Every solution lies outside of the range.' } };
  return { type: 'solved', moves, solutions: { type: 'roots', roots: kept } };
}

/** A chain of comparisons between real numbers: equal where the difference is exactly 0, else by certified signs. */
function truthOf(condition: Expr): 'true' | 'false' | 'unknown' {
  if (condition.kind !== 'relation') return 'unknown';
  const operands = condition.operands.map(inRadians);
  let result: 'true' | 'unknown' = 'true';
  for (const [index, operator] of condition.operators.entries()) {
    const [left, right] = [operands[index], operands[index + 1]];
    const sign = left === undefined || right === undefined ? undefined : signOfDifference(left, right);
    const isTrue = sign === undefined ? undefined : comparisons[operator]?.(sign);
    if (isTrue === false) return 'false';
    if (isTrue === undefined) result = 'unknown';
  }
  return result;
}

const comparisons: Readonly<Partial<Record<RelationOperator, (sign: number) => boolean>>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
};

function signOfDifference(left: Expr, right: Expr): number | undefined {
  const rest = difference(left, right);
  if (isZero(rest)) return 0;
  const reading = certifiedSign(rest);
  return reading.type === 'sign' ? reading.sign : undefined;
}

function hasDegrees(expr: Expr): boolean {
  return expr.kind === 'quantity' ? expr.unit === '°' : children(expr).some(hasDegrees);
}

function inRadians(expr: Expr): Expr {
  return mapExpr(expr, (node) =>
    node.kind === 'quantity' && node.unit === '°' ? divide(multiply(node.value, pi), num(180)) : node,
  );
}

/** π/6 is 30°; other angles stay as they are. */
function inDegrees(angle: Expr): Expr {
  const turns = rationalOf(tidy(divide(angle, pi)));
  return turns === undefined ? angle : { kind: 'quantity', value: num(turns.mul(rational(180))), unit: '°' };
}

/** The members of families fixed + step·k between the bounds of the range; undefined for a range without bounds. */
function membersIn(values: readonly Expr[], letter: string, problem: OneUnknown): readonly Root[] | undefined {
  const bounds = boundsOf(problem);
  if (bounds === undefined) return undefined;
  const found: Expr[] = [];
  for (const value of values) {
    const [fixed, next] = [0, 1].map((k) => approximate(substitute(value, { [letter]: num(k) })));
    if (fixed === undefined || next === undefined || next === fixed) return undefined;
    const step = next - fixed;
    const ends = [(bounds[0] - fixed) / step, (bounds[1] - fixed) / step].sort((one, two) => one - two);
    const [first, last] = [Math.floor(ends[0] ?? 0) - 1, Math.ceil(ends[1] ?? 0) + 1];
    if (last - first > 500) return undefined;
    for (let k = first; k <= last; k += 1) found.push(tidyAngle(tidy(substitute(value, { [letter]: num(k) }))));
  }
  return sortedValues(found).map((value) => ({ value }));
}

function boundsOf({ conditions, unknown }: OneUnknown): readonly [number, number] | undefined {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const condition of conditions) {
    if (condition.kind !== 'relation') continue;
    if (condition.operators.join() === 'in') {
      const region = condition.operands[1];
      if (region?.kind !== 'interval') continue;
      low = Math.max(low, approximate(region.lower) ?? low);
      high = Math.min(high, approximate(region.upper) ?? high);
    }
    condition.operators.forEach((operator, index) => {
      const [left, right] = [condition.operands[index], condition.operands[index + 1]];
      if (left === undefined || right === undefined) return;
      const isUnknown = (side: Expr): boolean => side.kind === 'symbol' && side.name === unknown;
      const [a, b] = [approximate(left), approximate(right)];
      if (operator.startsWith('<') && isUnknown(right) && a !== undefined) low = Math.max(low, a);
      if (operator.startsWith('<') && isUnknown(left) && b !== undefined) high = Math.min(high, b);
      if (operator.startsWith('>') && isUnknown(right) && a !== undefined) high = Math.min(high, a);
      if (operator.startsWith('>') && isUnknown(left) && b !== undefined) low = Math.max(low, b);
    });
  }
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : undefined;
}
