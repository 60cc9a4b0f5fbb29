import { multiplyWithDot, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { PrimePower } from '../../math/integers.ts';

/** 2^3 · 5 */
export function factorizationExpr(factors: readonly PrimePower[]): Expr {
  return multiplyWithDot(
    ...factors.map(({ prime, exponent }) => (exponent === 1 ? num(prime) : power(num(prime), num(exponent)))),
  );
}

export function productOfPowers(factors: readonly PrimePower[]): bigint {
  return factors.reduce((product, { prime, exponent }) => product * prime ** BigInt(exponent), 1n);
}
