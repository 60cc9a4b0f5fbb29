import { element, icon, setAttribute } from './dom.ts';
import { t } from './strings.ts';

const longest = 20_000;

/** The box to write in. Enter sends; Shift+Enter, and Enter while an input method composes, do not. */
export class ChatInput {
  readonly element: HTMLElement;
  readonly #box: HTMLTextAreaElement;
  readonly #send: HTMLButtonElement;
  readonly #say: (text: string) => void;
  readonly #keepDraft: (draft: string) => void;
  #canSend = false;

  constructor(say: (text: string) => void, draft: string, keepDraft: (draft: string) => void) {
    this.#say = say;
    this.#keepDraft = keepDraft;
    this.#box = element('textarea', {
      class: 'chatBox',
      rows: 1,
      maxlength: longest,
      dir: 'auto',
      placeholder: t('placeholder'),
      'aria-label': t('placeholder'),
      'aria-description': t('inputHint'),
      onInput: () => this.#changed(),
    });
    this.#box.value = draft;
    this.#box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#send = element(
      'button',
      {
        class: 'iconButton send',
        type: 'button',
        title: t('send'),
        'aria-label': t('send'),
        onClick: () => this.#submit(),
      },
      icon('send'),
    );
    this.element = element('div', { class: 'chatInput' }, this.#box, this.#send);
  }

  update(hasSession: boolean, isBusy: boolean): void {
    this.element.hidden = !hasSession;
    this.#canSend = hasSession && !isBusy;
    this.#mark();
  }

  focus(): void {
    this.#box.focus();
  }

  #submit(): void {
    const text = this.#box.value.trim();
    // While the tutor answers, what is typed stays in the box.
    if (text === '' || !this.#canSend) return;
    this.#box.value = '';
    this.#changed();
    this.#say(text);
    this.#box.focus();
  }

  #changed(): void {
    this.#keepDraft(this.#box.value);
    this.#mark();
  }

  #mark(): void {
    const isReady = this.#canSend && this.#box.value.trim() !== '';
    setAttribute(this.#send, 'aria-disabled', isReady ? undefined : 'true');
  }
}
