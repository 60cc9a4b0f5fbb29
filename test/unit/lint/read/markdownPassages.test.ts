import assert from 'node:assert/strict';
import { findPassages } from '../../../../src/core/lint/findPassages.ts';
import { formulas, outline, piecesOf } from './support.ts';

function md(source: string): string[] {
  return outline(source, 'markdown');
}

describe('passages of Markdown', () => {
  it('takes formulas in dollars and brackets out of the words', () => {
    assert.deepEqual(md('So $x = 2$ and \\(y = 3\\).\n'), ['paragraph: So [x = 2] and [y = 3].']);
  });

  it('joins displays to the paragraph before them', () => {
    assert.deepEqual(md('We get\n\n$$\nx = 2.\n$$\n\nand \\[ y = 3 \\] so.'), [
      'paragraph: We get [[x = 2]].',
      'paragraph: and [[y = 3]] so.',
    ]);
  });

  it('cuts alignments into rows, whatever the delimiters', () => {
    assert.deepEqual(md('\\begin{align*}\nx &= 1 + 1 \\\\\n&= 2.\n\\end{align*}'), [
      'paragraph: [[1: x = 1 + 1]][[1: = 2]]',
    ]);
    assert.deepEqual(md('$$\\begin{aligned} x &= 1 \\\\[4pt] &= 2 \\end{aligned}$$'), [
      'paragraph: [[1: x = 1]][[1: = 2]]',
    ]);
    assert.deepEqual(md('```math\nx &= 1 \\\\ &= 2\n```'), ['paragraph: [[1: x = 1]][[1: = 2]]']);
  });

  it('leaves out code, comments, front matter, addresses and drawings', () => {
    const source = [
      '---\ntitle: $1 = 2$\n---',
      'Text `$1 = 2$` <!-- $1 = 3$ --> $a$ [link]($1=2$) https://x.y/1=2',
      '```js\nconst x = "$1 = 2$";\n```',
      '    $1 = 4$ is code',
      '<!--\n$1 = 5$\n-->',
      '<pre>\n$1 = 6$\n</pre>',
      '[asy]\ndraw((0,0)--(1,1));\n\nlabel("$1 = 7$");\n[/asy]',
    ].join('\n\n');
    assert.deepEqual(md(source), ['paragraph: Text ¤ [a] link¤ ¤']);
  });

  it('knows items, headings, quotations and cells of tables', () => {
    const source =
      '# Sums $1+1=2$\n\n- one $a$\n- two\n  $$b$$\n\n> quoted $c$\n\n| x | y |\n|---|---|\n| $d$ | $e$ |\n';
    assert.deepEqual(md(source), [
      'heading: Sums [1+1=2]',
      'item: one [a]',
      'item: two [[b]]',
      'quote: quoted [c]',
      'paragraph: [d]',
      'paragraph: [e]',
    ]);
  });

  it('reads displays inside of quotations, without the signs', () => {
    const source = '> $$\n> x = 1\n> + 2\n> $$\n';
    const [formula] = formulas(source, 'markdown');
    assert.ok(formula !== undefined);
    assert.equal(formula.source.replace(/\s+/g, ' '), 'x = 1 + 2');
    assert.equal(source.slice(formula.start, formula.end), 'x = 1\n> + 2');
  });

  it('does not take amounts of money for formulas', () => {
    assert.deepEqual(md('It costs $5 and then $10, or US$7 (AU$8).'), [
      'paragraph: It costs $5 and then $10, or US$7 (AU$8).',
    ]);
    assert.deepEqual(md('From $5-$10 and \\$3 to $x$.'), ['paragraph: From $5-$10 and $3 to [x].']);
  });

  it('finds bare mathematics, but none that leans on something beside it', () => {
    assert.deepEqual(md('So 12*15 = 180.'), ['paragraph: So [bare 12 * 15 = 180].']);
    assert.deepEqual(
      md('We have $x$ - 2 = 3 here, and `n` - 2 = 3.').join(),
      'paragraph: We have [x] - 2 = 3 here, and ¤ - 2 = 3.',
    );
  });

  it('tells emphasis from products', () => {
    const [bold] = formulas('**12*15 = 180**, and 2*3*4 = 24.', 'markdown');
    assert.equal(bold?.source, '12 * 15 = 180');
    assert.equal(formulas('**12*15 = 180**, and 2*3*4 = 24.', 'markdown')[1]?.source, '2 * 3 * 4 = 24');
  });

  it('keeps offsets behind CRLF, tabs and characters outside of the first plane', () => {
    const source = '# 𝔸 title\r\n\r\n\t1. item\r\n\r\nText\u00a0𝔸 $x\t= 1$\r\n\r\n$$\r\ny = 2\r\n$$\r\n';
    for (const piece of piecesOf(findPassages(source, 'markdown'))) {
      if (piece.type === 'formula') assert.equal(piece.source, source.slice(piece.start, piece.end));
    }
    assert.deepEqual(
      formulas(source, 'markdown').map(({ source: tex }) => tex),
      ['x\t= 1', 'y = 2'],
    );
  });

  it('expands macros that the document defines in a display', () => {
    const source = '$$\\newcommand{\\half}{\\frac12}$$\n\n$x = \\half + 1$';
    const [formula] = formulas(source, 'markdown');
    assert.ok(formula !== undefined);
    assert.equal(formula.source, 'x = \\frac12 + 1');
    assert.equal(formula.offsets?.[4], source.indexOf('\\half +'));
  });

  it('begins a new section at headings, rules and problems, but not for the solution of a problem', () => {
    const source = '# One\n\na $x$\n\n## Solution\n\nb $x$\n\n# Two\n\nc $x$\n\n---\n\nd $x$\n';
    const sections = findPassages(source, 'markdown')
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ section }) => section);
    assert.equal(sections[0], sections[1]);
    assert.equal(new Set(sections).size, 3);
  });

  it('marks the statements of problems', () => {
    const kinds = findPassages('# Homework\n\n1. Solve $2x + 4 = 10$.\n\n   $2x = 6$\n', 'markdown').map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds, ['heading', 'problem', 'item']);
  });

  it('takes time that grows with the length, whatever stands there', () => {
    for (const piece of [
      '$',
      '$$',
      '`',
      '\\[',
      '\\(',
      '[',
      '<',
      '<!--',
      '**',
      '\\begin{align}',
      '$x ',
      '> ',
      '{',
      '[a](',
      '[asy]',
    ]) {
      const started = performance.now();
      findPassages(piece.repeat(60_000), 'markdown');
      const ms = performance.now() - started;
      assert.ok(ms < 4_000, `${piece}: ${String(ms)} ms`);
    }
  }).timeout(60_000);
});
