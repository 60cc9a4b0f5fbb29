/** 1 names the idea, 2 says where to apply it, 3 shows it on a different problem, 4 is the step itself. */
export type HintLevel = 1 | 2 | 3 | 4;

/** A worked example on a different problem of the same kind. */
export interface WorkedExample {
  /** Markdown with $…$. */
  readonly problem: string;
  readonly steps: readonly { readonly text: string; readonly latex?: string | undefined }[];
  readonly answer: string;
}

export interface Hint {
  readonly level: HintLevel;
  /** Markdown with $…$. Level 1 has none of the problem's numbers; no level but 4 has the next line or the answer. */
  readonly text: string;
  /** Level 3 only. */
  readonly example?: WorkedExample | undefined;
}
