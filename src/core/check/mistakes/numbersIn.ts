import { negate } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { children, contains } from '../../math/tree.ts';
import { isLiteral, isPlainNumber } from './views.ts';

/** The numbers and plain fractions of a line, as they are and with the other sign. */
export function numbersIn(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const visit = (node: Expr): void => {
    if (isPlainNumber(node)) {
      found.push(node, negate(node));
      if (!isLiteral(node)) children(node).forEach(visit);
    } else children(node).forEach(visit);
  };
  visit(expr);
  if (!contains(expr, (node) => node.kind === 'symbol') && found.length === 0) found.push(expr);
  return found.slice(0, 12);
}
