import type { Expr } from '../../math/expr.ts';
import type { Given } from '../task.ts';

/** The expression behind f, f(x) or y where the text gives it before; other expressions are their own. */
export function curveOf(expr: Expr, givens: readonly Given[]): Expr | undefined {
  if (expr.kind !== 'symbol' && !(expr.kind === 'call' && expr.name.length === 1)) return expr;
  const given = givens.find((one) => one.type !== 'suppose' && one.name === expr.name);
  if (given === undefined) return expr.kind === 'symbol' ? expr : undefined;
  if (given.type === 'suppose' || given.task.kind !== 'evaluate') return undefined;
  return given.task.expr;
}
