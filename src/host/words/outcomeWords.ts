import type { Outcome } from '../../core/lazy/outcome.ts';
import type { Ending } from '../../core/session/events.ts';
import type { Translate } from './translate.ts';

/** Why a press revealed nothing: what failed, in its own words, and what to do next. Markdown. */
export function endingWords(
  ending: Exclude<Ending, { type: 'cancelled' }> | Extract<Outcome, { type: 'stuck' | 'failed' }>,
  t: Translate,
): string {
  return [firstSentence(ending, t), ending.detail].filter((part) => part !== '').join(' ');
}

function firstSentence({ type, reason }: { type: 'stuck' | 'failed'; reason: string }, t: Translate): string {
  if (type === 'stuck') {
    switch (reason) {
      case 'no-other-way':
        return t('I know no other way from here.');
      case 'nothing-to-do':
        return t('There is nothing left to do here.');
      case 'out-of-time':
        return t("I can't do this one by myself: it takes too long.");
      case 'out-of-memory':
      case 'too-large':
        return t("I can't do this one by myself: it is too large.");
      case 'not-understood':
        return t("I can't do this one by myself: I don't understand it.");
      default:
        return t("I can't do this one by myself.");
    }
  }
  switch (reason) {
    case 'storage':
      return t('The step could not be stored, so it is not shown.');
    case 'worker-died':
      return t('The solver stopped unexpectedly. It is started anew at the next press.');
    case 'timed-out':
      return t('The solver did not answer in time.');
    case 'unreachable':
      return t('The solver could not be reached.');
    default:
      return t('Something went wrong in the solver.');
  }
}
