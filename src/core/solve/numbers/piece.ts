import type { Expr } from '../../math/expr.ts';
import type { Claim, Move } from '../derivation.ts';
import type { NoNumber } from './exactNumber.ts';
import type { Radical } from './radical.ts';
import type { RuleId } from './rules.ts';
import { tex } from './write.ts';

/** One calculation inside an expression: what was there, the number it gives, and how a teacher says it. */
export interface Piece {
  readonly before: Expr;
  readonly after: Expr;
  /** What is done and what comes out, one or two sentences with the numbers in them. */
  readonly words: string;
  readonly why?: string | undefined;
  readonly rule: RuleId;
  /** Elementary operations in it: how much a person has to follow. */
  readonly weight: number;
  readonly parts?: readonly Move[] | undefined;
}

/** A factor of a chain with its number. */
export interface ValuedFactor {
  readonly value: Radical;
  readonly isDivisor: boolean;
}

export type PieceResult = Piece | NoNumber;

export function isPiece(result: PieceResult): result is Piece {
  return 'before' in result;
}

export function equality(before: Expr, after: Expr): string {
  return `${tex(before)} = ${tex(after)}`;
}

export function equalClaim(left: Expr, right: Expr): Claim {
  return { type: 'equal', left, right };
}
