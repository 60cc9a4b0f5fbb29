import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../harness/table.ts';

/**
 * One body of evidence: a count over data with a fixed denominator. A file `test/evidence/NAME.evidence.ts` exports
 * `export const evidence: Evidence = { … }`; `npm run evidence [-- --only NAME] [-- --write]` finds and runs it.
 */
export interface Evidence {
  /** The same as the file's name. */
  readonly name: string;
  readonly title: string;
  /** Whether a seeded tenth of it belongs to `npm test`: it then takes less than `timeoutMs`. */
  readonly isFitForTests: boolean;
  /** For the whole of it; a tenth of this (but at least 30 s) when a tenth is run. Default 20 minutes. */
  readonly timeoutMs?: number;
  run(context: EvidenceContext): Promise<EvidenceOutcome>;
}

export interface EvidenceContext {
  /** THUNK_DATA, or ../shared/data beside the checkout; undefined where that is not there. */
  readonly dataDir: string | undefined;
  /** How much of the data to use: 1, or 0.1 in `npm test`. `sample` takes it. */
  readonly fraction: number;
  readonly seed: number;
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** The built command line, dist/cli.js. */
  readonly cli: string;
  /** The Node that runs this, for child processes. */
  readonly node: string;
  /** Progress, on standard error. */
  log(line: string): void;
}

export type EvidenceOutcome =
  /** `failures`: every goal that was missed, in a sentence; empty when all were met. */
  | { readonly status: 'ran'; readonly tables: readonly Table[]; readonly failures: readonly string[] }
  | { readonly status: 'skipped'; readonly reason: string };

/** The file of the data set, or undefined where it is not on this machine. */
export function dataFile(context: EvidenceContext, path: string): string | undefined {
  if (context.dataDir === undefined) return undefined;
  const file = join(context.dataDir, path);
  return existsSync(file) ? file : undefined;
}

/** One value a line; blank lines are left out. */
export function readJsonLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** A part of the rows in their order: the same one for the same seed, all of them for fraction 1. */
export function sample<Row>(rows: readonly Row[], { fraction, seed }: { fraction: number; seed: number }): Row[] {
  if (fraction >= 1) return [...rows];
  const random = seededRandom(seed);
  const wanted = Math.max(1, Math.round(rows.length * fraction));
  const order = rows.map((_, index) => ({ index, key: random() })).sort((a, b) => a.key - b.key);
  return order
    .slice(0, wanted)
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .map((index) => rows[index] as Row);
}

/** Numbers in [0, 1) that a seed repeats (the generator mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `k of n` as a percentage with one decimal, never rounded up to 100. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const tenths = Math.floor((part / whole) * 1000);
  return `${(tenths / 10).toFixed(1)} %`;
}
