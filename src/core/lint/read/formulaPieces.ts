import type { Piece } from '../passage.ts';
import { argumentsLength, rowsOfEnvironment, type Rows } from './environments.ts';
import { placeOf, sliceMapped, trimMapped, withText, type Mapped } from './mapped.ts';
import { splitRows, type Row } from './splitRows.ts';
import { splitWords } from './splitWords.ts';

export interface RegionOptions {
  readonly isDisplay: boolean;
  /** The environment that it is the content of, if any. */
  readonly environment: string | undefined;
  /** A new number for rows that continue each other. */
  readonly nextAlignment: () => number;
}

/** The formulas, rows and words of what stands between the delimiters of mathematics, macros already expanded. */
export function formulaPieces(region: Mapped, options: RegionOptions): Piece[] {
  const plain = withText(region, withoutLayout(region.text));
  const { content, rows } = unwrap(plain, options);
  if (rows === undefined) return pieces(content, options.isDisplay, undefined);
  if (rows === 'one') {
    const joined = withText(
      content,
      content.text.replace(/\\\\\*?(?:\[[^\]\n]{0,20}\])?/g, (row) => ' '.repeat(row.length)),
    );
    return pieces(joined, true, undefined);
  }
  return joinRows(splitRows(content, rows)).flatMap((run) => rowPieces(run, rows, options));
}

/** Takes `\begin{aligned} … \end{aligned}` away where it is all there is. */
function unwrap(region: Mapped, options: RegionOptions): { content: Mapped; rows: Rows | undefined } {
  let content = trimMapped(region);
  let rows = options.environment === undefined ? undefined : rowsOfEnvironment(options.environment);
  if (options.environment !== undefined) {
    const length = argumentsLength(options.environment, content.text, 0);
    if (length > 0) content = trimMapped(sliceMapped(content, length, content.text.length));
  }
  for (let depth = 0; depth < 4; depth += 1) {
    const begin = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(content.text);
    const name = begin?.[1];
    if (begin === null || name === undefined) break;
    const end = /\\end\{([a-zA-Z]+\*?)\}\s*[.,;]?\s*$/.exec(content.text.slice(-60));
    if (end?.[1] !== name) break;
    const inside = begin[0].length + argumentsLength(name, content.text, begin[0].length);
    const close = content.text.length - end[0].length;
    const body = content.text.slice(inside, close);
    // Two environments beside each other begin and end like one.
    if (body.includes(`\\end{${name}}`)) break;
    const inner =
      rowsOfEnvironment(name) ??
      (name === 'array' && isAlignedArray(begin[0], content.text, body) ? 'triple' : undefined);
    if (inner === undefined) break;
    content = trimMapped(sliceMapped(content, inside, close));
    rows = inner;
  }
  if (rows === undefined && options.isDisplay && hasRows(content.text)) rows = 'pairs';
  return { content, rows };
}

/** `{rcl}` with a relation in the middle of each row is an alignment; others are tables, matrices and sums in columns. */
function isAlignedArray(begin: string, text: string, body: string): boolean {
  const columns = /^\s*\{\s*r?\s*c?\s*l\s*\}/.exec(text.slice(begin.length, begin.length + 40))?.[0];
  if (columns === undefined || body.includes('\\begin')) return false;
  return body.split('\\\\').every((row) => row.trim() === '' || relation.test(row));
}

const relation = /=|<|>|\\(?:le|ge|leq|geq|ne|neq|equiv|approx|leqslant|geqslant|lt|gt)(?![A-Za-z])/;

function hasRows(text: string): boolean {
  return text.includes('\\\\') && splitRows({ text, start: 0 }, 'each').length > 1;
}

const layout =
  /\\\\(?:\s*\\q?quad(?![a-zA-Z]))*|&(?:\s*\\q?quad(?![a-zA-Z]))+|\\(?:label|hspace|vspace|color|eqref|ref)\*?\s*\{[^{}]*\}|\\tag\*?\s*\{(?:[^{}$]|\$[^$]*\$|\{[^{}]*\})*\}|\\(?:nonumber|notag|displaystyle|allowbreak|displaybreak(?:\[\d\])?|hfill|hfil|noindent|smallskip|medskip|bigskip|limits|nolimits)(?![A-Za-z])|\\textcolor\s*\{[^{}]*\}|[\r\n]/g;

/** Numbers of equations and commands about spacing become white space of the same length. */
function withoutLayout(text: string): string {
  return text.replace(layout, (found) => {
    const kept = found.startsWith('\\\\') ? 2 : found.startsWith('&') ? 1 : 0;
    return found.slice(0, kept) + ' '.repeat(found.length - kept);
  });
}

/** Rows that break one formula over several lines become one; rows that don't continue each other fall apart. */
function joinRows(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let run: Row[] = [];
  for (const row of rows) {
    if (row.type === 'gap') {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(row);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function rowPieces(rows: readonly Row[], kind: Rows, { nextAlignment }: RegionOptions): Piece[] {
  const numbers: number[] = [];
  return rows.flatMap((row) =>
    row.type === 'gap'
      ? []
      : row.cells.flatMap((cell, column) => {
          if (kind === 'each') return pieces(cell, true, undefined);
          const alignment = (numbers[column] ??= nextAlignment());
          return pieces(cell, true, alignment);
        }),
  );
}

/** One row: its formula, and the words that stand before, behind or between. */
function pieces(row: Mapped, isDisplay: boolean, alignment: number | undefined): Piece[] {
  return splitWords(row).flatMap(({ type, part }): Piece[] => {
    const trimmed = trimMapped(part);
    if (trimmed.text === '') return [];
    const end = placeOf(trimmed, trimmed.text.length);
    if (type === 'words') return [{ type: 'words', text: trimmed.text, start: trimmed.start, end }];
    return withMark(trimmed, isDisplay, alignment);
  });
}

/** A mark at the end belongs to the sentence around: words of its own, but not between rows that go on. */
function withMark(part: Mapped, isDisplay: boolean, alignment: number | undefined): Piece[] {
  const bare = part.text.replace(/(?:\\[,;:! ]|\\q?quad(?![a-zA-Z])|[\s.,;:~])+$/, '');
  // `\\` and the like at the end are commands, and no mark.
  const length = bare.endsWith('\\') && !bare.endsWith('\\\\') ? part.text.length : bare.length;
  if (length === 0) return [];
  const formula = sliceMapped(part, 0, length);
  const end = placeOf(formula, length);
  const { text: source, start, offsets } = formula;
  const pieces: Piece[] = [{ type: 'formula', source, start, end, isDisplay, offsets, alignment }];
  const mark = /[.,;:]/.exec(part.text.slice(length));
  if (mark !== null && alignment === undefined) {
    const at = placeOf(part, length + mark.index);
    pieces.push({ type: 'words', text: mark[0], start: at, end: at + 1 });
  }
  return pieces;
}
