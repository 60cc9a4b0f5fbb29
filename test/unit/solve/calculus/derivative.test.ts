import assert from 'node:assert/strict';
import { assertValue, expr, solve, wordsOf } from './deriveCalculus.ts';

const derivativeOf = (source: string, order = 1, at?: string) =>
  ({
    kind: 'derivative',
    expr: expr(source),
    variable: 'x',
    order,
    ...(at !== undefined && { at: expr(at) }),
  }) as const;

const slopes: readonly (readonly [string, string])[] = [
  ['x^2*sin(x)', '2x*sin(x) + x^2*cos(x)'],
  ['(2x)/(3x+2)', '4/(3x+2)^2'],
  ['cos(2x)', '-2*sin(2x)'],
  ['a^x', 'a^x*ln(a)'],
  ['x^x', 'x^x*(ln(x)+1)'],
  ['sqrt(x^2+1)', 'x/sqrt(x^2+1)'],
  ['ln(sin(x))', 'cos(x)/sin(x)'],
  ['x*y', 'y'],
  ['erf(x)', '2*e^(-x^2)/sqrt(pi)'],
  ['atan(x)', '1/(1+x^2)'],
  ['5', '0'],
];

describe('derivatives', () => {
  for (const [source, slope] of slopes) {
    it(`of ${source} is ${slope}`, () => assertValue(derivativeOf(source), slope));
  }

  it('of the third order is taken order by order', async () => {
    const solved = await assertValue(derivativeOf('x^4', 3), '24x');
    assert.equal(solved.moves.length, 3);
  });

  it('at a point is a number', () => assertValue(derivativeOf('x^3', 1, '2'), '12'));

  it('brings signs and equal terms together', async () => {
    const { answer } = await solve(derivativeOf('x*exp(-x)', 2));
    assert.equal(answer.text, 'x*exp(-x) - 2*exp(-x)');
  });

  it('names the rule in words', async () => {
    assert.match(wordsOf(await solve(derivativeOf('x^2*sin(x)'))), /Product rule/);
    assert.match(wordsOf(await solve(derivativeOf('sin(x)/x'))), /Quotient rule/);
  });
});

describe('tangent lines', () => {
  const tangentAt = (source: string, at: string) =>
    ({ kind: 'tangent', expr: expr(source), variable: 'x', at: expr(at) }) as const;
  const lines: readonly (readonly [string, string, string])[] = [
    ['x^2', '1', 'y = 2*x - 1'],
    ['x^3 - x', '0', 'y = -x'],
    ['5', '2', 'y = 5'],
  ];
  for (const [source, at, line] of lines) {
    it(`to ${source} at ${at} is ${line}`, async () => {
      assert.equal((await solve(tangentAt(source, at))).answer.text, line);
    });
  }
});

describe('sums', () => {
  const sumOf = (source: string, lower: string, upper: string) =>
    ({ kind: 'sum', expr: expr(source), variable: 'k', lower: expr(lower), upper: expr(upper) }) as const;
  it('of the first numbers', () => assertValue(sumOf('k', '1', '100'), '5050'));
  it('of squares up to n', () => assertValue(sumOf('k^2', '1', 'n'), 'n*(n+1)*(2n+1)/6'));
  it('with other letters', () => assertValue(sumOf('k^2*z + k', '0', '10'), '385z + 55'));
});
