import type { StepRequest } from '../solve/solver.ts';
import type { WorkedExample } from '../teach/hint.ts';
import type { Ending, SessionEvent } from './events.ts';
import type { Grain, Problem, ProblemOrigin, Step, Verdict } from './step.ts';

/** A step with its place in memory. Branches that share a beginning share these very objects. */
export interface RevealedStep {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly step: Step;
  /** What was asked when it was computed; absent when that was not recorded. */
  readonly request: StepRequest | undefined;
}

/** One line through the tree of steps, from the problem to its tip. */
export interface Branch {
  readonly id: string;
  /** The last step that it shares with the branch that it left; absent on a first one. */
  readonly from: { readonly branch: string; readonly index: number } | undefined;
  /** Shared and own ones, in order. */
  readonly steps: readonly RevealedStep[];
  /** Methods that other branches already follow from the same place. */
  readonly avoid: readonly string[];
  readonly method: string | undefined;
  /** Grain of its first own step, where that differs from the session's. */
  readonly grain: Grain | undefined;
  /** Out of sight since a restart or a change of the problem; kept as memory. */
  readonly retired: 'restarted' | 'problem-changed' | undefined;
}

export interface Message {
  readonly id: string;
  readonly at: number;
  readonly author: 'learner' | 'tutor';
  readonly text: string;
  readonly branch: string;
  /** The step that it is about. */
  readonly index: number;
}

export interface Hint {
  readonly branch: string;
  readonly index: number;
  readonly level: number;
  readonly text: string;
  readonly example?: WorkedExample | undefined;
}

export interface CheckedLine {
  readonly branch: string;
  readonly index: number;
  readonly line: string;
  readonly verdict: Verdict;
}

export interface Insertion {
  readonly steps: readonly string[];
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** What the log of a session amounts to. Immutable; parts that an event doesn't touch are shared with the state before it. */
export interface SessionState {
  readonly problem: Problem | undefined;
  readonly title: string;
  readonly grain: Grain;
  readonly branches: readonly Branch[];
  /** Id of the current branch; empty before there is a problem. */
  readonly branch: string;
  /** The current step on it; -1 is the problem itself. */
  readonly index: number;
  /** How the last press ended, when it revealed nothing. */
  readonly ending: Ending | undefined;
  /** The last press. Open: its end is not recorded, so it runs, or was lost when the process died. */
  readonly force: { readonly id: string; readonly request: StepRequest; readonly isOpen: boolean } | undefined;
  readonly isMarkedDone: boolean;
  readonly messages: readonly Message[];
  readonly hints: readonly Hint[];
  readonly checkedLines: readonly CheckedLine[];
  readonly insertions: readonly Insertion[];
  /** Of the last event, milliseconds since 1970; 0 before the first. */
  readonly changedAt: number;
}

export const emptyState: SessionState = {
  problem: undefined,
  title: '',
  grain: 'normal',
  branches: [],
  branch: '',
  index: -1,
  ending: undefined,
  force: undefined,
  isMarkedDone: false,
  messages: [],
  hints: [],
  checkedLines: [],
  insertions: [],
  changedAt: 0,
};

export function fold(events: Iterable<SessionEvent>, start: SessionState = emptyState): SessionState {
  let state = start;
  for (const event of events) state = applyEvent(state, event);
  return state;
}

/** Total: an event that doesn't fit the state (an unknown branch, a step out of order) changes nothing but the time. */
export function applyEvent(before: SessionState, event: SessionEvent): SessionState {
  const state: SessionState = { ...before, changedAt: event.at };
  switch (event.type) {
    case 'problemSet':
      return setProblem(state, event.problem, event.branch);
    case 'stepForced':
      return { ...state, force: { id: event.force, request: event.request, isOpen: true }, ending: undefined };
    case 'stepRevealed':
      return reveal(state, event);
    case 'stepRecalled':
      return recall(state, event);
    case 'forceEnded':
      return endForce(state, event);
    case 'branchCreated':
      return createBranch(state, event);
    case 'branchSwitched':
      return findBranch(state, event.branch) === undefined ? state : moveTo(state, event.branch, event.index);
    case 'moved':
      return moveTo(state, state.branch, event.index);
    case 'restarted':
      return hasBranch(state, event.branch) ? state : startOver(state, event.branch, 'restarted');
    case 'grainChanged':
      return { ...state, grain: event.grain };
    case 'doneMarked':
      return { ...state, isMarkedDone: event.isDone };
    case 'renamed':
      return { ...state, title: event.title };
    case 'reanchored':
      return reanchor(state, event.origin);
    case 'messageSaid':
      return { ...state, messages: [...state.messages, event] };
    case 'hintGiven':
      return { ...state, hints: [...state.hints, event] };
    case 'lineChecked':
      return { ...state, checkedLines: [...state.checkedLines, event] };
    case 'stepsInserted':
      return { ...state, insertions: [...state.insertions, event] };
  }
}

export function findBranch(state: SessionState, id: string): Branch | undefined {
  return state.branches.find((branch) => branch.id === id);
}

function hasBranch(state: SessionState, id: string): boolean {
  return findBranch(state, id) !== undefined;
}

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

function setProblem(state: SessionState, problem: Problem, branch: string): SessionState {
  const isSame = state.problem?.text === problem.text;
  if (isSame || hasBranch(state, branch)) return { ...state, problem };
  return startOver({ ...state, problem, title: problem.title }, branch, 'problem-changed');
}

function startOver(state: SessionState, id: string, retired: 'restarted' | 'problem-changed'): SessionState {
  const fresh: Branch = {
    id,
    from: undefined,
    steps: [],
    avoid: [],
    method: undefined,
    grain: undefined,
    retired: undefined,
  };
  const old = state.branches.map((branch) => ({
    ...branch,
    retired: retired === 'problem-changed' ? retired : (branch.retired ?? retired),
  }));
  return { ...state, branches: [...old, fresh], branch: id, index: -1, ending: undefined, isMarkedDone: false };
}

function reveal(state: SessionState, event: EventOf<'stepRevealed'>): SessionState {
  const force = state.force?.id === event.force ? { ...state.force, isOpen: false } : undefined;
  const step: RevealedStep = { id: event.id, at: event.at, step: event.step, request: force?.request };
  const extended = extend(state, event.branch, event.index, step);
  return extended === state ? state : { ...extended, force };
}

function recall(state: SessionState, event: EventOf<'stepRecalled'>): SessionState {
  for (const branch of state.branches) {
    const known = branch.steps.find((step) => step.id === event.id);
    if (known !== undefined) return extend(state, event.branch, event.index, known);
  }
  return state;
}

function extend(state: SessionState, id: string, index: number, step: RevealedStep): SessionState {
  const branch = findBranch(state, id);
  if (branch?.steps.length !== index) return state;
  // Nothing comes after the answer.
  if (branch.steps.at(-1)?.step.final !== undefined) return state;
  const extended: Branch = { ...branch, steps: [...branch.steps, step] };
  const branches = state.branches.map((other) => (other.id === id ? extended : other));
  return { ...state, branches, branch: id, index, ending: undefined };
}

function endForce(state: SessionState, event: EventOf<'forceEnded'>): SessionState {
  const { force } = state;
  if (force?.id !== event.force) return state;
  if (force.isOpen) return { ...state, force: { ...force, isOpen: false }, ending: event.ending };
  // Cancelled while its step was being stored: the step stays in memory, and nothing is shown.
  if (event.ending.type !== 'cancelled') return state;
  return { ...state, force: undefined, index: Math.max(-1, state.index - 1), ending: event.ending };
}

function createBranch(state: SessionState, event: EventOf<'branchCreated'>): SessionState {
  const from = findBranch(state, event.from.branch);
  if (from === undefined || hasBranch(state, event.branch)) return state;
  const index = Math.min(event.from.index, from.steps.length - 1);
  const created: Branch = {
    id: event.branch,
    from: { branch: from.id, index },
    steps: from.steps.slice(0, index + 1),
    avoid: event.avoid,
    method: event.method,
    grain: event.grain,
    retired: undefined,
  };
  return { ...state, branches: [...state.branches, created], branch: created.id, index, ending: undefined };
}

function moveTo(state: SessionState, id: string, wanted: number): SessionState {
  const branch = findBranch(state, id);
  if (branch === undefined) return state;
  const index = Math.max(-1, Math.min(wanted, branch.steps.length - 1));
  return { ...state, branch: id, index, ending: undefined };
}

function reanchor(state: SessionState, origin: ProblemOrigin): SessionState {
  return state.problem === undefined ? state : { ...state, problem: { ...state.problem, origin } };
}
