import type { Expr } from '../../math/expr.ts';
import { WorkInterrupted } from '../../solve/exactWork.ts';
import { nameMistake } from '../mistakes/nameMistake.ts';
import type { LineVerdict } from './judgement.ts';
import { hasUnits } from './units.ts';
import type { Means } from './means.ts';

/** A wrong line with the known mistake that leads to it from one of the earlier lines, where there is one. */
export function nameIn(verdict: LineVerdict, earlier: readonly Expr[], to: Expr, means: Means): LineVerdict {
  if (verdict.kind !== 'invalid' || verdict.mistake !== undefined || hasUnits(to)) return verdict;
  for (const from of earlier.slice(0, 3)) {
    try {
      const { unknowns, work, conventions } = means;
      const options = { work, positive: conventions.positive, ...(unknowns.length > 0 && { unknowns }) };
      const mistake = nameMistake(from, to, options);
      if (mistake) return { ...verdict, mistake };
    } catch (error) {
      // A name is an extra: without it the verdict stands.
      if (error instanceof WorkInterrupted) throw error;
    }
  }
  return verdict;
}
