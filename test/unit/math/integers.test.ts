import assert from 'node:assert/strict';
import { decimalExpansion, roundToPlace, toDecimalText, toFixedText } from '../../../src/core/math/decimals.ts';
import {
  divisors,
  factorInteger,
  integerRoot,
  isPrime,
  lcm,
  modPow,
  squarefreePart,
} from '../../../src/core/math/integers.ts';
import { rational } from '../../../src/core/math/rational.ts';

describe('integers', () => {
  it('are told prime or not, Carmichael numbers and strong pseudoprimes too', () => {
    assert.equal(Array.from({ length: 10_000 }, (_, n) => BigInt(n)).filter(isPrime).length, 1229);
    for (const composite of [561n, 41_041n, 3_215_031_751n, 3_474_749_660_383n, 341_550_071_728_321n])
      assert.ok(!isPrime(composite));
    assert.ok(isPrime(2n ** 127n - 1n) && isPrime(2n ** 521n - 1n) && !isPrime(2n ** 523n - 1n));
  });

  it('are factored, two large primes and a square of one', () => {
    const [p, q] = [2n ** 31n - 1n, 4_294_967_311n];
    assert.deepEqual(factorInteger(p * q).factors, [
      { prime: p, exponent: 1 },
      { prime: q, exponent: 1 },
    ]);
    assert.deepEqual(factorInteger(q * q * 8n).factors, [
      { prime: 2n, exponent: 3 },
      { prime: q, exponent: 2 },
    ]);
  });

  it('keep a part that is too hard, and say so', () => {
    const hard = (10n ** 30n + 57n) * (10n ** 31n + 33n);
    const { factors, rest } = factorInteger(hard, undefined, 2000);
    assert.equal(
      factors.reduce((product, { prime, exponent }) => product * prime ** BigInt(exponent), rest),
      hard,
    );
    assert.ok(rest > 1n);
  });

  it('have exact roots, divisors, multiples', () => {
    assert.equal(integerRoot(-27n, 3), -3n);
    assert.equal(integerRoot(-16n, 4), undefined);
    assert.deepEqual(divisors(12n), [1n, 2n, 3n, 4n, 6n, 12n]);
    assert.equal(lcm(4n, 6n, 10n), 60n);
    assert.equal(modPow(3n, 200n, 13n), 9n);
    assert.equal(squarefreePart(-72n), -2n);
  });
});

describe('decimals', () => {
  it('are written with their period', () => {
    assert.equal(toDecimalText(rational(1, 6)), '0.1(6)');
    assert.equal(toDecimalText(rational(-7, 4)), '-1.75');
    assert.equal(decimalExpansion(rational(1, 7))?.period, '142857');
    assert.equal(decimalExpansion(rational(1, 9967), 100), undefined);
  });

  it('are rounded with a half away from zero', () => {
    assert.ok(roundToPlace(rational(-5, 2), 0).equals(-3));
    assert.ok(roundToPlace(rational(1250), 2).equals(1300));
    assert.equal(toFixedText(rational(2, 3), 3), '0.667');
    assert.equal(toFixedText(rational(-1, 1000), 2), '0.00');
  });
});
