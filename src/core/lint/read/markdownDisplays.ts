import { isDisplayEnvironment } from './environments.ts';

export interface Display {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly environment: string | undefined;
}

/** Longer ones aren't closed: a lost `$$` doesn't take the rest of the document. */
const longest = 120_000;

/** Finds the ends of displays in one text, in time that grows with its length however many begin and never end. */
export class DisplayFinder {
  readonly #text: string;
  /** Where each closing sign stands next, as far as it was looked for. */
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The display that begins at `at` (`$$`, `\[` or `\begin{…}`); undefined where none does, or where it isn't closed. */
  at(at: number): Display | undefined {
    const text = this.#text;
    if (text.startsWith('$$', at)) return this.#closedBy(at + 2, '$$', undefined);
    if (text.startsWith('\\[', at)) return this.#closedBy(at + 2, '\\]', undefined);
    const begin = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(text.slice(at, at + 60));
    const name = begin?.[1];
    if (begin === null || name === undefined || !isDisplayEnvironment(name)) return undefined;
    return this.#closedBy(at + begin[0].length, `\\end{${name}}`, name);
  }

  #closedBy(from: number, closing: string, environment: string | undefined): Display | undefined {
    const close = this.#find(closing, from);
    if (close <= from || close - from > longest) return undefined;
    // Two paragraphs that each hold a stray sign aren't a display.
    if (closing === '$$' && /\n[ \t]*\n[ \t]*#{1,6} /.test(this.#text.slice(from, close))) return undefined;
    return { contentStart: from, contentEnd: close, end: close + closing.length, environment };
  }

  #find(closing: string, from: number): number {
    const known = this.#next.get(closing);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(closing, from);
    this.#next.set(closing, found);
    return found;
  }
}
