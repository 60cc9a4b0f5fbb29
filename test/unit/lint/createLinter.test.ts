import assert from 'node:assert/strict';
import { createLinter } from '../../../src/core/lint/createLinter.ts';
import type { LintResult } from '../../../src/core/lint/lintResult.ts';
import { lintDocument } from '../../../src/core/lint/lintDocument.ts';
import { WorkInterrupted } from '../../../src/core/solve/exactWork.ts';

function underlined(source: string, { findings }: LintResult): string[] {
  return findings.map(({ start, end }) => source.slice(start, end));
}

function lint(source: string, languageId = 'markdown'): string[] {
  return underlined(source, lintDocument(source, languageId));
}

/** Counts how often anything was decided: `check` is called for each section and within each claim. */
function counter(): { readonly work: { check(): void }; calls: number } {
  const counted = {
    calls: 0,
    work: {
      check: () => {
        counted.calls += 1;
      },
    },
  };
  return counted;
}

describe('linting a document', () => {
  it('underlines what is wrong, and says so with the right value', () => {
    const source = '# Sums\n\nSo $12 \\cdot 15 = 190$, and $2 + 2 = 4$.\n';
    const result = lintDocument(source, 'markdown');
    assert.deepEqual(underlined(source, result), ['12 \\cdot 15 = 190']);
    assert.deepEqual(result.counts, { confirmed: 1, wrong: 1, undecided: 0 });
    const [finding] = result.findings;
    assert.match(finding?.message ?? '', /180/);
    assert.equal(finding?.fix?.newText, '180');
    assert.equal(source.slice(finding.fix.start, finding.fix.end), '190');
  });

  it('underlines bare mathematics, rows of alignments and what macros stand for', () => {
    assert.deepEqual(lint('Hence 12*15 = 190.'), ['12*15 = 190']);
    assert.deepEqual(lint('\\begin{align*}\n2 \\cdot 3 &= 6 \\\\\n&= 3 + 4\n\\end{align*}', 'latex'), ['3 + 4']);
    assert.deepEqual(lint('\\newcommand{\\half}{\\frac{1}{2}}\nThus $\\half + \\half = 2$.', 'latex'), [
      '\\half + \\half = 2',
    ]);
  });

  it('underlines whole braces', () => {
    assert.deepEqual(lint('So $2 \\cdot 3 + 1 = \\boxed{8}$.'), ['2 \\cdot 3 + 1 = \\boxed{8}']);
  });

  it('leaves comments, code, problems, quotations and other languages alone', () => {
    assert.deepEqual(lint('% $2 + 2 = 5$\n\\begin{verbatim}\n$2 + 2 = 5$\n\\end{verbatim}', 'latex'), []);
    assert.deepEqual(lint('`2 + 2 = 5`\n\n> He wrote $2 + 2 = 5$.\n\n```\n2 + 2 = 5\n```\n'), []);
    assert.deepEqual(lint('**Exercise 1.** Is it true that $2 + 2 = 5$?'), []);
    assert.deepEqual(lint('# 2 + 2 = 5', 'python'), []);
  });

  it('honours marks to ignore', () => {
    assert.deepEqual(lint('So $2 + 2 = 5$. <!-- thunk-ignore -->\n\nSo $2 + 2 = 6$.'), ['2 + 2 = 6']);
    assert.deepEqual(lint('<!-- thunk-ignore -->\nSo $2 + 2 = 5$.\n\nSo $2 + 2 = 6$.'), ['2 + 2 = 6']);
    assert.deepEqual(lint('So $2+2=5$. % thunk-ignore\nSo $2+2=6$.', 'latex'), ['2+2=6']);
    assert.deepEqual(
      lint('% thunk-ignore-start\nSo $2+2=5$.\n\nSo $2+2=6$.\n% thunk-ignore-end\n\nSo $2+2=7$.', 'latex'),
      ['2+2=7'],
    );
    assert.deepEqual(lint('<!-- thunk-ignore-start -->\n\nSo $2 + 2 = 5$.\n\nSo $2 + 2 = 6$.'), []);
    assert.deepEqual(lint('So $2 + 2 = 5$. <!-- thunk-ignorer -->'), ['2 + 2 = 5']);
    const counts = lintDocument('So $2 + 2 = 5$. <!-- thunk-ignore: on purpose -->', 'markdown').counts;
    assert.deepEqual(counts, { confirmed: 0, wrong: 0, undecided: 0 });
  });

  it('reads what a document says about itself, and notes what it does not know', () => {
    const result = lintDocument('<!-- thunk: log=natural colour=red -->\n\nSo $2 + 2 = 4$.', 'markdown');
    assert.equal(result.notes?.length, 1);
    assert.match(result.notes[0] ?? '', /colour=red/);
    assert.deepEqual(result.findings, []);
  });

  it('gives the same after any edits as on a first look', () => {
    const linter = createLinter();
    let source = '# A\n\nSo $2 + 2 = 4$ and $3 \\cdot 3 = 9$.\n\n# B\n\nSo $5 - 2 = 3$.\n\n# C\n\n$$1 + 1 = 2$$\n';
    const edits: readonly (readonly [string, string])[] = [
      ['= 9', '= 8'],
      ['# A', '# A longer title'],
      ['$5 - 2 = 3$', '$5 - 2 = 4$'],
      ['# B\n', ''],
      ['= 8', '= 9'],
      ['$$1 + 1 = 2$$', '$$1 + 1 = 3$$'],
      ['So $2', '- So $2'],
    ];
    for (const [from, to] of edits) {
      source = source.replace(from, () => to);
      assert.deepEqual(linter.lint('a.md', source, 'markdown'), lintDocument(source, 'markdown'), `${from} → ${to}`);
    }
  });

  it('decides only what changed', () => {
    const section = (index: number): string =>
      `# Part ${String(index)}\n\nSo $${String(index)} + 1 = ${String(index + 1)}$.\n\n`;
    const source = Array.from({ length: 50 }, (_, index) => section(index + 2)).join('');
    const linter = createLinter();
    const [first, again, edited, moved] = [counter(), counter(), counter(), counter()];
    linter.lint('a.md', source, 'markdown', {}, first.work);
    linter.lint('a.md', source, 'markdown', {}, again.work);
    linter.lint('a.md', source.replace('7 + 1 = 8', '7 + 1 = 9'), 'markdown', {}, edited.work);
    linter.lint('a.md', `Some words first.\n\n${source}`, 'markdown', {}, moved.work);
    assert.ok(first.calls >= 50, String(first.calls));
    assert.equal(again.calls, 0);
    assert.ok(edited.calls > 0 && edited.calls * 10 < first.calls, String(edited.calls));
    assert.ok(moved.calls * 10 < first.calls, String(moved.calls));
  });

  it('decides again under other conventions, and when a macro before means something else', () => {
    const linter = createLinter();
    const source = '\\newcommand{\\two}{2}\nThus $\\two + 2 = 4$.';
    assert.equal(linter.lint('a.tex', source, 'latex').findings.length, 0);
    assert.equal(linter.lint('a.tex', source.replace('{2}', '{3}'), 'latex').findings.length, 1);
    const calls = counter();
    linter.lint('a.tex', source.replace('{2}', '{3}'), 'latex', { assume: 'positive' }, calls.work);
    assert.ok(calls.calls > 0);
  });

  it('forgets documents when told to, and the oldest when there are many', () => {
    const linter = createLinter({ documents: 2, characters: 1_000_000 });
    const source = 'So $2 + 2 = 4$.';
    const callsFor = (document: string): number => {
      const counted = counter();
      linter.lint(document, source, 'markdown', {}, counted.work);
      return counted.calls;
    };
    assert.ok(callsFor('a') > 0);
    assert.equal(callsFor('a'), 0);
    linter.forget('a');
    assert.ok(callsFor('a') > 0);
    callsFor('b');
    callsFor('c');
    assert.equal(callsFor('c'), 0);
    assert.ok(callsFor('a') > 0);
  });

  it('keeps what it had decided when it is interrupted', () => {
    const source = Array.from(
      { length: 30 },
      (_, index) => `# ${String(index)}\n\n$${String(index)} + 1 = ${String(index + 1)}$\n`,
    ).join('\n');
    const linter = createLinter();
    const first = counter();
    linter.lint('whole', source, 'markdown', {}, first.work);
    let left = Math.floor(first.calls / 2);
    const work = {
      check: () => {
        left -= 1;
        if (left < 0) throw new WorkInterrupted('interrupted');
      },
    };
    assert.throws(() => linter.lint('half', source, 'markdown', {}, work), WorkInterrupted);
    const rest = counter();
    assert.deepEqual(linter.lint('half', source, 'markdown', {}, rest.work), lintDocument(source, 'markdown'));
    assert.ok(rest.calls < first.calls * 0.7, `${String(rest.calls)} of ${String(first.calls)}`);
  });

  it('survives what nobody would write', () => {
    const huge = '9'.repeat(100_000);
    const hostile = [
      `$${huge} = ${huge}1$`,
      `$2^{${huge}} = 3$`,
      `$${'\\frac{1}{'.repeat(2_000)}1${'}'.repeat(2_000)} = 2$`,
      `$${'('.repeat(5_000)}1${')'.repeat(5_000)} = 2$`,
      '$9^{9^{9^{9^9}}} = 1$ and $0^0 = 1$ and $1/0 = 2$',
      `$$${'x + '.repeat(30_000)}x = 1$$`,
      '\\def\\a{\\a\\a}$\\a = 1$',
      '$\\newcommand{\\b}{\\c\\c}\\newcommand{\\c}{\\b\\b}\\b = 2$',
      '1 + 1 = 2, '.repeat(4_000),
      '\u0000\uD800 $1 = \uDC00$ \uFEFF',
      '$ a $b '.repeat(20_000),
      '| 1 + 1 = 2 | 3 |\n'.repeat(10_000),
      `$${'1 = '.repeat(20_000)}2$`,
    ];
    for (const [index, source] of hostile.entries()) {
      for (const languageId of ['markdown', 'latex']) {
        assert.doesNotThrow(() => lintDocument(source, languageId), `${String(index)} ${languageId}`);
      }
    }
  }).timeout(180_000);
});
