import type { CancelSignal } from '../core/signal.ts';
import type { PartialSolution, Solver, SolverEvent, StepRequest, TerminalEvent } from '../core/solve/solver.ts';
import type { Heard, WorkerHost } from './workerHost.ts';
import { isTerminal, startWorker } from './workerHost.ts';

export interface WorkerSolverOptions {
  /** Of one press; default 10 s. */
  readonly timeLimitMs?: number | undefined;
  /** Of the worker's heap; default 512 MB. */
  readonly memoryLimitMb?: number | undefined;
  /** After so long without a press the worker ends, to be started again by the next; default one minute. */
  readonly idleMs?: number | undefined;
  /** The worker's code, when it is not the built-in solver. */
  readonly entry?: URL | undefined;
  readonly id?: string | undefined;
}

/** A solver in a thread of its own, started at the first press. Presses come one after the other. */
export interface WorkerSolver extends Solver {
  /** Starts the worker before it is needed. */
  warmUp(): void;
  /** Ends the worker for good; no thread, timer or handle is left. */
  terminate(): Promise<void>;
}

type Told = Heard | { readonly type: 'cancelled' } | { readonly type: 'late' };

/** The solver's own limit comes first: it keeps the worker, and what the worker remembers. */
const ownLimitShare = 0.9;
const startLimitMs = 30_000;
const builtinEntry = new URL(import.meta.url.endsWith('.ts') ? './solverWorker.ts' : './worker.js', import.meta.url);
const shutDown: TerminalEvent = { type: 'failed', reason: 'worker-died', detail: 'The solver was shut down.' };

export function createWorkerSolver(options: WorkerSolverOptions = {}): WorkerSolver {
  const { timeLimitMs = 10_000, memoryLimitMb = 512, idleMs = 60_000, entry = builtinEntry, id = 'builtin' } = options;
  let host: WorkerHost | undefined;
  let lastPress = 0;
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function start(): WorkerHost {
    if (host?.isAlive !== true) host = startWorker({ entry, memoryLimitMb, timeLimitMs: timeLimitMs * ownLimitShare });
    return host;
  }

  function rest(current: WorkerHost): void {
    current.setBusy(false);
    clearTimeout(idleTimer);
    if (!current.isAlive || isClosed) return;
    idleTimer = setTimeout(() => void current.end(), idleMs);
    idleTimer.unref();
  }

  /** The press's events, the last a terminal one. Its return value settles when the worker can be asked again. */
  async function* run(
    current: WorkerHost,
    asked: { readonly partial: PartialSolution; readonly request: StepRequest; readonly signal: CancelSignal },
    whenFree: (free: Promise<void>) => void,
  ): AsyncGenerator<SolverEvent, void> {
    const { partial, request, signal } = asked;
    const press = (lastPress += 1);
    const told: Told[] = [];
    let wake = (): void => undefined;
    const tell = (next: Told): void => {
      told.push(next);
      wake();
    };
    const cancel = (): void => tell({ type: 'cancelled' });
    const late = (): void => tell({ type: 'late' });
    current.listen(tell);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    // Starting is not computing, and has a limit of its own.
    let timer = setTimeout(late, current.isReady ? timeLimitMs : Math.max(timeLimitMs, startLimitMs));
    let isOver = false;
    try {
      current.setBusy(true);
      current.post({
        type: 'next',
        press,
        partial: { problem: partial.problem, steps: [...partial.steps] },
        request: { ...request, avoid: [...request.avoid] },
      });
      while (!isOver) {
        const next = told.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
        } else if (next.type === 'ready') {
          clearTimeout(timer);
          timer = setTimeout(late, timeLimitMs);
        } else if (next.type === 'event') {
          if (next.press !== press) continue;
          isOver = isTerminal(next.event);
          yield next.event;
        } else if (next.type === 'died') {
          isOver = true;
          yield next.end;
        } else {
          isOver = true;
          whenFree(current.stop(press));
          yield next.type === 'late' ? outOfTime(timeLimitMs) : { type: 'cancelled' };
        }
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Whoever asked went away without waiting for the end.
      if (!isOver) whenFree(current.stop(press));
    }
  }

  return {
    id,
    async *next(partial, request, signal) {
      const turn = queue;
      let release = (): void => undefined;
      const over = new Promise<void>((resolve) => (release = resolve));
      queue = turn.then(() => over);
      let current: WorkerHost | undefined;
      let free: Promise<void> = Promise.resolve();
      try {
        if (await isCancelledBefore(turn, signal)) yield { type: 'cancelled' };
        else if (isClosed) yield shutDown;
        else {
          clearTimeout(idleTimer);
          current = start();
          yield* run(current, { partial, request, signal }, (whenFree) => {
            free = whenFree;
          });
        }
      } catch (fault) {
        yield { type: 'failed', reason: 'worker-died', detail: fault instanceof Error ? fault.message : String(fault) };
      } finally {
        void free.then(() => {
          if (current !== undefined) rest(current);
          release();
        });
      }
    },
    warmUp: () => {
      if (isClosed) return;
      try {
        rest(start());
      } catch {
        // The first press says so.
      }
    },
    terminate: async () => {
      isClosed = true;
      clearTimeout(idleTimer);
      await host?.end();
    },
  };
}

async function isCancelledBefore(turn: Promise<unknown>, signal: CancelSignal): Promise<boolean> {
  let listener = (): void => undefined;
  const cancelled = new Promise<boolean>((resolve) => {
    listener = () => resolve(true);
    signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return signal.aborted || (await Promise.race([turn.then(() => false), cancelled])) || signal.aborted;
  } finally {
    signal.removeEventListener('abort', listener);
  }
}

function outOfTime(timeLimitMs: number): TerminalEvent {
  const seconds = Math.round(timeLimitMs / 100) / 10;
  return {
    type: 'stuck',
    reason: 'out-of-time',
    detail: `This one takes longer than ${seconds} s, which is all that I allow myself.`,
  };
}
