import { equals, or, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toDouble } from '../../math/rational.ts';
import { contains, freeSymbols, sizeOf } from '../../math/tree.ts';
import { finalVerdict, rootOf } from './finalLine.ts';
import type { Fact, History } from './history.ts';
import { judgeExpression } from './judgeExpression.ts';
import { judgeStatement } from './judgeStatement.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf, type FormulaPart, type Line } from './line.ts';
import { nameIn } from './nameIn.ts';
import { withFunctions } from './posed.ts';
import { countWords, judgeClaims } from './prose.ts';
import type { Position } from './position.ts';
import type { Means } from './means.ts';
import { unrelated, worst } from './relate.ts';
import { assignment, conjuncts, isStatementLike } from './shape.ts';

/** Judges one line and remembers it. */
export function judgeLine(position: Omit<Position, 'isLast'>, history: History, means: Means): LineVerdict {
  const line = position.lines[position.index];
  if (!line) return unrelated;
  const undo = history.mark();
  const verdict = judgeReading(line, position, history, means);
  if (verdict.kind !== 'invalid' || !line.other) return verdict;
  // Its first sign may be a list marker or a minus: a line is wrong only where both readings are.
  const redo = history.mark();
  undo();
  const other = judgeReading(line.other, position, history, means);
  if (other.kind !== 'invalid') return other;
  redo();
  return verdict;
}

/** Lines with more words than this are prose: of equations in them nothing is called wrong but what is wrong by itself. */
const mostWords = 7;

function judgeReading(line: Line, position: Omit<Position, 'isLast'>, history: History, means: Means): LineVerdict {
  const { lines, index, problem } = position;
  const unread = line.parts.find((part) => part.type === 'unread');
  const words = countWords(line);
  const claims = words > 0 || history.isNarrative ? judgeClaims(lines, index, problem, means) : undefined;
  const undo = history.mark();
  const before = history.statements()[0];
  const own = judgeFormulas(line, words, position, history, means);
  const isTold =
    own?.kind !== 'invalid' || (words === 0 && !history.isNarrative) || isPlain(line, own, words, before, history);
  // What is not told must not count for the lines behind it either.
  if (!isTold) undo();
  const verdict = joinVerdicts(isTold ? own : undefined, claims);
  if (!unread || verdict.kind === 'invalid') return verdict;
  return { ...unrelated, evidence: unread.message, at: { start: unread.start, end: unread.end } };
}

/** What the formulas say as lines, and what the claims in the words say by themselves. */
function joinVerdicts(own: LineVerdict | undefined, claims: LineVerdict | undefined): LineVerdict {
  if (claims?.kind === 'invalid') return own?.kind === 'invalid' && own.mistake ? own : claims;
  if (own === undefined) return claims ?? unrelated;
  const isOpen = own.kind === 'unknown' && own.relation !== 'definition' && own.relation !== 'given';
  return isOpen ? (claims ?? own) : own;
}

/**
 * Whether a line with words is one of a plain working, so that a formula in it may be called wrong for not following. In
 * a text formulas are named, recalled and tried for many reasons: there only what goes straight on from the equation that
 * is asked about is, and what is wrong by itself, which is found among the claims.
 */
function isPlain(
  line: Line,
  own: LineVerdict,
  words: number,
  before: Fact | undefined,
  { isNarrative, posed }: History,
): boolean {
  if (own.from === undefined) return !isNarrative && words <= 2;
  if (!isNarrative) return words <= mostWords;
  const statements = formulasOf(line).filter(({ expr }) => isStatementLike(expr));
  const [only] = statements;
  if (posed.type !== 'statements' || !only || statements.length > 1 || words > 2 * mostWords) return false;
  const letters = [...new Set(posed.statements.flatMap((expr) => freeSymbols(expr)))];
  const isAbout = freeSymbols(only.expr).every((name) => letters.includes(name));
  // What was lost since the problem was posed is lost; between two lines it may have been refused in words.
  const isLost = own.relation !== 'loses-solutions' || own.from < 0;
  return letters.length === 1 && isAbout && isLost && before?.index === own.from && !before.isTainted;
}

/** More formulas than this are not one line. */
const mostFormulas = 60;
/** Larger formulas are not compared, in nodes. */
const largest = 1000;
/** Nor are longer lists of solutions or conditions. */
const mostItems = 40;
const highest = 40;

function judgeFormulas(
  line: Line,
  words: number,
  position: Omit<Position, 'isLast'>,
  history: History,
  means: Means,
): LineVerdict | undefined {
  const all = formulasOf(line);
  const hasStatement = all.some((part) => isStatementLike(part.expr));
  // "Divide by x: …": what is only mentioned among words is no line.
  const isMentioned = words > 4 || (words > 0 && (hasStatement || history.isNarrative));
  const formulas = isMentioned ? all.filter((part) => isStatementLike(part.expr) && !part.isContinuation) : all;
  const verdicts: LineVerdict[] = [];
  if (formulas.length > mostFormulas) return undefined;
  let isCheck = false;
  for (const [place, part] of formulas.entries()) {
    if (part.role === 'check') isCheck = true;
    const meant: FormulaPart = isCheck && part.role === 'claim' ? { ...part, role: 'check' } : part;
    const isLast = place === formulas.length - 1;
    const verdict = judgePart(meant, line, { ...position, isLast }, history, means);
    if (verdict)
      verdicts.push(formulas.length > 1 ? { at: { start: part.start, end: part.end }, ...verdict } : verdict);
  }
  return verdicts.length === 0 ? undefined : worst(verdicts);
}

/** Wrong is only what is wrong in both of its readings, where writing leaves two open. */
function judgePart(
  part: FormulaPart,
  line: Line,
  position: Position,
  history: History,
  means: Means,
): LineVerdict | undefined {
  const { otherExpr, ...plain } = part;
  const undo = history.mark();
  const first = judgeMeaning(plain, line, position, history, means);
  const verdict = first && (asSize(first, plain, line, position, history, means, undo) ?? first);
  if (!otherExpr) return verdict;
  if (verdict?.kind !== 'invalid') {
    history.addOther(position.index, otherExpr);
    return verdict;
  }
  const redo = history.mark();
  undo();
  const other = judgeMeaning({ ...plain, expr: otherExpr }, line, position, history, means);
  if (other?.kind !== 'invalid') {
    const evidence = `Read as $${toTex(otherExpr)}$.`;
    return other && { ...other, evidence: other.evidence === undefined ? evidence : `${other.evidence} ${evidence}` };
  }
  redo();
  return verdict;
}

const sizes =
  /\b(?:triangle|hypotenuse|legs?|lengths?|widths?|sides?|radius|diameter|distance|heights?|depth|area|perimeter|volume|square|rectangle|circle|how (?:many|long|far|old|tall|wide|high|fast)|speed|ages?|people|price|cost)\b/i;

/** Where a problem is about sizes, the negative one of two values is no answer: c² = 25, so c = 5. */
function asSize(
  verdict: LineVerdict,
  part: FormulaPart,
  line: Line,
  position: Position,
  history: History,
  means: Means,
  undo: () => void,
): LineVerdict | undefined {
  const isLoss = verdict.kind === 'invalid' && verdict.relation === 'loses-solutions';
  if (!isLoss || !sizes.test(position.problem ?? '') || history.posed.type === 'statements') return undefined;
  const redo = history.mark();
  undo();
  const conventions = { ...means.conventions, assume: 'positive' as const };
  const found = judgeMeaning(part, line, position, history, { ...means, conventions });
  if (found?.kind === 'proved' || found?.kind === 'valid')
    return { ...found, evidence: 'A size is positive, so the negative value is no answer.' };
  redo();
  return undefined;
}

/** Undefined for what only sets the scene. */
function judgeMeaning(
  part: FormulaPart,
  line: Line,
  position: Position,
  history: History,
  means: Means,
): LineVerdict | undefined {
  const expr = asAnswer(history.withoutIndices(withFunctions(part.expr, history.functions)), part, position, history);
  const isLong = (expr.kind === 'or' || expr.kind === 'and') && expr.items.length > mostItems;
  if (isLong || sizeOf(expr) > largest || contains(expr, isHighPower))
    return { ...unrelated, evidence: 'This formula is too large to be checked.' };
  // Congruences are no equations between numbers.
  if (contains(expr, (node) => node.kind === 'call' && node.name === 'mod')) return unrelated;
  switch (part.role) {
    case 'goal':
      return undefined;
    case 'case':
      if (!isStatementLike(expr)) return undefined;
      history.beginCase(conjuncts(expr));
      return undefined;
    case 'assumption':
      if (!isStatementLike(expr) || part.isRefused || freeSymbols(expr).length === 0) return undefined;
      if (position.isLast && !isCondition(expr)) break;
      history.assume(expr);
      return undefined;
    case 'definition': {
      const named = assignment(expr);
      if (named !== undefined && !history.letters().has(named.name)) {
        history.definitions.set(named.name, named.value);
        return { kind: 'unknown', how: 'none', relation: 'definition' };
      }
      if (!isStatementLike(expr)) return undefined;
      break;
    }
    default:
      break;
  }
  const last = history.facts.at(-1);
  const isExpression = !isStatementLike(expr) || part.isContinuation;
  const written = joined(expr, line, position.index, history);
  const verdict = isExpression
    ? judgeExpression(expr, part, position, history, means)
    : part.isRefused
      ? judgeStatement(written, part, position, history, means)
      : finalVerdict(judgeStatement(written, part, position, history, means), expr, position, history, means);
  if (verdict.kind !== 'invalid') return verdict;
  const source = history.facts.filter((fact) => fact.index === verdict.from && fact.index !== position.index);
  const { operation } = history.posed;
  const isPosed = operation !== undefined && verdict.from === -1 && isExpression;
  const earlier = [...(isPosed ? [operation] : []), ...[...source, ...(last ? [last] : [])].map((fact) => fact.expr)];
  return nameIn(
    verdict,
    earlier,
    isExpression && expr.kind === 'relation' ? (expr.operands.at(-1) ?? expr) : expr,
    means,
  );
}

/** (x + 1)^300: to compare its zeros would take too long. */
function isHighPower(node: Expr): boolean {
  if (node.kind !== 'power' || node.base.kind !== 'add' || node.exponent.kind !== 'number') return false;
  return toDouble(node.exponent.value) > highest && freeSymbols(node.base).length > 0;
}

/** x > 0, x ≠ 1: what restricts, and does not solve. */
function isCondition(expr: Expr): boolean {
  return conjuncts(expr).every((item) => item.kind === 'relation' && !item.operators.includes('='));
}

/** "Answer: 5" for the one unknown of an equation is x = 5, and "2, 3" is x = 2 or x = 3. */
function asAnswer(expr: Expr, part: FormulaPart, { lines, index, isLast }: Position, history: History): Expr {
  const isEnd = part.isRefused || (isLast && index === lines.length - 1 && part.role === 'claim');
  if (!isEnd || part.isContinuation || isStatementLike(expr) || freeSymbols(expr).length > 0) return expr;
  if (history.expressions().length > 0) return expr;
  const roots = rootOf(history);
  const letters = [...new Set(roots.flatMap((root) => freeSymbols(root.expr)))];
  const [name] = letters;
  if (name === undefined || letters.length > 1) return expr;
  const values = expr.kind === 'tuple' ? expr.items : [expr];
  return or(...values.map((value) => equals(sym(name), value)));
}

/** "or x = -3" below "x = 3": both together. */
function joined(expr: Expr, line: Line, index: number, history: History): Expr {
  const last = history.facts.at(-1);
  if (line.lead !== 'or' || last?.index !== index - 1 || !isStatementLike(last.expr)) return expr;
  const shares = freeSymbols(expr).some((name) => freeSymbols(last.expr).includes(name));
  return shares ? or(last.expr, expr) : expr;
}
