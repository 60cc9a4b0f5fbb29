import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { contains } from '../../math/tree.ts';
import type { Mistake } from '../../session/step.ts';

/**
 * Whether the name of a mistake belongs under a claim in prose. Nobody wrote down how the number was found, so a value that
 * is off by one, ten or a hundred is a slip, whatever else leads there, and of sums, functions and integrals nothing is told.
 */
export function isQuotable({ id }: Mistake, left: Expr, right: Expr): boolean {
  if ([left, right].some((side) => contains(side, isWorkedOutElsewhere))) return false;
  const off = Math.abs(evaluate(left) - evaluate(right));
  const isNumeric = Number.isFinite(off);
  if (!isNumeric || id === 'arithmetic-slip') return true;
  return ![1, 10, 100].some((step) => Math.abs(off - step) < 1e-9) && !unseen.has(id);
}

/** A sign that came from nowhere can be seen in letters, not in a value. */
const unseen: ReadonlySet<string> = new Set(['sign-gained', 'sign-dropped', 'number-changed', 'term-counted-twice']);

function isWorkedOutElsewhere({ kind }: Expr): boolean {
  return (
    kind === 'bigOperator' || kind === 'integral' || kind === 'derivative' || kind === 'call' || kind === 'factorial'
  );
}
