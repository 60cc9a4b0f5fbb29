import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { findProblems, problemAt } from '../../../src/core/text/findProblems.ts';

const texts = (source: string, languageId = 'markdown'): string[] =>
  findProblems(source, languageId).map((problem) => problem.text);

describe('problems in the samples', () => {
  const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');
  const cases: readonly (readonly [string, string, number])[] = [
    ['algebra.md', 'markdown', 22],
    ['calculus.md', 'markdown', 12],
    ['worksheet.tex', 'latex', 5],
    ['numbers.py', 'python', 3],
    ['Sums.lean', 'lean4', 3],
  ];
  for (const [name, languageId, count] of cases) {
    it(`finds ${count} in ${name}, whatever the line ends`, () => {
      const source = sample(name);
      assert.equal(texts(source, languageId).length, count);
      assert.deepEqual(
        texts(source.replaceAll('\n', '\r\n'), languageId).map((text) => text.replaceAll('\r\n', '\n')),
        texts(source, languageId),
      );
    });
  }
});

describe('problems in Markdown', () => {
  it('takes the text below "Exercise 3" and not what the learner wrote after it', () => {
    const source = '# Homework\n\n## Exercise 3\n\nSolve $x + 1 = 2$.\n\n$x = 1$\n\n## Next\n';
    const [problem] = findProblems(source, 'markdown');
    assert.equal(problem?.text, 'Solve $x + 1 = 2$.');
    assert.equal(problem.title, 'Exercise 3');
    assert.equal(source.slice(problem.anchor, problem.end), '## Exercise 3\n\nSolve $x + 1 = 2$.');
    assert.equal(source.slice(problem.regionEnd), '## Next\n');
  });

  it('takes the formula that stands below "Solve:"', () => {
    assert.deepEqual(texts('## Exercise 1\n\nSolve for $x$:\n\n$$\n2x = 4\n$$\n\n$$\nx = 2\n$$\n'), [
      'Solve for $x$:\n$$\n2x = 4\n$$',
    ]);
  });

  it('says the sentence over a list once for each formula in it', () => {
    assert.deepEqual(texts('Solve the following equations for $x$:\n\n1. $2x = 4$\n2. $3x = 9$;\n'), [
      'Solve $2x = 4$ for $x$.',
      'Solve $3x = 9$ for $x$.',
    ]);
    assert.deepEqual(texts('## Expand\n\n- $(x+1)^2$\n- then we are done\n'), ['Expand $(x+1)^2$.']);
    assert.deepEqual(texts('Solve for x\n\n1. $2x = 4$\n'), ['Solve $2x = 4$ for x.']);
  });

  it('finds list items, headings, labels and fences that pose one', () => {
    assert.deepEqual(texts('- Expand `(x+1)^3`\n- What is 12*15?\n'), ['Expand `(x+1)^3`', 'What is 12*15?']);
    assert.deepEqual(texts('### Solve $x^2 = 4$\n'), ['Solve $x^2 = 4$']);
    assert.deepEqual(texts('**Problem 2.** Factor $x^2 - 1$.\n'), ['Factor $x^2 - 1$.']);
    assert.deepEqual(texts('```problem\nSolve 2x = 4\n```\n'), ['Solve 2x = 4']);
    assert.deepEqual(texts('1. If $x = 2$ and $y = 3$, find $x + y$.\n'), ['If $x = 2$ and $y = 3$, find $x + y$.']);
    assert.deepEqual(texts('- [ ] Round 3.14159 to 2 decimal places.\n'), ['Round 3.14159 to 2 decimal places.']);
  });

  const told: readonly string[] = [
    'Let $z$ satisfy $z^5 = 1.$  Compute $z + z^2$.',
    'Two letters picked without replacement from vvvw. Give prob of sequence ww.',
    'What comes next: 15042, 60254, 135608, 241104?',
    'Argo has 200 toys. He gives 40 toys to Alyssa. How many toys does Argo have now?',
    'Multiply -68 and 437053631.',
    '1172 divided by 1641044',
    'Convert 5 km to m.',
    'Is 221 a prime number?',
    'What is the hundreds digit of 184437?',
    'If $x = 2$ and $y = 3$, find $x + y$.',
  ];
  for (const text of told) it(`finds "${text}"`, () => assert.deepEqual(texts(`- ${text}\n`), [text]));

  it('keeps the indentation of a list and the signs of a quote', () => {
    const [nested] = findProblems('- Warm up:\n  1. Solve $x + 1 = 2$.\n', 'markdown');
    assert.equal(nested?.place.prefix, '     ');
    const [quoted] = findProblems('> 1. Solve $x + 1 = 2$.\n', 'markdown');
    assert.equal(quoted?.place.prefix, '>    ');
  });

  const nothing: readonly (readonly [string, string])[] = [
    ['prose', 'The equation $x^2 = 4$ has two solutions. Solve it to find $x = \\pm 2$.\n'],
    ['mathematics in a code fence', '```\n1. Solve $x = 2$\nProblem 1: Solve $x^2 = 4$\n```\n'],
    [
      'a to-do list',
      '- Add 3 tests\n- Solve issue 42\n- Find all uses of `foo(bar)`\n- Write the docs for version 2.0\n',
    ],
    ['headings of a manual', "## What's new in version 2.0?\n## How to install\n## Solving $ax + b = 0$\n"],
    ['the lines of a solution', '## Solution\n\n1. Solve $x - 2 = 0$.\n2. Factor $x^2 - 1$.\n'],
    ['a how-to', '1. Subtract $2x$ from both sides.\n2. Divide by $3$ to get $x = 1$.\n'],
    ['an inserted step', '**Step 1.** Expand $(x+1)^2$.\n\n$$\nx^2 + 2x + 1\n$$\n'],
    ['front matter and comments', '---\ntitle: Solve $x = 2$\n---\n<!--\n- Solve $x = 3$\n-->\n'],
    ['a heading about a problem', '## Problem\n\nOur API returns 3 values where it should return one.\n'],
    [
      'a changelog',
      '- Add headers on `handshake` [`985025c`](https://example.com/985025c)\n- Add X/Y scale options\n' +
        '- Make sure that `f(x)` is called in 3 of 4 cases (#123)\n- Reduce `maxTokens = 5`, see [the docs](./docs.md)\n' +
        '- Add 30 seconds of delay\n- **A call of `f`.** With `x = 1` the type is right. Is it fast?\n',
    ],
    ['code between backticks', '- Evaluate `foo(bar)` and `a == b`\n- Calculate `total_price`\n'],
  ];
  for (const [name, source] of nothing) it(`finds nothing in ${name}`, () => assert.deepEqual(texts(source), []));

  it('a problem ends where its solution begins, and the next list goes on', () => {
    const source = '1. Solve $x = 2 + 1$.\n\n   Solution:\n\n   - Add $2 + 1$.\n2. Expand $(x+1)^2$.\n';
    assert.deepEqual(texts(source), ['Solve $x = 2 + 1$.', 'Expand $(x+1)^2$.']);
  });
});

describe('problems in LaTeX', () => {
  it('finds problem, exercise, question and theorem environments, starred and declared ones too', () => {
    const source =
      '\\newtheorem{ueb}{Exercise}\n\\begin{ueb}\nSolve $x=1+1$.\n\\end{ueb}\n' +
      '\\begin{theorem}[Pythagoras] $a^2+b^2=c^2$ \\end{theorem}\n\\begin{question*}Expand $(x+1)^2$\\end{question*}\n';
    const found = findProblems(source, 'latex');
    assert.deepEqual(
      found.map((problem) => problem.title),
      ['Exercise 1', 'Pythagoras', 'Question 1'],
    );
    assert.deepEqual(
      found.map((problem) => problem.text),
      ['Solve $x=1+1$.', '$a^2+b^2=c^2$', 'Expand $(x+1)^2$'],
    );
  });

  it('leaves out comments, labels, verbatim text, proofs and solutions', () => {
    assert.deepEqual(
      texts(
        '% \\begin{problem}Solve $x=1$\\end{problem}\n\\begin{verbatim}\\begin{problem}x\\end{problem}\\end{verbatim}\n' +
          '\\begin{solution}\\begin{enumerate}\\item Solve $x=2$.\\end{enumerate}\\end{solution}\n' +
          '\\begin{problem}\\label{p}Solve $50\\%$ of $x = 3$. % easy\n\\end{problem}\n',
        'latex',
      ),
      ['Solve $50\\%$ of $x = 3$.'],
    );
  });

  it('takes the items of a list one by one', () => {
    assert.deepEqual(
      texts(
        '\\begin{enumerate}\n\\item Solve $x=1+2$.\n\\item[b] A remark on $x$.\n\\item Factor $x^2-1$.\n\\end{enumerate}\n',
        'latex',
      ),
      ['Solve $x=1+2$.', 'Factor $x^2-1$.'],
    );
  });

  it('takes the paragraph below a numbered section', () => {
    const source = '\\section*{Problem 3}\nSolve $x+1=2$.\n\n\\begin{proof}x\\end{proof}\n';
    assert.deepEqual(texts(source, 'latex'), ['Solve $x+1=2$.']);
  });
});

describe('problems in comments', () => {
  it('finds them behind a marker, in line comments and in blocks', () => {
    assert.deepEqual(texts('// thunk: 2x = 4\nlet x;\n/* Problem: Solve\n * x + 1 = 2\n */\n', 'typescript'), [
      '2x = 4',
      'Solve\nx + 1 = 2',
    ]);
    assert.deepEqual(texts('-- Problem: Solve x + 1 = 2\n/-- Exercise: Expand (a+b)^2 -/\n', 'lean4'), [
      'Solve x + 1 = 2',
      'Expand (a+b)^2',
    ]);
    assert.deepEqual(texts('  # Exercise 3: Factor x^2 - 1\n  #\n  # Step 1. Split.\n', 'python'), ['Factor x^2 - 1']);
  });

  it('finds nothing in ordinary remarks and in languages without comments', () => {
    assert.deepEqual(
      texts('// Problem: this fails when n is 3\n// Question: why?\nx = 1; // thunk\n', 'typescript'),
      [],
    );
    assert.deepEqual(texts('Problem: Solve x = 1 + 1', 'no-such-language'), []);
  });
});

describe('the problem at a place', () => {
  it('is the one around it or the one whose steps stand there', () => {
    const source = 'Intro\n\n1. Solve $x+1=2$.\n\n   **Step 1.** Subtract.\n\n2. Solve $x+2=3$.\n\n# Else\n\ntext\n';
    const problems = findProblems(source, 'markdown');
    const at = (words: string): string | undefined => problemAt(problems, source.indexOf(words))?.text;
    assert.equal(at('Intro'), undefined);
    assert.equal(at('x+1'), 'Solve $x+1=2$.');
    assert.equal(at('Subtract'), 'Solve $x+1=2$.');
    assert.equal(at('x+2'), 'Solve $x+2=3$.');
    assert.equal(at('text'), undefined);
  });
});
