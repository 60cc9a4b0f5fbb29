import { divide, sym } from '../build.ts';
import type { Expr } from '../expr.ts';
import { isOnePolynomial } from '../polynomial.ts';
import { polynomialToExpr } from '../polynomial/polynomialToExpr.ts';
import type { Quotient } from './quotient.ts';
import type { Kernel } from './space.ts';

/** The quotient with kernels written out again. */
export function quotientToExpr(q: Quotient, kernels: ReadonlyMap<string, Kernel>, variable?: string): Expr {
  const symbolOf = (name: string): Expr => kernels.get(name)?.expr ?? sym(name);
  const numerator = polynomialToExpr(q.numerator, { variable, symbolOf });
  if (isOnePolynomial(q.denominator)) return numerator;
  return divide(numerator, polynomialToExpr(q.denominator, { variable, symbolOf }));
}
