import type { SessionEvent } from '../session/events.ts';
import type { RevealedStep, SessionState } from '../session/state.ts';
import type { Grain } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { Solver } from '../solve/solver.ts';
import type { Clock } from './clock.ts';
import type { Activity, Outcome, Stored } from './outcome.ts';

export interface LazyOptions {
  readonly solver: Solver;
  /** What the log holds already: at least the problem (see `openingEvents`). */
  readonly history: readonly SessionEvent[];
  /**
   * Keeps events for good (written and synced) before it resolves; never rejects. Absent: somebody else writes this
   * session, so that it can be looked at, and `receive` brings what they add.
   */
  readonly append?: ((events: readonly SessionEvent[]) => Promise<Stored>) | undefined;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The longest that a press may take; default 120 s. A solver may have a shorter limit of its own. */
  readonly timeLimitMs?: number | undefined;
}

export interface PressOptions {
  readonly signal?: CancelSignal | undefined;
  /** Follow this method, where the solver knows it. */
  readonly method?: string | undefined;
}

export interface BranchOptions extends PressOptions {
  /** Where the other way leaves this one: at the problem (default), or after the current step. */
  readonly from?: 'start' | 'current' | undefined;
}

/** Everything that can be seen of a session; a new object whenever something changed. */
export interface LazyState {
  readonly session: SessionState;
  readonly activity: Activity;
  readonly isDone: boolean;
  readonly canWrite: boolean;
}

/** What a person or a tool notes beside the solution; none of it advances it. */
export type Note = WithoutTime<
  Extract<
    SessionEvent,
    {
      type:
        | 'messageSaid'
        | 'hintGiven'
        | 'lineChecked'
        | 'stepsInserted'
        | 'renamed'
        | 'reanchored'
        | 'doneMarked'
        | 'grainChanged';
    }
  >
>;
type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/**
 * One session's engine. Every press ends in exactly one outcome, whatever the solver and the disk do; a step is stored
 * before it is shown; what was revealed once is never computed again. A gesture other than the one that runs cancels it.
 */
export interface Lazy {
  readonly state: LazyState;
  /** Called after each change; returns how to stop listening. */
  onDidChange(listener: (state: LazyState) => void): () => void;
  current(): RevealedStep | undefined;
  /** The next step: from memory after a step back, else from the solver. A second press while one runs joins it. */
  next(options?: PressOptions): Promise<Outcome>;
  back(): Promise<Stored>;
  forward(): Promise<Stored>;
  /** To a step of the current branch (0-based; -1 is the problem). */
  jump(index: number): Promise<Stored>;
  /** Another way: a press that asks for a method that no branch follows from there yet. */
  branch(options?: BranchOptions): Promise<Outcome>;
  /** The current step again, in finer steps, as a branch beside it. */
  split(options?: PressOptions): Promise<Outcome>;
  switchBranch(id: string, index?: number): Promise<Stored>;
  /** From the problem again, with nothing in sight; what was revealed stays in memory. */
  restart(): Promise<Stored>;
  /** Of what comes, never of what was revealed. */
  setGrain(grain: Grain): Promise<Stored>;
  /** The learner says that this is done (or not). */
  done(isDone?: boolean): Promise<Stored>;
  record(note: Note): Promise<Stored>;
  /** Ends the press that runs, within moments. */
  cancel(): Promise<void>;
  /** Events that another process appended to the same log. */
  receive(events: readonly SessionEvent[]): void;
  /** Ends the press that runs; afterwards nothing is shown or stored any more. */
  dispose(): Promise<void>;
}
