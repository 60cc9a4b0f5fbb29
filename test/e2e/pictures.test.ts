import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';
import { openWorkbench } from '../harness/workbench.ts';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;
const widths = [1180, 620] as const;
const height = 620;

async function untilSteps(panel: Frame, count: number): Promise<void> {
  await panel.waitForFunction((wanted) => document.querySelectorAll('.step').length === wanted, count);
}

/** Pictures to be looked at: the panel beside the text in every theme, wide and narrow; one of them is the README's. */
describe('pictures', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'thunk-pictures-'));
  after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

  for (const [name, theme] of Object.entries(themes)) {
    it(`${name}, ${widths.join(' and ')} px wide`, async () => {
      const workspace = join(scratch, name);
      cpSync(join(root, 'samples'), workspace, { recursive: true });
      const settings = { 'editor.minimap.enabled': false, 'editor.lightbulb.enabled': 'off' };
      const workbench = await openWorkbench({ workspace, devPath: root, theme, width: widths[0], height, settings });
      try {
        const { page } = workbench;
        await workbench.openFile('algebra.md');
        const lenses = page.locator('.codelens-decoration a', { hasText: 'Next step' });
        await lenses.first().waitFor();
        await workbench.runCommand('View: Close Primary Side Bar');
        await lenses.first().click();
        const panel = await workbench.webview('.step');
        await panel.getByRole('button', { name: 'Next step' }).click();
        await untilSteps(panel, 2);
        await page.locator('.view-line', { hasText: 'Exercise 1' }).first().click();
        await workbench.runCommand('Thunk: Insert Next Step');
        await page.locator('.view-line', { hasText: 'Step 1.' }).first().waitFor();
        for (const width of widths) {
          await page.setViewportSize({ width, height });
          // Away from everything that shows a tooltip.
          await page.mouse.move(200, height - 60);
          await page.waitForTimeout(800);
          // Nothing but formulas, which scroll in their card, is wider than the panel.
          const tooWide = await panel.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
          assert.ok(tooWide <= 0, `${tooWide} px too wide at ${width} px`);
          await workbench.picture(`workbench-${name}-${width}`);
        }
        await page.setViewportSize({ width: widths[0], height: 1000 });
        await workbench.openFile('check.md');
        const work = page.locator('.codelens-decoration a', { hasText: 'Check my work' });
        await work.first().waitFor();
        await work.first().click();
        await page.mouse.move(200, 960);
        await page.locator('.squiggly-error').first().waitFor();
        await workbench.picture(`check-${name}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
