import type * as z from 'zod';
import type { Console } from './console.ts';
import { type ExitCode, exitCode, worse } from './exitCode.ts';
import { readLines } from './readLines.ts';

export interface RowsOptions<Row> {
  readonly lines: AsyncGenerator<string>;
  readonly schema: z.ZodType<Row>;
  /** What a row looks like, for the error: `{"id", "steps"}`. */
  readonly shape: string;
  /** How many rows are worked on at a time. */
  readonly jobs: number;
  /** The record for a row, and what it means for the exit code. */
  readonly work: (row: Row) => Promise<readonly [record: object, code: ExitCode]>;
}

/** JSON lines in, one record a row out, in order of completion. A bad line gets a record of its own and stops nothing. */
export async function workRows<Row extends { readonly id?: string | number | null | undefined }>(
  { lines, schema, shape, jobs, work }: RowsOptions<Row>,
  console: Console,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  let lineNumber = 0;

  async function run(): Promise<void> {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      lineNumber += 1;
      if (next.value.trim() === '') continue;
      const line = lineNumber;
      const row = readRow(next.value, schema, shape);
      const [record, itsCode] =
        'error' in row
          ? [{ id: row.id, line, error: row.error }, exitCode.no]
          : await withId(row.value.id ?? null, work(row.value));
      if (console.signal.aborted) return;
      code = worse(code, itsCode);
      if (!(await console.write(`${JSON.stringify(record)}\n`))) return;
    }
  }

  await Promise.all(Array.from({ length: jobs }, run));
  return code;
}

export function linesOf(console: Console): AsyncGenerator<string> {
  return readLines(console.stdin, console.signal);
}

async function withId(
  id: string | number | null,
  working: Promise<readonly [object, ExitCode]>,
): Promise<readonly [object, ExitCode]> {
  const [record, code] = await working;
  return [{ id, ...record }, code];
}

type Read<Row> = { readonly value: Row } | { readonly id: string | number | null; readonly error: string };

function readRow<Row>(text: string, schema: z.ZodType<Row>, shape: string): Read<Row> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const id = (value as { id?: unknown } | null)?.id;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    error: `This line is not ${shape}${where}.`,
  };
}
