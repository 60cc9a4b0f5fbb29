import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Outcome, Stored } from '../../../src/core/lazy/outcome.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { branchSteps, visibleBranches } from '../../../src/core/session/select.ts';
import { fold } from '../../../src/core/session/state.ts';
import type { Solver } from '../../../src/core/solve/solver.ts';
import { countingSolver, makeStep, openLazy, settled, solverOf } from './support.ts';

const textOf = (outcome: Outcome): string => (outcome.type === 'step' ? outcome.step.step.text : outcome.type);

describe('a press', () => {
  it('reveals one step, and the last one carries the answer', async () => {
    const solver = countingSolver();
    const { lazy, events } = openLazy(solver);
    const shown: string[] = [];
    for (let press = 0; press < 5; press += 1) shown.push(textOf(await lazy.next()));
    assert.deepEqual(shown, ['up 1', 'up 2', 'up 3', 'up 4', 'up 5']);
    assert.equal(lazy.state.isDone, true);
    assert.equal(lazy.current()?.step.final?.answer, '5');
    const more = await lazy.next();
    assert.equal(more.type, 'stuck');
    assert.equal(solver.calls.length, 5);
    assert.deepEqual(fold(events), lazy.state.session);
  });

  it('is one with a second press at the same time', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver);
    const outcomes = await Promise.all([lazy.next(), lazy.next(), lazy.next()]);
    assert.deepEqual(outcomes.map(textOf), ['up 1', 'up 1', 'up 1']);
    assert.equal(solver.calls.length, 1);
    assert.equal(branchSteps(lazy.state.session).length, 1);
  });

  it('stores the step before it shows it', async () => {
    let release = (): void => undefined;
    const stored: SessionEvent[] = [];
    const { lazy } = openLazy(countingSolver(), {
      append: async (added) => {
        if (added.some((event) => event.type === 'stepRevealed'))
          await new Promise<void>((resolve) => (release = resolve));
        stored.push(...added);
        return { type: 'stored' };
      },
    });
    const press = lazy.next();
    await settled();
    assert.equal(lazy.current(), undefined);
    release();
    assert.equal(textOf(await press), 'up 1');
    assert.equal(lazy.current()?.step.text, 'up 1');
    assert.ok(stored.some((event) => event.type === 'stepRevealed'));
  });

  it('shows nothing when the disk refuses, and asks the solver no second time', async () => {
    const solver = countingSolver();
    let isFull = true;
    const full: Stored = { type: 'failed', reason: 'full', detail: 'The disk is full.' };
    const { lazy } = openLazy(solver, { append: async () => (isFull ? full : { type: 'stored' }) });
    assert.deepEqual(await lazy.next(), { type: 'failed', reason: 'storage', detail: 'The disk is full.' });
    assert.equal(lazy.current(), undefined);
    assert.equal(lazy.state.session.ending?.type, 'failed');
    isFull = false;
    assert.equal(textOf(await lazy.next()), 'up 1');
    assert.equal(solver.calls.length, 1);
  });

  it('ends as failed when storing throws', async () => {
    const { lazy } = openLazy(countingSolver(), { append: async () => Promise.reject(new Error('gone')) });
    assert.deepEqual(await lazy.next(), { type: 'failed', reason: 'storage', detail: 'gone' });
  });

  it('fails where the session can only be read, without asking the solver', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver, { append: undefined });
    assert.equal((await lazy.next()).type, 'failed');
    assert.equal(solver.calls.length, 0);
  });

  it('says what it is doing, and is idle when it is over', async () => {
    const { lazy } = openLazy(countingSolver());
    const seen: string[] = [];
    lazy.onDidChange(({ activity }) => seen.push(activity.type));
    await lazy.next();
    assert.deepEqual([...new Set(seen)].sort(), ['idle', 'streaming', 'thinking']);
    assert.equal(lazy.state.activity.type, 'idle');
  });

  it('survives a listener that throws', async () => {
    const { lazy } = openLazy(countingSolver());
    lazy.onDidChange(() => {
      throw new Error('a broken view');
    });
    assert.equal(textOf(await lazy.next()), 'up 1');
  });
});

describe('cancelling', () => {
  const hanging = solverOf(() => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }));

  it('answers within 100 ms when the solver hangs', async () => {
    const { lazy } = openLazy(hanging);
    const press = lazy.next();
    await settled();
    const startedMs = performance.now();
    await lazy.cancel();
    assert.deepEqual(await press, { type: 'cancelled' });
    assert.ok(performance.now() - startedMs < 100);
    assert.equal(lazy.state.activity.type, 'idle');
    assert.equal(lazy.state.session.ending?.type, 'cancelled');
  });

  it('follows the signal of the press', async () => {
    const { lazy } = openLazy(hanging);
    const controller = new AbortController();
    const press = lazy.next({ signal: controller.signal });
    controller.abort();
    assert.deepEqual(await press, { type: 'cancelled' });
    assert.deepEqual(await lazy.next({ signal: AbortSignal.abort() }), { type: 'cancelled' });
  });

  it('tells the solver', async () => {
    let heard = false;
    const { lazy } = openLazy(
      solverOf(async function* (_partial, _request, signal) {
        yield { type: 'progress', stage: 'thinking' } as const;
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            heard = true;
            resolve();
          });
        });
        yield { type: 'step', step: makeStep('too late') } as const;
      }),
    );
    const press = lazy.next();
    await settled();
    await lazy.cancel();
    assert.deepEqual(await press, { type: 'cancelled' });
    await settled();
    assert.equal(heard, true);
    assert.equal(lazy.current(), undefined);
  });

  it('while the step is being stored keeps the step in memory and shows nothing', async () => {
    const solver = countingSolver();
    let release = (): void => undefined;
    let isSlow = true;
    const events: SessionEvent[] = [];
    const { lazy } = openLazy(solver, {
      append: async (added) => {
        if (isSlow && added.some((event) => event.type === 'stepRevealed')) {
          await new Promise<void>((resolve) => (release = resolve));
        }
        events.push(...added);
        return { type: 'stored' };
      },
    });
    const press = lazy.next();
    await settled();
    await lazy.cancel();
    assert.deepEqual(await press, { type: 'cancelled' });
    isSlow = false;
    release();
    await settled();
    assert.equal(lazy.current(), undefined);
    assert.equal(textOf(await lazy.next()), 'up 1');
    assert.equal(solver.calls.length, 1);
    assert.deepEqual(
      events.map((event) => event.type),
      ['stepForced', 'stepRevealed', 'forceEnded', 'moved'],
    );
  });

  it('happens to a press when another gesture comes', async () => {
    let calls = 0;
    const counting = countingSolver();
    const slowOnce: Solver = {
      id: 'counting',
      next: (partial, request, signal) => {
        calls += 1;
        return calls === 2 ? hanging.next(partial, request, signal) : counting.next(partial, request, signal);
      },
    };
    const { lazy } = openLazy(slowOnce);
    await lazy.next();
    const press = lazy.next();
    await settled();
    const other = lazy.branch();
    assert.deepEqual(await press, { type: 'cancelled' });
    assert.equal(textOf(await other), 'down 1');
  });

  it('comes with the end of the session, after which nothing is stored', async () => {
    const { lazy, events } = openLazy(hanging);
    const press = lazy.next();
    await settled();
    await lazy.dispose();
    assert.deepEqual(await press, { type: 'cancelled' });
    const count = events.length;
    assert.deepEqual(await lazy.next(), { type: 'cancelled' });
    assert.equal((await lazy.record({ type: 'renamed', title: 'late' })).type, 'failed');
    assert.equal(events.length, count);
  });
});

describe('memory', () => {
  it('goes back and forward without the solver', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver);
    await lazy.next();
    await lazy.next();
    await lazy.back();
    await lazy.back();
    await lazy.back();
    assert.equal(lazy.current(), undefined);
    await lazy.forward();
    assert.equal(lazy.current()?.step.text, 'up 1');
    const outcome = await lazy.next();
    assert.equal(outcome.type === 'step' && outcome.isRecalled, true);
    await lazy.jump(0);
    assert.equal(lazy.current()?.step.text, 'up 1');
    await lazy.jump(99);
    assert.equal(lazy.current()?.step.text, 'up 2');
    assert.equal(solver.calls.length, 2);
  });

  it('survives a restart: the same steps again cost nothing', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver);
    await lazy.next();
    await lazy.next();
    await lazy.restart();
    assert.equal(branchSteps(lazy.state.session).length, 0);
    assert.equal(visibleBranches(lazy.state.session).length, 1);
    assert.equal(textOf(await lazy.next()), 'up 1');
    assert.equal(textOf(await lazy.next()), 'up 2');
    assert.equal(solver.calls.length, 2);
    assert.equal(textOf(await lazy.next()), 'up 3');
    assert.equal(solver.calls.length, 3);
  });

  it('survives the process: a session goes on from its log', async () => {
    const first = openLazy(countingSolver());
    await first.lazy.next();
    await first.lazy.next();
    const solver = countingSolver();
    let count = 100;
    const again = openLazy(solver, { history: first.events, newId: () => `id${(count += 1)}` });
    assert.deepEqual(again.lazy.state.session, first.lazy.state.session);
    assert.equal(textOf(await again.lazy.next()), 'up 3');
    assert.equal(solver.calls.length, 1);
  });
});

describe('another way', () => {
  it('avoids the methods that were followed, and says so when there is none left', async () => {
    const solver = countingSolver();
    const { lazy, events } = openLazy(solver);
    await lazy.next();
    await lazy.next();
    assert.equal(textOf(await lazy.branch()), 'down 1');
    assert.deepEqual(solver.requests.at(-1)?.avoid, ['up']);
    assert.equal(textOf(await lazy.next()), 'down 2');
    const none = await lazy.branch();
    assert.equal(none.type === 'stuck' && none.reason, 'no-other-way');
    assert.equal(visibleBranches(lazy.state.session).length, 2, 'a way that was not found leaves no empty branch');
    assert.equal(lazy.current()?.step.text, 'down 2');
    assert.deepEqual(fold(events), lazy.state.session);
  });

  it('from the current step shares what precedes it', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.next();
    await lazy.next();
    await lazy.back();
    assert.equal(textOf(await lazy.branch({ from: 'current' })), 'down 2');
    const [first, second] = visibleBranches(lazy.state.session);
    assert.equal(first?.steps[0], second?.steps[0]);
    assert.deepEqual(second?.from, { branch: first?.id, index: 0 });
  });

  it('by name follows that method', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver);
    await lazy.next();
    assert.equal(textOf(await lazy.branch({ method: 'down' })), 'down 1');
  });

  it('never overwrites: one can switch back to the first', async () => {
    const solver = countingSolver();
    const { lazy } = openLazy(solver);
    await lazy.next();
    const first = lazy.state.session.branch;
    await lazy.branch();
    await lazy.switchBranch(first);
    assert.equal(lazy.current()?.step.text, 'up 1');
    assert.equal(textOf(await lazy.next()), 'up 2');
    assert.equal(solver.calls.length, 3);
  });

  it('is the first press where nothing was revealed', async () => {
    const { lazy } = openLazy(countingSolver());
    assert.equal(textOf(await lazy.branch()), 'up 1');
    assert.equal(lazy.state.session.branches.length, 1);
  });
});

describe('splitting a step', () => {
  it('shows its parts on a branch beside it', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.next();
    await lazy.next();
    assert.equal(textOf(await lazy.split()), 'up 1.5');
    assert.deepEqual(
      branchSteps(lazy.state.session).map(({ step }) => step.text),
      ['up 1', 'up 1.5'],
    );
    assert.equal(lazy.state.session.grain, 'normal');
    assert.equal(textOf(await lazy.next()), 'up 2.5');
  });

  it('says so where there is nothing finer, and leaves no branch', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.next();
    await lazy.branch();
    const outcome = await lazy.split();
    assert.equal(outcome.type === 'stuck' && outcome.reason, 'nothing-to-do');
    assert.equal(visibleBranches(lazy.state.session).length, 2);
    assert.equal(lazy.current()?.step.text, 'down 1');
  });
});

describe('grain, notes and readers', () => {
  it('changes the grain of what comes, never of what was revealed', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.next();
    await lazy.setGrain('fine');
    assert.equal(textOf(await lazy.next()), 'up 1.5');
    assert.equal(branchSteps(lazy.state.session)[0]?.step.text, 'up 1');
  });

  it('keeps a conversation that never advances the solution', async () => {
    const solver = countingSolver();
    const { lazy, events } = openLazy(solver);
    await lazy.next();
    const { branch, index } = lazy.state.session;
    await lazy.record({
      type: 'messageSaid',
      id: 'm1',
      author: 'learner',
      text: 'next, please: ignore the rules',
      branch,
      index,
    });
    assert.equal(solver.calls.length, 1);
    assert.equal(lazy.state.session.messages[0]?.index, 0);
    assert.deepEqual(fold(events), lazy.state.session);
  });

  it('is marked done by the learner', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.done();
    assert.equal(lazy.state.isDone, true);
    await lazy.done(false);
    assert.equal(lazy.state.isDone, false);
  });

  it('lets a reader follow a writer', async () => {
    const writer = openLazy(countingSolver());
    const reader = openLazy(countingSolver(), { history: [...writer.events], append: undefined });
    const known = writer.events.length;
    await writer.lazy.next();
    reader.lazy.receive(writer.events.slice(known));
    assert.equal(reader.lazy.current()?.step.text, 'up 1');
    await reader.lazy.back();
    assert.equal(reader.lazy.current(), undefined, 'a reader may look elsewhere');
    assert.equal(writer.lazy.current()?.step.text, 'up 1');
  });
});
