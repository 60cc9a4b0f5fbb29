import { add, divide, multiply, negate, num, pi, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Claim } from '../derivation.ts';
import type { Board } from './board.ts';
import { coefficientsIn, withFactor } from './coefficients.ts';
import { isZero, quotient, rationalOf } from './tidy.ts';
import { tidyAngle } from './trigonometry.ts';

/** Where a letter must not be negative (√x = a for a ≥ 0), both lines are compared for positive ones. */
export function underConditions(board: Board, to: Expr, conditions: readonly Expr[]): Claim | undefined {
  const positive = conditions.flatMap((condition) =>
    condition.kind === 'relation' && ['>', '>='].includes(condition.operators.join())
      ? freeSymbols(condition).filter((name) => !board.unknowns.includes(name))
      : [],
  );
  return positive.length === 0
    ? undefined
    : { type: 'equivalent', from: board.line, to, unknowns: board.unknowns, positive };
}

/** A value that repeats: its fixed part first, then the part with the integer. */
export function tidyFamily(value: Expr, letter: string): Expr {
  const items = coefficientsIn(value, letter);
  const [fixed, step] = items ?? [];
  if (fixed === undefined || step === undefined) return value;
  const repeated = withPi(step, letter);
  return isZero(fixed) ? repeated : add(tidyAngle(fixed), repeated);
}

/** 2kπ, kπ/2 */
function withPi(step: Expr, letter: string): Expr {
  const turns = rationalOf(quotient(step, pi));
  if (turns === undefined) return withFactor(step, sym(letter));
  const top = multiply(...(turns.n === 1n ? [] : [num(turns.n)]), sym(letter), pi);
  const size = turns.d === 1n ? top : divide(top, num(turns.d));
  return turns.s < 0n ? negate(size) : size;
}
