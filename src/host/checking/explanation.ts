import * as vscode from 'vscode';
import type { Verdict } from '../../core/session/step.ts';

/** Why a claim or a line is wrong: plain data, since it travels in a link. Markdown with $…$. */
export interface Explanation {
  readonly code: string;
  /** As it is written. */
  readonly claim: string;
  readonly message: string;
  readonly verdict: Verdict;
}

export function codeOf({ mistake }: Verdict): string {
  return mistake?.id ?? 'wrong-value';
}

export function explanationOf(claim: string, verdict: Verdict, message: string): Explanation {
  return { code: codeOf(verdict), claim, message, verdict };
}

export function isExplanation(value: unknown): value is Explanation {
  if (typeof value !== 'object' || value === null) return false;
  const { code, claim, message, verdict } = value as Partial<Record<keyof Explanation, unknown>>;
  const areWords = [code, claim, message].every((part) => typeof part === 'string');
  return areWords && typeof verdict === 'object' && verdict !== null;
}

export const explanationScheme = 'thunk-explanation';

/** The page about it: where the code of a diagnostic leads. It is made from its own address, so that it needs no memory. */
export function explanationUri(explanation: Explanation): vscode.Uri {
  const path = `/${vscode.l10n.t('What is wrong here')}.md`;
  return vscode.Uri.from({ scheme: explanationScheme, path, query: JSON.stringify(explanation) });
}
