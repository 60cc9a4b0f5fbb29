import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Grain, Problem, Step } from '../../../src/core/session/step.ts';
import { createBuiltinSolver } from '../../../src/core/solve/builtin.ts';
import { ruleOf } from '../../../src/core/solve/rules.ts';
import type { Solver, SolverEvent, StepRequest } from '../../../src/core/solve/solver.ts';
import { seedProblems } from '../../evidence/support/mutate.ts';
import { solveWhole } from '../../evidence/support/solveWhole.ts';

const problemOf = (text: string): Problem => ({ text, title: text.slice(0, 20), format: 'markdown' });

/** The terminal event of one press. */
async function press(
  solver: Solver,
  text: string,
  steps: readonly Step[],
  request: Partial<StepRequest> = {},
): Promise<SolverEvent> {
  const ends: SolverEvent[] = [];
  const asked: StepRequest = { grain: 'normal', avoid: [], ...request };
  for await (const event of solver.next({ problem: problemOf(text), steps }, asked, new AbortController().signal)) {
    if (event.type !== 'progress') ends.push(event);
  }
  assert.equal(ends.length, 1);
  return ends[0]!;
}

function stepOf(event: SolverEvent): Step {
  assert.equal(event.type, 'step', JSON.stringify(event));
  return event.step;
}

async function pressToTheEnd(text: string, grain: Grain, request: Partial<StepRequest> = {}): Promise<Step[]> {
  const solver = createBuiltinSolver();
  const steps: Step[] = [];
  while (steps.at(-1)?.final === undefined) {
    assert.ok(steps.length < 100, 'no end');
    steps.push(stepOf(await press(solver, text, steps, { grain, ...request })));
  }
  return steps;
}

describe('the built-in solver', () => {
  it('solves a quadratic in three ways and then says that there is no other', async () => {
    const text = 'Solve $x^2 - x - 2 = 0$.';
    const methods: string[] = [];
    for (let way = 0; way < 3; way += 1) {
      const steps = await pressToTheEnd(text, 'normal', { avoid: methods });
      assert.match(steps.at(-1)?.final?.answer ?? '', /-1.*2/);
      assert.equal(steps.at(-1)?.final?.isVerified, true);
      methods.push(steps[0]?.source.method ?? '');
    }
    assert.equal(new Set(methods).size, 3);
    const fourth = await press(createBuiltinSolver(), text, [], { avoid: methods });
    assert.equal(fourth.type === 'stuck' && fourth.reason, 'no-other-way');
  });

  it('goes on in the way of the steps that are there, in a new worker too', async () => {
    const text = 'Solve $x^2 - x - 2 = 0$.';
    const first = stepOf(await press(createBuiltinSolver(), text, [], { avoid: ['factoring'] }));
    const second = stepOf(await press(createBuiltinSolver(), text, [first], { avoid: ['factoring'] }));
    assert.equal(second.source.method, first.source.method);
    assert.notEqual(second.latex, first.latex);
  });

  it('rejects an extraneous root aloud', async () => {
    const steps = await pressToTheEnd('Solve \\(\\sqrt{x+2} = x\\).', 'normal');
    assert.ok(steps.some((step) => step.text.includes('reject') && step.text.includes('-1')));
    assert.match(steps.at(-1)?.final?.answer ?? '', /2$/);
  });

  it('excludes x = 1 aloud and answers the question that was asked', async () => {
    const steps = await pressToTheEnd('What is the largest root of $\\frac{x^3-x^2}{x-1} = 3x-2$?', 'normal');
    assert.ok(steps.some((step) => /x\s*\\neq\s*1/.test(`${step.text} ${step.latex ?? ''}`)));
    assert.match(steps.at(-1)?.final?.answer ?? '', /\b2$/);
    assert.doesNotMatch(steps.at(-1)?.final?.answer ?? '', /\b1\b/);
  });

  it('reduces 15/95 to 3/19', async () => {
    const steps = await pressToTheEnd('Reduce 15/95.', 'normal');
    assert.equal(steps.at(-1)?.final?.answer, '3/19');
  });

  it('reaches the same answer at every grain, finer in no fewer presses', async () => {
    for (const text of seedProblems) {
      const [fine, normal, coarse] = await Promise.all(
        (['fine', 'normal', 'coarse'] as const).map((grain) => pressToTheEnd(text, grain)),
      );
      assert.ok(fine !== undefined && normal !== undefined && coarse !== undefined);
      assert.ok(fine.length >= normal.length && normal.length >= coarse.length, text);
      const answers = [fine, normal, coarse].map((steps) => steps.at(-1)?.final?.answer);
      assert.equal(new Set(answers).size, 1, text);
    }
  });

  it('knows the idea behind every step, restates none, and checks each', async () => {
    for (const text of seedProblems) {
      const { steps, stuck, faults } = await solveWhole(text);
      assert.deepEqual({ stuck, faults }, { stuck: undefined, faults: [] }, text);
      for (const [index, step] of steps.entries()) {
        assert.ok(ruleOf(step.rule ?? '') !== undefined, `${text}: no rule ${step.rule ?? ''}`);
        assert.notEqual(step.verdict.kind, 'invalid', `${text}: ${step.text}`);
        if (index > 0) assert.notEqual(step.latex, steps[index - 1]?.latex, `${text}: ${step.text}`);
      }
    }
  });

  describe('bad input ends at once in a sentence', () => {
    const deepRoots = `Simplify ${'sqrt(2 + '.repeat(20)}1${')'.repeat(20)}`;
    const inputs: readonly (readonly [name: string, text: string])[] = [
      ['nothing', ''],
      ['white space', ' \n\t '],
      ['ten megabytes of x', 'x'.repeat(10_000_000)],
      ['ten megabytes of brackets', '('.repeat(10_000_000)],
      ['ten megabytes of words', 'Solve it. '.repeat(1_000_000)],
      ['an open bracket', 'Solve (x + 1 = 2'],
      ['an open dollar', 'Solve $x + 1 = 2'],
      ['open LaTeX', 'Solve \\(\\frac{1}{x = 2\\)'],
      ['1/0', 'Calculate 1/0.'],
      ['0^0', 'Calculate 0^0.'],
      ['x = x', 'Solve x = x.'],
      ['no unknown', 'Solve 2 + 2 = 4.'],
      ['four unknowns', 'Solve a + b + c + d = 1.'],
      ['a contradiction', 'Solve x + 1 = x + 2.'],
      ['contradicting equations', 'Solve x + y = 1, x + y = 2 for x and y.'],
      ['an answer of a thousand digits', 'Calculate 2^3400.'],
      ['a tower', 'Calculate 9^9^9^9.'],
      ['a sum of a million terms', 'What is the sum of k^2 for k from 1 to 1000000?'],
      ['a sum of a million fractions', 'What is the sum of 1/k for k from 1 to 1000000?'],
      ['nested radicals', deepRoots],
      ['right to left', 'Solve \u202ex + 1 = 2\u202c'],
      ['combining characters', 'Solve x\u0301\u0302\u0303 + 1 = 2'],
      ['a script', 'Solve <script>alert(1)</script> x + 1 = 2'],
      ['a link in KaTeX', 'Solve $\\href{javascript:alert(1)}{x} + 1 = 2$'],
      ['a million digits', `Is ${'7'.repeat(1_000_000)} prime?`],
      ['a power that nobody can write', 'Expand (x+y+z)^100000'],
    ];
    for (const [name, text] of inputs) {
      it(name, async () => {
        const start = performance.now();
        const faults: unknown[] = [];
        const solver = createBuiltinSolver({
          now: () => performance.now(),
          timeLimitMs: 5000,
          onFault: (_, fault) => faults.push(fault),
        });
        const event = await press(solver, text, []);
        assert.deepEqual(faults, []);
        assert.ok(event.type === 'step' || event.type === 'stuck', JSON.stringify(event).slice(0, 300));
        if (event.type === 'stuck') assert.match(event.detail, /\S.*[.!?”]$/s);
        if (event.type === 'step') assert.notEqual(event.step.verdict.kind, 'invalid');
        assert.ok(performance.now() - start < 20_000);
      }).timeout(30_000);
    }
  });
});
