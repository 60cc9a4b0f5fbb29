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
