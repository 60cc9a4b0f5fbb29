import assert from 'node:assert/strict';
import { checkClaim } from '../../../src/core/check/claims.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(`${source}: ${parsed.message}`);
};

const equal = (left: string, right: string, positive: readonly string[] = []) =>
  checkClaim({ type: 'equal', left: read(left), right: read(right), positive });
const holds = (statement: string) => checkClaim({ type: 'holds', statement: read(statement) });

describe('checkClaim', () => {
  it('proves that expressions are equal by their normal form', () => {
    const verdict = equal('3(x-2)', '3x-6');
    assert.equal(verdict.kind, 'proved');
    assert.equal(verdict.evidence, 'Both sides are $3x - 6$ after expanding.');
  });

  it('names a point where they differ', () => {
    const verdict = equal('(a+b)^2', 'a^2+b^2');
    assert.equal(verdict.kind, 'invalid');
    assert.equal(verdict.how, 'substitution');
    assert.match(verdict.evidence ?? '', /^For \$a = 2, b = .*\$ the left side is/);
  });

  it('does not decide where the domain changes by a region', () => {
    const verdict = equal('ln(x^2)', '2 ln(x)');
    assert.equal(verdict.kind, 'unknown');
    assert.equal(verdict.relation, 'domain-changed');
    assert.equal(equal('ln(x^2)', '2 ln(x)', ['x']).kind, 'proved');
  });

  it('keeps decimals exact', () => {
    assert.equal(equal('0.333', '1/3').kind, 'invalid');
    assert.equal(equal('0.25', '1/4').kind, 'proved');
  });

  it('checks an integral by differentiating', () => {
    const integral: Expr = { kind: 'integral', body: read('2x*cos(x^2)'), variable: 'x' };
    const claim = (right: string) => checkClaim({ type: 'equal', left: integral, right: read(right) });
    assert.equal(claim('sin(x^2)').kind, 'proved');
    assert.equal(claim('-sin(x^2)').kind, 'invalid');
  });

  it('decides statements without letters', () => {
    assert.equal(holds('3*11-6 = 2*11+5').kind, 'proved');
    assert.equal(holds('3*11-6 = 2*11+6').kind, 'invalid');
    assert.equal(holds('sqrt(2) < 3/2 < 2').kind, 'proved');
    assert.equal(holds('sqrt(8) < 2*sqrt(2)').kind, 'invalid');
    assert.equal(holds('sqrt(8) <= 2*sqrt(2)').kind, 'proved');
    assert.equal(holds('1/0 = 1/0 + 1').kind, 'unknown');
    assert.equal(holds('1/0 = 1/0').kind, 'unknown');
  });

  it('takes the weakest of several claims', () => {
    const verdict = checkClaim({
      type: 'all',
      claims: [
        { type: 'holds', statement: read('1 < 2') },
        { type: 'holds', statement: read('2 < 1') },
      ],
    });
    assert.equal(verdict.kind, 'invalid');
  });
});
