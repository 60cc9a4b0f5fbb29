import type { LazyState } from '../../core/lazy/lazy.ts';
import { endingOf, isAside } from './endingOf.ts';
import { endingWords } from './outcomeWords.ts';
import type { Translate } from './translate.ts';

/** What the status bar can say; the session decides it, and nothing is remembered in between. */
export type Status =
  | { readonly type: 'hidden' }
  | { readonly type: 'ready'; readonly title: string; readonly steps: number }
  | { readonly type: 'thinking' | 'streaming' | 'checking'; readonly title: string }
  | { readonly type: 'stuck' | 'failed'; readonly title: string; readonly message: string };

export function statusOf(state: LazyState | undefined, t: Translate): Status {
  if (state === undefined) return { type: 'hidden' };
  const { activity, session } = state;
  const { title } = session;
  if (activity.type !== 'idle') return { type: activity.type, title };
  const ending = endingOf(state);
  if (ending !== undefined && !isAside(state, ending)) {
    return { type: ending.type, title, message: endingWords(ending, t) };
  }
  return { type: 'ready', title, steps: session.index + 1 };
}

export function statusText(status: Exclude<Status, { type: 'hidden' }>, t: Translate): string {
  switch (status.type) {
    case 'ready':
      return '$(debug-step-over) Thunk';
    case 'thinking':
      return `$(loading~spin) ${t('Thunk: thinking')}`;
    case 'streaming':
      return `$(loading~spin) ${t('Thunk: writing')}`;
    case 'checking':
      return `$(loading~spin) ${t('Thunk: checking')}`;
    case 'stuck':
      return `$(circle-slash) ${t('Thunk: stuck')}`;
    case 'failed':
      return `$(error) ${t('Thunk: failed')}`;
  }
}

export function statusTooltip(status: Exclude<Status, { type: 'hidden' }>, t: Translate): string {
  switch (status.type) {
    case 'ready':
      return status.steps === 1
        ? t('{0}: 1 step shown. Click for the log.', status.title)
        : t('{0}: {1} steps shown. Click for the log.', status.title, status.steps);
    case 'thinking':
    case 'streaming':
    case 'checking':
      return t('{0}: working on the next step', status.title);
    case 'stuck':
    case 'failed':
      return `${status.title}: ${status.message}`;
  }
}
