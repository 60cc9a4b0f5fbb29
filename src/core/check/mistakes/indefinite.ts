import { num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols, substitute } from '../../math/tree.ts';

/** Has an integral without bounds, whose value is known up to a constant. */
export function hasIndefinite(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'integral' && node.lower === undefined);
}

/** The constant of integration set to 0. */
export function withoutConstant(from: Expr, to: Expr): Expr {
  if (!hasIndefinite(from)) return to;
  const before = freeSymbols(from);
  const constants = freeSymbols(to).filter((name) => /^[CcKk]$/.test(name) && !before.includes(name));
  return substitute(to, new Map(constants.map((name) => [name, num(0)])));
}
