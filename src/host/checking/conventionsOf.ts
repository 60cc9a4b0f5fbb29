import type * as vscode from 'vscode';
import { readDocumentConventions } from '../../core/lint/documentConventions.ts';
import type { CheckJob } from '../../core/protocol/checkJob.ts';
import { readSetting } from '../settings.ts';

type Conventions = NonNullable<Extract<CheckJob, { type: 'lint' }>['conventions']>;

/** What the settings say for a document (its folder, its language), and over them what its own text says, if given. */
export function conventionsOf(scope: vscode.ConfigurationScope | undefined, source = ''): Conventions {
  const { positive, ...own } = readDocumentConventions(source).conventions;
  return {
    assume: readSetting('check.assume', scope),
    log: readSetting('check.log', scope),
    decimalMark: readSetting('check.decimalMark', scope),
    decimals: readSetting('check.decimals', scope),
    ...own,
    ...(positive && { positive: [...positive] }),
  };
}
