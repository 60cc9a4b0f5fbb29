import type { Line } from './line.ts';
import { andLead, hyphenMark, leadIn, leadWords, listMark, orLead } from './words.ts';

export interface PeelOptions {
  /** A hyphen and a space at the beginning are a list marker, and no minus. */
  readonly isHyphenMark?: boolean | undefined;
  /** A number in brackets behind the formula is its label, and no factor. */
  readonly isLabelled?: boolean | undefined;
}

const blank = /^[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/;
const blankEnd = /[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]+$/;
const trailing =
  /(?:\\\\|\\newline|\\(?:checkmark|square|blacksquare|Box|qed)|\\(?:quad|qquad|,|;|!|:| )|\\(?:tag|label)\*?\{[^{}]{0,40}\}|[✓✔☑∎■□]|\bq\.?e\.?d\.?|\\[,;]|(?<!\\)[,;:]|\*\*|\s&)$/i;
const label = /(?:\s|\\quad|\\qquad)\((?:\d{1,2}|[ivx]{1,4}|\*{1,3})\)$/;
/** `| :2` behind an equation says what is done next. */
const operation = /\s\|\s*(?:[:+\-−–*·/÷]|\\(?:cdot|div|times)|\(\s*\)|√|ln\b|log\b)[^|]{0,40}$/;

/** The range of a line without marks of lists, words that only lead over, and signs that end it. */
export function peel(
  text: string,
  { isHyphenMark = false, isLabelled = false }: PeelOptions,
): { readonly lead: Line['lead']; readonly start: number; readonly end: number } {
  let [start, end] = [0, text.length];
  let lead: Line['lead'] = 'none';
  const take = (pattern: RegExp): boolean => {
    const found = pattern.exec(text.slice(start, Math.min(end, start + 200)))?.[0];
    if (found === undefined || found === '') return false;
    start += found.length;
    return true;
  };
  for (let turn = 0; turn < 40; turn += 1) {
    if (take(blank) || take(/^\*\*/) || take(leadIn) || (turn < 8 && take(listMark))) continue;
    if (isHyphenMark && turn < 3 && take(hyphenMark)) continue;
    if (take(leadWords)) continue;
    if (lead === 'none' && take(orLead)) lead = 'or';
    else if (lead === 'none' && take(andLead)) lead = 'and';
    else break;
  }
  for (let turn = 0; turn < 40 && end > start; turn += 1) {
    const tail = text.slice(Math.max(start, end - 120), end);
    const found = (blankEnd.exec(tail) ?? trailing.exec(tail) ?? (isLabelled ? label.exec(tail) : null))?.[0];
    if (found === undefined) {
      const bars = operation.exec(tail);
      const isOperation = bars !== null && (text.slice(start, end).split('|').length - 1) % 2 === 1;
      if (!isOperation) break;
      end -= bars[0].length;
    } else end -= found.length;
  }
  return { lead, start, end };
}
