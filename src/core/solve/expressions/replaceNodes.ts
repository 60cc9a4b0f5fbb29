import type { Expr } from '../../math/expr.ts';
import { mapChildren } from '../../math/tree.ts';

export interface Replacement {
  /** A node of the line itself, found by identity: the same letters elsewhere stay. */
  readonly from: Expr;
  readonly to: Expr;
}

/** The line with some of its nodes replaced. */
export function replaceNodes(line: Expr, replacements: readonly Replacement[]): Expr {
  const results = new Map(replacements.map(({ from, to }) => [from, to]));
  const walk = (node: Expr): Expr => results.get(node) ?? mapChildren(node, walk);
  return walk(line);
}
