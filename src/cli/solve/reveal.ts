import type { Lazy } from '../../core/lazy/lazy.ts';
import type { Outcome } from '../../core/lazy/outcome.ts';
import type { Step } from '../../core/session/step.ts';
import type { Solver } from '../../core/solve/solver.ts';
import { createLazy } from '../../core/lazy/createLazy.ts';
import { openingEvents } from '../../core/lazy/plan.ts';
import { problemFromText } from '../../core/text/problemFromText.ts';
import { newId, systemClock } from '../../system/systemClock.ts';
import type { SolveOptions } from './solveOptions.ts';

/** The session of one run: in memory only. */
export function openSession(solver: Solver, problem: string, options: SolveOptions): Lazy {
  const clock = systemClock;
  return createLazy({
    solver,
    history: openingEvents(problemFromText(problem), options.grain, { clock, newId }),
    append: () => Promise.resolve({ type: 'stored' }),
    clock,
    newId,
    // The worker keeps to its own limit; this one is for a worker that does not even start.
    timeLimitMs: options.timeLimitMs + 30_000,
  });
}

/** How a run over all steps ended. */
export type End =
  | { readonly type: 'answered'; readonly step: Step }
  /** As many steps as were asked for. */
  | { readonly type: 'enough' }
  | Exclude<Outcome, { type: 'step' }>;

/** Presses until the answer or the limit, on the way that was asked for, and shows each step as it comes. */
export async function revealSteps(
  lazy: Lazy,
  options: SolveOptions,
  signal: AbortSignal,
  show: (step: Step, index: number) => Promise<unknown>,
): Promise<End> {
  let outcome = await lazy.next({ signal });
  // The ways before the one that was asked for are looked at, and not shown.
  for (let way = 2; way <= options.way && outcome.type === 'step'; way += 1) outcome = await lazy.branch({ signal });
  for (let count = 1; outcome.type === 'step'; count += 1) {
    const { step } = outcome.step;
    await show(step, outcome.index);
    if (step.final !== undefined) return { type: 'answered', step };
    if (count >= options.maxSteps) return { type: 'enough' };
    outcome = await lazy.next({ signal });
  }
  return outcome;
}
