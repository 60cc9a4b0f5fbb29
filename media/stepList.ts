import type { PanelSnapshot, StepCard } from '../src/core/protocol/panel.ts';
import { element, setAttribute } from './dom.ts';
import { NearWindow } from './nearWindow.ts';
import type { PanelContext } from './panelContext.ts';
import type { CardPlace } from './stepCard.ts';
import { StepView } from './stepCard.ts';
import { t } from './strings.ts';

/** The last steps stay open; older ones fold to a line. */
const stayOpen = 3;
/** Cards that are drawn at once, so that what is on screen first never flickers in. */
const drawnAtOnce = 8;
/** Steps that the browser lays out, or leaves out, together. */
const perChunk = 40;

/** All revealed steps, keyed by their place: a card that did not change is not touched. */
export class StepList {
  readonly element = element('div', { class: 'steps', role: 'list' });
  readonly #views: StepView[] = [];
  readonly #chunks: HTMLElement[] = [];
  readonly #unfolded: Set<number>;
  readonly #context: PanelContext;
  readonly #keepFolding: (unfolded: readonly number[]) => void;
  readonly #near = new NearWindow((chunk, hasTime) => this.#drawChunk(chunk, hasTime));

  constructor(context: PanelContext, unfolded: readonly number[], keepFolding: (unfolded: readonly number[]) => void) {
    this.#context = context;
    this.#unfolded = new Set(unfolded);
    this.#keepFolding = keepFolding;
  }

  update(snapshot: PanelSnapshot): void {
    setAttribute(this.element, 'aria-label', t('steps'));
    const { steps } = snapshot;
    this.#dropFrom(steps.length);
    for (const [index, step] of steps.entries()) {
      const view = this.#views[index] ?? this.#add(step);
      view.update(step, JSON.stringify(step), this.#placeOf(index, snapshot));
      if (index >= steps.length - drawnAtOnce) view.comeNear();
    }
    for (const [at, chunk] of this.#chunks.entries()) {
      chunk.classList.toggle('isOld', (at + 1) * perChunk <= steps.length - drawnAtOnce);
    }
  }

  /** Forgets which cards were opened by hand; for another session. */
  clear(): void {
    this.#unfolded.clear();
    this.#dropFrom(0);
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

  #add(step: StepCard): StepView {
    const view = new StepView(step, this.#context, (at) => this.toggleFold(at));
    this.#views.push(view);
    const at = Math.floor(step.index / perChunk);
    let chunk = this.#chunks[at];
    if (chunk === undefined) {
      chunk = element('div', { class: 'chunk', role: 'presentation' });
      this.#chunks.push(chunk);
      this.element.append(chunk);
    }
    chunk.append(view.element);
    // Once everything in a chunk was drawn it is watched no longer; now there is something new.
    this.#near.watch(chunk);
    return view;
  }

  #dropFrom(count: number): void {
    for (const view of this.#views.splice(count)) view.dispose();
    for (const chunk of this.#chunks.splice(Math.ceil(count / perChunk))) {
      this.#near.unwatch(chunk);
      chunk.remove();
    }
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

  /** What is nearest to the middle of the window comes first. */
  #drawChunk(chunk: Element, hasTime: () => boolean): boolean {
    const first = this.#chunks.indexOf(chunk as HTMLElement) * perChunk;
    if (first < 0) return true;
    const { top, height } = chunk.getBoundingClientRect();
    const views = this.#views.slice(first, first + perChunk);
    const middle = ((window.innerHeight / 2 - top) / height) * views.length;
    const distances = views.map((view, at) => ({ view, distance: Math.abs(at - middle) }));
    distances.sort((one, other) => one.distance - other.distance);
    for (const { view } of distances) {
      view.comeNear();
      if (!hasTime()) return false;
    }
    return true;
  }
}
