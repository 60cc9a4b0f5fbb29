import type { Expr } from '../../math/expr.ts';
import type { Move } from '../derivation.ts';

/** An antiderivative with its lines, each after the other, without a constant. */
export interface Antiderivative {
  readonly moves: readonly Move[];
  readonly result: Expr;
}
