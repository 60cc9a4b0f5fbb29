/** node forceSteps.ts FOLDER [SESSION]: forces step after step and says which are revealed, until somebody kills it. */
import { writeSync } from 'node:fs';
import { createLazy } from '../../../src/core/lazy/createLazy.ts';
import { noCost } from '../../../src/core/session/step.ts';
import type { Solver } from '../../../src/core/solve/solver.ts';
import { createSessionStore } from '../../../src/system/sessionStore.ts';
import { newId, systemClock } from '../../../src/system/systemClock.ts';

/** Steps without an end, of very different lengths, so that records end anywhere in a disk's block. */
const endless: Solver = {
  id: 'endless',
  async *next({ steps }, { grain }) {
    yield { type: 'progress', stage: 'thinking' };
    const length = (steps.length * 7919) % 9000;
    yield {
      type: 'step',
      step: {
        text: `Step ${steps.length}: ${'ü$x^2$ '.repeat(length / 6)}`,
        grain,
        verdict: { kind: 'unknown', how: 'none' },
        source: { solver: 'endless' },
        cost: noCost,
      },
    };
  },
};

const [directory = '', id] = process.argv.slice(2);
const store = createSessionStore({ directory });
const opened = await (id === undefined
  ? store.create({ text: 'Go on.', title: 'Go on', format: 'plain' })
  : store.open(id));
if (opened.type === 'failed' || opened.file.access.type !== 'write') {
  writeSync(2, `${JSON.stringify(opened)}\n`);
  process.exit(1);
}
const { file } = opened;
const lazy = createLazy({ solver: endless, history: file.log.events, append: file.append, clock: systemClock, newId });
writeSync(1, `session ${file.id}\n`);
for (;;) {
  const outcome = await lazy.next();
  // Only now would a person see it.
  if (outcome.type === 'step') writeSync(1, `revealed ${outcome.step.id}\n`);
}
