import assert from 'node:assert/strict';
import { exactRoots } from '../../../src/core/math/exactRoots.ts';
import type { Polynomial } from '../../../src/core/math/polynomial.ts';
import { toPolynomial } from '../../../src/core/math/polynomial/toPolynomial.ts';
import { toText } from '../../../src/core/math/print/toText.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { approximateRoot, realRoots } from '../../../src/core/math/realRoots.ts';

const polynomial = (source: string): Polynomial => {
  const parsed = parseMath(source);
  const p = parsed.type === 'parsed' ? toPolynomial(parsed.expr) : undefined;
  return p ?? assert.fail(source);
};

describe('realRoots', () => {
  it('lists them in order with their multiplicities', () => {
    const roots = realRoots(polynomial('(x-1)^2(x+3/7)(x^2-2)'));
    assert.deepEqual(roots.map(approximateRoot), [-Math.SQRT2, -3 / 7, 1, Math.SQRT2]);
    assert.deepEqual(
      roots.map(({ multiplicity }) => multiplicity),
      [1, 1, 2, 1],
    );
  });

  it('tells apart roots that are close together', () => {
    const roots = realRoots(polynomial('(x^2-2)(100x-141)(1000x-1414)(100000x-141421)'));
    assert.deepEqual(roots.map(approximateRoot), [-Math.SQRT2, 1.41, 1.414, 1.41421, Math.SQRT2]);
  });

  it('does not factor the numbers of a cubic with huge coefficients', () => {
    const roots = realRoots(polynomial('-10*d^3/11 + 80375198*d^2/11 - 99'));
    assert.equal(roots.length, 3);
    assert.ok(Math.abs(approximateRoot(roots[2]!) - 8037519.8) < 1e-6);
  });

  it('finds none of x^4 + 1 and all ten of a product', () => {
    assert.equal(realRoots(polynomial('x^4+1')).length, 0);
    assert.equal(realRoots(polynomial('(x-1)(x-2)(x-3)(x-4)(x-5)(x-6)(x-7)(x-8)(x-9)(x-10)+1/1000')).length, 10);
  });
});

describe('exactRoots', () => {
  const written = (source: string) => exactRoots(polynomial(source)).roots.map(({ value }) => toText(value));
  it('writes quadratic surds in lowest terms', () =>
    assert.deepEqual(written('2x^2-3x-1'), ['(3 - sqrt(17))/4', '(3 + sqrt(17))/4']));
  it('writes complex roots', () => assert.deepEqual(written('x^2+2x+5'), ['-1 - 2*i', '-1 + 2*i']));
  it('writes roots of numbers', () => assert.deepEqual(written('8x^3-5'), ['root(5, 3)/2']));
  it('writes both squares of a biquadratic', () => assert.equal(written('x^4-10x^2+1').length, 4));
  it('leaves what it cannot write', () => assert.equal(exactRoots(polynomial('x^5-x-1')).unsolved.length, 1));
});
