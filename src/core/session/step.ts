/** What a checker decided about a step. */
export type VerdictKind = 'proved' | 'valid' | 'invalid' | 'unknown';

/** How a verdict was reached; the badge repeats it in words. */
export type How =
  /** Equal by normal form, or solution sets compared exactly: a proof. */
  | 'symbolic'
  /** Values put back into the problem exactly. */
  | 'substitution'
  /** Recomputed exactly by another route (arithmetic, counting, primality, …). */
  | 'recomputed'
  /** Interval or growing-precision evaluation with error bounds. */
  | 'certified'
  /** Agreement at points only: never enough for `verified`. */
  | 'points'
  | 'lean'
  | 'command'
  | 'vote'
  | 'judge'
  /** Nothing here could be checked. */
  | 'none';

/** How a line follows from the lines before it. */
export type Relation =
  | 'equivalent'
  | 'equal'
  | 'adds-solutions'
  | 'loses-solutions'
  | 'different'
  | 'domain-changed'
  | 'unrelated'
  | 'given'
  | 'definition';

/** A known wrong rewriting that leads to the line. */
export interface Mistake {
  /** Id of an entry of the catalogue (core/check/mistakes): 'sign-lost'. */
  readonly id: string;
  /** One sentence to the learner, Markdown with $…$: what was done and why it isn't so. Never what would be right. */
  readonly text: string;
  /** What the same move would have given, TeX: for "put the right value", shown only when asked for. */
  readonly right?: string | undefined;
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly how: How;
  readonly relation?: Relation | undefined;
  /** For `how: 'points'`, the number of points. */
  readonly points?: number | undefined;
  /** One plain sentence, Markdown with $…$: the values put back, the counterexample, a Lean message, a test's output. */
  readonly evidence?: string | undefined;
  /** Of an invalid line, where a known mistake explains it. */
  readonly mistake?: Mistake | undefined;
}

export interface Cost {
  readonly calls: number;
  readonly freshTokens: number;
  readonly cachedTokens: number;
  readonly generatedTokens: number;
  readonly seconds: number;
  /** In US dollars; null when the price is unknown. */
  readonly money: number | null;
}

export const noCost: Cost = { calls: 0, freshTokens: 0, cachedTokens: 0, generatedTokens: 0, seconds: 0, money: 0 };

/** Where a step came from. Never holds anything that lies past the step. */
export interface Provenance {
  /** Id of the solver: 'builtin', 'model', 'learner', … */
  readonly solver: string;
  /** Id of the method ("way") that the solver follows, e.g. 'factoring'. */
  readonly method?: string | undefined;
  /** The method in words for a person, e.g. 'by factoring'. */
  readonly methodName?: string | undefined;
  readonly model?: string | undefined;
  /** The solver's own place after this step, opaque to everybody else, about the past only (e.g. moves consumed so far). */
  readonly cursor?: number | undefined;
}

export type Grain = 'fine' | 'normal' | 'coarse';

export interface FinalAnswer {
  /** Plain text in the form that the question asked for: `11`, `x = -1 or x = 2`, `(-oo, 3]`. */
  readonly answer: string;
  readonly latex?: string | undefined;
  /** The answer is proved, or valid by an exact or certified check; never by points alone. */
  readonly isVerified: boolean;
}

/** One whole logical move; immutable once revealed. */
export interface Step {
  /** What is done, in plain words: Markdown with $…$ (no HTML). */
  readonly text: string;
  /** The line that results, TeX without delimiters. */
  readonly latex?: string | undefined;
  /** Why it may be done, one sentence, Markdown with $…$. */
  readonly why?: string | undefined;
  /** The rule behind the step (an id of core/solve/rules), for "why?" and hints. */
  readonly rule?: string | undefined;
  readonly grain: Grain;
  readonly verdict: Verdict;
  readonly source: Provenance;
  readonly cost: Cost;
  /** Present on the last step only: being done is part of it. */
  readonly final?: FinalAnswer | undefined;
}

/** The text to be solved, with where it came from. Offsets are UTF-16. */
export interface Problem {
  readonly text: string;
  /** A short name for lists: the heading above, or the first words. */
  readonly title: string;
  /** How the text writes mathematics. */
  readonly format: 'markdown' | 'latex' | 'plain';
  readonly origin?: ProblemOrigin | undefined;
}

export interface ProblemOrigin {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly languageId: string;
}
