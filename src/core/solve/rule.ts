/** The idea behind a step, in words that fit every problem: for "why?" and for hints. No numbers of any problem. */
export interface Rule {
  /** The idea's name, as a teacher would call it: "Collect like terms". */
  readonly name: string;
  /** Why it may be done: one or two plain sentences, Markdown with $…$. */
  readonly why: string;
  /** `why` without a digit or a formula, for the first hint. Absent where `why` is like that already. */
  readonly words?: string | undefined;
  /** What to look at, or "for what", to find the place to apply it: in words after "Look", without a digit or a formula. */
  readonly look?: string | undefined;
  /** Where the second hint can quote the place in the line: it alone says enough, or `look` is to be looked at within it. */
  readonly place?: 'alone' | 'within' | undefined;
  /** What the first hint asks in place of name and why, where these would tell the outcome: "No solution". */
  readonly question?: string | undefined;
}
