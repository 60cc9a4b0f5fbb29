import { or } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import { finalVerdict } from './finalLine.ts';
import type { History } from './history.ts';
import { judgeExpression } from './judgeExpression.ts';
import { judgeStatement } from './judgeStatement.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf, type FormulaPart, type Line } from './line.ts';
import { withFunctions } from './posed.ts';
import { unrelated, worst, type Means } from './relate.ts';
import { assignment, conjuncts, isStatementLike } from './shape.ts';

/** Judges one line and remembers it. */
export function judgeLine(
  lines: readonly Line[],
  index: number,
  history: History,
  means: Means,
  isOpen: boolean,
): LineVerdict {
  const line = lines[index];
  if (!line) return unrelated;
  const verdict = judgeReading(line, lines, index, history, means, isOpen);
  return verdict;
}

function judgeReading(
  line: Line,
  lines: readonly Line[],
  index: number,
  history: History,
  means: Means,
  isOpen: boolean,
): LineVerdict {
  const formulas = formulasOf(line);
  const unread = line.parts.find((part) => part.type === 'unread');
  if (formulas.length === 0) {
    if (!unread) return unrelated;
    return { ...unrelated, evidence: unread.message, at: { start: unread.start, end: unread.end } };
  }
  const verdicts: LineVerdict[] = [];
  for (const [position, part] of formulas.entries()) {
    const isLast = position === formulas.length - 1;
    const verdict = judgePart(part, line, { lines, index, isLast, isOpen }, history, means);
    if (verdict)
      verdicts.push(formulas.length > 1 ? { ...verdict, at: { start: part.start, end: part.end } } : verdict);
  }
  if (verdicts.length === 0)
    return { ...unrelated, relation: formulas.some(({ role }) => role === 'definition') ? 'definition' : 'unrelated' };
  const verdict = worst(verdicts);
  if (unread && verdict.kind !== 'invalid') {
    return { ...unrelated, evidence: unread.message, at: { start: unread.start, end: unread.end } };
  }
  return verdict;
}

export interface Position {
  readonly lines: readonly Line[];
  readonly index: number;
  /** The last formula of its line. */
  readonly isLast: boolean;
  readonly isOpen: boolean;
}

/** Undefined for what only sets the scene. */
function judgePart(
  part: FormulaPart,
  line: Line,
  position: Position,
  history: History,
  means: Means,
): LineVerdict | undefined {
  const expr = history.withoutIndices(withFunctions(part.expr, history.functions));
  const { index } = position;
  switch (part.role) {
    case 'goal':
      return undefined;
    case 'case':
      if (!isStatementLike(expr)) return undefined;
      history.beginCase(conjuncts(expr));
      return undefined;
    case 'assumption':
      if (isStatementLike(expr)) history.assumptions.push(expr);
      return undefined;
    case 'definition': {
      const named = assignment(expr);
      const isNew = named !== undefined && !history.letters().has(named.name);
      if (isNew) {
        history.definitions.set(named.name, named.value);
        return { kind: 'unknown', how: 'none', relation: 'definition' };
      }
      if (!isStatementLike(expr)) return undefined;
      break;
    }
    default:
      break;
  }
  const isExpression = !isStatementLike(expr) || part.isContinuation;
  const verdict = isExpression
    ? judgeExpression(expr, part, position, history, means)
    : judgeStatement(joined(expr, line, index, history), part, position, history, means);
  if (isStatementLike(expr) && !part.isContinuation) return finalVerdict(verdict, expr, position, history, means);
  return verdict;
}

/** "or x = -3" below "x = 3": both together. */
function joined(expr: Expr, line: Line, index: number, history: History): Expr {
  const last = history.facts.at(-1);
  if (line.lead !== 'or' || last?.index !== index - 1 || !isStatementLike(last.expr)) return expr;
  const shares = freeSymbols(expr).some((name) => freeSymbols(last.expr).includes(name));
  return shares ? or(last.expr, expr) : expr;
}
