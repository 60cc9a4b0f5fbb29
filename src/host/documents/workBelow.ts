import type * as vscode from 'vscode';
import { findWork } from '../../core/text/findWork.ts';
import type { FoundProblem } from '../../core/text/foundProblem.ts';
import { languageOf } from './problemPlace.ts';

const known = new WeakMap<FoundProblem, number>();

/** How many lines that look like mathematics stand below a problem. Only what belongs to it is read, once a version. */
export function countWorkBelow(document: vscode.TextDocument, problem: FoundProblem): number {
  let count = known.get(problem);
  if (count === undefined) {
    const { start, end, regionEnd } = problem;
    const region = document.getText().slice(start, regionEnd);
    const alone = { ...problem, anchor: 0, start: 0, end: end - start, regionEnd: region.length };
    const hasMore = /\S/.test(region.slice(alone.end));
    count = hasMore
      ? findWork(region, languageOf(document), alone).filter(({ text }) => isMathematical(text)).length
      : 0;
    known.set(problem, count);
  }
  return count;
}

export function isMathematical(line: string): boolean {
  return /[=<>≤≥≈≠⇒]|\$|\\\(|\\[a-z]+|\d/.test(line);
}
