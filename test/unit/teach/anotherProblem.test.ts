import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createBuiltinMoves } from '../../../src/core/solve/builtin.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';
import { anotherProblem } from '../../../src/core/teach/anotherProblem.ts';
import { means, problemOf, solved } from './support.ts';

async function made(text: string, seed = 0): Promise<{ problem: string; answer: string }> {
  const result = await anotherProblem(problemOf(text), seed, means);
  return result.type === 'made' ? result : assert.fail(`${text}: ${result.detail}`);
}

describe('another problem like this one', () => {
  it('keeps the words and the shape, and comes out as well', async () => {
    assert.match((await made('Solve 2x + 5 = 11.')).problem, /^Solve \$\d*x [-+] \d+ = \d+\$\.$/);
    assert.match((await made('Solve x^2 + 3x - 40 = 0.')).answer, /^x = -?\d+ or x = -?\d+$/);
    assert.match((await made('Solve x^2 - 4x + 1 = 0.')).answer, /sqrt/);
    assert.match((await made('Solve x^3 - 6x^2 + 11x - 6 = 0.')).answer, /^x = -?\d+ or x = -?\d+ or x = -?\d+$/);
    assert.match((await made('Solve 2x + y = 7, x - y = 2 for x and y.')).answer, /^x = -?\d+, y = -?\d+$/);
    assert.match((await made('Find the limit of (x^2-4)/(x-2) as x approaches 2.')).answer, /^-?\d+$/);
    assert.match((await made('Factor $4a^2 - 9b^2$.')).answer, /a - .*a \+/);
    assert.match((await made('What is the next term in 2, 6, 18, 54?')).problem, /^What is the next term in .*\?$/);
    assert.match((await made('Simplify sqrt(50) - 2*sqrt(8).')).answer, /sqrt/);
  });

  it('says what comes out when it is solved', async () => {
    for (const text of ['Solve 2x + 5 = 11.', 'Expand $(2x - 3)(x + 4)$.', 'Differentiate x^2*sin(x).']) {
      const { problem, answer } = await made(text, 2);
      assert.equal((await solved(problem, 'normal')).at(-1)?.final?.answer, answer);
    }
  });

  it('is never the problem itself nor one of an earlier seed, and the same for the same seed', async () => {
    const text = 'Solve x^2 + 3x - 40 = 0.';
    const problems = await Promise.all([0, 1, 2, 3, 4, 5].map(async (seed) => (await made(text, seed)).problem));
    assert.equal(new Set([text, ...problems]).size, 7);
    const afresh = { moves: createBuiltinMoves(), work: unlimitedWork };
    assert.deepEqual(await anotherProblem(problemOf(text), 4, afresh), { type: 'made', ...(await made(text, 4)) });
  });

  it('keeps what makes a problem worth doing', async () => {
    for (const seed of [0, 1, 2]) {
      const [, value = ''] = /^Is (\d+) a prime/.exec((await made('Is 221 a prime number?', seed)).problem) ?? [];
      assert.ok(
        [2, 3, 5].every((divisor) => Number(value) % divisor !== 0),
        value,
      );
      const ratio = await made('Simplify the ratio 24 : 36.', seed);
      assert.ok(!ratio.problem.replaceAll(' ', '').includes(ratio.answer), ratio.problem);
      const [, above = '', below = '', decimal = ''] =
        /\\frac\{(\d+)\}\{(\d+)\}\$ or ([\d.]+)\?/.exec((await made('Which is bigger: 4/9 or 0.45?', seed)).problem) ??
        [];
      assert.ok(Math.abs(Number(above) / Number(below) - Number(decimal)) < 0.25, `${above}/${below}, ${decimal}`);
    }
    assert.match((await made('Calculate cos(60°).')).problem, /(?:sin|cos)\(\d+°\)/);
    assert.match((await made('Solve x^2 - 5x + 6 = 0.')).problem, /= 0\$\.$/);
  });

  it('does not take another spelling for another problem, nor a name for a function', async () => {
    for (const seed of [0, 1, 2]) {
      assert.doesNotMatch(
        (await made('Evaluate $\\int_0^2 (3x^2 + 1) \\, dx$.', seed)).problem,
        /\(3x\^\{?2\}? \+ 1\)/,
      );
      assert.match((await made('Find the extrema of f(x) = x^3 - 3x.', seed)).problem, /f\(x\) =/);
    }
  });

  it('remembers what it made where it is told to', async () => {
    const remembered = { ...means, made: new Map<string, Map<number, string>>() };
    const text = 'Solve 2x + 5 = 11.';
    for (const seed of [0, 1, 2])
      assert.deepEqual(
        await anotherProblem(problemOf(text), seed, remembered),
        await anotherProblem(problemOf(text), seed, means),
      );
    assert.equal(remembered.made.get(text)?.size, 3);
  });

  it('says that it has none for what it can’t read or solve', async () => {
    for (const text of ['Prove that 2 is even.', 'hello', ''])
      assert.equal((await anotherProblem(problemOf(text), 0, means)).type, 'none');
  });
});
