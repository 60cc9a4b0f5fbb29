import type { LazyState } from '../../core/lazy/lazy.ts';
import type { Outcome } from '../../core/lazy/outcome.ts';
import type { ChatSnapshot } from '../../core/protocol/chat.ts';
import { currentStep } from '../../core/session/select.ts';
import { ruleOf } from '../../core/solve/rules.ts';
import { endingWords } from './outcomeWords.ts';
import type { Translate } from './translate.ts';

/** What the built-in tutor understands. Only `next` advances, and only when it is said as such. */
export type TutorRequest = 'next' | 'back' | 'why' | 'other';

export function readRequest(message: string): TutorRequest {
  const words = message
    .trim()
    .toLowerCase()
    .replace(/[\s.!?…]+$/, '')
    .replace(/^(?:please|ok|okay|so|and|but)[,\s]+|[,\s]+please$/g, '');
  if (/^(?:the )?next(?: step| one)?$/.test(words)) return 'next';
  if (/^(?:go |step |one step )?back$|^(?:the )?previous(?: step)?$/.test(words)) return 'back';
  if (/^why(?:$| (?:is|are|may|can|do|does|did|so|that|this|not)\b)/.test(words)) return 'why';
  return 'other';
}

/** The reason of this very step, then the rule behind it. Never anything that lies past the step. */
export function whyWords({ session }: LazyState, t: Translate): string {
  const current = currentStep(session);
  if (current === undefined) return t('No step is shown yet. Say "next" for the first one; then ask why.');
  const { step } = current;
  const rule = step.rule === undefined ? undefined : ruleOf(step.rule);
  const general = rule === undefined ? '' : `**${rule.name}.** ${rule.why}`;
  const parts = [step.why ?? '', rule !== undefined && rule.why === step.why ? `**${rule.name}.**` : general];
  const reason = parts.filter((part) => part !== '').join('\n\n');
  return reason === '' ? t('The solver gave no reason for this step.') : reason;
}

export function nextWords(outcome: Outcome, t: Translate): string {
  switch (outcome.type) {
    case 'step': {
      const { text, latex, final } = outcome.step.step;
      const formula = latex === undefined ? '' : `\n\n$$\n${latex}\n$$`;
      const closing = final === undefined ? '' : `\n\n${t('That is the answer.')}`;
      return `${text}${formula}${closing}`;
    }
    case 'stuck':
    case 'failed':
      return endingWords(outcome, t);
    case 'cancelled':
      return t('Cancelled.');
  }
}

export function backWords({ session }: LazyState, t: Translate): string {
  if (session.index < 0) return t('We are back at the problem.');
  return t('We are back at step {0}.', session.index + 1);
}

export function otherWords(state: LazyState, t: Translate): string {
  if (state.isDone) {
    return t(
      'I am the built-in tutor: I know "back" and "why?". For a conversation in your own words I would need a language model.',
    );
  }
  return t(
    'I am the built-in tutor: I know "next", "back" and "why?". For a conversation in your own words I would need a language model, and to judge your own lines a checker of your work.',
  );
}

export interface ChatContext {
  readonly revision: number;
  readonly sessionId: string;
  readonly place: string | undefined;
  readonly isReplying: boolean;
  readonly notice: string | undefined;
}

export function chatSnapshot(state: LazyState, context: ChatContext, t: Translate): ChatSnapshot {
  const { session, activity, canWrite } = state;
  const { place } = context;
  const title = session.title;
  const about =
    session.index < 0
      ? t('About the problem: {0}', title)
      : place === undefined
        ? t('About step {0} of {1}', session.index + 1, title)
        : t('About step {0} of {1}, {2}', session.index + 1, title, place);
  const isAtTip = session.index >= (session.branches.find(({ id }) => id === session.branch)?.steps.length ?? 0) - 1;
  const known: readonly (readonly [string, string, boolean])[] = [
    [t('next'), 'next', !isAtTip || (canWrite && !state.isDone)],
    [t('why?'), 'why?', session.index >= 0],
    [t('back'), 'back', session.index >= 0],
  ];
  return {
    version: 1,
    revision: context.revision,
    sessionId: context.sessionId,
    title,
    about,
    messages: session.messages.map(({ id, author, text, index }) =>
      index < 0 ? { id, author, text } : { id, author, text, stepIndex: index },
    ),
    isBusy: context.isReplying || activity.type !== 'idle',
    suggestions: known.flatMap(([label, message, isAllowed]) => (isAllowed ? [{ label, message }] : [])),
    notice: context.notice,
  };
}

export function emptyChat(revision: number, t: Translate): ChatSnapshot {
  return {
    version: 1,
    revision,
    sessionId: null,
    title: t('Tutor'),
    about: '',
    messages: [],
    isBusy: false,
    suggestions: [],
  };
}
