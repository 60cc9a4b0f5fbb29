import assert from 'node:assert/strict';
import type { PanelSnapshot } from '../../src/core/protocol/panel.ts';
import { linearSnapshot, snapshotOf } from './support/snapshots.ts';
import type { WebviewTestPage } from './support/webviewPage.ts';
import { WebviewBrowser } from './support/webviewPage.ts';

const badge = { kind: 'valid', label: 'checked', detail: '' } as const;

/** What solvers, models and textbooks write; some of it KaTeX draws with inline styles or pictures of its own. */
const formulas = [
  '\\frac{x^3 - x^2}{x - 1} = 3x - 2',
  '\\dfrac{\\frac12}{\\frac{3}{4}}',
  '\\sqrt[3]{\\sqrt{x + 2} + \\sqrt{2 + \\sqrt{3}}}',
  `${'\\sqrt{1 + '.repeat(20)}x${'}'.repeat(20)}`,
  'x_{1,2} = -\\tfrac{p}{2} \\pm \\sqrt{\\left(\\tfrac{p}{2}\\right)^2 - q}',
  '\\left\\{ \\begin{array}{l} x + y = 1 \\\\ x - y = \\frac{1}{\\frac{1}{2}} \\\\ z = 3 \\\\ w = 4 \\end{array} \\right.',
  '\\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}',
  '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
  '\\begin{align*} a &= b \\\\ c &= d \\end{align*}',
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\\\ 5 & 6 \\\\ 7 & 8 \\\\ 9 & 10 \\end{pmatrix}',
  '\\left( \\begin{vmatrix} 1 \\\\ 2 \\\\ 3 \\\\ 4 \\\\ 5 \\\\ 6 \\end{vmatrix} \\right]',
  '\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}',
  '\\int_0^1 \\iint \\oint \\oiint \\oiiint f \\,dx',
  '\\sum_{k=1}^{n} \\prod_{j} \\bigcup_{i} \\lim_{x \\to 0^+}',
  '\\overbrace{a + b}^{n} + \\underbrace{c}_{m} + \\overline{AB} + \\widehat{xyz} + \\vec{v} + \\overrightarrow{AB}',
  '\\xrightarrow[below]{above} \\xleftrightarrow{abc} \\implies \\iff \\therefore',
  '\\cancel{x} \\bcancel{y} \\xcancel{z} \\sout{w} \\boxed{x = 1}',
  '\\color{red} x \\textcolor{blue}{y} \\colorbox{yellow}{z} \\fcolorbox{red}{white}{w}',
  '\\pmb{x} \\boldsymbol{y} \\mathbb{R} \\mathcal{F} \\mathfrak{g} \\mathscr{S} \\mathrm{d} \\mathsf{A} \\mathtt{t}',
  '\\big( \\Big( \\bigg( \\Bigg( \\Bigg) \\bigg) \\Big) \\big)',
  '\\lfloor x \\rfloor \\lceil y \\rceil \\langle z \\rangle \\|v\\| \\left| \\frac{a}{b} \\right|',
  '\\phantom{x} \\hphantom{y} \\vphantom{\\frac{1}{2}} \\smash{z} \\raisebox{2pt}{w} \\rule{1em}{1pt}',
  '\\underset{x}{\\max} \\overset{!}{=} \\stackrel{*}{=} \\binom{n}{k} \\genfrac{[}{]}{0pt}{}{a}{b}',
  '\\tag{1} x = 1',
  '1{,}234{.}5 \\quad 12\\,345 \\quad 0.\\overline{3} \\quad 50\\,\\% \\quad 30^\\circ',
  '\\text{für alle } x \\in \\{1, 2\\} \\setminus \\emptyset, \\ \\text{größer als } \\pi',
  '\\utilde{AB} \\overgroup{AB} \\underlinesegment{AB} \\Overrightarrow{AB} \\overleftharpoon{ac}',
  'f\\colon \\mathbb{N} \\to \\mathbb{Z}, \\; n \\mapsto (-1)^n n!',
  '\\angle ABC = \\measuredangle DEF \\parallel \\perp \\triangle',
  '\\begin{CD} A @>a>> B \\\\ @VbVV @VVcV \\\\ C @>d>> D \\end{CD}',
];

describe('formulas', () => {
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

  it('are all drawn, with their inline styles, under a policy without unsafe parts', async () => {
    const steps = formulas.map((latex) => ({ text: 'Line.', latex, badge, author: 'builtin', isInserted: false }));
    const unfolded = formulas.map((_latex, index) => index);
    await view.close();
    view = await browser.open({ state: { version: 1, sessionId: 'session-1', unfolded }, height: 6_000 });
    await show(snapshotOf('Draw.', steps, steps.length));
    await view.page.waitForFunction(
      (wanted) => document.querySelectorAll('.stepLine > .math').length === wanted,
      formulas.length,
    );
    // A fraction's parts are placed by inline styles: did they arrive?
    const tops = await view.page
      .locator('.step')
      .first()
      .locator('.vlist > span')
      .evaluateAll((parts) => parts.map((part) => (part as HTMLElement).style.top));
    assert.ok(tops.filter((top) => /^-?[\d.]+em$/.test(top)).length > 4, tops.join());
    const policy = await view.page.locator('meta[http-equiv]').getAttribute('content');
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });

  it('fonts and icons are the ones of the extension', async () => {
    await show(linearSnapshot(2));
    const loaded = await view.page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter((font) => font.status === 'loaded')
        .map((font) => font.family.replaceAll('"', ''));
    });
    for (const family of ['KaTeX_Main', 'KaTeX_Math', 'codicon']) assert.ok(loaded.includes(family), family);
  });

  it('are read between every kind of delimiter', async () => {
    const text = 'a $x$ b \\(y\\) c $$z$$ d \\[w\\] e\n\n$$\nu = 1\n$$\n\n`$code$`, prices: $5 and $6, \\$7';
    await show(snapshotOf(text, [], 0));
    const sources = await view.page.locator('.problem annotation').allTextContents();
    assert.deepEqual(sources, ['x', 'y', 'z', 'w', 'u = 1']);
    assert.equal(await view.page.locator('.problem .katex-display').count(), 3);
    assert.match(await view.page.locator('.problem').innerText(), /\$code\$, prices: \$5 and \$6, \$7$/);
  });

  it('keep the comma after them', async () => {
    await show(snapshotOf('Let $x = 1$, $y = 2$; then $z$.', [], 0));
    const glued = await view.page
      .locator('.problem .unbroken')
      .evaluateAll((found) => found.map((formula) => formula.lastChild?.nodeType === Node.TEXT_NODE));
    assert.deepEqual(glued, [true, true, true]);
  });

  describe('a problem', () => {
    it('from LaTeX shows its environments and emphasis', async () => {
      const problem =
        'Solve \\emph{both} equations. % not this\n\\begin{align*}\nx + y &= 3 \\\\\nx - y &= 1\n\\end{align*}\nand \\begin{equation}\\label{e} z = 1 \\end{equation}';
      await show(snapshotOf(problem, [], 0, { problemFormat: 'latex' }));
      assert.equal(await view.page.locator('.problem .katex-display').count(), 2);
      assert.equal(await view.page.locator('.problem em').innerText(), 'both');
      assert.doesNotMatch(await view.page.locator('.problem').innerText(), /not this|label/);
    });

    it('from plain text is shown as it is', async () => {
      await show(snapshotOf('What is 2*x*y_1 for *x* = 3?\nAnd <b>4</b>?', [], 0, { problemFormat: 'plain' }));
      assert.equal(await view.page.locator('.problem').innerText(), 'What is 2*x*y_1 for *x* = 3?\nAnd <b>4</b>?');
    });
  });
});
