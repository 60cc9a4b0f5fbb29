import { type ExactWork, WorkInterrupted } from '../solve/exactWork.ts';

/** How often a claim may ask for more time: the hardest ones of real solutions ask a few hundred times. */
const longestClaim = 20_000;

class ClaimTooHard extends WorkInterrupted {}

/**
 * What `decide` comes to, or undefined when it takes so long that the rest of the document would wait for it. Counted and not
 * timed, so that the same text has the same findings everywhere. An interruption of `work` itself comes through.
 */
export function withinLimits<Result>(work: ExactWork, decide: (work: ExactWork) => Result): Result | undefined {
  let count = 0;
  try {
    return decide({
      check: () => {
        work.check();
        count += 1;
        if (count > longestClaim) throw new ClaimTooHard('This takes too long.');
      },
    });
  } catch (error) {
    if (error instanceof ClaimTooHard) return undefined;
    throw error;
  }
}
