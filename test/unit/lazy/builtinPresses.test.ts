import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createBuiltinSolver } from '../../../src/core/solve/builtin.ts';
import { problemFromText } from '../../../src/core/text/problemFromText.ts';
import { openingEvents } from '../../../src/core/lazy/plan.ts';
import { openLazy, realClock } from './support.ts';

describe('the built-in solver under the engine', () => {
  it('has the whole of its time at every press, however late', async () => {
    let now = 0;
    let count = 0;
    const newId = (): string => `id${(count += 1)}`;
    const history = openingEvents(problemFromText('x^2 - x - 2 = 0'), 'normal', { clock: realClock, newId });
    const solver = createBuiltinSolver({ now: () => now, timeLimitMs: 1000 });
    const { lazy } = openLazy(solver, { history, newId });
    const first = await lazy.next();
    now = 60_000;
    const other = await lazy.branch();
    assert.ok(first.type === 'step' && other.type === 'step', JSON.stringify(other));
    assert.notEqual(other.step.step.source.method, first.step.step.source.method);
    now = 120_000;
    assert.equal((await lazy.next()).type, 'step');
  });
});
