import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProblem } from '../../../src/core/solve/read/readProblem.ts';
import { anotherProblem } from '../../../src/core/teach/anotherProblem.ts';
import { problems } from '../../unit/teach/problems.ts';
import { means, problemOf, solved } from '../../unit/teach/support.ts';

function kindOf(text: string): string {
  const read = readProblem({ text });
  return read.type === 'read' ? read.reading.task.kind : assert.fail(text);
}

/** Every sixth problem for a seed, so that the seeds together see them all. */
const seeds = [0, 1, 2, 3, 4, 5];

describe('another problem, for every kind of question', () => {
  const count = { asked: 0, made: 0, sameIdea: 0 };

  for (const seed of seeds) {
    it(`is another one, solved and verified (seed ${seed})`, async function () {
      this.timeout(120_000);
      for (const text of problems.filter((_, index) => index % seeds.length === seed)) {
        count.asked += 1;
        const result = await anotherProblem(problemOf(text), seed % 3, means);
        if (result.type === 'none') continue;
        count.made += 1;
        assert.notEqual(result.problem.replaceAll(/[\s$]/g, ''), text.replaceAll(/[\s$]/g, ''));
        assert.equal(kindOf(result.problem), kindOf(text), `${text} → ${result.problem}`);
        const [before, after] = [await solved(text, 'normal'), await solved(result.problem, 'normal')];
        const final = after.at(-1)?.final;
        assert.equal(final?.answer, result.answer);
        assert.equal(final.isVerified, true, result.problem);
        const rules = new Set(before.map(({ rule }) => rule));
        if (after.filter(({ rule }) => rules.has(rule)).length >= after.length / 2) count.sameIdea += 1;
      }
    });
  }

  it('is made for nearly all of them, by the same ideas', () => {
    assert.ok(count.asked >= 100);
    assert.ok(count.made >= 0.95 * count.asked, JSON.stringify(count));
    assert.ok(count.sameIdea >= 0.9 * count.made, JSON.stringify(count));
  });
});
