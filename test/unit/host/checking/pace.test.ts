import assert from 'node:assert/strict';
import { Pace, type Timers } from '../../../../src/host/checking/pace.ts';

/** Timers that run when the test says so. */
class FakeTimers implements Timers {
  readonly #waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  #now = 0;
  #last = 0;

  set(run: () => void, delayMs: number): number {
    this.#last += 1;
    this.#waiting.set(this.#last, { at: this.#now + delayMs, run });
    return this.#last;
  }
  clear(timer: unknown): void {
    this.#waiting.delete(timer as number);
  }
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    for (const [id, { at, run }] of this.#waiting) {
      if (at > this.#now) continue;
      this.#waiting.delete(id);
      run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  get count(): number {
    return this.#waiting.size;
  }
}

describe('the pace of the linter', () => {
  let timers: FakeTimers;
  let runs: string[];
  let ends: (() => void)[];
  let pace: Pace;

  beforeEach(() => {
    timers = new FakeTimers();
    runs = [];
    ends = [];
    pace = new Pace((key) => {
      runs.push(key);
      return new Promise((resolve) => ends.push(resolve));
    }, timers);
  });
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };

  it('waits for a pause: a storm of keys is one run', async () => {
    for (let key = 0; key < 100; key += 1) {
      pace.ask('a', 250);
      await timers.pass(20);
    }
    assert.deepEqual(runs, []);
    await timers.pass(250);
    assert.deepEqual(runs, ['a']);
    assert.equal(timers.count, 0);
  });

  it('never runs twice at once for a key, and once more for what came meanwhile', async () => {
    pace.ask('a', 0);
    await timers.pass(0);
    for (let count = 0; count < 3; count += 1) {
      pace.ask('a', 10);
      await timers.pass(10);
    }
    assert.deepEqual(runs, ['a']);
    await end();
    assert.deepEqual(runs, ['a', 'a']);
    await end();
    assert.deepEqual(runs, ['a', 'a']);
    pace.ask('a', 0);
    await timers.pass(0);
    assert.equal(runs.length, 3);
  });

  it('lets each key have its own run', async () => {
    pace.ask('a', 0);
    pace.ask('b', 0);
    await timers.pass(0);
    assert.deepEqual(runs, ['a', 'b']);
  });

  it('does nothing more for what is forgotten', async () => {
    pace.ask('a', 0);
    await timers.pass(0);
    pace.ask('a', 10);
    pace.forget('a');
    await timers.pass(100);
    await end();
    assert.deepEqual(runs, ['a']);
    assert.equal(timers.count, 0);
  });

  it('runs for a key again that was forgotten while it ran, after that run', async () => {
    pace.ask('a', 0);
    await timers.pass(0);
    pace.forget('a');
    pace.ask('a', 0);
    await timers.pass(0);
    assert.deepEqual(runs, ['a']);
    await end();
    assert.deepEqual(runs, ['a', 'a']);
  });

  it('forgets everything at once', async () => {
    pace.ask('a', 5);
    pace.ask('b', 5);
    pace.forgetAll();
    await timers.pass(10);
    assert.deepEqual(runs, []);
  });
});
