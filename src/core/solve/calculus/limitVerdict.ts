import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import { isInfinite } from './limitValue.ts';
import type { LimitWork } from './limitWork.ts';

/** Its limits at infinity are a matter of degrees and leading numbers, both exact. */
function isQuotientOfPolynomials(expr: Expr): boolean {
  const normal = toRationalFunction(expr);
  return normal?.kernels.size === 0;
}

const byLaws: Verdict = {
  kind: 'proved',
  how: 'symbolic',
  evidence: 'Every step is an exact equality or a law of limits.',
};

/**
 * Approaching the target by numbers agrees with the value: agreement at points. It is more where every step of the
 * working was exact: finite targets and exact values only.
 */
export function limitVerdict(work: LimitWork, value: Expr): Verdict {
  const { variable, target, side, expr } = work.task;
  if (freeSymbols(expr).some((name) => name !== variable))
    return work.isExact ? byLaws : { kind: 'unknown', how: 'none' };
  const goal = isInfinite(value) ? (value.kind === 'negate' ? -Infinity : Infinity) : evaluate(value);
  const near = isInfinite(target)
    ? [1e3, 1e4, 1e5, 1e6].map((size) => (target.kind === 'negate' ? -size : size))
    : [1e-2, 1e-3, 1e-4].flatMap((step) =>
        (side === 'left' ? [-step] : side === 'right' ? [step] : [-step, step]).map(
          (offset) => evaluate(target) + offset,
        ),
      );
  const values = near.map((x) => evaluate(expr, { [variable]: x })).filter((found) => Number.isFinite(found));
  const isExact = work.isExact || (isInfinite(target) && isQuotientOfPolynomials(work.task.expr));
  const proved: Verdict = {
    kind: 'proved',
    how: 'symbolic',
    evidence:
      'Every step is an exact equality or a law of limits, and the values close to the target do not contradict it.',
  };
  if (values.length < 3) return isExact ? byLaws : { kind: 'unknown', how: 'none' };
  const distance = (found: number): number =>
    Number.isFinite(goal)
      ? Math.abs(found - goal) / (1 + Math.abs(goal))
      : goal > 0
        ? 1 / Math.max(found, 1e-9)
        : 1 / Math.max(-found, 1e-9);
  const [start, end] = [distance(values[0] ?? 0), distance(values.at(-1) ?? 0)];
  if (!(end < 0.02 || end < start / 5))
    return end > 0.5
      ? {
          kind: 'invalid',
          how: 'points',
          relation: 'different',
          evidence: `Close to the target the values do not approach $${toTex(value)}$.`,
        }
      : isExact
        ? proved
        : { kind: 'unknown', how: 'none' };
  const evidence = `Close to the target the values approach $${toTex(value)}$.`;
  return isExact ? proved : { kind: 'valid', how: 'points', points: values.length, evidence };
}
