import assert from 'node:assert/strict';
import type { ChatSnapshot } from '../../src/core/protocol/chat.ts';
import { chatSnapshot } from './support/chatSnapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

describe('tutor chat', () => {
  let browser: WebviewBrowser;
  let view: WebviewTestPage;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());
  beforeEach(async () => {
    view = await browser.open({ view: 'chatView', width: 300, height: 560 });
  });
  afterEach(async () => {
    assert.deepEqual(view.complaints, []);
    await view.close();
  });

  async function show(snapshot: ChatSnapshot): Promise<void> {
    await view.send({ type: 'snapshot', snapshot });
    await view.page.waitForFunction(
      (wanted) => document.querySelectorAll('.message').length === wanted,
      snapshot.messages.length,
    );
  }
  const posted = async (): Promise<readonly object[]> => (await view.posted()).filter(({ type }) => type !== 'ready');
  const box = (): ReturnType<typeof view.page.locator> => view.page.locator('textarea');

  it('typesets the conversation and leads to its steps', async () => {
    await show(chatSnapshot(4));
    assert.equal(await view.page.locator('.message.tutor .katex-display').count(), 1);
    assert.equal(await view.page.locator('.message strong').innerText(), 'every');
    await view.page.getByRole('button', { name: 'Show step 1 in the steps panel' }).first().click();
    assert.deepEqual(await posted(), [{ type: 'showStep', index: 0 }]);
  });

  it('sends with Enter, starts a line with Shift+Enter, and sends no empty message', async () => {
    await show(chatSnapshot(2));
    await view.send({ type: 'focus' });
    await view.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await view.page.keyboard.press('Enter');
    await view.page.keyboard.type('why');
    await view.page.keyboard.press('Shift+Enter');
    await view.page.keyboard.type('this? ');
    assert.deepEqual(await view.state(), { version: 1, draft: 'why\nthis? ' });
    await view.page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ type: 'say', text: 'why\nthis?' }]);
    assert.equal(await box().inputValue(), '');
    assert.equal(await view.page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
  });

  it('keeps what was typed while the tutor is busy, and can be cancelled', async () => {
    await show(chatSnapshot(3, { isBusy: true }));
    await box().fill('next');
    await box().press('Enter');
    assert.equal(await box().inputValue(), 'next');
    await view.page.getByRole('button', { name: 'Next' }).click({ force: true });
    assert.deepEqual(await posted(), []);
    await view.page.getByRole('button', { name: 'Cancel' }).click();
    await box().press('Escape');
    assert.deepEqual(await posted(), [{ type: 'cancel' }, { type: 'cancel' }]);
    await show(chatSnapshot(4));
    assert.equal(await view.page.getByRole('button', { name: 'Cancel' }).isVisible(), false);
    await box().press('Enter');
    assert.deepEqual(await posted(), [{ type: 'say', text: 'next' }]);
  });

  it('gives back a draft when the view is shown again', async () => {
    const again = await browser.open({ view: 'chatView', state: { version: 1, draft: 'half a que' } });
    await again.send({ type: 'snapshot', snapshot: chatSnapshot(0) });
    await again.page.locator('textarea').waitFor();
    assert.equal(await again.page.locator('textarea').inputValue(), 'half a que');
    await again.close();
  });

  it('sends ready-made messages', async () => {
    await show(chatSnapshot(2));
    await view.page.getByRole('button', { name: 'Why?' }).click();
    assert.deepEqual(await posted(), [{ type: 'say', text: 'why?' }]);
  });

  it('says what to do where nothing is open or nothing was said', async () => {
    await show(chatSnapshot(0, { sessionId: null, about: '', suggestions: [] }));
    await view.page.getByText('Open a problem first').waitFor();
    assert.equal(await box().isVisible(), false);
    await show(chatSnapshot(0));
    await view.page.getByText('Ask about the current step.').waitFor();
    assert.equal(await box().isVisible(), true);
  });

  it('reads the replies of the tutor aloud, once each, and no others', async () => {
    await show(chatSnapshot(2));
    assert.equal(await view.page.locator('[role=status]').innerText(), '');
    await show(chatSnapshot(3));
    assert.equal(await view.page.locator('[role=status]').innerText(), '');
    await show(chatSnapshot(4));
    assert.match(await view.page.locator('[role=status]').innerText(), /every term inside it: a, left parenthesis, b/);
  });

  it('keeps the nodes of what was said, and shows the newest', async () => {
    await show(chatSnapshot(3));
    await view.page.evaluate(() => document.querySelector('.message')?.setAttribute('data-kept', ''));
    await show(chatSnapshot(4));
    assert.equal(await view.page.locator('.message[data-kept]').count(), 1);
    const [bottom, edge] = await view.page.evaluate(() => [
      document.querySelector('.message:last-child')?.getBoundingClientRect().bottom ?? 0,
      document.querySelector('.chatMain')?.getBoundingClientRect().bottom ?? 0,
    ]);
    assert.ok(bottom <= edge + 1);
  });

  it('takes text from outside as text', async () => {
    const text =
      '<img src=x onerror=alert(1)> [x](command:a) $\\href{javascript:a}{b}$ ![p](https://example.org/p.png)';
    const hostile = chatSnapshot(1, { about: text, notice: text });
    hostile.messages.push({ id: 'evil', author: 'tutor', text });
    await show(hostile);
    assert.equal(await view.page.locator('img, a').count(), 0);
    assert.match(await view.page.locator('.message.tutor').innerText(), /<img src=x/);
  });
});
