import { equals, or, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { Root } from './outcome.ts';

/** x = each of the values; ≈ for a value that was found numerically. */
export function solutionsLine(unknown: string, roots: readonly Root[]): Expr {
  return or(
    ...roots.map((root) =>
      root.places === undefined ? equals(sym(unknown), root.value) : relation(sym(unknown), 'approx', root.value),
    ),
  );
}
