import type { Judgement, LineVerdict } from '../../core/check/work/judgement.ts';

/**
 * What is said of a line: 'wrong' is the first that is; 'after-wrong' is one that follows from a wrong line, or is wrong
 * itself after the first; 'plain' says nothing that could be checked (as given, a definition).
 */
export type LineState = 'right' | 'wrong' | 'after-wrong' | 'unchecked' | 'plain';

/** A line of the learner's in the document. Offsets are UTF-16, half open. */
export interface MarkedLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface LineMark extends MarkedLine {
  /** Which of the learner's lines it is, from 1 on. */
  readonly number: number;
  readonly state: LineState;
  readonly verdict: LineVerdict;
  /** The lines (their starts now) that it follows from, up to the problem: when one of them changes, this says nothing. */
  readonly from: LineMark | undefined;
  /** What a squiggle stands under. */
  readonly at: { readonly start: number; readonly end: number };
}

/** One change of a document: `length` characters from `offset` on became `text`. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** One mark a line, in their order. */
export function marksOf(lines: readonly MarkedLine[], { verdicts, firstError }: Judgement): LineMark[] {
  const marks: LineMark[] = [];
  for (const [index, line] of lines.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined) break;
    const from = marks[verdict.from ?? index - 1];
    marks.push({
      ...line,
      number: index + 1,
      verdict,
      from,
      at: partOf(line, verdict),
      state: stateOf(verdict, index === firstError, from),
    });
  }
  return marks;
}

function stateOf(verdict: LineVerdict, isFirstError: boolean, from: LineMark | undefined): LineState {
  const { kind, relation } = verdict;
  if (kind === 'invalid') return isFirstError ? 'wrong' : 'after-wrong';
  if (relation === 'given' || relation === 'definition') return 'plain';
  const isChecked = kind === 'proved' || kind === 'valid';
  if (isChecked && (from?.state === 'wrong' || from?.state === 'after-wrong')) return 'after-wrong';
  return isChecked ? 'right' : 'unchecked';
}

function partOf({ start, end, text }: MarkedLine, { at }: LineVerdict): LineMark['at'] {
  // Where the line stands in the document as it was given, its parts do too.
  const isVerbatim = end - start === text.length;
  return at === undefined || !isVerbatim || at.end <= at.start
    ? { start, end }
    : { start: start + at.start, end: Math.min(end, start + at.end) };
}

/** The marks after the change: moved, without those of the edited lines and of what followed from them. */
export function marksAfter(marks: readonly LineMark[], change: Change): LineMark[] {
  const kept = new Map<LineMark, LineMark>();
  for (const mark of marks) {
    const from = mark.from === undefined ? undefined : kept.get(mark.from);
    if (touches(mark, change) || (mark.from !== undefined && from === undefined)) continue;
    const shift = change.offset <= mark.start ? change.text.length - change.length : 0;
    const moved = { ...mark, start: mark.start + shift, end: mark.end + shift };
    kept.set(mark, { ...moved, from, at: { start: mark.at.start + shift, end: mark.at.end + shift } });
  }
  return [...kept.values()];
}

/** A whole line that is put before or behind it doesn't change a line. */
export function touches({ start, end }: { start: number; end: number }, { offset, length, text }: Change): boolean {
  if (offset > end || offset + length < start) return false;
  if (length === 0 && offset === end) return !/^\r?\n/.test(text);
  if (length === 0 && offset === start) return !text.endsWith('\n');
  return true;
}
