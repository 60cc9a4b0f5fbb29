/**
 * Thunk as a library: the next checked step of a problem, and only the next.
 *
 *     import { builtinSolver, lazy } from 'thunk';
 *     const solver = builtinSolver();
 *     const session = lazy(solver, 'Solve 3(x - 2) = 2x + 5');
 *     const outcome = await session.next();
 *     if (outcome.type === 'step') console.log(outcome.step.step.text);
 *     await solver.terminate();
 *
 *     const checker = mathChecker();
 *     const result = await checker.ask({ type: 'work', work: { lines: ['x^2 = x', 'x = 1'] } });
 *     if (result.type === 'work') console.log(result.judgement.firstError); // 1: x = 0 is lost
 *     await checker.terminate();
 */
import { createLazy } from './core/lazy/createLazy.ts';
import type { Lazy, LazyOptions } from './core/lazy/lazy.ts';
import { openingEvents } from './core/lazy/plan.ts';
import type { Grain, Problem } from './core/session/step.ts';
import type { Solver } from './core/solve/solver.ts';
import { problemFromText } from './core/text/problemFromText.ts';
import { newId, systemClock } from './system/systemClock.ts';
import type { WorkerChecker, WorkerCheckerOptions } from './system/workerChecker.ts';
import { createWorkerChecker } from './system/workerChecker.ts';
import type { WorkerSolver, WorkerSolverOptions } from './system/workerSolver.ts';
import { createWorkerSolver } from './system/workerSolver.ts';

export interface LibraryOptions extends Pick<LazyOptions, 'timeLimitMs'> {
  readonly grain?: Grain | undefined;
  /** Keeps the session's events; without it the session lives in memory. */
  readonly append?: LazyOptions['append'];
}

/** A session on a problem (a text, or a Problem with its format and origin): nothing is computed before it is asked for. */
export function lazy(solver: Solver, problem: string | Problem, options: LibraryOptions = {}): Lazy {
  const opened = typeof problem === 'string' ? problemFromText(problem) : problem;
  return createLazy({
    solver,
    history: openingEvents(opened, options.grain ?? 'normal', { clock: systemClock, newId }),
    append: options.append ?? (() => Promise.resolve({ type: 'stored' })),
    clock: systemClock,
    newId,
    timeLimitMs: options.timeLimitMs,
  });
}

/** The built-in exact solver, in a worker that starts with the first press; `terminate()` ends it. */
export function builtinSolver(options: WorkerSolverOptions = {}): WorkerSolver {
  return createWorkerSolver(options);
}

/** Judges lines, compares answers, gives hints, in a thread that starts with the first job; `terminate()` ends it. */
export function mathChecker(options: WorkerCheckerOptions = {}): WorkerChecker {
  return createWorkerChecker(options);
}

export type { Conventions } from './core/check/conventions.ts';
export type { Judgement, LineVerdict, Work } from './core/check/work/judgement.ts';
export type { CheckJob, CheckResult, CheckResultOf } from './core/protocol/checkJob.ts';
export type { BranchOptions, Lazy, LazyState, Note, PressOptions } from './core/lazy/lazy.ts';
export type { Activity, Outcome, StorageReason, Stored } from './core/lazy/outcome.ts';
export type { SessionEvent } from './core/session/events.ts';
export type { Branch, RevealedStep, SessionState } from './core/session/state.ts';
export type {
  Cost,
  FinalAnswer,
  Grain,
  How,
  Mistake,
  Problem,
  ProblemOrigin,
  Provenance,
  Relation,
  Step,
  Verdict,
  VerdictKind,
} from './core/session/step.ts';
export type { CancelSignal } from './core/signal.ts';
export type {
  FailedReason,
  PartialSolution,
  Solver,
  SolverEvent,
  StepRequest,
  StuckReason,
  TerminalEvent,
} from './core/solve/solver.ts';
export type { WorkerChecker, WorkerCheckerOptions } from './system/workerChecker.ts';
export type { WorkerSolver, WorkerSolverOptions } from './system/workerSolver.ts';
