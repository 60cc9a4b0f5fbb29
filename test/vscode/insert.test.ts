import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, lensesOf, pressLens, putCursor, run, sampleUri, showNew, thunk, undoIn, until } from './helpers.ts';

const markdown = '# Homework\n\n1. Solve $3(x - 2) = 2x + 5$.\n2. Expand $(x + 1)^2$.\n';

const documents: readonly (readonly [string, string, string, RegExp])[] = [
  ['Markdown', 'md', markdown, /\n {3}\*\*Step 1\.\*\* [^\n]+\n\n {3}\$\$\n {3}[^\n]+\n {3}\$\$\n2\. Expand/],
  [
    'LaTeX',
    'tex',
    '\\begin{exercise}\nSolve $3(x - 2) = 2x + 5$.\n\\end{exercise}\n\nMore.\n',
    /\\end\{exercise\}\n\n\\textbf\{Step 1\.\} [^\n]+\n\\begin\{align\*\}\n[^\n]*&=[^\n]*\n\\end\{align\*\}\n\nMore/,
  ],
  [
    'a program',
    'py',
    'def f():\n    # Problem: Solve 3(x - 2) = 2x + 5\n    return 11\n',
    /\n {4}#\n {4}# Step 1\. [^\n]+\n {4}# {5}[^\n]*=[^\n]*\n {4}return 11/,
  ],
  [
    'Windows line ends',
    'md',
    markdown.replaceAll('\n', '\r\n'),
    /\r\n {3}\*\*Step 1\.\*\* [^\r\n]+\r\n\r\n {3}\$\$\r\n/,
  ],
];

describe('inserting', () => {
  before(thunk);
  afterEach(closeAll);

  for (const [name, extension, source, expected] of documents) {
    it(`writes the next step in the form of the document, and one undo takes it out: ${name}`, async () => {
      const editor = await showNew(source, extension);
      putCursor(editor, '3(x');
      await run('thunk.insertNextStep');
      assert.match(editor.document.getText(), expected);
      await undoIn(editor);
      assert.equal(editor.document.getText(), source);
    });
  }

  it('inserts all revealed steps in one edit, and none twice', async () => {
    const editor = await showNew(markdown, 'md');
    for (let count = 0; count < 3; count += 1) await pressLens(editor.document);
    putCursor(editor, '3(x');
    await run('thunk.insertAllSteps');
    const text = editor.document.getText();
    assert.deepEqual(text.match(/Step \d/g), ['Step 1', 'Step 2', 'Step 3']);
    await run('thunk.insertAllSteps');
    assert.equal(editor.document.getText(), text);
    await undoIn(editor);
    assert.equal(editor.document.getText(), markdown);
  });

  it('goes on behind the last inserted step', async () => {
    const editor = await showNew(markdown, 'md');
    putCursor(editor, '3(x');
    await run('thunk.insertNextStep');
    await run('thunk.insertNextStep');
    assert.deepEqual(editor.document.getText().match(/Step \d/g), ['Step 1', 'Step 2']);
    await undoIn(editor);
    assert.deepEqual(editor.document.getText().match(/Step \d/g), ['Step 1']);
    await undoIn(editor);
    assert.equal(editor.document.getText(), markdown);
  });

  it('offers both as code actions of exact kinds, and solves nothing to offer them', async () => {
    const editor = await showNew(markdown, 'md');
    const actions = async (kind?: string) => {
      const found = await run<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(2, 4, 2, 4),
        kind,
      );
      return found.filter(({ command }) => command?.command.startsWith('thunk.'));
    };
    assert.deepEqual(
      (await actions()).map(({ title }) => title),
      ['Insert next step'],
    );
    const [next] = await actions('refactor.insert.thunk.nextStep');
    assert.ok(next?.command);
    assert.equal(next.kind?.value, 'refactor.insert.thunk.nextStep');
    await run(next.command.command, ...((next.command.arguments ?? []) as unknown[]));
    assert.match(editor.document.getText(), /Step 1/);
    assert.deepEqual(
      (await actions()).map(({ title }) => title),
      ['Insert next step', 'Insert all revealed steps'],
    );
    assert.deepEqual(await actions('quickfix'), []);
  });

  it('finds the place when the document changed after the gesture was offered', async () => {
    const editor = await showNew(markdown, 'md');
    const [lens] = await lensesOf(editor.document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A new paragraph.\n\n'));
    await run('thunk.insertNextStep', ...((lens?.command?.arguments ?? []) as unknown[]));
    const text = editor.document.getText();
    assert.ok(text.startsWith('A new paragraph.\n\n# Homework\n\n1. Solve'));
    assert.match(text, /5\$\.\n\n {3}\*\*Step 1\.\*\*/);
  });

  it('writes nothing where the problem is gone', async () => {
    const editor = await showNew(markdown, 'md');
    await pressLens(editor.document);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, 'Something else.\n'));
    await run('thunk.insertStep');
    assert.equal(editor.document.getText(), 'Something else.\n');
  });

  it('writes once where the document is open in two editors', async () => {
    const left = await showNew(markdown, 'md');
    const right = await vscode.window.showTextDocument(left.document, {
      viewColumn: vscode.ViewColumn.Two,
      preview: false,
    });
    putCursor(right, '3(x');
    await run('thunk.insertNextStep');
    assert.deepEqual(left.document.getText().match(/Step \d/g), ['Step 1']);
    assert.equal(left.document, right.document);
    await undoIn(left);
    assert.equal(right.document.getText(), markdown);
  });

  it('leaves a read-only document alone', async () => {
    const provider = new ReadOnlyFiles(markdown);
    const registration = vscode.workspace.registerFileSystemProvider('readonly-test', provider, { isReadonly: true });
    try {
      const uri = vscode.Uri.parse('readonly-test:/homework.md');
      const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
      await pressLens(editor.document);
      await run('thunk.insertStep');
      assert.equal(editor.document.getText(), markdown);
      assert.equal(editor.document.isDirty, false);
    } finally {
      registration.dispose();
    }
  });

  it('changes the text of a notebook cell, and one undo takes it out', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(sampleUri('notebook.ipynb'));
    const editor = await vscode.window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(1);
    const before = cell.document.getText();
    editor.selections = [new vscode.NotebookRange(1, 2)];
    await run('thunk.insertNextStep', cell);
    assert.match(cell.document.getText(), /Solve \$4x - 7 = x \+ 8\$\.\n\n\*\*Step 1\.\*\* /);
    assert.equal(notebook.cellCount, 4);
    await vscode.window.showNotebookDocument(notebook);
    await run('notebook.cell.edit');
    await run('undo');
    await until(() => cell.document.getText() === before, 'the cell is as it was');
  });
});

class ReadOnlyFiles implements vscode.FileSystemProvider {
  readonly #content: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(content: string) {
    this.#content = Buffer.from(content);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#content.length };
  }
  readFile(): Uint8Array {
    return this.#content;
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
