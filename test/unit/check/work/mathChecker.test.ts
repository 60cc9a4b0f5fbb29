import assert from 'node:assert/strict';
import { createMathChecker } from '../../../../src/core/check/mathChecker.ts';
import { noCost, type Step } from '../../../../src/core/session/step.ts';

function step(latex: string, isFinal = false): Step {
  return {
    text: 'Go on.',
    latex,
    grain: 'normal',
    verdict: { kind: 'unknown', how: 'none' },
    source: { solver: 'model' },
    cost: noCost,
    ...(isFinal && { final: { answer: latex, isVerified: false } }),
  };
}

const problem = { text: 'Solve $\\sqrt{x+6} = x$.', title: 'A root', format: 'markdown' } as const;

describe('createMathChecker', () => {
  const checker = createMathChecker();
  const { signal } = new AbortController();

  it('judges a step by the problem and the steps before it', async () => {
    const first = await checker.check({ problem, steps: [] }, step('x + 6 = x^2'), signal);
    assert.deepEqual([first.kind, first.relation], ['proved', 'adds-solutions']);
    const second = await checker.check({ problem, steps: [step('x + 6 = x^2')] }, step('x^2 - x + 6 = 0'), signal);
    assert.equal(second.kind, 'invalid');
  });

  it('holds only a final step against the whole question', async () => {
    const steps = [step('x + 6 = x^2'), step('(x-3)(x+2) = 0')];
    assert.equal((await checker.check({ problem, steps }, step('x = 3 or x = -2'), signal)).kind, 'proved');
    assert.equal((await checker.check({ problem, steps }, step('x = 3 or x = -2', true), signal)).kind, 'invalid');
  });

  it('gives unknown once it is cancelled', async () => {
    const aborted = AbortSignal.abort();
    const verdict = await checker.check({ problem, steps: [] }, step('x + 6 = x^2'), aborted);
    assert.equal(verdict.kind, 'unknown');
  });
});
