import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assertFirstTwo, countExamples, leaksOf } from './lookAtHints.ts';
import { problems } from './problems.ts';
import { hintAfter, solved } from './support.ts';

describe('hints', () => {
  it('see a leak where there is one', async () => {
    const [first, ...rest] = await solved('Solve 2x + 5 = 11.', 'normal');
    assert.ok(first !== undefined);
    assert.deepEqual(leaksOf({ level: 2, text: 'It is $2x = 6$.' }, first, 'x = 3'), ['2x = 6']);
    assert.deepEqual(leaksOf({ level: 2, text: 'It is 3.' }, first, 'x = 3'), ['3']);
    assert.equal(rest.at(-1)?.final?.answer, 'x = 3');
  });

  it('name the idea and the place of a step without the next line or the answer', async () => {
    const grains = ['fine', 'normal', 'coarse'] as const;
    for (const [index, text] of problems.filter((_, at) => at % 6 === 2).entries())
      await assertFirstTwo(text, grains[index % grains.length] ?? 'normal');
  });

  it('show the idea on another problem, with nothing of the next line or the answer', async () => {
    const { asked, given } = await countExamples(problems.filter((_, index) => index % 24 === 1));
    assert.ok(given >= 0.9 * asked, `${given} of ${asked}`);
  });

  it('say the problem of an example once', async () => {
    const hint = await hintAfter('Solve 2x + 5 = 11.', [], 3);
    assert.ok(!('type' in hint) && hint.example !== undefined);
    assert.match(hint.text, /:$/);
    assert.doesNotMatch(hint.text, /\d/);
  });

  it('name a place in one sentence', async () => {
    const placeOf = async (text: string): Promise<string> => {
      const hint = await hintAfter(text, [], 2);
      return 'type' in hint ? hint.detail : hint.text;
    };
    assert.equal(await placeOf('Solve 3(x - 2) = 2x + 5 for x.'), 'Look at the bracket $3(x - 2)$ on the left.');
    assert.equal(
      await placeOf('Solve 6x^2 + 11x - 10 = 0.'),
      'In the sum $6x^{2} + 11x - 10$ on the left, look at the middle term.',
    );
    assert.equal(await placeOf('Factor 12x^3 - 18x^2.'), 'Look for what divides every term.');
  });

  it('end with the step itself', async () => {
    const text = 'Solve 2x + 5 = 11.';
    const [step] = await solved(text, 'normal');
    const hint = await hintAfter(text, [], 4);
    assert.ok(!('type' in hint) && step !== undefined);
    assert.equal(hint.text, `${step.text}\n\n$$${step.latex ?? ''}$$`);
  });

  it('are the same for the same seed', async () => {
    const text = 'Solve x^2 + 3x - 40 = 0.';
    assert.deepEqual(await hintAfter(text, [], 3, { seed: 7 }), await hintAfter(text, [], 3, { seed: 7 }));
  });

  it('name no outcome', async () => {
    const text = 'Solve 2x + 3 = 2x + 5.';
    const [first] = await solved(text, 'normal');
    assert.ok(first !== undefined);
    const hint = await hintAfter(text, [first], 1);
    assert.ok(!('type' in hint));
    assert.doesNotMatch(hint.text, /no solution/i);
  });

  it('say why there is none', async () => {
    const steps = await solved('Solve 2x + 5 = 11.', 'normal');
    const after = await hintAfter('Solve 2x + 5 = 11.', steps, 1);
    assert.ok('type' in after && after.detail.includes('already answered'));
    const unread = await hintAfter('How are you?', [], 1);
    assert.ok('type' in unread && unread.detail.length > 10);
  });
});
