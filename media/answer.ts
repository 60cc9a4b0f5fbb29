import type { StepCard } from '../src/core/protocol/panel.ts';
import { element, icon } from './dom.ts';
import { t } from './strings.ts';
import { typeset } from './typeset.ts';

/** The final answer. One that no exact check confirmed looks different before a word of it is read. */
export function drawAnswer(answer: NonNullable<StepCard['answer']>): HTMLElement {
  const isVerified = answer.isVerified;
  return element(
    'div',
    { class: `answer ${isVerified ? 'isVerified' : 'isUnverified'}` },
    element(
      'div',
      { class: 'answerHead' },
      element('span', { class: 'answerLabel' }, t('answer')),
      element(
        'span',
        { class: `badge ${isVerified ? 'proved' : 'unknown'}` },
        icon(isVerified ? 'verified-filled' : 'question'),
        element('span', { class: 'badgeLabel' }, t(isVerified ? 'verified' : 'notVerified')),
      ),
    ),
    element(
      'div',
      { class: 'answerLine scroller' },
      answer.latex === undefined
        ? element('span', { class: 'answerText', dir: 'auto' }, answer.text)
        : typeset(answer.latex, true),
    ),
  );
}
