import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

describe('checking homework', () => {
  let scratch: string;
  let workspace: string;
  let workbench: Workbench;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'thunk-check-'));
    workspace = join(scratch, 'workspace');
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    const settings = { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false };
    workbench = await openWorkbench({ workspace, devPath: root, theme: 'Default Dark Modern', height: 1100, settings });
    await workbench.openFile('check.md');
    await workbench.runCommand('View: Close Primary Side Bar');
  });
  after(async () => {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title}`);
  });

  const line = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
  const lens = (title: string) => workbench.page.locator('.codelens-decoration a:visible', { hasText: title });
  /** Away from everything that shows a hover. */
  const rest = async (): Promise<void> => {
    await workbench.page.mouse.move(640, 1060);
    await workbench.page.waitForTimeout(500);
  };

  it('a wrong claim is underlined by itself, and stands in the Problems view', async () => {
    const { page } = workbench;
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.runCommand('View: Toggle Problems');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'The left side is 180' }).first().waitFor();
    await workbench.picture('check-problems');
    await workbench.runCommand('View: Toggle Problems');
  });

  it('one press checks the lines below a problem: ticks, one squiggle, and the result on the lens', async () => {
    const { page } = workbench;
    await lens('Check my work').first().click();
    await page.locator('.squiggly-error').first().waitFor();
    await lens('Your line 3 is wrong').first().waitFor();
    assert.equal(await page.locator('.glyph-margin-widgets .cgmr').count(), 3);
    // A lens that tells its result leaves the next one as the first.
    for (let left = 2; left >= 0; left -= 1) {
      await lens('Check my work').first().click();
      await page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('.codelens-decoration a')].filter(
            ({ textContent }) => textContent === 'Check my work',
          ).length === wanted,
        left,
      );
    }
    await page.locator('.squiggly-info').first().waitFor();
    await rest();
    await workbench.picture('check-work');
  });

  it('a hover says how a line was checked, and why one is wrong', async () => {
    const { page } = workbench;
    await line('3x - 6 =').hover({ position: { x: 30, y: 8 } });
    await page.locator('.monaco-hover', { hasText: 'This follows from the problem' }).first().waitFor();
    await workbench.picture('check-hover');
    await rest();
    await line('x = -1').hover({ position: { x: 30, y: 8 } });
    const hover = page.locator('.monaco-hover', { hasText: 'satisfies the line before' }).first();
    await hover.waitFor();
    await workbench.picture('check-hover-wrong');
    await hover.locator('a.code-link').click();
    await workbench.webview('h1');
    await rest();
    await workbench.picture('check-explained');
    await page.keyboard.press('Control+KeyW');
    await line('x = -1').waitFor();
  });

  it('the lightbulb puts the right value, and one undo takes it back', async () => {
    const { page } = workbench;
    const before = readFileSync(join(workspace, 'check.md'), 'utf8');
    await line('A ticket costs').click();
    await page.keyboard.press('Control+KeyG');
    const column = before.split('\n')[4]!.indexOf('15 = 190') + 1;
    await page.keyboard.type(`5:${column}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Period');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Put the right value: 180' });
    await fix.waitFor();
    await workbench.picture('check-lightbulb');
    await fix.click();
    await line('15 = 180').waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+KeyZ');
    await line('15 = 190').waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+KeyS');
    assert.equal(readFileSync(join(workspace, 'check.md'), 'utf8'), before);
  });

  it('a mended line loses its squiggle at once, and gets its tick after a pause', async () => {
    const { page } = workbench;
    await line('x = -1').click({ position: { x: 30, y: 8 } });
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('11');
    await lens('3 lines right').first().waitFor();
    await rest();
    await workbench.picture('check-mended');
  });
});
