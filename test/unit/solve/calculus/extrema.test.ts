import assert from 'node:assert/strict';
import { assertVerified, derive, expr, solve, wordsOf } from './deriveCalculus.ts';

const extremaOf = (source: string) => ({ kind: 'extrema', expr: expr(source), variable: 'x' }) as const;

const answers: readonly (readonly [string, string])[] = [
  ['x^3 - 3x + 1', 'maximum at (-1, 3), minimum at (1, -1)'],
  ['x^2 + 4x + 1', 'minimum at (-2, -3)'],
  ['x^4', 'minimum at (0, 0)'],
  ['x^4 - 2x^2', 'minimum at (-1, -1), maximum at (0, 0), minimum at (1, -1)'],
  ['x + 1/x', 'maximum at (-1, -2), minimum at (1, 2)'],
  ['x*e^(-x)', 'maximum at (1, 1/e)'],
  ['x*ln(x)', 'minimum at (1/e, (-1)/e)'],
  ['abs(x-1)', 'minimum at (1, 0)'],
  ['x^2*ln(x)', 'minimum at (1/e^(1/2), -1/(2*e))'],
  ['x^3', 'no extrema'],
  ['x^3 + x', 'no extrema'],
];

const questions: readonly (readonly [
  string,
  'maximum' | 'minimum' | 'maximumValue' | 'minimumValue' | 'points',
  string,
])[] = [
  ['x^2', 'maximum', 'no maximum'],
  ['x^2', 'minimum', 'minimum at (0, 0)'],
  ['x^3', 'minimum', 'no minimum'],
  ['-2x^2 + 8x - 3', 'maximumValue', '5'],
  ['-2x^2 + 8x - 3', 'minimumValue', 'no minimum'],
  ['x^3 - 3x', 'minimum', 'local minimum at (1, -2)'],
  ['x^3 - 3x', 'maximumValue', 'local maximum value 2'],
  ['x^3 - 3x', 'points', '(-1, 2), (1, -2)'],
  ['x^3', 'points', '(0, 0)'],
  ['x^4/4 - x^3/3 - x^2', 'minimum', 'minimum at (2, -8/3)'],
  ['sin(x)', 'maximumValue', '1'],
];

describe('extrema', () => {
  for (const [source, ask, expected] of questions) {
    it(`${ask} of ${source}: ${expected}`, async () => {
      const { answer, moves } = await assertVerified({ ...extremaOf(source), ask });
      assert.equal(answer.text, expected);
      assert.ok(moves.at(-1)?.latex?.includes(answer.latex), 'the answer stands on the board');
    });
  }

  it('says that it does not look at the ends of a domain', async () => {
    assert.equal((await derive({ ...extremaOf('sqrt(x)'), ask: 'minimum' })).type, 'stuck');
  });

  it('ends with the answer where there is none', async () => {
    const { moves } = await solve(extremaOf('x^3'));
    assert.match(moves.at(-1)?.latex ?? '', /no extrema/);
  });

  for (const [source, expected] of answers) {
    it(`${source}: ${expected}`, async () => {
      const { answer } = await assertVerified(extremaOf(source));
      assert.equal(answer.text.replaceAll('-1/e', '(-1)/e'), expected);
    });
  }

  it('tells the maxima from the minima of a wave', async () => {
    const { answer } = await assertVerified(extremaOf('sin(x)'));
    assert.match(answer.text, /^maximum at \(1\/2\*pi \+ 2\*k\*pi, 1\), minimum at \(3\/2\*pi \+ 2\*k\*pi, -1\)/);
  });

  it('looks at the slope where the second derivative is 0', async () => {
    assert.match(wordsOf(await solve(extremaOf('x^3'))), /slope is positive, after it positive: no extremum/);
  });

  it('does not name the zeros of the slope before they are found', async () => {
    const { moves } = await solve(extremaOf('x^3 - 3x + 1'));
    const setting = moves.find((move) => move.rule === 'slope-zero');
    assert.doesNotMatch(`${setting?.text ?? ''} ${setting?.why ?? ''}`, /x = /);
  });

  it('says where the slope cannot be solved', async () => {
    const derivation = await derive(extremaOf('x^5 + x^2 - e^x'));
    assert.equal(derivation.type, 'stuck');
  });
});
