import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, mapExpr } from '../../math/tree.ts';

/** Derivatives that are still written as such, by the rules; what has no rule stays. */
export function withoutDerivatives(expr: Expr): Expr {
  if (!contains(expr, (node) => node.kind === 'derivative')) return expr;
  return mapExpr(expr, (node) => {
    if (node.kind !== 'derivative' || node.order > 3) return node;
    let slope: Expr | undefined = node.body;
    for (let turn = 0; turn < node.order && slope; turn += 1) slope = differentiate(slope, node.variable);
    return slope ?? node;
  });
}
