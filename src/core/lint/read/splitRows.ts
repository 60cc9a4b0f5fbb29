import type { Rows } from './environments.ts';
import { sliceMapped, trimMapped, type Mapped } from './mapped.ts';

/** Formulas of one row, a column (or pair of columns) each; a gap where rows before and after don't continue each other. */
export type Row = { readonly type: 'row'; readonly cells: readonly Mapped[] } | { readonly type: 'gap' };

interface Cut {
  readonly start: number;
  readonly end: number;
  /** Places of the `&` in the row. */
  readonly marks: readonly number[];
}

const token =
  /\\\\\*?(?:\s*\[[^\]\n]{0,20}\])?|\\cr(?![A-Za-z])|\\(begin|end)\s*\{[^{}\n]{1,40}\}|\\(?:short)?intertext\s*\{|\\[^]|[{}&]/g;

/** The rows of an alignment; alignment marks become white space. */
export function splitRows(content: Mapped, kind: Rows): Row[] {
  const cuts = cutRows(content.text);
  const isOneColumn = kind !== 'pairs' || cuts.every(({ marks }) => marks.length <= 1);
  const joined = isOneColumn ? joinBroken(content.text, cuts) : cuts;
  return joined.flatMap(({ start, end, marks }): Row[] => {
    const text = content.text.slice(start, end);
    if (/^[\s&]*\\(?:vdots|cdots|ldots|dots|ddots)[\s&.,;]*$/.test(text)) return [{ type: 'gap' }];
    const cells = isOneColumn ? [{ start, end }] : pairs(start, end, marks);
    const parts = cells.map((cell) => trimMapped(unmarked(sliceMapped(content, cell.start, cell.end))));
    return parts.some((part) => part.text !== '') ? [{ type: 'row', cells: parts }] : [];
  });
}

function cutRows(text: string): Cut[] {
  const cuts: Cut[] = [];
  let depth = 0;
  let nested = 0;
  let start = 0;
  let marks: number[] = [];
  const close = (end: number, next: number): void => {
    cuts.push({ start, end, marks });
    start = next;
    marks = [];
  };
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [sign, edge] = found;
    const after = found.index + sign.length;
    if (edge !== undefined) nested = Math.max(0, nested + (edge === 'begin' ? 1 : -1));
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign.endsWith('intertext{') || /intertext\s*\{$/.test(sign)) depth += 1;
    else if (depth > 0 || nested > 0) continue;
    else if (sign === '&') marks.push(found.index);
    else if (sign.startsWith('\\\\') || sign === '\\cr') close(found.index, after);
  }
  close(text.length, text.length);
  return cuts;
}

function pairs(start: number, end: number, marks: readonly number[]): { start: number; end: number }[] {
  const edges = marks.filter((_, index) => index % 2 === 1);
  return [start, ...edges].map((from, index) => ({ start: from, end: edges[index] ?? end }));
}

const continues =
  /^[\s&]*(?:\\q?quad|\\[,;:! ]|\\phantom\{[^{}]*\}|\\mathrel\{\}|\{\}|\s|&)*(?:[+/*)\]}]|\\(?:cdot|times|div|pm|mp|right|rbrace)(?![A-Za-z])|\\[)\]}])/;
const continuesByMinus = /^\s*&(?:\\q?quad|\\[,;:! ]|\\phantom\{[^{}]*\}|\{\}|[\s&])*-/;
const isOpen =
  /(?:[-+*/=<>([]|\\(?:cdot|times|div|pm|mp|le|ge|leq|geq|neq?|approx|equiv|left\s*[([.|]|left\s*\\\{))[\s&]*(?:\\q?quad|\\[,;:! ]|\\right\s*\.|[\s&])*$/;
const relation = /[=<>]|\\(?:le|ge|leq|geq|ne|neq|approx|equiv)(?![A-Za-z])/;

/** A formula may be too long for its line: the rows that go on with it are one with it. */
function joinBroken(text: string, cuts: readonly Cut[]): Cut[] {
  const joined: Cut[] = [];
  /** Brackets that are still open at the end of the row before. */
  let open = 0;
  for (const cut of cuts) {
    const before = joined.at(-1);
    const row = text.slice(cut.start, cut.end);
    const isContinued =
      before !== undefined &&
      row.trim() !== '' &&
      (open > 0 ||
        continues.test(row.slice(0, 200)) ||
        continuesByMinus.test(row.slice(0, 200)) ||
        (/^\s*-/.test(row) && !relation.test(row)) ||
        isOpen.test(text.slice(Math.max(before.start, before.end - 80), before.end)));
    if (isContinued) {
      joined.pop();
      joined.push({
        start: before.start,
        end: cut.end,
        marks: [...before.marks.slice(0, 1), ...cut.marks.slice(0, 1)],
      });
      open += balanceOf(row);
    } else {
      joined.push(cut);
      open = balanceOf(row);
    }
  }
  return joined;
}

/** How many more brackets open than close. */
function balanceOf(text: string): number {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
  }
  return depth;
}

/** Alignment marks and the ends of joined rows, outside of matrices and the like, become white space. */
function unmarked(row: Mapped): Mapped {
  if (!/&|\\\\|\\cr/.test(row.text)) return row;
  let nested = 0;
  let depth = 0;
  const text = row.text.replace(token, (sign: string, edge: string | undefined) => {
    if (edge !== undefined) nested = Math.max(0, nested + (edge === 'begin' ? 1 : -1));
    else if (sign === '{' || /intertext\s*\{$/.test(sign)) depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (nested === 0 && depth === 0 && (sign === '&' || sign.startsWith('\\\\') || sign === '\\cr'))
      return ' '.repeat(sign.length);
    return sign;
  });
  return { ...row, text };
}
