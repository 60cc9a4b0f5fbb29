import type { Conventions } from '../core/check/conventions.ts';
import type { Grain } from '../core/session/step.ts';

export type LinterSeverity = 'error' | 'warning' | 'information' | 'hint';
/** When lines are checked again, once somebody asked for it. */
export type Recheck = 'afterPause' | 'onSave' | 'never';

/** Every setting with its default; the manifest declares the same ones, and a test compares the two. */
export interface Settings {
  readonly 'steps.detail': Grain;
  readonly 'lenses.enabled': boolean;
  readonly 'insert.withReason': boolean;
  readonly 'linter.enabled': boolean;
  readonly 'linter.severity': LinterSeverity;
  /** Ids of languages. */
  readonly 'linter.languages': readonly string[];
  readonly 'linter.scope': 'open' | 'visible';
  readonly 'check.recheck': Recheck;
  readonly 'check.assume': Conventions['assume'];
  readonly 'check.log': Conventions['log'];
  readonly 'check.decimalMark': Conventions['decimalMark'];
  readonly 'check.decimals': Conventions['decimals'];
  readonly 'hints.askFirst': boolean;
  readonly 'hints.adapt': boolean;
  readonly 'solver.timeLimitSeconds': number;
  readonly 'solver.memoryLimitMb': number;
  readonly 'log.includesProblems': boolean;
}

export const settingDefaults: Settings = {
  'steps.detail': 'normal',
  'lenses.enabled': true,
  'insert.withReason': false,
  'linter.enabled': true,
  'linter.severity': 'warning',
  'linter.languages': ['markdown', 'latex', 'tex', 'quarto', 'rmd', 'mdx', 'myst'],
  'linter.scope': 'open',
  'check.recheck': 'afterPause',
  'check.assume': 'real',
  'check.log': 'ten',
  'check.decimalMark': 'auto',
  'check.decimals': 'exact',
  'hints.askFirst': false,
  'hints.adapt': true,
  'solver.timeLimitSeconds': 10,
  'solver.memoryLimitMb': 512,
  'log.includesProblems': false,
};

/** What a settings file may hold is not what the manifest asks for: anything else counts as the default. */
export function validSetting<Key extends keyof Settings>(key: Key, value: unknown): Settings[Key] {
  return isValid[key](value) ? (value as Settings[Key]) : settingDefaults[key];
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isOneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && values.includes(value);
const isBetween =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= least && value <= most;

const isValid: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  'steps.detail': isOneOf('fine', 'normal', 'coarse'),
  'lenses.enabled': isBoolean,
  'insert.withReason': isBoolean,
  'linter.enabled': isBoolean,
  'linter.severity': isOneOf('error', 'warning', 'information', 'hint'),
  'linter.languages': (value) => Array.isArray(value) && value.every((id) => typeof id === 'string'),
  'linter.scope': isOneOf('open', 'visible'),
  'check.recheck': isOneOf('afterPause', 'onSave', 'never'),
  'check.assume': isOneOf('real', 'positive', 'complex'),
  'check.log': isOneOf('ten', 'natural'),
  'check.decimalMark': isOneOf('auto', 'point', 'comma'),
  'check.decimals': isOneOf('exact', 'rounded'),
  'hints.askFirst': isBoolean,
  'hints.adapt': isBoolean,
  'solver.timeLimitSeconds': isBetween(1, 600),
  'solver.memoryLimitMb': isBetween(128, 8192),
  'log.includesProblems': isBoolean,
};
