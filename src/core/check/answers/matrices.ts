import { add, multiply, negate } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';

type Rows = readonly (readonly Expr[])[];

/** The one matrix that sums, multiples and products of matrices come to; undefined for what is none. */
export function matrixValue(expr: Expr): Rows | undefined {
  switch (expr.kind) {
    case 'matrix':
      return expr.rows;
    case 'negate':
      return matrixValue(expr.operand)?.map((row) => row.map(negate));
    case 'add': {
      const [first, ...more] = expr.terms.map(matrixValue);
      return more.reduce<Rows | undefined>((sum, rows) => sum && rows && plus(sum, rows), first);
    }
    case 'divide': {
      const rows = matrixValue(expr.numerator);
      return rows?.map((row) => row.map((item) => ({ ...expr, numerator: item })));
    }
    case 'multiply': {
      const scalars = expr.factors.filter((factor) => matrixValue(factor) === undefined);
      const [first, ...more] = expr.factors.map(matrixValue).filter((rows) => rows !== undefined);
      const product = more.reduce<Rows | undefined>((result, rows) => result && times(result, rows), first);
      return product?.map((row) => row.map((item) => multiply(...scalars, item)));
    }
    default:
      return undefined;
  }
}

function plus(a: Rows, b: Rows): Rows | undefined {
  if (a.length !== b.length || a[0]?.length !== b[0]?.length) return undefined;
  return a.map((row, i) => row.map((item, j) => add(item, b[i]?.[j] ?? item)));
}

function times(a: Rows, b: Rows): Rows | undefined {
  if (a[0]?.length !== b.length || b[0] === undefined) return undefined;
  return a.map((row) => (b[0] ?? []).map((_, j) => add(...row.map((item, k) => multiply(item, b[k]?.[j] ?? item)))));
}
