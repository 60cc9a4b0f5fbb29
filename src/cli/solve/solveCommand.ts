import type { WorkerSolver } from '../../system/workerSolver.ts';
import type { CommandInput, UsageError } from '../command.ts';
import { usageError } from '../command.ts';
import type { ExitCode } from '../exitCode.ts';
import { readAll } from '../readLines.ts';
import { solveBatch } from './solveBatch.ts';
import { solveInteractive } from './solveInteractive.ts';
import { solveOne } from './solveOne.ts';
import { readSolveOptions } from './solveOptions.ts';

export async function solveCommand({
  options: values,
  positionals,
  console,
  tools,
}: CommandInput): Promise<ExitCode | UsageError> {
  const options = readSolveOptions(values);
  if ('type' in options) return options;
  const createSolver = (): WorkerSolver => tools.createSolver({ timeLimitMs: options.timeLimitMs });
  const given = positionals.length === 0 ? undefined : positionals.join(' ');
  if (options.isBatch) {
    if (given !== undefined) return usageError('--batch reads its problems from standard input.');
    return solveBatch(options, console, createSolver);
  }
  const solver = createSolver();
  try {
    if (given === undefined && console.isInteractive && !options.isJson) {
      // While the problem is being typed.
      solver.warmUp();
      return await solveInteractive(undefined, solver, options, console);
    }
    const problem = given ?? (await readAll(console.stdin, console.signal));
    if (problem.trim() === '') return usageError('There is no problem to solve.');
    return await solveOne(problem, solver, options, console);
  } finally {
    await solver.terminate();
  }
}
