import assert from 'node:assert/strict';
import { noCost, type Step } from '../../../src/core/session/step.ts';
import { anchorProblem, selectedProblem } from '../../../src/core/text/anchorProblem.ts';
import { findProblems } from '../../../src/core/text/findProblems.ts';
import { insertSteps, standingSteps, type StepToInsert } from '../../../src/core/text/insertSteps.ts';

const options = { stepWord: 'Step', withReason: false };

function step(text: string, latex?: string, why?: string): Step {
  const verdict = { kind: 'proved', how: 'symbolic' } as const;
  return { text, latex, why, grain: 'normal', verdict, source: { solver: 'builtin' }, cost: noCost };
}

const steps: readonly StepToInsert[] = [
  step('Multiply out: $3(x-2)$ is 50% of _it_.', '3x - 6 = 2x + 5', 'A reason.'),
  step('Take $2x$ from both sides.', 'x = \\frac{22}{2}'),
  step('So the answer is $11$.'),
].map((each, index) => ({ index, step: each, wasInserted: false }));

/** Applies the insertion of the steps with these indices to the n-th problem. */
function insert(source: string, languageId: string, indices: readonly number[], n = 0): string {
  const problem = findProblems(source, languageId)[n]!;
  const wanted = indices.map((index) => steps[index]!);
  const insertions = [...insertSteps(source, problem, wanted, options)].sort((a, b) => b.offset - a.offset);
  return insertions.reduce((text, { offset, newText }) => text.slice(0, offset) + newText + text.slice(offset), source);
}

const documents: readonly (readonly [string, string, string])[] = [
  ['a heading with its text', 'markdown', '## Exercise 1\n\nSolve $x+1=2$.\n\n## Exercise 2\n\nSolve $x=1+1$.\n'],
  ['the end of a file without a line end', 'markdown', '**Problem 1.** Solve $x+1=2$.'],
  ['a list', 'markdown', '- Solve $x+1=2$.\n- Solve $x+2=2$.\n'],
  ['a quoted list', 'markdown', '> 1. Solve $x+1=2$.\n> 2. Solve $x+2=2$.\n'],
  ['a fence', 'markdown', '```problem\nSolve x+1=2\n```\ntext\n'],
  ['windows line ends', 'markdown', '# A\r\n\r\n1. Solve $x+1=2$.\r\n2. Solve $x+2=2$.\r\n'],
  ['an environment', 'latex', '\\begin{exercise}\n  Solve $x+1=2$.\n\\end{exercise}\n\ntext\n'],
  ['an item', 'latex', '\\begin{enumerate}\n  \\item Solve $x+1=2$.\n  \\item Solve $x+2=2$.\n\\end{enumerate}\n'],
  ['a line comment', 'python', 'if x:\n    # Problem: Solve x+1=2\n    y = 1\n'],
  ['a doc string', 'python', '"""Title.\n\nProblem: Solve x+1=2\n"""\nx = 1\n'],
  ['a block comment on one line', 'c', '/* Problem: Solve x+1=2 */\nint x;\n'],
  ['a block comment with a gutter', 'typescript', '/**\n * Problem: Solve x+1=2\n */\nlet x;\n'],
  ['a Lean comment', 'lean4', '/-\nProblem: Solve x+1=2\n-/\ndef x := 1\n'],
  ['markup', 'html', '<!-- Problem: Solve x+1=2 -->\n<p>\n'],
];

describe('inserting steps', () => {
  for (const [name, languageId, source] of documents) {
    it(`one by one or all at once, in any order: ${name}`, () => {
      const atOnce = insert(source, languageId, [0, 1, 2]);
      const oneByOne = [0, 1, 2].reduce((text, index) => insert(text, languageId, [index]), source);
      assert.equal(oneByOne, atOnce);
      assert.equal(insert(atOnce, languageId, [0, 1, 2]), atOnce, 'what stands there is not inserted again');
      // The gap that was left is filled in its place.
      const withGap = insert(insert(source, languageId, [0]), languageId, [0, 2]);
      assert.equal(insert(withGap, languageId, [1]), atOnce);
    });

    it(`leaves everything else as it was: ${name}`, () => {
      const before = source.split(/\r?\n/).filter((line) => line.trim() !== '');
      const after = insert(source, languageId, [0, 1, 2]).split(/\r?\n/);
      let at = 0;
      for (const line of after) if (line === before[at]) at += 1;
      assert.equal(at, before.length);
      const ends = insert(source, languageId, [0, 1]).match(/\r?\n/g) ?? [];
      assert.equal(new Set(ends).size, 1, 'one kind of line end');
      const [first, ...others] = findProblems(source, languageId);
      const found = findProblems(insert(source, languageId, [0, 1, 2]), languageId);
      assert.deepEqual(
        found.map(({ text }) => text),
        [first!, ...others].map(({ text }) => text),
        'the same problems are found',
      );
    });
  }

  it('writes Markdown with a formula of its own', () => {
    assert.equal(
      insert('## Exercise 1\n\nSolve $x+1=2$.\n', 'markdown', [0]),
      '## Exercise 1\n\nSolve $x+1=2$.\n\n**Step 1.** Multiply out: $3(x-2)$ is 50% of _it_.\n\n$$\n3x - 6 = 2x + 5\n$$\n',
    );
  });

  it('writes LaTeX with an aligned formula and escaped words', () => {
    assert.equal(
      insert('\\begin{problem}Solve $x+1=2$.\\end{problem}\n', 'latex', [0]),
      '\\begin{problem}Solve $x+1=2$.\\end{problem}\n\n\\textbf{Step 1.} Multiply out: $3(x-2)$ is 50\\% of \\_it\\_.\n' +
        '\\begin{align*}\n  3x - 6 &= 2x + 5\n\\end{align*}\n',
    );
  });

  it('writes comments in plain mathematics', () => {
    assert.equal(
      insert('  # Problem: Solve x+1=2\n  y = 1\n', 'python', [0, 1]),
      '  # Problem: Solve x+1=2\n  #\n  # Step 1. Multiply out: 3(x-2) is 50% of _it_.\n  #     3x - 6 = 2x + 5\n' +
        '  # Step 2. Take 2x from both sides.\n  #     x = 22/2\n  y = 1\n',
    );
  });

  it('ends no comment from inside', () => {
    const nasty = { index: 0, step: step('a */ b -/ c """ d --> e'), wasInserted: false };
    for (const [languageId, source, close] of [
      ['c', '/*\n * Problem: Solve x+1=2\n */\n', '*/'],
      ['lean4', '/-\nProblem: Solve x+1=2\n-/\n', '-/'],
      ['python', '"""\nProblem: Solve x+1=2\n"""\n', '"""'],
      ['html', '<!--\nProblem: Solve x+1=2\n-->\n', '-->'],
    ] as const) {
      const [insertion] = insertSteps(source, findProblems(source, languageId)[0]!, [nasty], options);
      assert.ok(insertion);
      assert.ok(!insertion.newText.includes(close), languageId);
    }
  });

  it('carries the reason along where that is wanted', () => {
    const source = '## Exercise 1\n\nSolve $x+1=2$.\n';
    const [insertion] = insertSteps(source, findProblems(source, 'markdown')[0]!, [steps[0]!], {
      ...options,
      withReason: true,
    });
    assert.match(insertion!.newText, /_it_\. A reason\.\n/);
  });

  it('knows a step that the learner rewrote, and tells the same number of another way apart', () => {
    const source = insert('## Exercise 1\n\nSolve $x+1=2$.\n', 'markdown', [0]).replace(
      'Multiply out',
      'Multiplied out',
    );
    const problem = findProblems(source, 'markdown')[0]!;
    const first = steps[0]!;
    assert.deepEqual([...standingSteps(source, problem, [first], options)], []);
    assert.deepEqual([...standingSteps(source, problem, [{ ...first, wasInserted: true }], options)], [0]);
  });
});

describe('finding a problem again', () => {
  const source = '1. Solve $x+1=2$.\n2. Solve $x+2=2$.\n\nMore\n\n1. Solve $x+1=2$.\n';

  it('takes the nearest of those with the same words, when the text above grew or shrank', () => {
    const last = findProblems(source, 'markdown')[2]!;
    const grown = `New lines\n\n${source}`;
    const found = anchorProblem(grown, 'markdown', last.text, last);
    assert.equal(found?.start, last.start + 11);
    const first = findProblems(source, 'markdown')[0]!;
    assert.equal(anchorProblem(grown, 'markdown', first.text, first)?.start, 11);
  });

  it('says so when it is gone', () => {
    assert.equal(anchorProblem('Something else\n', 'markdown', 'Solve $x+1=2$.', { start: 3, end: 9 }), undefined);
  });

  it('finds a selection by its words, and inserts below its line', () => {
    const text = 'def f():\n    return 2*x + 3 == 7  # here\n';
    const start = text.indexOf('2*x');
    const selected = selectedProblem(text, 'python', start, start + '2*x + 3 == 7'.length);
    assert.equal(selected.text, '2*x + 3 == 7');
    const [insertion] = insertSteps(text, selected, [steps[2]!], options);
    assert.equal(
      text.slice(0, insertion!.offset) + insertion!.newText,
      'def f():\n    return 2*x + 3 == 7  # here\n    #\n    # Step 3. So the answer is 11.',
    );
    assert.equal(anchorProblem(`# x\n${text}`, 'python', selected.text, selected)?.start, start + 4);
  });
});
