import { checkClaim } from '../../check/claims.ts';
import { verifySolutions } from '../../check/solutions.ts';
import { and, equals, infinity, interval, negate, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { Verdict } from '../../session/step.ts';
import type { ExactWork } from '../exactWork.ts';
import type { TaskOf } from '../task.ts';
import { freeSymbols } from '../../math/tree.ts';
import { shortConditions } from './conditions.ts';
import { verifyDecimals } from './numericRoots.ts';
import { joinPieces, piecesBetween, sortedValues } from './numberLine.ts';
import type { Root, Setting, Solutions } from './outcome.ts';
import { asStatement } from './readTask.ts';
import type { SystemResult } from './system.ts';
import { listWords, math } from './words.ts';

/** The solutions against the problem as it was read, whatever the derivation was. */
export function verdictOf(task: TaskOf<'solve'>, solutions: Solutions, setting: Setting): Verdict {
  const statements = task.statements.map(asStatement);
  const verify = (found: readonly (readonly Expr[])[] | Expr): Verdict =>
    verifySolutions(statements, [setting.unknown], found, setting.domain, { work: setting.work });
  // With letters whose sign decides (T = 2π√(L/g) for T ≥ 0) the answer is checked for positive ones, and says so.
  const withLetters = (first: Verdict): Verdict => {
    if (
      solutions.type !== 'roots' ||
      first.kind === 'proved' ||
      solutions.roots.every((root) => root.condition === undefined)
    )
      return first;
    const positive = statements
      .flatMap((statement) => [...freeSymbols(statement)])
      .filter((name) => name !== setting.unknown);
    const values = solutions.roots.map((root) => [root.value]);
    const second = verifySolutions(statements, [setting.unknown], values, setting.domain, {
      positive,
      work: setting.work,
    });
    return second.evidence === undefined || second.kind === 'invalid'
      ? second
      : { ...second, evidence: `${second.evidence} The letters are taken as positive.` };
  };
  switch (solutions.type) {
    case 'roots':
      if (solutions.roots.some((root) => root.places !== undefined)) {
        return verifyDecimals(statements[0] ?? infinity, setting.unknown, solutions.roots, setting.work);
      }
      return underConditions(withLetters(verify(solutions.roots.map((root) => [root.value]))), solutions.roots);
    case 'families':
      return verify(solutions.values.map((value) => [value]));
    case 'none':
      return verify([]);
    case 'set':
      return verify(solutions.set);
    case 'every': {
      const except = solutions.except ?? [];
      return except.some((value) => freeSymbols(value).length > 0)
        ? verdictOfIdentity(statements)
        : verify(allBut(except));
    }
  }
}

/** Values that exist only under a condition on other letters were put back under it. */
function underConditions(verdict: Verdict, roots: readonly Root[]): Verdict {
  const conditions = shortConditions(roots.flatMap(({ condition }) => (condition === undefined ? [] : [condition])));
  if (verdict.evidence === undefined || verdict.kind === 'invalid' || conditions.length === 0) return verdict;
  return { ...verdict, evidence: `${verdict.evidence} This holds for ${listWords(conditions.map(math))}.` };
}

/** Sides that agree wherever they have a value. */
function verdictOfIdentity([statement, ...more]: readonly Expr[]): Verdict {
  const [left, right] = statement?.kind === 'relation' ? statement.operands : [];
  if (left === undefined || right === undefined || more.length > 0) return { kind: 'unknown', how: 'none' };
  return checkClaim({ type: 'equal', left, right });
}

/** All real numbers but a few. */
function allBut(except: readonly Expr[]): Expr {
  if (except.length === 0) return interval(negate(infinity), infinity, '()');
  const pieces = piecesBetween(sortedValues(except));
  return joinPieces(
    pieces,
    pieces.map((piece) => !piece.isPoint),
  );
}

export function verdictOfSystem(
  statements: readonly Expr[],
  unknowns: readonly string[],
  result: SystemResult,
  work: ExactWork,
): Verdict {
  if (result.type === 'stuck') return { kind: 'unknown', how: 'none' };
  if (result.type === 'none') return verifySolutions(statements, unknowns, [], 'real', { work });
  if (result.free.length > 0) {
    const lines = unknowns
      .filter((name) => !result.free.includes(name))
      .map((name) => equals(sym(name), result.values[name] ?? sym(name)));
    return verifySolutions(statements, unknowns, and(...lines), 'real', { work });
  }
  return verifySolutions(statements, unknowns, [unknowns.map((name) => result.values[name] ?? sym(name))], 'real', {
    work,
  });
}
