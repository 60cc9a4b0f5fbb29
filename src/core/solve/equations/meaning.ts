import { contains } from '../../math/tree.ts';
import type { Expr } from '../../math/expr.ts';
import { isZero, rationalOf, tidy } from './tidy.ts';

/** A denominator that is 0 whatever the letters are. */
export function dividesByZero(expr: Expr): boolean {
  return contains(
    expr,
    (node) =>
      (node.kind === 'divide' && isZero(tidy(node.denominator))) ||
      (node.kind === 'power' && (rationalOf(node.exponent)?.s ?? 1n) < 0n && isZero(tidy(node.base))),
  );
}
