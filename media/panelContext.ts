import type { PanelAction, PanelSnapshot, PanelToHost } from '../src/core/protocol/panel.ts';

/** What the parts of the panel need of each other: the newest snapshot, the way to the host, and where the keyboard is. */
export interface PanelContext {
  snapshot(): PanelSnapshot;
  post(message: PanelToHost): void;
  /** Sends the action if it is allowed now; a second press while one is under way sends nothing. */
  act(action: PanelAction, index?: number): void;
  /** Makes a step the current one and puts the keyboard on it; -1 is the problem. */
  jump(index: number): void;
}

/** What makes steps, and so waits until the press that is under way has ended. */
const presses: ReadonlySet<PanelAction> = new Set(['next', 'forward', 'anotherWay', 'split', 'revealAll', 'restart']);

export function isAllowed(snapshot: PanelSnapshot, action: PanelAction): boolean {
  return snapshot.actions.includes(action) && !(isBusy(snapshot) && presses.has(action));
}

export function isBusy(snapshot: PanelSnapshot): boolean {
  const { state } = snapshot.thunk;
  return state === 'thinking' || state === 'streaming' || state === 'checking';
}

/** After a jump backwards the next press comes from memory. */
export function nextAction(snapshot: PanelSnapshot): 'next' | 'forward' {
  return snapshot.current < snapshot.steps.length - 1 ? 'forward' : 'next';
}
