import assert from 'node:assert/strict';
import type { RelationOperator } from '../../../../src/core/math/expr.ts';
import { and, or, relation } from '../../../../src/core/math/build.ts';
import type { ListItem } from '../../../../src/core/solve/task.ts';
import { assertAnswer, assertStuck, expr, solve } from './sound.ts';

function items(source: string): readonly ListItem[] {
  return source.split(', ').map((value) => ({ value: expr(value) }));
}

function choices(source: string): readonly ListItem[] {
  return source.split(', ').map((value, index) => ({ value: expr(value), label: 'abcdefghij'.charAt(index) }));
}

describe('comparing numbers', () => {
  const statements: readonly (readonly [string, RelationOperator, string, boolean])[] = [
    ['1', '=', '2', false],
    ['3 + 5', '=', '8', true],
    ['2/3', '>', '1/3', true],
    ['1/3', '>=', '2/3', false],
    ['-1/3', '<=', '-0.3', true],
    ['5', '!=', '5.0', false],
    ['-14', '<', '-15', false],
    ['sqrt(2)', '<', '1.42', true],
    ['10^20 + 1', '>', '10^20', true],
  ];
  for (const [left, operator, right, isTrue] of statements) {
    it(`${left} ${operator} ${right} is ${isTrue ? 'true' : 'false'}`, async () => {
      await assertAnswer(
        { kind: 'decide', statement: relation(expr(left), operator, expr(right)) },
        isTrue ? 'True' : 'False',
      );
    });
  }

  it('decides chains, and statements joined by and, or', async () => {
    await assertAnswer({ kind: 'decide', statement: expr('1 < 2 < 3') }, 'True');
    await assertAnswer({ kind: 'decide', statement: expr('1 < 3 < 2') }, 'False');
    await assertAnswer({ kind: 'decide', statement: or(expr('1 = 2'), expr('sqrt(50) > 7')) }, 'True');
    await assertAnswer({ kind: 'decide', statement: and(expr('1 = 1'), expr('2 > 3')) }, 'False');
  });

  it('names the one that is asked for as it was written', async () => {
    await assertAnswer({ kind: 'compare', left: expr('1/2'), right: expr('-3'), ask: 'greater' }, '1/2');
    await assertAnswer({ kind: 'compare', left: expr('0.3'), right: expr('2/7'), ask: 'smaller' }, '2/7');
    await assertAnswer({ kind: 'compare', left: expr('-4'), right: expr('-43/11'), ask: 'greater' }, '-43/11');
    await assertAnswer({ kind: 'compare', left: expr('1/2'), right: expr('0.5'), ask: 'relation' }, '1/2 = 0.5');
    await assertAnswer({ kind: 'compare', left: expr('1/2'), right: expr('0.5'), ask: 'equal' }, 'True');
  });

  it('keeps the letter of the text', async () => {
    await assertAnswer(
      { kind: 'compare', left: expr('3'), right: expr('3/4'), ask: 'smaller', names: { left: 'z', right: 't' } },
      't',
    );
    await assertAnswer(
      {
        kind: 'sort',
        items: [{ value: expr('4') }, { value: expr('2'), name: 'c' }, { value: expr('-5') }],
        order: 'ascending',
      },
      '-5, c, 4',
    );
  });
});

describe('lists of numbers', () => {
  it('sorts', async () => {
    await assertAnswer(
      { kind: 'sort', items: items('-1/3, -875, 0, -3, 0.1, 0.3, 2'), order: 'ascending' },
      '-875, -3, -1/3, 0, 0.1, 0.3, 2',
    );
    await assertAnswer(
      { kind: 'sort', items: items('-1/2, -1174, 5, -2, 0.535'), order: 'descending' },
      '5, 0.535, -1/2, -2, -1174',
    );
    await assertAnswer({ kind: 'sort', items: items('2, sqrt(3), 7/4'), order: 'ascending' }, 'sqrt(3), 7/4, 2');
  });

  it('finds the one of a rank', async () => {
    await assertAnswer(
      { kind: 'kth', items: choices('-0.3, 18, 2, -2/25, -67, 4/5, -0.13, 5, 3/325, 0'), rank: 4, from: 'biggest' },
      'f',
    );
    await assertAnswer({ kind: 'kth', items: items('4, -0.5, -458, -1.9, 18'), rank: 1, from: 'smallest' }, '-458');
    await assertAnswer({ kind: 'kth', items: items('1/35, 0.1, 4, -1'), rank: 2, from: 'smallest' }, '1/35');
    await assertStuck(
      { kind: 'kth', items: items('1, 2'), rank: 3, from: 'biggest' },
      'nothing-to-do',
      /only 2 numbers/,
    );
  });

  it('finds the closest', async () => {
    await assertAnswer(
      { kind: 'closest', items: items('4, -1/4, 1.3, -19/2, -19, -4, 2, -3/2'), to: expr('-478') },
      '-19',
    );
    await assertAnswer({ kind: 'closest', items: choices('1, 0, 15, 12592, 2/5'), to: expr('1') }, 'a');
    await assertAnswer({ kind: 'closest', items: choices('-1/5, -2/9, 0.1, 24, 0.4, 2/9'), to: expr('2/7') }, 'f');
  });

  it('says so when two are equally close', async () => {
    const { moves } = await solve({ kind: 'closest', items: items('1, 3, 9'), to: expr('2') });
    assert.match(moves.at(-1)?.text ?? '', /just as close/);
  });
});
