import assert from 'node:assert/strict';
import { isPrime } from '../../../../src/core/math/integers.ts';
import { unlimitedWork, WorkInterrupted } from '../../../../src/core/solve/exactWork.ts';
import { isGreatestCommonDivisor } from '../../../../src/core/solve/numbers/bezout.ts';
import { primeFactorsKind } from '../../../../src/core/solve/numbers/primeFactorsKind.ts';
import { pocklington, trialDivision } from '../../../../src/core/solve/numbers/primality.ts';
import { assertAnswer, assertStuck, derivations, expr, exprs, solve } from './sound.ts';

describe('greatest common factor', () => {
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['40', '18967880'], '40'],
    [['3956', '2116'], '92'],
    [['1221', '1965'], '3'],
    [['8', '9'], '1'],
    [['0', '12'], '12'],
    [['-12', '18'], '6'],
    [['12', '18', '27'], '3'],
    [['2 + 10', '2^3'], '4'],
    [['7'], '7'],
  ];
  for (const [values, expected] of rows)
    it(`of ${values.join(', ')} is ${expected}`, () =>
      assertAnswer({ kind: 'gcd', values: exprs(...values) }, expected));

  it('knows Euclid and prime factors', async () => {
    const ways = await derivations({ kind: 'gcd', values: exprs('3956', '2116') });
    assert.equal(ways.length, 2);
    const [euclid] = ways;
    assert.ok(euclid?.type === 'solved' && euclid.moves.length === 3);
    assert.match(euclid.moves[0]?.text ?? '', /Divide \$3956\$ by \$2116\$/);
    assert.match(euclid.moves[2]?.text ?? '', /last remainder.*\$92\$/);
  });

  it('takes a call for the same question', () => assertAnswer({ kind: 'evaluate', expr: expr('gcd(12, 18)') }, '6'));

  it('confirms a divisor by a combination, and no wrong one', () => {
    assert.ok(isGreatestCommonDivisor(92n, [3956n, 2116n]));
    assert.ok(!isGreatestCommonDivisor(46n, [3956n, 2116n]));
    assert.ok(!isGreatestCommonDivisor(184n, [3956n, 2116n]));
  });
});

describe('least common multiple', () => {
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['333', '175323'], '19460853'],
    [['310', '12803'], '128030'],
    [['932862', '168'], '3731448'],
    [['4', '6', '10'], '60'],
    [['7', '7'], '7'],
  ];
  for (const [values, expected] of rows)
    it(`of ${values.join(', ')} is ${expected}`, () =>
      assertAnswer({ kind: 'lcm', values: exprs(...values) }, expected));

  it('gives the common denominator of fractions', async () => {
    await assertAnswer({ kind: 'commonDenominator', values: exprs('-203/1980', '-191/210240') }, '2312640');
    await assertAnswer({ kind: 'commonDenominator', values: exprs('2/4', '1/3') }, '6');
  });

  it('has no answer with zero', () =>
    assertStuck({ kind: 'lcm', values: exprs('0', '4') }, 'nothing-to-do', /multiple of \$0\$/));
});

describe('primality', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['1', false],
    ['2', true],
    ['4', false],
    ['97', true],
    ['91', false],
    ['227782891', false],
    ['1252172639', true],
    ['999999999989', true],
    ['18446744073709551557', true],
    ['18446744073709551556', false],
    ['561', false],
    ['3215031751', false],
    ['2^127 - 1', true],
  ];
  for (const [value, isItPrime] of rows) {
    it(`of ${value}`, async () => {
      await assertAnswer({ kind: 'isPrime', value: expr(value), ask: 'prime' }, isItPrime ? 'True' : 'False');
      const isComposite = !isItPrime && value !== '1';
      await assertAnswer({ kind: 'isPrime', value: expr(value), ask: 'composite' }, isComposite ? 'True' : 'False');
    });
  }

  it('shows a divisor, and how it is seen', async () => {
    const { moves } = await solve({ kind: 'isPrime', value: expr('123456783'), ask: 'prime' });
    assert.match(moves[0]?.text ?? '', /sum of the digits/);
    assert.match(moves[0]?.latex ?? '', /^123456783 = 3 \\cdot 41152261$/);
  });

  it('gives a reason for a hard composite without knowing a divisor', async () => {
    const rsa = '1522605027922533360535618378132637429718068114961380688657908494580122963258952897654000350692006139';
    const { moves, answer } = await solve({ kind: 'isPrime', value: expr(rsa), ask: 'prime' });
    assert.equal(answer.text, 'False');
    assert.match(moves[0]?.text ?? '', /Fermat/);
  });

  it('agrees by trial, Miller–Rabin and Pocklington on all numbers up to 3000', () => {
    for (let n = 2n; n < 3000n; n += 1n) {
      const byTrial = trialDivision(n, unlimitedWork).type === 'prime';
      assert.equal(byTrial, isPrime(n), n.toString());
      if (pocklington(n, unlimitedWork) !== undefined) assert.ok(byTrial, n.toString());
    }
  });
});

describe('prime factors', () => {
  const lists: readonly (readonly [string, string])[] = [
    ['91893749', '131, 701479'],
    ['64322198', '2, 73, 127, 3469'],
    ['87626183', '87626183'],
    ['20682856', '2, 2585357'],
    ['360', '2, 3, 5'],
    ['1024', '2'],
    ['18446744073709551615', '3, 5, 17, 257, 641, 65537, 6700417'],
  ];
  for (const [value, expected] of lists)
    it(`of ${value}`, () => assertAnswer({ kind: 'primeFactors', value: expr(value), ask: 'list' }, expected));

  it('as a product', async () => {
    await assertAnswer({ kind: 'primeFactors', value: expr('360'), ask: 'factorization' }, '2^3*3^2*5');
    await assertAnswer({ kind: 'factor', expr: expr('84') }, '2^2*3*7');
  });

  it('does not exist for 1', () =>
    assertStuck({ kind: 'primeFactors', value: expr('1'), ask: 'list' }, 'nothing-to-do', /no prime factors/));
});

describe('division with remainder', () => {
  const rows: readonly (readonly [string, string, 'both' | 'quotient' | 'remainder', string])[] = [
    ['93', '59', 'remainder', '34'],
    ['93', '59', 'quotient', '1'],
    ['14', '7', 'remainder', '0'],
    ['5', '9', 'remainder', '5'],
    ['-17', '5', 'remainder', '3'],
    ['17', '-5', 'remainder', '2'],
    ['1000000000000000000000', '7', 'remainder', '6'],
    ['93', '59', 'both', '1 remainder 34'],
  ];
  for (const [dividend, divisor, ask, expected] of rows)
    it(`${dividend} by ${divisor}: ${ask}`, () =>
      assertAnswer({ kind: 'integerDivision', dividend: expr(dividend), divisor: expr(divisor), ask }, expected));

  it('decides divisibility', async () => {
    await assertAnswer({ kind: 'divides', divisor: expr('7'), dividend: expr('1234') }, 'False');
    await assertAnswer({ kind: 'divides', divisor: expr('7'), dividend: expr('1232') }, 'True');
    await assertAnswer({ kind: 'divides', divisor: expr('0'), dividend: expr('3') }, 'False');
  });

  it('refuses to divide by zero', () =>
    assertStuck(
      { kind: 'integerDivision', dividend: expr('3'), divisor: expr('0'), ask: 'remainder' },
      'nothing-to-do',
      /division by \$0\$/,
    ));
});

describe('a product of two large primes', () => {
  // 10^30 + 57 and 10^40 + 121: far beyond what can be found by looking for a factor.
  const value = (10n ** 30n + 57n) * (10n ** 40n + 121n);

  it('is given up when the time is up', async () => {
    let looks = 0;
    const work = {
      check: () => {
        looks += 1;
        if (looks > 200) throw new WorkInterrupted();
      },
    };
    const task = { kind: 'primeFactors', value: expr(value.toString()), ask: 'list' } as const;
    const [way] = await primeFactorsKind.ways(task, work);
    assert.ok(way);
    const start = performance.now();
    assert.throws(() => way.derive(), WorkInterrupted);
    assert.ok(performance.now() - start < 5000);
  });
});
