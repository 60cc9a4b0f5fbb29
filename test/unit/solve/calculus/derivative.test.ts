import assert from 'node:assert/strict';
import { assertValue, assertVerified, expr, solve, wordsOf } from './deriveCalculus.ts';

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

/** In the form in which they are written by hand, with words that name what is differentiated. */
const written: readonly (readonly [string, string, RegExp])[] = [
  ['(2x+1)^5', '10*(2*x + 1)^4', /with \$u = 2x \+ 1\$/],
  ['(x^2+1)^3', '6*x*(x^2 + 1)^2', /with \$u = x\^\{2\} \+ 1\$/],
  ['(x+1)*(x^2-3)', '3*x^2 + 2*x - 3', /Product rule with \$u = x \+ 1\$ and \$v = x\^\{2\} - 3\$/],
  ['arctan(2x)', '2/(4*x^2 + 1)', /Chain rule with \$u = 2x\$ inside: the derivative of \$\\arctan u\$/],
  ['ln(abs(x))', '1/x', /basic derivative/],
  ['ln(abs(sin(x)))', 'cos(x)/sin(x)', /with \$u = \\sin x\$/],
  ['1/x^2', '-2/x^3', /Write it as a power, \$\\frac\{1\}\{x\^\{2\}\} = x\^\{-2\}\$/],
  ['sin(x)', 'cos(x)', /\\sin x \\right\)' = \\cos x\$/],
  ['abs(x)', 'x/abs(x)', /The derivative of \$\\left\| x/],
  ['log(x, 10)', '1/(x*ln(10))', /basic derivative/],
  ['sin(x)/x', '(x*cos(x) - sin(x))/x^2', /Quotient rule with \$u = \\sin x\$ and \$v = x\$/],
];

describe('derivatives as they are written', () => {
  for (const [source, slope, words] of written) {
    it(`${source}: ${slope}`, async () => {
      const solved = await assertVerified(derivativeOf(source));
      assert.equal(solved.answer.text, slope);
      assert.match(wordsOf(solved), words);
      const lines = solved.moves.map(({ latex }) => latex ?? '').join(' ');
      assert.doesNotMatch(lines, /\\cdot 1(?!\d)|\(-1\)/, 'a factor of one or a loose sign');
    });
  }

  it('has neither ones nor loose signs in its lines', async () => {
    const { moves } = await solve(derivativeOf('x*e^(-x)'));
    assert.equal(moves.at(-1)?.latex, '= e^{-x} - xe^{-x}');
  });

  it('does not name the chain rule where only the letter stands inside', async () => {
    for (const source of ['abs(x)', 'log(x, 10)', 'ln(abs(x))'])
      assert.doesNotMatch(wordsOf(await solve(derivativeOf(source))), /Chain rule/);
  });

  it('says the order and the rule in one sentence', async () => {
    const { moves } = await solve(derivativeOf('x^3 + x', 2));
    assert.equal(moves[0]?.text, 'Differentiate term by term: the first derivative.');
  });

  it('keeps the sign of a partial derivative', async () => {
    const { moves } = await solve({ ...derivativeOf('x^2*y*sin(x)'), isPartial: true });
    for (const { latex } of moves.slice(0, 2)) assert.match(latex ?? '', /\\frac\{\\partial\}\{\\partial x\}/);
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

describe('the working of a tangent', () => {
  it('names value and slope and shows the line through the point', async () => {
    const { moves } = await solve({ kind: 'tangent', expr: expr('x^2'), variable: 'x', at: expr('3') });
    const lines = moves.map(({ latex }) => latex);
    assert.deepEqual(
      [lines[0], ...lines.slice(-3)],
      ['f(3) = 3^{2} = 9', "f'(3) = 2 \\cdot 3 = 6", 'y - 9 = 6(x - 3)', 'y = 6x - 9'],
    );
  });

  it('writes no line twice', async () => {
    const { moves } = await solve({ kind: 'tangent', expr: expr('x^3 - x'), variable: 'x', at: expr('0') });
    assert.equal(moves.filter(({ latex }) => latex === 'y = -x').length, 1);
  });
});

describe('sums', () => {
  const sumOf = (source: string, lower: string, upper: string) =>
    ({ kind: 'sum', expr: expr(source), variable: 'k', lower: expr(lower), upper: expr(upper) }) as const;
  it('of the first numbers', () => assertValue(sumOf('k', '1', '100'), '5050'));
  it('of squares up to n', () => assertValue(sumOf('k^2', '1', 'n'), 'n*(n+1)*(2n+1)/6'));
  it('with other letters', () => assertValue(sumOf('k^2*z + k', '0', '10'), '385z + 55'));
});
