import { compile, type CompiledExpr } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { inBaseUnits } from './inBaseUnits.ts';
import { withoutDerivatives } from './workedOut.ts';

/** Positive, so that roots and logarithms have values; without relations to one another, so that equal values mean equal terms. */
const bases = [1.3717, 0.6133, 2.8391, 5.1973, 12.7331] as const;
const closeness = 1e-9;

/**
 * Values of expressions at a few fixed points, to compare thousands of candidates quickly. Agreement here proposes an
 * explanation of a line that is wrong already; it never decides whether a line is right.
 */
export class Sampler {
  readonly #names: readonly string[];
  readonly #points: readonly (readonly number[])[];
  readonly #seen = new WeakMap<Expr, readonly number[]>();

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#points = (names.length === 0 ? [1.3717] : bases).map((base, row) =>
      names.map((_, column) => base * (1 + 0.37 * column) + 0.0719 * ((row + 1) * column)),
    );
  }

  /** NaN where there is no value. */
  values(expr: Expr): readonly number[] {
    const known = this.#seen.get(expr);
    if (known) return known;
    const compiled = this.#compile(expr);
    const values = this.#points.map((point) => compiled(point));
    this.#seen.set(expr, values);
    return values;
  }

  #compile(expr: Expr): CompiledExpr {
    return compile(inBaseUnits(withoutDerivatives(expr)), this.#names);
  }

  /** Equal wherever both have a value, and they have at least one in common. */
  areSame(left: Expr, right: Expr): boolean {
    return agree(this.values(left), this.values(right), () => 0);
  }

  /** As `areSame`, with `slack` for what rounding the decimals of `right` can do. */
  areClose(left: Expr, right: Expr, slack: readonly number[]): boolean {
    return agree(this.values(left), this.values(right), (index) => slack[index] ?? 0);
  }

  /** What `left` has to be multiplied by to give `right`, where that is one number and neither is a constant: the same equation = 0. */
  ratio(left: Expr, right: Expr): number | undefined {
    const [a, b] = [this.values(left), this.values(right)];
    const indices = a.flatMap((value, index) =>
      Number.isFinite(value) && Number.isFinite(b[index]) && Math.abs(value) > 1e-12 ? [index] : [],
    );
    if (indices.length < 3) return undefined;
    const ratios = indices.map((index) => (b[index] ?? NaN) / (a[index] ?? NaN));
    const [first = NaN] = ratios;
    const [start = NaN] = indices.map((index) => a[index] ?? NaN);
    const isOneRatio = Math.abs(first) > 1e-12 && ratios.every((ratio) => isClose(ratio, first));
    return isOneRatio && indices.some((index) => !isClose(a[index] ?? NaN, start)) ? first : undefined;
  }

  /** They differ by a constant: antiderivatives of the same function. */
  differByConstant(left: Expr, right: Expr): boolean {
    const [a, b] = [this.values(left), this.values(right)];
    const pairs = a.flatMap((value, index) =>
      Number.isFinite(value) && Number.isFinite(b[index]) ? [[value, b[index] ?? NaN] as const] : [],
    );
    const [first] = pairs;
    if (!first || pairs.length < 3) return false;
    const size = Math.max(...pairs.flat().map(Math.abs));
    return pairs.every(([u, v]) => Math.abs(u - v - (first[0] - first[1])) <= 1e-8 * Math.max(size, 1));
  }
}

function agree(a: readonly number[], b: readonly number[], slack: (index: number) => number): boolean {
  let common = 0;
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? NaN;
    if (!Number.isFinite(left) || !Number.isFinite(right)) continue;
    if (!isClose(left, right) && !(Math.abs(left - right) <= slack(index))) return false;
    common += 1;
  }
  return common > 0 && common * 2 >= a.length - 1;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= closeness * Math.max(Math.abs(a), Math.abs(b), 1e-6);
}
