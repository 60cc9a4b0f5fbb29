import { num } from '../math/build.ts';
import { toTex } from '../math/print/toTex.ts';
import { polynomialToExpr } from '../math/polynomial/polynomialToExpr.ts';
import { variablePolynomial } from '../math/polynomial.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { approximatePoint, type LinePoint } from './algebraicPoint.ts';
import { cellsOf, holdsAtPoint, type Cell } from './cells.ts';
import { criticalPolynomials } from './critical.ts';
import type { Statement } from './statement.ts';

export interface LineComparison {
  /** A point that satisfies the first statement and not the second, and the reverse. */
  readonly lost: LinePoint | undefined;
  readonly added: LinePoint | undefined;
  /** Whether the first statement holds somewhere, or everywhere. */
  readonly isFirst: 'never' | 'always' | 'sometimes';
  readonly isSecond: 'never' | 'always' | 'sometimes';
}

/**
 * Compares the real solutions of two statements about one unknown exactly: between the roots of the critical polynomials
 * of both, the truth of neither changes, so that one sample for each piece of the line decides.
 * Undefined for what is more than rational functions, roots and absolute values, or has other letters.
 */
export function compareOnLine(
  first: Statement,
  second: Statement,
  unknown: string,
  work: ExactWork,
  isPositive = false,
): LineComparison | undefined {
  const [ours, theirs] = [criticalPolynomials(first, unknown, work), criticalPolynomials(second, unknown, work)];
  if (!ours || !theirs) return undefined;
  const cells = cellsOf([...ours, ...theirs, ...(isPositive ? [variablePolynomial(unknown)] : [])], work);
  const considered = isPositive ? cells.filter(({ sample }) => approximatePoint(sample) > 0) : cells;
  let [lost, added]: (LinePoint | undefined)[] = [];
  const [firsts, seconds]: [boolean[], boolean[]] = [[], []];
  for (const { sample } of considered) {
    work.check();
    const [a, b] = [holdsAtPoint(first, unknown, sample), holdsAtPoint(second, unknown, sample)];
    if (a === undefined || b === undefined) return undefined;
    firsts.push(a);
    seconds.push(b);
    if (a && !b) lost ??= sample;
    if (b && !a) added ??= sample;
  }
  return { lost, added, isFirst: extent(firsts), isSecond: extent(seconds) };
}

function extent(values: readonly boolean[]): LineComparison['isFirst'] {
  return values.every(Boolean) ? 'always' : values.some(Boolean) ? 'sometimes' : 'never';
}

/** The pieces of the line on which a statement holds; undefined where it can't be decided exactly. */
export function solutionCells(statement: Statement, unknown: string, work: ExactWork): readonly Cell[] | undefined {
  const polynomials = criticalPolynomials(statement, unknown, work);
  if (polynomials === undefined) return undefined;
  const found: Cell[] = [];
  for (const cell of cellsOf(polynomials, work)) {
    work.check();
    const holds = holdsAtPoint(statement, unknown, cell.sample);
    if (holds === undefined) return undefined;
    if (holds) found.push(cell);
  }
  return found;
}

/** `x = 2`, `x ≈ 1.4142136 (a root of x² - 2)`. */
export function pointSentence(unknown: string, point: LinePoint): string {
  const name = toTex({ kind: 'symbol', name: unknown });
  if (point.type === 'rational') return `$${name} = ${toTex(num(point.value))}$`;
  const value = Number(approximatePoint(point).toPrecision(8)).toString();
  return `$${name} \\approx ${value}$ (a root of $${toTex(polynomialToExpr(point.root.polynomial))}$)`;
}
