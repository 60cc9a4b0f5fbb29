import { element, icon } from './dom.ts';
import { hideFloating, showFloating } from './floating.ts';

export type MenuItem =
  | {
      readonly type: 'item';
      readonly label: string;
      readonly icon?: string;
      readonly key?: string | undefined;
      /** Given: one of several choices, checked or not. */
      readonly isChecked?: boolean;
      readonly run: () => void;
    }
  | { readonly type: 'heading'; readonly label: string }
  | { readonly type: 'separator' };

let close: ((shouldReturnFocus: boolean) => void) | undefined;

/** Opens a menu at a button, or closes the one that is open there. */
export function toggleMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const wasOpen = anchor.getAttribute('aria-expanded') === 'true';
  close?.(false);
  if (!wasOpen) openMenu(anchor, label, items);
}

function openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'manual' });
  const entries: HTMLElement[] = [];
  const closeThis = (shouldReturnFocus: boolean): void => {
    close = undefined;
    document.removeEventListener('pointerdown', onOutside, true);
    window.removeEventListener('blur', onBlur);
    anchor.setAttribute('aria-expanded', 'false');
    hideFloating(menu);
    if (shouldReturnFocus) anchor.focus();
  };
  const onOutside = (event: Event): void => {
    const target = event.target as Node;
    if (!menu.contains(target) && !anchor.contains(target)) closeThis(false);
  };
  const onBlur = (): void => closeThis(false);
  for (const item of items) menu.append(drawItem(item, entries, closeThis));
  menu.addEventListener('keydown', (event) => {
    moveInMenu(event, entries, closeThis);
  });
  showFloating(menu, anchor, 'end');
  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', onOutside, true);
  window.addEventListener('blur', onBlur);
  close = closeThis;
  (entries.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? entries[0])?.focus();
}

function drawItem(item: MenuItem, entries: HTMLElement[], closeThis: (returnFocus: boolean) => void): HTMLElement {
  if (item.type === 'separator') return element('div', { class: 'menuSeparator', role: 'separator' });
  if (item.type === 'heading') return element('div', { class: 'menuHeading', role: 'presentation' }, item.label);
  const isChoice = item.isChecked !== undefined;
  const mark = isChoice ? (item.isChecked ? 'check' : 'blank') : (item.icon ?? 'blank');
  const entry = element(
    'button',
    {
      class: 'menuItem',
      type: 'button',
      tabindex: -1,
      role: isChoice ? 'menuitemradio' : 'menuitem',
      'aria-checked': isChoice ? String(item.isChecked) : undefined,
      onClick: () => {
        closeThis(true);
        item.run();
      },
    },
    icon(mark),
    element('span', { class: 'menuLabel' }, item.label),
    item.key === undefined ? undefined : element('kbd', {}, item.key),
  );
  entries.push(entry);
  return entry;
}

function moveInMenu(
  event: KeyboardEvent,
  entries: readonly HTMLElement[],
  closeThis: (returnFocus: boolean) => void,
): void {
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + (at < 0 ? 1 : 0),
    Home: 0,
    End: -1,
  };
  const to = moves[event.key];
  if (to !== undefined) entries.at(to >= entries.length ? 0 : to)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') closeThis(true);
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const from = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    from.find((entry) => entry.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
