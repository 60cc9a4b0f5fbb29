import type { Table } from '../harness/table.ts';

/**
 * One measurement: ratios, or things side by side in one run; never asserted. A file `test/bench/NAME.bench.ts` exports
 * `export const bench: Bench = { … }`; `npm run bench [-- --only NAME]` finds and runs it.
 */
export interface Bench {
  /** The same as the file's name. */
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<BenchOutcome>;
}

export interface BenchContext {
  /** The checkout, built. */
  readonly root: string;
  /** The Node that runs this, for child processes. */
  readonly node: string;
  /** Progress, on standard error. */
  log(line: string): void;
}

export type BenchOutcome =
  | { readonly status: 'ran'; readonly tables: readonly Table[] }
  | { readonly status: 'skipped'; readonly reason: string };

/** The p-th percentile (0 to 100) by linear interpolation. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * p) / 100;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
