import { equals, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { children, freeSymbols } from '../../math/tree.ts';
import type { ExactWork } from '../exactWork.ts';
import type { TaskOf } from '../task.ts';
import { membership } from './numberLine.ts';
import type { Setting } from './outcome.ts';
import { solveEquation } from './solveEquation.ts';

/** A solve task for one unknown, sorted: the equation or inequality, and what else must hold for the unknown. */
export interface OneUnknown {
  readonly line: Expr;
  /** Ranges that the problem gives beside the equation: 0 ≤ x < 2π. */
  readonly conditions: readonly Expr[];
  readonly unknown: string;
  /** The problem did not say which letter is asked for. */
  readonly isChosen: boolean;
}

/** An expression alone asks for its zeros; x ∈ [0, 2π) is 0 ≤ x < 2π. */
export function asStatement(expr: Expr): Expr {
  if (expr.kind === 'relation' && expr.operators.join() === 'in') {
    const [letter, region] = expr.operands;
    const line = letter?.kind === 'symbol' && region !== undefined ? membership(letter.name, region) : undefined;
    if (line !== undefined) return line;
  }
  return expr.kind === 'relation' || expr.kind === 'and' || expr.kind === 'or' || expr.kind === 'not'
    ? expr
    : equals(expr, num(0));
}

export function readOneUnknown(task: TaskOf<'solve'>): OneUnknown | undefined {
  const statements = task.statements
    .map(asStatement)
    .flatMap((statement) => (statement.kind === 'and' ? statement.items : [statement]));
  const letters = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))];
  const isChosen = task.unknowns.length === 0;
  const unknown = isChosen ? chooseUnknown(letters) : task.unknowns[0];
  if (unknown === undefined || task.unknowns.length > 1) return undefined;
  const relations = statements.filter((statement) => statement.kind === 'relation');
  if (relations.length !== statements.length) return undefined;
  const equations = relations.filter((statement) => statement.operators.includes('='));
  const [line, ...conditions] = [...equations, ...relations.filter((statement) => !equations.includes(statement))];
  if (line === undefined || equations.length > 1) return undefined;
  if (!conditions.every((condition) => freeSymbols(condition).every((name) => name === unknown))) return undefined;
  return { line, conditions, unknown, isChosen };
}

/** Without a word about it the unknown is a letter from the end of the alphabet, else the first one that occurs. */
export function chooseUnknown(letters: readonly string[]): string | undefined {
  return letters.find((name) => /^[p-z]/.test(name)) ?? letters[0];
}

export function settingFor(task: TaskOf<'solve'>, unknown: string, work: ExactWork): Setting {
  return {
    unknown,
    domain: task.domain,
    work,
    hasDecimals: task.statements.some(hasDecimal),
    wantsAllRoots: task.wording === 'roots',
    depth: 0,
    solve: solveEquation,
  };
}

function hasDecimal(expr: Expr): boolean {
  return expr.kind === 'number' ? expr.notation === 'decimal' : children(expr).some(hasDecimal);
}
