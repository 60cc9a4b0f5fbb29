import type { PanelAction } from '../src/core/protocol/panel.ts';
import { actionKeys } from './actions.ts';
import type { PanelContext } from './panelContext.ts';
import { isBusy, nextAction } from './panelContext.ts';
import { closeTooltip } from './tooltip.ts';

export interface PanelKeys {
  /** The step that the keyboard is on; -1 is the problem, `undefined` nothing of the list. */
  focusedIndex(): number | undefined;
  /** Puts the keyboard on the button of the closed card. */
  focusNext(): void;
  isFolded(index: number): boolean;
  toggleFold(index: number): void;
  showShortcuts(): void;
}

const actionOfKey = new Map(Object.entries(actionKeys).map(([action, key]) => [key, action as PanelAction]));

/** One key, one step. Keys with modifiers belong to VS Code, and keys in a menu or a dialog to these. */
export function listenToKeys(context: PanelContext, keys: PanelKeys): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as Element;
    if (target.closest('input, textarea, dialog, [role=menu]') !== null) return;
    if (handleKey(event, target, context, keys)) event.preventDefault();
  });
}

function handleKey(event: KeyboardEvent, target: Element, context: PanelContext, keys: PanelKeys): boolean {
  const snapshot = context.snapshot();
  if (snapshot.sessionId === null) return false;
  const at = keys.focusedIndex();
  const last = snapshot.steps.length - 1;
  switch (event.key) {
    case 'ArrowUp':
      if (event.shiftKey) return false;
      context.jump(at === undefined ? snapshot.current : Math.max(-1, at - 1));
      return true;
    case 'ArrowDown':
      if (event.shiftKey) return false;
      if (at === undefined) context.jump(snapshot.current);
      else if (at >= last) keys.focusNext();
      else context.jump(at + 1);
      return true;
    case 'Home':
      context.jump(Math.min(0, last));
      return true;
    case 'End':
      context.jump(last);
      return true;
    case 'Enter':
    case ' ':
      if (at === undefined || target.closest('button, a') !== null) return false;
      if (at >= 0) keys.toggleFold(at);
      return true;
    case 'Escape':
      if (closeTooltip()) return true;
      if (!isBusy(snapshot)) return false;
      context.act('cancel');
      return true;
    case '?':
      keys.showShortcuts();
      return true;
    default: {
      const action = event.shiftKey ? undefined : actionOfKey.get(event.key);
      if (action === undefined) return false;
      context.act(action === 'next' ? nextAction(snapshot) : action, indexFor(action, at, last));
      return true;
    }
  }
}

/** Insert, copy and split are about the step that the keyboard is on. */
function indexFor(action: PanelAction, at: number | undefined, last: number): number | undefined {
  return ['insert', 'copy', 'split'].includes(action) && at !== undefined && at >= 0 && at <= last ? at : undefined;
}
