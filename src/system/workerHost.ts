import { Worker } from 'node:worker_threads';
import type { ToWorker, WorkerStart } from '../core/protocol/worker.ts';
import { fromWorkerSchema } from '../core/protocol/worker.ts';
import type { SolverEvent, TerminalEvent } from '../core/solve/solver.ts';
import { errorCode } from './storageFault.ts';

export type Heard =
  | { readonly type: 'ready' }
  | { readonly type: 'event'; readonly press: number; readonly event: SolverEvent }
  | { readonly type: 'died'; readonly end: TerminalEvent };

/** A thread that serves a solver. */
export interface WorkerHost {
  readonly isAlive: boolean;
  /** Its code is loaded. */
  readonly isReady: boolean;
  post(message: Extract<ToWorker, { type: 'next' }>): void;
  /** One listener at a time; undefined: nobody listens. */
  listen(listener: ((heard: Heard) => void) | undefined): void;
  /** Resolves when the worker is free again; ends it when it does not stop by itself at once. */
  stop(press: number): Promise<void>;
  /** While busy, the worker keeps the process; idle it doesn't. */
  setBusy(isBusy: boolean): void;
  end(): Promise<void>;
}

export interface WorkerHostOptions {
  readonly entry: URL;
  readonly memoryLimitMb: number;
  /** What the solver itself allows a press. */
  readonly timeLimitMs: number;
}

/** What a worker that was told to stop may take before it is ended. */
const graceMs = 50;

/** Starts the thread. Throws where no thread can be started. */
export function startWorker(options: WorkerHostOptions): WorkerHost {
  const cancelled = new SharedArrayBuffer(4);
  const cancelledPress = new Int32Array(cancelled);
  const workerData: WorkerStart = { cancelled, timeLimitMs: options.timeLimitMs };
  const worker = new Worker(options.entry, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
    execArgv: [],
    // What a library prints must not get between our own lines. It is not read: reading would keep the process alive.
    stdout: true,
    stderr: true,
  });
  worker.unref();
  let isAlive = true;
  let isReady = false;
  let isEnding = false;
  let hear: ((heard: Heard) => void) | undefined;

  const died = (end: TerminalEvent): void => {
    if (!isAlive) return;
    isAlive = false;
    hear?.({ type: 'died', end });
  };
  worker.on('message', (message: unknown) => {
    const parsed = fromWorkerSchema.safeParse(message);
    if (!parsed.success) return;
    isReady ||= parsed.data.type === 'ready';
    hear?.(parsed.data);
  });
  worker.on('error', (fault) => died(endOf(fault)));
  worker.on('exit', () => died({ type: 'failed', reason: 'worker-died', detail: "The solver's worker ended." }));

  const end = async (): Promise<void> => {
    isEnding = true;
    // Keeps the process until the thread has gone: whoever ends it waits for that.
    await worker.terminate();
  };

  return {
    get isAlive() {
      return isAlive;
    },
    get isReady() {
      return isReady;
    },
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      hear = listener;
    },
    stop: async (press) => {
      Atomics.store(cancelledPress, 0, press);
      worker.postMessage({ type: 'cancel', press } satisfies ToWorker);
      const isFree = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), graceMs);
        hear = (heard) => {
          if (heard.type === 'ready' || (heard.type === 'event' && (heard.press !== press || !isTerminal(heard.event))))
            return;
          clearTimeout(timer);
          resolve(true);
        };
        if (!isAlive) resolve(true);
      });
      hear = undefined;
      if (!isFree) await end();
    },
    setBusy: (isBusy) => {
      if (isBusy) worker.ref();
      else if (!isEnding) worker.unref();
    },
    end,
  };
}

export function isTerminal(event: SolverEvent): event is TerminalEvent {
  return event.type !== 'progress' && event.type !== 'partialText';
}

function endOf(fault: unknown): TerminalEvent {
  if (errorCode(fault) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { type: 'stuck', reason: 'out-of-memory', detail: 'This one needs more memory than I allow myself.' };
  }
  const detail = fault instanceof Error ? fault.message : String(fault);
  return { type: 'failed', reason: 'worker-died', detail: `The solver's worker died: ${detail}` };
}
