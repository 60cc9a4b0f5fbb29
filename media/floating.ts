const margin = 6;

/**
 * Opens an element of `popover="manual"` in the top layer, below its anchor or above it, always inside the window.
 * Manual, because the platform's light dismissal would close it on the very press that moves focus inside.
 */
export function showFloating(floating: HTMLElement, anchor: Element, alignment: 'start' | 'end' = 'start'): void {
  if (!floating.isConnected) (anchor.closest('main') ?? document.body).append(floating);
  floating.showPopover();
  const around = anchor.getBoundingClientRect();
  const own = floating.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const height = window.innerHeight;
  const below = around.bottom + 4;
  const above = around.top - 4 - own.height;
  const top = below + own.height <= height - margin || above < margin ? below : above;
  const left = alignment === 'start' ? around.left : around.right - own.width;
  floating.style.top = `${Math.max(margin, Math.min(top, height - own.height - margin))}px`;
  floating.style.left = `${Math.max(margin, Math.min(left, width - own.width - margin))}px`;
}

export function hideFloating(floating: HTMLElement): void {
  if (floating.isConnected) floating.remove();
}
