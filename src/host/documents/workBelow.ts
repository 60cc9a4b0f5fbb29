import type * as vscode from 'vscode';
import type { FoundProblem } from '../../core/text/foundProblem.ts';

const known = new WeakMap<FoundProblem, boolean>();

/**
 * Whether something that looks like lines of work stands below a problem: enough to offer a check, at the cost of a look
 * at each character, once a version. What the lines are is read when they are checked.
 */
export function hasWorkBelow(document: vscode.TextDocument, problem: FoundProblem): boolean {
  let isThere = known.get(problem);
  if (isThere === undefined) {
    isThere = isMathematical(document.getText().slice(problem.end, problem.regionEnd));
    known.set(problem, isThere);
  }
  return isThere;
}

/** A relation, a formula between delimiters, or a sum. */
export function isMathematical(text: string): boolean {
  return /[=<>≤≥≈≠⇒]|\$[^$]+\$|\\\(|\\\[|[\d)]\s*[-+*/·^]\s*[\d(a-z]/.test(text);
}
