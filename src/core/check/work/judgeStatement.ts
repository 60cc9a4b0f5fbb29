import { or } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, sameExpr } from '../../math/tree.ts';
import type { Fact, History } from './history.ts';
import { follows } from './judgeExpression.ts';
import type { Position } from './position.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf, type FormulaPart } from './line.ts';
import { conditionTex, droppedConditions } from './needs.ts';
import type { Means } from './means.ts';
import { compareExpressions, decideNumeric, relate, unrelated, worst } from './relate.ts';
import { withoutFault } from './otherGrounds.ts';
import { judgeRefused } from './refused.ts';
import { named, placeOf } from './say.ts';
import {
  assignment,
  conjuncts,
  everything,
  isInequality,
  isSolved,
  isStatementLike,
  together,
  withAlternatives,
} from './shape.ts';

/** A statement: from which of the earlier ones does it follow? It is remembered. */
export function judgeStatement(
  expr: Expr,
  part: FormulaPart,
  position: Position,
  history: History,
  means: Means,
): LineVerdict {
  const { index } = position;
  const isCheck = part.role === 'check' || part.isRefused;
  if (freeSymbols(expr).length === 0 && expr.kind !== 'emptySet' && expr !== everything) {
    const verdict = judgeNumeric(expr, isCheck, history, means);
    const isFalse = verdict.kind === 'invalid' || verdict.from !== undefined;
    if (isFalse) history.add(index, expr, verdict.kind === 'invalid');
    return verdict;
  }
  const slip = falseLink(expr, means);
  if (slip) {
    history.add(index, expr, true);
    return slip;
  }
  const chain = judgeChain(expr, index, history, means);
  if (chain) return chain;
  const facts = history.statements();
  if (isCheck && assignment(expr)) return part.isRefused ? judgeRefused(expr, history, means) : unrelated;
  if (isRestriction(expr) && facts.length > 0) {
    // x ≠ -2 is kept in mind; nothing is solved by it.
    const implied = findSource(expr, facts, position, history, means);
    history.assume(expr);
    return isFine(implied) ? { ...implied, relation: 'equivalent' } : unrelated;
  }
  const definition = newName(expr, history);
  if (definition) {
    history.definitions.set(definition.name, definition.value);
    history.add(index, expr, false);
    return { kind: 'unknown', how: 'none', relation: 'definition' };
  }
  if (facts.length === 0) {
    history.add(index, expr, false);
    return { kind: 'unknown', how: 'none', relation: 'given' };
  }
  const listed = withAlternatives(expr);
  if (listed !== expr) {
    // "x = 1 and x = 2" names two solutions, where they are.
    const asList = findSource(listed, facts, position, history, means);
    if (asList.kind === 'proved' || asList.kind === 'valid') {
      history.add(index, listed, facts.find((fact) => fact.index === asList.from)?.isTainted === true);
      return asList;
    }
  }
  const found = identityOf(expr, facts, history, means) ?? findSource(expr, facts, position, history, means);
  const inside = found.kind === 'invalid' ? (withoutFault(expr, facts, position, history, means) ?? found) : found;
  const outside = isFine(inside) ? undefined : afterCases(expr, position, history, means);
  const verdict = asBoundary(outside ?? inside, expr, facts, position);
  const source = (outside ? history.statements() : facts).find((fact) => fact.index === verdict.from);
  noteRisks(verdict, source, expr, index, history);
  history.add(index, expr, verdict.kind === 'invalid' || source?.isTainted === true);
  return verdict;
}

/** x - 1 = 0 below an inequality looks for where its signs change: an equation of its own, unless the work ends with it. */
function asBoundary(verdict: LineVerdict, expr: Expr, facts: readonly Fact[], { lines, index }: Position): LineVerdict {
  const source = facts.find((fact) => fact.index === verdict.from);
  if (verdict.kind !== 'invalid' || !source || !isInequality(source.expr) || isInequality(expr)) return verdict;
  return lines.slice(index + 1).some((line) => formulasOf(line).length > 0) ? unrelated : verdict;
}

/** What does not follow in the last case may sum up all of them. */
function afterCases(expr: Expr, position: Position, history: History, means: Means): LineVerdict | undefined {
  if (history.branch === 0) return undefined;
  const undo = history.mark();
  history.endCases();
  const verdict = findSource(expr, history.statements(), position, history, means);
  if (isFine(verdict)) return verdict;
  undo();
  return undefined;
}

/** What was cancelled or divided by, for the answer at the end. */
function noteRisks(verdict: LineVerdict, source: Fact | undefined, expr: Expr, index: number, history: History): void {
  if (!source) return;
  if (isFine(verdict)) {
    for (const condition of droppedConditions(source.expr, expr))
      history.risks.push({ index, condition: conditionTex(condition) });
  } else if (verdict.relation === 'loses-solutions') {
    const [, name, value] =
      /^\$([^=$]+) = ([^$]+)\$ satisfies the (?:line before|problem)/.exec(verdict.evidence ?? '') ?? [];
    if (name !== undefined && value !== undefined) history.risks.push({ index, condition: `$${name} \\neq ${value}$` });
  }
}

/** Without letters: true, or false; or false because nothing satisfies the lines before. */
function judgeNumeric(expr: Expr, isCheck: boolean, history: History, means: Means): LineVerdict {
  const verdict = decideNumeric(expr, means);
  const before = history.statements()[0];
  if (verdict.kind === 'proved' || verdict.kind === 'valid') {
    return before && replaces(expr, before, history, means) ? withoutUnknown(expr, before) : verdict;
  }
  // What is false goes on as what is false.
  if (before?.isTainted === true && verdict.kind === 'invalid' && freeSymbols(before.expr).length === 0) {
    return named({ kind: 'proved', how: 'symbolic', relation: 'equivalent', from: before.index }, before, history);
  }
  for (const fact of history.statements().slice(0, 6)) {
    if (freeSymbols(fact.expr).length === 0) continue;
    const found = relate([fact.expr, ...history.conditions()], { kind: 'emptySet' }, means);
    if (found.kind === 'proved') return named({ ...found, from: fact.index }, fact, history);
    // 5x = 3x, so 5 = 3: what is left of an equation, and no sum that was worked out.
    const isRest = fact === before && !isCheck && expr.kind === 'relation' && expr.operands.every(isLiteral);
    if (isRest && found.kind === 'invalid')
      return named({ ...found, relation: 'loses-solutions', from: fact.index }, fact, history);
  }
  return isCheck ? unrelated : verdict;
}

/**
 * True where a statement that holds by itself seems to be meant as the equation before it: it has a side of it, though
 * that equation is not true everywhere, and no value was found that might have been put in.
 */
function replaces(expr: Expr, before: Fact, history: History, means: Means): boolean {
  if (before.expr.kind !== 'relation' || expr.kind !== 'relation' || freeSymbols(before.expr).length === 0)
    return false;
  if (history.statements().some((fact) => isSolved(fact.expr))) return false;
  const { operands } = before.expr;
  const shares = expr.operands.some((side, index) => operands[index] !== undefined && sameExpr(side, operands[index]));
  const isTrivial = expr.operands.every((side) => sameExpr(side, expr.operands[0] ?? side));
  if (!shares && !isTrivial) return false;
  // x/x = 1 is one itself, wherever it has a meaning.
  const [left, right] = operands;
  const own = left && right && operands.length === 2 ? compareExpressions(left, right, means) : unrelated;
  if (isFine(own) || own.relation === 'domain-changed') return false;
  const verdict = relate([before.expr], everything, means);
  return verdict.kind === 'proved' && verdict.relation === 'adds-solutions';
}

function withoutUnknown(expr: Expr, before: Fact): LineVerdict {
  const isTrivial = expr.kind === 'relation' && expr.operands.every((side) => sameExpr(side, expr.operands[0] ?? side));
  const evidence = `This holds whatever the letters are, but ${placeOf(before.index)} does not.`;
  // -1 = 8/(-8) below -1 = (6 - 8x)/(-8): nobody works out a number from its value.
  const [left, right] = expr.kind === 'relation' ? expr.operands : [];
  const isKept = before.expr.kind === 'relation' && before.expr.operands[0] !== undefined && left !== undefined;
  const isBackwards =
    isKept && right !== undefined && isLiteral(left) && !isLiteral(right) && freeSymbols(right).length === 0;
  if (isTrivial || isBackwards)
    return { kind: 'invalid', how: 'symbolic', relation: 'different', from: before.index, evidence };
  return { ...unrelated, evidence };
}

/** An identity is true wherever it stands; meant as the equation before it, it says too little. */
function identityOf(expr: Expr, facts: readonly Fact[], history: History, means: Means): LineVerdict | undefined {
  const [before] = facts;
  const [left, right, more] = expr.kind === 'relation' && expr.operators[0] === '=' ? expr.operands : [];
  if (!before || !left || !right || more) return undefined;
  if (freeSymbols(before.expr).length === 0 || !replaces(expr, before, history, means)) return undefined;
  const verdict = compareExpressions(left, right, means);
  return verdict.kind === 'proved' ? withoutUnknown(expr, before) : undefined;
}

function isRestriction(expr: Expr): boolean {
  return conjuncts(expr).every((item) => item.kind === 'relation' && item.operators.every((sign) => sign === '!='));
}

function isLiteral(expr: Expr): boolean {
  return expr.kind === 'number' || (expr.kind === 'negate' && isLiteral(expr.operand));
}

/** Neighbours in a chain that are numbers and not what the sign says: x = 2·3 = 7. */
function falseLink(expr: Expr, means: Means): LineVerdict | undefined {
  for (const item of conjuncts(expr)) {
    if (item.kind !== 'relation' || item.operators.length < 2) continue;
    for (const [position, operator] of item.operators.entries()) {
      const [left, right] = [item.operands[position], item.operands[position + 1]];
      if (!left || !right || operator === 'approx' || operator === 'in') continue;
      if (freeSymbols(left).length + freeSymbols(right).length > 0) continue;
      const verdict = decideNumeric({ kind: 'relation', operands: [left, right], operators: [operator] }, means);
      if (verdict.kind === 'invalid') return verdict;
    }
  }
  return undefined;
}

/** `2(x+1) = 2x + 2` where an expression is worked on: its sides are all equal to that expression. */
function judgeChain(expr: Expr, index: number, history: History, means: Means): LineVerdict | undefined {
  const facts = history.expressions();
  if (facts.length === 0 || expr.kind !== 'relation') return undefined;
  // Where equations are solved, an equation is no chain, whatever its left side is equal to.
  if (history.posed.type === 'statements') return undefined;
  if (!expr.operators.every((operator) => operator === '=')) return undefined;
  const [first, ...rest] = expr.operands;
  if (!first || rest.length === 0) return undefined;
  const known = history.letters();
  const isName =
    (first.kind === 'symbol' && !known.has(first.name)) ||
    (first.kind === 'call' &&
      !history.functions.some(({ name }) => name === first.name) &&
      first.args.every((arg) => arg.kind === 'symbol') &&
      !isKnownCall(first)) ||
    (first.kind === 'derivative' && first.body.kind === 'symbol') ||
    (first.kind === 'integral' && first.lower === undefined);
  const start = follows(isName ? (rest[0] ?? first) : first, facts, history, means);
  if (!isName && start.kind !== 'proved' && start.kind !== 'valid') {
    // An identity of its own.
    const verdicts = rest.map((operand) => compareExpressions(first, operand, means));
    const own = worst(verdicts);
    const isOperation = first.kind === 'derivative' || (first.kind === 'integral' && first.lower !== undefined);
    if (isFine(own) || (isOperation && own.kind === 'invalid')) {
      for (const operand of rest) history.add(index, operand, own.kind === 'invalid');
      return own;
    }
    if (start.relation === 'unrelated') return undefined;
    return own.kind === 'invalid' ? { ...unrelated } : own;
  }
  const operands = isName ? rest : expr.operands;
  const verdicts = [
    start,
    ...operands.slice(1).map((operand) => compareExpressions(operands[0] ?? operand, operand, means)),
  ];
  const verdict = worst(verdicts);
  // A letter that has a value may have been replaced by it.
  if (verdict.kind === 'invalid' && history.posed.statements.length > 0) return unrelated;
  const isTainted = verdict.kind === 'invalid' || facts.find((fact) => fact.index === start.from)?.isTainted === true;
  for (const operand of operands) history.add(index, operand, isTainted);
  return verdict;
}

function isKnownCall(expr: Expr): boolean {
  return expr.kind === 'call' && expr.primes === undefined && expr.name.length > 1;
}

/** u = x² where u is new: a definition without a word. */
function newName(expr: Expr, history: History): { readonly name: string; readonly value: Expr } | undefined {
  const found = expr.kind === 'relation' && expr.operands[0]?.kind === 'symbol' ? assignment(expr) : undefined;
  const known = history.letters();
  if (!found || known.size === 0 || known.has(found.name)) return undefined;
  const letters = freeSymbols(found.value);
  return letters.length > 0 && letters.every((name) => known.has(name)) ? found : undefined;
}

/** The nearest statement that it is equivalent to, or else several together, or else one that it follows from. */
function findSource(
  expr: Expr,
  facts: readonly Fact[],
  position: Position,
  history: History,
  means: Means,
): LineVerdict {
  const conditions = history.conditions();
  const line = together([expr, ...history.caseConditions]);
  let adds: LineVerdict | undefined;
  let nearest: LineVerdict | undefined;
  let tainted: LineVerdict | undefined;
  const near = distinct(facts.filter((fact) => canTell(fact, expr, history)));
  for (const fact of near.slice(0, history.isNarrative ? 4 : 10)) {
    const plain = history.ranges.length > 0 ? relateExpanded([fact.expr], expr, history, means) : undefined;
    const isPlain = plain !== undefined && isFine(plain) && plain.relation === 'equivalent';
    const verdict = isPlain
      ? plain
      : relateExpanded(
          [fact.expr, ...conditions],
          conditions.length > 0 ? together([line, ...history.assumptions]) : expr,
          history,
          means,
        );
    const found = named({ ...verdict, from: fact.index }, fact, history);
    if (found.kind === 'proved' || found.kind === 'valid') {
      if (found.relation === 'adds-solutions') adds ??= found;
      else if (fact.isTainted) tainted ??= found;
      else return found;
    } else if (!fact.isPart && (nearest === undefined || (nearest.kind === 'unknown' && found.kind === 'invalid')))
      nearest = found;
  }
  if (tainted) return tainted;
  const combined = fromSeveral(expr, facts, history, means);
  if (combined) return combined;
  if (adds) return adds;
  if (nearest?.kind !== 'invalid') return nearest ?? unrelated;
  return asBranch(expr, facts, position, history, means) ?? nearest;
}

/** What has other letters than a fact can't follow from it, but by a definition or as values with a whole number in them. */
function canTell(fact: Fact, expr: Expr, history: History): boolean {
  const letters = freeSymbols(expr);
  if (letters.length === 0 || history.definitions.size > 0) return true;
  const known = freeSymbols(fact.expr).map((name) => name.toLowerCase());
  const missing = letters.filter((name) => !known.includes(name.toLowerCase()));
  return missing.length === 0 || (missing.length === 1 && letters.length > 1 && known.length > 0);
}

function isFine({ kind }: LineVerdict): boolean {
  return kind === 'proved' || kind === 'valid';
}

function distinct(facts: readonly Fact[]): readonly Fact[] {
  const kept: Fact[] = [];
  for (const fact of facts) if (!kept.some((other) => sameExpr(other.expr, fact.expr))) kept.push(fact);
  return kept;
}

/** As it is, and with the letters that were defined replaced. */
function relateExpanded(earlier: readonly Expr[], line: Expr, history: History, means: Means): LineVerdict {
  const direct = relate(earlier, line, means);
  if (history.definitions.size === 0 || direct.kind === 'proved' || direct.kind === 'valid') return direct;
  const [from, to] = [earlier.map((item) => history.expanded(item)), history.expanded(line)];
  if (to === line && from.every((item, index) => item === earlier[index])) return direct;
  const expanded = relate(from, to, means);
  return expanded.kind === 'unknown' ? direct : expanded;
}

/** What follows from several statements together: one of a system after elimination, the values of all unknowns. */
function fromSeveral(expr: Expr, facts: readonly Fact[], history: History, means: Means): LineVerdict | undefined {
  const sound = distinct(facts.filter(({ isTainted, isOther }) => !isTainted && isOther !== true));
  const last = facts[0];
  const pools = [sound, last?.isTainted ? [last, ...sound] : []].filter((pool) => pool.length > 1);
  for (const pool of pools) {
    const earlier = pool.slice(0, history.isNarrative ? 5 : 10).map((fact) => fact.expr);
    const verdict = relateExpanded([...earlier, ...history.conditions()], expr, history, means);
    if (verdict.kind !== 'proved' && verdict.kind !== 'valid') continue;
    const never = relate([...earlier], { kind: 'emptySet' }, means);
    if (never.kind === 'proved') continue;
    const indices = [...new Set(pool.map(({ index }) => index))].sort((a, b) => a - b);
    const [first = -1] = pool.map(({ index }) => index);
    return {
      ...verdict,
      relation: 'equivalent',
      from: first,
      evidence: `It follows from ${indices.map(placeOf).join(' and ')} together.`,
    };
  }
  return undefined;
}

/** x - 2 = 0 from (x-2)(x-3) = 0 is one of the cases, where later lines have the others. */
function asBranch(
  expr: Expr,
  facts: readonly Fact[],
  { lines, index }: Position,
  history: History,
  means: Means,
): LineVerdict | undefined {
  const later = lines.slice(index + 1).flatMap((line) =>
    formulasOf(line).flatMap((part) => {
      const other = history.withoutIndices(part.expr);
      return isStatementLike(other) && !part.isContinuation ? [other] : [];
    }),
  );
  for (const fact of distinct(facts).slice(0, 6)) {
    const earlier = history.alternatives.flatMap(({ of, expr: other }) => (sameExpr(of, fact.expr) ? [other] : []));
    const parts = [...earlier, ...later].filter((other) => {
      if (sameExpr(other, fact.expr) || !isFine(relate([other], fact.expr, means))) return false;
      // A line that has everything shows that this one was needless, and lost something.
      return !isFine(relate([fact.expr], other, means));
    });
    if (parts.length === 0 || !isFine(relate([expr], fact.expr, means))) continue;
    const without = relate([fact.expr], or(expr, ...parts), means);
    if (!isFine(without)) continue;
    history.alternatives.push({ of: fact.expr, expr });
    return {
      kind: without.kind,
      how: without.how,
      relation: 'equivalent',
      from: fact.index,
      evidence: `One of the cases of ${placeOf(fact.index)}; the other lines have the rest.`,
    };
  }
  return undefined;
}
