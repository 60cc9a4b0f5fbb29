import { element } from './dom.ts';
import { hideFloating, showFloating } from './floating.ts';

const showAfterMs = 250;
const hideAfterMs = 150;

let open: { readonly owner: HTMLElement; readonly bubble: HTMLElement } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows more about an element on hover, on keyboard focus and on click. The bubble may be hovered and is closed by Escape. */
export function attachTooltip(owner: HTMLElement, content: () => Node): void {
  const show = (): void => openTooltip(owner, content());
  owner.addEventListener('pointerenter', () => later(showAfterMs, show));
  owner.addEventListener('pointerleave', () => later(hideAfterMs, closeTooltip));
  owner.addEventListener('focus', () => {
    if (owner.matches(':focus-visible')) show();
  });
  owner.addEventListener('blur', closeTooltip);
  owner.addEventListener('click', (event) => {
    event.stopPropagation();
    if (open?.owner === owner && event.detail === 0) closeTooltip();
    else show();
  });
}

function openTooltip(owner: HTMLElement, content: Node): void {
  if (open?.owner === owner) {
    clearTimeout(timer);
    return;
  }
  closeTooltip();
  const bubble = element('div', { class: 'tooltip', role: 'tooltip', id: 'tooltip', popover: 'manual' });
  bubble.append(content);
  bubble.addEventListener('pointerenter', () => clearTimeout(timer));
  bubble.addEventListener('pointerleave', () => later(hideAfterMs, closeTooltip));
  showFloating(bubble, owner);
  owner.setAttribute('aria-describedby', 'tooltip');
  open = { owner, bubble };
}

/** Closes the bubble, and says whether there was one. */
export function closeTooltip(): boolean {
  clearTimeout(timer);
  if (open === undefined) return false;
  open.owner.removeAttribute('aria-describedby');
  hideFloating(open.bubble);
  open = undefined;
  return true;
}

/** A bubble must not outlive what it is about. */
export function closeTooltipIn(root: Element): void {
  if (open !== undefined && root.contains(open.owner)) closeTooltip();
}

function later(delayMs: number, run: () => unknown): void {
  clearTimeout(timer);
  timer = setTimeout(run, delayMs);
}
