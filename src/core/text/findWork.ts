import { readPassages } from '../lint/findPassages.ts';
import type { Passage, Piece } from '../lint/passage.ts';
import { readDefinitions } from '../lint/read/macros.ts';
import { opaque } from '../lint/read/opaque.ts';
import { documentFormOf } from './findProblems.ts';
import type { FoundProblem } from './foundProblem.ts';

/** One line of the learner's own work. Offsets are UTF-16 into the document, half open. */
export interface WorkLine {
  /**
   * Words with their formulas in delimiters, or one row of a display without them. As long as `end - start`, character
   * by character, unless a macro of the document was written out in it.
   */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines that stand below a problem, up to the end of its region: its steps and what the learner wrote. */
export function findWork(source: string, languageId: string, problem: FoundProblem): WorkLine[] {
  if (problem.place.form === 'comment') return commentLines(source, problem);
  const form = documentFormOf(languageId) === 'latex' ? 'latex' : 'markdown';
  // Only what belongs to the problem is read: this is asked while somebody types.
  const base = problem.anchor;
  const region = source.slice(base, problem.regionEnd);
  const from = problem.end - base;
  const before = source.slice(0, base);
  const macros = definition.test(before) ? readDefinitions(before) : undefined;
  return readPassages(region, form, macros)
    .filter(({ end }) => end > from)
    .flatMap((passage) => linesOf(region, passage, from, region.length))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ text, start, end }) => ({ text, start: start + base, end: end + base }));
}

const definition = /\\(?:(?:re)?new|provide|Declare|[gex]?def\b|let\b)/;

/** A line ends where the text has a line end outside of formulas; each row of a display is a line. */
function linesOf(source: string, { pieces }: Passage, from: number, to: number): WorkLine[] {
  const lines: WorkLine[] = [];
  let parts: string[] = [];
  let start = from;
  let at = from;
  const endLine = (): void => {
    const whole = parts.join('');
    const text = whole.trim();
    const length = whole.length - whole.trimStart().length;
    if (text !== '') lines.push({ text, start: start + length, end: at - (whole.length - whole.trimEnd().length) });
    parts = [];
  };
  const add = (text: string, begin: number, end: number): void => {
    if (parts.length === 0) start = begin;
    else parts.push(source.slice(at, begin));
    parts.push(text);
    at = end;
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.start < from || piece.end > to) continue;
    if (piece.type === 'formula' && piece.isDisplay) {
      endLine();
      lines.push({ text: piece.source, start: piece.start, end: piece.end });
      continue;
    }
    if (piece.type === 'formula') {
      const { begin, end } = withDelimiters(source, piece, pieces[index - 1], pieces[index + 1]);
      const text =
        piece.offsets === undefined || piece.isBare === true ? source.slice(piece.start, piece.end) : piece.source;
      add(`${source.slice(begin, piece.start)}${text}${source.slice(piece.end, end)}`, Math.max(begin, at), end);
      continue;
    }
    let begin = piece.start;
    for (const [order, line] of shown(source, piece).split('\n').entries()) {
      if (order > 0) endLine();
      if (line !== '') add(line, begin, begin + line.length);
      begin += line.length + 1;
    }
  }
  endLine();
  return lines;
}

/** `$` and the like around a formula inside of a line. */
function withDelimiters(
  source: string,
  formula: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
): { begin: number; end: number } {
  const opening = /(?:\$`?|\\\()\s*$/.exec(source.slice(Math.max(before?.end ?? 0, formula.start - 20), formula.start));
  const closing = /^\s*(?:`?\$|\\\))/.exec(
    source.slice(formula.end, Math.min(after?.start ?? Infinity, formula.end + 20)),
  );
  return { begin: formula.start - (opening?.[0].length ?? 0), end: formula.end + (closing?.[0].length ?? 0) };
}

/** The words without marks of emphasis; code as it is, since learners write mathematics like that. */
function shown(source: string, { text, start }: { text: string; start: number }): string {
  if (!text.includes(opaque)) return text;
  return text.replace(new RegExp(`${opaque}+`, 'g'), (hidden, at: number) =>
    source.slice(start + at, start + at + hidden.length).replace(/\n/g, ' '),
  );
}

function commentLines(source: string, { end, regionEnd, place }: FoundProblem): WorkLine[] {
  const lines: WorkLine[] = [];
  const signs = place.prefix.trim();
  const closing = place.suffix.trim();
  // The rest of the problem's own line is not a line below it.
  for (let at = nextLine(source, end); at < regionEnd; at = nextLine(source, at)) {
    const newline = source.indexOf('\n', at);
    let lineEnd = Math.min(newline === -1 ? source.length : newline, regionEnd);
    let start = at;
    const skipSpace = (): void => {
      while (start < lineEnd && /\s/.test(source.charAt(start))) start += 1;
      while (lineEnd > start && /\s/.test(source.charAt(lineEnd - 1))) lineEnd -= 1;
    };
    skipSpace();
    if (signs !== '' && source.startsWith(signs, start)) start += signs.length;
    skipSpace();
    if (closing !== '' && source.slice(start, lineEnd).endsWith(closing)) lineEnd -= closing.length;
    skipSpace();
    const text = source.slice(start, lineEnd);
    if (/[\p{L}\p{N}]/u.test(text)) lines.push({ text, start, end: lineEnd });
  }
  return lines;
}

function nextLine(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  return newline === -1 ? source.length : newline + 1;
}
