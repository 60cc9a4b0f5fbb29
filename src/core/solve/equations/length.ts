import type { Expr } from '../../math/expr.ts';
import { bitLength } from '../../math/tooLarge.ts';
import { contains, sizeOf } from '../../math/tree.ts';
import { rationalOf } from './tidy.ts';

const longestBits = 36_000;

/** Beyond about ten thousand digits, or beyond what fits on a board. */
export function isTooLong(value: Expr): boolean {
  const exact = rationalOf(value);
  return exact === undefined
    ? sizeOf(value) > 400 || contains(value, (node) => node.kind === 'number' && bitLength(node.value.n) > longestBits)
    : bitLength(exact.n) > longestBits;
}
