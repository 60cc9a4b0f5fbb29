import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { CheckResultOf } from '../../../src/core/protocol/checkJob.ts';
import {
  createWorkerChecker,
  type WorkerChecker,
  type WorkerCheckerOptions,
} from '../../../src/system/workerChecker.ts';

const entry = new URL('./fixtures/oddChecker.ts', import.meta.url);
const started: WorkerChecker[] = [];

function odd(options: WorkerCheckerOptions = {}): WorkerChecker {
  const checker = createWorkerChecker({ entry, ...options });
  started.push(checker);
  return checker;
}

function extract(checker: WorkerChecker, text: string, signal?: AbortSignal): Promise<CheckResultOf<'extract'>> {
  return checker.ask({ type: 'extract', text }, signal);
}

describe('a checker in threads', () => {
  afterEach(async () => {
    await Promise.all(started.splice(0).map((checker) => checker.terminate()));
  });

  it('answers each job with its own result', async () => {
    const checker = odd({ threads: 2 });
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => extract(checker, text)));
    assert.deepEqual(
      results.map((result) => result.type === 'extract' && result.answer),
      ['a', 'b', 'c', 'd', 'e'],
    );
  });

  const failures: readonly (readonly [text: string, reason: string])[] = [
    ['throw', 'failed'],
    ['malformed', 'failed'],
    ['other', 'failed'],
    ['patient', 'out-of-time'],
    ['deaf', 'out-of-time'],
    ['memory', 'out-of-memory'],
    ['exit', 'died'],
  ];
  for (const [text, reason] of failures) {
    it(`says ${reason} for a job that is ${text}, and does the next one`, async () => {
      const checker = odd({ timeLimitMs: 500, memoryLimitMb: 64 });
      const result = await extract(checker, text);
      assert.equal(result.type, 'none');
      assert.equal(result.reason, reason);
      assert.match(result.detail, /\S/);
      assert.deepEqual(await extract(checker, 'next'), { type: 'extract', answer: 'next', how: 'as it is' });
    });
  }

  for (const text of ['patient', 'deaf']) {
    it(`cancels a job that is ${text} within moments, and does the next one`, async () => {
      const checker = odd({ timeLimitMs: 60_000 });
      await extract(checker, 'warm');
      const controller = new AbortController();
      const asked = extract(checker, text, controller.signal);
      controller.abort();
      const result = await asked;
      assert.equal(result.type === 'none' && result.reason, 'cancelled');
      assert.equal((await extract(checker, 'next')).type, 'extract');
    });
  }

  it('never begins a job that was cancelled while it waited', async () => {
    const checker = odd();
    const controller = new AbortController();
    const first = extract(checker, 'a');
    const second = extract(checker, 'exit', controller.signal);
    controller.abort();
    assert.equal((await first).type, 'extract');
    const result = await second;
    assert.equal(result.type === 'none' && result.reason, 'cancelled');
  });

  it('ends what runs and what waits when it is terminated', async () => {
    const checker = odd({ timeLimitMs: 60_000 });
    const asked = ['deaf', 'waiting'].map((text) => extract(checker, text));
    await checker.terminate();
    for (const result of await Promise.all(asked)) assert.equal(result.type, 'none');
    assert.equal((await extract(checker, 'after')).type, 'none');
  });
});
