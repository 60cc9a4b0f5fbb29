import type { Verdict } from '../session/step.ts';
import type { Claim } from '../solve/derivation.ts';
import type { Leeway } from './claims/leeway.ts';

/** Something that a text asserts and that can be decided. Offsets are UTF-16 into the document, half open. */
export interface FoundClaim {
  readonly claim: Claim;
  readonly start: number;
  readonly end: number;
  /** As it is written. */
  readonly text: string;
  /** The part that would be replaced to make it right, with what it would be replaced by, where one value is asked for. */
  readonly value?: { readonly start: number; readonly end: number } | undefined;
  /** Other readings under which the claim is right as well; absent: there are none. */
  readonly leeway?: Leeway | undefined;
}

/** A claim with what was decided about it. */
export interface DecidedClaim extends FoundClaim {
  readonly verdict: Verdict;
  /** What would stand at `value` to make a wrong claim right, in the notation of what stands there. */
  readonly right?: string | undefined;
}

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
