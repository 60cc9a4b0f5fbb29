import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { snapshotOf } from './support/snapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const badge = { kind: 'valid', label: 'checked', detail: 'Detail.' } as const;

/** The same hostile text wherever text comes from outside. */
function everywhere(text: string, latex: string): PanelSnapshot {
  const step = {
    text,
    latex,
    why: text,
    badge: { ...badge, detail: text, label: text.slice(0, 200) },
    author: 'builtin',
    answer: { text, latex, isVerified: false },
    isInserted: false,
  };
  const all = [step, step, step, step, step];
  return snapshotOf(text, all, 5, {
    title: text.slice(0, 200),
    place: text.slice(0, 200),
    footer: [text.slice(0, 200)],
  });
}

describe('hostile content', () => {
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
    // Nothing asked for, nothing refused: it never got as far as the policy.
    assert.deepEqual(view.complaints, []);
    await view.close();
  });

  async function show(snapshot: PanelSnapshot): Promise<void> {
    await view.send({ type: 'snapshot', snapshot });
    await view.painted(snapshot.revision);
  }
  const count = (selector: string): Promise<number> => view.page.locator(selector).count();
  const errors = async (): Promise<number> => (await view.posted()).filter(({ type }) => type === 'error').length;

  it('HTML is text', async () => {
    const html =
      '<script>window.broken = 1</script> <img src=x onerror="window.broken = 2"> <iframe src="https://example.org"></iframe> <b onclick="x()">bold</b> <style>*{display:none}</style> <a href="javascript:alert(1)">link</a>';
    await show(everywhere(html, '\\text{<img src=x onerror=alert(1)>}'));
    assert.equal(await count('body img, body iframe, body style, body b, .panel a'), 0);
    assert.equal(await count('body script:not([nonce])'), 0);
    assert.equal(await view.page.evaluate(() => 'broken' in window), false);
    assert.match(
      await view.page.locator('.step.isCurrent .stepText').innerText(),
      /<script>window\.broken = 1<\/script>/,
    );
  });

  it('links lead to https only, and pictures are their words', async () => {
    const links = [
      '[a](https://example.org/a)',
      '[b](javascript:alert(1))',
      '[c](command:workbench.action.quit)',
      '[d](vscode://x)',
      '[e](http://example.org)',
      '[f](data:text/html,x)',
      '[g](file:///etc/passwd)',
      '![picture](https://example.org/p.png)',
      '<https://example.org/auto>',
    ].join(' ');
    await show(everywhere(links, 'x'));
    const hrefs = await view.page
      .locator('.step.isCurrent .stepText a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    assert.deepEqual(hrefs, ['https://example.org/a', 'https://example.org/auto']);
    assert.equal(await count('img'), 0);
    const words = await view.page.locator('.step.isCurrent .stepText').innerText();
    for (const word of ['b', 'c', 'd', 'e', 'f', 'g', 'picture']) assert.match(words, new RegExp(`\\b${word}\\b`));
  });

  it('TeX gets no links, classes, styles, data or pictures', async () => {
    const formulas = [
      '\\href{javascript:alert(1)}{x}',
      '\\href{https://example.org}{x}',
      '\\url{https://example.org}',
      '\\htmlClass{answer isVerified}{x}',
      '\\htmlId{root}{x}',
      '\\htmlStyle{position: fixed; inset: 0}{x}',
      '\\htmlData{action=next}{x}',
      '\\includegraphics[height=9em]{https://example.org/p.png}',
    ];
    for (const formula of formulas) {
      await show(everywhere(`Inline $${formula}$.`, formula));
      assert.equal(await count('.math a, .math img, .math .answer, .math [id], .math [data-action]'), 0, formula);
    }
  });

  it('TeX cannot draw outside its box', async () => {
    const formulas = [
      '\\rule{9000em}{9000em}',
      '\\hspace{-40em}\\text{verified}',
      '\\raisebox{30em}{x}',
      '\\llap{verified}',
      '\\kern-60em x',
    ];
    for (const formula of formulas) {
      await show(everywhere(`Inline $${formula}$ end.`, formula));
      const isInside = await view.page.evaluate(() => {
        const hasScroll = document.documentElement.scrollWidth > window.innerWidth;
        // What a person sees of a formula is cut to the box that holds it.
        const boxes = [...document.querySelectorAll<HTMLElement>('.math')].map((math) =>
          math.closest('.scroller, .foldedBody'),
        );
        return !hasScroll && boxes.every((box) => box !== null && getComputedStyle(box).overflowX !== 'visible');
      });
      assert.equal(isInside, true, formula);
    }
  });

  it('what KaTeX cannot read is shown as it was written', async () => {
    for (const broken of ['\\frac{1}{', 'x^', '}{', '\\unknowncommand{x}', '\\begin{matrix} 1', '\\left( x']) {
      await show(everywhere(`Inline $${broken}$.`, broken));
      assert.equal(await view.page.locator('.step.isCurrent .answerLine code').innerText(), broken);
    }
    assert.equal(await errors(), 0);
  });

  it('macros that never end, and brackets ten thousand deep, end', async () => {
    const bombs = [
      '\\def\\a{\\a\\a}\\a',
      '\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}}}',
      '{'.repeat(4_000) + '}'.repeat(4_000),
      '\\sqrt{'.repeat(1_200) + 'x' + '}'.repeat(1_200),
      '\\frac{1}{'.repeat(800) + 'x' + '}'.repeat(800),
    ];
    for (const bomb of bombs) {
      await show(everywhere(`Inline $${bomb}$.`, bomb));
      assert.equal(await count('.step.isCurrent'), 1);
    }
    assert.equal(await errors(), 0);
    const nested = `${'> '.repeat(3_000)}x`;
    await show(everywhere(nested, 'x'));
    await show(everywhere('['.repeat(20_000), 'x'));
    await show(everywhere('*'.repeat(20_000) + 'a' + '_'.repeat(20_000), 'x'));
    assert.equal(await errors(), 0);
  });

  it('a formula of a megabyte is cut, said to be, and quick', async () => {
    const huge = 'x + '.repeat(250_000);
    const startedMs = performance.now();
    await show(everywhere(`Text $${huge}$`, huge));
    assert.ok(performance.now() - startedMs < 10_000);
    assert.match(await view.page.locator('.step.isCurrent .answerLine').innerText(), /more characters$/);
    assert.equal(await view.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  });

  it('right-to-left text keeps formulas and numbers in their own direction', async () => {
    await show(everywhere('حل المعادلة $x + 1 = 2$ الآن \u202Eevil', 'x + 1 = 2'));
    const [direction, alignment] = await view.page.evaluate(() => {
      const text = document.querySelector('.step.isCurrent .stepText');
      const math = text?.querySelector('.math');
      if (text === null || !math) return [];
      return [getComputedStyle(math).direction, getComputedStyle(text).direction];
    });
    assert.deepEqual([direction, alignment], ['ltr', 'rtl']);
    const folded = await view.page.locator('.step.isFolded .number').first().innerText();
    assert.equal(folded, '1');
  });

  it('piles of combining characters stay in their card', async () => {
    const pile = `z${'\u0301\u0489\u0337'.repeat(300)} text`;
    await show(everywhere(pile, `\\text{${pile}}`));
    const clips = await view.page.evaluate(() =>
      [...document.querySelectorAll('.card')].every((card) => getComputedStyle(card).overflowY === 'clip'),
    );
    assert.equal(clips, true);
    assert.equal(await errors(), 0);
  });

  it('unpaired surrogates, null characters and a text of ten megabytes do no harm', async () => {
    await show(everywhere('\uD800 \u0000 \uFFFF $\uD800$', '\uDC00 + \u0000'));
    await show(everywhere('word '.repeat(400_000), 'x'));
    assert.match(await view.page.locator('.problem').innerText(), /more characters$/);
    assert.equal(await errors(), 0);
  });
});
