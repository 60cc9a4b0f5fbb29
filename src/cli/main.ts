#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createWorkerChecker } from '../system/workerChecker.ts';
import { createWorkerSolver } from '../system/workerSolver.ts';
import { createConsole } from './console.ts';
import { exitCode } from './exitCode.ts';
import { runCli } from './runCli.ts';

/** What an ordered end may take after a signal. */
const endingLimitMs = 5000;

const controller = new AbortController();
let signalled = 0;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    // The second time nothing is waited for.
    if (signalled > 0) process.exit(code);
    signalled = code;
    controller.abort();
    setTimeout(() => process.exit(code), endingLimitMs).unref();
  });
}

const { stdin, stdout, stderr, env } = process;
const console = createConsole({ stdin, stdout, stderr, env, signal: controller.signal });
// Node would end a process that has nothing open in the middle of the work, with a code of its own.
const untilDone = setInterval(() => undefined, 60_000);
try {
  process.exitCode = await runCli(process.argv.slice(2), console, {
    version: version(),
    createSolver: createWorkerSolver,
    createChecker: createWorkerChecker,
  });
} catch (fault) {
  console.warn(`thunk: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = exitCode.failed;
}
clearInterval(untilDone);
if (signalled > 0) process.exitCode = signalled;
// A terminal or a pipe that is still open must not hold us.
stdin.destroy();

/** From the package that this file is part of, bundled or not. */
function version(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Partial<
        Record<string, string>
      >;
      if (manifest.name === 'thunk' && manifest.version !== undefined) return manifest.version;
    } catch {
      // The other place, then.
    }
  }
  return 'unknown';
}
