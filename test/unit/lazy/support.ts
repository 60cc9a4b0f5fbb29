import type { Clock } from '../../../src/core/lazy/clock.ts';
import { createLazy } from '../../../src/core/lazy/createLazy.ts';
import type { Lazy, LazyOptions } from '../../../src/core/lazy/lazy.ts';
import type { Stored } from '../../../src/core/lazy/outcome.ts';
import { openingEvents } from '../../../src/core/lazy/plan.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import type { Problem, Step } from '../../../src/core/session/step.ts';
import { noCost } from '../../../src/core/session/step.ts';
import type { PartialSolution, Solver, SolverEvent, StepRequest } from '../../../src/core/solve/solver.ts';

export const problem: Problem = { text: 'Count to five.', title: 'Count', format: 'plain' };

export function makeStep(text: string, extra: Partial<Step> = {}): Step {
  return {
    text,
    latex: text,
    grain: 'normal',
    verdict: { kind: 'proved', how: 'symbolic' },
    source: { solver: 'counting', method: 'up', cursor: 1 },
    cost: noCost,
    ...extra,
  };
}

/** A small real solver: counts to five by ones, or down from five; fine grain counts by halves. */
export function countingSolver(): Solver & { readonly calls: PartialSolution[]; readonly requests: StepRequest[] } {
  const calls: PartialSolution[] = [];
  const requests: StepRequest[] = [];
  return {
    id: 'counting',
    calls,
    requests,
    async *next(partial, request): AsyncGenerator<SolverEvent> {
      calls.push(partial);
      requests.push(request);
      yield { type: 'progress', stage: 'thinking' };
      const last = partial.steps.at(-1);
      const current = last?.source.method;
      const wanted =
        request.method ?? (current !== undefined && !request.avoid.includes(current) ? current : undefined);
      const method = wanted ?? ['up', 'down'].find((way) => !request.avoid.includes(way));
      if (method === undefined) {
        yield { type: 'stuck', reason: 'no-other-way', detail: 'I can count up and down only.' };
        return;
      }
      const done = last?.source.cursor ?? 0;
      const cursor = done + (request.grain === 'fine' && method === 'up' ? 0.5 : 1);
      const text = `${method} ${cursor}`;
      yield { type: 'partialText', text: text.slice(0, 2) };
      const final = cursor === 5 ? { answer: '5', isVerified: true } : undefined;
      yield {
        type: 'step',
        step: makeStep(text, { grain: request.grain, source: { solver: 'counting', method, cursor }, final }),
      };
    },
  };
}

/** Time that passes only when told to. */
export function manualClock(): Clock & { pass(milliseconds: number): void; readonly pending: number } {
  let time = 1000;
  let timers: { readonly due: number; readonly callback: () => void }[] = [];
  return {
    now: () => time,
    after: (milliseconds, callback) => {
      const timer = { due: time + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (milliseconds) => {
      time += milliseconds;
      const due = timers.filter((timer) => timer.due <= time);
      timers = timers.filter((timer) => timer.due > time);
      for (const timer of due) timer.callback();
    },
    get pending() {
      return timers.length;
    },
  };
}

export const realClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface Bench {
  readonly lazy: Lazy;
  /** The log, header aside. */
  readonly events: SessionEvent[];
}

export function openLazy(solver: Solver, extra: Partial<LazyOptions> = {}): Bench {
  let count = 0;
  const newId = extra.newId ?? (() => `id${(count += 1)}`);
  const clock = extra.clock ?? realClock;
  const history = extra.history ?? openingEvents(problem, 'normal', { clock, newId });
  const events = [...history];
  const append = async (added: readonly SessionEvent[]): Promise<Stored> => {
    // As a file would keep them.
    events.push(...(JSON.parse(JSON.stringify(added)) as SessionEvent[]));
    return { type: 'stored' };
  };
  const lazy = createLazy({ append, timeLimitMs: 5000, ...extra, solver, history, clock, newId });
  return { lazy, events };
}

/** Lets everything that waits for no timer happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function solverOf(next: Solver['next']): Solver {
  return { id: 'counting', next };
}
