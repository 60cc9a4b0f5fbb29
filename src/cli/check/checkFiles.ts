import type { WorkerChecker } from '../../system/workerChecker.ts';
import type { Console } from '../console.ts';
import { type ExitCode, exitCode, worse } from '../exitCode.ts';
import { painter } from '../solve/stepText.ts';
import type { GivenConventions } from './checkOptions.ts';
import { type DocumentText, findDocuments, readDocuments } from './documents.ts';
import { jsonReport, plainReport, plainTotals, type Report, reportsOf, type Totals } from './report.ts';
import { sarifLog } from './sarif.ts';

export type ReportFormat = 'plain' | 'json' | 'sarif';

export interface CheckFilesOptions {
  readonly format: ReportFormat;
  readonly jobs: number;
  readonly conventions: GivenConventions;
  readonly version: string;
}

/** How often a long document is gone on with. */
const mostTurns = 6;

interface Checked {
  readonly reports: readonly Report[];
  readonly counts: Omit<Totals, 'files'>;
  readonly code: ExitCode;
  /** The file could be read. */
  readonly isRead: boolean;
}

/** The linter's findings in files, in the order of the files, several of them being checked at a time. */
export async function checkFiles(
  paths: readonly string[],
  checker: WorkerChecker,
  { format, jobs, conventions, version }: CheckFilesOptions,
  console: Console,
): Promise<ExitCode> {
  const paint = painter(console.hasColour);
  const totals: Totals = { files: 0, wrong: 0, confirmed: 0, undecided: 0 };
  const all: Report[] = [];
  let code: ExitCode = exitCode.done;

  async function show({ reports, counts, code: its, isRead }: Checked): Promise<void> {
    code = worse(code, its);
    totals.files += isRead ? 1 : 0;
    totals.wrong += counts.wrong;
    totals.confirmed += counts.confirmed;
    totals.undecided += counts.undecided;
    if (format === 'sarif') all.push(...reports);
    for (const report of format === 'sarif' ? [] : reports) {
      await console.write(format === 'json' ? `${JSON.stringify(jsonReport(report))}\n` : plainReport(report, paint));
    }
  }

  const ahead: Promise<Checked>[] = [];
  for await (const file of findDocuments(paths)) {
    if (console.signal.aborted) break;
    ahead.push(checkFile(file, checker, conventions, console));
    const first = ahead.length < 2 * jobs ? undefined : ahead.shift();
    if (first !== undefined) await show(await first);
  }
  for (const checked of ahead) await show(await checked);
  if (console.signal.aborted) return code;
  if (format === 'sarif') await console.write(`${JSON.stringify(sarifLog(all, version), null, 2)}\n`);
  else await console.write(format === 'json' ? `${JSON.stringify(totals)}\n` : plainTotals(totals));
  return code;
}

async function checkFile(
  file: string,
  checker: WorkerChecker,
  conventions: GivenConventions,
  console: Console,
): Promise<Checked> {
  const read = await readDocuments(file);
  if (read.type === 'failed') return failure(`${file} ${read.message}`, console);
  const checked = await Promise.all(
    read.documents.map((document) => checkDocument(document, checker, conventions, console)),
  );
  return {
    isRead: true,
    reports: checked.flatMap(({ reports }) => reports),
    counts: {
      wrong: sum(checked.map(({ counts }) => counts.wrong)),
      confirmed: sum(checked.map(({ counts }) => counts.confirmed)),
      undecided: sum(checked.map(({ counts }) => counts.undecided)),
    },
    code: checked.reduce<ExitCode>((code, { code: its }) => worse(code, its), exitCode.done),
  };
}

async function checkDocument(
  document: DocumentText,
  checker: WorkerChecker,
  conventions: GivenConventions,
  console: Console,
): Promise<Checked> {
  const { text, languageId, file, cell } = document;
  const name = cell === undefined ? file : `${file} (cell ${cell})`;
  const job = { type: 'lint', document: name, text, languageId, conventions } as const;
  let result = await checker.ask(job, console.signal);
  // What was decided within the limit is remembered: asked again, the linter goes on from there.
  for (let turn = 1; turn < mostTurns && result.type === 'none' && result.reason === 'out-of-time'; turn += 1) {
    result = await checker.ask(job, console.signal);
  }
  if (result.type === 'none') {
    return result.reason === 'cancelled'
      ? { ...nothingFound, code: exitCode.done }
      : failure(`${name} could not be checked. ${result.detail}`, console);
  }
  const { findings, counts } = result.result;
  return {
    isRead: true,
    reports: reportsOf(document, findings),
    counts,
    code: findings.length > 0 ? exitCode.no : exitCode.done,
  };
}

const nothingFound = { isRead: false, reports: [], counts: { wrong: 0, confirmed: 0, undecided: 0 } };

function failure(message: string, console: Console): Checked {
  console.warn(`thunk: ${message}\n`);
  return { ...nothingFound, code: exitCode.failed };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
