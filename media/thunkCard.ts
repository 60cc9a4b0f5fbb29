import type { PanelAction, PanelSnapshot } from '../src/core/protocol/panel.ts';
import { actionKeys, besideDone, besideNext, besideStuck } from './actions.ts';
import { element, icon, setAttribute, setChildren, setText } from './dom.ts';
import { markdown } from './markdown.ts';
import { type Draft, OwnLine } from './ownLine.ts';
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
  readonly #message = element('div', { class: 'thunkMessage' });
  readonly #row = element('div', { class: 'thunkRow' });
  readonly #status = element('span', { class: 'status' });
  readonly #buttons = new Map<PanelAction, HTMLButtonElement>();
  readonly #context: PanelContext;
  #drawnMessage = '';
  #beside: readonly PanelAction[] = [];

  readonly #own: OwnLine;

  constructor(context: PanelContext, openMenu: (anchor: HTMLElement) => void, draft: Draft) {
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
    this.#own = new OwnLine(context, draft, () => {
      this.#redraw();
      this.next.focus();
    });
    this.element = element(
      'section',
      { class: 'thunk' },
      element('div', { class: 'rail', 'aria-hidden': 'true' }, this.#number),
      element('div', { class: 'thunkCard' }, this.#message, this.#own.element, this.#row),
    );
  }

  openOwnLine(): void {
    this.#own.open();
    this.#redraw();
  }

  update(before: PanelSnapshot | undefined, snapshot: PanelSnapshot): void {
    const { thunk } = snapshot;
    const isWorking = isBusy(snapshot);
    setAttribute(this.element, 'data-state', thunk.state);
    setAttribute(this.element, 'aria-label', t('nextThunk'));
    setAttribute(this.element, 'aria-busy', isWorking ? 'true' : undefined);
    setText(this.#number, thunk.state === 'done' ? '' : String(snapshot.steps.length + 1));
    this.#drawMessage(snapshot);
    this.#own.update(before, snapshot);
    const action = nextAction(snapshot);
    const isEnded = thunk.state === 'failed' || thunk.state === 'stuck';
    const isOver = thunk.state === 'done' && action === 'next';
    const canPress = isAllowed(snapshot, action);
    setText(this.next.firstElementChild ?? this.next, isEnded && action === 'next' ? t('tryAgain') : t(action));
    // Disabled for assistive technology but still focusable: a press must not throw the focus away.
    setAttribute(this.next, 'aria-disabled', canPress ? undefined : 'true');
    // While a press is under way the row keeps its shape.
    const beside = isOver ? besideDone : thunk.state === 'stuck' ? besideStuck : besideNext;
    if (!isWorking) this.#beside = beside.filter((name) => isAllowed(snapshot, name));
    // Where nothing more can come there is no button; where it may not be pressed now, it is there but grey.
    const isNextShown = !isOver && (canPress || thunk.state !== 'stuck');
    // Where it got stuck, another way is likelier to help than the same press again.
    this.next.classList.toggle('primary', thunk.state !== 'stuck');
    this.next.classList.toggle('secondary', thunk.state === 'stuck');
    setChildren(this.#row, [
      ...(isNextShown ? [this.next] : []),
      // With the box open there is nothing more to open.
      ...this.#beside
        .filter((name) => name !== 'checkMine' || !this.#own.isOpen)
        .map((name) => this.#button(name, isAllowed(snapshot, name) && !isWorking)),
      this.#more,
      this.#status,
    ]);
    this.#drawStatus(snapshot, isWorking);
  }

  #redraw(): void {
    const snapshot = this.#context.snapshot();
    this.update(snapshot, snapshot);
  }

  #button(action: PanelAction, isEnabled: boolean): HTMLButtonElement {
    let button = this.#buttons.get(action);
    if (button === undefined) {
      const isQuiet = action === 'back';
      button = element(
        'button',
        {
          class: `button ${isQuiet ? 'textButton' : 'secondary'}`,
          type: 'button',
          'data-action': action,
          onClick: () => this.#context.act(action),
        },
        t(action),
      );
      this.#buttons.set(action, button);
    }
    if (action === 'hint') setText(button, this.#context.snapshot().aside?.nextHint ?? t('hint'));
    setAttribute(button, 'aria-disabled', isEnabled ? undefined : 'true');
    return button;
  }

  #drawMessage(snapshot: PanelSnapshot): void {
    const { thunk } = snapshot;
    const later = snapshot.steps.length - 1 - snapshot.current;
    let text = '';
    if (thunk.state === 'stuck' || thunk.state === 'failed') text = thunk.message;
    else if (thunk.state === 'streaming') text = thunk.text;
    else if ('note' in thunk && thunk.note !== undefined) text = thunk.note;
    else if (later > 0) text = later === 1 ? t('aheadOne') : t('aheadMany', later);
    const key = `${thunk.state} ${text}`;
    if (key === this.#drawnMessage) return;
    this.#drawnMessage = key;
    this.#message.hidden = text === '';
    const isNote = 'note' in thunk && thunk.note !== undefined;
    const mark = isNote ? 'info' : { stuck: 'info', failed: 'error' }[thunk.state as string];
    const words = element('div', { class: 'prose', dir: 'auto' });
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
    setChildren(this.#status, restingStatus(snapshot));
    if (hadFocus) (this.next.isConnected ? this.next : this.#more).focus();
  }
}

/** What stands beside the buttons while nothing happens: the key of the next press, or that none is needed. */
function restingStatus(snapshot: PanelSnapshot): Node[] {
  const { thunk, keys, aside } = snapshot;
  if (aside?.status !== undefined) {
    const { state, label } = aside.status;
    return [
      element(
        'span',
        { class: 'statusLabel' },
        icon(state === 'working' ? 'loading codicon-modifier-spin' : 'info'),
        label,
      ),
    ];
  }
  if (thunk.state === 'closed') return [element('kbd', { 'aria-hidden': 'true' }, keys.next ?? actionKeys.next ?? '')];
  if (thunk.state !== 'done') return [];
  const isVerified = snapshot.steps.at(-1)?.answer?.isVerified === true;
  const words = t(isVerified ? 'done' : 'doneUnverified');
  return [
    element(
      'span',
      { class: `statusLabel ${isVerified ? 'isGood' : ''}` },
      icon(isVerified ? 'pass' : 'question'),
      words,
    ),
  ];
}
