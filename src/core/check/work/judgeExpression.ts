import type { Expr } from '../../math/expr.ts';
import { freeSymbols, sizeOf } from '../../math/tree.ts';
import { checkIntegral, isIndefinite } from '../antiderivative.ts';
import type { Fact, History } from './history.ts';
import type { Position } from './position.ts';
import type { LineVerdict } from './judgement.ts';
import type { FormulaPart } from './line.ts';
import type { Means } from './means.ts';
import { compareExpressions, inLine, unrelated, worst } from './relate.ts';
import { roundsTo } from './rounding.ts';
import { named, ofLines } from './say.ts';

/** An expression by itself, or `= …`: equal to the one before it, or to an earlier one. */
export function judgeExpression(
  expr: Expr,
  part: FormulaPart,
  { index }: Position,
  history: History,
  means: Means,
): LineVerdict {
  const operands = expr.kind === 'relation' ? expr.operands.slice(part.isContinuation ? 1 : 0) : [expr];
  const last = history.reachable()[0];
  // `= …` below an equation goes on from its right side.
  const before = part.isContinuation && last?.expr.kind === 'relation' ? last.expr.operands.at(-1) : undefined;
  const facts: readonly Fact[] = before && last ? [{ ...last, expr: before }] : history.expressions();
  if (expr.kind === 'relation' && !expr.operators.every((operator) => operator === '=' || operator === 'approx')) {
    for (const operand of operands) history.add(index, operand, false);
    return { ...unrelated, relation: facts.length === 0 ? 'given' : 'unrelated' };
  }
  const verdicts: LineVerdict[] = [];
  let isTainted = false;
  for (const [position, operand] of operands.entries()) {
    const operator = expr.kind === 'relation' ? expr.operators[part.isContinuation ? position : position - 1] : '=';
    const start = position === 0 ? facts[0]?.expr : operands[0];
    const isRough = operator === 'approx';
    const rounded =
      start && (isRough || means.conventions.decimals === 'rounded') ? roundsTo(start, operand, isRough) : undefined;
    const verdict =
      rounded ??
      (position === 0
        ? follows(operand, facts, history, means, part.isContinuation)
        : compareExpressions(operands[0] ?? operand, operand, means));
    verdicts.push(verdict);
    if (verdict.kind === 'invalid') isTainted = true;
    history.add(index, operand, isTainted || facts.find((fact) => fact.index === verdict.from)?.isTainted === true);
  }
  return worst(verdicts);
}

/** Which of the earlier expressions it equals. */
export function follows(
  expr: Expr,
  facts: readonly Fact[],
  history: History,
  means: Means,
  isOnward = false,
): LineVerdict {
  if (facts.length === 0) return { kind: 'unknown', how: 'none', relation: 'given' };
  let nearest: LineVerdict | undefined;
  let open: LineVerdict | undefined;
  for (const fact of [...facts.slice(0, 12), ...facts.slice(12).slice(-3)]) {
    const verdict = { ...compareWith(fact, expr, history, means), from: fact.index };
    const found = ofLines(named(verdict, fact, history), fact, history);
    if (found.kind === 'proved' || found.kind === 'valid') return found;
    if (found.relation === 'domain-changed') open ??= found;
    nearest ??= found;
  }
  const letters = freeSymbols(expr);
  const known = new Set(facts.flatMap((fact) => freeSymbols(fact.expr)));
  // Other letters: another matter, a side calculation perhaps.
  const isIntegral = facts.some((fact) => isIndefinite(fact.expr));
  const isNew = (name: string) => !known.has(name) && !(isIntegral && /^[CcKk](?:_|$)/.test(name));
  if (nearest?.kind === 'invalid' && letters.some(isNew)) return unrelated;
  if (nearest?.kind === 'invalid' && !isOnward && isOwnValue(expr, facts, history)) return unrelated;
  return open ?? nearest ?? unrelated;
}

/**
 * A number or a list by itself need not be the last one worked out, but where one expression is asked for; and letters
 * that have values may have been replaced by them.
 */
function isOwnValue(expr: Expr, facts: readonly Fact[], { posed }: History): boolean {
  if (posed.statements.length > 0) return true;
  if (posed.type === 'expression') return false;
  const isValue = (item: Expr) => item.kind === 'tuple' || (freeSymbols(item).length === 0 && sizeOf(item) <= 5);
  return isValue(expr) && facts.every((fact) => isValue(fact.expr));
}

function compareWith(fact: Fact, expr: Expr, history: History, means: Means): LineVerdict {
  const { integrand } = history.posed;
  const [left, right] = [history.expanded(fact.expr), history.expanded(expr)];
  if (integrand && fact.expr === history.posed.expr) {
    const verdict = inLine(checkIntegral(right, integrand.expr, integrand.variable, { work: means.work }));
    const isRight = verdict.kind === 'proved' || verdict.kind === 'valid';
    const hasConstant = freeSymbols(right).some((name) => !freeSymbols(integrand.expr).includes(name));
    if (isRight && !hasConstant)
      return { ...verdict, evidence: `${verdict.evidence ?? ''} The constant of integration $C$ is missing.`.trim() };
    return verdict;
  }
  return compareExpressions(left, right, means);
}
