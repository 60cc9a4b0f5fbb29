import { availableParallelism } from 'node:os';
import type { Grain } from '../../core/session/step.ts';
import type { OptionValues, UsageError } from '../command.ts';
import { usageError } from '../command.ts';
import { timeLimit, wholeNumber } from '../numberOption.ts';

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
  const timeLimitMs = timeLimit(values, 10);
  const grain = values.grain ?? 'normal';
  const solver = values.solver ?? 'builtin';
  for (const read of [steps, way, jobs, timeLimitMs]) if (typeof read === 'object') return read;
  if (grain !== 'fine' && grain !== 'normal' && grain !== 'coarse')
    return usageError('--grain is fine, normal or coarse.');
  if (solver !== 'builtin') return usageError(`There is no solver "${String(solver)}" (there is: builtin).`);
  return {
    maxSteps: Number(steps),
    way: Number(way),
    grain,
    timeLimitMs: Number(timeLimitMs),
    isJson: values.json === true,
    isBatch: values.batch === true,
    jobs: Number(jobs),
  };
}
