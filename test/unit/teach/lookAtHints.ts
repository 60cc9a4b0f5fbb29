import assert from 'node:assert/strict';
import katex from 'katex';
import { answersEqual } from '../../../src/core/check/answers/answersEqual.ts';
import { rational } from '../../../src/core/math/rational.ts';
import { readProblem } from '../../../src/core/solve/read/readProblem.ts';
import type { Grain, Step } from '../../../src/core/session/step.ts';
import type { Hint, HintLevel } from '../../../src/core/teach/hint.ts';
import { hintAfter, piecesOf, solved, textsOf } from './support.ts';

/** What a hint for the step tells of it or of the answer, by the comparison that judges answers. */
export function leaksOf(hint: Hint, step: Step, answer: string): readonly string[] {
  const secrets = [answer, ...(step.latex === undefined ? [] : [`$${step.latex}$`])];
  return textsOf(hint)
    .flatMap(piecesOf)
    .filter((piece) => secrets.some((secret) => answersEqual(secret, `$${piece}$`).equal === true));
}

export function assertDrawn(hint: Hint): void {
  for (const text of textsOf(hint)) {
    for (const [, formula = ''] of text.matchAll(/\$\$?([^$]+)\$\$?/g))
      assert.doesNotThrow(() => katex.renderToString(formula, { throwOnError: true, strict: false }), formula);
  }
}

export async function eachHint(
  text: string,
  grain: Grain,
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

/** Both are given at every step, without the next line, the answer and, in the first, the problem's numbers. */
export async function assertFirstTwo(text: string, grain: Grain): Promise<void> {
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
    assert.ok(hint.text.replace(/\*\*.*?\*\*/, '').split(/[.?!](?:\s|$)/).length <= 3, hint.text);
  });
  assert.equal(given, 2 * (await solved(text, grain)).length, text);
}

/** Of the steps of the problems, how many got a worked example; none may tell the next line or the answer. */
export async function countExamples(texts: readonly string[]): Promise<{ asked: number; given: number }> {
  let [asked, given] = [0, 0];
  for (const text of texts) {
    asked += (await solved(text, 'normal')).length;
    given += await eachHint(text, 'normal', [3], (hint, step, answer) => {
      assert.ok(hint.example !== undefined && hint.example.steps.length > 0);
      assert.notEqual(hint.example.problem, text);
      assert.deepEqual(leaksOf(hint, step, answer), [], `${text}: ${JSON.stringify(hint)}`);
      assertDrawn(hint);
    });
  }
  return { asked, given };
}
