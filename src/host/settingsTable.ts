import type { Grain } from '../core/session/step.ts';

/** Every setting with its default; the manifest declares the same ones, and a test compares the two. */
export interface Settings {
  readonly 'steps.detail': Grain;
  readonly 'lenses.enabled': boolean;
  readonly 'insert.withReason': boolean;
  readonly 'solver.timeLimitSeconds': number;
  readonly 'solver.memoryLimitMb': number;
  readonly 'log.includesProblems': boolean;
}

export const settingDefaults: Settings = {
  'steps.detail': 'normal',
  'lenses.enabled': true,
  'insert.withReason': false,
  'solver.timeLimitSeconds': 10,
  'solver.memoryLimitMb': 512,
  'log.includesProblems': false,
};

/** What a settings file may hold is not what the manifest asks for: anything else counts as the default. */
export function validSetting<Key extends keyof Settings>(key: Key, value: unknown): Settings[Key] {
  return isValid[key](value) ? (value as Settings[Key]) : settingDefaults[key];
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isBetween =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= least && value <= most;

const isValid: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  'steps.detail': (value) => value === 'fine' || value === 'normal' || value === 'coarse',
  'lenses.enabled': isBoolean,
  'insert.withReason': isBoolean,
  'solver.timeLimitSeconds': isBetween(1, 600),
  'solver.memoryLimitMb': isBetween(128, 8192),
  'log.includesProblems': isBoolean,
};
