import type { Conventions } from '../check/conventions.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { createLinter } from './createLinter.ts';
import type { LintResult } from './finding.ts';

export interface LintOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  readonly work?: ExactWork | undefined;
}

/** The wrong claims of a document, once. */
export function lintDocument(source: string, languageId: string, options: LintOptions = {}): LintResult {
  return createLinter().lint('', source, languageId, options.conventions, options.work);
}
