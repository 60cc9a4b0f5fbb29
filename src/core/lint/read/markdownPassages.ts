import { columnsOf, forEachLine, type MarkdownLine } from '../../text/markdownLines.ts';
import type { Passage } from '../passage.ts';
import { DisplayFinder } from './markdownDisplays.ts';
import type { Macros } from './macros.ts';
import { readInline } from './markdownInline.ts';
import { PassageWriter } from './passageWriter.ts';

const heading = /^#{1,6}(?:[ \t]+|$)/;
const item = /^(?:[-*+]|\d{1,9}[.)]|[a-zA-Z][.)]|\([a-z0-9]{1,3}\))[ \t]+(?:\[[ xX]\][ \t]+)?/;
const fence = /^(`{3,}|~{3,})[ \t]*\{?\.?([A-Za-z]*)/;
const thematicBreak = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/;
const tableRule = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
const rawHtml = /^<(script|style|pre|code|svg|textarea)\b/i;
const sameScope = /^(?:\*\*|_)?(?:solution|answer|proof|hint|worked|lösung|beweis|solución)/i;

/** The passages of a Markdown document. One pass over its lines, then one over each passage. */
export function markdownPassages(source: string, macros?: Macros): Passage[] {
  const shown = withoutDrawings(source);
  const reader = new MarkdownReader(shown, macros);
  forEachLine(shown, (line) => reader.line(line));
  return reader.finish();
}

/** Programs that draw, as forums about mathematics write them, may hold blank lines and dollars. */
function withoutDrawings(source: string): string {
  if (!source.includes('[asy]')) return source;
  return source.replace(/\[asy\][^]*?(?:\[\/asy\]|$)/g, (drawing) => ' '.repeat(drawing.length));
}

class MarkdownReader {
  readonly #source: string;
  readonly #writer: PassageWriter;
  readonly #displays: DisplayFinder;
  /** Lines of the block that is being read, with white space in the place of markers. */
  #block: { kind: Passage['kind']; start: number; parts: string[]; end: number } | undefined;
  #fence: { readonly close: RegExp; readonly isMath: boolean; contentStart: number } | undefined;
  #closingTag: string | undefined;
  #isInComment = false;
  #isInFrontMatter = false;
  /** After a blank line. */
  #isApart = true;
  /** Column of the text of the list item that lines belong to; 0 outside of lists. */
  #itemColumn = 0;
  #isInTable = false;
  #lineBefore = '';
  /** End of a display that goes on over lines. */
  #displayEnd = 0;

  constructor(source: string, macros: Macros | undefined) {
    this.#source = source;
    this.#writer = new PassageWriter(macros);
    this.#displays = new DisplayFinder(source);
  }

  finish(): Passage[] {
    this.#close();
    return this.#writer.passages;
  }

  line(line: MarkdownLine): void {
    if (this.#skips(line)) return;
    if (line.start < this.#displayEnd) return this.#append(line, '');
    const { text } = line;
    if (text.trim() === '') {
      this.#isApart = true;
      this.#isInTable = false;
      return;
    }
    const column = columnsOf(line.indent);
    if (this.#isApart && column < this.#itemColumn) this.#itemColumn = 0;
    if (this.#openFence(line)) return;
    if (text.startsWith('<') && this.#openHtml(text)) return this.#close();
    if (this.#isApart && column >= this.#itemColumn + 4 && !/^(?:\$\$|\\\[|\\begin)/.test(text)) return;
    if (heading.test(text) && column < 4) return this.#heading(line);
    if (thematicBreak.test(text)) return this.#rule(line);
    if (this.#table(line)) return;
    this.#text(line, column);
    this.#isApart = false;
    this.#lineBefore = text;
  }

  /** Lines inside of code, comments and the like. */
  #skips(line: MarkdownLine): boolean {
    const { text } = line;
    if (this.#isInFrontMatter) {
      if (/^(?:---|\.\.\.)\s*$/.test(text)) this.#isInFrontMatter = false;
      return true;
    }
    if (this.#fence !== undefined) {
      if (this.#fence.close.test(text)) this.#closeFence(line, this.#fence);
      return true;
    }
    if (this.#isInComment) {
      if (text.includes('-->')) this.#isInComment = false;
      return true;
    }
    if (this.#closingTag !== undefined) {
      if (text.toLowerCase().includes(this.#closingTag)) this.#closingTag = undefined;
      return true;
    }
    return false;
  }

  #openFence(line: MarkdownLine): boolean {
    if (/^:{3,}/.test(line.text)) {
      this.#close();
      this.#isApart = true;
      return true;
    }
    const found = fence.exec(line.text);
    if (found === null) return false;
    const [, signs = '', language = ''] = found;
    if (signs.startsWith('`') && line.text.slice(signs.length).includes('`')) return false;
    const isMath = /^(?:math|latex-math|katex)$/i.test(language);
    if (!isMath) this.#close();
    const close = new RegExp(`^${signs.charAt(0)}{${signs.length},}[ \\t]*$`);
    this.#fence = { close, isMath, contentStart: Math.min(line.end + 1, this.#source.length) };
    return true;
  }

  #closeFence(line: MarkdownLine, { isMath, contentStart }: { isMath: boolean; contentStart: number }): void {
    this.#fence = undefined;
    this.#isApart = true;
    if (!isMath) return;
    this.#flush();
    const raw = this.#source.slice(contentStart, line.start);
    const text = raw.replace(/^[ \t]*(?:>[ \t]?)+/gm, (signs) => ' '.repeat(signs.length));
    this.#writer.formula({ text, start: contentStart, isDisplay: true, environment: undefined, hasComments: true });
  }

  #openHtml(text: string): boolean {
    if (text.startsWith('<!--')) {
      this.#isInComment = !text.includes('-->', 4);
      // Text may go on behind the comment.
      return this.#isInComment || /-->\s*$/.test(text);
    }
    const name = rawHtml.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (!text.toLowerCase().includes(`</${name}`)) this.#closingTag = `</${name}`;
    return true;
  }

  #heading(line: MarkdownLine): void {
    this.#close();
    this.#isApart = true;
    this.#itemColumn = 0;
    const marker = heading.exec(line.text)?.[0] ?? '';
    this.#newSection(line.text.slice(marker.length));
    this.#open('heading', line, marker);
    this.#close();
  }

  #newSection(title: string): void {
    if (!sameScope.test(title.trim())) this.#writer.section += 1;
  }

  #rule(line: MarkdownLine): void {
    if (line.start === 0 && line.text.startsWith('---')) {
      this.#isInFrontMatter = true;
      return;
    }
    // The line below a heading; else a break between parts.
    const isHeading = !this.#isApart && /^(?:-+|=+)\s*$/.test(line.text);
    if (isHeading && this.#block !== undefined) {
      this.#newSection(this.#lineBefore);
      this.#block.kind = 'heading';
      this.#close();
    } else {
      this.#close();
      this.#writer.section += 1;
    }
    this.#isApart = true;
    this.#itemColumn = 0;
  }

  /** Cells are passages of their own: nothing goes on from one to the next. */
  #table(line: MarkdownLine): boolean {
    const { text } = line;
    if (!this.#isInTable && text.includes('|') && tableRule.test(text) && !this.#isApart) {
      this.#isInTable = true;
      this.#block = undefined;
      return true;
    }
    if (!this.#isInTable || !text.includes('|')) {
      this.#isInTable = false;
      return false;
    }
    this.#close();
    let from = line.end - text.length;
    for (const cell of text.split(/(?<!\\)\|/)) {
      this.#writer.begin('paragraph');
      readInline(cell, from, this.#writer);
      this.#writer.end();
      from += cell.length + 1;
    }
    this.#isApart = false;
    return true;
  }

  #text(line: MarkdownLine, column: number): void {
    const marker = item.exec(line.text)?.[0];
    const kind = line.quote === '' ? 'paragraph' : 'quote';
    const isItem = marker !== undefined && (this.#isApart || this.#itemColumn > 0 || /^[-*+]|^\d/.test(marker));
    if (isItem) {
      this.#close();
      this.#itemColumn = column + columnsOf(marker);
      this.#open(kind === 'quote' ? 'quote' : 'item', line, marker);
      return;
    }
    const own = this.#itemColumn > 0 && kind !== 'quote' ? 'item' : kind;
    const isDisplay = /^(?:\$\$|\\\[|\\begin\{)/.test(line.text);
    if (this.#block !== undefined && this.#isApart && !(isDisplay && this.#block.kind !== 'heading')) this.#close();
    if (this.#block !== undefined && (this.#block.kind === 'quote') !== (kind === 'quote') && kind === 'quote')
      this.#close();
    if (this.#block === undefined) this.#open(own, line, '');
    else this.#append(line, '');
  }

  #open(kind: Passage['kind'], line: MarkdownLine, marker: string): void {
    this.#close();
    this.#block = { kind, start: line.start, parts: [], end: line.start };
    this.#append(line, marker);
  }

  #append(line: MarkdownLine, marker: string): void {
    const block = this.#block;
    if (block === undefined) return;
    // What lies between was skipped: blank lines, comments.
    block.parts.push(this.#source.slice(block.end, line.start).replace(/[^\n]/g, ' '));
    const before = line.end - line.text.length - line.start + marker.length;
    block.parts.push(' '.repeat(before), line.text.slice(marker.length));
    block.end = line.end;
    if (line.start >= this.#displayEnd) this.#displayEnd = this.#endOfDisplays(line.start + before, line.end);
  }

  /** Where the last display that begins on a line ends, if not on the line itself. */
  #endOfDisplays(from: number, to: number): number {
    let end = 0;
    const opening = /`+|\$\$|\\\[|\\begin\{[a-zA-Z]+\*?\}|\\[^]/g;
    const text = this.#source.slice(from, to);
    for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
      const sign = found[0];
      if (sign.startsWith('`')) {
        const close = text.indexOf(sign, opening.lastIndex);
        if (close !== -1) opening.lastIndex = close + sign.length;
        continue;
      }
      const close = this.#displays.at(from + found.index);
      if (close === undefined) continue;
      if (close.end > to) end = close.end;
      opening.lastIndex = close.end - from;
    }
    return end;
  }

  #flush(): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    this.#writer.begin(block.kind);
    readInline(block.parts.join('').replace(/\r/g, ' '), block.start, this.#writer);
  }

  #close(): void {
    this.#flush();
    this.#writer.end();
  }
}
