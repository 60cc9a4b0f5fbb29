import { checkRowSchema, toJudgementRecord } from '../../core/protocol/cli.ts';
import type { WorkerChecker } from '../../system/workerChecker.ts';
import type { Console } from '../console.ts';
import { type ExitCode, exitCode } from '../exitCode.ts';
import { workRows } from '../rows.ts';
import { conventionsOf, type GivenConventions } from './checkOptions.ts';

/** JSON lines of whole solutions in, a verdict for each step out. */
export async function checkRows(
  lines: AsyncGenerator<string>,
  checker: WorkerChecker,
  { jobs, conventions }: { readonly jobs: number; readonly conventions: GivenConventions },
  console: Console,
): Promise<ExitCode> {
  return workRows(
    {
      lines,
      schema: checkRowSchema,
      shape: '{"id", "steps": ["…"]}',
      jobs,
      work: async (row) => {
        const work = { problem: row.problem ?? undefined, lines: row.steps };
        const result = await checker.ask(
          { type: 'work', work, conventions: conventionsOf(row, conventions) },
          console.signal,
        );
        if (result.type === 'work') {
          const { judgement } = result;
          return [toJudgementRecord(judgement), judgement.firstError < 0 ? exitCode.done : exitCode.no];
        }
        // Nothing is known of a row whose check came to nothing: that is what each of its steps says.
        const unknown = { kind: 'unknown', how: 'none', relation: 'unrelated', evidence: result.detail } as const;
        const record = toJudgementRecord({ firstError: -1, verdicts: row.steps.map(() => unknown) });
        return [
          { ...record, reason: result.reason },
          result.reason === 'failed' || result.reason === 'died' ? exitCode.failed : exitCode.done,
        ];
      },
    },
    console,
  );
}
