import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assertFirstTwo, countExamples } from '../../unit/teach/lookAtHints.ts';
import { problems } from '../../unit/teach/problems.ts';

describe('hints, for every kind of question', () => {
  for (const grain of ['fine', 'normal', 'coarse'] as const) {
    it(`name the idea and the place of every step without the next line or the answer (${grain})`, async function () {
      this.timeout(60_000);
      for (const text of problems) await assertFirstTwo(text, grain);
    });
  }

  it('show the idea on another problem, with nothing of the next line or the answer', async function () {
    this.timeout(120_000);
    const { asked, given } = await countExamples(problems.filter((_, index) => index % 8 === 1));
    assert.ok(given >= 0.95 * asked, `${given} of ${asked}`);
  });
});
