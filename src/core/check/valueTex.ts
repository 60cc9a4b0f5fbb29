import { evaluate } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { constantValue } from '../math/polynomial.ts';
import { toTex } from '../math/print/toTex.ts';
import { toDouble } from '../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../math/rationalFunction.ts';
import { sizeOf } from '../math/tree.ts';

/** The longest number that is written exactly, in nodes and in characters. */
const shortSize = 8;
const shortLength = 40;

/** A value as it is said: an exact number where it is short, else some digits. */
export function valueTex(expr: Expr): string {
  const form = toRationalFunction(expr);
  const exact = form && rationalFunctionToExpr(form);
  if (exact && sizeOf(exact) <= shortSize && toTex(exact).length <= shortLength) return toTex(exact);
  const rational = form && constantValue(form.numerator);
  const value = rational ? toDouble(rational) : evaluate(expr);
  if (Number.isNaN(value)) return toTex(exact ?? expr);
  return `\\approx ${Number(value.toPrecision(8)).toString()}`;
}
