/** The idea behind a step, in words that fit every problem: for "why?" and for hints. No numbers of any problem. */
export interface Rule {
  /** The idea's name, as a teacher would call it: "Collect like terms". */
  readonly name: string;
  /** Why it may be done: one or two plain sentences, Markdown with $…$. */
  readonly why: string;
}
