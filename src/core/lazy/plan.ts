import type { SessionEvent } from '../session/events.ts';
import { currentBranch, currentStep, remembered, usedMethods } from '../session/select.ts';
import type { Branch, RevealedStep, SessionState } from '../session/state.ts';
import type { Grain, Problem, Step } from '../session/step.ts';
import type { StepRequest } from '../solve/solver.ts';
import type { LazyOptions } from './lazy.ts';
import type { Outcome } from './outcome.ts';

export type Refusal = Extract<Outcome, { type: 'stuck' }>;

/** What a press comes to, as far as the session alone can tell. */
export type Plan =
  | { readonly type: 'refuse'; readonly refusal: Refusal }
  /** It was revealed before: nothing is computed. */
  | {
      readonly type: 'recall';
      readonly step: RevealedStep;
      readonly index: number;
      readonly events: readonly SessionEvent[];
    }
  | { readonly type: 'force'; readonly target: Target };

/** A step to be asked for, and what is to be recorded together with it. */
export interface Target {
  readonly problem: Problem;
  readonly prefix: readonly RevealedStep[];
  readonly branch: string;
  /** The branch itself, where the step begins one: it exists only once it has a step. */
  readonly created: readonly SessionEvent[];
  readonly request: StepRequest;
  /** Says why an otherwise good step is no answer to this gesture. */
  readonly refuse?: ((step: Step) => Refusal | undefined) | undefined;
}

export type PlanTools = Pick<LazyOptions, 'clock' | 'newId' | 'solver'>;

const nothingYet = stuck('There is nothing to work on yet.');
const answered = stuck('The last step already answered the question.');
const notFiner = stuck('This step has no smaller steps.');

/** The beginning of a new session's log. */
export function openingEvents(
  problem: Problem,
  grain: Grain,
  tools: Pick<PlanTools, 'clock' | 'newId'>,
): SessionEvent[] {
  const at = tools.clock.now();
  const opening: SessionEvent[] = [{ type: 'problemSet', at, problem, branch: tools.newId() }];
  if (grain !== 'normal') opening.push({ type: 'grainChanged', at, grain });
  return opening;
}

export function planNext(session: SessionState, method: string | undefined, tools: PlanTools): Plan {
  const branch = currentBranch(session);
  if (branch === undefined || session.problem === undefined) return nothingYet;
  const index = session.index + 1;
  const known = branch.steps[index];
  if (known !== undefined) {
    return {
      type: 'recall',
      step: known,
      index,
      events: [{ type: 'moved', at: tools.clock.now(), index, by: 'forward' }],
    };
  }
  if (branch.steps.at(-1)?.step.final !== undefined) return answered;
  const request = requestAtTip(session, branch, method);
  const target: Target = { problem: session.problem, prefix: branch.steps, branch: branch.id, created: [], request };
  return recallOrForce(session, target, tools);
}

/** What the next press asks for at the end of a branch. */
export function requestAtTip(session: SessionState, branch: Branch, method?: string): StepRequest {
  const isFirstOwn = branch.from !== undefined && branch.steps.length === branch.from.index + 1;
  return {
    grain: (isFirstOwn ? branch.grain : undefined) ?? session.grain,
    method: method ?? (isFirstOwn ? branch.method : undefined),
    avoid: branch.avoid,
  };
}

/** A branch that follows none of the methods that were followed from there, or the method that is named. */
export function planOtherWay(
  session: SessionState,
  wanted: { readonly from: 'start' | 'current'; readonly method: string | undefined },
  tools: PlanTools,
): Plan {
  const branch = currentBranch(session);
  // With nothing revealed there is nothing to be different from.
  if (branch === undefined || branch.steps.length === 0) return planNext(session, wanted.method, tools);
  const prefix = wanted.from === 'start' ? [] : branch.steps.slice(0, session.index + 1);
  if (prefix.at(-1)?.step.final !== undefined) return answered;
  const avoid = wanted.method === undefined ? usedMethods(session, prefix) : [];
  return planBranch(session, branch, prefix, { avoid, method: wanted.method, grain: undefined }, tools);
}

/** The current step once more, at the finest grain. */
export function planSplit(session: SessionState, tools: PlanTools): Plan {
  const branch = currentBranch(session);
  const current = currentStep(session);
  if (branch === undefined || current === undefined) return stuck('There is no step to split yet.');
  const { method, cursor } = current.step.source;
  const refuse = (step: Step): Refusal | undefined => {
    const isSame = step.text === current.step.text && step.latex === current.step.latex;
    const isAsFar = cursor !== undefined && step.source.cursor === cursor;
    return isSame || isAsFar ? notFiner.refusal : undefined;
  };
  const prefix = branch.steps.slice(0, session.index);
  return planBranch(session, branch, prefix, { avoid: [], method, grain: 'fine', refuse }, tools);
}

interface Wanted {
  readonly avoid: readonly string[];
  readonly method: string | undefined;
  readonly grain: Grain | undefined;
  readonly refuse?: ((step: Step) => Refusal | undefined) | undefined;
}

function planBranch(
  session: SessionState,
  from: Branch,
  prefix: readonly RevealedStep[],
  wanted: Wanted,
  tools: PlanTools,
): Plan {
  if (session.problem === undefined) return nothingYet;
  const branch = tools.newId();
  const created: SessionEvent = {
    type: 'branchCreated',
    at: tools.clock.now(),
    branch,
    from: { branch: from.id, index: prefix.length - 1 },
    avoid: [...wanted.avoid],
    method: wanted.method,
    grain: wanted.grain,
  };
  const request: StepRequest = { grain: wanted.grain ?? session.grain, method: wanted.method, avoid: wanted.avoid };
  const target: Target = {
    problem: session.problem,
    prefix,
    branch,
    created: [created],
    request,
    refuse: wanted.refuse,
  };
  return recallOrForce(session, target, tools);
}

function recallOrForce(session: SessionState, target: Target, tools: PlanTools): Plan {
  const step = remembered(session, target.prefix, target.request, tools.solver.id);
  if (step === undefined) return { type: 'force', target };
  const refusal = target.refuse?.(step.step);
  if (refusal !== undefined) return { type: 'refuse', refusal };
  // The branch in sight that already goes this way is shown again, instead of a copy of it.
  const index = target.prefix.length;
  const same =
    target.created.length === 0
      ? undefined
      : session.branches.find((branch) => branch.retired === undefined && branch.steps[index]?.id === step.id);
  const at = tools.clock.now();
  const events: SessionEvent[] =
    same === undefined
      ? [...target.created, { type: 'stepRecalled', at, branch: target.branch, index, id: step.id }]
      : [{ type: 'branchSwitched', at, branch: same.id, index }];
  return { type: 'recall', step, index, events };
}

function stuck(detail: string): { readonly type: 'refuse'; readonly refusal: Refusal } {
  return { type: 'refuse', refusal: { type: 'stuck', reason: 'nothing-to-do', detail } };
}
