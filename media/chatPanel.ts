import type { ChatSnapshot, ChatToHost } from '../src/core/protocol/chat.ts';
import { ChatInput } from './chatInput.ts';
import { ChatMessages } from './chatMessages.ts';
import { element, icon, setAttribute, setChildren, setText } from './dom.ts';
import { speakable } from './speech.ts';
import { t } from './strings.ts';

type Post = (message: ChatToHost) => void;

/** The tutor chat: what was said, ready-made messages, and a box to write in. */
export class ChatPanel {
  readonly #post: Post;
  readonly #about = element('p', { class: 'about' });
  readonly #noticeWords = element('span');
  readonly #notice = element('div', { class: 'notice', role: 'note' }, icon('info'), this.#noticeWords);
  readonly #messages: ChatMessages;
  readonly #empty = element('p', { class: 'chatEmpty' });
  readonly #busy: HTMLElement;
  readonly #chips = element('div', { class: 'chips', role: 'group' });
  readonly #input: ChatInput;
  readonly #status = element('div', { class: 'visuallyHidden', role: 'status', 'aria-live': 'polite' });
  readonly #cancel: HTMLButtonElement;
  #drawnChips = '';

  constructor(post: Post, draft: string, keepDraft: (draft: string) => void) {
    this.#post = post;
    this.#messages = new ChatMessages(post);
    this.#input = new ChatInput((text) => post({ type: 'say', text }), draft, keepDraft);
    this.#cancel = element(
      'button',
      { class: 'button quietButton', type: 'button', onClick: () => post({ type: 'cancel' }) },
      t('cancel'),
    );
    this.#busy = element(
      'div',
      { class: 'busy' },
      element('span', { class: 'statusLabel' }, icon('loading codicon-modifier-spin'), t('busy')),
      this.#cancel,
    );
    setAttribute(this.#chips, 'aria-label', t('suggestions'));
    const foot = element(
      'section',
      { class: 'chatFoot', 'aria-label': t('placeholder') },
      this.#busy,
      this.#chips,
      this.#input.element,
    );
    document.body.append(
      element(
        'header',
        { class: 'chatHead' },
        element('h1', { class: 'visuallyHidden' }, t('conversation')),
        this.#about,
      ),
      element('main', { class: 'chatMain' }, this.#notice, this.#empty, this.#messages.element),
      foot,
      this.#status,
    );
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#cancel.checkVisibility()) post({ type: 'cancel' });
    });
  }

  update(before: ChatSnapshot | undefined, now: ChatSnapshot): void {
    const hasSession = now.sessionId !== null;
    setText(this.#about, now.about);
    this.#about.hidden = now.about === '';
    this.#notice.hidden = now.notice === undefined;
    setText(this.#noticeWords, now.notice ?? '');
    this.#empty.hidden = now.messages.length > 0;
    setText(this.#empty, t(hasSession ? 'chatEmpty' : 'chatClosed'));
    const isOther = before?.sessionId !== now.sessionId;
    this.#messages.update(now, isOther);
    const hadCancelFocus = document.activeElement === this.#cancel;
    this.#busy.hidden = !now.isBusy;
    this.#drawChips(now);
    this.#input.update(hasSession, now.isBusy);
    if (hadCancelFocus && !now.isBusy) this.#input.focus();
    if (!isOther) this.#announce(before, now);
  }

  focus(): void {
    this.#input.focus();
  }

  #drawChips(now: ChatSnapshot): void {
    const serialized = JSON.stringify(now.suggestions);
    this.#chips.hidden = now.suggestions.length === 0;
    if (serialized !== this.#drawnChips) {
      this.#drawnChips = serialized;
      const hadFocus = this.#chips.contains(document.activeElement);
      setChildren(
        this.#chips,
        now.suggestions.map(({ label, message }) =>
          element(
            'button',
            {
              class: 'chip',
              type: 'button',
              onClick: (event) => {
                if ((event.currentTarget as Element).getAttribute('aria-disabled') === null)
                  this.#post({ type: 'say', text: message });
              },
            },
            label,
          ),
        ),
      );
      if (hadFocus) this.#input.focus();
    }
    for (const chip of this.#chips.children) setAttribute(chip, 'aria-disabled', now.isBusy ? 'true' : undefined);
  }

  /** Whole replies of the tutor, once each. */
  #announce(before: ChatSnapshot | undefined, now: ChatSnapshot): void {
    const known = new Set(before?.messages.map((message) => message.id));
    const replies = now.messages.filter((message) => message.author === 'tutor' && !known.has(message.id));
    if (replies.length === 0) return;
    this.#status.replaceChildren(...replies.map((reply) => element('p', {}, speakable(reply.text))));
  }
}
