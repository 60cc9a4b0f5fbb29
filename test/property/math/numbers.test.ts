import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimalExpansion, fromRecurring, roundToPlace } from '../../../src/core/math/decimals.ts';
import { factorInteger, floorRoot, gcd, isPrime, modInverse, splitPower } from '../../../src/core/math/integers.ts';
import { absolute, compareRationals, minus, over, plus, rational, times } from '../../../src/core/math/rational.ts';

const integer = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const natural = fc.bigInt({ min: 1n, max: 10n ** 18n });
const fraction = fc.tuple(integer, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => rational(n, d));

describe('integers', () => {
  it('are the product of their factors, which are prime', () => {
    fc.assert(
      fc.property(natural, (n) => {
        const { factors, rest } = factorInteger(n);
        const product = factors.reduce((result, { prime, exponent }) => result * prime ** BigInt(exponent), rest);
        assert.equal(product, n);
        assert.ok(factors.every(({ prime }) => isPrime(prime)));
        assert.equal(rest, 1n);
      }),
      { numRuns: 40 },
    );
  });

  it('lie between the powers of their roots', () => {
    fc.assert(
      fc.property(natural, fc.integer({ min: 2, max: 9 }), (n, index) => {
        const root = floorRoot(n, index);
        assert.ok(root ** BigInt(index) <= n && n < (root + 1n) ** BigInt(index));
      }),
    );
  });

  it('split into a power and a part free of powers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.integer({ min: 2, max: 4 }), (n, index) => {
        const { outside, inside } = splitPower(n, index);
        assert.equal(outside ** BigInt(index) * inside, n);
        assert.ok(factorInteger(inside).factors.every(({ exponent }) => exponent < index));
      }),
    );
  });

  it('have an inverse exactly where they are coprime', () => {
    fc.assert(
      fc.property(natural, fc.bigInt({ min: 2n, max: 10n ** 9n }), (a, m) => {
        const inverse = modInverse(a, m);
        assert.equal(inverse !== undefined, gcd(a, m) === 1n);
        if (inverse !== undefined) assert.equal((a * inverse) % m, 1n);
      }),
    );
  });
});

describe('rationals', () => {
  it('follow the laws of a field, as fraction.js does', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        assert.ok(times(a, plus(b, c)).equals(plus(times(a, b), times(a, c))));
        assert.ok(plus(a, b).equals(a.add(b)) && times(a, b).equals(a.mul(b)) && minus(a, b).equals(a.sub(b)));
        if (b.n !== 0n) assert.ok(times(over(a, b), b).equals(a) && over(a, b).equals(a.div(b)));
      }),
    );
  });

  it('come back from their decimal expansion', () => {
    const short = fc.tuple(integer, fc.bigInt({ min: 1n, max: 900n })).map(([n, d]) => rational(n, d));
    fc.assert(
      fc.property(short, (value) => {
        const expansion = decimalExpansion(value);
        assert.ok(expansion && fromRecurring(expansion).equals(value));
      }),
    );
  });

  it('round to a multiple that is at most half a unit away', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: -6, max: 6 }), (value, place) => {
        const unit = rational(10).pow(place);
        const rounded = roundToPlace(value, place);
        assert.equal(rounded.div(unit).d, 1n);
        assert.ok(compareRationals(absolute(minus(rounded, value)), unit.div(2)) <= 0);
      }),
    );
  });
});
