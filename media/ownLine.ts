import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element, setAttribute } from './dom.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed } from './panelContext.ts';
import { t } from './strings.ts';

const longest = 2_000;

export interface Draft {
  readonly draft: string;
  readonly keepDraft: (draft: string) => void;
}

/** The box for the learner's own next line. It opens on request, keeps what is typed, and never advances anything. */
export class OwnLine {
  readonly element: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #button: HTMLButtonElement;
  readonly #context: PanelContext;
  readonly #keepDraft: (draft: string) => void;
  #isOpen: boolean;
  #sent = '';

  /** `leave`: puts the keyboard elsewhere when the box closes. */
  constructor(context: PanelContext, { draft, keepDraft }: Draft, leave: () => void) {
    this.#context = context;
    this.#keepDraft = keepDraft;
    this.#isOpen = draft !== '';
    this.#box = element('input', {
      class: 'ownBox',
      type: 'text',
      maxlength: longest,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: t('minePlaceholder'),
      'aria-label': t('minePlaceholder'),
      'aria-description': t('mineHint'),
      onInput: () => this.#changed(),
    });
    this.#box.value = draft;
    const onClick = (): void => this.#submit();
    this.#button = element('button', { class: 'button secondary', type: 'button', onClick }, t('check'));
    // Not a form: the panel may submit none, and a browser would swallow the attempt.
    this.element = element('div', { class: 'ownLineForm' }, this.#box, this.#button);
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        this.#submit();
      }
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      // What is typed stays in the closed box.
      this.#isOpen = false;
      this.#mark();
      leave();
    });
    this.#mark();
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    this.#isOpen = true;
    this.#mark();
    this.#box.focus();
    this.#box.select();
  }

  update(before: PanelSnapshot | undefined, now: PanelSnapshot): void {
    const last = now.aside?.lines.at(-1);
    const isRight = last !== undefined && (last.badge.kind === 'proved' || last.badge.kind === 'valid');
    // A right line needs no mending; a wrong one stays in the box to be mended.
    const isNew = now.aside?.lines.length !== before?.aside?.lines.length;
    if (isNew && isRight && last.text === this.#sent && this.#box.value.trim() === this.#sent) {
      this.#box.value = '';
      this.#changed();
    }
    if (before !== undefined && before.sessionId !== now.sessionId) {
      this.#box.value = '';
      this.#isOpen = false;
      this.#changed();
    }
    this.#mark();
  }

  #submit(): void {
    const line = this.#box.value.trim();
    if (line === '' || !this.#canCheck()) return;
    this.#sent = line;
    this.#context.post({ type: 'checkMine', line });
  }

  #changed(): void {
    this.#keepDraft(this.#box.value);
    this.#mark();
  }

  #canCheck(): boolean {
    const snapshot = this.#context.snapshot();
    return isAllowed(snapshot, 'checkMine') && snapshot.aside?.status?.state !== 'working';
  }

  #mark(): void {
    const snapshot = this.#context.snapshot();
    const isAllowedNow = snapshot.actions.includes('checkMine');
    const isWanted = this.#isOpen || snapshot.aside?.asksFirst === true;
    this.element.hidden = !isWanted || (!isAllowedNow && this.#box.value === '');
    const isReady = isAllowedNow && this.#box.value.trim() !== '' && this.#canCheck();
    setAttribute(this.#button, 'aria-disabled', isReady ? undefined : 'true');
  }
}
