import type * as vscode from 'vscode';
import { findProblems } from '../../core/text/findProblems.ts';
import type { FoundProblem } from '../../core/text/foundProblem.ts';
import { languageOfFile } from '../../core/text/languageOfFile.ts';

/** Copies of documents, and what programs print: nobody solves anything there. */
const otherSchemes: ReadonlySet<string> = new Set([
  'output',
  'git',
  'vscode-scm',
  'debug',
  'vscode-settings',
  'comment',
  'thunk-explanation',
]);

export function isLookedAt({ scheme }: vscode.Uri): boolean {
  return !otherSchemes.has(scheme);
}

/** The problems of open documents, found once for each version of them. */
export class ProblemFinder {
  readonly #known = new WeakMap<
    vscode.TextDocument,
    { version: number; languageId: string; problems: readonly FoundProblem[] }
  >();

  problemsOf(document: vscode.TextDocument): readonly FoundProblem[] {
    if (!isLookedAt(document.uri)) return [];
    const known = this.#known.get(document);
    const languageId = languageOfFile(document.languageId, document.uri.path);
    if (known?.version === document.version && known.languageId === languageId) return known.problems;
    const problems = findProblems(document.getText(), languageId);
    this.#known.set(document, { version: document.version, languageId, problems });
    return problems;
  }
}
