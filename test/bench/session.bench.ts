import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLazy } from '../../src/core/lazy/createLazy.ts';
import type { Lazy } from '../../src/core/lazy/lazy.ts';
import { parseLog } from '../../src/core/session/log.ts';
import { fold } from '../../src/core/session/state.ts';
import { noCost } from '../../src/core/session/step.ts';
import type { Solver } from '../../src/core/solve/solver.ts';
import type { SessionFile } from '../../src/system/sessionFile.ts';
import { createSessionStore } from '../../src/system/sessionStore.ts';
import { newId, systemClock } from '../../src/system/systemClock.ts';
import { openDurableFile } from '../../src/system/durableFile.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';

const stepCount = 1000;
const repetitions = 20;

/** Steps of the usual size, without an end and without work: what is measured is what stands around the solver. */
const endless: Solver = {
  id: 'endless',
  async *next({ steps }, { grain }) {
    yield await Promise.resolve({
      type: 'step' as const,
      step: {
        text: `Subtract $${steps.length}x$ from both sides, so that $x$ stands on one side only.`,
        latex: `x - ${steps.length} = \\frac{${steps.length}}{7}`,
        why: 'What is equal stays equal when the same is taken from both sides.',
        grain,
        verdict: {
          kind: 'proved' as const,
          how: 'symbolic' as const,
          evidence: 'Both lines are the same equation up to a factor.',
        },
        source: { solver: 'endless', method: 'linear', cursor: steps.length + 1 },
        cost: noCost,
      },
    });
  },
};

export const bench: Bench = {
  name: 'session',
  title: `A session of ${stepCount} steps`,
  async run(context) {
    const directory = mkdtempSync(join(tmpdir(), 'thunk-bench-'));
    try {
      const store = createSessionStore({ directory });
      const opened = await store.create({ text: 'Solve $x = 1$.', title: 'Bench', format: 'markdown' });
      if (opened.type === 'failed') return { status: 'skipped', reason: opened.detail };
      const lazy = lazyOn(opened.file);
      const heap: number[] = [];
      const press: number[] = [];
      for (let count = 1; count <= stepCount; count += 1) {
        const startedMs = performance.now();
        await lazy.next();
        press.push(performance.now() - startedMs);
        if (count === 100 || count === stepCount) heap.push(heapMegabytes());
        if (count % 250 === 0) context.log(`${count} steps`);
      }
      await lazy.dispose();
      await opened.file.close();
      const path = join(directory, `${opened.file.id}.jsonl`);
      const bytes = readFileSync(path);
      const parsing = times(() => parseLog(bytes));
      const parsed = parseLog(bytes);
      const events = parsed.type === 'loaded' ? parsed.events : [];
      const folding = times(() => fold(events));
      const opening: number[] = [];
      for (let count = 0; count < repetitions; count += 1) {
        const startedMs = performance.now();
        const again = await store.open(opened.file.id);
        if (again.type === 'opened') {
          lazyOn(again.file);
          opening.push(performance.now() - startedMs);
          await again.file.close();
        }
      }
      const syncing = await fsyncTimes(join(directory, 'plain'));
      const row = (what: string, values: readonly number[]): (string | number)[] => [
        what,
        ms(percentile(values, 50)),
        ms(percentile(values, 95)),
      ];
      return {
        status: 'ran',
        tables: [
          {
            title: `${stepCount} steps, ${(statSync(path).size / 1024).toFixed(0)} KB`,
            columns: ['what', 'p50', 'p95'],
            rows: [
              row('open from disk, lock, parse and fold', opening),
              row('parse alone', parsing),
              row('fold alone', folding),
              row('a press among the first 100 (no solver work)', press.slice(0, 100)),
              row('a press among the last 100', press.slice(-100)),
              row('one append and fsync of as many bytes, for comparison', syncing),
            ],
            notes: ['A press is two records; the step is shown when its own is on the disk.'],
          },
          {
            title: 'Heap after a collection',
            columns: ['after', 'MB'],
            rows: heap.map((megabytes, index) => [
              index === 0 ? '100 presses' : `${stepCount} presses`,
              megabytes.toFixed(1),
            ]),
            notes: [
              `${((((heap[1] ?? 0) - (heap[0] ?? 0)) * 1024) / (stepCount - 100)).toFixed(1)} KB a step, which is what the steps themselves hold.`,
            ],
          },
        ],
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function lazyOn(file: SessionFile): Lazy {
  return createLazy({ solver: endless, history: file.log.events, append: file.append, clock: systemClock, newId });
}

function times(work: () => unknown): number[] {
  return Array.from({ length: repetitions }, () => {
    const startedMs = performance.now();
    work();
    return performance.now() - startedMs;
  });
}

async function fsyncTimes(path: string): Promise<number[]> {
  writeFileSync(path, '');
  const file = await openDurableFile(path, 0);
  const taken: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const startedMs = performance.now();
    await file.append(`${'x'.repeat(700)}\n`);
    taken.push(performance.now() - startedMs);
  }
  await file.close();
  return taken;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
