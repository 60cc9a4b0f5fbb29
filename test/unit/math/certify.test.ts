import assert from 'node:assert/strict';
import { certifiedSign, certifiedTruth, certifiedValue } from '../../../src/core/math/certify.ts';
import { evaluate } from '../../../src/core/math/evaluate.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { rational } from '../../../src/core/math/rational.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(source);
};
const point = new Map([
  ['x', rational(7, 3)],
  ['y', rational(-5, 2)],
]);
const sources = [
  ...['sin(x)', 'cos(y)', 'tan(x)', 'exp(x)', 'e^y', 'ln(x)', 'log(x)', 'x^y', 'atan(y)', 'asin(1/x)', 'acos(1/x)'],
  ...[
    'sinh(x)',
    'tanh(y)',
    'asinh(y)',
    'acosh(x)',
    'atanh(1/x)',
    'x^(1/3)',
    'y^(1/3)',
    'y^(2/3)',
    'exp(30x)',
    'exp(-50x)',
  ],
  ...['ln(x/100000)', 'pi^e', 'floor(x)', 'sec(x)', 'max(x, y, 3)', 'atan(1000x)', 'abs(y)', '5!/3', 'x^(523/97)'],
];

describe('certified values', () => {
  for (const source of sources) {
    it(`hold the double of ${source}`, () => {
      const reading = certifiedValue(read(source), point, 200);
      const value = evaluate(read(source), { x: 7 / 3, y: -5 / 2 });
      const near = (n: bigint) =>
        Math.abs(Number((n * 10n ** 20n) >> 200n) / 1e20 - value) <= 1e-9 * Math.max(1, Math.abs(value));
      if (reading.type === 'exact') assert.equal(reading.value.valueOf(), value);
      else if (reading.type === 'interval') assert.ok(near(reading.interval.lo) && near(reading.interval.hi));
      else assert.fail(reading.type);
    });
  }

  it('are narrow, and grow narrower with the precision', () => {
    for (const bits of [64, 256, 1024]) {
      const reading = certifiedValue(read('sin(ln(x)) * exp(sqrt(2))'), point, bits);
      assert.ok(reading.type === 'interval' && reading.interval.hi - reading.interval.lo < 1000n);
    }
  });

  it('say what has no value, what is too large and what they do not know', () => {
    const type = (source: string) => certifiedValue(read(source), point, 64).type;
    assert.equal(type('sqrt(y)'), 'undefined');
    assert.equal(type('1/(x-7/3)'), 'undefined');
    assert.equal(type('ln(y)'), 'undefined');
    assert.equal(type('9^9^9^9'), 'tooLarge');
    assert.equal(type('z'), 'unsupported');
    assert.equal(type('1/(sqrt(2)^2-2)'), 'undecided');
  });

  it('tell signs that doubles do not', () => {
    assert.deepEqual(certifiedSign(read('e^(pi*sqrt(163)) - 262537412640768744')), { type: 'sign', sign: -1 });
    assert.equal(certifiedSign(read('sqrt(2)*sqrt(3) - sqrt(6)')).type, 'nearZero');
    assert.equal(certifiedTruth(read('sqrt(2) < 3/2 < 2')), 'true');
  });
});
