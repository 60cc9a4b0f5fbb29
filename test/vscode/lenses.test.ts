import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, lensesOf, run, sampleUri, showNew, thunk, until } from './helpers.ts';

describe('lenses', () => {
  before(thunk);
  afterEach(closeAll);

  const samples: readonly (readonly [string, number])[] = [
    ['algebra.md', 22],
    ['calculus.md', 12],
    ['worksheet.tex', 5],
    ['numbers.py', 3],
  ];
  for (const [name, count] of samples) {
    it(`stand over the ${count} problems of ${name}`, async () => {
      const document = await vscode.workspace.openTextDocument(sampleUri(name));
      const lenses = await lensesOf(document);
      assert.equal(lenses.length, count);
      for (const lens of lenses) assert.equal(lens.command?.title, 'Next step');
    });
  }

  it('stand over problems in the Markdown cells of a notebook', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(sampleUri('notebook.ipynb'));
    const editor = await vscode.window.showNotebookDocument(notebook);
    const counts: number[] = [];
    // A cell has lenses while it is being edited; rendered, it has a toolbar.
    for (const cell of notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Markup)) {
      editor.selections = [new vscode.NotebookRange(cell.index, cell.index + 1)];
      await run('notebook.cell.edit');
      await until(() => vscode.window.activeTextEditor?.document === cell.document, 'the cell is edited');
      counts.push((await lensesOf(cell.document)).length);
    }
    assert.deepEqual(counts, [0, 1, 1]);
  });

  it('follow the text', async () => {
    const { document } = await showNew('# Notes\n', 'md');
    assert.equal((await lensesOf(document)).length, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '\n- Solve $x + 1 = 2$.\n');
    await vscode.workspace.applyEdit(edit);
    const [lens] = await lensesOf(document);
    assert.equal(lens?.range.start.line, 2);
  });

  it('can be turned off for one language', async () => {
    const { document } = await showNew('- Solve $x + 1 = 2$.\n', 'md');
    const settings = vscode.workspace.getConfiguration('thunk', { languageId: 'markdown' });
    try {
      await settings.update('lenses.enabled', false, vscode.ConfigurationTarget.Workspace, true);
      await until(async () => (await lensesOf(document)).length === 0, 'the lens is gone');
      const tex = await vscode.workspace.openTextDocument(sampleUri('worksheet.tex'));
      assert.equal((await lensesOf(tex)).length, 5);
    } finally {
      await settings.update('lenses.enabled', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
    await until(async () => (await lensesOf(document)).length === 1, 'the lens is back');
  });
});
