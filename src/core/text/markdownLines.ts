/** One line of Markdown behind its block quote. Offsets are into the whole document. */
export interface MarkdownLine {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** `> > ` as it was written, or empty. */
  readonly quote: string;
  /** White space between the quote and the first sign. */
  readonly indent: string;
  /** From the first sign to the end. */
  readonly text: string;
}

const quotePrefix = /^(?:[ \t]{0,3}>[ ]?)+/;

/** Calls `visit` for each line; the line end may be \n, \r\n or \r. */
export function forEachLine(source: string, visit: (line: MarkdownLine) => void): void {
  const length = source.length;
  let start = 0;
  while (start <= length) {
    let newline = source.indexOf('\n', start);
    if (newline === -1) newline = length;
    let end = newline;
    if (end > start && source.charCodeAt(end - 1) === 13) end -= 1;
    visit(readLine(source, start, end));
    start = newline + 1;
  }
}

function readLine(source: string, start: number, end: number): MarkdownLine {
  let first = start;
  while (first < end && isSpace(source.charCodeAt(first))) first += 1;
  let quote = '';
  if (source.charCodeAt(first) === 62 /* > */ && first < end) {
    quote = quotePrefix.exec(source.slice(start, end))?.[0] ?? '';
    first = start + quote.length;
    while (first < end && isSpace(source.charCodeAt(first))) first += 1;
  }
  return { start, end, quote, indent: source.slice(start + quote.length, first), text: source.slice(first, end) };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** Columns that white space takes, a tab reaching the next multiple of four. */
export function columnsOf(space: string): number {
  let columns = 0;
  for (const sign of space) columns = sign === '\t' ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}
