import { compile, evaluate } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import type { Verdict } from '../session/step.ts';
import { satisfies } from './cells.ts';
import { differenceOf, type Statement } from './statement.ts';

/** Where solutions are looked for: close to zero, and farther out in wider steps. */
const grid: readonly number[] = Array.from({ length: 2001 }, (_, k) => {
  const u = (k - 1000) / 1000;
  return 6 * u + 94 * u ** 5 + 1.37e-3;
});

/**
 * Two statements about one unknown whose real solutions are found and compared in doubles. It only ever says 'valid', by
 * points: a difference found here is not certain.
 */
export function compareNumerically(first: Statement, second: Statement, unknown: string): Verdict {
  const [ours, theirs] = [solutionsOf(first, unknown), solutionsOf(second, unknown)];
  const isMatched = (x: number, others: readonly number[]) =>
    others.some((y) => Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x)));
  const points = ours.length;
  if (points === 0 || !ours.every((x) => isMatched(x, theirs)) || !theirs.every((x) => isMatched(x, ours))) {
    return { kind: 'unknown', how: 'none' };
  }
  const evidence = `Both lines have the same ${points === 1 ? 'solution' : `${points} solutions`} between -100 and 100.`;
  return { kind: 'valid', how: 'points', points, relation: 'equivalent', evidence };
}

/** Solutions of equations in the grid's range, by changes of sign; of several statements those that hold together. Inequalities have none here. */
export function solutionsOf(statement: Statement, unknown: string): readonly number[] {
  if (statement.type === 'or') return statement.items.flatMap((item) => solutionsOf(item, unknown));
  if (statement.type === 'and') {
    const equation = statement.items.find((item) => item.type === 'relation' && item.operator === '=');
    const rest = statement.items.filter((item) => item !== equation);
    return equation
      ? solutionsOf(equation, unknown).filter((x) => rest.every((item) => holdsNear(item, unknown, x)))
      : [];
  }
  if (statement.type !== 'relation' || statement.operator !== '=') return [];
  const f = compile(differenceOf(statement), [unknown]);
  const found: number[] = [];
  for (let index = 0; index + 1 < grid.length; index += 1) {
    const [a, b] = [grid[index] ?? 0, grid[index + 1] ?? 0];
    const [u, v] = [f([a]), f([b])];
    if (u === 0) found.push(a);
    else if (u * v < 0) {
      const root = bisect(f, a, b, u);
      if (root !== undefined) found.push(root);
    }
  }
  return found;
}

/** In doubles; what lies on a bound within their precision counts as on it. */
function holdsNear(statement: Statement, unknown: string, x: number): boolean {
  switch (statement.type) {
    case 'and':
      return statement.items.every((item) => holdsNear(item, unknown, x));
    case 'or':
      return statement.items.some((item) => holdsNear(item, unknown, x));
    case 'not':
      return !holdsNear(statement.operand, unknown, x);
    case 'relation': {
      const difference = compile(differenceOf(statement), [unknown])([x]);
      const sign = Math.abs(difference) < 1e-9 * Math.max(1, Math.abs(x)) ? 0 : difference > 0 ? 1 : -1;
      return satisfies(sign, statement.operator);
    }
  }
}

function bisect(
  f: (values: readonly number[]) => number,
  low: number,
  high: number,
  atLow: number,
): number | undefined {
  let [a, b] = [low, high];
  for (let step = 0; step < 80; step += 1) {
    const middle = (a + b) / 2;
    const value = f([middle]);
    if (Number.isNaN(value)) return undefined;
    if (value * atLow > 0) a = middle;
    else b = middle;
  }
  // A pole changes sign without a zero.
  return Math.abs(f([(a + b) / 2])) < 1e-6 * Math.max(1, Math.abs(atLow)) ? (a + b) / 2 : undefined;
}

/** True where a solution is found in doubles that is none of the values. */
export function missedNumerically(statement: Statement, unknown: string, values: readonly Expr[]): boolean {
  const only = statement.type === 'and' && statement.items.length === 1 ? statement.items[0] : statement;
  const known = values.map((value) => evaluate(value));
  const found = only ? solutionsOf(only, unknown) : [];
  return found.some((x) => !known.some((y) => Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x))));
}
