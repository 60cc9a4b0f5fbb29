import type { Expr } from '../math/expr.ts';
import { freeSymbols } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { checkEquivalent } from './equivalent.ts';

/** No letter of an author is called so. */
const member = 'x_member';

export function isSetOfNumbers(expr: Expr): boolean {
  switch (expr.kind) {
    case 'interval':
    case 'emptySet':
      return true;
    case 'union':
      return expr.items.every(isSetOfNumbers);
    case 'set':
      return !expr.items.some((item) => item.kind === 'tuple' || item.kind === 'set' || item.kind === 'matrix');
    default:
      return false;
  }
}

/** Two sets of real numbers without letters have the same members: [0, 2] ∪ [1, 3] is [0, 3]. */
export function checkSameSet(left: Expr, right: Expr, work: ExactWork): Verdict | undefined {
  if (!isSetOfNumbers(left) || !isSetOfNumbers(right)) return undefined;
  if (freeSymbols(left).length + freeSymbols(right).length > 0) return undefined;
  const verdict = checkEquivalent(left, right, { unknowns: [member], work });
  if (verdict.kind === 'proved')
    return { kind: 'proved', how: verdict.how, relation: 'equal', evidence: 'Both sets have the same members.' };
  if (verdict.kind !== 'invalid') return undefined;
  return {
    kind: 'invalid',
    how: verdict.how,
    relation: 'different',
    evidence: 'A number lies in one of the sets and not in the other.',
  };
}
