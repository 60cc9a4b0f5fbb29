import assert from 'node:assert/strict';
import { assertAnswer, assertStuck, expr, exprs, solve } from './sound.ts';

describe('values of functions', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['sin(pi/6)', '1/2'],
    ['cos(60°)', '1/2'],
    ['sin(7pi/6)', '-1/2'],
    ['tan(-60°)', '-sqrt(3)'],
    ['cos(15°)', '(sqrt(2) + sqrt(6))/4'],
    ['arctan(1)', 'pi/4'],
    ['arccos(-1/2)', '2*pi/3'],
    ['log(1000)', '3'],
    ['ln(1)', '0'],
    ['e^0', '1'],
    ['ln(e^3)', '3'],
    ['log_2(8) + log_2(4)', '5'],
    ['log_3(1/9)', '-2'],
    ['log(10*100)', '3'],
    ['log(20) + log(5)', '2'],
    ['2ln(3) - ln(18)', 'ln(1/2)'],
    ['ln(8)/ln(2)', '3'],
    ['e^(ln 5)', '5'],
    ['2^(log_2(5))', '5'],
    ['2 sin(pi/6) + cos(0)', '2'],
    ['sin^2(pi/7) + cos^2(pi/7)', '1'],
    ['2 sin(1) + 3 sin(1)', '5*sin(1)'],
    ['pi + pi', '2*pi'],
  ];
  for (const [source, expected] of rows)
    it(source, () => assertAnswer({ kind: 'simplify', expr: expr(source), positive: [] }, expected));

  it('names the angle in the first quadrant that a value is taken from', async () => {
    const { moves } = await solve({ kind: 'evaluate', expr: expr('sin(7pi/6)') });
    assert.match(moves[0]?.text ?? '', /\\frac\{\\pi\}\{6\}.*sine is negative/);
  });

  it('says where a number has no exact value', () =>
    assertStuck({ kind: 'evaluate', expr: expr('sin(1)') }, 'nothing-to-do', /no exact value.*0\.841471/));

  const undefinedOnes: readonly (readonly [string, RegExp])[] = [
    ['tan(pi/2)', /cosine of the angle/],
    ['ln(-2)', /only positive numbers/],
    ['log(0)', /only positive numbers/],
    ['arcsin(2)', /no angle has a sine/],
  ];
  for (const [source, words] of undefinedOnes)
    it(`${source} has no value`, () => assertStuck({ kind: 'evaluate', expr: expr(source) }, 'nothing-to-do', words));
});

describe('complex numbers', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['(1+i)^2', '2*i'],
    ['(2+3i)(1-i)', '5 + i'],
    ['(1+i)/(1-i)', 'i'],
    ['i^7', '-i'],
    ['(3+2i)+(1-5i)', '4 - 3*i'],
    ['sqrt(-4) + i', '3*i'],
    ['|3+4i|', '5'],
    ['e^(i pi)', '-1'],
  ];
  for (const [source, expected] of rows)
    it(source, () => assertAnswer({ kind: 'evaluate', expr: expr(source) }, expected));

  it('has no real root of a negative number where no i is written', () =>
    assertStuck({ kind: 'evaluate', expr: expr('sqrt(-4)') }, 'nothing-to-do', /not a real number/));
});

describe('numbers without an exact form in order', () => {
  const items = (...sources: readonly string[]) => exprs(...sources).map((value) => ({ value }));

  it('sorts by certain digits', () =>
    assertAnswer({ kind: 'sort', items: items('pi', '3', '22/7'), order: 'ascending' }, '3, pi, 22/7'));

  it('tells numbers apart that agree in many digits', () =>
    assertAnswer(
      { kind: 'sort', items: items('355/113', 'pi', 'ln(2)', '-e'), order: 'descending' },
      '355/113, pi, ln(2), -e',
    ));

  it('finds equal ones', () =>
    assertAnswer({ kind: 'sort', items: items('e', 'ln(e)', '1'), order: 'ascending' }, 'ln(e), 1, e'));

  it('picks by rank', () => assertAnswer({ kind: 'kth', items: items('pi', 'e', '3'), rank: 2, from: 'biggest' }, '3'));
});
