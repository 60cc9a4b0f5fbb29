import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, it } from 'mocha';
import type { SolverEvent, StepRequest, TerminalEvent } from '../../../src/core/solve/solver.ts';
import type { WorkerSolver, WorkerSolverOptions } from '../../../src/system/workerSolver.ts';
import { createWorkerSolver } from '../../../src/system/workerSolver.ts';

const entry = new URL('./fixtures/oddWorker.ts', import.meta.url);
const request: StepRequest = { grain: 'normal', avoid: [] };
const started: WorkerSolver[] = [];

function odd(options: WorkerSolverOptions = {}): WorkerSolver {
  const solver = createWorkerSolver({ entry, id: 'odd', ...options });
  started.push(solver);
  return solver;
}

async function events(
  solver: WorkerSolver,
  text: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<SolverEvent[]> {
  const seen: SolverEvent[] = [];
  const partial = { problem: { text, title: text, format: 'plain' as const }, steps: [] };
  for await (const event of solver.next(partial, request, signal)) seen.push(event);
  return seen;
}

async function end(solver: WorkerSolver, text: string, signal?: AbortSignal): Promise<TerminalEvent> {
  return (await events(solver, text, signal)).at(-1) as TerminalEvent;
}

describe('a solver in a worker', () => {
  afterEach(async () => {
    await Promise.all(started.splice(0).map((solver) => solver.terminate()));
  });

  it('streams what the solver says, in order', async () => {
    const seen = await events(odd(), 'plain');
    assert.deepEqual(
      seen.map((event) => event.type),
      ['progress', 'partialText', 'step'],
    );
  });

  it('lets only the asked step out, and of it only what a step has', async () => {
    const seen = await events(odd(), 'two');
    assert.equal(seen.filter((event) => event.type === 'step').length, 1);
    assert.ok(!JSON.stringify(seen).includes('secret'));
    assert.ok(!JSON.stringify(seen).includes('after'));
  });

  it('keeps what a library prints away from our own output', async () => {
    assert.equal((await end(odd(), 'print')).type, 'step');
  });

  const failures: readonly (readonly [string, string])[] = [
    ['throw', 'solver-threw'],
    ['end', 'broke-protocol'],
    ['malformed', 'broke-protocol'],
    ['die', 'worker-died'],
  ];
  for (const [text, reason] of failures) {
    it(`says ${reason} when the solver does "${text}", and answers the next press`, async () => {
      const solver = odd();
      const failed = await end(solver, text);
      assert.equal(failed.type === 'failed' && failed.reason, reason);
      assert.equal((await end(solver, 'plain')).type, 'step');
    });
  }

  it('ends a computation that runs over its time, and answers the next press', async () => {
    const solver = odd({ timeLimitMs: 300 });
    for (const text of ['spin', 'hang']) {
      const startedMs = performance.now();
      const late = await end(solver, text);
      assert.equal(late.type === 'stuck' && late.reason, 'out-of-time');
      assert.ok(performance.now() - startedMs < 3000);
      assert.equal((await end(solver, 'plain')).type, 'step');
    }
  });

  it('says so when memory runs out, and answers the next press', async () => {
    const solver = odd({ memoryLimitMb: 48 });
    const stuck = await end(solver, 'memory');
    assert.equal(stuck.type === 'stuck' && stuck.reason, 'out-of-memory');
    assert.equal((await end(solver, 'plain')).type, 'step');
  });

  for (const text of ['spin', 'spin politely', 'hang']) {
    it(`is cancelled within 100 ms while it does "${text}", and answers the next press`, async function () {
      // A busy machine may be late by itself.
      this.retries(2);
      const solver = odd();
      await end(solver, 'plain');
      const controller = new AbortController();
      const press = end(solver, text, controller.signal);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const startedMs = performance.now();
      controller.abort();
      assert.deepEqual(await press, { type: 'cancelled' });
      assert.ok(performance.now() - startedMs < 100);
      assert.equal((await end(solver, 'plain')).type, 'step');
    });
  }

  it('is cancelled before it began, without a worker', async () => {
    assert.deepEqual(await events(odd(), 'spin', AbortSignal.abort()), [{ type: 'cancelled' }]);
  });

  it('stops the worker when nobody listens any more', async () => {
    const solver = odd();
    const partial = { problem: { text: 'hang', title: '', format: 'plain' as const }, steps: [] };
    for await (const event of solver.next(partial, request, new AbortController().signal)) {
      assert.equal(event.type, 'progress');
      break;
    }
    assert.equal((await end(solver, 'plain')).type, 'step');
  });

  it('answers presses one after the other, and lets one leave the queue', async () => {
    const solver = odd({ timeLimitMs: 500 });
    const first = end(solver, 'hang');
    const controller = new AbortController();
    const second = end(solver, 'plain', controller.signal);
    const third = end(solver, 'plain');
    controller.abort();
    assert.deepEqual(await second, { type: 'cancelled' });
    const late = await first;
    assert.equal(late.type, 'stuck');
    assert.equal((await third).type, 'step');
  });

  it('ends when idle and starts again at a press', async () => {
    const solver = odd({ idleMs: 30 });
    assert.equal((await end(solver, 'plain')).type, 'step');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await end(solver, 'plain')).type, 'step');
  });

  it('answers that it was shut down after its end, also to the press that ran', async () => {
    const solver = odd();
    await end(solver, 'plain');
    const press = end(solver, 'hang');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await solver.terminate();
    for (const ended of [await press, await end(solver, 'plain')]) {
      assert.equal(ended.type === 'failed' && ended.reason, 'worker-died');
    }
  });

  it('says why when its code is not there', async () => {
    const failed = await end(odd({ entry: new URL('./fixtures/nowhere.ts', import.meta.url) }), 'plain');
    assert.equal(failed.type === 'failed' && failed.reason, 'worker-died');
  });

  it('never keeps a process alive when idle', async () => {
    const module = new URL('../../../src/system/workerSolver.ts', import.meta.url);
    const program = `
      import { createWorkerSolver } from ${JSON.stringify(module.href)};
      const solver = createWorkerSolver({ entry: new URL(${JSON.stringify(entry.href)}) });
      const partial = { problem: { text: 'plain', title: '', format: 'plain' }, steps: [] };
      for await (const event of solver.next(partial, { grain: 'normal', avoid: [] }, new AbortController().signal)) console.log(event.type);
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 8000,
    });
    assert.deepEqual(stdout.trim().split('\n'), ['progress', 'partialText', 'step']);
  });
});
