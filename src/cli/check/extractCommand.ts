import { extractRowSchema } from '../../core/protocol/cli.ts';
import type { CheckResultOf } from '../../core/protocol/checkJob.ts';
import type { CommandInput, UsageError } from '../command.ts';
import { type ExitCode, exitCode } from '../exitCode.ts';
import { linesOf, workRows } from '../rows.ts';
import { readCheckingOptions } from './checkOptions.ts';

/** The final answer of whole solutions. Nothing found is said as null, never as an empty text. */
export async function extractCommand({
  options,
  positionals,
  console,
  tools,
}: CommandInput): Promise<ExitCode | UsageError> {
  const limits = readCheckingOptions(options);
  if ('type' in limits) return limits;
  const given = positionals.length === 0 ? undefined : positionals.join(' ');
  const checker = tools.createChecker({
    timeLimitMs: limits.timeLimitMs,
    threads: given === undefined ? limits.jobs : 1,
  });
  try {
    if (given === undefined) {
      return await workRows(
        {
          lines: linesOf(console),
          schema: extractRowSchema,
          shape: '{"id", "text"}',
          jobs: limits.jobs,
          work: async ({ text }) => {
            const result = await checker.ask({ type: 'extract', text }, console.signal);
            return [toRecord(result), codeOf(result) === exitCode.failed ? exitCode.failed : exitCode.done];
          },
        },
        console,
      );
    }
    const result = await checker.ask({ type: 'extract', text: given }, console.signal);
    const record = toRecord(result);
    if (options.json === true) await console.write(`${JSON.stringify(record)}\n`);
    else if (record.answer === null) console.warn(`No final answer was found: ${record.how}\n`);
    else await console.write(`${record.answer}\n`);
    return codeOf(result);
  } finally {
    await checker.terminate();
  }
}

function toRecord(result: CheckResultOf<'extract'>): { answer: string | null; how: string } {
  return result.type === 'none' ? { answer: null, how: result.detail } : { answer: result.answer, how: result.how };
}

function codeOf(result: CheckResultOf<'extract'>): ExitCode {
  if (result.type === 'extract') return result.answer === null ? exitCode.no : exitCode.done;
  return result.reason === 'failed' || result.reason === 'died' ? exitCode.failed : exitCode.no;
}
