import { decimal } from '../../math/build.ts';
import { isFiniteDecimal } from '../../math/decimals.ts';
import type { Expr } from '../../math/expr.ts';
import { normalize } from '../../math/normalize.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, mapExpr, sizeOf } from '../../math/tree.ts';
import { rationalValue } from './views.ts';
import { withoutDerivatives } from './workedOut.ts';

const longestRight = 400;

function hasNatural(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'call' && node.name === 'ln');
}

function hasDecimals(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'number' && node.notation === 'decimal');
}

/** Worked out, in decimals where the lines have decimals. */
export function simplified(expr: Expr, ...lines: readonly Expr[]): Expr {
  if (expr.kind === 'relation') return { ...expr, operands: expr.operands.map((side) => simplified(side, ...lines)) };
  if (expr.kind === 'or') return { ...expr, items: expr.items.map((item) => simplified(item, ...lines)) };
  if (expr.kind === 'quantity') return { ...expr, value: simplified(expr.value, ...lines) };
  const form = normalize(withoutDerivatives(expr));
  // log x is left as it is written.
  if (hasNatural(form) && !hasNatural(expr) && !contains(expr, (node) => node.kind === 'derivative')) return expr;
  if (!lines.some(hasDecimals)) return form;
  return mapExpr(form, (node) => {
    if (node.kind !== 'divide') return node;
    const value = rationalValue(node);
    return value && isFiniteDecimal(value) ? decimal(value) : node;
  });
}

/** TeX of what would be right; undefined where it is too long to be put anywhere. */
export function texOfRight(expr: Expr): string | undefined {
  if (sizeOf(expr) > 80) return undefined;
  const tex = toTex(expr);
  return tex.length <= longestRight ? tex : undefined;
}
