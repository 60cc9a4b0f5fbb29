import assert from 'node:assert/strict';
import { checkClaim } from '../../../../src/core/check/claims.ts';
import { rational } from '../../../../src/core/math/rational.ts';
import { coefficientsOf, differenceTable, valueAt } from '../../../../src/core/solve/numbers/differences.ts';
import { assertAnswer, assertStuck, derivations, expr, exprs, solve } from './sound.ts';

const terms = (source: string) => exprs(...source.split(', '));

describe('the next term', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['74641, 298574, 671795, 1194304', '1866101'],
    ['250169, 250172, 250175, 250178, 250181', '250184'],
    ['390776, 781581, 1172386', '1563191'],
    ['2077, 2200, 2403, 2728, 3217, 3912, 4855, 6088', '7653'],
    ['33671, 134876, 303567, 539756, 843455, 1214676, 1653431, 2159732', '2733591'],
    ['339, 658, 1051, 1404, 1603, 1534, 1083', '136'],
    ['5, 5, 5', '5'],
    ['3, 6, 12, 24', '48'],
    ['2, -1, 1/2', '-1/4'],
    ['1, 1, 2, 3, 5, 8', '13'],
    ['2, 3, 5, 7, 11', '13'],
    ['0.5, 1, 1.5', '2'],
    ['1/2, 1, 3/2', '2'],
  ];
  for (const [source, expected] of rows) {
    it(`after ${source}`, async () => {
      const [first] = await derivations({ kind: 'sequence', terms: terms(source), ask: 'next' });
      assert.ok(first?.type === 'solved');
      assert.equal(first.answer.text, expected);
      assert.equal(first.answer.verdict.kind, 'proved');
      await solve({ kind: 'sequence', terms: terms(source), ask: 'next' });
    });
  }

  it('says which reading it took where the terms fix none, and does not call it verified', async () => {
    const { moves, answer } = await solve({ kind: 'sequence', terms: terms('3, 1, 4, 1, 5'), ask: 'next' });
    assert.match(moves[0]?.text ?? '', /no rule that the terms confirm/);
    assert.equal(answer.verdict.kind, 'unknown');
  });

  it('needs more than one term', () =>
    assertStuck({ kind: 'sequence', terms: terms('3'), ask: 'next' }, 'nothing-to-do', /One term/));
});

describe('the general term', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['5869769, 5869772, 5869775', 'i', '3*i + 5869766'],
    ['-271, -231, 129, 809', 's', '160*s^2 - 440*s + 9'],
    ['-1871, -3652, -5423, -7190, -8959, -10736, -12527, -14338', 'd', '-d^3 + 11*d^2 - 1807*d - 74'],
    ['1, 4, 9, 16', 'n', 'n^2'],
    ['1, 3, 6, 10', 'n', 'n^2/2 + n/2'],
    ['7, 7, 7', 'n', '7'],
    ['1, 16, 81, 256, 625, 1296', 'n', 'n^4'],
    ['3, 6, 12, 24', 'n', '3*2^(n - 1)'],
    ['5, 3, 1', 'n', '-2*n + 7'],
  ];
  for (const [source, index, expected] of rows) {
    it(`of ${source}`, async () => {
      const { answer } = await solve({ kind: 'sequence', terms: terms(source), ask: 'general', index });
      assert.equal(
        checkClaim({ type: 'equal', left: expr(answer.text), right: expr(expected) }).kind,
        'proved',
        answer.text,
      );
      assert.equal(answer.verdict.kind, 'proved');
    });
  }

  it('finds the polynomial behind values, whatever its degree', () => {
    for (let degree = 0; degree <= 6; degree += 1) {
      const coefficients = Array.from({ length: degree + 1 }, (_, k) => rational((k * 7 + 3) % 5 || 2, k + 1));
      const values = Array.from({ length: degree + 3 }, (_, n) => valueAt(coefficients, rational(n + 1)));
      const table = differenceTable(values);
      assert.ok(table);
      assert.equal(table.degree, degree);
      assert.deepEqual(
        coefficientsOf(table).map((value) => value.toFraction()),
        coefficients.map((value) => value.toFraction()),
      );
    }
  });

  it('takes the simplest polynomial through three terms, and says that it is a choice', async () => {
    const { moves, answer } = await solve({ kind: 'sequence', terms: terms('1, 4, 9'), ask: 'general', index: 'n' });
    assert.equal(answer.text, 'n^2');
    assert.equal(answer.verdict.kind, 'unknown');
    assert.match(moves[0]?.text ?? '', /fit many rules/);
  });

  it('does not invent a formula', () =>
    assertStuck(
      { kind: 'sequence', terms: terms('3, 1, 4, 1, 5'), ask: 'general' },
      'unsupported',
      /can’t tell the rule/,
    ));
});

describe('drawing without replacement', () => {
  const count = (text: string) =>
    [...new Set(text)].map((letter) => ({ letter, count: [...text].filter((other) => other === letter).length }));
  const rows: readonly (readonly ['sequence' | 'set', string, string, string])[] = [
    ['sequence', 'ojoovoojvojovvvjvjjo', 'ooj', '14/285'],
    ['sequence', 'elmn', 'eel', '0'],
    ['sequence', 'nnnnnn', 'nnnnn', '1'],
    ['sequence', 'kkxdxztu', 'utdkx', '1/1680'],
    ['set', 'ccesssscssacceecss', 'eeeac', '1/1428'],
    ['set', 'jjjjjgggg', 'ggjjj', '10/21'],
    ['set', 'joooooooooj', 'ooooo', '3/11'],
    ['set', 'rttrttektttnrk', 'ttnrr', '9/286'],
  ];
  for (const [ask, urn, draws, expected] of rows)
    it(`${ask} ${draws} from ${urn}`, () =>
      assertAnswer({ kind: 'urn', counts: count(urn), draws: [...draws], ask }, expected));

  it('agrees with every ordered draw, one by one', async () => {
    const urn = 'aabbc';
    for (const draws of ['ab', 'aab', 'cb', 'abc']) {
      const wanted = [...draws].sort().join('');
      let [all, sequence, set] = [0, 0, 0];
      const walk = (left: readonly string[], drawn: string): void => {
        if (drawn.length === draws.length) {
          all += 1;
          if (drawn === draws) sequence += 1;
          if ([...drawn].sort().join('') === wanted) set += 1;
          return;
        }
        left.forEach((letter, index) => {
          walk(
            left.filter((_, other) => other !== index),
            drawn + letter,
          );
        });
      };
      walk([...urn], '');
      await assertAnswer(
        { kind: 'urn', counts: count(urn), draws: [...draws], ask: 'sequence' },
        rational(sequence, all).toFraction(),
      );
      await assertAnswer(
        { kind: 'urn', counts: count(urn), draws: [...draws], ask: 'set' },
        rational(set, all).toFraction(),
      );
    }
  });

  it('can’t draw more than there is', () =>
    assertStuck(
      { kind: 'urn', counts: count('ab'), draws: ['a', 'b', 'a'], ask: 'sequence' },
      'nothing-to-do',
      /Only 2 letters/,
    ));
});
