import type { Verdict } from '../session/step.ts';

/** A replacement. Offsets are UTF-16 into the document, half open. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A wrong claim, ready to be shown. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  /** One or two plain sentences, Markdown with $…$: the witness and the named mistake. */
  readonly message: string;
  /** "Put the right value". */
  readonly fix?: Fix | undefined;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  /** How many claims were looked at, by what was decided. */
  readonly counts: { readonly confirmed: number; readonly wrong: number; readonly undecided: number };
  /** What the document says about itself (`<!-- thunk: log=natural -->`) and isn't known: plain sentences. */
  readonly notes?: readonly string[] | undefined;
}
