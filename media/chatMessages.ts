import type { ChatMessage, ChatSnapshot, ChatToHost } from '../src/core/protocol/chat.ts';
import { element, icon, setAttribute, setChildren } from './dom.ts';
import { markdown } from './markdown.ts';
import { unwatchScrollers, watchScrollers } from './scrollers.ts';
import { t } from './strings.ts';

interface DrawnMessage {
  readonly serialized: string;
  readonly element: HTMLElement;
}

/** The conversation, keyed by message: what was drawn is not drawn again. */
export class ChatMessages {
  readonly element = element('ol', { class: 'messages' });
  readonly #post: (message: ChatToHost) => void;
  #drawn = new Map<string, DrawnMessage>();

  constructor(post: (message: ChatToHost) => void) {
    this.#post = post;
    setAttribute(this.element, 'aria-label', t('conversation'));
  }

  update(snapshot: ChatSnapshot, isOther: boolean): void {
    const former = this.#drawn;
    this.#drawn = new Map();
    for (const message of snapshot.messages) {
      const serialized = JSON.stringify(message);
      const known = isOther ? undefined : former.get(message.id);
      this.#drawn.set(
        message.id,
        known?.serialized === serialized ? known : { serialized, element: this.#draw(message) },
      );
    }
    for (const [id, { element: old }] of former) {
      if (this.#drawn.get(id)?.element !== old) unwatchScrollers(old);
    }
    const hasMore = this.#drawn.size > former.size;
    setChildren(
      this.element,
      [...this.#drawn.values()].map((drawn) => drawn.element),
    );
    if (hasMore || isOther) this.element.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  #draw(message: ChatMessage): HTMLElement {
    const words = element('div', { class: 'prose scroller', dir: 'auto' });
    words.append(markdown(message.text));
    const { stepIndex } = message;
    const isLearner = message.author === 'learner';
    const drawn = element(
      'li',
      { class: `message ${message.author}` },
      element('span', { class: isLearner ? 'visuallyHidden' : 'author' }, t(isLearner ? 'you' : 'tutor')),
      words,
      stepIndex === undefined || isLearner ? undefined : this.#drawStepLink(stepIndex),
    );
    watchScrollers(drawn);
    return drawn;
  }

  #drawStepLink(index: number): HTMLElement {
    return element(
      'button',
      {
        class: 'stepLink',
        type: 'button',
        'aria-label': t('showStepLabel', index + 1),
        onClick: () => this.#post({ type: 'showStep', index }),
      },
      icon('arrow-right'),
      t('showStep', index + 1),
    );
  }
}
