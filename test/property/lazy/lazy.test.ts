import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Outcome, Stored } from '../../../src/core/lazy/outcome.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { branchSteps } from '../../../src/core/session/select.ts';
import { fold } from '../../../src/core/session/state.ts';
import type { Solver, SolverEvent } from '../../../src/core/solve/solver.ts';
import { countingSolver, manualClock, openLazy, settled } from '../../unit/lazy/support.ts';

/** What a solver may do at a press, and how many turns it takes before. */
const behaviour = fc.record({
  does: fc.constantFrom('answer', 'answer', 'answer', 'twice', 'throw', 'hang', 'end', 'stuck', 'chatter', 'cancelled'),
  turns: fc.nat(3),
});
const gesture = fc.constantFrom(
  'next',
  'next',
  'next',
  'next',
  'branch',
  'branch current',
  'split',
  'back',
  'forward',
  'jump',
  'restart',
  'cancel',
  'cancel',
  'abort',
  'wait',
  'wait',
  'wait long',
  'grain',
  'say',
  'switch',
  'done',
);
const disk = fc.constantFrom('good', 'good', 'good', 'full', 'throws', 'slow');

type Behaviour = typeof behaviour extends fc.Arbitrary<infer Value> ? Value : never;

function unreliable(plan: readonly Behaviour[]): Solver {
  const counting = countingSolver();
  let call = 0;
  return {
    id: 'counting',
    async *next(partial, request, signal): AsyncGenerator<SolverEvent> {
      const { does, turns } = plan[(call += 1) % plan.length] ?? { does: 'answer', turns: 0 };
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      switch (does) {
        case 'throw':
          throw new Error('boom');
        case 'hang':
          await new Promise(() => undefined);
          return;
        case 'end':
          return;
        case 'stuck':
          yield { type: 'stuck', reason: 'unsupported', detail: 'no' };
          return;
        case 'cancelled':
          yield { type: 'cancelled' };
          return;
        case 'chatter':
          for (let count = 0; count < 100; count += 1) yield { type: 'progress', stage: 'thinking' };
          break;
        case 'answer':
        case 'twice':
          break;
      }
      yield* counting.next(partial, request, signal);
      if (does === 'twice') yield* counting.next(partial, request, signal);
    },
  };
}

describe('any interleaving of presses, cancels and failures', () => {
  it('ends every press in exactly one outcome, and memory and log agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { minLength: 1, maxLength: 6 }),
        fc.array(gesture, { minLength: 1, maxLength: 25 }),
        fc.array(disk, { minLength: 1, maxLength: 6 }),
        async (plan, gestures, disks) => {
          const clock = manualClock();
          const log: SessionEvent[] = [];
          let write = 0;
          const append = async (events: readonly SessionEvent[]): Promise<Stored> => {
            const mood = disks[(write += 1) % disks.length];
            if (mood === 'full') return { type: 'failed', reason: 'full', detail: 'full' };
            if (mood === 'throws') throw new Error('gone');
            if (mood === 'slow') await new Promise((resolve) => setImmediate(resolve));
            log.push(...(JSON.parse(JSON.stringify(events)) as SessionEvent[]));
            return { type: 'stored' };
          };
          const { lazy, events } = openLazy(unreliable(plan), { clock, append, timeLimitMs: 1000 });
          const opening = [...events];
          const presses: { outcome: Promise<Outcome>; ends: number }[] = [];
          const press = (outcome: Promise<Outcome>): void => {
            const entry = { outcome, ends: 0 };
            void outcome.then(() => (entry.ends += 1));
            presses.push(entry);
          };
          const controllers: AbortController[] = [];
          const others: Promise<unknown>[] = [];
          for (const made of gestures) {
            const controller = new AbortController();
            const { signal } = controller;
            if (made === 'next') press(lazy.next({ signal }));
            if (made === 'branch') press(lazy.branch({ signal }));
            if (made === 'branch current') press(lazy.branch({ signal, from: 'current' }));
            if (made === 'split') press(lazy.split({ signal }));
            if (made === 'back') others.push(lazy.back());
            if (made === 'forward') others.push(lazy.forward());
            if (made === 'jump') others.push(lazy.jump(0));
            if (made === 'restart') others.push(lazy.restart());
            if (made === 'grain') others.push(lazy.setGrain('fine'));
            if (made === 'done') others.push(lazy.done());
            if (made === 'switch') others.push(lazy.switchBranch(lazy.state.session.branches[0]?.id ?? ''));
            if (made === 'say')
              others.push(
                lazy.record({ type: 'messageSaid', id: 'm', author: 'learner', text: 'next', branch: '', index: 0 }),
              );
            if (made === 'cancel') others.push(lazy.cancel());
            if (made === 'abort') controllers.at(-1)?.abort();
            if (made === 'wait') await settled();
            if (made === 'wait long') {
              await settled();
              clock.pass(1000);
            }
            controllers.push(controller);
          }
          await settled();
          clock.pass(0);
          await lazy.cancel();
          const outcomes = await Promise.all(presses.map(({ outcome }) => outcome));
          await Promise.all(others);
          await settled();
          for (const { ends } of presses) assert.equal(ends, 1);
          for (const { type } of outcomes) assert.ok(['step', 'stuck', 'failed', 'cancelled'].includes(type));
          assert.equal(lazy.state.activity.type, 'idle');

          const stored = fold([...opening, ...log]);
          // A step that is shown is stored, always; a view that could not be stored may differ.
          const onDisk = new Set(stored.branches.flatMap(({ steps }) => steps.map(({ id }) => id)));
          for (const branch of lazy.state.session.branches)
            for (const { id } of branch.steps) assert.ok(onDisk.has(id));
          if (disks.every((mood) => mood === 'good' || mood === 'slow')) assert.deepEqual(stored, lazy.state.session);

          // It still works: another press ends too.
          const last = lazy.next();
          await settled();
          clock.pass(0);
          await settled();
          clock.pass(1000);
          assert.ok(['step', 'stuck', 'failed'].includes((await last).type));
          assert.ok(branchSteps(lazy.state.session).length <= 12);
        },
      ),
      { numRuns: 300 },
    );
  });
});
