import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { linearSnapshot } from './support/snapshots.ts';
import { chatStates, panelStates } from './support/states.ts';
import type { ThemeName } from './support/themes.ts';
import { themes } from './support/themes.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The states that show all colours; the others differ in structure, which is the same under every theme. */
const coloured = new Set(['middle', 'earlier', 'wrong', 'done', 'unverified']);

describe('accessibility', () => {
  let browser: WebviewBrowser;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());

  async function violations(view: WebviewTestPage): Promise<readonly string[]> {
    // Work is shown after a moment only; the check is about what is shown.
    await view.page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        const isTimed = animation.timeline === document.timeline;
        if (isTimed && Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
      }
    });
    await view.page.evaluate(axe);
    return view.page.evaluate(async () => {
      const results = await (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
      );
    });
  }

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`axe finds nothing in the steps panel under ${theme}`, async () => {
      const view = await browser.open({ theme, width: 480 });
      for (const [name, make] of Object.entries(panelStates)) {
        if (theme !== 'darkModern' && !coloured.has(name)) continue;
        const snapshot = make();
        await view.send({ type: 'snapshot', snapshot });
        await view.painted(snapshot.revision);
        assert.deepEqual(await violations(view), [], name);
      }
      await view.page.getByRole('button', { name: 'More actions' }).click();
      assert.deepEqual(await violations(view), [], 'menu');
      await view.page.keyboard.press('Escape');
      await view.page.keyboard.press('?');
      assert.deepEqual(await violations(view), [], 'shortcuts');
      await view.close();
    });

    it(`axe finds nothing in the chat under ${theme}`, async () => {
      const view = await browser.open({ view: 'chatView', theme, width: 300, height: 560 });
      for (const [name, make] of Object.entries(chatStates)) {
        await view.send({ type: 'snapshot', snapshot: make() });
        await view.page.waitForTimeout(50);
        assert.deepEqual(await violations(view), [], name);
      }
      await view.close();
    });

    // The newer themes differ from the others in colours only.
    if (theme.endsWith('2026')) continue;

    it(`focus is seen under ${theme}`, async () => {
      const view = await browser.open({ theme });
      const snapshot = linearSnapshot(2);
      await view.send({ type: 'snapshot', snapshot });
      await view.painted(snapshot.revision);
      for (let stop = 0; stop < 10; stop += 1) {
        await view.page.keyboard.press('Tab');
        const outline = await view.page.evaluate(() => {
          const active = document.activeElement ?? document.body;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
          return { isBody: active === document.body, outlineStyle, outlineWidth, outlineColor };
        });
        if (outline.isBody) break;
        assert.equal(outline.outlineStyle, 'solid');
        assert.notEqual(outline.outlineWidth, '0px');
        assert.doesNotMatch(outline.outlineColor, /, 0\)$/);
      }
      await view.close();
    });
  }

  it('a formula keeps the MathML that screen readers read', async () => {
    const view = await browser.open();
    const snapshot = linearSnapshot(2);
    await view.send({ type: 'snapshot', snapshot });
    await view.painted(snapshot.revision);
    const tree = await view.page.locator('.step').nth(1).ariaSnapshot();
    assert.match(tree, /math/);
    assert.equal(await view.page.locator('.step .katex-html:not([aria-hidden=true])').count(), 0);
    await view.close();
  });
});

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
  }[];
}
