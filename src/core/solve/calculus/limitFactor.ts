import { divide, equals, subtract, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isConstantPolynomial, type Polynomial } from '../../math/polynomial.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { gcdOfPolynomials } from '../../math/polynomial/gcd.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { hasSymbol, substitute } from '../../math/tree.ts';
import { factoredExpr } from '../expressions/factoredExpr.ts';
import type { RewritingRule } from './limitRules.ts';
import { isInfinite, isZeroValue } from './limitValue.ts';
import { shownLimit, type LimitWork } from './limitWork.ts';
import { numberOf, tidy } from './tidy.ts';

/** 0/0 in a quotient of polynomials: factor both, cancel what both have. */
export const factoredQuotient: RewritingRule = (work) => {
  const { variable, target } = work.task;
  const { expr } = work;
  if (expr.kind !== 'divide' || isInfinite(target) || work.isExponent) return false;
  const [above, below] = [toPolynomial(expr.numerator), toPolynomial(expr.denominator)];
  if (above === undefined || below === undefined || !hasSymbol(expr.denominator, variable)) return false;
  if (![expr.numerator, expr.denominator].every((part) => isZeroValue(substitute(part, { [variable]: target }))))
    return false;
  const common = gcdOfPolynomials(above, below);
  if (isConstantPolynomial(common)) return false;
  const [top, bottom] = [divideExactly(above, common), divideExactly(below, common)];
  if (top === undefined || bottom === undefined) return false;
  const product: Expr = divide(factoredExpr(above), factoredExpr(below));
  const isNew = toTex(product) !== toTex(expr);
  if (isNew) factor(work, product);
  const next = reduced(top, bottom);
  const start = isNew ? '' : `${undecided(work)} `;
  const from = work.expr;
  work.expr = next;
  work.moves.push({
    text: `${start}Cancel $${toTex(factoredExpr(common))}$, which is not $0$ near $${toTex(equals(sym(variable), target))}$.`,
    latex: line(work, from, next),
    why: 'The limit looks only at points near the target, not at the target itself, so a common factor may be cancelled.',
    rule: 'limit-simplify',
    claim: { type: 'equal', left: from, right: next },
  });
  return true;
};

function reduced(top: Polynomial, bottom: Polynomial): Expr {
  return tidy(divide(factoredExpr(top), factoredExpr(bottom)));
}

function undecided(work: LimitWork): string {
  return `Putting $${toTex(equals(sym(work.task.variable), work.task.target))}$ in gives $\\frac{0}{0}$, which decides nothing.`;
}

function line(work: LimitWork, from: Expr, next: Expr): string {
  return work.moves.length === 0
    ? toTex(equals(shownLimit(work, from), shownLimit(work, next)))
    : `= ${toTex(shownLimit(work, next))}`;
}

function factor(work: LimitWork, product: Expr): void {
  const { variable, target } = work.task;
  const from = work.expr;
  const known = numberOf(target);
  const root = tidy(subtract(sym(variable), target));
  const hint =
    known === undefined
      ? 'So both have a factor in common: factor them.'
      : `So $${toTex(root)}$ is a factor of both: factor them.`;
  work.moves.push({
    text: `${undecided(work)} ${hint}`,
    latex: line(work, from, product),
    why: 'A polynomial that is $0$ at $x = a$ has the factor $x - a$.',
    rule: 'limit-factor',
    claim: { type: 'equal', left: from, right: product },
  });
  work.expr = product;
}
