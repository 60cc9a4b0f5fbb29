import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { actionKeys } from './actions.ts';
import { element, icon } from './dom.ts';
import { t } from './strings.ts';

/** The list of keys, as a dialog that Escape closes and that gives the focus back. */
export function showShortcuts(snapshot: PanelSnapshot): void {
  const rows = [
    ['↑ ↓', t('keyMove')],
    ['Home End', t('keyEnds')],
    ['Enter', t('keyFold')],
    ...Object.entries(actionKeys).map(([action, key]) => {
      const everywhere = snapshot.keys[action as keyof typeof actionKeys];
      return [everywhere === undefined ? key : `${key} ${everywhere}`, t(action as keyof typeof actionKeys)];
    }),
    ['Esc', t('cancel')],
    ['?', t('keyHelp')],
  ];
  const dialog = element(
    'dialog',
    { class: 'shortcuts', 'aria-label': t('shortcuts'), onClose: () => dialog.remove() },
    element(
      'div',
      { class: 'shortcutsHead' },
      element('h2', {}, t('shortcuts')),
      element(
        'button',
        {
          class: 'iconButton',
          type: 'button',
          'aria-label': t('close'),
          title: t('close'),
          onClick: () => dialog.close(),
        },
        icon('close'),
      ),
    ),
    element(
      'dl',
      {},
      ...rows.map(([keys = '', words = '']) =>
        element(
          'div',
          {},
          element('dt', {}, ...keys.split(' ').map((key) => element('kbd', {}, key))),
          element('dd', {}, words),
        ),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
