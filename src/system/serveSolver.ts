import type { MessagePort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../core/protocol/worker.ts';
import { solverEventSchema, toWorkerSchema } from '../core/protocol/worker.ts';
import type { CancelSignal } from '../core/signal.ts';
import type { Solver, SolverEvent } from '../core/solve/solver.ts';

export interface ServeOptions {
  readonly port: MessagePort;
  /** One number: the last press that was cancelled. Readable while the solver computes without a rest. */
  readonly cancelledPress: Int32Array;
  readonly solver: Solver;
}

/** Answers presses in a worker: of each, the progress and exactly one end are sent; what comes after is thrown away unseen. */
export function serveSolver({ port, cancelledPress, solver }: ServeOptions): void {
  const cancels = new Map<number, () => void>();

  function reply(press: number, event: SolverEvent): void {
    // Parsed on this side too, so that nothing but the fields of the contract leaves the worker.
    const parsed = solverEventSchema.safeParse(event);
    const sent: FromWorker['type'] = 'event';
    port.postMessage({ type: sent, press, event: parsed.success ? parsed.data : malformed } satisfies FromWorker);
  }

  async function answer({ press, partial, request }: Extract<ToWorker, { type: 'next' }>): Promise<void> {
    const { signal, cancel } = pressSignal(press, cancelledPress);
    cancels.set(press, cancel);
    try {
      for await (const event of solver.next(partial, request, signal)) {
        reply(press, event);
        if (event.type !== 'progress' && event.type !== 'partialText') return;
      }
      reply(press, { type: 'failed', reason: 'broke-protocol', detail: 'The solver ended without an answer.' });
    } catch (fault) {
      const detail = fault instanceof Error ? fault.message : String(fault);
      reply(press, { type: 'failed', reason: 'solver-threw', detail: `The solver failed: ${detail}` });
    } finally {
      cancels.delete(press);
    }
  }

  port.on('message', (message: unknown) => {
    const parsed = toWorkerSchema.safeParse(message);
    // Not ours: the other side runs out of patience, and says so.
    if (!parsed.success) return;
    if (parsed.data.type === 'cancel') cancels.get(parsed.data.press)?.();
    else void answer(parsed.data);
  });
  port.postMessage({ type: 'ready' } satisfies FromWorker);
}

const malformed: SolverEvent = {
  type: 'failed',
  reason: 'broke-protocol',
  detail: 'The solver sent something that is not an event.',
};

function pressSignal(press: number, cancelledPress: Int32Array): { signal: CancelSignal; cancel: () => void } {
  const listeners = new Set<() => void>();
  return {
    signal: {
      get aborted() {
        return Atomics.load(cancelledPress, 0) >= press;
      },
      addEventListener: (_type, listener) => {
        listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        listeners.delete(listener);
      },
    },
    cancel: () => {
      for (const listener of listeners) listener();
      listeners.clear();
    },
  };
}
