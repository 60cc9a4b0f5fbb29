/** A table of a bench or of evidence, printed as Markdown that lines up. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Said below the table: what a column means, what was left out. */
  readonly notes?: readonly string[] | undefined;
}

export function formatTable({ title, columns, rows, notes = [] }: Table): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')));
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const isNumeric = columns.map((_, column) =>
    rows.every((row) => /^[-+]?[\d.,]+( ?%| ?ms| ?s| ?KB| ?MB)?$|^$/.test(String(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (isNumeric[column] === true ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isNumeric[column] === true ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [`### ${title}`, '', line(head), rule, ...body.map(line), ...notes.flatMap((note) => ['', note]), ''].join(
    '\n',
  );
}
