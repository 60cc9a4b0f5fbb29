import type { Finding } from '../../core/lint/finding.ts';
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
  const width = Math.max(1, (end.line === start.line ? end.column : lineText.length + 1) - start.column);
  const shown = lineText.replaceAll('\t', ' ');
  const mark = `${' '.repeat(start.column - 1)}${'^'.repeat(width)}`;
  return [
    `${paint('bold', place)}: ${paint('red', 'wrong')}: ${harmless(proseToPlain(finding.message))}${id}`,
    `    ${harmless(shown)}`,
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

function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
