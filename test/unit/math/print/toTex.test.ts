import assert from 'node:assert/strict';
import katex from 'katex';
import {
  add,
  call,
  divide,
  multiply,
  multiplyWithDot,
  negate,
  num,
  power,
  sqrt,
  subtract,
  sym,
} from '../../../../src/core/math/build.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { toTex } from '../../../../src/core/math/print/toTex.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';

const x = sym('x');
const y = sym('y');

describe('toTex', () => {
  const built: readonly (readonly [string, Expr, string])[] = [
    ['a number and a letter', multiply(num(2), x), '2x'],
    ['two numbers', multiply(num(2), num(3)), '2 \\cdot 3'],
    ['a letter and a number', multiply(x, num(2)), 'x \\cdot 2'],
    ['a difference', subtract(x, num(3)), 'x - 3'],
    ['a negative factor', multiply(num(2), num(-3)), '2 \\cdot (-3)'],
    ['a negative first factor in a sum', add(x, multiply(num(-2), y)), 'x - 2y'],
    ['minus a negative', subtract(x, num(-3)), 'x - (-3)'],
    ['minus a sum', negate(add(x, y)), '-(x + y)'],
    ['a fraction', divide(add(x, num(1)), num(2)), '\\frac{x + 1}{2}'],
    ['a number and a fraction', multiply(num(2), divide(num(1), num(2))), '2 \\cdot \\frac{1}{2}'],
    ['a tall bracket', power(divide(x, y), num(2)), '\\left( \\frac{x}{y} \\right)^{2}'],
    ['a power of a negative', power(num(-2), num(2)), '(-2)^{2}'],
    ['a root', multiply(num(2), sqrt(num(3))), '2\\sqrt{3}'],
    ['functions side by side', multiply(call('sin', x), call('cos', x)), '\\sin(x)\\cos x'],
    ['a power of a function', power(call('sin', x), num(2)), '\\sin^{2} x'],
    ['a logarithm with its base', call('log', x, num(2)), '\\log_{2} x'],
    ['inverse functions', call('asin', divide(num(1), num(2))), '\\arcsin\\left( \\frac{1}{2} \\right)'],
    [
      'a product in a product',
      multiplyWithDot(multiply(num(2), x), multiply(num(3), y)),
      '2 \\cdot x \\cdot 3 \\cdot y',
    ],
    ['a greek name and an index', multiply(sym('alpha'), sym('x_1')), '\\alpha x_{1}'],
  ];
  for (const [title, expr, expected] of built) {
    it(title, () => {
      assert.equal(toTex(expr), expected);
    });
  }

  const sources = [
    ...['2x \\cdot 3y', '6 ÷ 2', '2 \\times 3', '|x-1|', 'x = 2 or x = 3', '(-oo, 3]', '\\{1, 2\\}', 'x_1 + x_2'],
    ...['\\int_0^1 x^2 dx', '\\lim_{x\\to 0^-} 1/x', '\\sum_{k=1}^n k^2', "f'(x)", '[[1,2],[3,4]]', '3!', '20%', '30°'],
    ...[
      '\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}',
      'a < b <= c',
      '\\frac{d^2y}{dx^2}',
    ],
  ];
  for (const source of sources) {
    it(`draws ${source} cleanly`, () => {
      const result = parseMath(source);
      assert.ok(result.type === 'parsed');
      const drawn = katex.renderToString(toTex(result.expr), { throwOnError: true, strict: 'error' });
      assert.ok(drawn.includes('katex'));
    });
  }
});
