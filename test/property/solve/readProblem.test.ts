import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readProblem } from '../../../src/core/solve/read/readProblem.ts';

const problems = [
  'Solve 3(x - 2) = 2x + 5 for x.',
  'Let f(x) = x^2 - 3x. Calculate f(-3).',
  'Suppose -3*u + 5*i = 26, 3*i - 14 = u. Let m be u/(-9) + 1. Solve m*r = 3*r for r.',
  'What is the second derivative of $x^2 \\sin(x)$ with respect to x?',
  'Which is the closest to 0.1?  (a) -2/5  (b) 4  (c) -0.2',
  'What is prob of picking 2 f and 1 g when three letters picked without replacement from {v: 3, f: 6, g: 1}?',
  'Round 3873456.31125 to the nearest one hundred thousand.',
  'Evaluate $\\int_0^1 \\frac{x}{x+1} \\, dx$.',
  'Solve the system\n$$\\begin{cases} x + y = 3 \\\\ x - y = 1 \\end{cases}$$',
  'If 2x + 3 = 7, what is x?',
];

/** A problem with pieces cut out, doubled, swapped or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...problems),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(12),
        fc.constantFrom('', '(', ')', '$', '\\', '{', '.', '?', ' of ', '=', ',', '^', '𝒙', '٣', '\u202e', '<b>'),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([problem, cuts]) =>
    cuts.reduce((text, [at, length, insert]) => {
      const from = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, from) + insert + text.slice(from + length);
    }, problem),
  );

describe('readProblem', () => {
  it('reads or refuses any mutated problem in bounded time', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const result = readProblem({ text });
        if (result.type === 'notUnderstood') {
          assert.ok(result.detail.length > 0);
          assert.ok(result.at === undefined || (result.at >= 0 && result.at <= text.length + 1));
        } else assert.ok(result.reading.task.kind.length > 0);
      }),
      { numRuns: 600, seed: 11, timeout: 5_000 },
    );
  });

  it('is the same for the same text', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(mutated, (text) => {
        assert.deepEqual(readProblem({ text }), readProblem({ text }));
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
