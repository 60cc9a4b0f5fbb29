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

/** Where the code of a diagnostic leads: the explanation itself, drawn beside the text. */
export function explainTarget(explanation: Explanation): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify([explanation]));
  return vscode.Uri.from({ scheme: 'command', path: 'thunk.explain', query });
}
