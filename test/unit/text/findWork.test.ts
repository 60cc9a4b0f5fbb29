import assert from 'node:assert/strict';
import { findProblems } from '../../../src/core/text/findProblems.ts';
import { findWork } from '../../../src/core/text/findWork.ts';

/** The lines below each problem; where a line isn't what stands in the document, both. */
function work(source: string, languageId: string): string[][] {
  return findProblems(source, languageId).map((problem) =>
    findWork(source, languageId, problem).map(({ text, start, end }) => {
      const written = source.slice(start, end);
      return written === text ? text : `${text} ← ${written}`;
    }),
  );
}

describe("the learner's own lines below a problem", () => {
  it('are paragraphs, items, displays and rows in Markdown', () => {
    const source = [
      '# Homework',
      '1. Solve $2x + 4 = 10$.',
      '   $2x = 6$, so\n   x = 3',
      '   $$\n   \\begin{aligned} 2x &= 6 \\\\ x &= 3 \\end{aligned}\n   $$',
      '   - `x = 3`',
      '2. Simplify $\\frac{x}{x}$.',
      '   = 1',
    ].join('\n\n');
    assert.deepEqual(work(source, 'markdown'), [
      ['$2x = 6$, so', 'x = 3', '2x  = 6 ← 2x &= 6', 'x  = 3 ← x &= 3', '`x = 3`'],
      ['= 1'],
    ]);
  });

  it('keep a formula that is broken over lines together', () => {
    assert.deepEqual(work('**Problem 3.** Solve $x^2 = 4$.\n\nx^2 = 4\n\nso $x =\n2$ or so', 'markdown'), [
      ['x^2 = 4', 'so $x =\n2$ or so'],
    ]);
  });

  it('are paragraphs, displays and rows in LaTeX, with macros written out', () => {
    const source =
      '\\newcommand{\\R}{\\mathbb{R}}\n\\begin{exercise}Solve $2(x + 4) = 5x - 1$.\\end{exercise}\nWe expand: % a comment\n' +
      '\\begin{align*}\n 2x + 8 &= 5x - 1 \\\\\n 9 &= 3x\\label{a} \\\\ x &= 3.\n\\end{align*}\nSo $x = 3 \\in \\R$.\n';
    assert.deepEqual(work(source, 'latex'), [
      [
        'We expand:',
        '2x + 8  = 5x - 1 ← 2x + 8 &= 5x - 1',
        '9  = 3x ← 9 &= 3x',
        'x  = 3 ← x &= 3',
        'So $x = 3 \\in \\mathbb{R}$. ← So $x = 3 \\in \\R$.',
      ],
    ]);
  });

  it('are comment lines in programs, without the signs', () => {
    assert.deepEqual(work('# Problem: Solve 2x + 4 = 10\n#\n# 2x = 6\n# x = 3\n\ny = 2\n', 'python'), [
      ['2x = 6', 'x = 3'],
    ]);
    const block = '/*\n * Problem: Solve 2x + 4 = 10\n *\n * 2x = 6\n */\nint x;\n';
    assert.deepEqual(work(block, 'c'), [['2x = 6']]);
  });

  it('end where the next problem begins, and may be none', () => {
    assert.deepEqual(work('**Problem 1.** Solve $x = 1$.\n\n**Problem 2.** Solve $x = 2$.\n\nx = 2\n', 'markdown'), [
      [],
      ['x = 2'],
    ]);
  });

  it('have exact places with CRLF', () => {
    assert.deepEqual(work('**Problem 1.** Solve $2x = 2$.\r\n\r\n$x = 1$\r\nx = 1\r\n', 'markdown'), [
      ['$x = 1$', 'x = 1'],
    ]);
  });
});
