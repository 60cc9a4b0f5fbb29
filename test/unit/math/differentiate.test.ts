import assert from 'node:assert/strict';
import { checkIntegral } from '../../../src/core/check/antiderivative.ts';
import { differentiate } from '../../../src/core/math/differentiate.ts';
import { areEqual } from '../../../src/core/math/equality.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(source);
};

const table: readonly (readonly [string, string])[] = [
  ['x^2*sin(x)', '2x sin(x) + x^2 cos(x)'],
  ['ln(x^2+1)', '2x/(x^2+1)'],
  ['x^x', 'x^x (ln(x) + 1)'],
  ['sqrt(1-x^2)', '-x/sqrt(1-x^2)'],
  ['a^x', 'a^x ln(a)'],
  ['tan(3x)', '3 + 3 tan(3x)^2'],
  ['e^(-x^2)', '-2x e^(-x^2)'],
  ['log(x)', '1/(x ln(10))'],
  ['x/(x+1)', '1/(x+1)^2'],
  ['asin(x/2)', '1/sqrt(4-x^2)'],
  ['abs(x)', 'x/abs(x)'],
  ['y^3', '0'],
];

describe('differentiate', () => {
  for (const [source, expected] of table) {
    it(source, () => {
      const slope = differentiate(read(source), 'x');
      assert.ok(slope);
      const { result, how } = areEqual(slope, read(expected));
      assert.deepEqual([result, how], ['equal', 'symbolic']);
    });
  }

  it('has no rule for a function that is not known', () => {
    assert.equal(differentiate(read('floor(x)'), 'x'), undefined);
  });

  it('proves antiderivatives and refuses wrong ones', () => {
    assert.equal(checkIntegral(read('x ln(x) - x'), read('ln(x)'), 'x').kind, 'proved');
    assert.equal(checkIntegral(read('ln(abs(x-1))'), read('1/(x-1)'), 'x').kind, 'proved');
    assert.equal(checkIntegral(read('x^3/3 + 7'), read('x^2'), 'x').kind, 'proved');
    assert.equal(checkIntegral(read('x^3'), read('x^2'), 'x').kind, 'invalid');
  });
});
