/** How the rows of an environment for displays belong together. */
export type Rows =
  /** One formula, however many lines it takes. */
  | 'one'
  /** Rows continue each other, in pairs of columns: left & right & left & right. */
  | 'pairs'
  /** Rows continue each other; all columns of a row are one formula. */
  | 'triple'
  /** Each row is a formula of its own. */
  | 'each';

const rowsOf: Readonly<Record<string, Rows>> = {
  math: 'one',
  equation: 'one',
  displaymath: 'one',
  dmath: 'one',
  multline: 'one',
  multlined: 'one',
  align: 'pairs',
  aligned: 'pairs',
  alignat: 'pairs',
  alignedat: 'pairs',
  flalign: 'pairs',
  xalignat: 'pairs',
  split: 'pairs',
  eqnarray: 'triple',
  IEEEeqnarray: 'triple',
  gather: 'each',
  gathered: 'each',
  dgroup: 'each',
};

/** Undefined for an environment that isn't a display; a star at the end of its name makes no difference. */
export function rowsOfEnvironment(name: string): Rows | undefined {
  const plain = name.replace(/\*$/, '');
  return Object.hasOwn(rowsOf, plain) ? rowsOf[plain] : undefined;
}

/** The environments that stand by themselves in a text; the others (`split`, `aligned`) stand inside of them. */
export function isDisplayEnvironment(name: string): boolean {
  return rowsOfEnvironment(name) !== undefined && !/^(?:aligned|alignedat|split|gathered|multlined)\*?$/.test(name);
}

/** What stands behind `\begin{name}` before the content: `[t]`, `{2}`, `{rcl}`. */
export function argumentsLength(name: string, text: string, from: number): number {
  const option = /^\s*\[[tbc]\]/.exec(text.slice(from, from + 20))?.[0].length ?? 0;
  if (!/^(?:x?alignat|alignedat|IEEEeqnarray|array)\*?$/.test(name)) return option;
  const argument = /^\s*\{[^{}]*\}/.exec(text.slice(from + option, from + option + 200))?.[0].length ?? 0;
  return option + argument;
}
