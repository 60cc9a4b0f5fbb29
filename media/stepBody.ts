import type { StepCard } from '../src/core/protocol/panel.ts';
import { actionIcons, cardActions } from './actions.ts';
import { drawAnswer } from './answer.ts';
import { drawBadge } from './badge.ts';
import { element, icon } from './dom.ts';
import { markdown } from './markdown.ts';
import type { PanelContext } from './panelContext.ts';
import { t } from './strings.ts';
import { typeset } from './typeset.ts';

/** A step in full: what is done, the line that results, why, and at its foot how it was checked. */
export function drawOpenBody(card: StepCard, context: PanelContext): HTMLElement {
  const { answer } = card;
  // A last line that is the answer stands once, as the answer.
  const isLineTheAnswer = answer?.latex !== undefined && answer.latex.trim() === card.latex?.trim();
  return element(
    'div',
    { class: 'cardBody' },
    prose('stepText', card.text),
    card.latex === undefined || isLineTheAnswer
      ? undefined
      : element('div', { class: 'stepLine scroller' }, typeset(card.latex, true)),
    card.why === undefined ? undefined : prose('stepWhy', card.why),
    answer === undefined ? undefined : drawAnswer(answer, card.badge),
    drawFoot(card, context),
  );
}

/** All buttons are drawn; the style sheet shows the ones that the panel's `data-actions` allows. */
function drawFoot(card: StepCard, context: PanelContext): HTMLElement {
  const tools = element('span', { class: 'cardTools' });
  for (const action of cardActions) {
    tools.append(
      element(
        'button',
        {
          class: 'iconButton',
          type: 'button',
          title: t(action),
          'aria-label': t(action),
          'data-action': action,
          onClick: (event) => {
            event.stopPropagation();
            context.act(action, card.index);
          },
        },
        icon(actionIcons[action]),
      ),
    );
  }
  return element(
    'div',
    { class: 'cardFoot' },
    // The badge of a last step stands with its answer.
    card.answer === undefined ? drawBadge(card.badge) : undefined,
    card.isInserted ? element('span', { class: 'quiet' }, icon('check'), t('inserted')) : undefined,
    card.author === 'builtin' ? undefined : element('span', { class: 'quiet author' }, authorName(card.author)),
    tools,
  );
}

/** A step in one line: the mathematics, and what was done as far as there is room. */
export function drawFoldedBody(card: StepCard): HTMLElement {
  const words = element('span', { class: 'foldedText' });
  words.append(markdown(card.text));
  return element(
    'div',
    { class: 'foldedBody' },
    card.latex === undefined ? undefined : element('span', { class: 'foldedLine' }, typeset(card.latex, false)),
    words,
  );
}

export function prose(name: string, text: string): HTMLElement {
  const drawn = element('div', { class: `prose scroller ${name}`, dir: 'auto' });
  drawn.append(markdown(text));
  return drawn;
}

export function authorName(author: string): string {
  if (author === 'builtin') return t('byBuiltin');
  if (author === 'model') return t('byModel');
  if (author === 'oracle') return t('byOracle');
  if (author === 'learner') return t('byLearner');
  return author;
}
