import assert from 'node:assert/strict';
import { findProblems } from '../../../../src/core/text/findProblems.ts';
import { insertProblem } from '../../../../src/host/teaching/insertProblem.ts';

const documents: readonly (readonly [string, string, string])[] = [
  ['a heading', 'markdown', '## Exercise 1\n\nSolve $2x = 4$.\n\n$x = 2$\n\n## Exercise 2\n\nSolve $3x = 9$.\n'],
  ['the last one', 'markdown', '## Exercise 1\n\nSolve $2x = 4$.'],
  ['LaTeX', 'latex', '\\begin{exercise}\n  Solve $2x = 4$.\n\\end{exercise}\n\nSo $x = 2$.\n'],
  ['Windows line ends', 'markdown', '## Exercise 1\r\n\r\nSolve $2x = 4$.\r\n\r\n$x = 2$\r\n'],
];

describe('another problem below the first', () => {
  for (const [name, languageId, source] of documents) {
    it(`stands behind the work, and is found as a problem with the same words: ${name}`, () => {
      const [first] = findProblems(source, languageId);
      assert.ok(first);
      const { offset, newText } = insertProblem(source, first, 'Solve $5x = 35$.', 'Problem');
      const after = source.slice(0, offset) + newText + source.slice(offset);
      const texts = findProblems(after, languageId).map(({ text }) => text);
      const before = findProblems(source, languageId).map(({ text }) => text);
      assert.deepEqual(texts, [before[0], 'Solve $5x = 35$.', ...before.slice(1)]);
      assert.equal(source.includes('\r\n'), newText.includes('\r\n'));
      assert.doesNotMatch(after.replaceAll('\r\n', '\n'), /\n\n\n/);
    });
  }

  it('is a plain comment in a program', () => {
    const source = 'def f():\n    # Problem: Solve 2x + 6 = 20.\n    return 7\n';
    const [first] = findProblems(source, 'python');
    assert.ok(first);
    const { offset, newText } = insertProblem(source, first, 'Solve $\\frac{x}{2} = 5$.', 'Problem');
    const after = source.slice(0, offset) + newText + source.slice(offset);
    assert.deepEqual(
      findProblems(after, 'python').map(({ text }) => text),
      ['Solve 2x + 6 = 20.', 'Solve x/2 = 5.'],
    );
    for (const line of newText.split('\n').slice(1)) assert.match(line, /^ {4}#/);
  });
});
