import assert from 'node:assert/strict';
import { assertAnswer, assertStuck, expr, solve } from './sound.ts';

describe('place value', () => {
  const rows: readonly (readonly [string, number, string])[] = [
    ['763432726233', 6, '2'],
    ['184437614574', 11, '1'],
    ['54', 0, '4'],
    ['54', 5, '0'],
    ['860978895847', 9, '0'],
    ['-372', 1, '7'],
    ['3.1415', -2, '4'],
    ['3.1415', -9, '0'],
    ['0.07', 0, '0'],
  ];
  for (const [value, place, expected] of rows)
    it(`digit ${place.toString()} of ${value}`, () =>
      assertAnswer({ kind: 'digit', value: expr(value), place }, expected));
});

describe('rounding', () => {
  const rows: readonly (readonly [string, number, string])[] = [
    ['205689.956772', 0, '205690'],
    ['3873456.31125', 5, '3900000'],
    ['-1.026921712277', -1, '-1.0'],
    ['-252406.7579918', 0, '-252407'],
    ['-29.3269505625', -3, '-29.327'],
    ['0.251710342698', -6, '0.251710'],
    ['87296.55069', 6, '0'],
    ['-36497.90693726', 3, '-36000'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.4999', 0, '0'],
    ['99.995', -2, '100.00'],
    ['99.96', -1, '100.0'],
    ['-0.001', -2, '0.00'],
    ['1/3', -2, '0.33'],
    ['7', -2, '7.00'],
    ['sqrt(10)', 0, '3'],
    ['root(2222, 3)', 0, '13'],
    ['sqrt(2)', -3, '1.414'],
    ['1 + sqrt(2)', -2, '2.41'],
    ['sqrt(0.2)', 0, '0'],
  ];
  for (const [value, place, expected] of rows)
    it(`${value} at ${place.toString()}`, () => assertAnswer({ kind: 'round', value: expr(value), place }, expected));

  const figures: readonly (readonly [string, number, string])[] = [
    ['0.04567', 2, '0.046'],
    ['98765', 2, '99000'],
    ['0.0996', 2, '0.1'],
    ['123', 1, '100'],
    ['5', 3, '5'],
  ];
  for (const [value, significant, expected] of figures)
    it(`${value} to ${significant.toString()} figures`, () =>
      assertAnswer({ kind: 'round', value: expr(value), significant }, expected));

  it('names the digit that decides', async () => {
    const { moves } = await solve({ kind: 'round', value: expr('205689.956772'), place: 0 });
    assert.match(moves[0]?.text ?? '', /next digit is \$9\$, which is \$5\$ or more/);
  });
});

describe('bases', () => {
  const rows: readonly (readonly [string, number, number, string])[] = [
    ['1011', 2, 7, '14'],
    ['b7', 15, 11, '147'],
    ['-221', 3, 10, '-25'],
    ['255', 10, 16, 'ff'],
    ['0', 10, 2, '0'],
    ['5', 8, 3, '12'],
    ['FF', 16, 16, 'ff'],
  ];
  for (const [digits, from, to, expected] of rows)
    it(`${digits} from ${from.toString()} to ${to.toString()}`, () =>
      assertAnswer({ kind: 'baseConversion', digits, from, to }, expected));

  it('refuses digits that the base does not have', () =>
    assertStuck({ kind: 'baseConversion', digits: '128', from: 8, to: 2 }, 'nothing-to-do', /smaller than the base/));

  const sums: readonly (readonly [number, string, '+' | '-' | '*' | '/', string, string])[] = [
    [13, '7a', '-', '-5', '82'],
    [2, '1011', '-', '10', '1001'],
    [16, '-a3', '+', '1f', '-84'],
    [5, '4', '*', '4', '31'],
    [8, '17', '+', '1', '20'],
    [3, '-2', '-', '2', '-11'],
  ];
  for (const [base, left, operator, right, expected] of sums)
    it(`${left} ${operator} ${right} in base ${base.toString()}`, () =>
      assertAnswer({ kind: 'baseArithmetic', base, left, operator, right }, expected));
});

describe('other forms of a number', () => {
  const rows: readonly (readonly [string, 'fraction' | 'mixed' | 'decimal' | 'percent' | 'scientific', string])[] = [
    ['0.125', 'fraction', '1/8'],
    ['0.3', 'fraction', '3/10'],
    ['17/5', 'mixed', '3 2/5'],
    ['-17/5', 'mixed', '-3 2/5'],
    ['3/8', 'decimal', '0.375'],
    ['1/3', 'decimal', '0.(3)'],
    ['1/6', 'decimal', '0.1(6)'],
    ['1/7', 'decimal', '0.(142857)'],
    ['-5/12', 'decimal', '-0.41(6)'],
    ['3/8', 'percent', '37.5%'],
    ['0.00042', 'scientific', '4.2*10^(-4)'],
    ['93000000', 'scientific', '9.3*10^7'],
  ];
  for (const [value, to, expected] of rows)
    it(`${value} as ${to}`, () => assertAnswer({ kind: 'changeForm', value: expr(value), to }, expected));
});
