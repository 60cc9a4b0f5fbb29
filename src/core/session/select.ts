import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import type { Branch, RevealedStep, SessionState } from './state.ts';
import { findBranch } from './state.ts';

/** The branch that is shown; undefined before there is a problem. */
export function currentBranch(state: SessionState): Branch | undefined {
  return findBranch(state, state.branch);
}

/** The current step; undefined at the problem itself. */
export function currentStep(state: SessionState): RevealedStep | undefined {
  return state.index < 0 ? undefined : currentBranch(state)?.steps[state.index];
}

/** The steps of the current branch, those past the current one (after a step back) included. */
export function branchSteps(state: SessionState): readonly RevealedStep[] {
  return currentBranch(state)?.steps ?? [];
}

/** The branches that a person can switch to: not those of before a restart. */
export function visibleBranches(state: SessionState): readonly Branch[] {
  return state.branches.filter((branch) => branch.retired === undefined);
}

/** The problem with the steps up to the current one; undefined before there is a problem. */
export function partialSolution(state: SessionState): PartialSolution | undefined {
  if (state.problem === undefined) return undefined;
  const steps = branchSteps(state).slice(0, state.index + 1);
  return { problem: state.problem, steps: steps.map(({ step }) => step) };
}

/** The current step carries the final answer, or the learner said that this is done. */
export function isDone(state: SessionState): boolean {
  return state.isMarkedDone || currentStep(state)?.step.final !== undefined;
}

/** The current step, or one before it, was inserted into a document. */
export function isInserted(state: SessionState, stepId: string): boolean {
  return state.insertions.some((insertion) => insertion.steps.includes(stepId));
}

/** Methods that were followed right after the given steps, on any branch in sight, and the one that leads to them. */
export function usedMethods(state: SessionState, prefix: readonly RevealedStep[]): readonly string[] {
  const next = visibleBranches(state)
    .filter((branch) => startsWith(branch, prefix))
    .map((branch) => branch.steps[prefix.length]);
  const methods = [prefix.at(-1), ...next].map((step) => step?.step.source.method);
  return [...new Set(methods.filter((method) => method !== undefined))];
}

/** The step that already answered this very request after these very steps, whichever branch it is on. */
export function remembered(
  state: SessionState,
  prefix: readonly RevealedStep[],
  request: StepRequest,
  solver: string,
): RevealedStep | undefined {
  const key = requestKey(request);
  for (const branch of state.branches) {
    if (branch.retired === 'problem-changed' || !startsWith(branch, prefix)) continue;
    const next = branch.steps[prefix.length];
    if (next?.request === undefined || next.step.source.solver !== solver) continue;
    if (requestKey(next.request) === key) return next;
  }
  return undefined;
}

export function requestKey(request: StepRequest): string {
  return JSON.stringify([request.grain, request.method ?? null, [...request.avoid].sort()]);
}

function startsWith(branch: Branch, prefix: readonly RevealedStep[]): boolean {
  return prefix.every((step, index) => branch.steps[index]?.id === step.id);
}
