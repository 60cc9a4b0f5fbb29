import assert from 'node:assert/strict';
import type { Aside, PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { idleActions, linearSnapshot } from './support/snapshots.ts';
import { panelStates } from './support/states.ts';
import type { PageOptions, WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const nothing: Aside = { hints: [], lines: [], asksFirst: false };
const right: Aside['lines'][number] = {
  text: 'x - 6 = 5',
  latex: 'x - 6 = 5',
  badge: { kind: 'proved', label: 'same solutions', detail: 'Decided exactly.' },
  message: '',
};
const wrong: Aside['lines'][number] = {
  text: 'x + 6 = 5',
  badge: { kind: 'invalid', label: 'not the same', detail: '' },
  message: 'For $x = 11$ the line before holds and this one does not.',
};

describe('hints and own lines in the steps panel', () => {
  let browser: WebviewBrowser;
  let view: WebviewTestPage;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());
  afterEach(async () => {
    assert.deepEqual(view.complaints, []);
    await view.close();
  });

  async function open(options: PageOptions = {}): Promise<void> {
    view = await browser.open(options);
  }
  async function show(snapshot: PanelSnapshot): Promise<void> {
    await view.send({ type: 'snapshot', snapshot });
    await view.painted(snapshot.revision);
  }
  const withAside = (aside: Partial<Aside>): PanelSnapshot => linearSnapshot(1, { aside: { ...nothing, ...aside } });
  const posted = async (): Promise<readonly object[]> =>
    (await view.posted()).filter((message) => message.type !== 'painted' && message.type !== 'ready');
  const box = (): ReturnType<WebviewTestPage['page']['locator']> => view.page.locator('.ownBox');

  it('asks for a hint by button and by letter, and says what the next one would be', async () => {
    await open();
    await show(withAside({ nextHint: 'Where?' }));
    const button = view.page.locator('[data-action=hint]', { hasText: 'Where?' });
    await button.click();
    await view.page.keyboard.press('h');
    const hint = { type: 'action', action: 'hint' };
    assert.deepEqual(await posted(), [hint, hint]);
  });

  it('draws hints as notes and not as steps, an example with its steps set', async () => {
    await open();
    await show(panelStates.example!());
    assert.equal(await view.page.locator('.note.hint').count(), 3);
    assert.equal(await view.page.locator('.step').count(), 0);
    assert.equal(await view.page.locator('.exampleSteps > li').count(), 2);
    assert.equal(await view.page.locator('.exampleLine .katex').count(), 2);
  });

  it('opens a box for an own line, sends it at Enter and keeps the focus there', async () => {
    await open();
    await show(withAside({}));
    assert.equal(await box().isVisible(), false);
    await view.page.locator('[data-action=checkMine]').click();
    await view.page.keyboard.type('x + 6 = 5');
    await view.page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ type: 'checkMine', line: 'x + 6 = 5' }]);
    await show(withAside({ lines: [wrong] }));
    // A wrong line stays in the box to be mended.
    assert.equal(await box().inputValue(), 'x + 6 = 5');
    assert.ok(await box().evaluate((node) => node === document.activeElement));
    await box().fill('x - 6 = 5');
    await view.page.keyboard.press('Enter');
    await show(withAside({ lines: [wrong, right] }));
    assert.equal(await box().inputValue(), '');
    assert.equal(await view.page.locator('.ownLine').count(), 2);
  });

  it('keeps what is typed: through new snapshots, an Escape, and the life of the webview', async () => {
    await open();
    await show(withAside({}));
    await view.page.locator('[data-action=checkMine]').click();
    await view.page.keyboard.type('3x = ');
    await show(withAside({ nextHint: 'Hint' }));
    assert.equal(await box().inputValue(), '3x = ');
    await view.page.keyboard.press('Escape');
    assert.equal(await box().isVisible(), false);
    const state = await view.state();
    await view.close();
    await open({ state });
    await show(withAside({}));
    assert.equal(await box().inputValue(), '3x = ');
  });

  it('sends nothing while a line is being checked, or an empty one', async () => {
    await open();
    await show(withAside({ asksFirst: true }));
    await box().press('Enter');
    await box().fill('x = 1');
    await show(withAside({ asksFirst: true, status: { state: 'working', label: 'Checking your line' } }));
    await box().press('Enter');
    assert.deepEqual(await posted(), []);
    assert.equal(await box().inputValue(), 'x = 1');
    assert.match(await view.page.locator('.status').innerText(), /Checking your line/);
  });

  it('lets letters be letters in the box', async () => {
    await open();
    await show(withAside({ asksFirst: true }));
    await box().click();
    await view.page.keyboard.type('nabhmsic');
    assert.deepEqual(await posted(), []);
    assert.equal(await box().inputValue(), 'nabhmsic');
  });

  it('tells a screen reader about a new hint and about the verdict of a line', async () => {
    await open();
    await show(withAside({}));
    const status = view.page.locator('[role=status]');
    await show(withAside({ hints: [{ level: 1, text: '**Collect like terms.**' }] }));
    assert.equal(await status.innerText(), 'Hint 1 of 4. Collect like terms.');
    await show(withAside({ lines: [wrong] }));
    assert.match(await status.innerText(), /^Your line: not the same\. For x/);
  });

  it('draws hostile hints as text', async () => {
    await open();
    const text = '<img src=x onerror=alert(1)> [a](command:x) $\\href{javascript:alert(1)}{x}$';
    const example = { problem: text, steps: [{ text, latex: text }], answer: text };
    await show(withAside({ hints: [{ level: 3, text, example }], tip: text, nextHint: text }));
    assert.equal(await view.page.locator('.aside img, .aside a, .thunk img').count(), 0);
  });

  it('offers nothing where nothing is offered', async () => {
    await open();
    await show(linearSnapshot(1, { actions: idleActions.filter((name) => name !== 'hint' && name !== 'checkMine') }));
    assert.equal(await view.page.locator('[data-action=hint], [data-action=checkMine]').count(), 0);
    await view.page.keyboard.press('m');
    assert.equal(await box().isVisible(), false);
  });
});
