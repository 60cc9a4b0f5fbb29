import assert from 'node:assert/strict';
import { assertValue, assertVerified, derive, expr, solve, wordsOf } from './deriveCalculus.ts';

type Side = 'left' | 'right';
const limitTask = (source: string, target: string, side?: Side) =>
  ({ kind: 'limit', expr: expr(source), variable: 'x', target: expr(target), ...(side && { side }) }) as const;

const finite: readonly (readonly [string, string, string, Side?])[] = [
  ['(x^2-4)/(x-2)', '2', '4'],
  ['sin(x)/x', '0', '1'],
  ['(1-cos(x))/x^2', '0', '1/2'],
  ['tan(3x)/tan(x)', 'pi/2', '1/3'],
  ['(sqrt(x+1)-1)/x', '0', '1/2'],
  ['x*ln(x)', '0', '0', 'right'],
  ['x^x', '0', '1', 'right'],
  ['(1+x)^(1/x)', '0', 'e'],
  ['1/x - 1/sin(x)', '0', '0'],
  ['abs(x)/x', '0', '-1', 'left'],
  ['x*sin(1/x)', '0', '0'],
  ['(3x^2+1)/(2x^2-5)', '\\infty', '3/2'],
  ['sqrt(x^2+x)-x', '\\infty', '1/2'],
  ['x/sqrt(x^2+1)', '-\\infty', '-1'],
  ['(1+a/x)^x', '\\infty', 'e^a'],
  ['x^2*e^(-x)', '\\infty', '0'],
  ['ln(x)/x', '\\infty', '0'],
  ['atan(x)', '\\infty', 'pi/2'],
  ['sin(x)/x', '\\infty', '0'],
];

describe('limits', () => {
  for (const [source, target, value, side] of finite) {
    it(`${source} for x to ${target} ${side ?? ''} is ${value}`, () =>
      assertValue(limitTask(source, target, side), value));
  }

  it('grows beyond every bound with the right sign', async () => {
    assert.equal((await solve(limitTask('1/x^2', '0'))).answer.text, 'infinity');
    assert.equal((await solve(limitTask('1/x', '0', 'left'))).answer.text, '-infinity');
    assert.equal((await assertVerified(limitTask('ln(x)', '0', 'right'))).answer.text, '-infinity');
    assert.equal((await assertVerified(limitTask('2^x/x^2', '\\infty'))).answer.text, 'infinity');
  });

  it('does not exist where the two sides differ, and shows both', async () => {
    for (const source of ['abs(x)/x', '1/x', 'e^(1/x)']) {
      const solved = await solve(limitTask(source, '0'));
      assert.equal(solved.answer.text, 'The limit does not exist');
      assert.match(wordsOf(solved), /From the left: [^]*From the right: /);
    }
  });

  it('names the rule of L’Hôpital with what both parts tend to', async () => {
    assert.match(wordsOf(await solve(limitTask('sin(x)/x', '0'))), /both tend to \$0\$.*L’Hôpital/);
  });

  it('shows 0/0, factors, cancels and puts in', async () => {
    const solved = await assertVerified(limitTask('(x^2-4)/(x-2)', '2'));
    assert.deepEqual(
      solved.moves.map(({ rule }) => rule),
      ['limit-factor', 'limit-simplify', 'limit-put-in'],
    );
    assert.match(solved.moves[0]?.text ?? '', /\\frac\{0\}\{0\}/);
    assert.match(solved.moves[0]?.latex ?? '', /\\frac\{\(x - 2\)\(x \+ 2\)\}\{x - 2\}$/);
    assert.match(solved.moves[1]?.text ?? '', /Cancel \$x - 2\$/);
  });

  it('finds the pole that 0/0 leaves', async () => {
    assert.equal((await assertVerified(limitTask('(x-1)/(x-1)^3', '1'))).answer.text, 'infinity');
    const solved = await assertVerified(limitTask('(x-1)/(x-1)^2', '1'));
    assert.equal(solved.answer.text, 'The limit does not exist');
    assert.equal(solved.moves.filter(({ text }) => text.includes('Cancel')).length, 1);
  });

  it('shows the sign near a pole exactly', async () => {
    for (const [source, side] of [
      ['1/x', 'right'],
      ['1/x^2', undefined],
      ['1/(x^2*(x+1))', undefined],
    ] as const)
      assert.equal((await assertVerified(limitTask(source, '0', side))).answer.text, 'infinity');
  });

  it('takes the side on which there are values', async () => {
    const solved = await assertValue(limitTask('x*ln(x)', '0'), '0');
    assert.match(wordsOf(solved), /only for \$x > 0\$, so the limit is the one from the right/);
    assert.match(solved.moves[0]?.latex ?? '', /0\^\{\+\}/);
  });

  it('does not exist where values swing without end, and names two of them', async () => {
    const swings: readonly (readonly [string, string, string])[] = [
      ['sin(x)', '\\infty', '$1$ and $-1$'],
      ['2 + 3*cos(x)^2', '\\infty', '$5$ and $2$'],
      ['sin(1/x)', '0', '$1$ and $-1$'],
    ];
    for (const [source, target, values] of swings) {
      const solved = await assertVerified(limitTask(source, target));
      assert.equal(solved.answer.text, 'The limit does not exist');
      assert.ok(wordsOf(solved).includes(values), wordsOf(solved));
    }
  });

  it('says nothing about what swings ever more widely', async () => {
    assert.equal((await derive(limitTask('x*cos(x)', '\\infty'))).type, 'stuck');
  });
});
