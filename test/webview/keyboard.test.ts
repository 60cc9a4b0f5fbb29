import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { rationalSnapshot } from './support/snapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

describe('steps panel by keyboard', () => {
  let browser: WebviewBrowser;
  let view: WebviewTestPage;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());
  beforeEach(async () => {
    view = await browser.open();
  });
  afterEach(async () => {
    assert.deepEqual(view.complaints, []);
    await view.close();
  });

  async function show(snapshot: PanelSnapshot): Promise<void> {
    await view.send({ type: 'snapshot', snapshot });
    await view.painted(snapshot.revision);
  }
  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((done, key) => done.then(() => view.page.keyboard.press(key)), Promise.resolve());
  const posted = async (): Promise<readonly object[]> =>
    (await view.posted()).filter((message) => message.type !== 'painted' && message.type !== 'ready');
  const focused = (): Promise<string> =>
    view.page.evaluate(() => {
      const active = document.activeElement;
      if (active?.classList.contains('problem') === true) return 'problem';
      return active?.getAttribute('aria-label') ?? active?.textContent.trim() ?? '';
    });

  it('moves one step at an arrow, from the problem to the next press', async () => {
    await show(rationalSnapshot(3));
    await view.send({ type: 'focus' });
    await view.page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    assert.equal(await focused(), 'Step 3, current');
    await press('ArrowUp', 'ArrowUp', 'ArrowUp');
    assert.equal(await focused(), 'problem');
    assert.deepEqual(await posted(), [
      { type: 'jump', index: 1 },
      { type: 'jump', index: 0 },
      { type: 'jump', index: -1 },
    ]);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    assert.equal(await focused(), 'Step 3, current');
    await press('ArrowDown');
    assert.equal(await focused(), 'Next step');
    await press('ArrowUp');
    assert.equal(await focused(), 'Step 3, current');
  });

  it('goes to the ends, and presses with Enter and Space', async () => {
    await show(rationalSnapshot(3));
    await view.send({ type: 'focus' });
    await view.page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    await press('Home');
    assert.equal(await focused(), 'Step 1');
    await press('End', 'ArrowDown', 'Enter');
    await press('Space');
    const next = { type: 'action', action: 'next' };
    assert.deepEqual(await posted(), [{ type: 'jump', index: 0 }, next, next]);
  });

  it('has a letter for what is done often', async () => {
    await show(rationalSnapshot(3));
    await view.send({ type: 'focus' });
    await view.page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    await press('n', 'b', 'a', 'i', 'c', 's');
    assert.deepEqual(await posted(), [
      { type: 'action', action: 'next' },
      { type: 'action', action: 'back' },
      { type: 'action', action: 'anotherWay' },
      { type: 'action', action: 'insert', index: 2 },
      { type: 'action', action: 'copy', index: 2 },
      { type: 'action', action: 'split', index: 2 },
    ]);
    await press('Control+n', 'Alt+n', 'Meta+b');
    assert.deepEqual(await posted(), []);
  });

  it('lists its keys at ?, and gives the focus back', async () => {
    await show(rationalSnapshot(3));
    await view.page.locator('.thunk .primary').focus();
    await press('?');
    assert.equal(await view.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).isVisible(), true);
    await press('n');
    assert.deepEqual(await posted(), []);
    await press('Escape');
    assert.equal(await view.page.getByRole('dialog').count(), 0);
    assert.equal(await focused(), 'Next step');
  });

  it('runs the menu: arrows, ends, first letters, Escape', async () => {
    await show(rationalSnapshot(3));
    await view.page.getByRole('button', { name: 'More actions' }).focus();
    await press('Enter');
    assert.match(await focused(), /^Insert step/);
    await press('End');
    assert.match(await focused(), /^Keyboard shortcuts/);
    await press('r');
    assert.match(await focused(), /^Reveal all steps/);
    await press('r');
    assert.match(await focused(), /^Restart/);
    await press('Escape');
    assert.equal(await focused(), 'More actions');
    await press('Enter', 'e', 'Enter');
    assert.deepEqual(await posted(), [{ type: 'action', action: 'export' }]);
    assert.equal(await focused(), 'More actions');
  });

  it('has one stop for the list, and reaches everything else by Tab', async () => {
    await show(rationalSnapshot(5));
    await view.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const seen: string[] = [];
    for (let stop = 0; stop < 14; stop += 1) {
      await press('Tab');
      seen.push(await focused());
    }
    // The badge, Insert, Copy and Split belong to the current card only.
    assert.deepEqual(seen.slice(0, 11), [
      'algebra.md',
      'Step 5, current',
      'same solutions',
      'Insert step',
      'Copy step',
      'Split this step',
      'Next step',
      'Hint',
      'Check mine',
      'Back',
      'More actions',
    ]);
    assert.equal(seen[11], 'Detail: normal');
  });

  it('does not lose the focus when a card that has it goes away', async () => {
    await show(rationalSnapshot(4));
    await view.send({ type: 'focus' });
    await view.page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    await show(rationalSnapshot(2));
    assert.equal(await focused(), 'Step 2, current');
  });
});
