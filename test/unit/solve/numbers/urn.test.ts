import assert from 'node:assert/strict';
import { readProblem } from '../../../../src/core/solve/read/readProblem.ts';
import type { Task } from '../../../../src/core/solve/task.ts';
import { assertAnswer, assertStuck, solve } from './sound.ts';

function taskOf(text: string): Task {
  const result = readProblem({ text });
  return result.type === 'read' ? result.reading.task : assert.fail(`${text}: ${result.detail}`);
}

const urn = 'An urn contains 3 red and 5 black balls. Two are drawn without replacement. What is the probability that';

describe('drawing from an urn, asked in words', () => {
  const rows: readonly (readonly [string, string])[] = [
    [`${urn} exactly one is red?`, '15/28'],
    [`${urn} at least one is red?`, '9/14'],
    [`${urn} at most one is red?`, '25/28'],
    [`${urn} none is red?`, '5/14'],
    [`${urn} neither is red?`, '5/14'],
    [`${urn} both are red?`, '3/28'],
    [`${urn} they have the same colour?`, '13/28'],
    [`${urn} both are of different colours?`, '15/28'],
    [`${urn} the second is red?`, '3/8'],
    [`${urn} the first is red and the second is black?`, '15/56'],
    [
      'A bag contains 4 green marbles and 6 blue marbles. A marble is drawn at random. What is the probability that it is green?',
      '2/5',
    ],
    ['A bag contains 3 red, 4 blue and 5 green balls. What is the probability of drawing a red ball?', '1/4'],
    [
      'A box has 2 red, 3 blue and 4 white balls. Three balls are drawn with replacement. Find the probability that exactly two are blue.',
      '2/9',
    ],
    [
      'A jar holds 2 red, 3 blue and 4 white balls. You draw three balls without replacement. Find the probability that all are different colours.',
      '2/7',
    ],
    [
      'An urn contains 3 red and 5 black balls. Two balls are drawn one after the other without replacement. What is the probability of drawing red first and then black?',
      '15/56',
    ],
    [
      'A bag contains 3 red and 2 blue balls. Two balls are drawn with replacement. What is the probability of drawing one red and one blue?',
      '12/25',
    ],
  ];
  for (const [text, expected] of rows) it(text, () => assertAnswer(taskOf(text), expected));

  const unread: readonly string[] = [
    'An urn contains 4 white and 6 black balls. A ball is drawn, its colour noted and put back, then a second is drawn. What is the probability that both are white?',
    'An urn contains 4 white and 6 black balls. Two balls are drawn, the first is painted white. What is the probability that both are white?',
    'An urn contains 3 red and 5 black balls. Two balls are drawn without replacement. Find the probability that one ball is green.',
    'An urn contains 3 red and 5 black balls. Three balls are drawn without replacement. Find the probability that two are red or one is black.',
  ];
  for (const text of unread)
    it(`does not take for another question: ${text}`, () => {
      assert.equal(readProblem({ text }).type, 'notUnderstood');
    });

  it('takes the opposite where it has fewer cases', async () => {
    const { moves } = await solve(taskOf(`${urn} at least one is red?`));
    assert.match(moves[1]?.text ?? '', /opposite is easier: no red is drawn/);
    assert.equal(moves.at(-1)?.latex, 'P = 1 - \\frac{5}{14} = \\frac{9}{14}');
  });

  it('knows what can not happen', async () => {
    const { answer } = await solve(
      taskOf(
        'A bag holds 2 red and 9 blue balls. Three balls are drawn without replacement. What is the probability that at least three are red?',
      ),
    );
    assert.equal(answer.text, '0');
  });

  it('refuses more draws than there are balls', () =>
    assertStuck(
      {
        kind: 'urn',
        counts: [{ letter: 'red', count: 2 }],
        drawn: 3,
        isReplaced: false,
        event: { type: 'same' },
        ask: 'event',
      },
      'nothing-to-do',
      /Only 2 can be drawn/,
    ));

  it('says nothing of letters where there are colours', async () => {
    const { moves } = await solve(taskOf(`${urn} both are red?`));
    assert.doesNotMatch(JSON.stringify(moves.map(({ text, why }) => [text, why])), /letter/);
  });
});
