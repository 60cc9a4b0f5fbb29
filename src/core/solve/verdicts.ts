import type { Verdict } from '../session/step.ts';

const strength = { invalid: 0, unknown: 1, valid: 2, proved: 3 } as const;

/** The weakest of several verdicts that must all hold; undefined for none. */
export function weakest(verdicts: readonly Verdict[]): Verdict | undefined {
  let found: Verdict | undefined;
  for (const verdict of verdicts) {
    if (found === undefined || strength[verdict.kind] < strength[found.kind]) found = verdict;
  }
  return found;
}

/** True where an answer may be called verified: proved, or valid by an exact or certified check, never by points alone. */
export function isVerified(verdict: Verdict): boolean {
  if (verdict.kind === 'proved') return true;
  return (
    verdict.kind === 'valid' &&
    verdict.how !== 'points' &&
    verdict.how !== 'none' &&
    verdict.how !== 'vote' &&
    verdict.how !== 'judge'
  );
}
