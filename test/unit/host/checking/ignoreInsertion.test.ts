import assert from 'node:assert/strict';
import { findPassages } from '../../../../src/core/lint/findPassages.ts';
import { ignoredRanges, isIgnored } from '../../../../src/core/lint/ignoreMarks.ts';
import { ignoreInsertion } from '../../../../src/host/checking/ignoreInsertion.ts';

const cases: readonly (readonly [string, string, string, string, string])[] = [
  [
    'a sentence',
    'markdown',
    'So $1 + 1 = 3$, we say.\nMore.\n',
    '1 + 1 = 3',
    'So $1 + 1 = 3$, we say. <!-- thunk-ignore -->\nMore.\n',
  ],
  ['the last line', 'markdown', 'So $1 + 1 = 3$', '1 + 1 = 3', 'So $1 + 1 = 3$ <!-- thunk-ignore -->'],
  [
    'Windows line ends',
    'markdown',
    'So $1 + 1 = 3$.\r\nMore.\r\n',
    '1 + 1 = 3',
    'So $1 + 1 = 3$. <!-- thunk-ignore -->\r\nMore.\r\n',
  ],
  [
    'a display',
    'markdown',
    'So:\n\n$$\n1 + 1 = 3\n$$\n',
    '1 + 1 = 3',
    'So:\n\n<!-- thunk-ignore -->\n$$\n1 + 1 = 3\n$$\n',
  ],
  [
    'a display in one line',
    'markdown',
    'So:\n\n$$1 + 1 = 3$$\n',
    '1 + 1 = 3',
    'So:\n\n<!-- thunk-ignore -->\n$$1 + 1 = 3$$\n',
  ],
  [
    'behind a display',
    'markdown',
    '$$\n1 + 1 = 2\n$$\nand $1 + 1 = 3$\n',
    '1 + 1 = 3',
    '$$\n1 + 1 = 2\n$$\nand $1 + 1 = 3$ <!-- thunk-ignore -->\n',
  ],
  [
    'an indented display',
    'quarto',
    '- So:\n\n  $$\n  1 + 1 = 3\n  $$\n',
    '1 + 1 = 3',
    '- So:\n\n  <!-- thunk-ignore -->\n  $$\n  1 + 1 = 3\n  $$\n',
  ],
  ['LaTeX', 'latex', 'So $1 + 1 = 3$.\nMore.\n', '1 + 1 = 3', 'So $1 + 1 = 3$. % thunk-ignore\nMore.\n'],
  [
    'a row of an alignment',
    'latex',
    '\\begin{align*}\n1 + 1 &= 3 \\\\\n2 &= 2\n\\end{align*}\n',
    '1 + 1 &= 3',
    '\\begin{align*}\n1 + 1 &= 3 \\\\ % thunk-ignore\n2 &= 2\n\\end{align*}\n',
  ],
];

describe('"ignore here"', () => {
  for (const [name, languageId, source, claim, expected] of cases) {
    it(`puts its mark where it breaks nothing, and where it is obeyed: ${name}`, () => {
      const start = source.indexOf(claim);
      const { offset, newText } = ignoreInsertion(source, languageId, { start, end: start + claim.length });
      const after = source.slice(0, offset) + newText + source.slice(offset);
      assert.equal(after, expected);
      const moved = after.indexOf(claim);
      const ranges = ignoredRanges(after, findPassages(after, languageId));
      assert.ok(isIgnored({ start: moved, end: moved + claim.length }, ranges));
    });
  }
});
