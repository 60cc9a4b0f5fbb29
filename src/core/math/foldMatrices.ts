import { add, divide, multiply, negate, num, power, sqrt } from './build.ts';
import type { Expr, ExprOf } from './expr.ts';
import { normalize } from './normalize.ts';
import { isInteger, numeratorOf } from './rational.ts';
import { contains, mapExpr, sizeOf } from './tree.ts';

type Rows = readonly (readonly Expr[])[];

/** Powers beyond this are not written out. */
const maximumPower = 64;
const maximumInverse = 4;
/** Entries of a power that are longer than this, in nodes, are not worked with. */
const maximumSize = 400;

/** Matrices and vectors that can't be put together: sums of different shapes, and the like. */
class Misfit extends Error {
  override readonly name = 'Misfit';
}

/**
 * Sums, products, powers, determinants, transposes and norms of matrices, column vectors and tuples worked out, entry by
 * entry and without simplifying. Undefined where shapes don't fit.
 */
export function foldMatrices(expr: Expr): Expr | undefined {
  if (!contains(expr, isVectorLike)) return expr;
  try {
    return mapExpr(expr, fold);
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

function isVectorLike(expr: Expr): expr is ExprOf<'matrix'> | ExprOf<'tuple'> {
  return expr.kind === 'matrix' || expr.kind === 'tuple';
}

function fold(expr: Expr): Expr {
  switch (expr.kind) {
    case 'add':
      return expr.terms.some(isVectorLike) ? expr.terms.reduce(sum) : expr;
    case 'negate':
      return isVectorLike(expr.operand) ? mapEntries(expr.operand, negate) : expr;
    case 'multiply': {
      if (!expr.factors.some(isVectorLike)) return expr;
      return expr.factors.reduce((a, b) => bounded(product(a, b, expr.sign)));
    }
    case 'divide': {
      const { numerator, denominator } = expr;
      if (isVectorLike(denominator)) throw new Misfit();
      return isVectorLike(numerator) ? mapEntries(numerator, (entry) => divide(entry, denominator)) : expr;
    }
    case 'power':
      return isVectorLike(expr.base) ? raised(expr.base, expr.exponent) : expr;
    case 'abs':
      return isVectorLike(expr.operand) ? norm(expr.operand) : expr;
    case 'call': {
      const [only] = expr.args;
      return expr.name === 'det' && only?.kind === 'matrix' ? determinant(square(only.rows)) : expr;
    }
    default:
      return expr;
  }
}

/** A long chain of products grows with each factor. */
function bounded(expr: Expr): Expr {
  if (expr.kind === 'matrix' && sizeOf(expr) > 20 * maximumSize) return { ...expr, rows: tidied(expr.rows) };
  return expr;
}

function mapEntries(expr: ExprOf<'matrix'> | ExprOf<'tuple'>, change: (entry: Expr) => Expr): Expr {
  return expr.kind === 'tuple'
    ? { ...expr, items: expr.items.map(change) }
    : { ...expr, rows: expr.rows.map((row) => row.map(change)) };
}

function sum(a: Expr, b: Expr): Expr {
  if (a.kind === 'tuple' && b.kind === 'tuple' && a.items.length === b.items.length) {
    return { kind: 'tuple', items: a.items.map((item, index) => add(item, entryOf(b.items, index))) };
  }
  if (a.kind !== 'matrix' || b.kind !== 'matrix' || a.rows.length !== b.rows.length) throw new Misfit();
  const rows = a.rows.map((row, index) => {
    const other = rowOf(b.rows, index);
    if (other.length !== row.length) throw new Misfit();
    return row.map((entry, column) => add(entry, entryOf(other, column)));
  });
  return { kind: 'matrix', rows };
}

function product(a: Expr, b: Expr, sign: ExprOf<'multiply'>['sign']): Expr {
  if (!isVectorLike(a)) return isVectorLike(b) ? mapEntries(b, (entry) => multiply(a, entry)) : multiply(a, b);
  if (!isVectorLike(b)) return mapEntries(a, (entry) => multiply(entry, b));
  const [left, right] = [vectorOf(a), vectorOf(b)];
  if (left && right && sign !== 'implicit') {
    if (left.length !== right.length) throw new Misfit();
    return sign === 'dot' ? dot(left, right) : cross(left, right, a);
  }
  if (a.kind !== 'matrix' || b.kind !== 'matrix') throw new Misfit();
  return { kind: 'matrix', rows: productOf(a.rows, b.rows) };
}

/** The entries of a tuple or of a matrix with one column. */
function vectorOf(expr: ExprOf<'matrix'> | ExprOf<'tuple'>): readonly Expr[] | undefined {
  if (expr.kind === 'tuple') return expr.items;
  return expr.rows.every((row) => row.length === 1) ? expr.rows.flat() : undefined;
}

function dot(a: readonly Expr[], b: readonly Expr[]): Expr {
  return add(...a.map((entry, index) => multiply(entry, entryOf(b, index))));
}

function cross(a: readonly Expr[], b: readonly Expr[], like: Expr): Expr {
  if (a.length !== 3) throw new Misfit();
  const entries = [0, 1, 2].map((k) => {
    const [next, last] = [(k + 1) % 3, (k + 2) % 3];
    return add(multiply(entryOf(a, next), entryOf(b, last)), negate(multiply(entryOf(a, last), entryOf(b, next))));
  });
  return like.kind === 'tuple' ? { kind: 'tuple', items: entries } : { kind: 'matrix', rows: entries.map((e) => [e]) };
}

function productOf(a: Rows, b: Rows): Rows {
  const width = rowOf(b, 0).length;
  return a.map((row) => {
    if (row.length !== b.length) throw new Misfit();
    return Array.from({ length: width }, (_, column) =>
      dot(
        row,
        b.map((other) => entryOf(other, column)),
      ),
    );
  });
}

function raised(base: ExprOf<'matrix'> | ExprOf<'tuple'>, exponent: Expr): Expr {
  if (base.kind !== 'matrix') throw new Misfit();
  if (exponent.kind === 'symbol' && exponent.name === 'T') return { kind: 'matrix', rows: transposed(base.rows) };
  const value = exponent.kind === 'negate' ? exponent.operand : exponent;
  if (value.kind !== 'number' || !isInteger(value.value)) throw new Misfit();
  const count = Number(numeratorOf(value.value));
  if (count > maximumPower) throw new Misfit();
  const start = exponent.kind === 'negate' ? inverse(square(base.rows)) : square(base.rows);
  let rows: Rows = start.map((row, r) => row.map((_, c) => num(r === c ? 1 : 0)));
  // Entries are brought to normal form on the way: written out they would double with each turn.
  for (let turn = 0; turn < count; turn += 1) rows = turn === 0 ? start : tidied(productOf(rows, start));
  return { kind: 'matrix', rows };
}

function tidied(rows: Rows): Rows {
  return rows.map((row) =>
    row.map((entry) => {
      const tidy = normalize(entry);
      if (sizeOf(tidy) > maximumSize) throw new Misfit();
      return tidy;
    }),
  );
}

function transposed(rows: Rows): Rows {
  return rowOf(rows, 0).map((_, column) => rows.map((row) => entryOf(row, column)));
}

function square(rows: Rows): Rows {
  if (rows.some((row) => row.length !== rows.length)) throw new Misfit();
  return rows;
}

/** Expansion along the first row; larger ones would not come to an end. */
function determinant(rows: Rows): Expr {
  if (rows.length > 6) throw new Misfit();
  const [first = []] = rows;
  if (rows.length === 1) return entryOf(first, 0);
  const terms = first.map((entry, column) => {
    const term = multiply(entry, determinant(minor(rows, 0, column)));
    return column % 2 === 0 ? term : negate(term);
  });
  return add(...terms);
}

function minor(rows: Rows, without: number, column: number): Rows {
  return rows.filter((_, r) => r !== without).map((row) => row.filter((_, c) => c !== column));
}

/** The adjugate over the determinant. */
function inverse(rows: Rows): Rows {
  if (rows.length > maximumInverse) throw new Misfit();
  const below = determinant(rows);
  if (rows.length === 1) return [[divide(num(1), below)]];
  return rows.map((row, r) =>
    row.map((_, c) => {
      const cofactor = determinant(minor(rows, c, r));
      return divide((r + c) % 2 === 0 ? cofactor : negate(cofactor), below);
    }),
  );
}

function norm(expr: ExprOf<'matrix'> | ExprOf<'tuple'>): Expr {
  const entries = vectorOf(expr);
  if (!entries) throw new Misfit();
  return sqrt(add(...entries.map((entry) => power(entry, num(2)))));
}

function rowOf(rows: Rows, index: number): readonly Expr[] {
  const row = rows[index];
  if (row === undefined) throw new Misfit();
  return row;
}

function entryOf(row: readonly Expr[], index: number): Expr {
  const entry = row[index];
  if (entry === undefined) throw new Misfit();
  return entry;
}
