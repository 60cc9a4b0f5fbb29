import type { CommandInput, UsageError } from '../command.ts';
import { usageError } from '../command.ts';
import type { ExitCode } from '../exitCode.ts';
import { linesOf } from '../rows.ts';
import { checkFiles } from './checkFiles.ts';
import { readCheckingOptions, readConventions } from './checkOptions.ts';
import { checkRows } from './checkRows.ts';

/** Documents for the linter as arguments; without any, whole solutions as JSON lines from standard input. */
export async function checkCommand({
  options,
  positionals,
  console,
  tools,
}: CommandInput): Promise<ExitCode | UsageError> {
  const limits = readCheckingOptions(options);
  if ('type' in limits) return limits;
  const conventions = readConventions(options);
  if ('type' in conventions) return conventions;
  const format = options.format ?? (options.json === true ? 'json' : 'plain');
  if (format !== 'plain' && format !== 'json' && format !== 'sarif') {
    return usageError('--format is plain, json or sarif.');
  }
  if (positionals.length === 0 && console.isInteractive) {
    return usageError('Give documents to check, or JSON lines {"id", "steps"} on standard input.');
  }
  const { jobs } = limits;
  const checker = tools.createChecker({ timeLimitMs: limits.timeLimitMs, threads: jobs });
  try {
    if (positionals.length === 0) return await checkRows(linesOf(console), checker, { jobs, conventions }, console);
    return await checkFiles(positionals, checker, { format, jobs, conventions, version: tools.version }, console);
  } finally {
    await checker.terminate();
  }
}
