import { multiply, negate, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import type { Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { absolute, isInteger } from '../../math/rational.ts';

/** The polynomial as a product of irreducible factors over the rationals: number, letters, brackets. */
export function factoredExpr(p: Polynomial): Expr {
  if (p.terms.length === 0 || p.variables.length === 0) return polynomialToExpr(p);
  const { content, factors } = factorPolynomial(p);
  const size = absolute(content);
  const shown = factors.map(({ polynomial, multiplicity }) => raised(polynomialToExpr(polynomial), multiplicity));
  const letters = shown.filter((factor) => !isBracket(factor)).sort((a, b) => letterOf(a).localeCompare(letterOf(b)));
  const brackets = shown.filter(isBracket);
  const isOne = isInteger(size) && size.n === 1n;
  const body = multiply(...(isOne ? [] : [num(size)]), ...letters, ...brackets);
  return content.s < 0n ? negate(body) : body;
}

function letterOf(factor: Expr): string {
  const base = factor.kind === 'power' ? factor.base : factor;
  return base.kind === 'symbol' ? base.name : '';
}

function raised(base: Expr, exponent: number): Expr {
  return exponent === 1 ? base : power(base, num(exponent));
}

function isBracket(factor: Expr): boolean {
  return factor.kind === 'add' || (factor.kind === 'power' && factor.base.kind === 'add');
}
