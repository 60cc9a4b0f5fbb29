import type { LazyState } from '../../core/lazy/lazy.ts';
import type { PanelAction, PanelSnapshot, StepCard, ThunkCard } from '../../core/protocol/panel.ts';
import { branchSteps, currentBranch, visibleBranches } from '../../core/session/select.ts';
import type { Branch, RevealedStep, SessionState } from '../../core/session/state.ts';
import type { Problem } from '../../core/session/step.ts';
import { markFormulas } from '../../core/text/markFormulas.ts';
import { endingOf, isAside, isHopeless } from './endingOf.ts';
import { endingWords } from './outcomeWords.ts';
import { type AsideView, nextLevel, panelAside } from './panelAside.ts';
import type { Translate } from './translate.ts';
import { badgeOf } from './verdictWords.ts';

export interface PanelView {
  readonly sessionId: string;
  readonly revision: number;
  /** Name of the file that the problem stands in. */
  readonly place: string | undefined;
  readonly insertedSteps: ReadonlySet<string>;
  readonly canInsert: boolean;
  readonly canTakeOver: boolean;
  readonly notice: string | undefined;
  readonly keys: Readonly<Partial<Record<PanelAction, string>>>;
  /** Absent: nothing beside the solution is offered. */
  readonly aside?: AsideView | undefined;
}

/** What the steps panel shows: a pure function of the session and of what the host knows around it. */
export function panelSnapshot(state: LazyState, view: PanelView, t: Translate): PanelSnapshot {
  const { session } = state;
  const steps = branchSteps(session);
  return {
    version: 1,
    revision: view.revision,
    sessionId: view.sessionId,
    title: session.title,
    place: view.place,
    ...problemOf(session.problem),
    solverLabel: t('built-in · exact'),
    branches: visibleBranches(session).map((branch, order) => branchLabel(branch, order, session, t)),
    steps: steps.map((step, index) => stepCard(step, index, view, t)),
    current: session.index,
    thunk: thunkCard(state, t),
    aside: view.aside === undefined ? undefined : panelAside(session, view.aside, t),
    grain: session.grain,
    actions: allowedActions(state, view),
    footer: footer(state, t),
    notice: view.notice,
    keys: { ...view.keys },
  };
}

const drawn = new WeakMap<Problem, Pick<PanelSnapshot, 'problem' | 'problemFormat'>>();

/** The formulas of a comment or of typed words are typeset as far as they are sure to be formulas. */
function problemOf(problem: Problem | undefined): Pick<PanelSnapshot, 'problem' | 'problemFormat'> {
  if (problem === undefined) return { problem: '' };
  let known = drawn.get(problem);
  if (known === undefined) {
    const marked = problem.format === 'plain' ? markFormulas(problem.text) : undefined;
    known =
      marked === undefined
        ? { problem: problem.text, problemFormat: problem.format }
        : { problem: marked, problemFormat: 'markdown' };
    drawn.set(problem, known);
  }
  return known;
}

export function emptySnapshot(revision: number, keys: PanelView['keys'], t: Translate): PanelSnapshot {
  return {
    version: 1,
    revision,
    sessionId: null,
    title: t('Steps'),
    problem: '',
    solverLabel: t('built-in · exact'),
    branches: [],
    steps: [],
    current: -1,
    thunk: { state: 'closed' },
    grain: 'normal',
    actions: ['openSample'],
    footer: [],
    keys: { ...keys },
  };
}

function stepCard({ id, step }: RevealedStep, index: number, view: PanelView, t: Translate): StepCard {
  const { final } = step;
  return {
    index,
    text: step.text,
    latex: step.latex,
    why: step.why,
    badge: badgeOf(step.verdict, t),
    author: step.source.solver,
    answer: final === undefined ? undefined : { latex: final.latex, text: final.answer, isVerified: final.isVerified },
    isInserted: view.insertedSteps.has(id),
  };
}

function branchLabel(
  branch: Branch,
  order: number,
  session: SessionState,
  t: Translate,
): PanelSnapshot['branches'][number] {
  const own = branch.steps[(branch.from?.index ?? -1) + 1] ?? branch.steps.at(-1);
  const name = own?.step.source.methodName;
  const label = name === undefined ? t('Way {0}', order + 1) : t('by {0}', name.replace(/^by /, ''));
  return { id: branch.id, label, isCurrent: branch.id === session.branch, stepCount: branch.steps.length };
}

function thunkCard(state: LazyState, t: Translate): ThunkCard {
  const { activity, isDone } = state;
  switch (activity.type) {
    case 'thinking':
      return { state: 'thinking', label: activity.detail || t('Working out the next step') };
    case 'checking':
      return { state: 'checking', label: activity.detail || t('Checking the step') };
    case 'streaming':
      return { state: 'streaming', label: activity.detail || t('Writing the step'), text: activity.text };
    case 'idle':
  }
  const ending = endingOf(state);
  const resting = isDone ? 'done' : 'closed';
  if (ending === undefined) return { state: resting };
  if (!isAside(state, ending)) return { state: ending.type, message: endingWords(ending, t) };
  // There is something left to do, though nothing to split.
  const isSaid = ending.reason === 'nothing-to-do' && ending.detail !== '';
  return { state: resting, note: isSaid ? ending.detail : endingWords(ending, t) };
}

function allowedActions(state: LazyState, view: PanelView): PanelAction[] {
  const { activity, session, isDone, canWrite } = state;
  const { index } = session;
  const count = currentBranch(session)?.steps.length ?? 0;
  const isBusy = activity.type !== 'idle';
  const isAtTip = index >= count - 1;
  const hasSteps = index >= 0;
  const hasAside = view.aside !== undefined && canWrite;
  const ending = endingOf(state);
  const isOver = isDone || (ending !== undefined && !isAside(state, ending) && isHopeless(ending));
  const rules: readonly (readonly [PanelAction, boolean])[] = [
    ['cancel', isBusy],
    ['next', !isAtTip || (!isOver && canWrite)],
    ['forward', !isAtTip],
    ['back', hasSteps],
    ['anotherWay', canWrite && count > 0],
    ['split', canWrite && hasSteps],
    ['insert', hasSteps && view.canInsert],
    ['insertAll', hasSteps && view.canInsert],
    ['copy', hasSteps],
    ['restart', canWrite && count > 0],
    ['revealAll', canWrite && !isOver],
    ['changeGrain', canWrite],
    ['export', true],
    ['hint', hasAside && isAtTip && !isOver && !isBusy && nextLevel(session) !== undefined],
    ['checkMine', hasAside && isAtTip && !isDone],
    ['anotherProblem', view.aside !== undefined],
    ['openProblem', view.place !== undefined],
    ['takeOver', view.canTakeOver],
  ];
  return rules.flatMap(([action, isAllowed]) => (isAllowed ? [action] : []));
}

function footer({ session }: LazyState, t: Translate): string[] {
  const shown = branchSteps(session).slice(0, session.index + 1);
  if (shown.length === 0) return [];
  const kinds = shown.map(({ step }) => step.verdict.kind);
  const count = (...wanted: string[]): number => kinds.filter((kind) => wanted.includes(kind)).length;
  const lines = [shown.length === 1 ? t('1 step shown') : t('{0} steps shown', shown.length)];
  const checked = count('proved', 'valid');
  if (checked > 0) lines.push(t('{0} checked', checked));
  if (count('invalid') > 0) lines.push(t('{0} wrong', count('invalid')));
  const tokens = shown.reduce((sum, { step }) => sum + step.cost.freshTokens + step.cost.generatedTokens, 0);
  if (tokens > 0) lines.push(t('{0} tokens', tokens));
  return lines;
}
