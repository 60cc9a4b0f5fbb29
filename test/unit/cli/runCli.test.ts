import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands } from '../../../src/cli/commands.ts';
import { records, run } from './support.ts';

describe('the command line', () => {
  it('explains itself', async () => {
    assert.equal((await run(['--version'])).out, '1.2.3\n');
    const general = await run(['--help']);
    assert.equal(general.code, 0);
    for (const { name, options, examples } of commands) {
      assert.ok(general.out.includes(`thunk ${name}`));
      const { code, out } = await run([name, '--help']);
      assert.equal(code, 0);
      for (const option of Object.keys(options)) assert.ok(out.includes(`--${option}`), option);
      assert.ok(examples.length > 0);
      assert.equal((await run(['help', name])).out, out);
    }
  });

  const misuses: readonly (readonly string[])[] = [
    [],
    ['sovle', 'x'],
    ['solve', '--nope', 'x'],
    ['solve', '--steps', '0', 'x'],
    ['solve', '--steps', 'many', 'x'],
    ['solve', '--way', '1.5', 'x'],
    ['solve', '--grain', 'huge', 'x'],
    ['solve', '--solver', 'oracle', 'x'],
    ['solve', '--timeout', '-1', 'x'],
    ['solve', '--steps'],
    ['solve', '--batch', 'x'],
    ['solve', '  '],
    ['solve'],
  ];
  for (const args of misuses) {
    it(`answers 2 to "thunk ${args.join(' ')}", and says why`, async () => {
      const { code, out, err } = await run(args);
      assert.equal(code, 2);
      assert.ok(args.length === 0 ? out.includes('Usage') : err.startsWith('thunk: ') && err.includes('--help'));
    });
  }

  it('solves, with words and no colour where there is no terminal', async () => {
    const { code, out } = await run(['solve', 'Solve 3(x - 2) = 2x + 5']);
    assert.equal(code, 0);
    assert.match(out, /^1\. .*\n\n {7}3x - 6 = 2x \+ 5\n/);
    assert.match(out, /\nAnswer: x = 11 \(verified\)/);
    assert.ok(!out.includes('\u001b') && !out.includes('$') && !out.includes('\\frac'));
  });

  it('keeps the unit of an answer, the columns of a sign table, and says what was checked', async () => {
    assert.match((await run(['solve', 'Convert 3.5 km to metres'])).out, /\nAnswer: 3500 m \(verified\)/);
    const inequality = (await run(['solve', 'x^2 - 5x + 6 > 0'])).out;
    assert.match(
      inequality,
      /\n {7}x \| \(-oo, 2\) {2}2 {2}\(2, 3\) {2}3 {2}\(3, oo\)\n {7}--\+-+\n {9}\| +yes +- +- +- +yes\n/,
    );
    const squared = (await run(['solve', 'sqrt(x + 2) = x'])).out;
    assert.ok(squared.includes('[may add solutions]') && !squared.includes('for all values'));
  });

  it('writes a record a step and one at the end', async () => {
    const { code, out } = await run(['solve', 'Solve 3(x - 2) = 2x + 5', '--json']);
    assert.equal(code, 0);
    const all = records(out);
    assert.deepEqual(all.at(-1), { done: true, answer: 'x = 11', latex: 'x = 11', verified: true });
    for (const [index, step] of all.slice(0, -1).entries()) {
      assert.equal(step.index, index);
      for (const field of ['text', 'verdict', 'how', 'source']) assert.equal(typeof step[field], 'string', field);
    }
  });

  it('reveals no more steps than asked for', async () => {
    const { code, out } = await run(['solve', 'Solve 3(x - 2) = 2x + 5', '--json', '--steps', '1']);
    assert.equal(code, 0);
    assert.equal(records(out).length, 2);
    assert.deepEqual(records(out)[1], { done: false });
    assert.ok(!out.includes('11'), 'nothing past the asked step comes out');
  });

  it('goes another way', async () => {
    const ways = await Promise.all(['1', '2'].map((way) => run(['solve', 'x^2 - x - 2 = 0', '--json', '--way', way])));
    const [first, second] = ways.map(({ out }) => records(out));
    assert.notEqual(first?.[0]?.method, second?.[0]?.method);
    assert.equal(first?.at(-1)?.answer, second?.at(-1)?.answer);
    const none = await run(['solve', 'x^2 - x - 2 = 0', '--json', '--way', '99']);
    assert.equal(none.code, 1);
    assert.equal(records(none.out)[0]?.reason, 'no-other-way');
  });

  it('takes mathematics that begins with a minus sign for a problem', async () => {
    for (const args of [
      ['solve', '-3x + 9 = 0', '--json'],
      ['solve', '--json', '--', '-3x + 9 = 0'],
    ]) {
      assert.equal(records((await run(args)).out).at(-1)?.answer, 'x = 3');
    }
  });

  it('reads the problem from standard input', async () => {
    const { code, out } = await run(['solve', '--json'], ['2 +', ' 3\r\n']);
    assert.equal(code, 0);
    assert.equal(records(out).at(-1)?.answer, '5');
  });

  it('says at once what it cannot do, and answers 1', async () => {
    const { code, out, err } = await run(['solve', 'Write a sonnet about Tuesday.']);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /^I can't do this one by myself\. ./);
  });

  it('keeps a problem from steering the terminal', async () => {
    const { out, err } = await run(['solve', 'What is \u001b[31m2\u0007 + 3?']);
    assert.ok(!/[\u001b\u0007]/.test(out + err));
  });
});

describe('thunk solve --batch', () => {
  it('answers every line, good or bad', async () => {
    const lines = [
      '\ufeff{"id":"a","problem":"2+3"}\r\n',
      'not json\r\n',
      '\r\n',
      '{"id":7}\n',
      '{"id":8,"problem":9}\n[1]\nnull\n',
      '{"problem":"What is 6*7?"}\n',
      '{"id":"stuck","problem":"Write a sonnet."}',
    ];
    const { code, out } = await run(['solve', '--batch', '--jobs', '1'], lines);
    assert.equal(code, 1);
    assert.deepEqual(
      records(out).map(({ id, line, done, answer, verified, stuck }) => ({ id, line, done, answer, verified, stuck })),
      [
        { id: 'a', line: undefined, done: true, answer: '5', verified: true, stuck: false },
        { id: null, line: 2, done: undefined, answer: undefined, verified: undefined, stuck: undefined },
        { id: 7, line: 4, done: undefined, answer: undefined, verified: undefined, stuck: undefined },
        { id: 8, line: 5, done: undefined, answer: undefined, verified: undefined, stuck: undefined },
        { id: null, line: 6, done: undefined, answer: undefined, verified: undefined, stuck: undefined },
        { id: null, line: 7, done: undefined, answer: undefined, verified: undefined, stuck: undefined },
        { id: null, line: undefined, done: true, answer: '42', verified: true, stuck: false },
        { id: 'stuck', line: undefined, done: false, answer: null, verified: false, stuck: true },
      ],
    );
    assert.ok(records(out).every((record) => 'error' in record || Array.isArray(record.steps)));
  });

  it('answers 0 when every problem was solved', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `{"id":${index},"problem":"${index} + 1"}\n`);
    const { code, out } = await run(['solve', '--batch', '--jobs', '2'], lines);
    assert.equal(code, 0);
    const answers = new Map(records(out).map(({ id, answer }) => [id, answer]));
    for (let index = 0; index < 20; index += 1) assert.equal(answers.get(index), String(index + 1));
  });

  it('reads a stream that is cut at every byte', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"id":"é","problem":"2+3"}\r\n{"id":"日","problem":"3+4"}\r\n');
    const { out } = await run(
      ['solve', '--batch', '--jobs', '1'],
      [...bytes].map((byte) => Uint8Array.of(byte)),
    );
    assert.deepEqual(
      records(out).map(({ id, answer }) => [id, answer]),
      [
        ['é', '5'],
        ['日', '7'],
      ],
    );
  });
});
