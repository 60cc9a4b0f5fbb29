import type * as vscode from 'vscode';
import type { CheckJob, CheckResultOf } from '../../core/protocol/checkJob.ts';
import type { WorkerChecker } from '../../system/workerChecker.ts';
import { readSetting } from '../settings.ts';

/** A whole document is checked claim by claim, each with a limit of its own; this is the limit of all together. */
const liveLimitMs = 30_000;
/** Of what somebody waits for. */
const askedLimitMs = 10_000;

/** Asks the checker: `live` in the background, `asked` for a gesture, so that nobody waits behind a long document. */
export class Checkers implements vscode.Disposable {
  #live: Promise<WorkerChecker> | undefined;
  #asked: Promise<WorkerChecker> | undefined;
  #isClosed = false;

  live<Job extends CheckJob>(job: Job, signal: AbortSignal): Promise<CheckResultOf<Job['type']>> {
    return this.#ask((this.#live ??= start(liveLimitMs)), job, signal);
  }

  asked<Job extends CheckJob>(job: Job, signal: AbortSignal): Promise<CheckResultOf<Job['type']>> {
    return this.#ask((this.#asked ??= start(askedLimitMs)), job, signal);
  }

  async #ask<Job extends CheckJob>(
    starting: Promise<WorkerChecker>,
    job: Job,
    signal: AbortSignal,
  ): Promise<CheckResultOf<Job['type']>> {
    const checker = await starting;
    if (this.#isClosed) await checker.terminate();
    return checker.ask(job, signal);
  }

  /** Ends both workers for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([this.#live, this.#asked].map(async (starting) => (await starting)?.terminate()));
  }

  dispose(): void {
    void this.close();
  }
}

/** The worker and its code are loaded here, at the first job, and not when the extension is activated. */
async function start(timeLimitMs: number): Promise<WorkerChecker> {
  const { createWorkerChecker } = await import('../../system/workerChecker.ts');
  return createWorkerChecker({ timeLimitMs, memoryLimitMb: readSetting('solver.memoryLimitMb') });
}
