import type { Expr } from '../../math/expr.ts';
import { isStatement } from '../../math/read/statements.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import { defaultConventions, type Conventions } from '../conventions.ts';
import { isIndefinite } from '../antiderivative.ts';
import { checkEqual } from '../equal.ts';
import { checkHolds } from '../holds.ts';
import { foldLetters } from '../mistakes/foldLetters.ts';
import { relateComplex } from './complexSolutions.ts';
import { OutOfBudget } from './budget.ts';
import type { LineVerdict } from './judgement.ts';
import type { Means } from './means.ts';
import { resolved, type Resolved } from './resolved.ts';
import { relateStatements } from './relateStatements.ts';
import { withRounding } from './rounding.ts';
import { assignment, isImaginary, isStatementLike, together } from './shape.ts';
import { hasUnits, kindOf, unitSaidOf, withoutUnits } from './units.ts';

export interface RelateOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  /** What is solved for; the letters of the statements where nothing is said. */
  readonly unknowns?: readonly string[] | undefined;
  readonly work?: ExactWork | undefined;
}

export const unrelated: LineVerdict = { kind: 'unknown', how: 'none', relation: 'unrelated' };

/** How a line follows from statements or expressions that stand before it and hold together. Never says where: `from` is the caller's. */
export function relate(earlier: readonly Expr[], line: Expr, options: RelateOptions = {}): LineVerdict {
  const means: Means = {
    conventions: { ...defaultConventions, ...options.conventions },
    unknowns: options.unknowns ?? [],
    work: options.work ?? unlimitedWork,
  };
  const statements = earlier.filter(isStatementLike);
  const last = earlier.at(-1);
  if (last === undefined) return { kind: 'unknown', how: 'none', relation: 'given' };
  try {
    if (!isStatementLike(last)) return relateExpression(last, line, means);
    return isStatementLike(line) ? relateToStatements(statements, line, means) : unrelated;
  } catch (error) {
    if (error instanceof OutOfBudget) return unrelated;
    throw error;
  }
}

function relateToStatements(earlier: readonly Expr[], written: Expr, means: Means): LineVerdict {
  if (hasUnits(written) || earlier.some(hasUnits)) {
    const isKept = earlier.every((expr) => measuresAlike(expr, written));
    return isKept ? relateToStatements(earlier.map(withoutUnits), withoutUnits(written), means) : otherUnits;
  }
  const from = together(earlier);
  const line = foldLetters(from, written);
  const isComplex = means.conventions.assume === 'complex' || isImaginary(from) || isImaginary(line);
  const verdict = isComplex ? relateComplex(from, line, means) : relateStatements(from, line, means);
  if (verdict.kind !== 'proved' && verdict.kind !== 'valid') return withRounding(from, line, means) ?? verdict;
  return verdict;
}

/** An expression goes on: `= …`, a chain from it, or another expression. */
function relateExpression(from: Expr, line: Expr, means: Means): LineVerdict {
  if (line.kind === 'relation') {
    const [first] = line.operands;
    const isOnward = first?.kind === 'hole';
    const rest = line.operands.slice(isOnward ? 1 : 0);
    if (!line.operators.every((operator) => operator === '=' || operator === 'approx')) return unrelated;
    const verdicts = [
      ...(isOnward ? rest : rest.slice(0, 1)).map((operand) => compareExpressions(from, operand, means)),
    ];
    if (!isOnward)
      for (const operand of rest.slice(1)) verdicts.push(compareExpressions(rest[0] ?? from, operand, means));
    return worst(verdicts);
  }
  return isStatement(line) ? unrelated : compareExpressions(from, line, means);
}

/** Are two expressions one, as the conventions want it? */
export function compareExpressions(left: Expr, right: Expr, means: Means): LineVerdict {
  if (hasUnits(left) || hasUnits(right)) {
    return areAlike(left, right)
      ? inUnit(compareExpressions(withoutUnits(left), withoutUnits(right), means), left, right)
      : otherUnits;
  }
  const { conventions, work } = means;
  const letters = [...new Set([...freeSymbols(left), ...freeSymbols(right)])];
  const positive = conventions.assume === 'positive' ? letters : conventions.positive;
  try {
    return withNewLetters(
      left,
      right,
      compareResolved(resolved(left, work), resolved(foldLetters(left, right), work), positive, work),
    );
  } catch (error) {
    if (error instanceof OutOfBudget) return unrelated;
    throw error;
  }
}

/** … = A/(x+3) + B/(x-5): letters that are yet to be found make no wrong sum. */
function withNewLetters(left: Expr, right: Expr, verdict: LineVerdict): LineVerdict {
  if (verdict.kind !== 'invalid' || isIndefinite(left)) return verdict;
  const known = freeSymbols(left).map((name) => name.toLowerCase());
  return freeSymbols(right).some((name) => !known.includes(name.toLowerCase())) ? unrelated : verdict;
}

function compareResolved(a: Resolved, b: Resolved, positive: readonly string[], work: ExactWork): LineVerdict {
  const verdict = checkEqual(a.expr, b.expr, { positive, work });
  if (a.isProved && b.isProved) return inLine(verdict);
  // What was worked out without a proof gives none.
  if (verdict.kind === 'proved') return inLine({ ...verdict, kind: 'valid', how: 'points' });
  return verdict.kind === 'invalid' ? unrelated : inLine(verdict);
}

const otherUnits: LineVerdict = { ...unrelated, evidence: 'The units are not the same on both sides.' };

function inUnit(verdict: LineVerdict, ...sides: readonly Expr[]): LineVerdict {
  const unit = unitSaidOf(...sides);
  if (verdict.evidence === undefined || unit === '') return verdict;
  return { ...verdict, evidence: `In ${unit}: ${verdict.evidence}` };
}

function areAlike(left: Expr, right: Expr): boolean {
  const [a, b] = [kindOf(left), kindOf(right)];
  return a === b && a !== undefined;
}

/** Values of the same letter are measured in units of the same kind. */
function measuresAlike(from: Expr, line: Expr): boolean {
  const [a, b] = [assignment(from), assignment(line)];
  if (!a || !b) return true;
  return a.name !== b.name || areAlike(a.value, b.value);
}

/** A statement without letters. */
export function decideNumeric(statement: Expr, { work }: Means): LineVerdict {
  if (hasUnits(statement)) {
    const [first, ...rest] = statement.kind === 'relation' ? statement.operands : [];
    if (!first || !rest.every((side) => areAlike(first, side))) return otherUnits;
    return inUnit(inLine(checkHolds(withoutUnits(statement), work)), first, ...rest);
  }
  return inLine(checkHolds(statement, work));
}

/** Of a line one says 'equivalent' where of two sides one says 'equal'. */
export function inLine(verdict: Verdict): LineVerdict {
  if (verdict.kind === 'proved' || verdict.kind === 'valid')
    return verdict.relation === 'adds-solutions' ? verdict : { ...verdict, relation: 'equivalent' };
  if (verdict.kind === 'unknown' && verdict.relation === undefined) return { ...verdict, relation: 'unrelated' };
  return verdict;
}

const rank = { invalid: 0, unknown: 1, valid: 2, proved: 3 } as const;

export function worst(verdicts: readonly LineVerdict[]): LineVerdict {
  const found = verdicts.reduce<LineVerdict | undefined>(
    (low, verdict) => (low === undefined || rank[verdict.kind] < rank[low.kind] ? verdict : low),
    undefined,
  );
  return found ?? unrelated;
}
