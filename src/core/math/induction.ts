import { add, num, sym } from './build.ts';
import type { Expr } from './expr.ts';
import { readDifference } from './rationalFunction.ts';
import { freeSymbols, substitute } from './tree.ts';

/**
 * A sum or product from a number to a letter against an expression without one: equal where they are for one term, and
 * where the expression grows by the next term from each letter to the next. That is a proof by induction.
 */
export function isProvedByInduction(left: Expr, right: Expr): boolean {
  if (left.kind !== 'bigOperator') return false;
  const { body, variable, lower, upper, operator } = left;
  if (upper.kind !== 'symbol' || lower.kind !== 'number' || freeSymbols(body).includes(upper.name)) return false;
  const at = (value: Expr) => substitute(right, { [upper.name]: value });
  const term = (value: Expr) => substitute(body, { [variable]: value });
  const next = add(sym(upper.name), num(1));
  const isSame = (a: Expr, b: Expr) => {
    const reading = readDifference(a, b, { positive: [upper.name] });
    return reading.type === 'value' && reading.isZero;
  };
  const grown: Expr =
    operator === 'sum' ? add(right, term(next)) : { kind: 'multiply', factors: [right, term(next)], sign: 'dot' };
  return isSame(at(lower), term(lower)) && isSame(at(next), grown);
}
