import type { CheckJob, CheckResult, CheckResultOf } from '../core/protocol/checkJob.ts';
import type { CancelSignal } from '../core/signal.ts';
import { cancelledResult, type CheckThread, nothing, startCheckThread } from './checkThread.ts';

export interface WorkerCheckerOptions {
  /** Of one job; default 5 s. */
  readonly timeLimitMs?: number | undefined;
  /** Of each thread's heap; default 512 MB. */
  readonly memoryLimitMb?: number | undefined;
  /** How many jobs run at a time, each in a thread of its own; default 1. */
  readonly threads?: number | undefined;
  /** After so long without a job the threads end, to be started again by the next; default one minute. */
  readonly idleMs?: number | undefined;
  /** The worker's code, when it is not Thunk's own. */
  readonly entry?: URL | undefined;
}

/** Checks in threads of their own. Every job ends in exactly one result, whatever it holds; it never rejects. */
export interface WorkerChecker {
  ask<Job extends CheckJob>(job: Job, signal?: CancelSignal): Promise<CheckResultOf<Job['type']>>;
  /** Ends the threads for good; no thread, timer or handle is left. Jobs that wait end as cancelled. */
  terminate(): Promise<void>;
}

const ownEntry = new URL(import.meta.url.endsWith('.ts') ? './checkWorker.ts' : './checkWorker.js', import.meta.url);
const never: CancelSignal = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

interface Waiting {
  readonly job: CheckJob;
  readonly signal: CancelSignal;
  readonly resolve: (result: CheckResult) => void;
}

export function createWorkerChecker(options: WorkerCheckerOptions = {}): WorkerChecker {
  const { timeLimitMs = 5000, memoryLimitMb = 512, threads = 1, idleMs = 60_000, entry = ownEntry } = options;
  const waiting: Waiting[] = [];
  const idle: CheckThread[] = [];
  const all = new Set<CheckThread>();
  const ended = new AbortController();
  let running = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  function pump(): void {
    while (running < threads) {
      const next = waiting.shift();
      if (next === undefined) return;
      running += 1;
      void work(next).then((result) => {
        running -= 1;
        next.resolve(result);
        rest();
        pump();
      });
    }
  }

  async function work({ job, signal }: Waiting): Promise<CheckResult> {
    if (signal.aborted || ended.signal.aborted) return cancelledResult;
    clearTimeout(idleTimer);
    try {
      const thread = takeThread();
      const result = await thread.run(job, eitherOf(signal, ended.signal));
      if (thread.isAlive) idle.push(thread);
      else all.delete(thread);
      return result;
    } catch (fault) {
      return nothing('died', fault instanceof Error ? fault.message : String(fault));
    }
  }

  function takeThread(): CheckThread {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (thread.isAlive) return thread;
      all.delete(thread);
    }
    const thread = startCheckThread({ entry, memoryLimitMb, timeLimitMs });
    all.add(thread);
    return thread;
  }

  function rest(): void {
    clearTimeout(idleTimer);
    if (running > 0 || ended.signal.aborted) return;
    idleTimer = setTimeout(() => {
      for (const thread of idle.splice(0)) {
        all.delete(thread);
        void thread.end();
      }
    }, idleMs);
    idleTimer.unref();
  }

  return {
    ask: async <Job extends CheckJob>(job: Job, signal: CancelSignal = never) => {
      const result = await new Promise<CheckResult>((resolve) => {
        waiting.push({ job, signal, resolve });
        pump();
      });
      const isOurs = result.type === job.type || result.type === 'none';
      return (isOurs ? result : nothing('failed', 'The checker answered something else.')) as CheckResultOf<
        Job['type']
      >;
    },
    terminate: async () => {
      clearTimeout(idleTimer);
      ended.abort();
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}

/** Aborted when one of both is. */
function eitherOf(first: CancelSignal, second: CancelSignal): CancelSignal {
  return {
    get aborted() {
      return first.aborted || second.aborted;
    },
    addEventListener: (type, listener, how) => {
      first.addEventListener(type, listener, how);
      second.addEventListener(type, listener, how);
    },
    removeEventListener: (type, listener) => {
      first.removeEventListener(type, listener);
      second.removeEventListener(type, listener);
    },
  };
}
