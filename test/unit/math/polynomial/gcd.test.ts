import assert from 'node:assert/strict';
import { add, multiply, num, power, subtract, sym } from '../../../../src/core/math/build.ts';
import { samePolynomial, type Polynomial } from '../../../../src/core/math/polynomial.ts';
import { gcdOfPolynomials, resultant } from '../../../../src/core/math/polynomial/gcd.ts';
import { readPolynomial, toPolynomial } from '../../../../src/core/math/polynomial/toPolynomial.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';

const [x, y, z] = [sym('x'), sym('y'), sym('z')];
const polynomial = (expr: Expr): Polynomial => {
  const found = toPolynomial(expr);
  assert.ok(found);
  return found;
};

describe('polynomials', () => {
  it('find the common factor of two products in several letters', () => {
    const shared = power(add(x, y, num(1)), num(3));
    const found = gcdOfPolynomials(
      polynomial(multiply(shared, add(x, y, num(1)), subtract(x, z))),
      polynomial(multiply(shared, add(x, z))),
    );
    assert.ok(samePolynomial(found, polynomial(shared)));
  });

  it('have a resultant that is the discriminant of a cubic', () => {
    const cubic = polynomial(add(power(x, num(3)), multiply(y, x), z));
    const slope = polynomial(add(multiply(num(3), power(x, num(2))), y));
    const expected = polynomial(add(multiply(num(4), power(y, num(3))), multiply(num(27), power(z, num(2)))));
    assert.ok(samePolynomial(resultant(cubic, slope, 'x'), expected));
  });

  it('are refused where expanding them would not end', () => {
    assert.equal(readPolynomial(power(add(x, num(1)), num(100_000))).type, 'tooLarge');
    assert.equal(readPolynomial(power(num(9), power(num(9), power(num(9), num(9))))).type, 'tooLarge');
    assert.equal(readPolynomial(power(x, sym('n'))).type, 'notPolynomial');
  });
});
