import type { Conventions } from '../check/conventions.ts';
import { type ExactWork, unlimitedWork } from '../solve/exactWork.ts';
import { createLinter } from './createLinter.ts';
import { readDocumentConventions } from './documentConventions.ts';
import type { DecidedClaim } from './finding.ts';
import type { LintResult } from './lintResult.ts';
import { findPassages } from './findPassages.ts';
import { LintPass } from './lintPass.ts';

export interface LintOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  readonly work?: ExactWork | undefined;
}

/** The wrong claims of a document, once. */
export function lintDocument(source: string, languageId: string, options: LintOptions = {}): LintResult {
  return createLinter().lint('', source, languageId, options.conventions, options.work);
}

/** Every claim of a document with what was decided, whether right, wrong or neither; marks to ignore are not looked at. */
export function decideDocument(source: string, languageId: string, options: LintOptions = {}): DecidedClaim[] {
  const conventions = { ...options.conventions, ...readDocumentConventions(source).conventions };
  const pass = new LintPass(undefined, conventions, options.work ?? unlimitedWork);
  return pass.claims(source, findPassages(source, languageId));
}
