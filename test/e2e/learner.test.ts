import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

/** What each session's file under a data folder holds; the files come in no particular order. */
function storedSessions(dataDir: string): { type: string }[][] {
  const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /sessions[\\/][^\\/]+\.jsonl$/.test(name));
  return files.map((name) =>
    readFileSync(join(dataDir, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"type"'))
      .map((line) => JSON.parse(line) as { type: string }),
  );
}

function storedEvents(dataDir: string): { type: string }[] {
  return storedSessions(dataDir).flat();
}

describe('an evening with homework', () => {
  let scratch: string;
  let workspace: string;
  let dataDir: string;
  let workbench: Workbench;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'thunk-e2e-'));
    workspace = join(scratch, 'workspace');
    dataDir = join(scratch, 'data');
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    workbench = await openWorkbench({ workspace, dataDir, devPath: root, theme: 'Default Dark Modern' });
  });
  after(async () => {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title}`);
  });

  const panel = (): Promise<Frame> => workbench.webview('.panel');
  const steps = async (): Promise<number> => (await panel()).locator('.step').count();
  async function untilSteps(count: number): Promise<void> {
    const frame = await panel();
    await frame.waitForFunction((wanted) => document.querySelectorAll('.step').length === wanted, count);
  }
  /** Waits until the saved file passes. */
  async function untilSaved(name: string, passes: (text: string) => boolean): Promise<void> {
    const { page } = workbench;
    for (let attempt = 0; attempt < 40; attempt += 1) {
      await page.keyboard.press('Control+KeyS');
      await page.waitForTimeout(250);
      if (passes(readFileSync(join(workspace, name), 'utf8'))) return;
    }
    assert.fail(`${name} holds:\n${readFileSync(join(workspace, name), 'utf8')}`);
  }

  /** Lenses stand in the page in the order in which they were made, which edits change. */
  async function pressLensOver(words: string): Promise<void> {
    const { page } = workbench;
    const lenses = page.locator('.codelens-decoration a', { hasText: 'Next step' });
    const line = await page.locator('.view-line', { hasText: words }).first().boundingBox();
    const boxes = await Promise.all((await lenses.all()).map((lens) => lens.boundingBox()));
    const gaps = boxes.map((box) => (line === null || box === null || box.y >= line.y ? Infinity : line.y - box.y));
    await lenses.nth(gaps.indexOf(Math.min(...gaps))).click();
  }

  it('a lens stands over each problem, and one press opens the panel with one step', async () => {
    await workbench.openFile('algebra.md');
    const lenses = workbench.page.locator('.codelens-decoration a', { hasText: 'Next step' });
    await lenses.first().waitFor();
    await lenses.first().click();
    await untilSteps(1);
    assert.equal(storedEvents(dataDir).filter(({ type }) => type === 'stepRevealed').length, 1);
    await workbench.picture('first-step');
  });

  it('checks a line of the learner’s own without going on, and keeps a wrong one in the box', async () => {
    const frame = await panel();
    const before = await steps();
    await frame.getByRole('button', { name: 'Check mine' }).click();
    const box = frame.locator('.ownBox');
    await box.fill('x + 6 = 5');
    await box.press('Enter');
    await frame.locator('.ownLine.invalid').waitFor();
    assert.equal(await box.inputValue(), 'x + 6 = 5');
    await box.fill('x - 6 = 5');
    await frame.getByRole('button', { name: 'Check', exact: true }).click();
    await frame.locator('.ownLine.proved').waitFor();
    assert.equal(await steps(), before);
    await workbench.picture('own-lines');
  });

  it('the panel goes on by keyboard and by mouse, to the verified answer', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: 'Next step' }).click();
    await untilSteps(2);
    assert.equal(storedEvents(dataDir).filter(({ type }) => type === 'stepRevealed').length, 2);
    for (let count = 3; count < 12 && (await frame.getByText('verified').count()) === 0; count += 1) {
      await workbench.page.keyboard.press('n');
      await untilSteps(count);
    }
    assert.ok((await frame.getByText('verified').count()) > 0);
    await workbench.picture('answer');
  });

  it('inserts two steps with one undo each', async () => {
    const { page } = workbench;
    const original = readFileSync(join(workspace, 'algebra.md'), 'utf8');
    await page.locator('.view-line', { hasText: 'Exercise 1' }).first().click();
    await workbench.runCommand('Thunk: Insert Next Step');
    await page.locator('.view-line', { hasText: 'Step 1.' }).first().waitFor();
    await workbench.runCommand('Thunk: Insert Next Step');
    await page.locator('.view-line', { hasText: 'Step 2.' }).first().waitFor();
    const expected = /for \$x\$\.\n\n\*\*Step 1\.\*\* [^\n]+\n\n\$\$\n[^\n]+\n\$\$\n\n\*\*Step 2\.\*\*/;
    await untilSaved('algebra.md', (text) => expected.test(text));
    await workbench.picture('inserted');
    await page.locator('.view-line', { hasText: 'Exercise 1' }).first().click();
    await page.keyboard.press('Control+KeyZ');
    await untilSaved('algebra.md', (text) => text.includes('Step 1.') && !text.includes('Step 2.'));
    await page.keyboard.press('Control+KeyZ');
    await untilSaved('algebra.md', (text) => text === original);
  });

  it('takes another way, and keeps the first', async () => {
    await pressLensOver('## Exercise 2');
    await untilSteps(1);
    const frame = await panel();
    await frame.getByRole('button', { name: 'More actions' }).click();
    await frame.getByRole('menuitem', { name: 'Another way' }).click();
    await frame.getByRole('radio', { name: /^by / }).nth(1).waitFor();
    await workbench.picture('another-way');
    const methodsOf = (events: { type: string }[]): Set<string> =>
      new Set(
        events
          .filter(({ type }) => type === 'stepRevealed')
          .map((event) => (event as unknown as { step: { source: { method: string } } }).step.source.method),
      );
    // The session of this problem holds both ways; that of the first problem holds one.
    const counts = storedSessions(dataDir).map((events) => methodsOf(events).size);
    assert.deepEqual(counts.sort(), [1, 2]);
  });

  it('the tutor gives the rule, reveals only at "next", and says what it lacks', async () => {
    const { page } = workbench;
    const before = await steps();
    await workbench.runCommand('Thunk: Show Tutor');
    const chat = await workbench.webview('textarea');
    const input = chat.locator('textarea');
    const say = async (message: string, count: number): Promise<void> => {
      await input.fill(message);
      await input.press('Enter');
      await chat.waitForFunction((wanted) => document.querySelectorAll('.message').length >= wanted, count);
    };
    await say('why?', 2);
    await say('Just tell me the answer', 4);
    assert.match((await chat.locator('.message').nth(3).textContent()) ?? '', /language model/);
    assert.equal(await steps(), before);
    await say('next', 6);
    await untilSteps(before + 1);
    await workbench.picture('tutor');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'Exercise 1' }).first().waitFor();
  });

  it('everything is there when the window is opened again', async () => {
    const before = await steps();
    const revealed = storedEvents(dataDir).filter(({ type }) => type === 'stepRevealed').length;
    await workbench.reload();
    await untilSteps(before);
    const chat = await workbench.webview('textarea');
    await chat.waitForFunction(() => document.querySelectorAll('.message').length === 6);
    assert.equal(storedEvents(dataDir).filter(({ type }) => type === 'stepRevealed').length, revealed);
    await workbench.picture('reopened');
  });

  it('a deleted session comes back with one undo', async () => {
    const { page } = workbench;
    const row = page.locator('.pane-body .monaco-list-row', { hasText: 'Exercise 1' }).first();
    await row.waitFor();
    await row.hover();
    await row.getByRole('button', { name: 'Delete Session' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await row.waitFor();
  });
});
