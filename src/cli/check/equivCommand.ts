import { equivRowSchema } from '../../core/protocol/cli.ts';
import type { CheckResultOf } from '../../core/protocol/checkJob.ts';
import type { CommandInput, UsageError } from '../command.ts';
import { usageError } from '../command.ts';
import { type ExitCode, exitCode } from '../exitCode.ts';
import { linesOf, workRows } from '../rows.ts';
import { conventionsOf, readCheckingOptions, readConventions } from './checkOptions.ts';

/** Are two final answers equal? One pair as arguments, or JSON lines. */
export async function equivCommand({
  options,
  positionals,
  console,
  tools,
}: CommandInput): Promise<ExitCode | UsageError> {
  const limits = readCheckingOptions(options);
  if ('type' in limits) return limits;
  const conventions = readConventions(options);
  if ('type' in conventions) return conventions;
  const [gold, pred, ...more] = positionals;
  const isPair = gold !== undefined && pred !== undefined && more.length === 0;
  if (!isPair && positionals.length > 0) return usageError('Give two answers, or JSON lines on standard input.');
  const checker = tools.createChecker({ timeLimitMs: limits.timeLimitMs, threads: isPair ? 1 : limits.jobs });
  try {
    if (!isPair) {
      return await workRows(
        {
          lines: linesOf(console),
          schema: equivRowSchema,
          shape: '{"id", "gold", "pred"}',
          jobs: limits.jobs,
          work: async ({ gold, pred, question, ...row }) => {
            const said = conventionsOf(row, conventions);
            const job = { type: 'equiv', gold, pred, question: question ?? undefined, conventions: said } as const;
            const result = await checker.ask(job, console.signal);
            return [toRecord(result), codeOfFailure(result)];
          },
        },
        console,
      );
    }
    const question = typeof options.question === 'string' ? options.question : undefined;
    const result = await checker.ask({ type: 'equiv', gold, pred, question, conventions }, console.signal);
    if (result.type === 'none' && result.reason === 'cancelled') return exitCode.done;
    const record = toRecord(result);
    const word = record.equal === null ? 'unknown' : record.equal ? 'equal' : 'not equal';
    await console.write(options.json === true ? `${JSON.stringify(record)}\n` : `${word}: ${record.how}\n`);
    return codeOfFailure(result) === exitCode.failed
      ? exitCode.failed
      : record.equal === true
        ? exitCode.done
        : exitCode.no;
  } finally {
    await checker.terminate();
  }
}

function toRecord(result: CheckResultOf<'equiv'>): { equal: boolean | null; how: string; form?: string | undefined } {
  if (result.type === 'none') return { equal: null, how: result.detail };
  return { equal: result.equal, how: result.how, form: result.form };
}

function codeOfFailure(result: CheckResultOf<'equiv'>): ExitCode {
  const isFailed = result.type === 'none' && (result.reason === 'failed' || result.reason === 'died');
  return isFailed ? exitCode.failed : exitCode.done;
}
