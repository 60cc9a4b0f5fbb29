import { Worker } from 'node:worker_threads';
import type { CheckJob, CheckResult } from '../core/protocol/checkJob.ts';
import { fromCheckWorkerSchema } from '../core/protocol/checking.ts';
import type { CancelSignal } from '../core/signal.ts';
import { errorCode } from './storageFault.ts';

export interface CheckThreadOptions {
  readonly entry: URL;
  readonly memoryLimitMb: number;
  /** What the thread itself allows a job; a little later it is ended. */
  readonly timeLimitMs: number;
}

export interface CheckWorkerStart {
  /** One number: the newest job that was cancelled. Readable while the thread computes without a rest. */
  readonly cancelled: SharedArrayBuffer;
  readonly timeLimitMs: number;
}

/** One thread that does one job at a time. */
export interface CheckThread {
  readonly isAlive: boolean;
  run(job: CheckJob, signal: CancelSignal): Promise<CheckResult>;
  end(): Promise<void>;
}

type Nothing = Extract<CheckResult, { type: 'none' }>;

/** A job that looks at its limits ends by itself and leaves the thread as it is; one that doesn't is ended with its thread. */
const graceMs = 300;
/** Starting is not computing, and has a limit of its own. */
const startLimitMs = 30_000;

export function startCheckThread({ entry, memoryLimitMb, timeLimitMs }: CheckThreadOptions): CheckThread {
  const cancelled = new SharedArrayBuffer(4);
  const cancelledJob = new Int32Array(cancelled);
  const worker = new Worker(entry, {
    workerData: { cancelled, timeLimitMs } satisfies CheckWorkerStart,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    execArgv: [],
    // What a library prints must not get between our own lines.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  let [isAlive, isReady, lastId] = [true, false, 0];
  let hear: ((heard: { ready: true } | { id: number; result: CheckResult } | { end: Nothing }) => void) | undefined;

  const died = (end: Nothing): void => {
    isAlive = false;
    hear?.({ end });
  };
  worker.on('message', (message: unknown) => {
    const parsed = fromCheckWorkerSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.type === 'ready') {
      isReady = true;
      hear?.({ ready: true });
    } else hear?.(parsed.data);
  });
  worker.on('error', (fault) => died(endOf(fault)));
  worker.on('exit', () => died(nothing('died', "The checker's worker ended.")));

  async function end(): Promise<void> {
    isAlive = false;
    worker.ref();
    await worker.terminate();
  }

  return {
    get isAlive() {
      return isAlive;
    },
    run: (job, signal) => {
      const id = (lastId += 1);
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout;
        const finish = (result: CheckResult): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', cancel);
          hear = undefined;
          if (isAlive) worker.unref();
          resolve(result);
        };
        /** The thread did not end the job by itself. */
        const give = (result: Nothing): void => {
          void end();
          finish(result);
        };
        const late = (): void => give(outOfTime(timeLimitMs));
        const cancel = (): void => {
          Atomics.store(cancelledJob, 0, id);
          clearTimeout(timer);
          timer = setTimeout(() => give(cancelledResult), graceMs);
        };
        hear = (heard) => {
          if ('ready' in heard) {
            clearTimeout(timer);
            timer = setTimeout(late, timeLimitMs + graceMs);
          } else if ('end' in heard) finish(heard.end);
          else if (heard.id === id) finish(heard.result);
        };
        signal.addEventListener('abort', cancel, { once: true });
        timer = setTimeout(late, isReady ? timeLimitMs + graceMs : startLimitMs);
        worker.ref();
        if (isAlive) worker.postMessage({ id, job });
        else finish(nothing('died', "The checker's worker had ended."));
      });
    },
    end,
  };
}

export const cancelledResult: Nothing = nothing('cancelled', 'Cancelled.');

export function nothing(reason: Nothing['reason'], detail: string): Nothing {
  return { type: 'none', reason, detail };
}

export function outOfTime(timeLimitMs: number): Nothing {
  const seconds = Math.round(timeLimitMs / 100) / 10;
  return nothing('out-of-time', `This takes longer than ${seconds} s, which is all that is allowed.`);
}

function endOf(fault: unknown): Nothing {
  if (errorCode(fault) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return nothing('out-of-memory', 'This needs more memory than is allowed.');
  }
  const detail = fault instanceof Error ? fault.message : String(fault);
  return nothing('died', `The checker's worker died: ${detail}`);
}
