import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

async function panelOf(page: Page): Promise<Frame> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    for (const frame of page.frames().filter((candidate) => candidate !== page.mainFrame())) {
      if ((await frame.$('.panel').catch(() => null)) !== null) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('The window shows no steps panel.');
}

const untilSteps = (panel: Frame, count: number): Promise<unknown> =>
  panel.waitForFunction((wanted) => document.querySelectorAll('.step').length === wanted, count);

describe('two windows on one session', () => {
  let scratch: string;
  let workbench: Workbench;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'thunk-windows-'));
    const workspace = join(scratch, 'workspace');
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    workbench = await openWorkbench({ workspace, devPath: root });
  });
  after(async () => {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('the second reads along, takes over, and the first reads from then on', async () => {
    const { page: first } = workbench;
    await workbench.openFile('algebra.md');
    await first.locator('.codelens-decoration a', { hasText: 'Next step' }).first().click();
    const panelOfFirst = await panelOf(first);
    await untilSteps(panelOfFirst, 1);

    const second = await first.context().newPage();
    await second.goto(first.url());
    await second.locator('.codelens-decoration a', { hasText: 'Next step' }).first().click({ timeout: 60_000 });
    const panelOfSecond = await panelOf(second);
    await panelOfSecond.getByText('Another window works on this session').waitFor();
    await untilSteps(panelOfSecond, 1);
    const pressable = 'button:enabled:not([aria-disabled="true"])';
    assert.equal(await panelOfSecond.locator(pressable, { hasText: 'Next step' }).count(), 0);

    await panelOfFirst.getByRole('button', { name: 'Next step' }).click();
    await untilSteps(panelOfFirst, 2);
    await untilSteps(panelOfSecond, 2);
    await second.screenshot({ path: join(root, 'out', 'pictures', 'second-window.png') });

    await panelOfSecond.getByRole('button', { name: 'Take over' }).click();
    await panelOfSecond.getByRole('button', { name: 'Next step' }).click();
    await untilSteps(panelOfSecond, 3);
    await panelOfFirst.getByText('Another window works on this session').waitFor();
    await untilSteps(panelOfFirst, 3);
  });
});
