import type { Expr } from '../math/expr.ts';
import type { Verdict } from '../session/step.ts';

/**
 * What a move claims, in a form that the checker can decide by itself, independently of how the move was found.
 * `core/check/claims.ts` turns a claim into a Verdict.
 */
export type Claim =
  /** Two expressions are equal wherever both are defined. `positive`: letters that are assumed positive. */
  | {
      readonly type: 'equal';
      readonly left: Expr;
      readonly right: Expr;
      readonly positive?: readonly string[] | undefined;
    }
  /** Two statements (relations, and/or, systems) have the same solutions in `unknowns`. */
  | {
      readonly type: 'equivalent';
      readonly from: Expr;
      readonly to: Expr;
      readonly unknowns: readonly string[];
      readonly positive?: readonly string[] | undefined;
    }
  /** Every solution of `from` is one of `to` (squaring, multiplying by an unknown): said aloud and followed up later. */
  | { readonly type: 'implies'; readonly from: Expr; readonly to: Expr; readonly unknowns: readonly string[] }
  /** A numeric or logical statement without unknowns that must hold: `3·11 − 6 = 2·11 + 5`, `7 < 9`. */
  | { readonly type: 'holds'; readonly statement: Expr }
  /** Already decided by a route of its own, other than the one that found the move (a prime re-tested, a count enumerated, …). */
  | { readonly type: 'decided'; readonly verdict: Verdict }
  /** All of them hold. */
  | { readonly type: 'all'; readonly claims: readonly Claim[] }
  /** A plan, a definition, a choice: nothing to be checked. */
  | { readonly type: 'none' };

/** One idea. `parts`, when present, are the finer moves that make it up, in order, the last ending at the same result. */
export interface Move {
  /** What is done, in plain words with the problem's own numbers: Markdown with $…$. Imperative, one or two sentences. */
  readonly text: string;
  /** The line that results, TeX without delimiters. */
  readonly latex?: string | undefined;
  /** Why it may be done: one sentence. */
  readonly why?: string | undefined;
  /** Id of an entry in rules.ts. */
  readonly rule: string;
  readonly claim: Claim;
  readonly parts?: readonly Move[] | undefined;
  /** True where the coarse grain may run this move together with the next one. */
  readonly isMinor?: boolean | undefined;
}

export interface Answer {
  /** In the form that the question asked for. */
  readonly text: string;
  readonly latex: string;
  /** The answer as a value, where it is one expression: "Let c be the units digit of 54" goes on with it. */
  readonly value?: Expr | undefined;
  /** For an equation or a system with exactly one solution: the value of each unknown, for what is asked after "Suppose …". */
  readonly values?: Readonly<Record<string, Expr>> | undefined;
  /** The independent check of the whole answer against the problem as it was read (never against the moves). */
  readonly verdict: Verdict;
}

export type Derivation =
  | {
      readonly type: 'solved';
      /** All of it, coarse to fine through `parts`. The last move states the answer to the question that was asked. */
      readonly moves: readonly Move[];
      readonly answer: Answer;
    }
  | { readonly type: 'stuck'; readonly reason: 'unsupported' | 'too-large' | 'nothing-to-do'; readonly detail: string };

/** One method for one kind of task. */
export interface Way {
  /** Stable id, e.g. 'quadratic-formula'. */
  readonly id: string;
  /** In words after "by": 'completing the square'. */
  readonly name: string;
  derive(): Derivation | Promise<Derivation>;
}
