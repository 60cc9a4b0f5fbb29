import type { Step, Verdict } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { PartialSolution } from '../solve/solver.ts';

/** Decides about a step, given what stands before it. A verdict is always given: what can't be decided is 'unknown'. */
export interface Checker {
  readonly id: string;
  check(partial: PartialSolution, step: Step, signal: CancelSignal): Promise<Verdict>;
}
