import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols, sameExpr } from '../../math/tree.ts';
import { rootOf } from './finalLine.ts';
import type { History } from './history.ts';
import type { LineVerdict } from './judgement.ts';
import type { Means } from './means.ts';
import { relate, unrelated } from './relate.ts';
import { placeOf } from './say.ts';
import { assignment, together } from './shape.ts';

/** "x = -1 doesn't work": a candidate is dropped, which is right where it does not satisfy what is solved. */
export function judgeRefused(expr: Expr, history: History, means: Means): LineVerdict {
  const candidate = assignment(expr);
  const roots = rootOf(history);
  const [root] = roots;
  if (!candidate || !root || freeSymbols(candidate.value).length > 0) return unrelated;
  const question = together(roots.map((fact) => fact.expr));
  if (freeSymbols(question).some((name) => name !== candidate.name)) return unrelated;
  // Nothing was asked yet but this: it is given, and no candidate for itself.
  if (sameExpr(question, expr)) return unrelated;
  const verdict = relate([expr], together([question, ...history.assumptions]), means);
  const isSolution = verdict.kind === 'proved' || verdict.kind === 'valid';
  const from = root.index;
  if (isSolution) {
    // Why it is dropped may stand in words: a length is positive, an age is a whole number.
    if (history.posed.type !== 'statements' && from < 0) return unrelated;
    const evidence = `$${toTex(expr)}$ does satisfy ${placeOf(from)}.`;
    return history.isNarrative || isNegative(candidate.value)
      ? { ...unrelated, evidence }
      : { kind: 'invalid', how: 'substitution', relation: 'loses-solutions', from, evidence };
  }
  if (verdict.kind !== 'invalid') return unrelated;
  const evidence = `$${toTex(expr)}$ does not satisfy ${placeOf(from)}.`;
  return { kind: 'proved', how: 'substitution', relation: 'equivalent', from, evidence };
}

function isNegative(value: Expr): boolean {
  return evaluate(value) < 0;
}
