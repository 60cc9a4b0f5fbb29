import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Outcome } from '../../src/core/lazy/outcome.ts';
import { closeAll, lensesOf, pressLens, putCursor, run, sampleUri, showNew, thunk, until } from './helpers.ts';

describe('problems in unusual places', () => {
  before(thunk);
  afterEach(closeAll);

  it('one that was typed is solved, and touches no document', async () => {
    const editor = await showNew('# Notes\n', 'md');
    const outcome = await run<Outcome>('thunk.solveProblem', 'Reduce 15/95');
    assert.equal(outcome.type, 'step');
    const session = await (await thunk()).currentSession();
    assert.equal(session?.state.session.problem?.origin, undefined);
    await run('thunk.insertStep');
    assert.equal(editor.document.getText(), '# Notes\n');
  });

  it('a comment in a Lean file, also where no extension knows Lean', async () => {
    const editor = await showNew('-- Problem: Solve 2n + 6 = 20 for n.\nexample : 2 * 7 + 6 = 20 := rfl\n', 'lean');
    assert.equal((await lensesOf(editor.document)).length, 1);
    putCursor(editor, '2n');
    await run('thunk.insertNextStep');
    assert.match(editor.document.getText(), /for n\.\n--\n-- Step 1\. [^\n]+\n-- {5}[^\n]*=[^\n]*\nexample/);
  });

  it('a cell that is selected in a notebook comes before the session in the panel', async () => {
    const text = await showNew('1. Solve $5x - 2 = 3x + 8$.\n', 'md');
    await pressLens(text.document);
    const notebook = await vscode.workspace.openNotebookDocument(sampleUri('notebook.ipynb'));
    const editor = await vscode.window.showNotebookDocument(notebook, { viewColumn: vscode.ViewColumn.One });
    editor.selections = [new vscode.NotebookRange(1, 2)];
    const before = notebook.cellAt(1).document.getText();
    await until(() => vscode.window.activeNotebookEditor?.selection.start === 1, 'the cell is selected');
    const outcome = await run<Outcome>('thunk.nextStep');
    assert.equal(outcome.type, 'step');
    const session = await (await thunk()).currentSession();
    assert.match(session?.state.session.problem?.text ?? '', /4x - 7 = x \+ 8/);
    await run('thunk.insertNextStep');
    assert.match(notebook.cellAt(1).document.getText(), /\*\*Step 1\.\*\*/);
    await vscode.window.showNotebookDocument(notebook);
    await run('notebook.cell.edit');
    await run('undo');
    await until(() => notebook.cellAt(1).document.getText() === before, 'the cell is as it was');
  });

  it('a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '- Expand $(x + 1)^2$.\n',
    });
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    putCursor(editor, 'Expand');
    await run('thunk.insertNextStep');
    assert.match(document.getText(), /\*\*Step 1\.\*\*/);
  });

  it('a file that got another name keeps its session', async () => {
    const editor = await showNew('1. Solve $9x - 8 = 2(x + 10)$.\n', 'md');
    await pressLens(editor.document);
    const before = editor.document.uri;
    await editor.document.save();
    const after = sampleUri('renamed-homework.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(before, after);
    await vscode.workspace.applyEdit(edit);
    const originOf = async () => (await (await thunk()).currentSession())?.state.session.problem?.origin?.uri;
    await until(async () => (await originOf()) === after.toString(), 'the session knows the new name');
    const outcome = await pressLens(await vscode.workspace.openTextDocument(after));
    assert.ok(outcome.type === 'step');
    assert.equal(outcome.index, 1);
  });

  it('inserted steps carry their reason where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('thunk', { languageId: 'markdown' });
    await settings.update('insert.withReason', true, vscode.ConfigurationTarget.Workspace, true);
    try {
      const editor = await showNew('1. Solve $3(x - 2) = 2x + 5$.\n', 'md');
      putCursor(editor, '3(x');
      const outcome = await run<Outcome>('thunk.nextStep');
      await run('thunk.insertStep');
      assert.ok(outcome.type === 'step' && outcome.step.step.why !== undefined);
      assert.ok(editor.document.getText().includes(outcome.step.step.why));
    } finally {
      await settings.update('insert.withReason', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });
});
