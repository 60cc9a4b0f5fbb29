import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { builtinSolver, lazy, mathChecker } from '../../src/index.ts';
import { countingSolver } from './lazy/support.ts';

describe('the library', () => {
  const solver = builtinSolver();
  after(() => solver.terminate());

  it('gives the next step of a problem, and only the next', async function () {
    this.timeout(20_000);
    const session = lazy(solver, 'Solve 3(x - 2) = 2x + 5');
    assert.equal(session.current(), undefined);
    const outcome = await session.next();
    assert.ok(outcome.type === 'step');
    assert.equal(session.current(), outcome.step);
    assert.equal(outcome.step.step.latex, '3x - 6 = 2x + 5');
    while (!session.state.isDone) assert.equal((await session.next()).type, 'step');
    assert.deepEqual(session.current()?.step.final, { answer: 'x = 11', latex: 'x = 11', isVerified: true });
    await session.jump(0);
    assert.equal(session.current(), outcome.step);
  });

  it('takes any solver, and a problem with a place of its own', async () => {
    const session = lazy(countingSolver(), { text: 'Count.', title: 'Count', format: 'plain' }, { grain: 'fine' });
    await session.next();
    assert.equal(session.current()?.step.text, 'up 0.5');
    await session.branch();
    assert.equal(session.current()?.step.text, 'down 1');
    await session.back();
    assert.equal(session.current(), undefined);
  });

  it('keeps events where it is told to', async () => {
    const kept: string[] = [];
    const session = lazy(countingSolver(), 'Count.', {
      append: async (events) => {
        kept.push(...events.map(({ type }) => type));
        return { type: 'stored' };
      },
    });
    await session.next();
    assert.deepEqual(kept, ['stepForced', 'stepRevealed']);
  });

  it('judges lines, and leaves no thread behind', async function () {
    this.timeout(20_000);
    const checker = mathChecker();
    const result = await checker.ask({ type: 'work', work: { lines: ['x^2 = x', 'x = 1'] } });
    await checker.terminate();
    assert.ok(result.type === 'work');
    assert.equal(result.judgement.firstError, 1);
    assert.equal(result.judgement.verdicts[1]?.relation, 'loses-solutions');
  });
});
