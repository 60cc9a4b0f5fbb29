import { isZero, minus, over, times, zero, type Rational } from '../../math/rational.ts';

/**
 * The one solution of a square linear system, by Gaussian elimination over the rationals.
 * @param rows n rows of n coefficients and the right side
 * @returns n values; undefined where there is none or more than one
 */
export function solveLinear(rows: readonly (readonly Rational[])[]): readonly Rational[] | undefined {
  const size = rows.length;
  const work = rows.map((row) => [...row]);
  for (let column = 0; column < size; column += 1) {
    const pivotRow = work.findIndex((row, index) => index >= column && !isZero(row[column] ?? zero));
    const pivot = work[pivotRow];
    const current = work[column];
    if (pivot === undefined || current === undefined) return undefined;
    work[pivotRow] = current;
    const lead = pivot[column] ?? zero;
    const scaled = pivot.map((value) => over(value, lead));
    work[column] = scaled;
    for (const [index, row] of work.entries()) {
      const factor = row[column] ?? zero;
      if (index === column || isZero(factor)) continue;
      work[index] = row.map((value, position) => minus(value, times(factor, scaled[position] ?? zero)));
    }
  }
  return work.map((row) => row[size] ?? zero);
}
