import assert from 'node:assert/strict';
import { checkEqual } from '../../../src/core/check/equal.ts';
import { checkHolds } from '../../../src/core/check/holds.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(`${source}: ${parsed.message}`);
};

const rows: readonly (readonly [statement: string, kind: string])[] = [
  ['\\pi \\approx 3.14', 'proved'],
  ['\\pi \\approx 3.1415', 'proved'],
  ['-\\pi \\approx -3.1415', 'proved'],
  ['\\pi \\approx 3.15', 'unknown'],
  ['\\pi \\approx 31', 'invalid'],
  ['12345 \\approx 12000', 'proved'],
  ['\\frac{2}{3} \\approx 66.7\\%', 'proved'],
  ['1.6 \\cdot 10^{19} \\approx 1.60217 \\cdot 10^{19}', 'proved'],
  ['2^{10} \\approx 10^3', 'unknown'],
  ['7/3 \\approx 5.5', 'invalid'],
  ['2 \\in \\{1, 2, 3\\}', 'proved'],
  ['5 \\in [1, 4]', 'invalid'],
  ['5 \\notin [1, 4]', 'proved'],
  ['[0, 2] \\cup [1, 3] = [0, 3]', 'proved'],
  ['17 \\equiv 5 \\pmod 6', 'proved'],
  ['17 \\equiv 4 \\pmod 6', 'invalid'],
  ['0^0 = 1', 'unknown'],
  ['1/0 = 5', 'unknown'],
  ['e^{i\\pi} + 1 = 0', 'proved'],
  ['|3+4i| = 5', 'proved'],
];

describe('statements without letters', () => {
  for (const [statement, kind] of rows) {
    it(`${statement}: ${kind}`, () => {
      const verdict = checkHolds(read(statement), unlimitedWork);
      assert.equal(verdict.kind, kind, verdict.evidence);
    });
  }
});

describe('a domain that changes', () => {
  const regions: readonly (readonly [string, string, string])[] = [
    ['ln(x^2)', '2 ln(x)', 'For $x < 0$ only the left side has a value.'],
    ['sqrt((x-3)(x-5))', 'sqrt(x-3) sqrt(x-5)', 'For $x < 3$ only the left side has a value.'],
    ['e^(ln(x))', 'x', 'For $x < 0$ only the right side has a value.'],
    ['sqrt(a) sqrt(b)', 'sqrt(a b)', 'only the right side has a value.'],
  ];
  for (const [left, right, sentence] of regions) {
    it(`${left} and ${right}`, () => {
      const { kind, relation, evidence } = checkEqual(read(left), read(right));
      assert.deepEqual([kind, relation], ['unknown', 'domain-changed']);
      assert.ok(evidence?.includes(sentence), evidence);
    });
  }

  it('is none where the letters are positive', () => {
    assert.equal(checkEqual(read('ln(x^2)'), read('2 ln(x)'), { positive: ['x'] }).kind, 'proved');
    assert.equal(checkEqual(read('sqrt(a) sqrt(b)'), read('sqrt(a b)'), { assume: 'positive' }).kind, 'proved');
  });
});
