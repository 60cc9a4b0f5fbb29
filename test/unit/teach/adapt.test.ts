import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { adapt, asksForOwnLine, historyOf, type StepHistory } from '../../../src/core/teach/adapt.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';

function step(index: number, needed: Partial<StepHistory> = {}): StepHistory {
  return { index, hint: 0, wrongLines: 0, rightLines: 0, isSplit: false, ...needed };
}

describe('what was needed so far', () => {
  it('is read from the log, from the last change of the grain on', () => {
    const hint = (index: number, level: number): SessionEvent => ({
      at: 0,
      type: 'hintGiven',
      branch: 'a',
      index,
      level,
      text: '',
    });
    const line = (index: number, kind: 'valid' | 'invalid' | 'unknown'): SessionEvent => ({
      at: 0,
      type: 'lineChecked',
      branch: 'a',
      index,
      line: '',
      verdict: { kind, how: 'none' },
    });
    const events = [hint(-1, 4), hint(0, 1), hint(0, 3), line(1, 'invalid'), line(1, 'valid'), line(1, 'unknown')];
    assert.deepEqual(historyOf(events), [
      step(-1, { hint: 4 }),
      step(0, { hint: 3 }),
      step(1, { wrongLines: 1, rightLines: 1 }),
    ]);
    const changed: SessionEvent = { at: 0, type: 'grainChanged', grain: 'fine' };
    assert.deepEqual(historyOf([...events.slice(0, 2), changed, hint(2, 1)]), [step(2, { hint: 1 })]);
  });

  it('makes the steps smaller after the step itself was asked for twice', () => {
    const history = [step(-1, { hint: 4 }), step(0), step(1, { hint: 4 })];
    assert.deepEqual(adapt(history, 'normal'), {
      level: 1,
      grain: 'fine',
      sentence: 'You asked for the step itself twice: smaller steps from here.',
    });
    assert.equal(adapt(history, 'coarse').grain, 'normal');
    assert.equal(adapt(history, 'fine').grain, 'fine');
    assert.equal(adapt([step(0, { isSplit: true }), step(1, { isSplit: true })], 'normal').grain, 'fine');
  });

  it('begins hints where they helped', () => {
    assert.equal(adapt([step(0, { hint: 2 }), step(1, { hint: 2 })], 'normal').level, 2);
    assert.equal(adapt([step(0, { hint: 3 }), step(1, { hint: 3 })], 'normal').level, 3);
    assert.equal(adapt([step(0, { hint: 2 }), step(1)], 'normal').level, 1);
    const wrong = adapt([step(0, { wrongLines: 1 }), step(1, { wrongLines: 1 })], 'normal');
    assert.deepEqual([wrong.level, wrong.sentence], [2, 'Two of your lines went wrong: hints begin with the place.']);
  });

  it('makes the steps larger where own lines were right without a hint', () => {
    const right = [0, 1, 2, 3].map((index) => step(index, { rightLines: 1 }));
    assert.equal(adapt(right, 'normal').grain, 'coarse');
    assert.equal(adapt(right.slice(1), 'normal').grain, 'normal');
    assert.deepEqual(
      adapt(
        [0, 1, 2, 3].map((index) => step(index)),
        'normal',
      ),
      { level: 1, grain: 'normal' },
    );
    assert.deepEqual(adapt([], 'normal'), { level: 1, grain: 'normal' });
  });

  it('asks for an own line once a step', () => {
    assert.equal(asksForOwnLine([], 0, true), true);
    assert.equal(asksForOwnLine([], 0, false), false);
    assert.equal(asksForOwnLine([step(0, { wrongLines: 1 })], 0, true), false);
    assert.equal(asksForOwnLine([step(0, { hint: 1 })], 0, true), false);
    assert.equal(asksForOwnLine([step(0, { hint: 1 })], 1, true), true);
  });
});
