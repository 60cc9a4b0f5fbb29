import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Grain, Problem, Step } from '../../../src/core/session/step.ts';
import { createBuiltinSolver } from '../../../src/core/solve/builtin.ts';

const problems: readonly string[] = [
  // Radical, absolute value, logarithmic, rational: candidates that are rejected later.
  'Solve sqrt(x+2) = x.',
  'Solve sqrt(2x+3) = x.',
  'Solve sqrt(x+7) = x - 5.',
  'Solve sqrt(3x+4) = x.',
  'Solve sqrt(x) = 3.',
  'Solve sqrt(x+5) + sqrt(x) = 5.',
  'Solve |x-1| = 2x.',
  'Solve |2x - 3| = 7.',
  'Solve |x + 4| = 3x - 2.',
  'Solve \\log_2(x) + \\log_2(x-2) = 3 for x.',
  'Solve log(x) + log(x-3) = 1 for x.',
  'Solve \\ln(x) + \\ln(x+2) = \\ln(15) for x.',
  'Solve x/(x-2) = 2/(x-2).',
  'Solve 1/(x-1) = 1/(x^2-1).',
  'Solve 6/x + x = 5.',
  'What is the largest root of $\\frac{x^3-x^2}{x-1} = 3x-2$?',
  // Polynomial, exponential, trigonometric.
  'Solve 3(x - 2) = 2x + 5 for x.',
  'Solve $x^2 - x - 2 = 0$.',
  'Solve x^2 + 3x - 40 = 0.',
  'Solve x^3 - 6x^2 + 11x - 6 = 0.',
  'Solve x^4 - 13x^2 + 36 = 0.',
  'Solve 2^(x+1) = 32.',
  'Solve 4^x - 10*2^x + 16 = 0.',
  'Solve sin(x) = 1/2.',
  // Systems and inequalities.
  'Solve 2x + y = 7, x - y = 2 for x and y.',
  'Solve 3x + 4y = 41, 5x - 2y = 25 for x and y.',
  'Solve x + y + z = 12, x - y = 1, y - z = 4 for x, y and z.',
  'Solve x^2 + y = 18, y = 3x for x and y.',
  'Solve x^2 - 5x + 6 > 0.',
  'Solve (x-1)/(x+2) <= 3.',
  'Solve 3x - 7 < 5x + 9.',
  'Solve x > 0, x - 3 > 0 for x.',
  // Arithmetic and number theory.
  'Calculate (-5 - 0/(-5))*(-1936)/440.',
  'Calculate 2*3 + 4*5 - 18/6.',
  'Calculate (17 - 5)*(3 + 8)/6.',
  'What is the highest common factor of 48 and 180?',
  'Calculate the lowest common multiple of 21 and 6.',
  'List the prime factors of 9163.',
  'What is the remainder when 1234 is divided by 56?',
  'What is 101101 (base 2) in base 10?',
  'Suppose -3*u + 5*i = 26, 3*i - 14 = u. Let m be u + 4. Solve m*r = 6 for r.',
  // Rewriting and calculus.
  'Factor 6x^2 + 11x - 10.',
  'Factor x^3 - 7x + 6.',
  'Expand (x+1)^3*(2x-5).',
  'Simplify sqrt(50) - 2*sqrt(8).',
  'Simplify (x^2-1)/(x+1) + 1/x.',
  'Find the partial fraction decomposition of (3x+5)/(x^2-x-2).',
  'Complete the square in x^2 + 6x + 1.',
  'Integrate x*e^x with respect to x.',
  'Integrate (3x+5)/(x^2-x-2) with respect to x.',
  'Find the integral of x^2 + 3x from 0 to 4.',
  'Find the limit of (x^2-4)/(x-2) as x approaches 2.',
  'What is the sum of k^2 for k from 1 to 20?',
  'Find the tangent line to y = x^3 at x = 2.',
  'Find the third derivative of 2*t**5 - t wrt t.',
];

async function pressToTheEnd(text: string, grain: Grain): Promise<readonly Step[]> {
  const solver = createBuiltinSolver();
  const problem: Problem = { text, title: text, format: 'plain' };
  const steps: Step[] = [];
  while (steps.at(-1)?.final === undefined) {
    const before = steps.length;
    const request = { grain, avoid: [] };
    for await (const event of solver.next({ problem, steps }, request, new AbortController().signal)) {
      assert.ok(event.type === 'progress' || event.type === 'step', `${text}: ${JSON.stringify(event)}`);
      if (event.type === 'step') steps.push(event.step);
    }
    assert.equal(steps.length, before + 1);
    assert.ok(steps.length < 100, 'no end');
  }
  return steps;
}

/** Numbers as they are read: with a sign that belongs to them, and fractions as one. */
function numbersIn(text: string): readonly string[] {
  const plain = text
    .replaceAll('−', '-')
    .replaceAll(/\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}/g, '$1/$2')
    .replaceAll(/\s+/g, '');
  return [...plain.matchAll(/(?<sign>(?<![\w)}\]])-)?\d+(?:\.\d+)?(?:\/\d+)?/g)].map(([number]) => number);
}

/** Everything that a step tells beside its own words and line; the place of the step counts what is past. */
function restOf({ source, cost, verdict, ...rest }: Step): string {
  assert.ok((source.cursor ?? 0) > 0 && cost.calls === 0);
  const { points: _, ...checked } = verdict;
  return strings([{ ...rest, text: undefined, latex: undefined }, checked, { ...source, cursor: undefined }]).join(
    '\n',
  );
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [value.toString()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const toldBy = ({ text, latex, final }: Step): readonly string[] =>
  strings([text, latex, final]).flatMap((part) => numbersIn(part));

describe('no step tells what a later one finds', () => {
  it('sees a leak where there is one', async () => {
    const steps = await pressToTheEnd('Solve sqrt(x+2) = x.', 'normal');
    assert.ok(steps.slice(2).flatMap(toldBy).includes('-1'));
    assert.ok(numbersIn('$x = -1$ satisfies this line').includes('-1'));
    assert.deepEqual(numbersIn('x^{2} - 1 = \\frac{3}{14} - (-12)'), ['2', '1', '3/14', '-12']);
  });

  for (const text of problems) {
    it(text, async () => {
      for (const grain of ['fine', 'normal', 'coarse'] as const) {
        const steps = await pressToTheEnd(text, grain);
        for (const [index, step] of steps.slice(0, -1).entries()) {
          const told = new Set([...numbersIn(text), ...steps.slice(0, index + 1).flatMap(toldBy)]);
          const later = new Set(
            steps
              .slice(index + 1)
              .flatMap(toldBy)
              .filter((number) => !told.has(number)),
          );
          const isLong = (number: string): boolean => number.length > 1;
          const leaks = [
            ...numbersIn(restOf(step)).filter((number) => isLong(number) && later.has(number)),
            ...numbersIn(step.verdict.evidence ?? '').filter((number) => later.has(number)),
          ];
          assert.deepEqual(leaks, [], `${grain}, step ${index + 1} (${step.text}): ${JSON.stringify(step)}`);
          assert.equal(step.final, undefined);
        }
      }
    });
  }

  it('says the same of squaring whether or not a false root comes of it', async () => {
    const verdicts = await Promise.all(
      ['Solve sqrt(x+2) = x.', 'Solve sqrt(x^2+9) = x + 1.'].map(async (text) => {
        const steps = await pressToTheEnd(text, 'normal');
        return steps.find((step) => step.text.startsWith('Square'))?.verdict;
      }),
    );
    assert.equal(verdicts[0]?.relation, 'adds-solutions');
    assert.doesNotMatch(verdicts[0].evidence ?? '', /\d/);
    assert.deepEqual(verdicts[1], verdicts[0]);
  });
});
