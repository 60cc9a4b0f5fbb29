import assert from 'node:assert/strict';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import {
  actionsAt,
  closeAll,
  findingsIn,
  run,
  sampleUri,
  showNew,
  showNewNotebook,
  thunk,
  undoIn,
  until,
} from './helpers.ts';

const text = 'We buy tickets: $12 \\cdot 15 = 190$ euros. That is $2 \\cdot 95 = 190$.\n';
const claim = '12 \\cdot 15 = 190';

async function untilFound(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const found = (): string[] => findingsIn(document).map((finding) => finding.text);
  await until(
    () => found().join('|') === expected.join('|'),
    `${expected.join(' and ') || 'nothing'} is underlined`,
  ).catch((fault: unknown) => {
    throw new Error(`${String(fault)}; underlined: ${found().join(' and ')}`);
  });
}

/** Every thread that was started in this process, so that one can be ended from outside. */
const workers = new Set<Worker>();
process.on('worker', (worker) => workers.add(worker));

describe('the linter', () => {
  before(thunk);
  afterEach(closeAll);

  it('underlines a wrong claim, exactly it, and nothing that is right', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    const [finding] = findingsIn(document);
    assert.ok(finding);
    const { severity, code, message } = finding.diagnostic;
    assert.equal(severity, vscode.DiagnosticSeverity.Warning);
    assert.match(message, /180/);
    assert.doesNotMatch(message, /\$/);
    assert.ok(typeof code === 'object');
    assert.match(String(code.value), /^[a-z-]+$/);
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /# What is wrong here[\s\S]*12 \\cdot 15 = 190[\s\S]*How it was checked/);
  });

  it('looks over LaTeX, and the text cells of notebooks', async () => {
    const tex = await showNew('\\begin{document}\nSo $3 \\cdot 4 = 13$ holds.\n\\end{document}\n', 'tex');
    await untilFound(tex.document, ['3 \\cdot 4 = 13']);
    const notebook = await showNewNotebook('So $3 \\cdot 5 = 16$ holds.');
    await untilFound(notebook.cellAt(0).document, ['3 \\cdot 5 = 16']);
    assert.deepEqual(findingsIn(notebook.cellAt(1).document), []);
  });

  it('leaves programs alone', async () => {
    const program = await showNew('# So 3 * 4 = 13 holds.\n', 'py');
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    assert.deepEqual(findingsIn(program.document), []);
  });

  it('puts the right value with one quick fix, and one undo takes it back', async () => {
    const editor = await showNew(text, 'md');
    const { document } = editor;
    await untilFound(document, [claim]);
    const actions = await actionsAt(document, '12 ');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Put the right value: 180', 'Explain what is wrong', 'Ignore here'],
    );
    const [fix] = actions;
    assert.equal(fix?.kind?.value, 'quickfix.thunk.rightValue');
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), text.replace('15 = 190', '15 = 180'));
    await untilFound(document, []);
    await undoIn(editor);
    assert.equal(document.getText(), text);
    await untilFound(document, [claim]);
  });

  it('offers each action under its own kind, and nothing where nothing is wrong', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    for (const kind of ['rightValue', 'explain', 'ignore']) {
      const actions = await actionsAt(document, '12 ', `quickfix.thunk.${kind}`);
      assert.deepEqual(
        actions.map((action) => action.kind?.value),
        [`quickfix.thunk.${kind}`],
      );
    }
    assert.deepEqual(await actionsAt(document, '2 \\cdot 95'), []);
  });

  it('explains on a page beside the text', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    const [action] = await actionsAt(document, '12 ', 'quickfix.thunk.explain');
    assert.ok(action?.command);
    await run(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(() => labels().some((label) => label.includes('What is wrong here')), 'the page is open');
  });

  it('ignores a line that says so, by one quick fix with one undo', async () => {
    const editor = await showNew(text, 'md');
    const { document } = editor;
    await untilFound(document, [claim]);
    const [ignore] = await actionsAt(document, '12 ', 'quickfix.thunk.ignore');
    assert.ok(ignore?.edit && (await vscode.workspace.applyEdit(ignore.edit)));
    assert.equal(document.getText(), text.replace('\n', ' <!-- thunk-ignore -->\n'));
    await untilFound(document, []);
    await undoIn(editor);
    assert.equal(document.getText(), text);
    await untilFound(document, [claim]);
  });

  it('ends with the squiggles of the newest text, however fast somebody types', async () => {
    const { document } = await showNew('Sums.\n\n', 'md');
    const typed = 'First $1 + 1 = 3$, then $2 + 2 = 4$, then $3 + 3 = 7$.';
    for (const [index, character] of [...typed].entries()) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(7 + index), character);
      await vscode.workspace.applyEdit(edit);
      if (index % 9 === 0) await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await untilFound(document, ['1 + 1 = 3', '3 + 3 = 7']);
    const whole = new vscode.WorkspaceEdit();
    whole.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), 'Now $1 + 1 = 2$ and $5 - 2 = 4$.\n');
    await vscode.workspace.applyEdit(whole);
    await untilFound(document, ['5 - 2 = 4']);
  });

  it('survives the death of its worker, and says again what it said', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    const countBefore = workers.size;
    const killing = setInterval(() => {
      for (const worker of workers) void worker.terminate();
    }, 5);
    const rounds = [5, 6, 7, 8].map((round) => `2 + 2 = ${round}`);
    for (const round of rounds) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), `\nSo $${round}$ holds.\n`);
      await vscode.workspace.applyEdit(edit);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    clearInterval(killing);
    await untilFound(document, [claim, ...rounds]);
    assert.ok(workers.size > countBefore, 'another worker took over');
  });

  it('clears what it said when the document is closed', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    await closeAll();
    await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'nothing is left');
  });

  it('follows its settings: how loud, for which languages, off', async () => {
    const { document } = await showNew(text, 'md');
    await untilFound(document, [claim]);
    const settings = vscode.workspace.getConfiguration('thunk.linter');
    const workspace = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update('severity', 'error', workspace);
      await until(
        () => findingsIn(document)[0]?.diagnostic.severity === vscode.DiagnosticSeverity.Error,
        'it is an error',
      );
      await settings.update('languages', ['latex'], workspace);
      await untilFound(document, []);
      await settings.update('languages', undefined, workspace);
      await untilFound(document, [claim]);
      await settings.update('enabled', false, workspace);
      await untilFound(document, []);
    } finally {
      for (const key of ['severity', 'languages', 'enabled']) await settings.update(key, undefined, workspace);
    }
    await untilFound(document, [claim]);
  });

  it('leaves what is out of sight alone, where the setting says so', async () => {
    const { document: hidden } = await showNew(text, 'md');
    await untilFound(hidden, [claim]);
    const { document: shown } = await showNew(text, 'md');
    await untilFound(shown, [claim]);
    assert.equal(findingsIn(hidden).length, 1);
    const settings = vscode.workspace.getConfiguration('thunk.linter');
    try {
      await settings.update('scope', 'visible', vscode.ConfigurationTarget.Workspace);
      await untilFound(hidden, []);
      assert.equal(findingsIn(shown).length, 1);
    } finally {
      await settings.update('scope', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await untilFound(hidden, [claim]);
  });

  it('leaves a document alone that is longer than a book, until it is shorter', async () => {
    const { document } = await showNew(`${text}\n${'Words. '.repeat(150_000)}\n`, 'md');
    const other = await showNew(text, 'md');
    await untilFound(other.document, [claim]);
    assert.deepEqual(findingsIn(document), []);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(1, 0, document.lineCount, 0));
    await vscode.workspace.applyEdit(edit);
    await untilFound(document, [claim]);
  });

  it('is quiet about the samples, but for what is wrong in them', async () => {
    for (const name of ['algebra.md', 'calculus.md', 'worksheet.tex']) {
      const document = await vscode.workspace.openTextDocument(sampleUri(name));
      await vscode.window.showTextDocument(document, { preview: false });
    }
    const document = await vscode.workspace.openTextDocument(sampleUri('check.md'));
    await vscode.window.showTextDocument(document, { preview: false });
    await untilFound(document, [claim]);
    for (const name of ['algebra.md', 'calculus.md', 'worksheet.tex']) {
      assert.deepEqual(findingsIn(await vscode.workspace.openTextDocument(sampleUri(name))), [], name);
    }
  });
});
