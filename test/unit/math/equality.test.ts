import assert from 'node:assert/strict';
import { areEqual, type Equality } from '../../../src/core/math/equality.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(source);
};
const compare = (left: string, right: string): Equality => areEqual(read(left), read(right));
const told = ({ result, how, domain }: Equality): string =>
  result === 'equal' ? `${result} ${how} ${domain}` : result;

const table: readonly (readonly [string, string, string])[] = [
  ['(x^2-1)/(x+1)', 'x-1', 'equal symbolic isolated'],
  ['ln(x^2)', '2 ln(x)', 'equal symbolic changed'],
  ['sqrt((x-3)(x-5))', 'sqrt(x-3)sqrt(x-5)', 'equal points changed'],
  ['sqrt(x y)', 'sqrt(x)sqrt(y)', 'equal symbolic changed'],
  ['sqrt(x^2)', 'x', 'different'],
  ['sqrt(x^2)*x^n', 'x*x^n', 'different'],
  ['sin(2x)', '2sin(x)cos(x)', 'equal symbolic same'],
  ['e^(i x)', 'cos(x)+i sin(x)', 'equal symbolic same'],
  ['atan(x)+atan(1/x)', 'pi/2', 'different'],
  ['x+10^(-40)', 'x', 'different'],
  ['(-1)^n', 'cos(pi n)', 'equal points changed'],
  ['9^9^9^9', '9^9^9^9 + 1', 'unknown'],
  ['(x+1)^100000', '(x+1)^100000 + 1', 'different'],
  ['(1, 2)', '(1, 4/2)', 'equal symbolic same'],
  ['(1, 2)', '(2, 1)', 'different'],
];

describe('areEqual', () => {
  for (const [left, right, expected] of table) {
    it(`${left} and ${right}: ${expected}`, () => assert.equal(told(compare(left, right)), expected));
  }

  it('gives the point where they surely differ', () => {
    const { how, witness } = compare('sqrt(x+2)+1', 'sqrt(x+3)');
    assert.equal(how, 'certified');
    assert.ok(witness?.has('x'));
  });

  it('uses letters that are assumed positive', () => {
    const equality = areEqual(read('sqrt(x^2)'), read('x'), { assume: 'positive' });
    assert.equal(equality.result, 'equal');
  });
});
