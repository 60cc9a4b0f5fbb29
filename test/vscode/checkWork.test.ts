import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Outcome } from '../../src/core/lazy/outcome.ts';
import type { HintOutcome } from '../../src/host/teaching/hints.ts';
import type { WorkSummary } from '../../src/host/words/workWords.ts';
import { closeAll, findingsIn, pressLens, putCursor, run, showNew, showNewNotebook, thunk, until } from './helpers.ts';

const homework = [
  '## Exercise 1',
  'Solve $3(x - 2) = 2x + 5$ for $x$.',
  '$3x - 6 = 2x + 5$',
  '$x - 6 = 5$',
  '$x = -1$',
  '## Exercise 2',
  'Expand $(x + 1)^2$.',
  '',
].join('\n\n');

async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 1000);
  return lenses.flatMap(({ command }) => (command?.command.startsWith('thunk.') === true ? command.title : []));
}

async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words));
  const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  // VS Code gives what a provider said as Markdown.
  return hovers.flatMap(({ contents }) => (contents as vscode.MarkdownString[]).map(({ value }) => value)).join('\n');
}

async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  assert.ok(start >= 0, before);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  edit.replace(document.uri, range, after);
  await vscode.workspace.applyEdit(edit);
}

describe('check my work', () => {
  before(thunk);
  afterEach(async () => {
    await run('thunk.clearMarks');
    await closeAll();
  });

  it('is offered where lines stand below a problem', async () => {
    const { document } = await showNew(homework, 'md');
    assert.deepEqual(await lensTitles(document), ['Next step', 'Hint', 'Check my work', 'Next step', 'Hint']);
  });

  it('marks the first wrong line and says why, and over each line how it was checked', async () => {
    const editor = await showNew(homework, 'md');
    const { document } = editor;
    putCursor(editor, 'Solve');
    const summary = await run<WorkSummary>('thunk.checkWork');
    assert.equal(summary.right, 2);
    assert.equal(summary.wrong?.line, 3);
    const found = findingsIn(document);
    assert.deepEqual(
      found.map((finding) => finding.text),
      ['$x = -1$'],
    );
    assert.equal(found[0]?.diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.match(await hoverAt(document, '3x - 6 ='), /This follows from the problem/);
    assert.match(await hoverAt(document, 'x = -1'), /Compared with your line 2/);
    assert.equal((await lensTitles(document))[2]?.replace(/^\$\(error\)\s/, ''), 'Your line 3 is wrong');
  });

  it('lets go of an edited line at once, and checks it again after a pause', async () => {
    const editor = await showNew(homework, 'md');
    const { document } = editor;
    putCursor(editor, 'Solve');
    await run('thunk.checkWork');
    assert.equal(findingsIn(document).length, 1);
    await replace(document, '$x = -1$', '$x = 11$');
    assert.deepEqual(findingsIn(document), []);
    assert.equal(await hoverAt(document, 'x = 11'), '');
    await until(
      async () => (await hoverAt(document, 'x = 11')).includes('follows from your line 2'),
      'it was checked again',
    );
    assert.match((await lensTitles(document))[2] ?? '', /3 lines right/);
  });

  it('keeps marks on their lines when something is written above them', async () => {
    const editor = await showNew(homework, 'md');
    const { document } = editor;
    putCursor(editor, 'Solve');
    await run('thunk.checkWork');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Homework\n\nFor Monday.\n\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(
      findingsIn(document).map((finding) => finding.text),
      ['$x = -1$'],
    );
    assert.match(await hoverAt(document, 'x - 6 = 5'), /This follows from your line/);
  });

  it('says nothing any more once the problem itself has changed', async () => {
    const editor = await showNew(homework, 'md');
    putCursor(editor, 'Solve');
    await run('thunk.checkWork');
    await replace(editor.document, 'Solve $3(x', 'Solve $4(x');
    assert.deepEqual(findingsIn(editor.document), []);
    assert.equal(await hoverAt(editor.document, '3x - 6 ='), '');
  });

  it('says each wrong line once, also where the linter finds it too', async () => {
    const editor = await showNew('1. Calculate $12 \\cdot 15$.\n\n   $12 \\cdot 15 = 190$\n', 'md');
    await until(() => findingsIn(editor.document).length === 1, 'the linter finds it');
    putCursor(editor, 'Calculate');
    const summary = await run<WorkSummary>('thunk.checkWork');
    assert.equal(summary.wrong?.line, 1);
    assert.equal(findingsIn(editor.document).length, 1);
    await run('thunk.clearMarks');
    await until(
      () => findingsIn(editor.document)[0]?.diagnostic.severity === vscode.DiagnosticSeverity.Warning,
      'the linter says it again',
    );
  });

  it('checks LaTeX, comments of programs, and cells of notebooks', async () => {
    const tex =
      '\\begin{exercise}\nSolve $2x = 8$.\n\\end{exercise}\n\n\\begin{align*}\n2x &= 8 \\\\\nx &= 3\n\\end{align*}\n';
    const latex = await showNew(tex, 'tex');
    putCursor(latex, 'Solve');
    assert.equal((await run<WorkSummary>('thunk.checkWork')).wrong?.line, 2);
    const program = await showNew('# Problem: Solve 2x + 6 = 20.\n#\n# 2x = 14\n# x = 6\nprint(7)\n', 'py');
    putCursor(program, 'Solve');
    assert.equal((await run<WorkSummary>('thunk.checkWork')).wrong?.line, 2);
    assert.deepEqual(
      findingsIn(program.document).map((finding) => finding.text),
      ['x = 6'],
    );
    const notebook = await showNewNotebook('## Exercise\n\nSolve $2x = 8$.\n\n$x = 3$\n');
    assert.equal((await run<WorkSummary>('thunk.checkWork', notebook.cellAt(0))).wrong?.line, 1);
    assert.equal(findingsIn(notebook.cellAt(0).document).length, 1);
  });

  it('goes by the conventions of the settings, and over them by those of the document', async () => {
    const editor = await showNew('1. Simplify $\\sqrt{x^2}$.\n\n   $\\sqrt{x^2} = x$\n', 'md');
    const { document } = editor;
    putCursor(editor, 'Simplify');
    assert.equal((await run<WorkSummary>('thunk.checkWork')).wrong?.line, 1);
    const settings = vscode.workspace.getConfiguration('thunk.check', { languageId: 'markdown' });
    try {
      await settings.update('assume', 'positive', vscode.ConfigurationTarget.Workspace, true);
      await until(() => findingsIn(document).length === 0, 'it is right for positive numbers');
      await replace(document, '1. Simplify', '<!-- thunk: assume=real -->\n\n1. Simplify');
      putCursor(editor, 'Simplify');
      assert.equal((await run<WorkSummary>('thunk.checkWork')).wrong?.line, 1);
    } finally {
      await settings.update('assume', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });

  it('is noted in the session about the problem, where there is one, each line once', async () => {
    const editor = await showNew(homework, 'md');
    await pressLens(editor.document);
    putCursor(editor, 'Solve');
    await run('thunk.checkWork');
    await run('thunk.checkWork');
    const state = (await (await thunk()).currentSession())?.state.session;
    assert.deepEqual(
      state?.checkedLines.map(({ line, verdict }) => [line, verdict.kind]),
      [
        ['$3x - 6 = 2x + 5$', 'proved'],
        ['$x - 6 = 5$', 'proved'],
        ['$x = -1$', 'invalid'],
      ],
    );
  });
});

describe('hints', () => {
  before(thunk);
  afterEach(closeAll);

  const session = async () => (await (await thunk()).currentSession())!.state.session;

  it('say a little more at each press, and reveal nothing but with the last', async () => {
    const editor = await showNew('1. Solve $5(x - 3) = 2x + 9$.\n', 'md');
    putCursor(editor, 'Solve');
    for (const level of [1, 2, 3]) {
      const outcome = await run<HintOutcome>('thunk.hint');
      assert.ok(outcome.type === 'hint', JSON.stringify(outcome));
      assert.equal(outcome.hint.level, level);
      assert.equal((await session()).index, -1);
    }
    const last = await run<HintOutcome>('thunk.hint');
    assert.ok(last.type === 'hint');
    const state = await session();
    assert.equal(state.index, 0);
    assert.deepEqual(
      state.hints.map(({ level }) => level),
      [1, 2, 3, 4],
    );
  });

  it('begin anew with the next step', async () => {
    const editor = await showNew('1. Solve $5(x - 4) = 2x + 9$.\n', 'md');
    putCursor(editor, 'Solve');
    await run('thunk.hint');
    await run('thunk.nextStep');
    const outcome = await run<HintOutcome>('thunk.hint');
    assert.ok(outcome.type === 'hint');
    assert.equal(outcome.hint.level, 1);
  });

  it('begin where they were needed at the last two steps, unless the setting says no', async () => {
    const settings = vscode.workspace.getConfiguration('thunk.hints');
    const levels: number[] = [];
    try {
      for (const adapts of [true, false]) {
        await settings.update('adapt', adapts, vscode.ConfigurationTarget.Workspace);
        const editor = await showNew(`1. Solve $5(x - ${adapts ? 8 : 9}) = 2x + 9$.\n`, 'md');
        putCursor(editor, 'Solve');
        for (let step = 0; step < 2; step += 1) {
          await run('thunk.hint');
          await run('thunk.hint');
          await run('thunk.nextStep');
        }
        const outcome = await run<HintOutcome>('thunk.hint');
        assert.ok(outcome.type === 'hint', JSON.stringify(outcome));
        levels.push(outcome.hint.level);
      }
    } finally {
      await settings.update('adapt', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.deepEqual(levels, [2, 1]);
  });

  it('another problem like it is a problem of its own, with other numbers', async () => {
    const editor = await showNew('1. Solve $5(x - 6) = 2x + 9$.\n', 'md');
    putCursor(editor, 'Solve');
    const text = await run<string>('thunk.anotherProblem');
    assert.match(text, /x/);
    const { problem, index } = await session();
    assert.equal(problem?.text, text);
    assert.notEqual(text, 'Solve $5(x - 6) = 2x + 9$.');
    assert.equal(index, -1);
  });

  it('asks for an own line first where the setting says so, and shows the step at the next press', async () => {
    const settings = vscode.workspace.getConfiguration('thunk.hints');
    await settings.update('askFirst', true, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await showNew('1. Solve $5(x - 7) = 2x + 9$.\n', 'md');
      assert.equal((await pressLens(editor.document)).type, 'cancelled');
      assert.equal((await session()).index, -1);
      const outcome: Outcome = await pressLens(editor.document);
      assert.equal(outcome.type, 'step');
    } finally {
      await settings.update('askFirst', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
