import { add, divide, num, subtract, sym } from './build.ts';
import { certifiedSign } from './certify.ts';
import type { Expr, ExprOf } from './expr.ts';
import { rationalFunctionToExpr, toRationalFunction } from './rationalFunction.ts';
import { contains, freeSymbols, mapExpr, substitute } from './tree.ts';

/** Infinite sums of geometric terms replaced by their values, first term over 1 - ratio; others stay as they are. */
export function foldSeries(expr: Expr): Expr {
  if (!contains(expr, isSeries)) return expr;
  return mapExpr(expr, (node) => (isSeries(node) ? (valueOf(node) ?? node) : node));
}

function isSeries(node: Expr): node is ExprOf<'bigOperator'> {
  return (
    node.kind === 'bigOperator' &&
    node.operator === 'sum' &&
    node.upper.kind === 'constant' &&
    node.upper.name === 'infinity'
  );
}

function valueOf({ body, variable, lower }: ExprOf<'bigOperator'>): Expr | undefined {
  const parts = body.kind === 'add' ? body.terms : [body];
  const values = parts.map((part) => geometric(part, variable, lower));
  return values.every((value) => value !== undefined) ? add(...values) : undefined;
}

function geometric(term: Expr, variable: string, lower: Expr): Expr | undefined {
  const next = substitute(term, { [variable]: add(sym(variable), num(1)) });
  const quotient = toRationalFunction(divide(next, term));
  const ratio = quotient && rationalFunctionToExpr(quotient);
  if (ratio === undefined || freeSymbols(ratio).length > 0) return undefined;
  // The certified size is below 1, so that the sum is finite.
  const size = certifiedSign(subtract({ kind: 'abs', operand: ratio }, num(1)));
  if (size.type !== 'sign' || size.sign >= 0) return undefined;
  return divide(substitute(term, { [variable]: lower }), subtract(num(1), ratio));
}
