import assert from 'node:assert/strict';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { readDifference } from '../../../src/core/math/rationalFunction.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(source);
};

const equal: readonly (readonly [string, string])[] = [
  ['(x+1)^2', 'x^2+2x+1'],
  ['sqrt(2)*sqrt(6)', '2*sqrt(3)'],
  ['1/(sqrt(2)+1)', 'sqrt(2)-1'],
  ['(x^2-1)/(x+1)', 'x-1'],
  ['sin(x)^2+cos(x)^2', '1'],
  ['e^(x+1)', 'e*e^x'],
  ['e^(2 ln(x))', 'x^2'],
  ['2^(log(x)/log(2))', 'x'],
  ['ln(6)', 'ln(2)+ln(3)'],
  ['log(100)', '2'],
  ['sqrt(x^2)', 'abs(x)'],
  ['sqrt(x^3)', 'x sqrt(x)'],
  ['x^(1/2)*x^(1/3)', 'x^(5/6)'],
  ['(-8)^(1/3)', '-2'],
  ['1/(1+i)', '(1-i)/2'],
  ['6^x', '2^x*3^x'],
  ['x^(n+1)', 'x*x^n'],
  ['cos(pi/12)', '(sqrt(6)+sqrt(2))/4'],
  ['(n+1)!/n!', 'n+1'],
  ['1/(2^(1/3))', '4^(1/3)/2'],
  ['1/(sqrt(x)+sqrt(y))', '(sqrt(x)-sqrt(y))/(x-y)'],
  ['1/(1/sqrt(3)+1)', '(3-sqrt(3))/2'],
];

const equalByAngles: readonly (readonly [string, string])[] = [
  ['sin(x+y)', 'sin(x)cos(y)+cos(x)sin(y)'],
  ['cos(3x)', '4cos(x)^3-3cos(x)'],
  ['tan(x/2)', 'sin(x)/(1+cos(x))'],
  ['sin(x)^4', '(3-4cos(2x)+cos(4x))/8'],
  ['sin(x+pi/3)', 'sin(x)/2+sqrt(3)/2*cos(x)'],
];

describe('normal form over kernels', () => {
  for (const [left, right] of equal) {
    it(`${left} is ${right}`, () => {
      const reading = readDifference(read(left), read(right));
      assert.ok(reading.type === 'value' && reading.isZero);
    });
  }
  for (const [left, right] of equalByAngles) {
    it(`${left} is ${right}, by exponentials`, () => {
      const reading = readDifference(read(left), read(right), { exponentialForm: true });
      assert.ok(reading.type === 'value' && reading.isZero);
    });
  }
  it('keeps ln x² and 2 ln x apart until x is positive', () => {
    const [left, right] = [read('ln(x^2)'), read('2 ln(x)')];
    assert.deepEqual(isZero(left, right), false);
    assert.deepEqual(isZero(left, right, ['x']), true);
  });
  it('says where an expression has no value at all', () => {
    assert.equal(readDifference(read('1/(sqrt(2)*sqrt(2)-2)'), read('1')).type, 'undefined');
  });
});

function isZero(left: Expr, right: Expr, positive: readonly string[] = []): boolean | undefined {
  const reading = readDifference(left, right, { positive });
  return reading.type === 'value' ? reading.isZero : undefined;
}
