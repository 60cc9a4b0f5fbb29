import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { emptyState } from '../../../../src/core/session/state.ts';
import { nextLevel } from '../../../../src/host/words/panelAside.ts';

describe('the level of the next hint', () => {
  const after = (...levels: number[]): number | undefined =>
    nextLevel({
      ...emptyState,
      branch: 'main',
      index: 0,
      hints: levels.map((level) => ({ branch: 'main', index: 0, level, text: '' })),
    });

  it('goes up at one step, and ends with the step itself', () => {
    assert.deepEqual([after(), after(1), after(1, 2), after(1, 2, 3), after(1, 2, 3, 4)], [1, 2, 3, 4, undefined]);
  });

  it('begins where the learner begins, and again after a line of the learner’s own', () => {
    const here = { ...emptyState, branch: 'main', index: 0 };
    assert.equal(nextLevel(here, 2), 2);
    assert.equal(after(1, 2, 3, 1), 2);
  });

  it('counts the hints of this step only', () => {
    const hints = [{ branch: 'main', index: 1, level: 3, text: '' }];
    assert.equal(nextLevel({ ...emptyState, branch: 'main', index: 0, hints }), 1);
  });
});
