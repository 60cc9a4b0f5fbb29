import type { Expr } from '../../../math/expr.ts';
import { isZeroQuotient, oneQuotient, zeroQuotient, type Quotient } from '../../../math/kernel/quotient.ts';
import { readQuotient } from '../../../math/kernel/readQuotient.ts';
import { KernelSpace } from '../../../math/kernel/space.ts';
import { quotientToExpr } from '../../../math/kernel/toExpr.ts';
import { tidy } from '../tidy.ts';

/** Coefficients of a polynomial in one variable, constant first; they may hold parameters and roots. */
export type Coefficients = readonly Quotient[];

/** Polynomials in one variable over everything that is free of it. Throws what KernelSpace throws (see guarded). */
export class CoefficientAlgebra {
  readonly #space: KernelSpace;

  constructor(positive: readonly string[] = []) {
    this.#space = new KernelSpace({ positive });
  }

  read(coefficients: readonly Expr[]): Coefficients {
    return this.#trimmed(coefficients.map((coefficient) => readQuotient(this.#space, coefficient)));
  }

  toExpr(value: Quotient): Expr {
    return tidy(quotientToExpr(value, this.#space.kernels));
  }

  add(a: Coefficients, b: Coefficients): Coefficients {
    const size = Math.max(a.length, b.length);
    return this.#trimmed(
      Array.from({ length: size }, (_, index) => this.#space.add(a[index] ?? zeroQuotient, b[index] ?? zeroQuotient)),
    );
  }

  multiply(a: Coefficients, b: Coefficients): Coefficients {
    const product: Quotient[] = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => zeroQuotient);
    a.forEach((left, i) => {
      b.forEach((right, j) => {
        product[i + j] = this.#space.add(product[i + j] ?? zeroQuotient, this.#space.multiply(left, right));
      });
    });
    return this.#trimmed(product);
  }

  power(a: Coefficients, exponent: number): Coefficients {
    return exponent === 0 ? [oneQuotient] : this.multiply(a, this.power(a, exponent - 1));
  }

  divide(a: Coefficients, b: Coefficients): { readonly quotient: Coefficients; readonly remainder: Coefficients } {
    const lead = b.at(-1) ?? oneQuotient;
    let remainder = [...a];
    const quotient: Quotient[] = Array.from({ length: Math.max(0, a.length - b.length + 1) }, () => zeroQuotient);
    while (remainder.length >= b.length && remainder.length > 0) {
      const shift = remainder.length - b.length;
      const factor = this.#space.divide(remainder.at(-1) ?? zeroQuotient, lead);
      quotient[shift] = factor;
      b.forEach((coefficient, index) => {
        const known = remainder[index + shift] ?? zeroQuotient;
        remainder[index + shift] = this.#space.subtract(known, this.#space.multiply(factor, coefficient));
      });
      remainder = [...this.#trimmed(remainder.slice(0, -1))];
    }
    return { quotient: this.#trimmed(quotient), remainder };
  }

  /** The one solution of Σ columns[k]·xₖ = target, or undefined where there is none or several. */
  solve(columns: readonly Coefficients[], target: Coefficients): readonly Quotient[] | undefined {
    const height = Math.max(target.length, ...columns.map((column) => column.length));
    const rows = Array.from({ length: height }, (_, index) => [
      ...columns.map((column) => column[index] ?? zeroQuotient),
      target[index] ?? zeroQuotient,
    ]);
    const width = columns.length;
    let done = 0;
    for (let column = 0; column < width; column += 1) {
      const pivot = rows.findIndex((row, index) => index >= done && !isZeroQuotient(row[column] ?? zeroQuotient));
      const found = rows[pivot];
      const other = rows[done];
      if (found === undefined || other === undefined) return undefined;
      [rows[done], rows[pivot]] = [found, other];
      const lead = found[column] ?? oneQuotient;
      const scaled = found.map((value) => this.#space.divide(value, lead));
      rows[done] = scaled;
      rows.forEach((row, index) => {
        const factor = row[column] ?? zeroQuotient;
        if (index === done || isZeroQuotient(factor)) return;
        rows[index] = row.map((value, k) =>
          this.#space.subtract(value, this.#space.multiply(factor, scaled[k] ?? zeroQuotient)),
        );
      });
      done += 1;
    }
    if (rows.slice(done).some((row) => !isZeroQuotient(row[width] ?? zeroQuotient))) return undefined;
    return rows.slice(0, width).map((row) => row[width] ?? zeroQuotient);
  }

  #trimmed(coefficients: readonly Quotient[]): Coefficients {
    let end = coefficients.length;
    while (end > 0 && isZeroQuotient(coefficients[end - 1] ?? zeroQuotient)) end -= 1;
    return coefficients.slice(0, end);
  }
}
