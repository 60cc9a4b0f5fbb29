import type { Finding } from '../../core/lint/lintResult.ts';
import { proseToPlain } from '../../core/text/stepProse.ts';
import type { Paint } from '../solve/stepText.ts';
import type { DocumentText } from './documents.ts';
import { lineMap, type Position } from './lineMap.ts';

/** A wrong claim with its place in words that a person and a tool understand. */
export interface Report {
  readonly file: string;
  /** 1-based cell of a notebook; lines and columns are then within the cell. */
  readonly cell?: number | undefined;
  readonly start: Position;
  readonly end: Position;
  /** The claim as it is written. */
  readonly text: string;
  /** The source line that it begins on. */
  readonly lineText: string;
  readonly finding: Finding;
}

export interface Totals {
  files: number;
  wrong: number;
  confirmed: number;
  undecided: number;
}

export function reportsOf(document: DocumentText, findings: readonly Finding[]): readonly Report[] {
  const { positionOf, lineText } = lineMap(document.text);
  return findings.map((finding) => {
    const start = positionOf(finding.start);
    return {
      file: document.file,
      cell: document.cell,
      start,
      end: positionOf(finding.end),
      text: document.text.slice(finding.start, finding.end),
      lineText: lineText(start.line),
      finding,
    };
  });
}

/** For a terminal: place, message, the line with its mark. Editors and CI know `file:line:column: severity: message`. */
export function plainReport({ file, cell, start, end, lineText, finding }: Report, paint: Paint): string {
  const place = `${file}:${cell === undefined ? '' : `cell ${cell}:`}${start.line}:${start.column}`;
  const id = finding.verdict.mistake === undefined ? '' : ` [${finding.verdict.mistake.id}]`;
  const { before, claim, after } = excerpt(
    lineText,
    start.column - 1,
    end.line === start.line ? end.column - 1 : Infinity,
  );
  const mark = `${' '.repeat(cells(before))}${'^'.repeat(Math.max(1, cells(claim)))}`;
  return [
    `${paint('bold', place)}: ${paint('red', 'wrong')}: ${harmless(proseToPlain(finding.message))}${id}`,
    `    ${before}${claim}${after}`,
    `    ${paint('red', mark)}`,
    '',
  ].join('\n');
}

export function plainTotals({ files, wrong, confirmed, undecided }: Totals): string {
  const claims = wrong === 1 ? '1 wrong claim' : `${wrong} wrong claims`;
  return `${claims} in ${files === 1 ? '1 file' : `${files} files`}; ${confirmed} confirmed, ${undecided} not decided.\n`;
}

export function jsonReport({ file, cell, start, end, text, finding }: Report): object {
  const { verdict, message, fix } = finding;
  return {
    file,
    cell,
    line: start.line,
    column: start.column,
    end_line: end.line,
    end_column: end.column,
    text,
    message,
    verdict: verdict.kind,
    how: verdict.how,
    relation: verdict.relation,
    mistake: verdict.mistake?.id,
    evidence: verdict.evidence,
    fix: fix?.newText,
  };
}

/** How much of a line is shown around a claim, and of the claim itself. */
const shownAround = 80;
const shownClaim = 160;

/** The part of a line that fits a terminal, with no sign that would do something there. */
function excerpt(line: string, start: number, end: number): { before: string; claim: string; after: string } {
  const show = (text: string): string => harmless(text.replaceAll('\t', ' ').replace(/\p{Surrogate}/gu, '\ufffd'));
  const stop = Math.min(end, line.length);
  const [from, cut, to] = [
    Math.max(0, start - shownAround),
    Math.min(stop, start + shownClaim),
    Math.min(line.length, stop + shownAround),
  ];
  return {
    before: `${from > 0 ? '…' : ''}${show(line.slice(from, start))}`,
    claim: `${show(line.slice(start, cut))}${cut < stop ? '…' : ''}`,
    after: cut < stop ? '' : `${show(line.slice(stop, to))}${to < line.length ? '…' : ''}`,
  };
}

/** How many columns of a terminal a text takes: marks none, wide signs two. */
function cells(text: string): number {
  let count = 0;
  for (const sign of text) count += /\p{M}|\u200b|\u200c|\u200d|\ufe0f/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return count;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
