import type { PanelAction, PanelSnapshot } from '../src/core/protocol/panel.ts';
import { actionIcons, actionKeys, besideDone, besideNext } from './actions.ts';
import { element, icon, setAttribute, setChildren, setText } from './dom.ts';
import { markdown } from './markdown.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed, isBusy, nextAction } from './panelContext.ts';
import { t } from './strings.ts';

/** The closed card: what the next press would do, and what becomes of a press. Its buttons keep their nodes. */
export class ThunkView {
  readonly element: HTMLElement;
  readonly next: HTMLButtonElement;
  readonly #cancel: HTMLButtonElement;
  readonly #more: HTMLButtonElement;
  readonly #number = element('span', { class: 'number' });
  readonly #message = element('div', { class: 'thunkMessage prose', dir: 'auto' });
  readonly #row = element('div', { class: 'thunkRow' });
  readonly #status = element('span', { class: 'status' });
  readonly #buttons = new Map<PanelAction, HTMLButtonElement>();
  readonly #context: PanelContext;
  #drawnMessage = '';

  constructor(context: PanelContext, openMenu: (anchor: HTMLElement) => void) {
    this.#context = context;
    this.next = element(
      'button',
      { class: 'button primary', type: 'button', onClick: () => context.act(nextAction(context.snapshot())) },
      element('span', { class: 'buttonLabel' }),
    );
    this.#cancel = element(
      'button',
      { class: 'button quietButton', type: 'button', onClick: () => context.act('cancel') },
      t('cancel'),
    );
    this.#more = element(
      'button',
      {
        class: 'iconButton',
        type: 'button',
        title: t('more'),
        'aria-label': t('more'),
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        onClick: () => openMenu(this.#more),
      },
      icon('ellipsis'),
    );
    this.element = element(
      'section',
      { class: 'thunk' },
      element('div', { class: 'rail', 'aria-hidden': 'true' }, this.#number),
      element('div', { class: 'thunkCard' }, this.#message, this.#row),
    );
  }

  update(snapshot: PanelSnapshot): void {
    const { thunk } = snapshot;
    const isWorking = isBusy(snapshot);
    setAttribute(this.element, 'data-state', thunk.state);
    setAttribute(this.element, 'aria-label', t('nextThunk'));
    setAttribute(this.element, 'aria-busy', isWorking ? 'true' : undefined);
    setText(this.#number, thunk.state === 'done' ? '' : String(snapshot.steps.length + 1));
    this.#drawMessage(snapshot);
    const action = nextAction(snapshot);
    const isOver = thunk.state === 'done' && action === 'next';
    const canPress = isAllowed(snapshot, action) && !isWorking;
    setText(this.next.firstElementChild ?? this.next, thunk.state === 'failed' ? t('tryAgain') : t(action));
    // Disabled for assistive technology but still focusable: a press must not throw the focus away.
    setAttribute(this.next, 'aria-disabled', canPress ? undefined : 'true');
    const beside = (isOver ? besideDone : besideNext).filter((name) => isWorking || isAllowed(snapshot, name));
    const isNextShown = !isOver && (canPress || isWorking);
    setChildren(this.#row, [
      ...(isNextShown ? [this.next] : []),
      ...beside.map((name) => this.#button(name, isAllowed(snapshot, name) && !isWorking)),
      this.#more,
      this.#status,
    ]);
    this.#drawStatus(snapshot, isWorking);
  }

  #button(action: PanelAction, isEnabled: boolean): HTMLButtonElement {
    let button = this.#buttons.get(action);
    if (button === undefined) {
      const isIcon = action === 'back';
      button = element(
        'button',
        {
          class: isIcon ? 'iconButton' : 'button secondary',
          type: 'button',
          title: isIcon ? t(action) : undefined,
          'aria-label': isIcon ? t(action) : undefined,
          onClick: () => this.#context.act(action),
        },
        isIcon ? icon(actionIcons[action]) : t(action),
      );
      this.#buttons.set(action, button);
    }
    setAttribute(button, 'aria-disabled', isEnabled ? undefined : 'true');
    return button;
  }

  #drawMessage(snapshot: PanelSnapshot): void {
    const { thunk } = snapshot;
    const later = snapshot.steps.length - 1 - snapshot.current;
    let text = '';
    if (thunk.state === 'stuck' || thunk.state === 'failed') text = thunk.message;
    else if (thunk.state === 'streaming') text = thunk.text;
    else if (later > 0) text = later === 1 ? t('aheadOne') : t('aheadMany', later);
    else if (thunk.state === 'done') text = t('done');
    const key = `${thunk.state} ${text}`;
    if (key === this.#drawnMessage) return;
    this.#drawnMessage = key;
    this.#message.hidden = text === '';
    const marks: Readonly<Record<string, string>> = { stuck: 'info', failed: 'error', done: 'pass' };
    const mark = later > 0 && thunk.state === 'done' ? undefined : marks[thunk.state];
    const words = element('div', {});
    words.append(markdown(text));
    this.#message.replaceChildren(...(mark === undefined ? [] : [icon(mark)]), words);
  }

  #drawStatus(snapshot: PanelSnapshot, isWorking: boolean): void {
    const { thunk } = snapshot;
    if (isWorking && 'label' in thunk) {
      const label = element('span', { class: 'statusLabel' }, icon('loading codicon-modifier-spin'), thunk.label);
      const children = isAllowed(snapshot, 'cancel') ? [label, this.#cancel] : [label];
      const old = this.#status.querySelector('.statusLabel');
      if (old?.textContent === thunk.label && this.#cancel.isConnected === children.length > 1) return;
      setChildren(this.#status, children);
      return;
    }
    const hadFocus = this.#cancel === document.activeElement;
    const key = snapshot.keys.next ?? actionKeys.next;
    const isShown = thunk.state === 'closed' && key !== undefined;
    setChildren(this.#status, isShown ? [element('kbd', { 'aria-hidden': 'true' }, key)] : []);
    if (hadFocus) (this.next.isConnected ? this.next : this.#more).focus();
  }
}
