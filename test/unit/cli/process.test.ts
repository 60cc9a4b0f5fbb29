import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { skip } from '../../harness/skip.ts';

const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, ...args]);
}

const ended = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  for await (const piece of child.stdout) {
    text += String(piece);
    if (text.includes('\n')) break;
  }
  return text.slice(0, text.indexOf('\n'));
}

describe('the thunk process', function () {
  // A process of its own each time, also on a machine that is busy.
  this.timeout(20_000);

  it('knows its version', async () => {
    const child = start('--version');
    assert.match(await firstLine(child), /^\d+\.\d+\.\d+$/);
  });

  it('flushes each record while more is to come', async () => {
    const child = start('solve', '--batch');
    const over = ended(child);
    child.stdin.write('{"id":1,"problem":"2+3"}\n');
    assert.equal((JSON.parse(await firstLine(child)) as { answer: string }).answer, '5');
    child.kill('SIGKILL');
    await over;
  });

  it('ends at Ctrl-C with nothing left running', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has no such signals');
    const child = start('solve', '--batch');
    const over = ended(child);
    child.stdin.write('{"id":1,"problem":"2+3"}\n');
    await firstLine(child);
    const startedMs = performance.now();
    child.kill('SIGINT');
    assert.equal(await over, 130);
    assert.ok(performance.now() - startedMs < 5000);
  });

  it('ends with 130 in the middle of its work, whenever that is', async function () {
    this.timeout(60_000);
    if (process.platform === 'win32') skip(this, 'Windows has no such signals');
    const problems = ['Integrate x^2*sin(x)', 'x^2-5x+6>0', 'Factor x^12-1', 'x^3-2x+1=0', '2+3'];
    const input = Array.from({ length: 5000 }, (_, id) => JSON.stringify({ id, problem: problems[id % 5] })).join('\n');
    for (const waitMs of [0, 30, 90, 200, 400]) {
      const child = start('solve', '--batch', '--jobs', '2');
      let err = '';
      child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
      child.stdin.on('error', () => undefined);
      const over = ended(child);
      child.stdin.end(input);
      // Read on to the end: an output that nobody reads ends the work by itself.
      await new Promise((resolve) => child.stdout.on('data', resolve));
      await delay(waitMs);
      child.kill('SIGINT');
      assert.equal(await over, 130, `${waitMs} ms: ${err}`);
      assert.equal(err, '');
    }
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const child = start('solve', '--batch', '--jobs', '1');
    let err = '';
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.stdin.on('error', () => undefined);
    const over = ended(child);
    child.stdin.write('{"id":1,"problem":"2+3"}\n');
    await firstLine(child);
    child.stdout.destroy();
    const feeding = setInterval(() => child.stdin.write('{"id":1,"problem":"2+3"}\n'), 20);
    const code = await over;
    clearInterval(feeding);
    assert.equal(err, '');
    assert.equal(code, 0);
  });
});
