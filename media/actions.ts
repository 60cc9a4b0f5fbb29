import type { PanelAction } from '../src/core/protocol/panel.ts';

/** The codicon of each action. Its words are the string of the same name. */
export const actionIcons: Readonly<Record<PanelAction, string>> = {
  next: 'arrow-right',
  back: 'arrow-up',
  forward: 'arrow-down',
  anotherWay: 'git-branch',
  split: 'split-vertical',
  insert: 'new-file',
  insertAll: 'list-ordered',
  copy: 'copy',
  restart: 'debug-restart',
  revealAll: 'run-all',
  cancel: 'stop-circle',
  export: 'export',
  openProblem: 'go-to-file',
  takeOver: 'unlock',
  openSample: 'file',
  changeGrain: 'list-tree',
  hint: 'lightbulb',
  checkMine: 'checklist',
  anotherProblem: 'add',
};

/** Letters that work wherever no text is being typed. */
export const actionKeys: Readonly<Partial<Record<PanelAction, string>>> = {
  next: 'n',
  back: 'b',
  anotherWay: 'a',
  split: 's',
  insert: 'i',
  copy: 'c',
  hint: 'h',
  checkMine: 'm',
};

/** What may be asked of a single card, in the order of its buttons. */
export const cardActions: readonly PanelAction[] = ['insert', 'copy', 'split'];

/** What stands beside "Next step"; everything else is in the menu. */
export const besideNext: readonly PanelAction[] = ['hint', 'checkMine', 'back'];
export const besideStuck: readonly PanelAction[] = ['anotherWay', 'back'];
export const besideDone: readonly PanelAction[] = ['insertAll', 'anotherProblem', 'anotherWay'];

export const menuActions: readonly (readonly PanelAction[])[] = [
  ['insert', 'insertAll', 'copy', 'export'],
  ['hint', 'checkMine', 'anotherWay', 'split', 'revealAll'],
  ['back', 'forward', 'restart'],
  ['anotherProblem', 'openProblem'],
];
