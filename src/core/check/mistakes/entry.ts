import type { Expr } from '../../math/expr.ts';

/** What a rule may look at besides the part that it rewrites. */
export interface Scene {
  /** What was written in the place of the part (or of something around it). */
  readonly to: Expr;
  /** The letters that are looked for; all letters where nothing is known. */
  readonly unknowns: readonly string[];
  /** Values of the numbers that the written line holds, each with its expression. */
  readonly numbers: readonly Expr[];
}

/** One way in which a wrong rule can be applied. */
export interface Attempt {
  /** What the wrong rule makes of the part; of the whole relation for entries about relations. */
  readonly result: Expr;
  /** Fills the places of the sentence: `{name}` becomes the expression between dollars, or the words as they are. */
  readonly parts: Readonly<Record<string, Expr | string>>;
  /** Added to the entry's weight where this way is the more far-fetched one. */
  readonly extra?: number | undefined;
  /** What the same move gives where it is done right. A part is worth itself, so entries about parts leave this out. */
  readonly right?: Expr | undefined;
}

/** A known wrong rewriting. */
export interface MistakeEntry {
  readonly id: string;
  /** What the rule is applied to: any part of an expression, or a relation as a whole. */
  readonly scope: 'part' | 'relation';
  /** How far-fetched the explanation is: the one with the least is told. 1 is a rule with no other use, 5 the last resort. */
  readonly weight: number;
  /** Added where the result is the written line after more right moves only: rules that many lines come near by chance. */
  readonly looseExtra?: number | undefined;
  /** One sentence to the learner, Markdown, with `{name}` where an attempt's parts go. Never what would be right. */
  readonly sentence: string;
  /** The rule is misused in the other direction too: (a + b)² for a² + b². */
  readonly isReversible?: boolean | undefined;
  readonly rewrite: (part: Expr, scene: Scene) => Iterable<Attempt>;
  /** The entry's own test: this line leads to that one by this mistake. */
  readonly example: { readonly from: string; readonly to: string };
}
