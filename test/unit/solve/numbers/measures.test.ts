import assert from 'node:assert/strict';
import { findUnit } from '../../../../src/core/solve/numbers/units.ts';
import { assertAnswer, assertStuck, expr, exprs, solve } from './sound.ts';

describe('units', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['37.8685899', 'ml', 'l', '0.0378685899'],
    ['8.19612471', 'century', 'millennium', '0.819612471'],
    ['397.210766', 'm', 'nm', '397210766000'],
    ['10561.135', 'day', 's', '912482064'],
    ['52.3053', 'week', 's', '31634245.44'],
    ['2954128.3065', 'ns', 'week', '0.00000000488447140625'],
    ['4671643.11', 'century', 'month', '5605971732'],
    ['76881.2025', 'us', 's', '0.0768812025'],
    ['4.99358511', 's', 'min', '0.0832264185'],
    ['3/5', 'l', 'ml', '600'],
    ['1/7', 'kg', 'g', '1000/7'],
    ['72', 'km/h', 'm/s', '20'],
    ['3.5', 'm^2', 'cm^2', '35000'],
    ['2', 'm^3', 'l', '2000'],
    ['3', 'mi', 'km', '4.828032'],
    ['5', 'lb', 'kg', '2.26796185'],
    ['3', 'year', 'day', '1095'],
    ['1', 'week', 's', '604800'],
    ['2', 'ha', 'm^2', '20000'],
    ['3.5', 'km', 'm', '3500'],
    ['90', 'km/h', 'mph', '55.92 (exactly 78125/1397)'],
    ['1', 'month', 'day', '30.42 (exactly 365/12)'],
  ];
  for (const [value, from, to, expected] of rows)
    it(`${value} ${from} in ${to}`, () =>
      assertAnswer({ kind: 'convertUnit', value: expr(value), from, to }, expected));

  it('tells a milligram from a megagram, whatever the spelling of the prefix', () => {
    assert.notEqual(findUnit('mg')?.factor.toFraction(), findUnit('Mg')?.factor.toFraction());
    assert.equal(findUnit('us'), findUnit('microseconds'));
    assert.equal(findUnit('cm²'), findUnit('square centimetres'));
    assert.equal(findUnit('furlong'), undefined);
  });

  it('says how long a year is taken to be', async () => {
    const { moves } = await solve({ kind: 'convertUnit', value: expr('3'), from: 'year', to: 'day' });
    assert.match(moves[0]?.text ?? '', /a year has \$365\$ days/);
  });

  it('names the unit in the last line', async () => {
    const { moves } = await solve({ kind: 'convertUnit', value: expr('3.5'), from: 'km', to: 'm' });
    assert.equal(moves.at(-1)?.latex, '3.5\\;\\mathrm{km} = 3500\\;\\mathrm{m}');
  });

  it('says what a month is taken to be', async () => {
    const { moves } = await solve({ kind: 'convertUnit', value: expr('1'), from: 'month', to: 'day' });
    assert.match(moves[0]?.text ?? '', /from \$28\$ to \$31\$ days/);
  });

  it('converts nothing into something else', () =>
    assertStuck({ kind: 'convertUnit', value: expr('3'), from: 'kg', to: 'm' }, 'nothing-to-do', /different things/));
});

describe('clocks', () => {
  const shifts: readonly (readonly [number, string, string])[] = [
    [16 * 60 + 45, '-180', '1:45 PM'],
    [18 * 60 + 10, '492', '2:22 AM'],
    [0, '-1', '11:59 PM'],
    [11 * 60 + 59, '1', '12:00 PM'],
    [60, '4320', '1:00 AM'],
  ];
  for (const [time, shift, expected] of shifts)
    it(`${time.toString()} and ${shift} minutes`, () =>
      assertAnswer({ kind: 'clockShift', time, shift: expr(shift), clock: '12-hour' }, expected));

  it('counts from time to time', async () => {
    await assertAnswer({ kind: 'clockSpan', from: 184, to: 495, unit: 'minutes', clock: '12-hour' }, '311');
    await assertAnswer({ kind: 'clockSpan', from: 23 * 60, to: 60, unit: 'minutes', clock: '24-hour' }, '120');
    await assertAnswer(
      { kind: 'clockSpan', from: 184, to: 495, unit: 'hours-and-minutes', clock: '12-hour' },
      '5 hours and 11 minutes',
    );
    await assertAnswer({ kind: 'clockSpan', from: 60, to: 180, unit: 'hours', clock: '24-hour' }, '2');
  });
});

describe('percentages, ratios and averages', () => {
  it('finds rates, wholes and changes', async () => {
    await assertAnswer({ kind: 'percentage', ask: 'rate', part: expr('20'), whole: expr('80') }, '25%');
    await assertAnswer({ kind: 'percentage', ask: 'whole', part: expr('20'), rate: expr('25') }, '80');
    await assertAnswer({ kind: 'percentage', ask: 'whole', part: expr('20'), rate: expr('25%') }, '80');
    await assertAnswer({ kind: 'percentage', ask: 'change', from: expr('80'), to: expr('92') }, '15%');
    await assertAnswer({ kind: 'percentage', ask: 'change', from: expr('80'), to: expr('60') }, '-25%');
    await assertAnswer(
      { kind: 'percentage', ask: 'change', from: expr('80'), to: expr('60'), direction: 'decrease' },
      '25%',
    );
    await assertStuck(
      { kind: 'percentage', ask: 'change', from: expr('-50'), to: expr('60') },
      'unsupported',
      /do not agree/,
    );
    await assertAnswer({ kind: 'percentage', ask: 'increase', value: expr('80'), rate: expr('15%') }, '92');
    await assertAnswer({ kind: 'percentage', ask: 'decrease', value: expr('250'), rate: expr('12.5') }, '218.75');
    await assertStuck(
      { kind: 'percentage', ask: 'rate', part: expr('20'), whole: expr('0') },
      'nothing-to-do',
      /must not be zero/,
    );
  });

  it('simplifies and shares in ratios', async () => {
    await assertAnswer({ kind: 'ratio', parts: exprs('12', '18') }, '2:3');
    await assertAnswer({ kind: 'ratio', parts: exprs('1/2', '3/4', '2') }, '2:3:8');
    await assertAnswer({ kind: 'ratio', parts: exprs('2', '3'), share: expr('60') }, '24, 36');
  });

  it('finds mean, median, mode and range', async () => {
    await assertAnswer({ kind: 'average', values: exprs('3', '5', '10'), ask: 'mean' }, '6');
    await assertAnswer({ kind: 'average', values: exprs('4', '1', '9', '3'), ask: 'median' }, '3.5');
    await assertAnswer({ kind: 'average', values: exprs('4', '-1', '9'), ask: 'median' }, '4');
    await assertAnswer({ kind: 'average', values: exprs('4', '1', '4'), ask: 'mode' }, '4');
    await assertAnswer({ kind: 'average', values: exprs('4', '-1', '9'), ask: 'range' }, '10');
    await assertStuck({ kind: 'average', values: exprs('1', '2'), ask: 'mode' }, 'nothing-to-do', /no mode/);
  });
});
