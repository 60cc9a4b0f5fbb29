import type { Problem, Step } from '../../src/core/session/step.ts';
import type { SolverEvent } from '../../src/core/solve/solver.ts';
import { isVerified } from '../../src/core/solve/verdicts.ts';
import { createWorkerSolver, type WorkerSolver } from '../../src/system/workerSolver.ts';
import { type Evidence, seededRandom } from './evidence.ts';
import { mutate } from './support/mutate.ts';

const problems = 10_000;
const mostPresses = 12;
const timeLimitMs = 5_000;
/** A press may end this much after its limit: the worker has to be ended and that takes a moment. */
const graceMs = 2_000;

interface Counts {
  answered: number;
  verified: number;
  unfinished: number;
  stuck: number;
  outOfTime: number;
  presses: number;
}

/** Mutated problems through the real worker: nothing may throw, hang, die or be called verified without a check. */
export const evidence: Evidence = {
  name: 'fuzz',
  title: 'Mutated problems',
  isFitForTests: true,
  timeoutMs: 40 * 60_000,
  async run(context) {
    const count = Math.round(problems * context.fraction);
    const random = seededRandom(context.seed);
    const texts = Array.from({ length: count }, () => mutate(random));
    const counts: Counts = { answered: 0, verified: 0, unfinished: 0, stuck: 0, outOfTime: 0, presses: 0 };
    const failures: string[] = [];
    let next = 0;
    const runOne = async (solver: WorkerSolver): Promise<void> => {
      for (let index = next++; index < texts.length && !context.signal.aborted; index = next++) {
        const text = texts[index] ?? '';
        const fault = await press(solver, text, counts);
        if (fault !== undefined) {
          failures.push(`${fault}: ${JSON.stringify(text).slice(0, 300)}`);
          context.log(failures.at(-1) ?? '');
        }
      }
    };
    const solvers = [1, 2].map(() => createWorkerSolver({ timeLimitMs }));
    await Promise.all(solvers.map(runOne));
    await Promise.all(solvers.map((solver) => solver.terminate()));
    if (context.signal.aborted)
      failures.push(`the time was over after ${next.toString()} of ${count.toString()} problems`);
    const rows = [
      [count, counts.answered, counts.verified, counts.stuck, counts.unfinished, counts.outOfTime, failures.length],
    ];
    const columns = [
      'problems',
      'answered',
      'verified',
      'stuck, with a reason',
      `more than ${mostPresses.toString()} presses`,
      'out of time',
      'faults',
    ];
    return { status: 'ran', tables: [{ title: 'Mutated problems', columns, rows }], failures };
  },
};

/** Presses to the end. @returns what must never happen, in words, where it happened */
async function press(solver: WorkerSolver, text: string, counts: Counts): Promise<string | undefined> {
  const problem: Problem = { text, title: 'fuzz', format: 'markdown' };
  const steps: Step[] = [];
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const start = performance.now();
    const ends: SolverEvent[] = [];
    try {
      const events = solver.next({ problem, steps }, { grain: 'normal', avoid: [] }, new AbortController().signal);
      for await (const event of events) if (event.type !== 'progress' && event.type !== 'partialText') ends.push(event);
    } catch (error) {
      return `threw ${error instanceof Error ? error.message : String(error)}`;
    }
    counts.presses += 1;
    const tookMs = performance.now() - start;
    const [end] = ends;
    if (end === undefined || ends.length > 1) return `ended in ${ends.length.toString()} ways`;
    if (tookMs > timeLimitMs + graceMs) return `took ${Math.round(tookMs).toString()} ms`;
    if (end.type === 'failed' && end.reason === 'timed-out') {
      counts.outOfTime += 1;
      return undefined;
    }
    if (end.type === 'failed' || end.type === 'cancelled')
      return end.type === 'failed' ? `failed (${end.reason}, ${end.detail})` : 'cancelled by nobody';
    if (end.type === 'stuck') {
      counts.stuck += 1;
      return end.detail.trim() === '' ? 'stuck without a reason' : undefined;
    }
    if (end.type !== 'step') return `ended with ${end.type}`;
    steps.push(end.step);
    const fault = faultOf(end.step);
    if (fault !== undefined) return fault;
    if (end.step.final === undefined) continue;
    counts.answered += 1;
    if (end.step.final.isVerified) counts.verified += 1;
    return undefined;
  }
  counts.unfinished += 1;
  return undefined;
}

function faultOf(step: Step): string | undefined {
  if (step.verdict.kind === 'invalid') return 'a refuted step was shown';
  if (step.text.trim() === '') return 'a step says nothing';
  if (step.final?.isVerified === true && !isVerified(step.verdict)) return 'an unverified answer was called verified';
  return undefined;
}
