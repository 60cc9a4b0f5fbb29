import type { Expr } from '../../math/expr.ts';
import { contains, substitute } from '../../math/tree.ts';
import type { Link } from './link.ts';
import type { Facts } from './scope.ts';

/**
 * `2x + 1 = 2·3 + 1` where x = 3 was said before: the left side with the values put in. Undefined where a letter has no
 * value, or several, or where the right side doesn't show that these values were used.
 */
export function withKnownValues({ left, right, links }: Link, facts: Facts): Expr | undefined {
  if (left.letters.length === 0 || right.letters.length > 0 || right.isLiteral || links < 2) return undefined;
  if (left.expr.kind === 'symbol') return undefined;
  const values = new Map<string, Expr>();
  for (const name of left.letters) {
    const value = facts.values.get(name);
    if (value === undefined || value === 'ambiguous' || !shows(right.expr, value)) return undefined;
    values.set(name, value);
  }
  return substitute(left.expr, values);
}

/** The number stands in the expression as it was written. */
function shows(expr: Expr, value: Expr): boolean {
  const inner = value.kind === 'negate' ? value.operand : value;
  return inner.kind === 'number' && contains(expr, (node) => node.kind === 'number' && node.text === inner.text);
}
