import type { Badge, StepCard } from '../src/core/protocol/panel.ts';
import { drawBadge } from './badge.ts';
import { element } from './dom.ts';
import { t } from './strings.ts';
import { typeset } from './typeset.ts';

/** The final answer. One that no exact check confirmed looks different before a word of it is read. */
export function drawAnswer(answer: NonNullable<StepCard['answer']>, badge: Badge): HTMLElement {
  const isVerified = answer.isVerified;
  return element(
    'div',
    { class: `answer ${isVerified ? 'isVerified' : 'isUnverified'}` },
    element(
      'div',
      { class: 'answerHead' },
      element('span', { class: 'answerLabel' }, t('answer')),
      drawBadge({
        ...badge,
        kind: shownKind(answer.isVerified, badge.kind),
        label: `${t(isVerified ? 'verified' : 'notVerified')} · ${badge.label}`,
      }),
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

/** A step may be valid by agreement at points; an answer with a tick would claim more than that. */
function shownKind(isVerified: boolean, kind: Badge['kind']): Badge['kind'] {
  return isVerified || kind === 'invalid' ? kind : 'unknown';
}
