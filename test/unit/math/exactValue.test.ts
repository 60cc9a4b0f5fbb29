import assert from 'node:assert/strict';
import { exactValueToExpr, sameExactValue, signOfNumber, toExactValue } from '../../../src/core/math/exactValue.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { toText } from '../../../src/core/math/print/toText.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(source);
};
const written = (source: string): string | undefined => {
  const value = toExactValue(read(source));
  return value && toText(exactValueToExpr(value));
};

const table: readonly (readonly [string, string | undefined])[] = [
  ['(-1 + sqrt(612))*6 + (sqrt(612)*3 - 2)*9', '-24 + 198*sqrt(17)'],
  ['sqrt(2)*sqrt(6)', '2*sqrt(3)'],
  ['1/(sqrt(5)-1)', '(1 + sqrt(5))/4'],
  ['sqrt(3+2sqrt(2))', '1 + sqrt(2)'],
  ['sqrt(5+2sqrt(6))', 'sqrt(2) + sqrt(3)'],
  ['sqrt(7-4sqrt(3))', '2 - sqrt(3)'],
  ['root(16, 3)', '2*root(2, 3)'],
  ['sqrt(2)*root(2, 3)', 'root(32, 6)'],
  ['1/root(2, 3)', 'root(4, 3)/2'],
  ['sqrt(-18)', '3*i*sqrt(2)'],
  ['(2+i)/(1-i)', '(1 + 3*i)/2'],
  ['sqrt(8)/6 - 1/3', '(-1 + sqrt(2))/3'],
  ['sqrt(2) - sqrt(2)', '0'],
  ['cos(pi/12)', '(sqrt(2) + sqrt(6))/4'],
  ['pi', undefined],
  ['sqrt(1+sqrt(2))', undefined],
];

describe('toExactValue', () => {
  for (const [source, expected] of table) it(source, () => assert.equal(written(source), expected));

  it('tells equal numbers by their terms', () => {
    const [a, b] = [toExactValue(read('(1+sqrt(2))^3')), toExactValue(read('7+5sqrt(2)'))];
    assert.ok(a && b && sameExactValue(a, b));
  });
});

describe('signOfNumber', () => {
  it('sees what doubles do not', () => {
    assert.equal(signOfNumber(read('e^(pi*sqrt(163)) - 262537412640768744')), -1);
    assert.equal(signOfNumber(read('sqrt(5+2sqrt(6)) - sqrt(2) - sqrt(3)')), 0);
    assert.equal(signOfNumber(read('ln(-1)')), undefined);
  });
});
