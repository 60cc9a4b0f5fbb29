import type { OptionValues, UsageError } from './command.ts';
import { usageError } from './command.ts';

export function wholeNumber(values: OptionValues, name: string, otherwise: number): number | UsageError {
  const given = values[name];
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (typeof given === 'string' && /^\d+$/.test(given) && number >= 1 && Number.isSafeInteger(number)) return number;
  return usageError(`--${name} takes a whole number from 1 on.`);
}

/** `--timeout` in seconds, as milliseconds. */
export function timeLimit(values: OptionValues, otherwiseSeconds: number): number | UsageError {
  const seconds = Number(values.timeout ?? otherwiseSeconds);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  return usageError('--timeout takes seconds, such as 10 or 0.5.');
}
