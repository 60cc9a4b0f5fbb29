import assert from 'node:assert/strict';
import { factorPolynomial } from '../../../src/core/math/factorPolynomial.ts';
import { polynomialToExpr } from '../../../src/core/math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../../src/core/math/polynomial/toPolynomial.ts';
import { toText } from '../../../src/core/math/print/toText.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const factored = (source: string): string => {
  const parsed = parseMath(source);
  const p = parsed.type === 'parsed' ? toPolynomial(parsed.expr) : undefined;
  assert.ok(p, source);
  const { content, factors, isComplete } = factorPolynomial(p);
  assert.ok(isComplete);
  const texts = factors.map(
    ({ polynomial, multiplicity }) => `(${toText(polynomialToExpr(polynomial))})^${multiplicity}`,
  );
  return [content.toFraction(), ...texts].join(' ');
};

const table: readonly (readonly [string, string])[] = [
  ['a^2x^2-b^2y^2', '1 (a*x - b*y)^1 (a*x + b*y)^1'],
  ['x^2-6x+9-4y^2', '1 (x - 2*y - 3)^1 (x + 2*y - 3)^1'],
  ['b^6+3a^2b^4+3a^4b^2+a^6', '1 (a^2 + b^2)^3'],
  ['(a x-b)(c x+d)', '1 (a*x - b)^1 (c*x + d)^1'],
  ['x^4+25x^3+234x^2+972x+1512', '1 (x + 6)^3 (x + 7)^1'],
  ['x^4+4', '1 (x^2 - 2*x + 2)^1 (x^2 + 2*x + 2)^1'],
  ['a^3+b^3+c^3-3a b c', '1 (a + b + c)^1 (a^2 - a*b - a*c + b^2 - b*c + c^2)^1'],
  ['2x^3-x/2', '1/2 (x)^1 (2*x - 1)^1 (2*x + 1)^1'],
  // Reducible modulo every prime, irreducible over the rationals.
  ['x^4-10x^2+1', '1 (x^4 - 10*x^2 + 1)^1'],
  ['x^8-40x^6+352x^4-960x^2+576', '1 (x^8 - 40*x^6 + 352*x^4 - 960*x^2 + 576)^1'],
  ['(x y z+1)(x^2y-z)(a x+b)', '1 (a*x + b)^1 (x^2*y - z)^1 (x*y*z + 1)^1'],
  ['(123456789x-987654321)(x^2+1234567)', '9 (13717421*x - 109739369)^1 (x^2 + 1234567)^1'],
  ['0', '0'],
  ['-7/2', '-7/2'],
];

describe('factorPolynomial', () => {
  for (const [source, expected] of table) it(source, () => assert.equal(factored(source), expected));
});
