import { setAttribute } from './dom.ts';
import { t } from './strings.ts';

/**
 * A box that scrolls sideways must be reachable by keyboard, and one that does not must not be a stop on the way: the
 * box becomes focusable while its contents are wider than it is.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.classList.contains('scroller') ? target : target.parentElement;
    if (box !== null) updateScroller(box);
  }
});

export function watchScrollers(root: Element): void {
  for (const box of root.querySelectorAll('.scroller')) {
    observer.observe(box);
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
  }
}

export function unwatchScrollers(root: Element): void {
  for (const box of root.querySelectorAll('.scroller')) {
    observer.unobserve(box);
    if (box.firstElementChild !== null) observer.unobserve(box.firstElementChild);
  }
}

function updateScroller(box: Element): void {
  const isWide = box.scrollWidth > box.clientWidth + 1;
  setAttribute(box, 'tabindex', isWide ? '0' : undefined);
  setAttribute(box, 'role', isWide ? 'group' : undefined);
  setAttribute(box, 'aria-label', isWide ? t('formula') : undefined);
}
