import { subtract } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { degree, isConstantPolynomial, isZeroPolynomial, type Polynomial } from '../math/polynomial.ts';
import { divideExactly } from '../math/polynomial/division.ts';
import { toRationalFunction } from '../math/rationalFunction.ts';
import { sameExpr } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { domainConditions } from '../math/domain.ts';

export interface EquivalenceOptions {
  readonly unknowns: readonly string[];
  readonly positive?: readonly string[] | undefined;
  readonly work: ExactWork;
}

const undecided: Verdict = { kind: 'unknown', how: 'none' };

/** Do both statements have the same solutions in the unknowns? */
export function checkEquivalent(from: Expr, to: Expr, options: EquivalenceOptions): Verdict {
  if (sameExpr(from, to)) {
    return { kind: 'proved', how: 'symbolic', relation: 'equivalent', evidence: 'Both lines say the same.' };
  }
  return compareEquations(from, to, options) ?? undecided;
}

/** Is every solution of `from` one of `to`? */
export function checkImplies(from: Expr, to: Expr, options: EquivalenceOptions): Verdict {
  return checkEquivalent(from, to, options);
}

/** Two equations whose sides differ by the same expression up to a factor that is not zero. */
function compareEquations(from: Expr, to: Expr, { unknowns, positive }: EquivalenceOptions): Verdict | undefined {
  if (hasConditions(from) || hasConditions(to)) return undefined;
  const [p, q] = [numeratorOf(from, positive), numeratorOf(to, positive)];
  if (!p || !q || isZeroPolynomial(p) || isZeroPolynomial(q)) return undefined;
  const ratio = degree(p) >= degree(q) ? divideExactly(p, q) : divideExactly(q, p);
  if (!ratio || unknowns.some((name) => ratio.variables.includes(name))) return undefined;
  const evidence = 'Both lines are the same equation up to a factor.';
  if (isConstantPolynomial(ratio)) return { kind: 'proved', how: 'symbolic', relation: 'equivalent', evidence };
  return undefined;
}

function hasConditions(expr: Expr): boolean {
  return domainConditions(expr).length > 0;
}

function numeratorOf(expr: Expr, positive: readonly string[] | undefined): Polynomial | undefined {
  const [left, right] = expr.kind === 'relation' && expr.operators.join() === '=' ? expr.operands : [];
  return left && right && toRationalFunction(subtract(left, right), { positive })?.numerator;
}
