export interface Row {
  readonly source: string;
  readonly start: number;
}

const wrappers = /\\(?:begin|end)\{(?:aligned|align|gathered|gather|split|eqnarray|multline)\*?\}/g;

/** The rows of a display, without alignment marks; offsets stay, since marks become spaces. One row where `\\` parts cells. */
export function texRows(content: string): readonly Row[] {
  const bare = content.replace(wrappers, (found) => ' '.repeat(found.length));
  if (!bare.includes('\\\\') || bare.includes('\\begin{')) return [{ source: bare, start: 0 }];
  const rows: Row[] = [];
  let start = 0;
  for (const found of bare.matchAll(/\\\\(?:\[[^\]\n]{0,12}\])?/g)) {
    rows.push({ source: bare.slice(start, found.index), start });
    start = found.index + found[0].length;
  }
  rows.push({ source: bare.slice(start), start });
  return rows
    .map((row) => ({ ...row, source: row.source.replace(/(?<!\\)&/g, ' ') }))
    .filter(({ source }) => source.trim() !== '');
}
