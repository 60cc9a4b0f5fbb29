import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import {
  branchSteps,
  currentStep,
  isDone,
  isInserted,
  partialSolution,
  usedMethods,
  visibleBranches,
} from '../../../src/core/session/select.ts';
import { emptyState, fold } from '../../../src/core/session/state.ts';
import { makeStep, problem } from '../lazy/support.ts';

const set: SessionEvent = { type: 'problemSet', at: 1, problem, branch: 'b1' };
const revealed = (branch: string, index: number, id: string, text = id): SessionEvent => ({
  type: 'stepRevealed',
  at: 2,
  force: `f${id}`,
  branch,
  index,
  id,
  step: makeStep(text, { source: { solver: 'counting', method: branch } }),
});
const created = (branch: string, from: string, index: number): SessionEvent => ({
  type: 'branchCreated',
  at: 3,
  branch,
  from: { branch: from, index },
  avoid: [],
});
const texts = (events: readonly SessionEvent[]): string[] => branchSteps(fold(events)).map(({ step }) => step.text);

describe('the fold of a session', () => {
  it('begins with nothing', () => {
    assert.equal(fold([]), emptyState);
    assert.equal(partialSolution(emptyState), undefined);
  });

  it('never overwrites a step', () => {
    assert.deepEqual(texts([set, revealed('b1', 0, 'a'), revealed('b1', 0, 'b')]), ['a']);
    assert.deepEqual(texts([set, revealed('b1', 1, 'a')]), []);
  });

  it('ignores a step behind the answer', () => {
    const last = revealed('b1', 0, 'a');
    const final: SessionEvent = {
      ...last,
      step: makeStep('a', { final: { answer: '1', isVerified: true } }),
    } as SessionEvent;
    const state = fold([set, final, revealed('b1', 1, 'b')]);
    assert.equal(branchSteps(state).length, 1);
    assert.equal(isDone(state), true);
  });

  it('shares the steps before a branch', () => {
    const state = fold([
      set,
      revealed('b1', 0, 'a'),
      revealed('b1', 1, 'b'),
      created('b2', 'b1', 0),
      revealed('b2', 1, 'c'),
    ]);
    assert.deepEqual(
      branchSteps(state).map(({ id }) => id),
      ['a', 'c'],
    );
    assert.equal(state.branches[0]?.steps[0], state.branches[1]?.steps[0]);
    assert.deepEqual(usedMethods(state, branchSteps(state).slice(0, 1)), ['b1', 'b2']);
    assert.equal(partialSolution(state)?.steps.length, 2);
  });

  it('stays inside the branch wherever it is told to go', () => {
    const events = [set, revealed('b1', 0, 'a')];
    for (const [index, expected] of [
      [-1, -1],
      [0, 0],
      [7, 0],
    ] as const) {
      assert.equal(fold([...events, { type: 'moved', at: 3, index, by: 'jump' }]).index, expected);
      assert.equal(fold([...events, { type: 'branchSwitched', at: 3, branch: 'b1', index }]).index, expected);
      assert.equal(fold([...events, created('b2', 'b1', index)]).index, expected);
    }
    assert.equal(
      currentStep(fold([...events, { type: 'branchSwitched', at: 3, branch: 'nowhere', index: 0 }]))?.id,
      'a',
    );
  });

  it('puts the old branches out of sight at a restart and forgets them with the problem', () => {
    const restarted = fold([set, revealed('b1', 0, 'a'), { type: 'restarted', at: 3, branch: 'b2' }]);
    assert.deepEqual(
      visibleBranches(restarted).map(({ id }) => id),
      ['b2'],
    );
    const changed = fold([
      set,
      revealed('b1', 0, 'a'),
      { ...set, problem: { ...problem, text: 'Count to ten.' }, branch: 'b2' },
    ]);
    assert.equal(changed.branches[0]?.retired, 'problem-changed');
    const same = fold([set, revealed('b1', 0, 'a'), { ...set, problem: { ...problem, title: 'T' }, branch: 'b2' }]);
    assert.equal(same.branches.length, 1);
  });

  it('remembers a press that the process did not survive', () => {
    const request = { grain: 'normal' as const, avoid: [] };
    const state = fold([set, { type: 'stepForced', at: 2, force: 'f', branch: 'b1', index: 0, solver: 's', request }]);
    assert.equal(state.force?.isOpen, true);
  });

  it('knows what was inserted, and follows the problem through its document', () => {
    const origin = { uri: 'file:///a.md', version: 2, start: 5, end: 9, languageId: 'markdown' };
    const state = fold([
      set,
      revealed('b1', 0, 'a'),
      { type: 'stepsInserted', at: 3, steps: ['a'], uri: origin.uri, version: 2, start: 10, end: 20 },
      { type: 'reanchored', at: 4, origin },
    ]);
    assert.equal(isInserted(state, 'a'), true);
    assert.equal(isInserted(state, 'b'), false);
    assert.deepEqual(state.problem?.origin, origin);
    assert.equal(state.changedAt, 4);
  });
});
