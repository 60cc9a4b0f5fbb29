import { createLazy } from '../../src/core/lazy/createLazy.ts';
import { openingEvents } from '../../src/core/lazy/plan.ts';
import { createBuiltinSolver } from '../../src/core/solve/builtin.ts';
import type { Solver } from '../../src/core/solve/solver.ts';
import { problemFromText } from '../../src/core/text/problemFromText.ts';
import { newId, systemClock } from '../../src/system/systemClock.ts';
import { createWorkerSolver } from '../../src/system/workerSolver.ts';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';

const problems = [
  'Solve 3(x - 2) = 2x + 5',
  'x^2 - x - 2 = 0',
  'Expand (x+1)^3',
  'Calculate 12.5*(3/4 - 2)',
  'What is the greatest common divisor of 84 and 36?',
  'Solve x + y = 5, x - y = 1 for x.',
];
const rounds = 10;

export const bench: Bench = {
  name: 'worker',
  title: 'From the press to the step, through the worker',
  async run(context) {
    const inside = createBuiltinSolver();
    const worker = createWorkerSolver();
    try {
      const cold = await pressTimes(worker, problems.slice(0, 1));
      await pressTimes(inside, problems);
      await pressTimes(worker, problems);
      const alone: number[] = [];
      const through: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // A problem that neither has seen: remembering is not computing.
        const fresh = problems.map((problem) => `${problem}${' '.repeat(round + 1)}`);
        alone.push(...(await pressTimes(inside, fresh)));
        through.push(...(await pressTimes(worker, fresh)));
        context.log(`round ${round + 1} of ${rounds}`);
      }
      const row = (what: string, values: readonly number[]): string[] => [
        what,
        ...[50, 95].map((p) => `${percentile(values, p).toFixed(2)} ms`),
      ];
      const frame = percentile(through, 50) - percentile(alone, 50);
      return {
        status: 'ran',
        tables: [
          {
            title: `${alone.length} presses on ${problems.length} problems`,
            columns: ['what', 'p50', 'p95'],
            rows: [
              row('the computation alone, in this thread', alone),
              row('press to step through engine and worker', through),
            ],
            notes: [
              `The frame around the computation: ${frame.toFixed(2)} ms at p50 (goal: under 50 ms, with the drawing). ` +
                `The very first press, with the start of the worker: ${(cold[0] ?? NaN).toFixed(0)} ms (from source; the bundle starts faster).`,
            ],
          },
        ],
      };
    } finally {
      await worker.terminate();
    }
  },
};

/** Every press from a problem to its answer, in ms. */
async function pressTimes(solver: Solver, texts: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const text of texts) {
    const problem = { ...problemFromText(text), text };
    const history = openingEvents(problem, 'normal', { clock: systemClock, newId });
    const lazy = createLazy({
      solver,
      history,
      append: () => Promise.resolve({ type: 'stored' }),
      clock: systemClock,
      newId,
    });
    for (;;) {
      const startedMs = performance.now();
      const outcome = await lazy.next();
      if (outcome.type !== 'step') break;
      taken.push(performance.now() - startedMs);
      if (lazy.state.isDone) break;
    }
    await lazy.dispose();
  }
  return taken;
}
