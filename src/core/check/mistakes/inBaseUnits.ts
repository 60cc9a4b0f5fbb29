import { multiply, num, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, mapExpr } from '../../math/tree.ts';
import { findUnit } from '../../solve/numbers/units.ts';

/** Quantities as a number times the base unit of their dimension, which is a letter then; units that aren't known are letters of their own. */
export function inBaseUnits(expr: Expr): Expr {
  if (!contains(expr, (node) => node.kind === 'quantity' && node.unit !== '°')) return expr;
  return mapExpr(expr, (node) => {
    if (node.kind !== 'quantity' || node.unit === '°') return node;
    const unit = findUnit(node.unit);
    return unit
      ? multiply(node.value, num(unit.factor), sym(`#${unit.dimension}`))
      : multiply(node.value, sym(`#${node.unit}`));
  });
}
