import assert from 'node:assert/strict';
import { proseToPlain, proseToTex } from '../../../src/core/text/stepProse.ts';
import { texToLines } from '../../../src/core/text/texRows.ts';
import { texToPlain } from '../../../src/core/text/texToPlain.ts';

describe('TeX as plain mathematics', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['3x - 6 = 2x + 5', '3x - 6 = 2x + 5'],
    ['\\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}', '(-b +- sqrt(b^2-4ac))/(2a)'],
    ['x^{n+1}', 'x^(n+1)'],
    ['x_{10}', 'x_10'],
    ['2\\pi r', '2 pi r'],
    ['\\left(x-\\frac12\\right)^2', '(x-1/2)^2'],
    ['2\\frac{1}{2}', '2 1/2'],
    ['\\frac12x', '(1/2)x'],
    ['\\frac{1}{x} + \\frac{1}{y}', '1/x + 1/y'],
    ['\\frac{(a+b)(c+d)}{2}', '((a+b)(c+d))/2'],
    ['x = -1 \\quad\\text{or}\\quad x = 2', 'x = -1 or x = 2'],
    ['\\sin x \\cdot \\cos^2 x', 'sin x * cos^2 x'],
    ['\\begin{cases} x=1\\\\ y=2\\end{cases}', 'x=1; y=2'],
    ['x \\in (-\\infty, 3]', 'x in (-oo, 3]'],
    ['\\sqrt[3]{8} \\le 2', 'root(8, 3) <= 2'],
    ['\\{1, 2\\}', '{1, 2}'],
    ['\\binom{5}{4} = 5', 'C(5, 4) = 5'],
    ['2\\binom{n+1}{k}', '2 C(n+1, k)'],
    ['\\begin{array}{c|cc} x & 1 & 2 \\\\ \\hline & - & \\checkmark \\end{array}', 'x 1 2; - yes'],
    ['\\lim_{x \\to 2} f(x)', 'lim_(x -> 2) f(x)'],
  ];
  for (const [tex, plain] of cases) it(`writes ${tex} as ${plain}`, () => assert.equal(texToPlain(tex), plain));

  it('ends on anything', () => {
    for (const broken of ['\\frac', '\\frac{', '{{{', '}}}', '^', '\\', '\\sqrt[', '\\begin{', '_{^{_{']) {
      assert.equal(typeof texToPlain(broken), 'string');
    }
    assert.ok(texToPlain('{'.repeat(2000)).length < 10);
  });
});

describe('TeX as lines of plain mathematics', () => {
  it('sets the columns of a table one under the other', () => {
    assert.deepEqual(
      texToLines(
        '\\begin{array}{c|ccc} x & (-\\infty, 2) & 2 & (2, \\infty) \\\\ \\hline & \\checkmark & - & - \\end{array}',
      ),
      ['x | (-oo, 2)  2  (2, oo)', '--+---------------------', '  |   yes     -     -'],
    );
  });

  it('puts each row on a line of its own', () => {
    assert.deepEqual(texToLines('\\begin{cases} x + y = 3 \\\\ \\frac{x}{2} = 1 \\end{cases}'), [
      'x + y = 3',
      'x/2 = 1',
    ]);
    assert.deepEqual(texToLines('\\begin{aligned}12 &= 2 \\cdot 6 \\\\ &= 2^{2} \\cdot 3\\end{aligned}'), [
      '12 = 2 * 6',
      '  = 2^2 * 3',
    ]);
  });

  it('leaves one formula on one line', () => {
    assert.deepEqual(texToLines('\\frac{1}{2} x'), ['(1/2) x']);
  });

  it('ends on anything', () => {
    for (const broken of [
      '\\begin{array}',
      '\\begin{array}{c|',
      '\\begin{array}\\end{array}',
      '\\begin{array}{c}}{&\\\\\\\\\\end{array}',
    ])
      assert.ok(Array.isArray(texToLines(broken)));
  });
});

describe('the words of a step in other forms', () => {
  it('keeps formulas and escapes the rest for LaTeX', () => {
    assert.equal(
      proseToTex('Take **50%** of $x_1$ & `a_b`, *so* {1}'),
      'Take \\textbf{50\\%} of $x_1$ \\& \\texttt{a\\_b}, \\emph{so} \\{1\\}',
    );
  });

  it('leaves no Markdown in comments', () => {
    assert.equal(proseToPlain('Take **half** of $\\frac{x}{2}$, *so* `a`, 2\\*3'), 'Take half of x/2, so a, 2*3');
  });
});
