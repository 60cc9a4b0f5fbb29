import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../scripts/lib/paths.mjs';
import { capture } from '../../../scripts/lib/run.mjs';
import { percent, sample } from '../../evidence/evidence.ts';
import { percentile } from '../../bench/bench.ts';
import { readResults } from '../../harness/results.ts';
import { formatTable } from '../../harness/table.ts';

describe('the test runner', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'thunk-runner-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function runTests(
    text: string,
  ): Promise<{ code: number; output: string; results: ReturnType<typeof readResults> }> {
    const file = join(folder, `some${Math.random()}.test.ts`);
    const skip = JSON.stringify(pathToFileURL(join(root, 'test', 'harness', 'skip.ts')).href);
    writeFileSync(file, `import { skip } from ${skip};\n${text}`);
    const resultsFile = join(folder, 'results.json');
    rmSync(resultsFile, { force: true });
    const runner = join(root, 'test', 'harness', 'runMocha.ts');
    const { code, output } = await capture(process.execPath, [runner, 'some', resultsFile, '2000', file]);
    return { code, output, results: readResults(resultsFile) };
  }

  it('counts passed, failed and skipped tests, each skip with its reason', async () => {
    const { code, results } = await runTests(`
      describe('a', () => {
        it('passes', () => undefined);
        it('fails', () => { throw new Error('no'); });
        it('lacks something', function () { skip(this, 'there is no compiler'); });
        it('is only a plan');
        describe('of a kind', () => {
          before(function () { skip(this, 'there is no server'); });
          it('one', () => undefined);
          it('two', () => undefined);
        });
      });`);
    assert.equal(code, 1);
    assert.equal(results?.passed, 1);
    assert.equal(results.failed, 1);
    assert.deepEqual(results.failures, ['a fails']);
    assert.deepEqual(results.skipped, [
      { title: 'a lacks something', reason: 'there is no compiler' },
      { title: 'a is only a plan', reason: 'no reason given' },
      { title: 'a of a kind one', reason: 'there is no server' },
      { title: 'a of a kind two', reason: 'there is no server' },
    ]);
  });

  it('prints the closing lines of mocha and ends although a timer still runs', async () => {
    const { code, output } = await runTests(`it('passes', () => { setInterval(() => undefined, 1000); });`);
    assert.equal(code, 0);
    assert.match(output, /1 passing/);
  });

  it('leaves no results behind when a file cannot be loaded', async () => {
    const { code, output, results } = await runTests(`throw new Error('broken at once');`);
    assert.notEqual(code, 0);
    assert.match(output, /broken at once/);
    assert.equal(results, undefined);
  });
});

describe('the instruments', () => {
  it('take the same part of the data for the same seed, in its order, and all of it for 1', () => {
    const rows = Array.from({ length: 200 }, (_, index) => index);
    const tenth = sample(rows, { fraction: 0.1, seed: 7 });
    assert.equal(tenth.length, 20);
    assert.deepEqual(tenth, sample(rows, { fraction: 0.1, seed: 7 }));
    assert.notDeepEqual(tenth, sample(rows, { fraction: 0.1, seed: 8 }));
    assert.deepEqual(
      tenth,
      [...tenth].sort((a, b) => a - b),
    );
    assert.deepEqual(sample(rows, { fraction: 1, seed: 7 }), rows);
  });

  it('never round a percentage up to 100', () => {
    assert.equal(percent(9_999, 10_000), '99.9 %');
    assert.equal(percent(10, 10), '100.0 %');
    assert.equal(percent(0, 0), '–');
  });

  it('interpolate percentiles', () => {
    assert.equal(percentile([3, 1, 2], 50), 2);
    assert.equal(percentile([1, 2, 3, 4], 95), 3.85);
  });

  it('line tables up, numbers to the right', () => {
    const text = formatTable({
      title: 'T',
      columns: ['kind', 'n'],
      rows: [
        ['a|b', 5],
        ['c', 10],
      ],
      notes: ['N.'],
    });
    assert.deepEqual(text.split('\n'), [
      '### T',
      '',
      '| kind |   n |',
      '| ---- | --: |',
      '| a\\|b |   5 |',
      '| c    |  10 |',
      '',
      'N.',
      '',
    ]);
  });
});
