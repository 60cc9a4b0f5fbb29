import assert from 'node:assert/strict';
import type * as library from '../../src/index.ts';
import type { ThunkApi } from '../../src/host/api.ts';
import type { Outcome } from '../../src/core/lazy/outcome.ts';
import * as vscode from 'vscode';

export async function thunk(): Promise<ThunkApi<typeof library>> {
  const extension = vscode.extensions.getExtension<ThunkApi<typeof library>>('thunk.thunk');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** A file of the workspace, which is a fresh copy of the samples in each run. */
export function sampleUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

let files = 0;

/** A new file in the workspace with this content, shown in the first column. */
export async function showNew(content: string, extension: string): Promise<vscode.TextEditor> {
  files += 1;
  const uri = sampleUri(`new-${files}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
  return vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** A new notebook in the workspace, shown in the first column; text cells, then one of Python. */
export async function showNewNotebook(...texts: readonly string[]): Promise<vscode.NotebookDocument> {
  files += 1;
  const uri = sampleUri(`new-${files}.ipynb`);
  const cell = (kind: string, source: string) => ({ cell_type: kind, metadata: {}, source: [source] });
  const code = { ...cell('code', '3 * 5 == 16'), execution_count: null, outputs: [] };
  const cells = [...texts.map((text) => cell('markdown', text)), code];
  const content = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
  await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  await vscode.window.showNotebookDocument(notebook, { viewColumn: vscode.ViewColumn.One });
  return notebook;
}

export async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
  return lenses.filter(({ command }) => command?.command === 'thunk.nextStep');
}

/** Presses the n-th lens, as a click does. */
export async function pressLens(document: vscode.TextDocument, n = 0): Promise<Outcome> {
  const lens = (await lensesOf(document))[n];
  assert.ok(lens?.command, `there is a lens ${n}`);
  const { command, arguments: args = [] } = lens.command;
  return vscode.commands.executeCommand<Outcome>(command, ...(args as unknown[]));
}

export function run<Result = unknown>(command: string, ...args: unknown[]): Thenable<Result> {
  return vscode.commands.executeCommand<Result>(command, ...args);
}

/** What Thunk says is wrong in a document: the marked text, with the diagnostic. */
export function findingsIn(document: vscode.TextDocument): { text: string; diagnostic: vscode.Diagnostic }[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Thunk')
    .map((diagnostic) => ({ text: document.getText(diagnostic.range), diagnostic }));
}

/** The actions that Thunk offers at the first place of these words. */
export async function actionsAt(
  document: vscode.TextDocument,
  words: string,
  kind = 'quickfix.thunk',
): Promise<vscode.CodeAction[]> {
  const position = document.positionAt(document.getText().indexOf(words));
  const range = new vscode.Range(position, position);
  return run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind);
}

/** Puts the cursor at the first place of these words. */
export function putCursor(editor: vscode.TextEditor, words: string): void {
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
}

export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  limitMs = 30_000,
): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!(await condition())) {
    assert.ok(Date.now() < endMs, `${what} within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Puts the keyboard back into the editor and undoes once. */
export async function undoIn(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One });
  await vscode.commands.executeCommand('undo');
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor').then(undefined, () => undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
