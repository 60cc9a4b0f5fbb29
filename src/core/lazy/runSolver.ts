import { stepSchema } from '../session/stepSchema.ts';
import type { Step } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { PartialSolution, Solver, SolverEvent, StepRequest, TerminalEvent } from '../solve/solver.ts';
import { createCancelSource, follow, untilCancelled } from './cancelSource.ts';
import type { Clock } from './clock.ts';

export interface SolverRun {
  readonly solver: Solver;
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  readonly signal: CancelSignal;
  readonly timeLimitMs: number;
  readonly clock: Clock;
  readonly onEvent: (event: Extract<SolverEvent, { type: 'progress' | 'partialText' }>) => void;
}

/** A solver that only ever reports progress must not keep timers and cancellation from being served. */
const eventsBetweenPauses = 32;

/**
 * Asks a solver for one step and contains whatever it does: the promise never rejects, and resolves with exactly one
 * terminal event, at once when the signal is aborted or the time is up. What comes after that event is never looked at.
 */
export async function runSolver(run: SolverRun): Promise<TerminalEvent> {
  const source = createCancelSource();
  const letGo = follow(source, run.signal);
  const waiting = untilCancelled(run.signal);
  let stopTimer = (): void => undefined;
  const timedOut = new Promise<'timed-out'>((resolve) => {
    stopTimer = run.clock.after(run.timeLimitMs, () => resolve('timed-out'));
  });
  const reading = read(run, source.signal);
  try {
    const first = await Promise.race([waiting.cancelled, timedOut, reading.terminal]);
    if (first === 'cancelled') return { type: 'cancelled' };
    if (first === 'timed-out') {
      const seconds = Math.round(run.timeLimitMs / 1000);
      return { type: 'failed', reason: 'timed-out', detail: `The solver gave no answer within ${seconds} seconds.` };
    }
    return run.signal.aborted ? { type: 'cancelled' } : first;
  } finally {
    reading.abandon();
    // The solver hears that nobody waits any more, also when it was not us who ended it.
    source.cancel();
    stopTimer();
    waiting.release();
    letGo();
  }
}

function read(run: SolverRun, signal: CancelSignal): { terminal: Promise<TerminalEvent>; abandon(): void } {
  let isAbandoned = false;
  const wasAbandoned = (): boolean => isAbandoned;
  let iterator: AsyncIterator<SolverEvent> | undefined;

  async function terminal(): Promise<TerminalEvent> {
    try {
      iterator = run.solver.next(run.partial, run.request, signal)[Symbol.asyncIterator]();
      for (let count = 1; !wasAbandoned(); count += 1) {
        const result = await iterator.next();
        if (wasAbandoned()) break;
        if (result.done === true) return broke('The solver ended without an answer.');
        const event = result.value;
        if (event.type === 'progress' || event.type === 'partialText') run.onEvent(event);
        else return judge(event, run.partial.steps.at(-1));
        if (count % eventsBetweenPauses === 0) await pause(run.clock);
      }
      return { type: 'cancelled' };
    } catch (fault) {
      return { type: 'failed', reason: 'solver-threw', detail: `The solver failed: ${messageOf(fault)}` };
    }
  }

  return {
    terminal: terminal(),
    abandon: () => {
      isAbandoned = true;
      try {
        // Not awaited: a solver that hangs never answers this either.
        void Promise.resolve(iterator?.return?.()).catch(() => undefined);
      } catch {
        // It threw on being told to stop; it is stopped for us all the same.
      }
    },
  };
}

function pause(clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.after(0, resolve);
  });
}

/** Types don't bind a solver that reads a network: what it hands over is looked at. */
function judge(event: TerminalEvent, before: Step | undefined): TerminalEvent {
  switch (event.type) {
    case 'step': {
      const parsed = stepSchema.safeParse(event.step);
      if (!parsed.success) return broke('The solver gave a step that is not one.');
      const { text, latex } = parsed.data;
      if (text.trim() === '' && (latex ?? '').trim() === '') return broke('The solver gave an empty step.');
      if (before !== undefined && isRepeated(parsed.data, before)) return broke('The solver repeated the step before.');
      return { type: 'step', step: parsed.data };
    }
    case 'stuck':
    case 'failed':
      return typeof event.detail === 'string' ? event : broke('The solver gave no reason.');
    case 'cancelled':
      return { type: 'failed', reason: 'broke-protocol', detail: 'The solver gave up without being asked to.' };
    default:
      return broke('The solver sent something that is not an event.');
  }
}

/** A solver that knows its place and is further on may say the same words twice. */
function isRepeated(step: Step, before: Step): boolean {
  return step.text === before.text && step.latex === before.latex && step.source.cursor === before.source.cursor;
}

function broke(detail: string): TerminalEvent {
  return { type: 'failed', reason: 'broke-protocol', detail };
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
