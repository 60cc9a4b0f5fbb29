import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { History } from './history.ts';
import type { Position } from './position.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf, type Line } from './line.ts';
import { conditionTex } from './needs.ts';
import type { Means } from './means.ts';
import { relate } from './relate.ts';
import { isInverse } from './otherGrounds.ts';
import { placeOf } from './say.ts';
import { isRefusal } from './words.ts';
import { conjuncts, isInequality, isSolved, together } from './shape.ts';

/** The last line, where it is an answer, is held against what was asked at the beginning. */
export function finalVerdict(
  verdict: LineVerdict,
  expr: Expr,
  position: Position,
  history: History,
  means: Means,
): LineVerdict {
  const { lines, index, isLast, isOpen } = position;
  if (isOpen || !isLast || verdict.kind === 'invalid' || isInverse(position)) return verdict;
  // What an inequality has too much is not sorted out by putting values in.
  if (!isSolved(expr) && !isInequality(expr)) return verdict;
  if (lines.slice(index + 1).some((line) => formulasOf(line).length > 0)) return verdict;
  // "But only 4 works" needs no formula.
  if (
    lines
      .slice(index + 1)
      .some(({ text }) => isRefusal(text) || /\b(?:only|works?|satisf\w*|check\w*|verif\w*)\b/i.test(text))
  )
    return verdict;
  const roots = rootOf(history);
  const [root] = roots;
  if (!root || root.index === index || history.facts.at(-1)?.isTainted === true) return verdict;
  const others = history.facts.filter((fact) => fact.isOther === true && fact.index === root.index);
  if (others.some((fact) => isKept(relate([fact.expr], expr, means)))) return verdict;
  const question = together(roots.map((fact) => fact.expr));
  if (!freeSymbols(question).every((name) => freeSymbols(expr).includes(name)) && expr.kind !== 'emptySet')
    return verdict;
  // y = x - 2 of a system in x and y is on the way to the answer: the other equations are needed beside it.
  const isSystem = conjuncts(question).length > 1;
  if (isSystem && expr.kind !== 'or' && conjuncts(expr).length < freeSymbols(question).length) return verdict;
  const kept = history.assumptions.filter((assumption) => !history.ranges.includes(assumption));
  const whole = relate([question, ...history.assumptions], together([expr, ...kept]), means);
  if (whole.kind === 'unknown') {
    // A new letter makes a new claim.
    const asked = freeSymbols(question);
    if (freeSymbols(expr).some((name) => !asked.includes(name))) return verdict;
    // What this line says alone is held against the question: a value that fails there is enough.
    const reverse = relate([expr], question, means);
    if (reverse.kind !== 'invalid' || reverse.relation === undefined) return verdict;
    const evidence = reverse.evidence
      ?.replaceAll('this one', '\u0000')
      .replaceAll('the line before', 'this line')
      .replaceAll('\u0000', placeOf(root.index));
    return {
      ...reverse,
      relation: reverse.relation === 'different' ? 'different' : 'adds-solutions',
      from: root.index,
      evidence,
    };
  }
  const isExtraneous =
    whole.relation === 'adds-solutions' || (whole.kind === 'invalid' && whole.relation === 'different');
  if (!isExtraneous) return withRisks(verdict, lines, history);
  const evidence = whole.evidence?.replaceAll('the line before', placeOf(root.index));
  return { ...whole, kind: 'invalid', relation: whole.relation, from: root.index, evidence };
}

/** A right answer after a step that was right only under a condition which nobody spoke of. */
function withRisks(verdict: LineVerdict, lines: readonly Line[], { risks, assumptions }: History): LineVerdict {
  const isRight = verdict.kind === 'proved' || verdict.kind === 'valid';
  const isChecked = lines.some((line) => formulasOf(line).some(({ role }) => role === 'check'));
  if (!isRight || isChecked) return verdict;
  const said = new Set([
    ...assumptions.map((expr) => conditionTex(expr)),
    ...lines.flatMap((line) => formulasOf(line).map(({ expr }) => conditionTex(expr))),
  ]);
  const open = risks.filter(({ condition }) => !said.has(condition));
  const [first] = open;
  if (!first) return verdict;
  const same = open.filter(({ index }) => index === first.index).map(({ condition }) => condition);
  const needs = [...new Set(same)].join(' and ');
  const sentence = `This is right, but ${placeOf(first.index)} needs ${needs}.`;
  return { ...verdict, needs, evidence: verdict.evidence === undefined ? sentence : `${verdict.evidence} ${sentence}` };
}

/** What is solved: the problem's statements, or the first one of the work. */
export function rootOf(history: History): readonly { readonly index: number; readonly expr: Expr }[] {
  const posed = history.facts.filter(({ index, expr }) => index < 0 && isRelationLike(expr));
  if (posed.length > 0) return history.posed.type === 'statements' ? posed : [];
  const first = history.facts.find(({ expr, isOther }) => isOther !== true && isRelationLike(expr));
  return first
    ? history.facts.filter(
        ({ index, expr, isOther }) => index === first.index && isOther !== true && isRelationLike(expr),
      )
    : [];
}

function isKept({ kind, relation }: LineVerdict): boolean {
  return (kind === 'proved' || kind === 'valid') && relation === 'equivalent';
}

function isRelationLike(expr: Expr): boolean {
  return expr.kind === 'relation' || expr.kind === 'and' || expr.kind === 'or';
}
