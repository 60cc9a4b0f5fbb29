import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element, icon, setText } from './dom.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed } from './panelContext.ts';
import { t } from './strings.ts';

/** Why nothing can be pressed here, and what can be done about it. */
export class NoticeBar {
  readonly element: HTMLElement;
  readonly #words = element('span');
  readonly #takeOver: HTMLButtonElement;

  constructor(context: PanelContext) {
    this.#takeOver = element(
      'button',
      { class: 'button secondary', type: 'button', onClick: () => context.act('takeOver') },
      t('takeOver'),
    );
    this.element = element('div', { class: 'notice', role: 'note' }, icon('lock'), this.#words, this.#takeOver);
  }

  update(snapshot: PanelSnapshot): void {
    this.element.hidden = snapshot.notice === undefined;
    setText(this.#words, snapshot.notice ?? '');
    this.#takeOver.hidden = !isAllowed(snapshot, 'takeOver');
  }
}
