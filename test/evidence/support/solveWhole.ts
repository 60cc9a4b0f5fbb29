import type { Problem, Step } from '../../../src/core/session/step.ts';
import { createBuiltinSolver } from '../../../src/core/solve/builtin.ts';

export interface WholeSolution {
  readonly steps: readonly Step[];
  readonly answer: string | undefined;
  readonly isVerified: boolean;
  /** Why it ended without an answer. */
  readonly stuck: string | undefined;
  /** Faults of our own that the solver contained. */
  readonly faults: readonly string[];
}

const mostSteps = 200;

/** Presses until the end, as a learner would, and gathers what was shown. */
export async function solveWhole(
  text: string,
  options: { readonly timeLimitMs?: number; readonly method?: string } = {},
): Promise<WholeSolution> {
  const faults: string[] = [];
  const solver = createBuiltinSolver({
    now: () => performance.now(),
    timeLimitMs: options.timeLimitMs ?? 10_000,
    onFault: (way, fault) =>
      faults.push(`${way}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`),
  });
  const problem: Problem = { text, title: text.slice(0, 40), format: 'plain' };
  const steps: Step[] = [];
  const signal = new AbortController().signal;
  while (steps.length < mostSteps) {
    const request = { grain: 'normal' as const, method: options.method, avoid: [] };
    for await (const event of solver.next({ problem, steps }, request, signal)) {
      if (event.type === 'step') steps.push(event.step);
      else if (event.type === 'stuck' || event.type === 'failed') {
        return { steps, answer: undefined, isVerified: false, stuck: `${event.reason}: ${event.detail}`, faults };
      }
    }
    const final = steps.at(-1)?.final;
    if (final !== undefined)
      return { steps, answer: final.answer, isVerified: final.isVerified, stuck: undefined, faults };
  }
  return { steps, answer: undefined, isVerified: false, stuck: 'no end', faults };
}
