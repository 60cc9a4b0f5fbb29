import type { Verdict } from '../session/step.ts';
import type { Claim } from '../solve/derivation.ts';
import { weakest } from '../solve/verdicts.ts';
import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { checkEqual } from './equal.ts';
import { checkEquivalent, checkImplies } from './equivalent.ts';
import { checkHolds } from './holds.ts';

export interface CheckOptions {
  /** Called in long loops; a WorkInterrupted that it throws comes through. */
  readonly work?: ExactWork | undefined;
}

/**
 * Decides a claim by itself, without looking at how it was found. 'proved' and 'invalid' are never guesses: agreement at
 * points alone gives 'valid' by points, and what can't be decided is 'unknown'.
 */
export function checkClaim(claim: Claim, options: CheckOptions = {}): Verdict {
  const work = options.work ?? unlimitedWork;
  switch (claim.type) {
    case 'equal':
      return checkEqual(claim.left, claim.right, { positive: claim.positive, work });
    case 'equivalent':
      return checkEquivalent(claim.from, claim.to, { unknowns: claim.unknowns, positive: claim.positive, work });
    case 'implies':
      return checkImplies(claim.from, claim.to, { unknowns: claim.unknowns, work });
    case 'holds':
      return checkHolds(claim.statement, work);
    case 'decided':
      return claim.verdict;
    case 'all': {
      const verdicts = claim.claims.map((item) => checkClaim(item, options));
      return weakest(verdicts) ?? { kind: 'unknown', how: 'none' };
    }
    case 'none':
      return { kind: 'unknown', how: 'none' };
  }
}
