import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { longSnapshot, rationalSnapshot, snapshotOf } from './support/snapshots.ts';
import type { PageOptions, WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const binomials = Array.from({ length: 31 }, (_, k) => `\\binom{30}{${k}} x^{${30 - k}}`).join(' + ');
const wide = [
  {
    text: `Write $${binomials}$ out.`,
    latex: binomials,
    why: 'A-word-that-cannot-be-broken-'.repeat(12),
    badge: { kind: 'proved', label: 'a label that is quite a bit longer than labels are', detail: '' } as const,
    author: 'model',
    isInserted: true,
  },
];

describe('layout', () => {
  let browser: WebviewBrowser;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());

  async function open(snapshot: PanelSnapshot, options: PageOptions): Promise<WebviewTestPage> {
    const view = await browser.open(options);
    await view.send({ type: 'snapshot', snapshot });
    await view.painted(snapshot.revision);
    return view;
  }

  for (const width of [280, 480, 1200]) {
    it(`never scrolls sideways as a page at ${width} px; long formulas do, in their cards`, async () => {
      const view = await open(snapshotOf('Expand $(x+1)^{30}$.', wide, 1), { width });
      const page = await view.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
      assert.ok(page[0] <= page[1], page.join(' > '));
      const line = view.page.locator('.stepLine');
      await view.page.waitForFunction(() => document.querySelector('.stepLine')?.getAttribute('tabindex') === '0');
      await line.focus();
      await view.page.keyboard.press('ArrowRight');
      await view.page.waitForFunction(() => (document.querySelector('.stepLine')?.scrollLeft ?? 0) > 0);
      await view.close();
    });
  }

  it('a formula that fits is no stop for the keyboard', async () => {
    const view = await open(rationalSnapshot(3), { width: 480 });
    await view.page.waitForTimeout(100);
    assert.equal(await view.page.locator('.scroller[tabindex]:not(.problem)').count(), 0);
    await view.close();
  });

  it('keeps every control inside the window at 280 px and at 200 %', async () => {
    const view = await open(rationalSnapshot(5), { width: 560, height: 800 });
    // What zooming does to a page: half as many pixels of layout.
    await view.page.setViewportSize({ width: 280, height: 400 });
    const outside = await view.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button')]
        .filter((button) => button.checkVisibility())
        .map((button) => ({ label: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.left < 0 || box.right > window.innerWidth)
        .map(({ label }) => label),
    );
    assert.deepEqual(outside, []);
    await view.close();
  });

  it('opens at the current step, and brings a new one into view without hiding it behind the closed card', async () => {
    const view = await open(rationalSnapshot(5), { width: 320, height: 520, reduceMotion: true });
    await view.page.waitForTimeout(100);
    const isSeen = (): Promise<boolean> =>
      view.page.evaluate(() => {
        const card = document.querySelector('.isCurrent .card')?.getBoundingClientRect();
        const thunk = document.querySelector('.thunk')?.getBoundingClientRect();
        if (card === undefined || thunk === undefined) return false;
        return card.top >= 0 && card.bottom <= thunk.top + 1 && thunk.bottom <= window.innerHeight + 1;
      });
    assert.equal(await isSeen(), true);
    for (const snapshot of [rationalSnapshot(6), rationalSnapshot(6, { current: 4, actions: ['forward'] })]) {
      await view.send({ type: 'snapshot', snapshot });
      await view.painted(snapshot.revision);
      await view.page.waitForTimeout(100);
      assert.equal(await isSeen(), true);
    }
    await view.close();
  });

  it('keeps the current step in view when the window gets narrower, unless somebody scrolled away', async () => {
    const view = await open(rationalSnapshot(5), { width: 900, height: 560 });
    const bottom = (): Promise<number> =>
      view.page.evaluate(() => {
        const card = document.querySelector('.isCurrent .card')?.getBoundingClientRect().bottom ?? NaN;
        return card - (document.querySelector('.thunk')?.getBoundingClientRect().top ?? NaN);
      });
    await view.page.setViewportSize({ width: 300, height: 560 });
    await view.page.waitForTimeout(200);
    assert.ok((await bottom()) <= 1);
    await view.page.mouse.move(150, 200);
    await view.page.mouse.wheel(0, -5_000);
    await view.page.waitForFunction(() => window.scrollY === 0);
    await view.page.setViewportSize({ width: 280, height: 560 });
    await view.page.waitForTimeout(200);
    assert.equal(await view.page.evaluate(() => window.scrollY), 0);
    await view.close();
  });

  it('moves gently only where motion is wanted', async () => {
    const calls = async (reduceMotion: boolean): Promise<readonly string[]> => {
      const view = await open(rationalSnapshot(5), { width: 320, height: 400, reduceMotion });
      await view.page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        window.scrollTo = ((options: ScrollToOptions) => seen.push(options.behavior ?? '')) as typeof window.scrollTo;
        Element.prototype.scrollIntoView = (options) => {
          if (typeof options === 'object') seen.push(options.behavior ?? '');
        };
      });
      const next = rationalSnapshot(6);
      await view.send({ type: 'snapshot', snapshot: next });
      await view.painted(next.revision);
      const seen = await view.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      await view.close();
      return seen;
    };
    assert.deepEqual([...new Set(await calls(false))], ['smooth']);
    assert.deepEqual([...new Set(await calls(true))], ['instant']);
  });

  it('draws only the cards near the window of a session of a thousand steps', async () => {
    const view = await open(longSnapshot(1_000), {});
    await view.page.waitForTimeout(300);
    const drawn = await view.page.locator('.step .katex').count();
    assert.ok(drawn > 0 && drawn < 200, String(drawn));
    assert.equal(await view.page.locator('.step').count(), 1_000);
    await view.page.evaluate(() => window.scrollTo(0, 0));
    await view.page.locator('.step').first().locator('.katex').first().waitFor();
    await view.close();
  });
});
