import { texToPlain } from './texToPlain.ts';

const rowsEnvironment = /^\\begin\{(array|aligned|cases|gathered)\}([\s\S]*)\\end\{\1\}$/;
const relation = /^(?:=|<|>|\\(?:le|ge|lt|gt|ne|leq|geq|neq|approx|equiv)(?![A-Za-z]))/;

/** A formula as lines of plain mathematics: a table with its columns one under the other, rows each on a line of its own. */
export function texToLines(tex: string): string[] {
  const [, environment, body] = rowsEnvironment.exec(tex.trim()) ?? [];
  if (environment === undefined || body === undefined || body.includes('\\begin{')) return [texToPlain(tex)];
  if (environment === 'array') return tableLines(body);
  const rows = splitOutside(body, '\\\\').map((row) => splitOutside(row, '&'));
  // A row that goes on with a relation stands a little to the right of the one that it goes on from.
  return rows
    .map((cells, index) => {
      const isContinued = index > 0 && (cells[0] ?? '').trim() === '' && relation.test((cells[1] ?? '').trim());
      return `${isContinued ? '  ' : ''}${texToPlain(cells.join(' '))}`;
    })
    .filter((line) => line.trim() !== '');
}

function tableLines(body: string): string[] {
  const columns = /^\s*\{([^{}]*)\}/.exec(body);
  const bars = barsBefore(columns?.[1] ?? '');
  const rows = splitOutside(body.slice(columns?.[0].length ?? 0), '\\\\').map((row) => {
    const cells = row.replace(/^\s*(?:\\hline\s*)+/, '');
    return {
      hasRule: cells.length < row.trimStart().length,
      cells: splitOutside(cells, '&').map((cell) =>
        texToPlain(cell.replace(/\\checkmark(?![A-Za-z])/g, '\\text{yes}')),
      ),
    };
  });
  const widths: number[] = [];
  for (const { cells } of rows)
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  const join = (cells: readonly string[], gap: string, bar: string): string =>
    cells.map((cell, column) => `${column === 0 ? '' : bars.has(column) ? bar : gap}${cell}`).join('');
  const rule = join(
    widths.map((width) => '-'.repeat(width)),
    '--',
    '-+-',
  );
  return rows
    .filter(({ cells, hasRule }) => hasRule || cells.some((cell) => cell !== ''))
    .flatMap(({ cells, hasRule }) => {
      const padded = widths.map((width, column) => centred(cells[column] ?? '', width));
      const line = join(padded, '  ', ' | ').trimEnd();
      return [...(hasRule ? [rule] : []), ...(line === '' ? [] : [line])];
    });
}

/** The columns that have a bar on their left: `c|cc` has one before the second, which is 1. */
function barsBefore(specification: string): ReadonlySet<number> {
  const bars = new Set<number>();
  let column = 0;
  for (const sign of specification) {
    if (sign === '|') bars.add(column);
    else if (/[lcr]/.test(sign)) column += 1;
  }
  return bars;
}

function centred(text: string, width: number): string {
  const before = Math.floor((width - text.length) / 2);
  return `${' '.repeat(before)}${text}${' '.repeat(width - text.length - before)}`;
}

/** Splits where the separator stands outside of braces. */
function splitOutside(tex: string, separator: '&' | '\\\\'): string[] {
  const parts = [''];
  let depth = 0;
  for (let index = 0; index < tex.length; index += 1) {
    const sign = tex.charAt(index);
    if (depth === 0 && tex.startsWith(separator, index)) {
      parts.push('');
      index += separator.length - 1;
      continue;
    }
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    const taken = sign === '\\' ? tex.slice(index, index + 2) : sign;
    parts.push(`${parts.pop() ?? ''}${taken}`);
    index += taken.length - 1;
  }
  return parts;
}
