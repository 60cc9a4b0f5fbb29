import type { Aside, PanelSnapshot } from '../src/core/protocol/panel.ts';
import { drawBadge } from './badge.ts';
import { element, icon, setAttribute } from './dom.ts';
import { markdown } from './markdown.ts';
import { unwatchScrollers, watchScrollers } from './scrollers.ts';
import { prose } from './stepBody.ts';
import { t } from './strings.ts';
import { typeset } from './typeset.ts';

/**
 * What stands between the last step and the closed card: hints, and the learner's own lines with their verdicts.
 * None of it is a step, and none of it looks like one.
 */
export class AsideView {
  readonly element = element('section', { class: 'aside', tabindex: -1 });
  #drawn = '';

  /** Says whether something was added that wants to be seen. */
  update({ aside }: PanelSnapshot): boolean {
    const key = JSON.stringify(aside && [aside.hints, aside.lines, aside.tip]);
    if (key === this.#drawn) return false;
    const hadMore = this.element.childElementCount;
    this.#drawn = key;
    unwatchScrollers(this.element);
    const parts = aside === undefined ? [] : drawParts(aside);
    this.element.replaceChildren(...parts);
    this.element.hidden = parts.length === 0;
    setAttribute(this.element, 'aria-label', t('hints'));
    watchScrollers(this.element);
    return parts.length > hadMore;
  }
}

function drawParts({ hints, lines, tip }: Aside): HTMLElement[] {
  return [
    ...hints.map(drawHint),
    ...lines.map(drawLine),
    ...(tip === undefined ? [] : [element('p', { class: 'tip quiet' }, icon('info'), tip)]),
  ];
}

function drawHint({ level, text, example }: Aside['hints'][number]): HTMLElement {
  const body = element('div', { class: 'asideBody' }, prose('hintText', text));
  if (example !== undefined) {
    body.append(
      element(
        'div',
        { class: 'example', role: 'group', 'aria-label': t('example') },
        prose('exampleProblem', example.problem),
        element(
          'ol',
          { class: 'exampleSteps' },
          ...example.steps.map((step) =>
            element(
              'li',
              {},
              prose('exampleText', step.text),
              step.latex === undefined
                ? undefined
                : element('div', { class: 'exampleLine scroller' }, typeset(step.latex, true)),
            ),
          ),
        ),
        prose('exampleAnswer', t('exampleAnswer', example.answer)),
      ),
    );
  }
  return element(
    'div',
    { class: 'note hint', 'data-level': level },
    element('div', { class: 'rail', 'aria-hidden': 'true' }, icon('lightbulb')),
    element('div', {}, element('div', { class: 'quiet' }, t('hintLevel', level)), body),
  );
}

function drawLine({ text, latex, badge, message }: Aside['lines'][number]): HTMLElement {
  const words = element('div', { class: 'prose lineMessage', dir: 'auto' });
  words.append(markdown(message));
  return element(
    'div',
    { class: `note ownLine ${badge.kind}` },
    element('div', { class: 'rail', 'aria-hidden': 'true' }, icon('edit')),
    element(
      'div',
      { class: 'asideBody' },
      element('div', { class: 'quiet' }, t('yourLine')),
      latex === undefined
        ? element('div', { class: 'plainText', dir: 'auto' }, text)
        : element('div', { class: 'scroller' }, typeset(latex, true)),
      message === '' ? undefined : words,
      drawBadge(badge),
    ),
  );
}
