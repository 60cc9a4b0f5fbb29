import type { CommentSyntax } from './commentSyntax.ts';
import type { FoundProblem, Place } from './foundProblem.ts';
import { posesProblem } from './posesProblem.ts';
import { firstWords } from './problemTitle.ts';

/** A comment, line by line: consecutive line comments, or one block. */
interface Comment {
  readonly lines: readonly CommentLine[];
  /** After its last line's text, before a closing sign. */
  readonly end: number;
  /** Where the comments that go on below a one-line block end. */
  readonly regionEnd: number;
  readonly place: Place;
}

interface CommentLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `thunk:` is a problem by itself; other words introduce all kinds of remarks, so their text has to ask something. */
const marker =
  /^(?:(thunk)|problem|exercise|question|task|aufgabe|exercice|ejercicio)(?:\s+(\d+[a-z]?|\([a-z0-9]\)))?(?:\s*\([^)\n]*\))?\s*:\s*/i;
const stepLine = /^(?:Step|Schritt|Étape|Paso)\s+\d+\b/;

/** Problems in the comments of a program or a proof, in their order. */
export function findCommentProblems(source: string, syntax: CommentSyntax): FoundProblem[] {
  return comments(source, syntax).flatMap((comment) => problemsOf(comment));
}

function problemsOf(comment: Comment): FoundProblem[] {
  const { lines } = comment;
  const starts = lines.flatMap((line, index) => (line.text.includes(':') && marker.test(line.text) ? [index] : []));
  return starts.flatMap((first, order) => {
    const next = starts[order + 1];
    const opening = lines[first];
    const match = marker.exec(opening?.text ?? '');
    if (opening === undefined || match === null) return [];
    const texts = [opening.text.slice(match[0].length)];
    let last = opening;
    for (const line of lines.slice(first + 1, next)) {
      if (line.text === '' || stepLine.test(line.text)) break;
      texts.push(line.text);
      last = line;
    }
    const text = texts.join('\n').trim();
    if (text === '' || (match[1] === undefined && !posesProblem(text))) return [];
    const number = match[2];
    const title = number === undefined ? firstWords(text) : match[0].replace(/\s*:\s*$/, '');
    const following = next === undefined ? undefined : lines[next];
    return [
      {
        kind: 'comment',
        anchor: opening.start,
        start: opening.start,
        end: last.end,
        regionEnd: following?.start ?? comment.regionEnd,
        text,
        title,
        format: /\$|\\\(|`/.test(text) ? 'markdown' : 'plain',
        place: comment.place,
      },
    ];
  });
}

function comments(source: string, syntax: CommentSyntax): Comment[] {
  const found: Comment[] = [];
  let run: { token: string; indent: string; lines: CommentLine[] } | undefined;
  const endRun = (): void => {
    const last = run?.lines.at(-1);
    if (run !== undefined && last !== undefined) {
      const place: Place = { form: 'comment', prefix: `${run.indent}${run.token} `, suffix: '' };
      found.push({ lines: run.lines, end: last.end, regionEnd: last.end, place });
    }
    run = undefined;
  };
  const signs = new Set([...syntax.line, ...syntax.block.map(([open]) => open)].map((sign) => sign.charCodeAt(0)));
  let start = 0;
  while (start < source.length) {
    const end = lineEnd(source, start);
    let first = start;
    while (first < end && (source.charCodeAt(first) === 32 || source.charCodeAt(first) === 9)) first += 1;
    if (!signs.has(source.charCodeAt(first))) {
      endRun();
      start = nextLine(source, end);
      continue;
    }
    const block = syntax.block.find(([open]) => source.startsWith(open, first));
    const token = syntax.line.find((sign) => source.startsWith(sign, first));
    // `--[[` and `#=` begin like line comments; `"""` doesn't.
    if (block !== undefined && (token === undefined || block[0].length > token.length)) {
      endRun();
      const comment = readBlock(source, start, first, block, syntax);
      found.push(comment);
      start = nextLine(source, Math.max(comment.end, first + block[0].length));
      continue;
    }
    if (token === undefined) endRun();
    else {
      const indent = source.slice(start, first);
      if (run !== undefined && (run.token !== token || run.indent !== indent)) endRun();
      run ??= { token, indent, lines: [] };
      const text = source
        .slice(first + token.length, end)
        .replace(/^[/#!%;*-]*\s*/, '')
        .trimEnd();
      run.lines.push({ start, end, text });
    }
    start = nextLine(source, end);
  }
  endRun();
  return found;
}

function readBlock(
  source: string,
  start: number,
  first: number,
  [open, close]: readonly [string, string],
  syntax: CommentSyntax,
): Comment {
  const contentStart = first + open.length;
  const closing = source.indexOf(close, contentStart);
  const contentEnd = closing === -1 ? source.length : closing;
  const indent = source.slice(start, first);
  const lines: CommentLine[] = [];
  let gutter = indent;
  for (let lineStart = start; lineStart < contentEnd; lineStart = nextLine(source, lineEnd(source, lineStart))) {
    const end = Math.min(lineEnd(source, lineStart), contentEnd);
    const from = Math.max(lineStart, contentStart);
    const raw = source.slice(from, end);
    const ornament =
      lines.length === 0 ? (/^[*!-]*\s*/.exec(raw)?.[0] ?? '') : (/^\s*(?:\*(?!\*)\s?)?[ \t]*/.exec(raw)?.[0] ?? '');
    if (lines.length === 1) gutter = /^\s*\*/.test(raw) ? `${/^\s*\*/.exec(raw)?.[0] ?? ''} ` : ornament;
    const text = raw.slice(ornament.length).trimEnd();
    lines.push({ start: lineStart, end: from + ornament.length + text.length, text });
  }
  const isOneLine = lineEnd(source, start) >= contentEnd;
  const token = syntax.line[0];
  if (!isOneLine) {
    return { lines, end: contentEnd, regionEnd: contentEnd, place: { form: 'comment', prefix: gutter, suffix: '' } };
  }
  // After a block on one line, comments go on below it.
  const end = closing === -1 ? contentEnd : closing + close.length;
  const place: Place =
    token === undefined
      ? { form: 'comment', prefix: `${indent}${open} `, suffix: ` ${close}` }
      : { form: 'comment', prefix: `${indent}${token} `, suffix: '' };
  return { lines: lines.map((line) => ({ ...line, end })), end, regionEnd: endOfComments(source, end, place), place };
}

/** Blank lines and comments in the given form that follow one. */
function endOfComments(source: string, from: number, place: Place): number {
  let end = from;
  for (let start = nextLine(source, from); start < source.length; start = nextLine(source, start)) {
    const line = source.slice(start, lineEnd(source, start)).trim();
    if (line === '') continue;
    if (!line.startsWith(place.prefix.trim()) || marker.test(line.slice(place.prefix.trim().length).trimStart())) break;
    end = lineEnd(source, start);
  }
  return end;
}

function lineEnd(source: string, start: number): number {
  const newline = source.indexOf('\n', start);
  const end = newline === -1 ? source.length : newline;
  return end > start && source.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function nextLine(source: string, end: number): number {
  const newline = source.indexOf('\n', end);
  return newline === -1 ? source.length : newline + 1;
}
