import { divide, sym } from '../build.ts';
import type { Expr } from '../expr.ts';
import { constantValue } from '../polynomial.ts';
import { polynomialToExpr } from '../polynomial/polynomialToExpr.ts';
import type { Quotient } from './quotient.ts';
import type { Kernel } from './space.ts';

/** The quotient with kernels written out again. */
export function quotientToExpr(q: Quotient, kernels: ReadonlyMap<string, Kernel>, variable?: string): Expr {
  const symbolOf = (name: string): Expr => kernels.get(name)?.expr ?? sym(name);
  const numerator = polynomialToExpr(q.numerator, { variable, symbolOf });
  if (constantValue(q.denominator)?.equals(1)) return numerator;
  return divide(numerator, polynomialToExpr(q.denominator, { variable, symbolOf }));
}
