import type { Cost, Grain, Problem, Step } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';

/** A problem and its revealed steps, in order: what everything is computed from. */
export interface PartialSolution {
  readonly problem: Problem;
  readonly steps: readonly Step[];
}

export interface StepRequest {
  readonly grain: Grain;
  /** Follow this method where the solver knows it. Absent: the one of the last step, else the solver's own choice. */
  readonly method?: string | undefined;
  /** Methods already taken by other branches; "another way" asks for one that is not among them. */
  readonly avoid: readonly string[];
}

/** Why a solver can't go on. Worded once, at the edge, together with `detail`. */
export type StuckReason =
  'not-understood' | 'unsupported' | 'no-other-way' | 'too-large' | 'out-of-time' | 'out-of-memory' | 'nothing-to-do';

export type FailedReason = 'solver-threw' | 'worker-died' | 'broke-protocol' | 'timed-out' | 'storage' | 'unreachable';

/** The terminal events are step, stuck, failed and cancelled; exactly one ends a stream. */
export type SolverEvent =
  | {
      readonly type: 'progress';
      readonly stage: 'thinking' | 'streaming' | 'checking';
      readonly detail?: string | undefined;
    }
  /** Provisional text so far (not a delta); never stored, never announced. */
  | { readonly type: 'partialText'; readonly text: string }
  | { readonly type: 'step'; readonly step: Step }
  /** `detail`: one plain sentence, Markdown; `cost`: what was spent nevertheless. */
  | { readonly type: 'stuck'; readonly reason: StuckReason; readonly detail: string; readonly cost?: Cost | undefined }
  | {
      readonly type: 'failed';
      readonly reason: FailedReason;
      readonly detail: string;
      readonly cost?: Cost | undefined;
    }
  | { readonly type: 'cancelled' };

export type TerminalEvent = Extract<SolverEvent, { type: 'step' | 'stuck' | 'failed' | 'cancelled' }>;

/** A source of next steps: the built-in exact solver, a model, a search over a model, a small model guided by a large one. */
export interface Solver {
  readonly id: string;
  next(partial: PartialSolution, request: StepRequest, signal: CancelSignal): AsyncIterable<SolverEvent>;
}
