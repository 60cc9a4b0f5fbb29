import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element, icon, setAttribute, setChildren, setText } from './dom.ts';
import { toggleMenu } from './menu.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed } from './panelContext.ts';
import { t } from './strings.ts';

const grains = ['fine', 'normal', 'coarse'] as const;

/** The quiet lines at the end: counts from the host, and how much one step does. */
export class PanelFooter {
  readonly element: HTMLElement;
  readonly #lines = element('span', { class: 'footLines' });
  readonly #grain: HTMLButtonElement;
  readonly #grainName = element('span');

  constructor(context: PanelContext) {
    this.#grain = element(
      'button',
      {
        class: 'grain',
        type: 'button',
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        onClick: () => {
          const { grain } = context.snapshot();
          toggleMenu(this.#grain, t('detailMenu'), [
            { type: 'heading', label: t('detailMenu') },
            ...grains.map((choice) => ({
              type: 'item' as const,
              label: t(choice),
              isChecked: choice === grain,
              run: () => context.post({ type: 'grain', grain: choice }),
            })),
          ]);
        },
      },
      this.#grainName,
      icon('chevron-down'),
    );
    this.element = element('footer', { class: 'foot' }, this.#lines, this.#grain);
  }

  update(snapshot: PanelSnapshot): void {
    const lines = [...this.#lines.children].map((line) => line.textContent);
    if (JSON.stringify(lines) !== JSON.stringify(snapshot.footer)) {
      setChildren(
        this.#lines,
        snapshot.footer.map((line) => element('span', {}, line)),
      );
    }
    this.#grain.hidden =
      !isAllowed(snapshot, 'changeGrain') && snapshot.actions.length > 0 && !snapshot.actions.includes('cancel');
    setText(this.#grainName, t('detail', t(snapshot.grain)));
    setAttribute(this.#grain, 'aria-disabled', isAllowed(snapshot, 'changeGrain') ? undefined : 'true');
  }
}
