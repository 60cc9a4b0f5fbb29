import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element, setAttribute, setChildren } from './dom.ts';
import type { PanelContext } from './panelContext.ts';
import type { CardPlace } from './stepCard.ts';
import { StepView } from './stepCard.ts';
import { t } from './strings.ts';

/** The last steps stay open; older ones fold to a line. */
const stayOpen = 3;
/** Cards that are drawn at once, so that what is on screen first never flickers in. */
const drawnAtOnce = 8;

/** All revealed steps, keyed by their place: a card that did not change is not touched. */
export class StepList {
  readonly element = element('ol', { class: 'steps' });
  readonly #views: StepView[] = [];
  readonly #unfolded: Set<number>;
  readonly #context: PanelContext;
  readonly #keepFolding: (unfolded: readonly number[]) => void;
  readonly #near = new IntersectionObserver((entries) => this.#drawNear(entries), { rootMargin: '600px 0px' });

  constructor(context: PanelContext, unfolded: readonly number[], keepFolding: (unfolded: readonly number[]) => void) {
    this.#context = context;
    this.#unfolded = new Set(unfolded);
    this.#keepFolding = keepFolding;
  }

  update(snapshot: PanelSnapshot): void {
    setAttribute(this.element, 'aria-label', t('steps'));
    for (const view of this.#views.splice(snapshot.steps.length)) {
      this.#near.unobserve(view.element);
      view.dispose();
    }
    for (const [index, step] of snapshot.steps.entries()) {
      const known = this.#views[index];
      const view = known ?? new StepView(step, this.#context, (at) => this.toggleFold(at));
      view.update(step, JSON.stringify(step), this.#placeOf(index, snapshot));
      if (known !== undefined) continue;
      this.#views.push(view);
      if (index >= snapshot.steps.length - drawnAtOnce) view.comeNear();
      else this.#near.observe(view.element);
    }
    setChildren(
      this.element,
      this.#views.map((view) => view.element),
    );
  }

  /** Forgets which cards were opened by hand; for another session. */
  clear(): void {
    this.#unfolded.clear();
    for (const view of this.#views.splice(0)) view.dispose();
  }

  toggleFold(index: number): void {
    if (!this.#unfolded.delete(index)) this.#unfolded.add(index);
    this.#keepFolding([...this.#unfolded]);
    this.update(this.#context.snapshot());
    this.viewAt(index)?.card.focus();
  }

  viewAt(index: number): StepView | undefined {
    return this.#views[index];
  }

  #placeOf(index: number, snapshot: PanelSnapshot): CardPlace {
    const isCurrent = index === snapshot.current;
    const canFold = !isCurrent && index < snapshot.steps.length - stayOpen;
    return {
      isCurrent,
      isAhead: index > snapshot.current,
      canFold,
      isFolded: canFold && !this.#unfolded.has(index),
    };
  }

  #drawNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      this.#near.unobserve(target);
      this.#views[Number((target as HTMLElement).dataset.index)]?.comeNear();
    }
  }
}
