import { readFileSync, writeFileSync } from 'node:fs';

/** What one mocha run came to. */
export interface Results {
  readonly tier: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
  readonly failures: readonly string[];
  readonly seconds: number;
}

export interface Skipped {
  readonly title: string;
  readonly reason: string;
}

/** A tier of which nothing ran: it counts as one skip. */
export function skippedTier(tier: string, reason: string): Results {
  return {
    tier,
    passed: 0,
    failed: 0,
    skipped: [{ title: `the whole tier "${tier}"`, reason }],
    failures: [],
    seconds: 0,
  };
}

/** A tier that ended without results (it crashed, or ran out of time): it counts as one failure. */
export function brokenTier(tier: string, message: string): Results {
  return { tier, passed: 0, failed: 1, skipped: [], failures: [message], seconds: 0 };
}

/** Nothing is written where no file was asked for, as when the suite is started from the editor. */
export function writeResults(file: string, results: Results): void {
  if (file === '') return;
  writeFileSync(file, JSON.stringify(results));
}

export function readResults(file: string): Results | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
