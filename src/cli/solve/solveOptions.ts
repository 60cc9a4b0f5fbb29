import { availableParallelism } from 'node:os';
import type { Grain } from '../../core/session/step.ts';
import type { OptionValues, UsageError } from '../command.ts';
import { usageError } from '../command.ts';

export interface SolveOptions {
  readonly maxSteps: number;
  /** 1 is the solver's own first choice. */
  readonly way: number;
  readonly grain: Grain;
  readonly timeLimitMs: number;
  readonly isJson: boolean;
  readonly isBatch: boolean;
  readonly jobs: number;
}

/** A step that never ends can't happen, steps without an end could. */
const mostSteps = 10_000;

export function readSolveOptions(values: OptionValues): SolveOptions | UsageError {
  const steps = wholeNumber(values, 'steps', mostSteps);
  const way = wholeNumber(values, 'way', 1);
  const jobs = wholeNumber(values, 'jobs', availableParallelism());
  const seconds = Number(values.timeout ?? 10);
  const grain = values.grain ?? 'normal';
  const solver = values.solver ?? 'builtin';
  for (const read of [steps, way, jobs]) if (typeof read === 'object') return read;
  if (!(seconds > 0 && seconds <= 86_400)) return usageError('--timeout takes seconds, such as 10 or 0.5.');
  if (grain !== 'fine' && grain !== 'normal' && grain !== 'coarse')
    return usageError('--grain is fine, normal or coarse.');
  if (solver !== 'builtin') return usageError(`There is no solver "${String(solver)}" (there is: builtin).`);
  return {
    maxSteps: Number(steps),
    way: Number(way),
    grain,
    timeLimitMs: seconds * 1000,
    isJson: values.json === true,
    isBatch: values.batch === true,
    jobs: Number(jobs),
  };
}

function wholeNumber(values: OptionValues, name: string, otherwise: number): number | UsageError {
  const given = values[name];
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (typeof given === 'string' && /^\d+$/.test(given) && number >= 1 && Number.isSafeInteger(number)) return number;
  return usageError(`--${name} takes a whole number from 1 on.`);
}
