import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';

/** A real value to double precision, for putting values in order; undefined where it has letters or is not real. */
export function approximate(expr: Expr): number | undefined {
  if (expr.kind === 'constant' && expr.name === 'infinity') return Number.POSITIVE_INFINITY;
  if (expr.kind === 'negate' && expr.operand.kind === 'constant' && expr.operand.name === 'infinity')
    return Number.NEGATIVE_INFINITY;
  const value = evaluate(expr);
  return Number.isNaN(value) ? undefined : value;
}

/** Real values in ascending order; those that can't be compared stay where they are. */
export function compareValues(left: Expr, right: Expr): number {
  const [a, b] = [approximate(left), approximate(right)];
  return a === undefined || b === undefined ? 0 : a - b;
}
