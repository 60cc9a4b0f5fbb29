import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Outcome } from '../../src/core/lazy/outcome.ts';
import { closeAll, pressLens, putCursor, run, showNew, thunk, until } from './helpers.ts';

const equation = '## Exercise 1\n\nSolve $3(x - 2) = 2x + 5$ for $x$.\n\n## Exercise 2\n\nExpand $(x + 1)^2$.\n';

function hasPanel(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('thunk.stepsPanel'),
  );
}

describe('next step', () => {
  before(thunk);
  afterEach(closeAll);

  it('opens the panel beside the text, which keeps the keyboard', async () => {
    const editor = await showNew(equation, 'md');
    const outcome = await pressLens(editor.document);
    assert.equal(outcome.type, 'step');
    await until(hasPanel, 'the panel is open');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('reveals one checked step at a press and ends with the verified answer', async () => {
    const editor = await showNew(equation, 'md');
    const session = async () => (await (await thunk()).currentSession())?.state;
    let outcome: Outcome = await pressLens(editor.document);
    for (let count = 1; count < 20; count += 1) {
      assert.ok(outcome.type === 'step', JSON.stringify(outcome));
      assert.equal(outcome.index, count - 1);
      assert.notEqual(outcome.step.step.verdict.kind, 'invalid');
      const state = await session();
      assert.equal(state?.session.branches.at(-1)?.steps.length, count, 'nothing that was not asked for');
      if (outcome.step.step.final !== undefined) break;
      outcome = await pressLens(editor.document);
    }
    assert.ok(outcome.type === 'step');
    assert.deepEqual(outcome.step.step.final?.isVerified, true);
    assert.match(outcome.step.step.final.answer, /11/);
    assert.equal((await session())?.isDone, true);
  });

  it('takes the problem at the cursor, and the selection before it', async () => {
    const editor = await showNew(equation, 'md');
    putCursor(editor, 'Expand');
    await run('thunk.nextStep');
    const problem = async () => (await (await thunk()).currentSession())?.state.session.problem?.text;
    assert.equal(await problem(), 'Expand $(x + 1)^2$.');
    const start = editor.document.getText().indexOf('2x + 5');
    editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + 6));
    await run('thunk.solveSelection');
    assert.equal(await problem(), '2x + 5');
  });

  it('makes one step of two presses at once', async () => {
    const editor = await showNew(equation, 'md');
    putCursor(editor, 'Solve');
    const outcomes = await Promise.all([run<Outcome>('thunk.nextStep'), run<Outcome>('thunk.nextStep')]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.type),
      ['step', 'step'],
    );
    const state = (await (await thunk()).currentSession())?.state.session;
    assert.equal(state?.branches.at(-1)?.steps.length, 1);
  });

  it('goes back and forward from memory', async () => {
    const editor = await showNew(equation, 'md');
    putCursor(editor, 'Solve');
    const first = await run<Outcome>('thunk.nextStep');
    await run('thunk.previousStep');
    assert.equal((await (await thunk()).currentSession())?.state.session.index, -1);
    const again = await run<Outcome>('thunk.nextStep');
    assert.ok(first.type === 'step' && again.type === 'step');
    assert.equal(again.isRecalled, true);
    assert.equal(again.step.id, first.step.id);
  });

  it('says at once what it cannot do, and shows nothing half done', async () => {
    const editor = await showNew('1. Prove that there are infinitely many primes $p = 4k + 3$.\n', 'md');
    const outcome = await pressLens(editor.document);
    assert.equal(outcome.type, 'stuck');
    assert.equal((await (await thunk()).currentSession())?.state.session.index, -1);
  });

  it('keeps one session for a problem, also when the text above it grew', async () => {
    const editor = await showNew(equation, 'md');
    await pressLens(editor.document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# A new title\n\nSome words.\n\n'));
    const outcome = await pressLens(editor.document);
    assert.ok(outcome.type === 'step');
    assert.equal(outcome.index, 1);
  });
});
