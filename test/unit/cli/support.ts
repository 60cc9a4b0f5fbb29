import { PassThrough } from 'node:stream';
import { createConsole } from '../../../src/cli/console.ts';
import { runCli } from '../../../src/cli/runCli.ts';
import type { CheckJob, CheckResultOf } from '../../../src/core/protocol/checkJob.ts';
import { createBuiltinSolver } from '../../../src/core/solve/builtin.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';
import { createCheckJobs } from '../../../src/system/checkJobs.ts';
import type { WorkerChecker } from '../../../src/system/workerChecker.ts';
import type { WorkerSolver } from '../../../src/system/workerSolver.ts';

/** The same solver, without the thread: that one is tested on its own, and with the process. */
const createSolver = (): WorkerSolver => ({
  ...createBuiltinSolver(),
  warmUp: () => {},
  terminate: async () => {},
});

const createChecker = (): WorkerChecker => {
  const runJob = createCheckJobs();
  return {
    ask: async <Job extends CheckJob>(job: Job) => (await runJob(job, unlimitedWork)) as CheckResultOf<Job['type']>,
    terminate: async () => {},
  };
};

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []): Promise<Ran> {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let out = '';
  let err = '';
  stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  for (const piece of input) stdin.write(piece);
  stdin.end();
  const console = createConsole({ stdin, stdout, stderr, env: {}, signal: new AbortController().signal });
  const code = await runCli(args, console, { version: '1.2.3', createSolver, createChecker });
  return { code, out, err };
}

export const records = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
