import { divide } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { mapExpr } from '../../math/tree.ts';

/** Whole fractions around a ÷ are what people mean: 2/3 ÷ 3/8 is read from left to right, and meant as (2/3) ÷ (3/8). */
export function groupedAroundObelus(expr: Expr): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'divide' || node.style !== 'fraction') return node;
    const { numerator, denominator } = node;
    if (numerator.kind !== 'divide' || numerator.style !== 'obelus' || numerator.denominator.kind !== 'number')
      return node;
    if (denominator.kind !== 'number') return node;
    return { ...numerator, denominator: divide(numerator.denominator, denominator) };
  });
}
