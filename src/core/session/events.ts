import type { StepRequest } from '../solve/solver.ts';
import type { WorkedExample } from '../teach/hint.ts';
import type { Cost, Grain, Problem, ProblemOrigin, Step, Verdict } from './step.ts';

/** How a press ended that revealed nothing. Reasons are text here, so that one that came later can still be read. */
export type Ending =
  | { readonly type: 'stuck' | 'failed'; readonly reason: string; readonly detail: string }
  | { readonly type: 'cancelled' };

/**
 * One record of a session's log. `at`: milliseconds since 1970. `index`: 0-based along a branch; -1 is the problem itself.
 * Later kinds are added without a new version of the file: a reader keeps and ignores what it doesn't know.
 */
export type SessionEvent = { readonly at: number } & (
  | ProblemSet
  | StepForced
  | StepRevealed
  | StepRecalled
  | ForceEnded
  | BranchCreated
  | { readonly type: 'branchSwitched'; readonly branch: string; readonly index: number }
  | { readonly type: 'moved'; readonly index: number; readonly by: 'back' | 'forward' | 'jump' }
  /** What was in sight is put away, and an empty branch begins. */
  | { readonly type: 'restarted'; readonly branch: string }
  | { readonly type: 'grainChanged'; readonly grain: Grain }
  /** The learner says so. */
  | { readonly type: 'doneMarked'; readonly isDone: boolean }
  | { readonly type: 'renamed'; readonly title: string }
  /** The problem's text moved in its document. */
  | { readonly type: 'reanchored'; readonly origin: ProblemOrigin }
  | MessageSaid
  | HintGiven
  | LineChecked
  | StepsInserted
);

export type EventType = SessionEvent['type'];

/** A problem and the empty branch on which its solution begins. A different text begins anew. */
interface ProblemSet {
  readonly type: 'problemSet';
  readonly problem: Problem;
  readonly branch: string;
}

/** A press that asks a solver. */
interface StepForced {
  readonly type: 'stepForced';
  readonly force: string;
  readonly branch: string;
  readonly index: number;
  readonly solver: string;
  readonly request: StepRequest;
}

interface StepRevealed {
  readonly type: 'stepRevealed';
  readonly force: string;
  readonly branch: string;
  readonly index: number;
  readonly id: string;
  readonly step: Step;
}

/** A step that was revealed before, on another branch, is the next one here too: no solver was asked. */
interface StepRecalled {
  readonly type: 'stepRecalled';
  readonly branch: string;
  readonly index: number;
  readonly id: string;
}

interface ForceEnded {
  readonly type: 'forceEnded';
  readonly force: string;
  readonly ending: Ending;
  readonly cost?: Cost | undefined;
}

interface BranchCreated {
  readonly type: 'branchCreated';
  readonly branch: string;
  /** It shares the steps of that branch up to and with that index. */
  readonly from: { readonly branch: string; readonly index: number };
  readonly avoid: readonly string[];
  readonly method?: string | undefined;
  /** Of its first own step only. */
  readonly grain?: Grain | undefined;
}

/** A question, an answer or a remark of the conversation about a step; it never advances the solution. */
interface MessageSaid {
  readonly type: 'messageSaid';
  readonly id: string;
  readonly author: 'learner' | 'tutor';
  readonly text: string;
  readonly branch: string;
  readonly index: number;
}

interface HintGiven {
  readonly type: 'hintGiven';
  readonly branch: string;
  readonly index: number;
  readonly level: number;
  readonly text: string;
  readonly example?: WorkedExample | undefined;
}

/** A line that the learner wrote after the step at `index`. */
interface LineChecked {
  readonly type: 'lineChecked';
  readonly branch: string;
  readonly index: number;
  readonly line: string;
  readonly verdict: Verdict;
}

/** Steps (their ids) that now stand in a document, in the range that they took there (UTF-16 offsets). */
interface StepsInserted {
  readonly type: 'stepsInserted';
  readonly steps: readonly string[];
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}
