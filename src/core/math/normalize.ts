import type { Expr } from './expr.ts';
import type { SpaceOptions } from './kernel/space.ts';
import { rationalFunctionToExpr, toRationalFunction } from './rationalFunction.ts';

/** The normal form as an expression: one fraction, expanded and cancelled. What has none stays as it is. */
export function normalize(expr: Expr, options: SpaceOptions & { readonly variable?: string | undefined } = {}): Expr {
  const value = toRationalFunction(expr, options);
  return value === undefined ? expr : rationalFunctionToExpr(value, options.variable);
}
