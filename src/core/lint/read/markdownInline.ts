import { DisplayFinder } from './markdownDisplays.ts';
import { opaque } from './opaque.ts';
import type { PassageWriter } from './passageWriter.ts';

const token =
  /`+|\$\$|\$|\\begin\{[a-zA-Z]+\*?\}|\\[^]|<!--|<\/?[a-zA-Z][^<>\n]{0,300}>|<(?:https?|mailto):[^<>\s]{1,500}>|!?\[(?=[^\]\n]{0,300}\]\()|\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\[[^\]\n]{0,100}\]|\[\^[^\]\n]{1,40}\]|https?:\/\/[^\s<>)]{1,500}|&(?:[a-zA-Z]{2,12}|#\d{1,6});|\[asy\]|\*+|_+|~~/g;

/** The words and formulas of a passage of Markdown; `text` has a character for each one of the document from `start`. */
export function readInline(text: string, start: number, writer: PassageWriter): void {
  new InlineReader(text, start, writer).read();
}

class InlineReader {
  readonly #text: string;
  readonly #start: number;
  readonly #writer: PassageWriter;
  readonly #displays: DisplayFinder;
  #words: string[] = [];
  /** The words since here; those up to `#kept` are in `#words`. */
  #from = 0;
  #kept = 0;
  readonly #missing = new Set<string>();

  constructor(text: string, start: number, writer: PassageWriter) {
    this.#text = text;
    this.#displays = new DisplayFinder(text);
    this.#start = start;
    this.#writer = writer;
  }

  read(): void {
    const matcher = new RegExp(token);
    const text = this.#text;
    for (let found = matcher.exec(text); found !== null; found = matcher.exec(text)) {
      matcher.lastIndex = this.#token(found[0], found.index, found.index + found[0].length);
    }
    this.#flush(text.length, text.length);
  }

  #token(sign: string, start: number, end: number): number {
    switch (sign.charAt(0)) {
      case '`':
        return this.#code(sign, start, end);
      case '$':
        return sign === '$$' ? this.#display(start, end) : this.#dollar(start, end);
      case '\\':
        return this.#backslash(sign, start, end);
      case '<':
        return this.#html(sign, start, end);
      case '*':
      case '_':
      case '~':
        return this.#emphasis(sign, start, end);
      case '!':
        return this.#replace(start, end, ' ');
      case '&':
        return this.#replace(start, end, /^&(?:nbsp|ensp|emsp|thinsp);$/.test(sign) ? ' ' : opaque);
    }
    if (sign === '[asy]') {
      const close = this.#indexOf('[/asy]', end);
      return this.#replace(start, close === -1 ? this.#text.length : close + 6, ' ');
    }
    if (sign === '[') return this.#replace(start, end, ' ');
    return this.#replace(start, end, opaque);
  }

  #replace(start: number, end: number, by: string): number {
    this.#words.push(this.#text.slice(this.#kept, start), by.repeat(end - start));
    this.#kept = end;
    return end;
  }

  #flush(end: number, next: number): void {
    this.#words.push(this.#text.slice(this.#kept, end));
    this.#writer.words(this.#words.join(''), this.#start + this.#from);
    this.#words = [];
    this.#from = next;
    this.#kept = next;
  }

  #formula(start: number, contentStart: number, contentEnd: number, end: number, environment?: string | null): number {
    this.#flush(start, end);
    const content = this.#text.slice(contentStart, contentEnd);
    this.#writer.formula({
      text: content,
      start: this.#start + contentStart,
      isDisplay: environment !== null,
      environment: environment ?? undefined,
      hasComments: environment !== null && content.includes('\n'),
    });
    return end;
  }

  #code(sign: string, start: number, end: number): number {
    if (this.#missing.has(sign)) return end;
    const closing = new RegExp(`(?<!\`)${sign}(?!\`)`, 'g');
    closing.lastIndex = end;
    const close = closing.exec(this.#text);
    if (close === null) {
      this.#missing.add(sign);
      return end;
    }
    return this.#replace(start, close.index + sign.length, opaque);
  }

  #display(start: number, end: number): number {
    const display = this.#displays.at(start);
    if (display === undefined) return this.#replace(start, end, opaque);
    return this.#formula(start, display.contentStart, display.contentEnd, display.end, display.environment);
  }

  /** The rules of pandoc: no space inside of the dollars, and no digit behind; a spaced one must look like mathematics. */
  #dollar(start: number, end: number): number {
    const text = this.#text;
    // GitHub's own: $`…`$.
    if (text.charAt(end) === '`') {
      const close = text.indexOf('`$', end + 1);
      if (close !== -1 && close - end < 5_000) return this.#formula(start, end + 1, close, close + 2, null);
    }
    const close = this.#nextDollar(end);
    const content = close === -1 ? '' : text.slice(end, close);
    if (content.trim() === '' || content.length > 20_000 || /\n[ \t]*\n/.test(content))
      return this.#replace(start, end, '$');
    const isTight = !/^\s|\s$/.test(content) && !/\d/.test(text.charAt(close + 1));
    if (isTight || looksLikeMath(content)) return this.#formula(start, end, close, close + 1, null);
    return this.#replace(start, end, '$');
  }

  #nextDollar(from: number): number {
    let at = this.#indexOf('$', from);
    while (at !== -1 && isEscaped(this.#text, at)) at = this.#indexOf('$', at + 1);
    return at;
  }

  #indexOf(sign: string, from: number): number {
    if (this.#missing.has(sign)) return -1;
    const found = this.#text.indexOf(sign, from);
    if (found === -1) this.#missing.add(sign);
    return found;
  }

  #backslash(sign: string, start: number, end: number): number {
    if (sign === '\\(') {
      const close = this.#indexOf('\\)', end);
      if (close !== -1 && close - end < 20_000) return this.#formula(start, end, close, close + 2, null);
      return this.#replace(start, start + 1, ' ');
    }
    if (sign === '\\[' || sign.length > 2) {
      const display = this.#displays.at(start);
      if (display !== undefined)
        return this.#formula(start, display.contentStart, display.contentEnd, display.end, display.environment);
      return this.#replace(start, end, opaque);
    }
    if (/[A-Za-z]/.test(sign.charAt(1))) return end;
    // An escaped sign is the sign itself; a line that was broken by hand ends.
    if (sign === '\\\n') return this.#replace(start, start + 1, ' ');
    return this.#replace(start, start + 1, ' ') + 1;
  }

  #html(sign: string, start: number, end: number): number {
    if (sign === '<!--') {
      const close = this.#indexOf('-->', end);
      return this.#replace(start, close === -1 ? this.#text.length : close + 3, ' ');
    }
    if (/^<\/?(?:b|i|em|strong|p|u|span|div|center|br)\b/i.test(sign) && this.#isAtEdge(start, end))
      return this.#replace(start, end, ' ');
    return this.#replace(start, end, opaque);
  }

  /** Signs of emphasis stand at the edge of a word: `2*3` is a product. */
  #emphasis(sign: string, start: number, end: number): number {
    if (!this.#isAtEdge(start, end)) return end;
    const isAlone = /\s/.test(this.#text.charAt(start - 1) || ' ') && /\s/.test(this.#text.charAt(end) || ' ');
    return isAlone ? end : this.#replace(start, end, sign === '~~' ? opaque : ' ');
  }

  #isAtEdge(start: number, end: number): boolean {
    return !/[\p{L}\p{N})]/u.test(this.#text.charAt(start - 1)) || !/[\p{L}\p{N}(]/u.test(this.#text.charAt(end));
  }
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charCodeAt(at - 1 - count) === 92) count += 1;
  return count % 2 === 1;
}

/** With signs of mathematics and without words. */
function looksLikeMath(content: string): boolean {
  return (
    /[\\=^_<>+]/.test(content) && !/(?<![\\a-zA-Z])[a-z]{3,}/i.test(content.replace(/\\[a-zA-Z]+(?:\{[^{}]*\})?/g, ''))
  );
}
