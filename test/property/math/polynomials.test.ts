import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expandFactors, factorPolynomial } from '../../../src/core/math/factorPolynomial.ts';
import {
  addPolynomials,
  constantPolynomial,
  degree,
  isZeroPolynomial,
  multiplyPolynomials,
  samePolynomial,
  scalePolynomial,
  subtractPolynomials,
  sumOf,
  univariatePolynomial,
  variablePolynomial,
  type Polynomial,
} from '../../../src/core/math/polynomial.ts';
import { divideExactly, divideWithRemainder } from '../../../src/core/math/polynomial/division.ts';
import { gcdOfPolynomials, resultant } from '../../../src/core/math/polynomial/gcd.ts';
import { polynomialToExpr } from '../../../src/core/math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../../src/core/math/polynomial/toPolynomial.ts';
import { rational } from '../../../src/core/math/rational.ts';
import { approximateRoot, realRoots, signAt } from '../../../src/core/math/realRoots.ts';

const coefficient = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => rational(n, d));

const severalLetters: fc.Arbitrary<Polynomial> = fc
  .array(fc.tuple(coefficient, fc.nat(2), fc.nat(2), fc.nat(1)), { maxLength: 4 })
  .map((terms) =>
    sumOf(
      terms.map(([factor, x, y, z]) => {
        const letters = [variablePolynomial('x', x), variablePolynomial('y', y), variablePolynomial('z', z)];
        return scalePolynomial(letters.reduce(multiplyPolynomials), factor);
      }),
    ),
  );

const oneLetter: fc.Arbitrary<Polynomial> = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 5 }).map((values) =>
  univariatePolynomial(
    'x',
    values.map((value) => rational(value)),
  ),
);

describe('polynomials', () => {
  it('form a ring', () => {
    fc.assert(
      fc.property(severalLetters, severalLetters, severalLetters, (a, b, c) => {
        assert.ok(samePolynomial(multiplyPolynomials(a, b), multiplyPolynomials(b, a)));
        assert.ok(
          samePolynomial(
            multiplyPolynomials(multiplyPolynomials(a, b), c),
            multiplyPolynomials(a, multiplyPolynomials(b, c)),
          ),
        );
        const distributed = addPolynomials(multiplyPolynomials(a, b), multiplyPolynomials(a, c));
        assert.ok(samePolynomial(multiplyPolynomials(a, addPolynomials(b, c)), distributed));
        assert.ok(isZeroPolynomial(subtractPolynomials(a, a)));
      }),
    );
  });

  it('come back from their expression', () => {
    fc.assert(
      fc.property(severalLetters, (p) => {
        const back = toPolynomial(polynomialToExpr(p, { variable: 'y' }));
        assert.ok(back && samePolynomial(back, p));
      }),
    );
  });

  it('divide: exactly what was multiplied, with a remainder of lower degree', () => {
    fc.assert(
      fc.property(severalLetters, severalLetters, (a, b) => {
        fc.pre(!isZeroPolynomial(b));
        const quotient = divideExactly(multiplyPolynomials(a, b), b);
        assert.ok(quotient && samePolynomial(quotient, a));
      }),
    );
    fc.assert(
      fc.property(oneLetter, oneLetter, (a, b) => {
        fc.pre(!isZeroPolynomial(b));
        const division = divideWithRemainder(a, b, 'x');
        assert.ok(division);
        const back = addPolynomials(multiplyPolynomials(division.quotient, b), division.remainder);
        assert.ok(samePolynomial(back, a) && degree(division.remainder, 'x') < Math.max(1, degree(b, 'x')));
      }),
    );
  });

  it('have a gcd that divides both and holds what was shared', () => {
    fc.assert(
      fc.property(severalLetters, severalLetters, severalLetters, (a, b, shared) => {
        const [p, q] = [multiplyPolynomials(a, shared), multiplyPolynomials(b, shared)];
        fc.pre(!isZeroPolynomial(p) && !isZeroPolynomial(q));
        const gcd = gcdOfPolynomials(p, q);
        assert.ok(divideExactly(p, gcd) && divideExactly(q, gcd) && divideExactly(gcd, shared));
      }),
      { numRuns: 60 },
    );
  });

  it('have resultant 0 exactly where they share a factor', () => {
    fc.assert(
      fc.property(oneLetter, oneLetter, (p, q) => {
        fc.pre(degree(p) > 0 && degree(q) > 0);
        assert.equal(isZeroPolynomial(resultant(p, q, 'x')), degree(gcdOfPolynomials(p, q)) > 0);
      }),
    );
  });

  it('are the product of their factors, which do not split further', () => {
    fc.assert(
      fc.property(severalLetters, severalLetters, (a, b) => {
        const p = multiplyPolynomials(a, b);
        const found = factorPolynomial(p);
        assert.ok(samePolynomial(expandFactors(found), p));
        const parts = [a, b].filter((part) => degree(part) > 0);
        const count = found.factors.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
        if (!isZeroPolynomial(p)) assert.ok(count >= parts.length);
        for (const { polynomial } of found.factors) {
          assert.deepEqual(
            factorPolynomial(polynomial).factors.map(({ multiplicity }) => multiplicity),
            [1],
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('vanish at their real roots, and change sign or touch there', () => {
    fc.assert(
      fc.property(oneLetter, oneLetter, (a, b) => {
        const p = multiplyPolynomials(a, b);
        fc.pre(!isZeroPolynomial(p));
        const roots = realRoots(p);
        for (const root of roots) {
          if (root.coefficients.length === 2) assert.equal(signAt(root.coefficients, root.lower), 0);
          else assert.equal(signAt(root.coefficients, root.lower) * signAt(root.coefficients, root.upper), -1);
        }
        const values = roots.map(approximateRoot);
        assert.deepEqual(
          [...values].sort((x, y) => x - y),
          values,
        );
        assert.ok(samePolynomial(constantPolynomial(0), subtractPolynomials(p, p)));
      }),
    );
  });
});
