import type { StepCard } from '../src/core/protocol/panel.ts';
import { element, icon, setAttribute, setText } from './dom.ts';
import type { PanelContext } from './panelContext.ts';
import { unwatchScrollers, watchScrollers } from './scrollers.ts';
import { drawFoldedBody, drawOpenBody } from './stepBody.ts';
import { t } from './strings.ts';
import { closeTooltipIn } from './tooltip.ts';

export interface CardPlace {
  readonly isCurrent: boolean;
  /** Revealed earlier and now past the current step. */
  readonly isAhead: boolean;
  /** Old enough to be folded; whether it is, is `isFolded`. */
  readonly canFold: boolean;
  readonly isFolded: boolean;
}

/**
 * One step in the list. The frame (number, card, label) is made at once; what is in it, only when the card comes near
 * the window (`isNear`), and again only when the step itself changes.
 */
export class StepView {
  readonly element: HTMLElement;
  readonly card: HTMLElement;
  readonly #context: PanelContext;
  readonly #chevron: HTMLButtonElement;
  #step: StepCard;
  #place: CardPlace = { isCurrent: false, isAhead: false, canFold: false, isFolded: false };
  #isNear = false;
  #isStop = false;
  #serialized = '';
  #open: HTMLElement | undefined;
  #folded: HTMLElement | undefined;

  constructor(step: StepCard, context: PanelContext, toggleFold: (index: number) => void) {
    this.#context = context;
    this.#step = step;
    this.#chevron = element('button', {
      class: 'chevron iconButton',
      type: 'button',
      onClick: (event) => {
        event.stopPropagation();
        toggleFold(step.index);
      },
    });
    this.card = element('article', { class: 'card', tabindex: -1 });
    this.element = element(
      'div',
      { class: 'step', role: 'listitem', 'data-index': step.index },
      element(
        'div',
        { class: 'rail', 'aria-hidden': 'true' },
        element('span', { class: 'number' }, String(step.index + 1)),
      ),
      this.card,
    );
    this.element.addEventListener('click', () => {
      if (this.#place.isFolded) toggleFold(step.index);
    });
  }

  /** `serialized` tells one step from another: a snapshot's objects are always new. */
  update(step: StepCard, serialized: string, place: CardPlace): void {
    const before = this.#place;
    const isSameStep = serialized === this.#serialized;
    if (isSameStep && isSamePlace(before, place)) return;
    this.#step = step;
    this.#serialized = serialized;
    this.#place = place;
    if (!isSameStep) this.#forget();
    const isDrawnSo = isSameStep && before.isFolded === place.isFolded && before.canFold === place.canFold;
    if (isDrawnSo) this.#mark();
    else this.#draw();
  }

  /** Told by the list, which watches all cards at once. */
  comeNear(): void {
    if (this.#isNear) return;
    this.#isNear = true;
    if (this.#serialized !== '') this.#draw();
  }

  /** Tab leads to one card at a time, and from it to what is in it. */
  setStop(isStop: boolean): void {
    this.#isStop = isStop;
    this.#markStop();
  }

  get isFolded(): boolean {
    return this.#place.isFolded;
  }

  dispose(): void {
    this.#forget();
    this.element.remove();
  }

  #forget(): void {
    unwatchScrollers(this.card);
    this.#open = undefined;
    this.#folded = undefined;
  }

  #draw(): void {
    this.#mark();
    if (!this.#isNear) {
      setText(this.card, this.#step.text);
      return;
    }
    const { isFolded, canFold } = this.#place;
    let body: HTMLElement;
    if (isFolded) body = this.#folded ??= drawFoldedBody(this.#step);
    else {
      this.#open ??= drawOpenBody(this.#step, this.#context);
      body = this.#open;
    }
    if (canFold) {
      this.#chevron.replaceChildren(icon(isFolded ? 'chevron-down' : 'chevron-up'));
      setAttribute(this.#chevron, 'aria-label', t(isFolded ? 'unfold' : 'fold', this.#step.index + 1));
      setAttribute(this.#chevron, 'aria-expanded', String(!isFolded));
    }
    closeTooltipIn(this.card);
    this.card.replaceChildren(body, ...(canFold ? [this.#chevron] : []));
    this.#markStop();
    watchScrollers(this.card);
  }

  #markStop(): void {
    const tabIndex = this.#isStop ? 0 : -1;
    this.card.tabIndex = tabIndex;
    for (const button of this.card.querySelectorAll('button')) button.tabIndex = tabIndex;
  }

  #mark(): void {
    const { isCurrent, isAhead, isFolded } = this.#place;
    const { classList } = this.element;
    classList.toggle('isCurrent', isCurrent);
    classList.toggle('isAhead', isAhead);
    classList.toggle('isFolded', isFolded);
    classList.toggle('isFinal', this.#step.answer !== undefined);
    classList.toggle('isWrong', this.#step.badge.kind === 'invalid');
    setAttribute(this.element, 'data-author', this.#step.author);
    setAttribute(this.element, 'aria-current', isCurrent ? 'step' : undefined);
    const number = this.#step.index + 1;
    const label = isCurrent ? t('currentStep', number) : isAhead ? t('laterStep', number) : t('step', number);
    setAttribute(this.card, 'aria-label', label);
  }
}

function isSamePlace(one: CardPlace, other: CardPlace): boolean {
  return (
    one.isCurrent === other.isCurrent &&
    one.isAhead === other.isAhead &&
    one.canFold === other.canFold &&
    one.isFolded === other.isFolded
  );
}
