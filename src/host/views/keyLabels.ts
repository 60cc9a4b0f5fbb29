import type { PanelAction } from '../../core/protocol/panel.ts';

/** The keys that the manifest binds, as the panel shows them. */
export function keyLabels(platform: string): Readonly<Partial<Record<PanelAction, string>>> {
  const isMac = platform === 'darwin';
  const label = (key: string): string => (isMac ? `⌃⌥${key}` : `Alt+${key}`);
  const withShift = (key: string): string => (isMac ? `⌃⌥⇧${key}` : `Alt+Shift+${key}`);
  return {
    next: label('N'),
    back: label('B'),
    anotherWay: label('W'),
    insert: label('I'),
    insertAll: withShift('I'),
  };
}
