const frameBudgetMs = 8;

/** Draws parts of a target while there is time; true once nothing of it is left to draw. */
type Draw = (target: Element, hasTime: () => boolean) => boolean;

/**
 * Draws things when they come near the window, a few in each frame, so that scrolling fast through a long session stays
 * smooth; what has gone again by its turn is left for later.
 */
export class NearWindow {
  readonly #draw: Draw;
  readonly #waiting = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #isScheduled = false;

  constructor(draw: Draw) {
    this.#draw = draw;
    this.#observer = new IntersectionObserver((entries) => this.#sort(entries), { rootMargin: '300px 0px' });
  }

  watch(target: Element): void {
    this.#observer.observe(target);
  }

  unwatch(target: Element): void {
    this.#observer.unobserve(target);
    this.#waiting.delete(target);
  }

  #sort(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#waiting.add(target);
      else this.#waiting.delete(target);
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.size === 0) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      const endMs = performance.now() + frameBudgetMs;
      const hasTime = (): boolean => performance.now() < endMs;
      for (const target of this.#waiting) {
        if (this.#draw(target, hasTime)) this.unwatch(target);
        if (!hasTime()) break;
      }
      this.#schedule();
    });
  }
}
