import assert from 'node:assert/strict';
import katex from 'katex';
import { describe, it } from 'mocha';
import { answersEqual } from '../../../src/core/check/answers/answersEqual.ts';
import { rational } from '../../../src/core/math/rational.ts';
import { readProblem } from '../../../src/core/solve/read/readProblem.ts';
import type { Step } from '../../../src/core/session/step.ts';
import type { Hint, HintLevel } from '../../../src/core/teach/hint.ts';
import { problems } from './problems.ts';
import { hintAfter, piecesOf, solved, textsOf } from './support.ts';

/** What a hint for the step tells of it or of the answer, by the comparison that judges answers. */
function leaksOf(hint: Hint, step: Step, answer: string): readonly string[] {
  const secrets = [answer, ...(step.latex === undefined ? [] : [`$${step.latex}$`])];
  return textsOf(hint)
    .flatMap(piecesOf)
    .filter((piece) => secrets.some((secret) => answersEqual(secret, `$${piece}$`).equal === true));
}

function assertDrawn(hint: Hint): void {
  for (const text of textsOf(hint)) {
    for (const [, formula = ''] of text.matchAll(/\$\$?([^$]+)\$\$?/g))
      assert.doesNotThrow(() => katex.renderToString(formula, { throwOnError: true, strict: false }), formula);
  }
}

async function eachHint(
  text: string,
  grain: 'fine' | 'normal' | 'coarse',
  levels: readonly HintLevel[],
  look: (hint: Hint, step: Step, answer: string) => void,
): Promise<number> {
  const steps = await solved(text, grain);
  const answer = steps.at(-1)?.final?.answer ?? '';
  let given = 0;
  for (const [index, step] of steps.entries()) {
    for (const level of levels) {
      const hint = await hintAfter(text, steps.slice(0, index), level, { grain });
      if ('type' in hint) continue;
      given += 1;
      look(hint, step, answer);
    }
  }
  return given;
}

describe('hints', () => {
  it('see a leak where there is one', async () => {
    const [first, ...rest] = await solved('Solve 2x + 5 = 11.', 'normal');
    assert.ok(first !== undefined);
    assert.deepEqual(leaksOf({ level: 2, text: 'It is $2x = 6$.' }, first, 'x = 3'), ['2x = 6']);
    assert.deepEqual(leaksOf({ level: 2, text: 'It is 3.' }, first, 'x = 3'), ['3']);
    assert.equal(rest.at(-1)?.final?.answer, 'x = 3');
  });

  for (const grain of ['fine', 'normal', 'coarse'] as const) {
    it(`name the idea and the place of every step without the next line or the answer (${grain})`, async function () {
      this.timeout(60_000);
      for (const text of problems) {
        const read = readProblem({ text });
        const numbers = read.type === 'read' ? read.reading.numbers : assert.fail(text);
        const given = await eachHint(text, grain, [1, 2], (hint, step, answer) => {
          assert.deepEqual(leaksOf(hint, step, answer), [], `${text}: ${hint.text}`);
          assertDrawn(hint);
          if (hint.level === 2) return;
          const told = piecesOf(hint.text)
            .filter((piece) => /^\d+$/.test(piece))
            .map((piece) => rational(BigInt(piece)));
          assert.ok(!told.some((number) => numbers.some((own) => own.equals(number))), hint.text);
        });
        const steps = await solved(text, grain);
        assert.equal(given, 2 * steps.length, text);
      }
    });
  }

  it('show the idea on another problem, with nothing of the next line or the answer', async function () {
    this.timeout(120_000);
    let [asked, given] = [0, 0];
    for (const text of problems.filter((_, index) => index % 4 === 1)) {
      const steps = await solved(text, 'normal');
      asked += steps.length;
      given += await eachHint(text, 'normal', [3], (hint, step, answer) => {
        assert.ok(hint.example !== undefined && hint.example.steps.length > 0);
        assert.notEqual(hint.example.problem, text);
        assert.deepEqual(leaksOf(hint, step, answer), [], `${text}: ${JSON.stringify(hint)}`);
        assertDrawn(hint);
      });
    }
    assert.ok(given >= 0.95 * asked, `${given} of ${asked}`);
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
