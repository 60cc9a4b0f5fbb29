import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, pressLens, putCursor, run, sampleUri, showNew, thunk } from './helpers.ts';

describe('sessions', () => {
  afterEach(closeAll);

  async function begin(problem: string): Promise<string> {
    const editor = await showNew(`1. ${problem}\n`, 'md');
    await pressLens(editor.document);
    const [session] = await (await thunk()).sessions();
    assert.equal(session?.problem.text, problem);
    return session.id;
  }
  const find = async (id: string) => (await (await thunk()).sessions()).find((session) => session.id === id);

  it('are listed with the last changed first, and know where their problem stands', async () => {
    const first = await begin('Solve $2x + 8 = 10$.');
    const second = await begin('Solve $2x + 9 = 11$.');
    const ids = (await (await thunk()).sessions()).map(({ id }) => id);
    assert.ok(ids.indexOf(second) < ids.indexOf(first));
    await closeAll();
    await run('thunk.openSessionProblem', await find(first));
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /2x \+ 8/);
  });

  it('can be opened again, with everything that was revealed and nothing more', async () => {
    const first = await begin('Solve $5x + 8 = 13$.');
    await begin('Solve $5x + 9 = 14$.');
    await run('thunk.openSession', await find(first));
    const state = (await (await thunk()).currentSession())?.state.session;
    assert.equal(state?.problem?.text, 'Solve $5x + 8 = 13$.');
    assert.equal(state.branches.at(-1)?.steps.length, 1);
  });

  it('are renamed, open or not', async () => {
    const first = await begin('Solve $3x + 8 = 11$.');
    await run('thunk.renameSession', await find(first), 'While open');
    assert.equal((await find(first))?.title, 'While open');
    await begin('Solve $3x + 9 = 12$.');
    await run('thunk.renameSession', await find(first), 'While closed');
    assert.equal((await find(first))?.title, 'While closed');
  });

  it('are deleted into the trash, and one undo brings them back whole', async () => {
    const id = await begin('Solve $4x + 8 = 12$.');
    const before = await find(id);
    await run('thunk.deleteSession', before);
    assert.equal(await find(id), undefined);
    assert.notEqual((await (await thunk()).currentSession())?.state.session.problem?.text, before?.problem.text);
    await run('thunk.undoDelete');
    assert.deepEqual((await find(id))?.problem.text, before?.problem.text);
    assert.equal((await find(id))?.stepCount, 1);
  });

  for (const [format, extension, expected] of [
    ['markdown', 'md', /\$6x \+ 8 = 14\$/],
    ['latex', 'tex', /\\documentclass[\s\S]*6x \+ 8 = 14/],
    ['notebook', 'ipynb', /"cell_type": ?"markdown"[\s\S]*6x \+ 8 = 14/],
    ['json', 'json', /"steps?"/],
  ] as const) {
    it(`are exported as ${format}`, async () => {
      await begin('Solve $6x + 8 = 14$.');
      const uri = sampleUri(`export.${extension}`);
      await run('thunk.export', { format, uri });
      assert.match(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8'), expected);
    });
  }

  it('go back, restart and split by command', async () => {
    const editor = await showNew('1. Solve $7x - 8 = 2(x + 1)$.\n', 'md');
    putCursor(editor, '7x');
    await run('thunk.nextStep');
    await run('thunk.nextStep');
    const state = async () => (await (await thunk()).currentSession())!.state.session;
    await run('thunk.previousStep');
    assert.equal((await state()).index, 0);
    await run('thunk.restart');
    assert.equal((await state()).index, -1);
    await run('thunk.revealAll');
    assert.equal((await (await thunk()).currentSession())!.state.isDone, true);
    await run('thunk.anotherWay');
    assert.ok((await state()).index >= -1);
  });

  it('are a library for other extensions, too', async () => {
    const { lazy, builtinSolver } = await (await thunk()).library();
    const solver = builtinSolver();
    try {
      const session = lazy(solver, 'Solve 2x + 1 = 7');
      const outcome = await session.next();
      assert.equal(outcome.type, 'step');
      assert.equal(session.current()?.step.source.solver, 'builtin');
    } finally {
      await solver.terminate();
    }
  });
});
