import type { Passage } from './passage.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const mark = /(?:<!--[ \t]*|(?<!\\)%+[ \t]*|\{\/\*[ \t]*)thunk-ignore(-start|-end)?(?![\w-])[^\n]*?(?:-->|\*\/\}|$)/gm;

/**
 * The parts of a document whose author wants no findings: `thunk-ignore` in a comment means its line or, alone on its
 * line, the passage below (inside of a passage: the rest of it); what lies between `thunk-ignore-start` and
 * `thunk-ignore-end` (or the end of the document) is left out too.
 */
export function ignoredRanges(source: string, passages: readonly Passage[]): Range[] {
  if (!source.includes('thunk-ignore')) return [];
  const ranges: Range[] = [];
  let open: number | undefined;
  for (const found of source.matchAll(mark)) {
    const [text, edge] = found;
    const { index } = found;
    if (edge === '-start') open ??= index;
    else if (edge === '-end') {
      if (open !== undefined) ranges.push({ start: open, end: index });
      open = undefined;
    } else ranges.push(rangeOf(source, index, index + text.length, passages));
  }
  if (open !== undefined) ranges.push({ start: open, end: source.length });
  return ranges;
}

function rangeOf(source: string, start: number, end: number, passages: readonly Passage[]): Range {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const newline = source.indexOf('\n', end);
  const lineEnd = newline === -1 ? source.length : newline;
  const isAlone = /^[\s>*-]*$/.test(source.slice(lineStart, start)) && source.slice(end, lineEnd).trim() === '';
  if (!isAlone) return { start: lineStart, end: lineEnd };
  const next = passages.find((passage) => passage.end > end);
  return { start, end: next?.end ?? lineEnd };
}

/** Whether a place touches one of the ranges. */
export function isIgnored({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start < end && start < range.end);
}
