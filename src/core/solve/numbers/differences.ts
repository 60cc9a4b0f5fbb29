import { add, multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  absolute,
  isInteger,
  isZero,
  minus,
  one,
  over,
  plus,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';

/** Rows of differences: row 0 is the sequence itself, the last row is constant. */
export interface DifferenceTable {
  readonly rows: readonly (readonly Rational[])[];
  readonly degree: number;
}

/** Differences of neighbours until a row is constant with at least `evidence` entries; undefined where that never happens. */
export function differenceTable(terms: readonly Rational[], evidence = 2): DifferenceTable | undefined {
  const rows: (readonly Rational[])[] = [terms];
  for (;;) {
    const row = rows.at(-1) ?? [];
    const [first] = row;
    if (first === undefined || row.length < evidence) return undefined;
    if (row.every((value) => value.equals(first))) return { rows, degree: rows.length - 1 };
    rows.push(row.slice(1).map((value, index) => minus(value, row[index] ?? zero)));
  }
}

/** The next entry of every row, from the constant row upwards; [0] is the next term. */
export function nextEntries({ rows }: DifferenceTable): readonly Rational[] {
  const next: Rational[] = [];
  let below = zero;
  for (const row of rows.toReversed()) {
    below = plus(row.at(-1) ?? zero, row === rows.at(-1) ? zero : below);
    next.unshift(below);
  }
  return next;
}

/** Coefficients, ascending, of the polynomial p with p(1), p(2), … the terms (Newton's forward differences). */
export function coefficientsOf({ rows }: DifferenceTable): readonly Rational[] {
  let result: readonly Rational[] = [];
  let basis: readonly Rational[] = [one];
  for (const [k, row] of rows.entries()) {
    const lead = row[0] ?? zero;
    result = addPolynomials(
      result,
      basis.map((coefficient) => times(coefficient, lead)),
    );
    // binomial(n-1, k+1) = binomial(n-1, k) · (n - 1 - k) / (k + 1)
    const scale = over(one, rational(k + 1));
    const shifted = [zero, ...basis];
    const lowered = basis.map((coefficient) => times(coefficient, rational(-(k + 1))));
    basis = addPolynomials(shifted, lowered).map((coefficient) => times(coefficient, scale));
  }
  return result;
}

function addPolynomials(a: readonly Rational[], b: readonly Rational[]): readonly Rational[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => plus(a[index] ?? zero, b[index] ?? zero));
}

export function valueAt(coefficients: readonly Rational[], n: Rational): Rational {
  return coefficients.reduceRight((sum, coefficient) => plus(times(sum, n), coefficient), zero);
}

/** Descending, without zero terms: 46n² + 284n + 28. */
export function polynomialExpr(coefficients: readonly Rational[], index: string): Expr {
  const terms = coefficients.flatMap((coefficient, degree): readonly Expr[] => {
    if (isZero(coefficient)) return [];
    const size = absolute(coefficient);
    const letter = degree === 0 ? undefined : degree === 1 ? sym(index) : power(sym(index), num(degree));
    const term =
      letter === undefined
        ? num(size)
        : isOne(size)
          ? letter
          : isInteger(size)
            ? multiply(num(size), letter)
            : {
                kind: 'divide' as const,
                numerator: size.n === 1n ? letter : multiply(num(size.n), letter),
                denominator: num(size.d),
                style: 'fraction' as const,
              };
    return [coefficient.s < 0n ? negate(term) : term];
  });
  return add(...terms.reverse());
}

function isOne(value: Rational): boolean {
  return value.n === 1n && value.d === 1n;
}
