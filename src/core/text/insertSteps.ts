import type { Step } from '../session/step.ts';
import type { FoundProblem, Place } from './foundProblem.ts';
import { renderStep, stepLabel, type RenderOptions } from './renderStep.ts';

/** Replace nothing at `offset` by `newText`. Offsets are UTF-16, into the document as it is now. */
export interface Insertion {
  readonly offset: number;
  readonly newText: string;
}

export interface StepToInsert {
  /** 0-based along its branch. */
  readonly index: number;
  readonly step: Step;
  /** The session says that it was inserted: then the learner may have changed its words since. */
  readonly wasInserted: boolean;
}

/** A step that already stands below its problem. */
interface Standing {
  readonly index: number;
  readonly label: string;
  readonly firstLine: string;
  /** After its last line's text. */
  readonly end: number;
}

/** Which of the steps (their indices) stand in the document below their problem. */
export function standingSteps(
  source: string,
  problem: FoundProblem,
  steps: readonly StepToInsert[],
  options: RenderOptions,
): ReadonlySet<number> {
  const standing = findStanding(source, problem, steps, options);
  return new Set(steps.filter((step) => isStanding(step, standing, problem.place, options)).map(({ index }) => index));
}

/** The edits that bring those of the steps that aren't there into the document, in its own form. */
export function insertSteps(
  source: string,
  problem: FoundProblem,
  steps: readonly StepToInsert[],
  options: RenderOptions,
): readonly Insertion[] {
  const standing = findStanding(source, problem, steps, options);
  const missing = steps.filter((step) => !isStanding(step, standing, problem.place, options));
  const byPlace = new Map<number, StepToInsert[]>();
  for (const step of missing) {
    // Behind the last step that comes before it, or behind the problem.
    const before = standing.filter(({ index }) => index <= step.index);
    const offset = Math.max(problem.end, ...before.map(({ end }) => end));
    byPlace.set(offset, [...(byPlace.get(offset) ?? []), step]);
  }
  return [...byPlace].map(([offset, group]) => ({ offset, newText: textAt(source, offset, problem, group, options) }));
}

function isStanding(step: StepToInsert, standing: readonly Standing[], place: Place, options: RenderOptions): boolean {
  const first = renderStep(place.form, step.step, step.index, options)[0];
  return standing.some(({ index, firstLine }) => index === step.index && (step.wasInserted || firstLine === first));
}

/** Steps are found by their labels, so that they are found when everything around them moved. */
function findStanding(
  source: string,
  problem: FoundProblem,
  steps: readonly StepToInsert[],
  options: RenderOptions,
): Standing[] {
  const { form, prefix, suffix } = problem.place;
  const labels = Array.from({ length: Math.max(-1, ...steps.map(({ index }) => index)) + 1 }, (_, index) => ({
    index,
    label: stepLabel(form, options.stepWord, index),
  }));
  const found: Standing[] = [];
  const lines = linesOf(source, problem.end, problem.regionEnd, prefix, suffix);
  for (const [at, line] of lines.entries()) {
    const match = labels.find(({ label }) => line.text.startsWith(label));
    if (match === undefined) continue;
    const last = lines[lastLineOf(form, lines, at)] ?? line;
    found.push({ ...match, firstLine: line.text, end: last.end });
  }
  return found;
}

interface Line {
  readonly text: string;
  readonly end: number;
}

function linesOf(source: string, from: number, to: number, prefix: string, suffix: string): Line[] {
  const lines: Line[] = [];
  const signs = prefix.trim();
  const closing = suffix.trim();
  for (let start = from; start <= to;) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 || newline > to ? to : newline;
    const raw = source.slice(start, end).replace(/\r$/, '');
    let text = raw.trim();
    if (signs !== '' && text.startsWith(signs)) text = text.slice(signs.length).trimStart();
    if (closing !== '' && text.endsWith(closing)) text = text.slice(0, -closing.length).trimEnd();
    lines.push({ text, end: start + raw.trimEnd().length });
    if (newline === -1) break;
    start = newline + 1;
  }
  return lines;
}

/** A step is its paragraph and the formula behind it. */
function lastLineOf(form: Place['form'], lines: readonly Line[], first: number): number {
  let last = first;
  const textAtLine = (index: number): string => lines[index]?.text ?? '';
  if (form === 'latex') {
    while (textAtLine(last + 1) !== '' && !textAtLine(last + 1).startsWith('\\textbf{')) {
      last += 1;
      if (/^\\end\{align\*?\}/.test(textAtLine(last))) break;
      if (/^\\(?:item|end)\b/.test(textAtLine(last))) return last - 1;
    }
    return last;
  }
  while (textAtLine(last + 1) !== '' && !isItem(textAtLine(last + 1), form)) last += 1;
  if (form === 'comment') return last;
  let next = last + 1;
  while (next < lines.length && textAtLine(next) === '') next += 1;
  if (!textAtLine(next).startsWith('$$')) return last;
  if (textAtLine(next).length > 2 && textAtLine(next).endsWith('$$')) return next;
  const close = lines.findIndex((line, index) => index > next && line.text.endsWith('$$'));
  return close === -1 ? last : close;
}

/** In a comment the next step follows without a gap. */
function isItem(text: string, form: Place['form']): boolean {
  return form === 'comment' && /^\p{L}+ \d+\./u.test(text);
}

function textAt(
  source: string,
  offset: number,
  problem: FoundProblem,
  group: readonly StepToInsert[],
  options: RenderOptions,
): string {
  const { form, prefix, suffix } = problem.place;
  const lineEnd = lineEndOf(source);
  const isComment = form === 'comment';
  const blank = isComment && suffix === '' ? prefix.trimEnd() : isComment ? '' : prefix.replace(/[ \t]+$/, '');
  const rendered = group.map(({ step, index }) =>
    renderStep(form, step, index, options).map((line) => (line === '' ? blank : `${prefix}${line}${suffix}`)),
  );
  // In a comment, a blank line stands between the problem and the first step only.
  const gaps = rendered.map((_, order) => (isComment && (order > 0 || offset > problem.end) ? [] : [blank]));
  const lines = rendered.flatMap((step, order) => [...(gaps[order] ?? []), ...step]);
  const text = lineEnd + lines.join(lineEnd);
  return needsBlankAfter(source, offset, form) ? `${text}${lineEnd}${blank}` : text;
}

/** Whatever follows on the next line must not run into the step. */
function needsBlankAfter(source: string, offset: number, form: Place['form']): boolean {
  if (form !== 'markdown') return false;
  const rest = /^[ \t]*\r?\n(.*)/.exec(source.slice(offset, offset + 400));
  const next = rest?.[1]?.replace(/^[ \t>]*/, '').trim() ?? '';
  return next !== '' && !/^(?:[-*+]|\d+[.)]|[a-z][.)]|#{1,6})\s/i.test(next);
}

export function lineEndOf(source: string): '\n' | '\r\n' {
  const first = source.indexOf('\n');
  return first > 0 && source.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}
