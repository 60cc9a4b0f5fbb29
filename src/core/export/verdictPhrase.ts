import type { How, Verdict } from '../session/step.ts';

const phrases: Readonly<Record<How, string>> = {
  symbolic: 'equal for all values',
  substitution: 'values put back',
  recomputed: 'recomputed another way',
  certified: 'computed with certified bounds',
  points: 'agrees at points',
  lean: 'checked by Lean',
  command: 'checked by a command',
  vote: 'several samples agree',
  judge: 'judged by a model',
  none: 'not checkable',
};

/** A badge in English: `proved: values put back`, `valid: agrees on 32 points`, `not checkable`. */
export function verdictPhrase(verdict: Verdict): string {
  if (verdict.how === 'none') return verdict.kind === 'unknown' ? phrases.none : verdict.kind;
  const how =
    verdict.how === 'points' && verdict.points !== undefined
      ? `agrees on ${verdict.points} points`
      : phrases[verdict.how];
  return `${verdict.kind}: ${how}`;
}
