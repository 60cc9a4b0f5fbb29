import type { ParseArgsOptionDescriptor } from 'node:util';
import type { WorkerChecker, WorkerCheckerOptions } from '../system/workerChecker.ts';
import type { WorkerSolver, WorkerSolverOptions } from '../system/workerSolver.ts';
import type { Console } from './console.ts';
import type { ExitCode } from './exitCode.ts';

/** One option in words and for node:util's parseArgs. */
export interface CommandOption extends ParseArgsOptionDescriptor {
  /** What stands for its value in the help: `N`, `fine|normal|coarse`. */
  readonly value?: string;
  readonly help: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandInput {
  readonly options: OptionValues;
  readonly positionals: readonly string[];
  readonly console: Console;
  readonly tools: CliTools;
}

/** What the command line stands on; tests bring their own. */
export interface CliTools {
  readonly version: string;
  readonly createSolver: (options: WorkerSolverOptions) => WorkerSolver;
  readonly createChecker: (options: WorkerCheckerOptions) => WorkerChecker;
}

/** What the arguments got wrong; the exit code is 2. */
export interface UsageError {
  readonly type: 'usage';
  readonly message: string;
}

/** One command as data: its help, its options, and the code behind it, loaded when it runs. */
export interface Command {
  readonly name: string;
  readonly usage: readonly string[];
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  readonly notes: readonly string[];
  run(input: CommandInput): Promise<ExitCode | UsageError>;
}

export function usageError(message: string): UsageError {
  return { type: 'usage', message };
}
