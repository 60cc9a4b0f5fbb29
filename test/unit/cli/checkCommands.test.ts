import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { records, run } from './support.ts';

interface Verdict {
  readonly verdict: string;
  readonly relation: string;
  readonly evidence?: string;
}

describe('thunk check with solutions', () => {
  it('gives a verdict for each step and the first wrong one, whatever the other lines hold', async () => {
    const rows = [
      { id: 'right', problem: 'Solve 3(x - 2) = 2x + 5', steps: ['3x - 6 = 2x + 5', 'x = 11'] },
      { id: 'wrong', steps: ['x^2 = x', 'x = 1'] },
    ];
    const bad = ['not json', '{"id": 7, "steps": "x = 1"}', ''];
    const { code, out } = await run(['check'], [[...rows.map((row) => JSON.stringify(row)), ...bad].join('\n')]);
    assert.equal(code, 1);
    const byId = new Map(records(out).map((record) => [record.id, record]));
    assert.equal(byId.get('right')?.first_error, -1);
    assert.equal(byId.get('wrong')?.first_error, 1);
    const [first, second] = byId.get('wrong')?.verdicts as Verdict[];
    assert.equal(first?.relation, 'given');
    assert.equal(second?.verdict, 'invalid');
    assert.equal(second.relation, 'loses-solutions');
    assert.match(second.evidence ?? '', /x = 0/);
    assert.equal(byId.get(null)?.line, 3);
    assert.match(String(byId.get(7)?.error), /steps/);
    assert.equal(records(out).length, 4);
  });

  it('honours the conventions of a row, and those of the command line for the others', async () => {
    const steps = ['\\sqrt{x^2}', '= x'];
    const input = [
      JSON.stringify({ id: 'said', steps, assume: 'positive' }),
      JSON.stringify({ id: 'not', steps }),
    ].join('\n');
    const verdictOf = async (args: readonly string[], id: string): Promise<string | undefined> => {
      const record = records((await run(['check', ...args], [input])).out).find((row) => row.id === id);
      return (record?.verdicts as Verdict[])[1]?.verdict;
    };
    assert.equal(await verdictOf([], 'said'), 'proved');
    assert.notEqual(await verdictOf([], 'not'), 'proved');
    assert.equal(await verdictOf(['--assume', 'positive'], 'not'), 'proved');
  });

  it('cuts a sentence about numbers of very many digits', async () => {
    const steps = [`${'7'.repeat(20_000)} = ${'7'.repeat(20_000)}1`];
    const { out } = await run(['check'], [`${JSON.stringify({ id: 1, steps })}\n`]);
    assert.ok(out.length < 10_000, String(out.length));
    assert.match(out, /"first_error":/);
  });

  it('ends with 0 where nothing is wrong', async () => {
    assert.equal((await run(['check'], ['{"steps": ["x = 1", "2x = 2"]}\n'])).code, 0);
    assert.deepEqual(await run(['check'], []), { code: 0, out: '', err: '' });
  });
});

describe('thunk check with documents', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'thunk-check-'));
    writeFileSync(file('right.md'), 'So $12 \\cdot 15 = 180$.\n');
    writeFileSync(file('wrong.md'), '# Sums\n\nWe get $12 \\cdot 15 = 190$ and\r\n$2 + 2 = 4$.\n');
    writeFileSync(file('wrong.tex'), '\\[ 7 \\cdot 8 = 54 \\] % thunk\n% $1 = 2$\n');
    writeFileSync(
      file('book.ipynb'),
      JSON.stringify({
        cells: [
          { cell_type: 'code', source: ['1 = 2'] },
          { cell_type: 'markdown', source: ['# A\n', '\n', '$3 \\cdot 3 = 6$\n'] },
        ],
      }),
    );
    writeFileSync(file('broken.ipynb'), '{');
    writeFileSync(file('picture.png'), 'x');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('says nothing is wrong where nothing is', async () => {
    const { code, out } = await run(['check', file('right.md')]);
    assert.equal(code, 0);
    assert.match(out, /^0 wrong claims in 1 file; 1 confirmed, 0 not decided\.\n$/);
  });

  it('gives the place, the witness and the line', async () => {
    const { code, out } = await run(['check', file('wrong.md')]);
    assert.equal(code, 1);
    const [place, line, mark] = out.split('\n');
    assert.match(place ?? '', /wrong\.md:3:\d+: wrong: .*180/);
    assert.equal(line?.trim(), 'We get $12 \\cdot 15 = 190$ and');
    assert.match(mark ?? '', /^ +\^+$/);
  });

  it('reads LaTeX, notebooks and folders', async () => {
    const { code, out } = await run(['check', '--json', folder]);
    assert.equal(code, 3, 'the broken notebook');
    const found = records(out);
    const totals = found.pop();
    assert.deepEqual([totals?.wrong, totals?.files], [3, 4]);
    assert.ok(
      found.some((record) => String(record.file).endsWith('book.ipynb') && record.cell === 2 && record.line === 3),
    );
    assert.ok(found.some((record) => String(record.file).endsWith('wrong.tex') && record.line === 1));
  });

  it('writes SARIF 2.1.0', async () => {
    const { code, out } = await run(['check', '--format', 'sarif', file('wrong.md'), file('book.ipynb')]);
    assert.equal(code, 1);
    const log = JSON.parse(out) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          message: { text: string };
          locations: { physicalLocation: { region?: { startLine: number } } }[];
        }[];
      }[];
    };
    assert.equal(log.version, '2.1.0');
    const [{ tool, results } = { tool: undefined, results: [] }] = log.runs;
    assert.equal(results.length, 2);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool?.driver.rules[ruleIndex]?.id, ruleId);
    assert.equal(results[0]?.locations[0]?.physicalLocation.region?.startLine, 3);
    assert.equal(results[1]?.locations[0]?.physicalLocation.region, undefined);
    assert.match(results[1]?.message.text ?? '', /cell 2/);
  });

  it('sets the mark under the claim, whatever stands before it', async () => {
    writeFileSync(file('wide.md'), 'A\t𝒳😀é and $7 - 2 = 6$.\n');
    const { out } = await run(['check', file('wide.md')]);
    const [, line = '', mark = ''] = out.split('\n');
    assert.equal(line, '    A 𝒳😀é and $7 - 2 = 6$.');
    // The face is two columns wide, and two UTF-16 units long; the letter one wide and two long.
    assert.equal(mark.indexOf('^'), line.indexOf('7') - 1);
    assert.equal(mark.trim().length, '7 - 2 = 6'.length);
  });

  it('shows a part of a very long line', async () => {
    writeFileSync(file('long.md'), `${'word '.repeat(2000)}$7 - 2 = 6$${' word'.repeat(2000)}\n`);
    const { out } = await run(['check', file('long.md')]);
    assert.ok(out.length < 1000, String(out.length));
    const [, line = '', mark = ''] = out.split('\n');
    assert.equal(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1), '7 - 2 = 6');
  });

  it('reads UTF-16 and names with signs that mean something in an address', async () => {
    const name = file('odd #name?.md');
    writeFileSync(name, Buffer.from('\ufeffWe get $2 + 2 = 5$.\n', 'utf16le'));
    const plain = await run(['check', name]);
    assert.match(plain.out, /:1:9: wrong/);
    const { out } = await run(['check', '--format', 'sarif', relative(process.cwd(), name)]);
    assert.match(out, /"uri": "[^"#?]*odd%20%23name%3F\.md"/);
  });

  it('says what it can’t read, and goes on', async () => {
    const { code, out, err } = await run(['check', file('none.md'), file('picture.png'), file('wrong.md')]);
    assert.equal(code, 3);
    assert.match(err, /none\.md is not there\./);
    assert.match(err, /picture\.png is not a document/);
    assert.match(out, /wrong\.md:3/);
  });
});

describe('thunk equiv, extract and hint', () => {
  it('compares one pair, with an exit code', async () => {
    const equal = await run(['equiv', '1/2', '0.5']);
    assert.deepEqual([equal.code, equal.out.split(':')[0]], [0, 'equal']);
    const different = await run(['equiv', '--json', '(1,2)', '(2,1)']);
    assert.equal(different.code, 1);
    assert.equal(records(different.out)[0]?.equal, false);
  });

  it('compares many pairs', async () => {
    const pairs = [
      { id: 1, gold: '3', pred: 'x = 3' },
      { id: 2, gold: '3', pred: '4', question: 'What is x?' },
      { id: 3, gold: 3, pred: '4' },
    ];
    const { code, out } = await run(['equiv'], [pairs.map((pair) => JSON.stringify(pair)).join('\n')]);
    assert.equal(code, 1, 'the third line is no pair');
    const byId = new Map(records(out).map((record) => [record.id, record]));
    assert.deepEqual([byId.get(1)?.equal, byId.get(2)?.equal], [true, false]);
    assert.match(String(byId.get(3)?.error), /gold/);
  });

  it('extracts the final answer, and never an empty text', async () => {
    assert.deepEqual(await run(['extract', 'so \\boxed{\\frac{1}{2}}.']), { code: 0, out: '\\frac{1}{2}\n', err: '' });
    const none = await run(['extract', '--json', 'I give up']);
    assert.deepEqual([none.code, records(none.out)[0]?.answer], [1, null]);
    const many = await run(['extract'], ['{"id": "a", "solution": "#### 7"}\n{"id": "b"}\n']);
    const byId = new Map(records(many.out).map((record) => [record.id, record]));
    assert.equal(byId.get('a')?.answer, '7');
    assert.match(String(byId.get('b')?.error), /text/);
  });

  it('hints without saying the next line, until the last level', async () => {
    const problem = 'Solve 3(x - 2) = 2x + 5';
    for (const level of ['1', '2', '3']) {
      const { code, out } = await run(['hint', problem, '--level', level]);
      assert.equal(code, 0);
      assert.ok(!out.includes('3x - 6'), out);
    }
    assert.match((await run(['hint', problem, '--level', '4'])).out, /3x - 6/);
    assert.match((await run(['hint', problem, '--level', '4', '--after', '1'])).out, /x - 6 = 5/);
    assert.equal((await run(['hint', 'Why is the sky blue?'])).code, 1);
  });

  const misuses: readonly (readonly string[])[] = [
    ['check', '--format', 'xml', 'x.md'],
    ['check', '--assume', 'imaginary', 'x.md'],
    ['check', '--jobs', '0'],
    ['equiv', 'one'],
    ['equiv', 'one', 'two', 'three'],
    ['extract', '--timeout', '0', 'x'],
    ['hint'],
    ['hint', 'x = 1', '--level', '5'],
    ['hint', 'x = 1', '--after=-1'],
    ['hint', 'Solve 3(x - 2) = 2x + 5', '--after', '50'],
  ];
  for (const args of misuses) {
    it(`answers ${args.join(' ')} with what is wrong and where help is`, async () => {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^thunk: .+\nTry: thunk .*--help\n$/);
    });
  }
});
