import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { linearSnapshot, rationalSnapshot, snapshotOf } from './support/snapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

describe('live region', () => {
  let browser: WebviewBrowser;
  let view: WebviewTestPage;

  before(async () => {
    browser = await WebviewBrowser.start();
  });
  after(() => browser.stop());
  beforeEach(async () => {
    view = await browser.open();
  });
  afterEach(() => view.close());

  async function heard(...snapshots: readonly PanelSnapshot[]): Promise<string> {
    for (const snapshot of snapshots) {
      await view.send({ type: 'snapshot', snapshot });
      await view.painted(snapshot.revision);
    }
    return view.page.locator('[role=status]').first().innerText();
  }

  it('says a whole new step, with its formulas in words', async () => {
    const words = await heard(linearSnapshot(1), linearSnapshot(2));
    assert.equal(
      words,
      'Step 2. Take 2, x from both sides. x, minus, 6, equals, 5. Doing the same to both sides keeps the solutions. same solutions',
    );
  });

  it('says the answer and whether it is verified', async () => {
    assert.match(await heard(rationalSnapshot(5), rationalSnapshot(6)), /Answer: x, equals, 2, verified$/);
  });

  it('says words and rows inside formulas', async () => {
    const badge = { kind: 'unknown', label: 'not checkable', detail: '' } as const;
    const step = { badge, author: 'builtin', isInserted: false };
    const all = [
      { ...step, text: 'First.' },
      { ...step, text: 'Or.', latex: 'x = 1 \\quad\\text{or}\\quad x = 2' },
      { ...step, text: 'System.', latex: '\\begin{aligned}x + y &= 2\\\\ x &= 1\\end{aligned}' },
    ];
    assert.match(await heard(snapshotOf('p', all, 1), snapshotOf('p', all, 2)), /x, equals, 1,.* or,? .*x, equals, 2/);
    assert.match(await heard(snapshotOf('p', all, 3)), /x, plus, y, equals, 2,.* then,? .*x, equals, 1/);
  });

  it('is silent when a session opens, on a jump, and about provisional text', async () => {
    assert.equal(await heard(linearSnapshot(2)), '');
    assert.equal(await heard(linearSnapshot(2, { current: 0 })), '');
    const thunk = { state: 'streaming', label: 'Writing', text: 'Provisional' } as const;
    assert.equal(await heard(linearSnapshot(2, { thunk, actions: ['cancel'] })), '');
  });

  it('says that a press got stuck', async () => {
    const thunk = { state: 'stuck', message: 'Two unknowns: $x$ and $y$.' } as const;
    assert.equal(await heard(linearSnapshot(1), linearSnapshot(1, { thunk })), 'Two unknowns: x and y.');
  });

  it('says what another way came to', async () => {
    const thunk = { state: 'closed', note: 'I know no other way from here.' } as const;
    assert.equal(await heard(linearSnapshot(1), linearSnapshot(1, { thunk })), thunk.note);
  });
});
