import assert from 'node:assert/strict';
import { toText } from '../../../../src/core/math/print/toText.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import type { ParseOptions } from '../../../../src/core/math/read/token.ts';

const symbols: Readonly<Record<string, string>> = {
  km: 'km',
  cm: 'cm',
  kg: 'kg',
  min: 'min',
  minutes: 'min',
  m: 'm',
  s: 's',
};
const unitOf = (name: string): string | undefined => symbols[name];

function textOf(source: string, options?: ParseOptions): string {
  const result = parseMath(source, options);
  return result.type === 'parsed' ? toText(result.expr) : `${result.message} @${result.at}`;
}

function table(title: string, rows: readonly (readonly [string, string])[], options?: ParseOptions): void {
  describe(title, () => {
    for (const [source, expected] of rows) {
      it(source, () => {
        assert.equal(textOf(source, options), expected);
      });
    }
  });
}

describe('parseMath', () => {
  table('products and quotients', [
    ['2x', '2*x'],
    ['2(x+1)', '2*(x + 1)'],
    ['xy', 'x*y'],
    ['x sin x', 'x*sin(x)'],
    ['(x+1)(x-2)', '(x + 1)*(x - 2)'],
    ['8/5n', '8/5*n'],
    ['-9/4v', '-9/4*v'],
    ['1/2 (x + 1)', '1/2*(x + 1)'],
    ['x/2y', 'x/(2*y)'],
    ['2x * y / z * 10', '2*x*y/z*10'],
    ['2x \\cdot 3y', '(2*x)*(3*y)'],
    ['2 × 3 ÷ 4', '2*3/4'],
    ['a/b/c', 'a/b/c'],
    ['2*-3', '2*(-3)'],
    ['a+(b+c)', 'a + (b + c)'],
    ['-2x^2', '-2*x^2'],
    ['(-2)^2', '(-2)^2'],
    ['-2^2', '-2^2'],
    ['--5', '-(-5)'],
    ['3 + -4', '3 - 4'],
  ]);

  table('fractions and numbers', [
    ['\\frac12', '1/2'],
    ['\\frac{a+1}{b}', '(a + 1)/b'],
    ['\\dfrac{1}{2}+\\tfrac34', '1/2 + 3/4'],
    ['2 1/2', '2 1/2'],
    ['2\\frac12', '2 1/2'],
    ['2\\frac{3}{2}', '2*(3/2)'],
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['1.5e10', '1.5e10'],
    ['0.\\overline{3}', '0.\\overline{3}'],
    ['½x', '1/2*x'],
    ['２＋３', '2 + 3'],
    ['20\\%', '20%'],
    ['1\\,000', '1000'],
    ['5!', '5!'],
  ]);

  table(
    'quantities',
    [
      ['3 km', '3 km'],
      ['5 minutes + 2 min', '5 min + 2 min'],
      ['20 m/s', '20 m/s'],
      ['3km^2', '3 km^2'],
      ['6\\text{ cm}^2', '6 cm^2'],
      ['\\frac{1}{2}\\text{ kg}', '(1/2) kg'],
    ],
    { unitOf },
  );

  table('other notations', [
    ['1011_2 + 52_{8}', '1011_2 + 52_8'],
    ['{1 \\over 36}', '1/36'],
    ['\\text{A}+\\text{B}', 'A + B'],
    ['3 km', '3*k*m'],
    ['3x = 180 \\rightarrow x = 60', '3*x = 180 and x = 60'],
    ['\\begin{aligned} x &= 5. \\end{aligned}', 'x = 5'],
    ['0.(3)', '0.\\overline{3}'],
    ['(x+1)^{\\prime}', "I expected a number, a letter or a bracket before “'”. @7"],
    ['f^{\\prime}(x)', "f'(x)"],
    ['\\log_2 8', 'log(8, 2)'],
    ['2^{3}\\cdot 5', '2^3*5'],
    ['n! / (n-1)!', 'n!/(n - 1)!'],
    ['x != 3', 'x != 3'],
    ['3 !', '3!'],
    ['\\frac{dy}{dx} = 2x', 'd/dx (y) = 2*x'],
    ['\\frac{\\partial^2 f}{\\partial x \\partial y}', 'd/dx (d/dy (f))'],
    ['\\left(\\frac{1}{2}\\right)^2', '(1/2)^2'],
    ['5 \\bmod 3', '5 mod 3'],
    ['e^x', 'e^x'],
    ['\\mathrm{e}^{\\mathrm{i}\\pi}', 'e^(i*pi)'],
    ['|x-1| + |x+1|', 'abs(x - 1) + abs(x + 1)'],
    ['|-3|', 'abs(-3)'],
    ['x|x|', 'x*abs(x)'],
  ]);

  table('powers, roots and indices', [
    ['x**2', 'x^2'],
    ['x^2^3', 'x^(2^3)'],
    ['x²y', 'x^2*y'],
    ['x⁻¹', 'x^(-1)'],
    ['x^{-1}', 'x^(-1)'],
    ['2^-1', '2^(-1)'],
    ['e^{2x}', 'e^(2*x)'],
    ['x_1 + x_{12} + x₃', 'x_1 + x_12 + x_3'],
    ['√2x', 'sqrt(2)*x'],
    ['√(x+1)', 'sqrt(x + 1)'],
    ['\\sqrt2', 'sqrt(2)'],
    ['\\sqrt[3]{x}', 'root(x, 3)'],
    ['cbrt(x)', 'root(x, 3)'],
    ['nthRoot(x, 3)', 'root(x, 3)'],
    ['nthRoot(4)', 'sqrt(4)'],
  ]);

  table('functions', [
    ['sin 2x', 'sin(2*x)'],
    ['sin x cos x', 'sin(x)*cos(x)'],
    ['\\sin^2 x', 'sin(x)^2'],
    ['sin²(x)', 'sin(x)^2'],
    ['\\sin^{-1} x', 'asin(x)'],
    ['\\arcsin x', 'asin(x)'],
    ['sinx', 'sin(x)'],
    ['log_2 x', 'log(x, 2)'],
    ['\\log_{10}(x)', 'log(x, 10)'],
    ['log(x, 2)', 'log(x, 2)'],
    ['ln x', 'ln(x)'],
    ['|x|', 'abs(x)'],
    ['||x-2|-3|', 'abs(abs(x - 2) - 3)'],
    ['\\left|x\\right|\\left|y\\right|', 'abs(x)*abs(y)'],
    ['2|x|', '2*abs(x)'],
    ['⌊x⌋', 'floor(x)'],
    ['\\lceil x \\rceil', 'ceil(x)'],
    ['f(x+1)', 'f(x + 1)'],
    ["f'(x)", "f'(x)"],
    ['f^{-1}(x)', 'f^{-1}(x)'],
    ['a(b+c)', 'a*(b + c)'],
    ['x(x-1)', 'x*(x - 1)'],
    ['p(x)', 'p(x)'],
    ['\\binom{5}{2}', 'binomial(5, 2)'],
    ['10 mod 3', '10 mod 3'],
    ['sin 30°', 'sin(30°)'],
    ['30^\\circ', '30°'],
  ]);

  table('statements', [
    ['x = 2 or x = 3', 'x = 2 or x = 3'],
    ['x = 2 or 3', 'x = 2 or x = 3'],
    ['x = 2, 3', 'x = 2 or x = 3'],
    ['a = b = c', 'a = b = c'],
    ['a < b \\le c', 'a < b <= c'],
    ['x ≠ 3', 'x != 3'],
    ['x = \\pm 3', 'x = ±3'],
    ['x = 2 \\\\ y = 3', 'x = 2 and y = 3'],
    ['x + y = 3\nx - y = 1', 'x + y = 3 and x - y = 1'],
    ['= 3x', '= 3*x'],
    ['\\begin{align} x &= 3 + 2 \\\\ &= 5 \\end{align}', 'x = 3 + 2 and 3 + 2 = 5'],
    ['\\begin{cases} x + y = 3 \\\\ x - y = 1 \\end{cases}', 'x + y = 3 and x - y = 1'],
    ['2x = 4 \\implies x = 2', '2*x = 4 and x = 2'],
    ['(-oo, 3] ∪ (5, oo)', '(-infinity, 3] ∪ (5, infinity)'],
    ['x \\in (2, 5)', 'x in (2, 5)'],
    ['[1, 2)', '[1, 2)'],
    ['\\{1, 2, 3\\}', '{1, 2, 3}'],
    ['\\emptyset', '{}'],
    ['(1, 2)', '(1, 2)'],
    ['[[1,2],[3,4]]', '[[1, 2], [3, 4]]'],
    ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '[[1, 2], [3, 4]]'],
  ]);

  table('calculus', [
    ['\\int_0^1 x^2 \\, dx', 'int(x^2, x, 0, 1)'],
    ['\\int x^2 + 1 \\, dx', 'int(x^2 + 1, x)'],
    ['\\int \\frac{dx}{x}', 'int(1/x, x)'],
    ['\\lim_{x \\to 0^+} \\frac{1}{x}', 'lim_(x->0^+) (1/x)'],
    ['\\lim_{x\\to 2} x^2 + 3x', 'lim_(x->2) (x^2 + 3*x)'],
    ['\\frac{d}{dx} x^2', 'd/dx (x^2)'],
    ['\\frac{d^2y}{dx^2}', 'd^2/dx^2 (y)'],
    ['d/dx (x^2)', 'd/dx (x^2)'],
    ['\\sum_{k=1}^{n} k^2', 'sum(k^2, k, 1, n)'],
    ['\\sum_{i=1}^{n} i', 'sum(i, i, 1, n)'],
    ['diff(x^2, x)', 'd/dx (x^2)'],
    ['int(x^2, x, 0, 1)', 'int(x^2, x, 0, 1)'],
  ]);

  table('names as the options say', [['speed*k(x)*e + i', 'speed*k(x)*e + i']], {
    words: ['speed'],
    functions: ['k'],
    letters: ['e', 'i'],
  });

  it('reads a decimal comma only where told to, or says so', () => {
    assert.equal(textOf('1.234,5', { decimalMark: ',' }), '1234.5');
    const guessed = parseMath('x = 3,5');
    assert.ok(guessed.type === 'parsed');
    assert.equal(toText(guessed.expr), 'x = 3.5');
    assert.deepEqual(guessed.notes, ['I read 3,5 as the decimal 3.5.']);
    assert.equal(textOf('(3,5)'), '(3, 5)');
    const thousands = parseMath('1,234,567');
    assert.ok(thousands.type === 'parsed');
    assert.equal(thousands.notes.length, 1);
  });

  it('says which reading of 1/2x and x/2y it took', () => {
    for (const [source, note] of [
      ['1/2x', /1\/2x is/],
      ['x/2y', /a\/bx is/],
    ] as const) {
      const result = parseMath(source);
      assert.ok(result.type === 'parsed');
      assert.match(result.notes.join(' '), note);
    }
    const plain = parseMath('x/2 + 2x');
    assert.ok(plain.type === 'parsed');
    assert.deepEqual(plain.notes, []);
  });

  it('gives every node the place where it was written', () => {
    const source = '3x^2 - \\frac{1}{y+2} = 0';
    const result = parseMath(source);
    assert.ok(result.type === 'parsed' && result.expr.kind === 'relation');
    const [left] = result.expr.operands;
    assert.ok(left?.kind === 'add');
    const [first, second] = left.terms;
    assert.ok(second?.kind === 'negate' && second.operand.kind === 'divide');
    const at = (span: { start: number; end: number } | undefined): string => source.slice(span?.start, span?.end);
    assert.equal(at(left.span), '3x^2 - \\frac{1}{y+2}');
    assert.equal(at(first?.span), '3x^2');
    assert.equal(at(second.operand.span), '\\frac{1}{y+2}');
    assert.equal(at(second.operand.denominator.span), 'y+2');
  });

  describe('what it cannot read', () => {
    const rows: readonly (readonly [string, RegExp, number])[] = [
      ['', /no formula/, 0],
      ['((x+1)', /opened here, but never closed/, 0],
      ['x+1)', /bracket too many/, 3],
      ['1+', /before the end/, 2],
      ['2 3', /side by side/, 2],
      ['hello world', /don't know the word “hello”/, 0],
      ['\\foo{x}', /command \\foo/, 0],
      ['|x', /never closed/, 0],
      ['()', /nothing between/, 0],
      ['\\begin{cases} x', /never closed/, 0],
      ['x = ', /before the end/, 4],
      ['\\int x^2', /dx is missing/, 0],
      ['(1, 2', /never closed/, 0],
    ];
    for (const [source, message, at] of rows) {
      it(JSON.stringify(source), () => {
        const result = parseMath(source);
        assert.ok(result.type === 'failed');
        assert.match(result.message, message);
        assert.equal(result.at, at);
      });
    }
  });

  it('limits nesting and length with a sentence instead of a crash', () => {
    const deep = [
      '('.repeat(5000) + 'x' + ')'.repeat(5000),
      '\\sqrt{'.repeat(5000) + 'x' + '}'.repeat(5000),
      '-'.repeat(5000) + 'x',
      'x' + '^x'.repeat(5000),
      'x' + '/x'.repeat(5000),
      'x' + '!'.repeat(5000),
      'sin '.repeat(5000) + 'x',
      '|'.repeat(5001),
      '\\frac{1}{1+'.repeat(5000),
    ];
    for (const source of deep) {
      const result = parseMath(source);
      assert.ok(result.type === 'failed', source.slice(0, 20));
    }
  });

  it('reads a megabyte: a quadratic reader would not come to an end', function () {
    this.timeout(120_000);
    assert.equal(parseMath('x + 12 - 3y*'.repeat(90_000) + '1').type, 'parsed');
    assert.equal(parseMath('('.repeat(1_000_000)).type, 'failed');
    assert.equal(parseMath('9'.repeat(1_000_000)).type, 'parsed');
  });
});

table('congruences', [
  ['n \\equiv 2 \\pmod{7}', 'n mod 7 = 2 mod 7'],
  ['17 \\equiv 5 \\equiv -1 (mod 6)', '17 mod 6 = 5 mod 6 = (-1) mod 6'],
  ['17 ≡ 5 mod 6', '17 mod 6 = 5 mod 6'],
  ['3^4 &\\equiv 81 \\\\ &\\equiv 4 \\pmod 7', '3^4 mod 7 = 81 mod 7 = 4 mod 7'],
  ['(a+b)^2 ≡ a^2+2ab+b^2', '(a + b)^2 = a^2 + 2*a*b + b^2'],
  ['24 \\equiv 3', "I don't know the modulus of this congruence. @11"],
]);

table('membership', [
  ['x \\notin [1, 2]', 'not x in [1, 2]'],
  ['3 \\not\\in \\{1, 2\\}', 'not 3 in {1, 2}'],
]);

table('what LaTeX takes as an argument', [
  ['\\frac x2', 'x/2'],
  ['\\frac ab', 'a/b'],
  ['\\sqrt 2x', 'sqrt(2)*x'],
  ['{8 \\choose 2}', 'binomial(8, 2)'],
  ['\\overline{z} + \\bar{x}_1', 'overline(z) + bar(x_1)'],
  ['\\angle ABC = 60^\\circ', 'angle ABC = 60°'],
]);

table('arrows and marks at the ends of lines', [
  ['\\begin{align*} 2x&=4 \\quad\\Rightarrow\\\\ x&=2\\end{align*}', '2*x = 4 and x = 2'],
  ['\\begin{align*} 2x&=4\\\\ \\Rightarrow x&=2\\end{align*}', '2*x = 4 and x = 2'],
  ['\\begin{align*} &(x+1)^2 \\\\ &= x^2+2x+1\\end{align*}', '(x + 1)^2 and (x + 1)^2 = x^2 + 2*x + 1'],
]);
