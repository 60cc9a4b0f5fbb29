import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { branchSteps } from '../../../src/core/session/select.ts';
import type { SolverEvent } from '../../../src/core/solve/solver.ts';
import { countingSolver, makeStep, manualClock, openLazy, settled, solverOf } from './support.ts';

const step = (text: string): SolverEvent => ({ type: 'step', step: makeStep(text) });
const thinking: SolverEvent = { type: 'progress', stage: 'thinking' };

describe('a solver that misbehaves', () => {
  it('throws at once', async () => {
    const { lazy } = openLazy(
      solverOf(() => {
        throw new Error('boom');
      }),
    );
    assert.deepEqual(await lazy.next(), { type: 'failed', reason: 'solver-threw', detail: 'The solver failed: boom' });
  });

  it('throws in the middle', async () => {
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield thinking;
        throw new Error('boom');
      }),
    );
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'failed' && outcome.reason, 'solver-threw');
    assert.equal(lazy.state.activity.type, 'idle');
  });

  it('throws on being told to stop', async () => {
    const { lazy } = openLazy(
      solverOf(() => ({
        [Symbol.asyncIterator]: () => ({
          next: async () => ({ done: false, value: step('one') }),
          return: () => {
            throw new Error('never');
          },
        }),
      })),
    );
    assert.equal((await lazy.next()).type, 'step');
  });

  it('hangs: its time runs out', async () => {
    const clock = manualClock();
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield thinking;
        await new Promise(() => undefined);
      }),
      { clock, timeLimitMs: 3000 },
    );
    const press = lazy.next();
    await settled();
    clock.pass(2999);
    await settled();
    assert.equal(lazy.state.activity.type, 'thinking');
    clock.pass(1);
    const outcome = await press;
    assert.equal(outcome.type === 'failed' && outcome.reason, 'timed-out');
    assert.equal(clock.pending, 0);
  });

  it('yields two steps: the second is never asked for', async () => {
    let reached = 0;
    const { lazy, events } = openLazy(
      solverOf(async function* () {
        yield step('one');
        reached += 1;
        yield step('two');
      }),
    );
    await lazy.next();
    await settled();
    assert.deepEqual(
      branchSteps(lazy.state.session).map(({ step: { text } }) => text),
      ['one'],
    );
    assert.equal(reached, 0);
    assert.ok(!JSON.stringify(events).includes('two'));
  });

  it('pushes two steps whether it is asked or not: the second is never seen', async () => {
    const { lazy, events } = openLazy(
      solverOf(() => {
        const queue = [step('one'), step('two'), step('three')];
        return {
          [Symbol.asyncIterator]: () => ({
            next: async () => ({ done: false as const, value: queue.shift() ?? thinking }),
          }),
        };
      }),
    );
    await lazy.next();
    assert.ok(!JSON.stringify(events).includes('two'));
  });

  it('yields after its end: nothing of it is heard', async () => {
    let seen = 0;
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield { type: 'stuck', reason: 'unsupported', detail: 'no' };
        yield step('after the end');
      }),
    );
    lazy.onDidChange(() => (seen += 1));
    const outcome = await lazy.next();
    assert.equal(outcome.type, 'stuck');
    const count = seen;
    await settled();
    assert.equal(seen - count <= 1, true);
    assert.equal(lazy.current(), undefined);
  });

  it('repeats the step before', async () => {
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield step('the same');
      }),
    );
    assert.equal((await lazy.next()).type, 'step');
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'failed' && outcome.reason, 'broke-protocol');
    assert.equal(branchSteps(lazy.state.session).length, 1);
  });

  it('ends without a terminal event', async () => {
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield thinking;
      }),
    );
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'failed' && outcome.reason, 'broke-protocol');
  });

  it('never ends, and never rests: it can still be cancelled', async () => {
    const { lazy } = openLazy(
      solverOf(async function* () {
        for (;;) yield thinking;
      }),
    );
    const press = lazy.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const startedMs = performance.now();
    await lazy.cancel();
    assert.deepEqual(await press, { type: 'cancelled' });
    assert.ok(performance.now() - startedMs < 100);
  });

  it('answers after it was cancelled: nothing of it is heard', async () => {
    let answer = (): void => undefined;
    const { lazy, events } = openLazy(
      solverOf(async function* () {
        await new Promise<void>((resolve) => (answer = resolve));
        yield { type: 'partialText', text: 'late' };
        yield step('late');
      }),
    );
    const press = lazy.next();
    await settled();
    await lazy.cancel();
    answer();
    await settled();
    assert.deepEqual(await press, { type: 'cancelled' });
    assert.ok(!JSON.stringify(events).includes('late'));
    assert.equal(lazy.state.activity.type, 'idle');
  });

  it('says that it was cancelled when nobody cancelled it', async () => {
    const { lazy } = openLazy(
      solverOf(async function* () {
        yield { type: 'cancelled' };
      }),
    );
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'failed' && outcome.reason, 'broke-protocol');
  });

  const malformed: readonly (readonly [string, unknown])[] = [
    ['a step without a text', { type: 'step', step: { latex: 'x' } }],
    ['an empty step', step('  ')],
    ['something that is no event', { type: 'banana' }],
    ['null', null],
    ['a stuck without a reason in words', { type: 'stuck', reason: 'unsupported', detail: 7 }],
    ['a cost that is not a number', { type: 'step', step: { ...makeStep('one'), cost: { calls: Number.NaN } } }],
  ];
  for (const [name, event] of malformed) {
    it(`yields ${name}`, async () => {
      const { lazy } = openLazy(
        solverOf(async function* () {
          yield event as SolverEvent;
        }),
      );
      const outcome = await lazy.next();
      assert.equal(outcome.type, 'failed');
      assert.equal(lazy.current(), undefined);
    });
  }

  it('is no solver at all', async () => {
    const { lazy } = openLazy(solverOf(() => undefined as unknown as AsyncIterable<SolverEvent>));
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'failed' && outcome.reason, 'solver-threw');
  });

  it('leaves no timer behind when it behaves', async () => {
    const clock = manualClock();
    const { lazy } = openLazy(countingSolver(), { clock });
    await lazy.next();
    assert.equal(clock.pending, 0);
  });
});
