import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { ExportFormat } from '../../../src/core/export/exportSession.ts';
import { exportFormats, exportSession } from '../../../src/core/export/exportSession.ts';
import { isSafeMath } from '../../../src/core/export/safeTex.ts';
import { verdictPhrase } from '../../../src/core/export/verdictPhrase.ts';
import type { Problem, Step, Verdict } from '../../../src/core/session/step.ts';
import type { SessionState } from '../../../src/core/session/state.ts';
import { applyEvent, fold } from '../../../src/core/session/state.ts';
import { skip } from '../../harness/skip.ts';
import { countingSolver, makeStep, openLazy } from '../lazy/support.ts';

function sessionOf(problem: Partial<Problem>, steps: readonly Step[]): SessionState {
  const whole: Problem = { text: 'Solve $x+1=3$.', title: 'Exercise 1', format: 'markdown', ...problem };
  return fold([
    { type: 'problemSet', at: 1, problem: whole, branch: 'b' },
    ...steps.map((step, index) => ({
      type: 'stepRevealed' as const,
      at: 2,
      force: 'f',
      branch: 'b',
      index,
      id: `s${index}`,
      step,
    })),
  ]);
}

const usual = sessionOf({}, [
  makeStep('Subtract $1$ from both sides.', {
    latex: 'x = 2',
    why: 'What is *equal* stays equal.',
    final: { answer: 'x = 2', latex: 'x = 2', isVerified: true },
  }),
]);

/** What people and models write, and what must not break a document. */
const hostile = sessionOf(
  {
    title: '100 % of #1: {a_b} & \\textbf{c} ~ ^ $',
    text: [
      'A lone $ sign, 50 % & #, \\input{/etc/passwd} and `code_x`',
      '[1] é ü ß ñ “quotes” – − × ² √ π ≤ ∞ שלום 日本 🙂 \u0301 \u0000\u0007',
      'Unbalanced $\\frac{1$ and $x^2^3$ and $}$ and \\(\\left( x\\) and \\[\\begin{aligned} x\\]',
      '$\\href{javascript:alert(1)}{x}$ <script>alert(1)</script> $\\def\\a{\\a}\\a$ $\\frac12$ $x\\$ \\',
    ].join('\n'),
  },
  [
    makeStep('Rows', { latex: 'x &= 1 \\\\ y &= 2' }),
    makeStep('Cases', { latex: '\\begin{cases} x = 1 \\\\ y = \\text{any} \\end{cases}' }),
    makeStep('Broken', { latex: '\\frac{1}{' }),
    makeStep('Cancelled', { latex: '\\frac{\\cancel{3} \\cdot 2}{\\cancel{3}} \\lt \\sqrt[3]{8} 90\\degree' }),
    makeStep('Signs', { latex: '\\begin{array}{c|cc} x & 1 & 2 \\\\ \\hline & - & \\checkmark \\end{array}' }),
    makeStep('Empty line', { latex: 'x\n\n= 1' }),
    makeStep('Sign % ends the line', { latex: 'x % y', why: 'Because a_b^c & 5 # 6.' }),
    makeStep('Last', { latex: 'x = 1', final: { answer: 'x_1 = {1, 2} & 100 %', latex: '\\{1', isVerified: false } }),
  ],
);

describe('exporting a session', () => {
  it('writes Markdown with the revealed steps and the answer', () => {
    assert.equal(
      exportSession(usual, 'markdown'),
      [
        '# Exercise 1',
        'Solve $x+1=3$.',
        '**Step 1.** Subtract $1$ from both sides. What is *equal* stays equal.',
        '$$\nx = 2\n$$',
        '*proved*',
        '**Answer:** $x = 2$',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('keeps a plain problem as it was typed', () => {
    const text = 'a*b*c and ``` and <b>';
    assert.ok(
      exportSession(sessionOf({ text, format: 'plain' }, []), 'markdown').includes(
        `\`\`\`\`problem\n${text}\n\`\`\`\``,
      ),
    );
  });

  it('writes a notebook that Jupyter accepts', () => {
    const notebook = JSON.parse(exportSession(usual, 'notebook')) as {
      nbformat: number;
      cells: { cell_type: string; id: string; source: string[] }[];
    };
    assert.equal(notebook.nbformat, 4);
    assert.deepEqual(
      notebook.cells.map(({ id }) => id),
      ['title', 'problem', 'step-1', 'answer'],
    );
    for (const cell of notebook.cells) {
      assert.equal(cell.cell_type, 'markdown');
      assert.match(cell.id, /^[a-zA-Z0-9-_]{1,64}$/);
      assert.ok(cell.source.slice(0, -1).every((line) => line.endsWith('\n')));
    }
  });

  it('writes the current branch into documents, and every branch into JSON', async () => {
    const { lazy } = openLazy(countingSolver());
    await lazy.next();
    await lazy.next();
    await lazy.branch();
    for (const format of ['markdown', 'latex', 'notebook'] as const) {
      const text = exportSession(lazy.state.session, format);
      assert.ok(text.includes('down 1') && !text.includes('up 1'), format);
      assert.ok(!text.includes('down 2'), 'nothing that was not revealed');
    }
    const json = JSON.parse(exportSession(lazy.state.session, 'json')) as {
      steps: { text: string }[];
      branches: { steps: string[]; isCurrent: boolean }[];
    };
    assert.deepEqual(
      json.steps.map(({ text }) => text),
      ['up 1', 'up 2', 'down 1'],
    );
    assert.deepEqual(
      json.branches.map(({ steps, isCurrent }) => [steps.length, isCurrent]),
      [
        [2, false],
        [1, true],
      ],
    );
  });

  it('has a format for every ending of a file', () => {
    for (const { format } of exportFormats) assert.ok(exportSession(hostile, format).endsWith('\n'));
    assert.ok(exportSession(fold([]), 'markdown').startsWith('# Problem'));
  });

  it('writes LaTeX that keeps the mathematics and escapes the rest', () => {
    const tex = exportSession(usual, 'latex');
    assert.ok(tex.includes('Solve $x+1=3$.'));
    assert.ok(tex.includes('\\[\n  x = 2\n\\]'));
    const odd = exportSession(hostile, 'latex');
    assert.ok(!odd.includes('\\input') && !odd.includes('\\href') && !odd.includes('\\def\\a'));
    assert.ok(odd.includes('50 \\% \\& \\#'));
    assert.ok(odd.includes('$\\frac12$'));
  });

  it('writes LaTeX that pdflatex compiles', function () {
    this.timeout(60_000);
    if (spawnSync('pdflatex', ['--version']).status !== 0) skip(this, 'there is no pdflatex on this machine');
    const folder = mkdtempSync(join(tmpdir(), 'thunk-tex-'));
    try {
      for (const [name, state] of Object.entries({ usual, hostile, empty: fold([]) })) {
        writeFileSync(join(folder, `${name}.tex`), exportSession(state, 'latex' satisfies ExportFormat));
        const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', `${name}.tex`];
        const { status } = spawnSync('pdflatex', options, { cwd: folder, timeout: 50_000 });
        const log = readFileSync(join(folder, `${name}.log`), 'latin1');
        assert.equal(status, 0, `${name}: ${/^!.*(?:\n.*){0,6}/m.exec(log)?.[0] ?? log.slice(-500)}`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('an export for others', () => {
  const places: readonly (readonly [uri: string, file: string])[] = [
    ['file:///home/somebody/secret/a%20b.md', 'a b.md'],
    ['file:///c%3A/Users/somebody/secret/a.tex', 'a.tex'],
    ['vscode-notebook-cell:/home/somebody/secret/a.ipynb#W0sZmlsZQ', 'a.ipynb'],
    ['vscode-remote://ssh-remote%2Bsomebody/secret/a.md?x=/secret/', 'a.md'],
    ['untitled:Untitled-1', 'Untitled-1'],
    ['file:///home/somebody/secret/100%.md', '100%.md'],
  ];
  for (const [uri, file] of places)
    it(`names ${file}, and not where it lies`, () => {
      const origin = { uri, version: 1, start: 0, end: 5, languageId: 'markdown' };
      const inserted = { type: 'stepsInserted', at: 3, steps: ['s0'], uri, version: 2, start: 5, end: 9 } as const;
      const state = applyEvent(sessionOf({ origin }, [makeStep('One')]), inserted);
      for (const { format } of exportFormats) {
        const text = exportSession(state, format);
        assert.ok(!/somebody|secret/.test(text), text);
      }
      const json = JSON.parse(exportSession(state, 'json')) as {
        problem: { origin: { file: string; start: number } };
        insertions: { file: string }[];
      };
      assert.deepEqual(json.problem.origin.file, file);
      assert.deepEqual(
        json.insertions.map((insertion) => insertion.file),
        [file],
      );
    });
});

describe('the words of a verdict', () => {
  const cases: readonly (readonly [Verdict, string])[] = [
    [{ kind: 'proved', how: 'symbolic', relation: 'equivalent' }, 'proved: same solutions'],
    [{ kind: 'proved', how: 'symbolic', relation: 'equal' }, 'proved: equal everywhere'],
    [{ kind: 'proved', how: 'symbolic', relation: 'adds-solutions' }, 'may add solutions'],
    [{ kind: 'proved', how: 'symbolic', relation: 'domain-changed' }, 'other domain'],
    [{ kind: 'proved', how: 'symbolic' }, 'proved'],
    [{ kind: 'proved', how: 'lean' }, 'proved by Lean'],
    [{ kind: 'proved', how: 'substitution' }, 'proved: values put back'],
    [{ kind: 'valid', how: 'points', points: 32 }, 'valid: agrees on 32 points'],
    [{ kind: 'unknown', how: 'points', points: 3 }, 'unknown: agrees on 3 points'],
    [{ kind: 'unknown', how: 'symbolic' }, 'not checkable'],
    [{ kind: 'unknown', how: 'none' }, 'not checkable'],
    [{ kind: 'unknown', how: 'none', relation: 'given' }, 'as given'],
    [{ kind: 'invalid', how: 'symbolic', relation: 'loses-solutions' }, 'invalid: loses a solution'],
    [{ kind: 'invalid', how: 'substitution' }, 'invalid: wrong'],
  ];
  for (const [verdict, words] of cases)
    it(`are "${words}" for ${JSON.stringify(verdict)}`, () => assert.equal(verdictPhrase(verdict), words));
});

describe('isSafeMath', () => {
  const safe = [
    'x',
    'x^2',
    "f'(x)",
    "f'_1",
    '\\frac12',
    '\\frac{1}{2}',
    '\\sqrt[3]{x+1}',
    '\\left( \\frac{x}{2} \\right)^{2}',
    'x_1^2',
    '{x^2}^3',
    '\\begin{cases} x & y \\\\ z \\end{cases}',
    '90^\\circ',
    'x = -1\\text{ or }x = 2',
    '\\left\\{ 1, 2 \\right\\}',
    '\\operatorname{lcm}(2,3)',
    '2\\,\\mathrm{cm}',
    'x \\quad (x \\neq 1)',
    '\\lim_{x \\to 0} \\frac{\\sin x}{x}',
    '\\int_0^1 x\\,dx',
    '5\\%',
    '\\begin{array}{c|cc} x & 1 & 2 \\\\ \\hline & - & \\checkmark \\end{array}',
  ];
  for (const tex of safe) it(`takes ${tex}`, () => assert.equal(isSafeMath(tex), true));

  const unsafe = [
    '',
    ' ',
    '\\',
    '\\frac{1}',
    '\\frac',
    '{',
    '}',
    'x^',
    'x^2^3',
    "x^2'^3",
    'x_1_2',
    '\\left( x',
    'x \\right)',
    '\\left x \\right.',
    'a & b',
    'a \\\\ b',
    'a % b',
    '#1',
    '$x$',
    '\\unknown',
    '\\def\\a{b}',
    '\\input{x}',
    '\\href{x}{y}',
    '\\text{$x$}',
    '\\text{a_b}',
    '\\begin{aligned} x',
    '\\begin{document} x \\end{document}',
    '\\end{cases}',
    'x\n\ny',
    '\\sqrt[x',
    '^\\frac12',
    '{a & b}',
    '=\\limits x',
    'x\\big',
    'x_~',
    'x^\\lim',
    '\\hline',
    '\\begin{array} a \\end{array}',
    '\\begin{array}{c} a & b \\end{array}',
    '\\begin{gathered} a & b \\end{gathered}',
    '\\begin{cases} a & b & c \\end{cases}',
    '{'.repeat(100) + '}'.repeat(100),
  ];
  for (const tex of unsafe)
    it(`refuses ${JSON.stringify(tex).slice(0, 40)}`, () => assert.equal(isSafeMath(tex), false));
});
