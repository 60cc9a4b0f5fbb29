import { availableParallelism } from 'node:os';
import type { Conventions } from '../../core/check/conventions.ts';
import { conventionsSchema } from '../../core/protocol/checking.ts';
import type { CommandOption, OptionValues, UsageError } from '../command.ts';
import { usageError } from '../command.ts';
import { timeLimit, wholeNumber } from '../numberOption.ts';

/** The options that all checking commands share. */
export const checkingOptions = {
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'time limit of one item (default 5); an item that takes longer is unknown',
  },
  jobs: { type: 'string', value: 'N', help: 'items at a time (default: one a core)' },
} as const satisfies Record<string, CommandOption>;

export const conventionOptions = {
  assume: { type: 'string', value: 'real|positive|complex', help: 'what the letters are (default real)' },
  log: { type: 'string', value: 'ten|natural', help: 'log without a base (default ten)' },
  'decimal-mark': {
    type: 'string',
    value: 'auto|point|comma',
    help: 'default auto: a comma only where nothing else is possible',
  },
  decimals: { type: 'string', value: 'exact|rounded', help: 'rounded: 0.333 may stand for 1/3 (default exact)' },
} as const satisfies Record<string, CommandOption>;

export interface CheckingOptions {
  readonly timeLimitMs: number;
  readonly jobs: number;
}

export function readCheckingOptions(values: OptionValues): CheckingOptions | UsageError {
  const jobs = wholeNumber(values, 'jobs', availableParallelism());
  const timeLimitMs = timeLimit(values, 5);
  for (const read of [jobs, timeLimitMs]) if (typeof read === 'object') return read;
  return { jobs: Number(jobs), timeLimitMs: Number(timeLimitMs) };
}

export type GivenConventions = Partial<Conventions>;

/** Those that the command line says. */
export function readConventions(values: OptionValues): GivenConventions | UsageError {
  const given = {
    assume: values.assume,
    log: values.log,
    decimalMark: values['decimal-mark'],
    decimals: values.decimals,
  };
  const parsed = conventionsSchema.safeParse(given);
  if (parsed.success) return withoutAbsent(parsed.data);
  const name = String(parsed.error.issues[0]?.path[0]);
  const option = name === 'decimalMark' ? 'decimal-mark' : name;
  const values_ = Object.hasOwn(conventionOptions, option)
    ? conventionOptions[option as keyof typeof conventionOptions].value
    : '';
  return usageError(`--${option} is ${values_.replaceAll('|', ', ')}.`);
}

/** Conventions of a row stand before those of the command line. */
export function conventionsOf(row: GivenConventionsOf, said: GivenConventions): GivenConventions {
  const { assume, positive, log, decimalMark, decimals } = row;
  return { ...said, ...withoutAbsent({ assume, positive, log, decimalMark, decimals }) };
}

type GivenConventionsOf = { readonly [Key in keyof Conventions]?: Conventions[Key] | undefined };

function withoutAbsent(given: GivenConventionsOf): GivenConventions {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
