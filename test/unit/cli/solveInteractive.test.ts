import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'mocha';
import { createConsole } from '../../../src/cli/console.ts';
import { solveInteractive } from '../../../src/cli/solve/solveInteractive.ts';
import type { SolveOptions } from '../../../src/cli/solve/solveOptions.ts';
import { countingSolver } from '../lazy/support.ts';

const options: SolveOptions = {
  maxSteps: 100,
  way: 1,
  grain: 'normal',
  timeLimitMs: 1000,
  isJson: false,
  isBatch: false,
  jobs: 1,
};

async function talk(input: string, isTTY = true): Promise<{ out: string; code: number; calls: number }> {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stdout = Object.assign(new PassThrough(), { isTTY });
  let out = '';
  stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  stdin.end(input);
  const solver = countingSolver();
  const console = createConsole({
    stdin,
    stdout,
    stderr: new PassThrough(),
    env: {},
    signal: new AbortController().signal,
  });
  const code = await solveInteractive(undefined, solver, options, console);
  return { out, code, calls: solver.calls.length };
}

describe('thunk solve in a terminal', () => {
  it('asks for a problem and reveals a step at each Enter, and none more', async () => {
    const { out, code, calls } = await talk('count\n\n\nq\n');
    assert.match(out, /^Problem: /);
    assert.ok(out.includes('up 1') && out.includes('up 2') && !out.includes('up 3'));
    assert.equal(calls, 2);
    assert.equal(code, 0);
  });

  it('ends with the answer', async () => {
    const { out, calls } = await talk('count\n\n\n\n\n\n\n\n');
    assert.match(out, /Answer: 5/);
    assert.equal(calls, 5);
  });

  it('goes back, on, another way and into smaller steps', async () => {
    const { out, calls } = await talk('count\n\n\nb\n\nw\ns\nq\n');
    assert.equal(calls, 4);
    assert.equal(out.split('up 2').length - 1 >= 2, true);
    assert.ok(out.includes('down 1'));
    assert.ok(out.includes('no smaller steps'));
  });

  it('ends when the input does', async () => {
    assert.equal((await talk('')).code, 0);
    assert.equal((await talk('count\n')).calls, 0);
  });
});
