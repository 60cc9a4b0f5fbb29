import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { panelStrings } from '../../src/core/protocol/webviewStrings.ts';
import { emptySnapshot, linearSnapshot, rationalSnapshot } from './support/snapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

describe('steps panel', () => {
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
  const text = (selector: string): Promise<string> => view.page.locator(selector).innerText();
  const count = (selector: string): Promise<number> => view.page.locator(selector).count();
  const posted = async (): Promise<readonly object[]> =>
    (await view.posted()).filter((message) => message.type !== 'painted' && message.type !== 'ready');
  const focused = (): Promise<string> =>
    view.page.evaluate(() => {
      const active = document.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent.trim() ?? '';
    });

  it('shows problem, steps with typeset lines and reasons, and one closed card', async () => {
    await show(linearSnapshot(2));
    assert.match(await text('.problem'), /^Solve/);
    assert.equal(await count('.step'), 2);
    assert.equal(await count('.problem .katex'), 2);
    const second = view.page.locator('.step').nth(1);
    assert.equal(await second.locator('.stepLine annotation').textContent(), 'x - 6 = 5');
    assert.match(await second.locator('.stepWhy').innerText(), /keeps the solutions/);
    assert.match(await second.locator('.badge').innerText(), /same solutions/);
    assert.equal(await second.getAttribute('aria-current'), 'step');
    assert.equal(await count('.thunk'), 1);
    assert.equal(await text('.thunk .primary'), 'Next step');
    assert.match(await text('.foot'), /2 steps shown/);
  });

  it('shows nothing of a step that the snapshot does not hold', async () => {
    await show(linearSnapshot(1));
    const markup = await view.page.evaluate(() => document.body.innerHTML);
    assert.equal(markup.includes('3x - 6'), true);
    for (const later of ['from both sides', 'x - 6 = 5', 'x = 11', 'Put back'])
      assert.equal(markup.includes(later), false, later);
  });

  it('says in two lines what to do where nothing is open, and offers the sample', async () => {
    await show(emptySnapshot());
    assert.equal(await count('.empty > :is(h1, p)'), 2);
    await view.page.getByRole('button', { name: 'Open the sample' }).click();
    assert.deepEqual(await posted(), [{ type: 'action', action: 'openSample' }]);
    await show(linearSnapshot(0));
    assert.equal(await count('.empty'), 0);
    assert.equal(await count('.thunk'), 1);
  });

  it('uses the words that the host sends', async () => {
    await view.send({ type: 'strings', strings: { next: 'Nächster Schritt', verified: 'geprüft' } });
    await show(linearSnapshot(3));
    assert.match(await text('.answer'), /geprüft/);
    await show(linearSnapshot(2));
    assert.equal(await text('.thunk .primary'), 'Nächster Schritt');
  });

  it('never draws an older snapshot over a newer one', async () => {
    const older = linearSnapshot(1);
    await show(linearSnapshot(2));
    await view.send({ type: 'snapshot', snapshot: older });
    await show(linearSnapshot(2, { footer: ['newest'] }));
    assert.equal(await count('.step'), 2);
  });

  it('reports what does not fit the contract and goes on', async () => {
    await show(linearSnapshot(1));
    await view.page.evaluate(() => window.postMessage({ type: 'snapshot', snapshot: { version: 9 } }, '*'));
    await view.page.waitForFunction(() => window.thunkTest.posted.some((message) => message.type === 'error'));
    await show(linearSnapshot(2));
    assert.equal(await count('.step'), 2);
  });

  it('keeps the nodes of cards that did not change', async () => {
    await show(rationalSnapshot(2));
    await view.page.evaluate(() => {
      for (const card of document.querySelectorAll('.step .cardBody, .problem > *')) card.setAttribute('data-kept', '');
    });
    await show(rationalSnapshot(2, { thunk: { state: 'thinking', label: 'Thinking' }, actions: ['cancel'] }));
    await show(rationalSnapshot(3));
    assert.equal(await count('.step .cardBody[data-kept]'), 2);
    assert.equal(await count('.problem > [data-kept]'), 1);
  });

  it('sets the final answer apart, and one that is not verified differently', async () => {
    await show(linearSnapshot(3));
    assert.equal(await count('.answer.isVerified'), 1);
    // The last line is the answer: it is not shown twice.
    assert.equal(await count('.step:last-child .stepLine'), 0);
    assert.match(await text('.answer .badge'), /^verified · values put back$/);
    assert.equal(await count('.thunk .primary'), 0);
    const unverified = linearSnapshot(3);
    const last = unverified.steps.at(-1)!;
    last.answer = { text: '11', isVerified: false };
    await show(unverified);
    assert.equal(await count('.answer.isVerified'), 0);
    assert.match(await text('.answer .badge'), /^not verified/);
    assert.equal(await text('.answerText'), '11');
  });

  describe('a press', () => {
    it('asks once, and not while one is under way', async () => {
      await show(linearSnapshot(1));
      await view.page.getByRole('button', { name: 'Next step' }).click();
      const thunk = { state: 'thinking', label: 'Thinking' } as const;
      await show(linearSnapshot(1, { thunk, actions: ['cancel', 'next', 'anotherWay', 'split', 'revealAll'] }));
      await view.page.getByRole('button', { name: 'Next step' }).click({ force: true });
      for (const key of ['Enter', 'n', 'a', 's']) await view.page.keyboard.press(key);
      assert.deepEqual(await posted(), [{ type: 'action', action: 'next' }]);
    });

    it('keeps the focus on its button through thinking, and the button its place', async () => {
      await show(linearSnapshot(1));
      const next = view.page.locator('.thunk .primary');
      await next.focus();
      const before = await next.boundingBox();
      const card = await view.page.locator('.thunkCard').boundingBox();
      for (const state of ['thinking', 'checking'] as const) {
        await show(linearSnapshot(1, { thunk: { state, label: `${state}…` }, actions: ['cancel'] }));
        assert.equal(await focused(), 'Next step');
        assert.deepEqual(await next.boundingBox(), before);
        assert.deepEqual(await view.page.locator('.thunkCard').boundingBox(), card);
      }
      await show(linearSnapshot(2));
      assert.equal(await focused(), 'Next step');
    });

    it('can be cancelled by its button and by Escape', async () => {
      const busy = { thunk: { state: 'thinking', label: 'Thinking' }, actions: ['cancel'] } as const;
      await show(linearSnapshot(1, { ...busy, actions: [...busy.actions] }));
      await view.page.getByRole('button', { name: 'Cancel' }).click();
      await view.page.keyboard.press('Escape');
      const cancel = { type: 'action', action: 'cancel' };
      assert.deepEqual(await posted(), [cancel, cancel]);
      await show(linearSnapshot(2));
      assert.equal(await focused(), 'Next step');
    });

    it('that ends the solution moves the focus to the last card', async () => {
      await show(linearSnapshot(2));
      await view.page.locator('.thunk .primary').focus();
      await show(linearSnapshot(3));
      assert.equal(await focused(), 'Step 3, current');
    });

    it('for another way that there is not says so, and leaves the next step in its place', async () => {
      await show(linearSnapshot(1, { thunk: { state: 'closed', note: 'I know no other way from here.' } }));
      assert.equal(await text('.thunkMessage'), 'I know no other way from here.');
      assert.equal(await text('.thunk .primary'), 'Next step');
      await show(linearSnapshot(2));
      assert.equal(await view.page.locator('.thunkMessage').isVisible(), false);
    });

    it('that got stuck or failed says so, and failing can be tried again', async () => {
      const message = "I can't do this one by myself: two unknowns, $x$ and $y$.";
      await show(linearSnapshot(1, { thunk: { state: 'stuck', message }, actions: ['back', 'anotherWay'] }));
      assert.match(await text('.thunkMessage'), /by myself/);
      assert.equal(await count('.thunkMessage .katex'), 2);
      assert.equal(await count('.thunk .primary'), 0);
      await show(linearSnapshot(1, { thunk: { state: 'failed', message: 'The solver stopped.' } }));
      await view.page.getByRole('button', { name: 'Try again' }).click();
      assert.deepEqual(await posted(), [{ type: 'action', action: 'next' }]);
    });

    it('after a jump back comes from memory', async () => {
      await show(rationalSnapshot(4, { current: 1, actions: ['forward', 'back'] }));
      assert.match(await text('.thunkMessage'), /2 later steps/);
      assert.equal(await count('.step.isAhead'), 2);
      await view.page.getByRole('button', { name: 'Forward' }).click();
      assert.deepEqual(await posted(), [{ type: 'action', action: 'forward' }]);
    });
  });

  it('draws provisional text and forgets it', async () => {
    const streaming = { state: 'streaming', label: 'Writing', text: 'Multiply by $2' } as const;
    await show(linearSnapshot(1, { thunk: streaming, actions: ['cancel'] }));
    assert.match(await text('.thunkMessage'), /Multiply by \$2/);
    await show(linearSnapshot(1, { thunk: { ...streaming, text: 'Multiply by $2$' }, actions: ['cancel'] }));
    assert.equal(await count('.thunkMessage .katex'), 1);
    assert.equal(await text('[role=status]'), '');
    await show(linearSnapshot(2));
    assert.equal(await view.page.locator('.thunkMessage').isVisible(), false);
  });

  describe('older steps', () => {
    it('fold to one line with their mathematics, and unfold on click and by keyboard', async () => {
      await show(rationalSnapshot(5));
      assert.equal(await count('.step.isFolded'), 2);
      assert.equal(await count('.step.isFolded .foldedLine .katex'), 2);
      await view.page.locator('.step.isFolded').first().click();
      assert.equal(await count('.step.isFolded'), 1);
      assert.deepEqual(await view.state(), { version: 1, sessionId: 'session-1', unfolded: [0], draft: '' });
      await view.page.locator('.step').nth(1).locator('.card').focus();
      await view.page.keyboard.press('Enter');
      assert.equal(await count('.step.isFolded'), 0);
      assert.equal(await focused(), 'Step 2');
      await view.page.keyboard.press('Enter');
      assert.equal(await count('.step.isFolded'), 1);
    });

    it('that were opened stay open when the window comes back', async () => {
      const again = await browser.open({ state: { version: 1, sessionId: 'session-1', unfolded: [1] } });
      const snapshot = rationalSnapshot(5);
      await again.send({ type: 'snapshot', snapshot });
      await again.painted(snapshot.revision);
      assert.equal(await again.page.locator('.step.isFolded').count(), 1);
      assert.equal(await again.page.locator('.step').nth(1).locator('.stepLine').count(), 1);
      await again.close();
    });
  });

  it('offers what is allowed on the current card', async () => {
    await show(linearSnapshot(2));
    const current = view.page.locator('.step.isCurrent');
    await current.getByRole('button', { name: 'Insert step' }).click();
    await current.getByRole('button', { name: 'Copy step' }).click();
    await current.getByRole('button', { name: 'Split this step' }).click();
    assert.deepEqual(await posted(), [
      { type: 'action', action: 'insert', index: 1 },
      { type: 'action', action: 'copy', index: 1 },
      { type: 'action', action: 'split', index: 1 },
    ]);
    await show(linearSnapshot(2, { actions: ['next', 'copy'] }));
    assert.equal(await current.getByRole('button', { name: 'Insert step' }).isVisible(), false);
    assert.equal(await current.getByRole('button', { name: 'Copy step' }).isVisible(), true);
  });

  it('says how a step was checked on hover and on focus', async () => {
    await show(linearSnapshot(2));
    const badge = view.page.locator('.step').nth(1).locator('.badge');
    await badge.hover();
    await view.page.locator('[role=tooltip]').waitFor();
    assert.match(await text('[role=tooltip]'), /Both equations have exactly the solution/);
    assert.equal(await badge.getAttribute('aria-describedby'), 'tooltip');
    await view.page.keyboard.press('Escape');
    assert.equal(await count('[role=tooltip]'), 0);
    await view.page.locator('.step').nth(1).locator('.card').focus();
    await view.page.keyboard.press('Tab');
    assert.equal(await count('[role=tooltip]'), 1);
  });

  it('switches between ways, by mouse and by arrow', async () => {
    const branches = [
      { id: 'a', label: 'by factoring', isCurrent: true, stepCount: 3 },
      { id: 'b', label: 'by the formula', isCurrent: false, stepCount: 1 },
    ];
    await show(rationalSnapshot(3));
    assert.equal(await view.page.getByRole('radio').first().isVisible(), false);
    await show(rationalSnapshot(3, { branches }));
    await view.page.getByRole('radio', { name: 'by the formula' }).click();
    await view.page.getByRole('radio', { name: 'by factoring' }).focus();
    await view.page.keyboard.press('ArrowRight');
    const toB = { type: 'switchBranch', branch: 'b' };
    assert.deepEqual(await posted(), [toB, toB]);
  });

  it('changes the detail of what comes', async () => {
    await show(linearSnapshot(1));
    await view.page.getByRole('button', { name: 'Detail: normal' }).click();
    assert.equal(await focused(), 'normal');
    await view.page.keyboard.press('ArrowUp');
    await view.page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ type: 'grain', grain: 'fine' }]);
    assert.equal(await focused(), 'Detail: normal');
  });

  it('shows a notice and what can be done about it', async () => {
    await show(linearSnapshot(1, { notice: 'Another window works on this session.', actions: ['takeOver'] }));
    assert.match(await text('.notice'), /Another window/);
    await view.page.getByRole('button', { name: 'Take over' }).click();
    assert.deepEqual(await posted(), [{ type: 'action', action: 'takeOver' }]);
    await show(linearSnapshot(1));
    assert.equal(await view.page.locator('.notice').isVisible(), false);
  });

  it('has words for every action', async () => {
    await show(linearSnapshot(3, { current: 1, actions: ['forward', ...linearSnapshot(1).actions] }));
    await view.page.getByRole('button', { name: panelStrings.more }).click();
    const labels = await view.page.locator('[role=menuitem] .menuLabel').allInnerTexts();
    const words: readonly string[] = Object.values(panelStrings);
    assert.ok(labels.length >= 12, labels.join());
    for (const label of labels) assert.ok(words.includes(label), label);
  });
});
