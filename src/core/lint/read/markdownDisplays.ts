import { isDisplayEnvironment } from './environments.ts';

export interface Display {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly environment: string | undefined;
}

/** Longer ones aren't closed: a lost `$$` doesn't take the rest of the document. */
const longest = 120_000;

/** The display that begins at `at` (`$$`, `\[` or `\begin{…}`); undefined where none does, or where it isn't closed. */
export function endOfDisplay(text: string, at: number): Display | undefined {
  if (text.startsWith('$$', at)) return closedBy(text, at + 2, '$$', undefined);
  if (text.startsWith('\\[', at)) return closedBy(text, at + 2, '\\]', undefined);
  const begin = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(text.slice(at, at + 60));
  const name = begin?.[1];
  if (begin === null || name === undefined || !isDisplayEnvironment(name)) return undefined;
  return closedBy(text, at + begin[0].length, `\\end{${name}}`, name);
}

function closedBy(text: string, from: number, closing: string, environment: string | undefined): Display | undefined {
  const near = text.slice(from, from + longest);
  const close = near.indexOf(closing);
  if (close <= 0) return undefined;
  // Two paragraphs that each hold a stray sign aren't a display.
  if (closing === '$$' && close > 4_000 && /\n[ \t]*\n[ \t]*#/.test(near.slice(0, close))) return undefined;
  return { contentStart: from, contentEnd: from + close, end: from + close + closing.length, environment };
}
