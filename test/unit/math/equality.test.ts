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
  ['(-1)^n', 'cos(pi n)', 'equal points same'],
  ['(-1)^(2n)', '1', 'equal points same'],
  ['sin(n pi)', '0', 'unknown'],
  ['sin(n pi)', '1', 'different'],
  ['(-1)^(2n+1)', '1', 'different'],
  ['binomial(n,2)', 'n(n-1)/2', 'equal points same'],
  ['\\sum_{k=1}^{n} k^2', 'n(n+1)(2n+1)/6', 'equal symbolic same'],
  ['\\sum_{k=0}^{n} 2^k', '2^{n+1}-1', 'equal symbolic same'],
  ['\\sum_{k=1}^{n} k', 'n(n-1)/2', 'different'],
  ['\\begin{cases} x & x \\ge 0 \\\\ -x & x < 0 \\end{cases}', 'abs(x)', 'equal points same'],
  ['\\begin{cases} x & x \\ge 0 \\\\ -x & x < 0 \\end{cases}', 'x', 'different'],
  ['e^(i x)', 'cos(x)-i sin(x)', 'different'],
  ['e^(i pi)', '-1', 'equal symbolic same'],
  ['sqrt(3+4i)', '2+i', 'equal certified same'],
  ['sqrt(3+4i)', '2-i', 'different'],
  ['(1, 2)+2(3, 1)', '(7, 4)', 'equal symbolic same'],
  [
    '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}1\\\\1\\end{pmatrix}',
    '\\begin{pmatrix}3\\\\7\\end{pmatrix}',
    'equal symbolic same',
  ],
  ['2[[1,2],[3,4]]', '[[2,4],[6,7]]', 'different'],
  ['[[1,2],[3,4]]^(-1)', '[[-2,1],[3/2,-1/2]]', 'equal symbolic same'],
  ['\\begin{vmatrix}a&b\\\\c&d\\end{vmatrix}', 'a d - b c', 'equal symbolic same'],
  ['[[1,2],[3,4]]+[[1],[2]]', '[[2],[4]]', 'unknown'],
  ['[[1,1],[0,1]]^64', '[[1,64],[0,1]]', 'equal symbolic same'],
  ['\\sum_{k=0}^{\\infty} (1/2)^k', '2', 'equal symbolic same'],
  ['\\sum_{k=0}^{\\infty} 2^k', '-1', 'unknown'],
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
