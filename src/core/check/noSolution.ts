import { divide, num } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { constantValue } from '../math/polynomial.ts';
import { polynomialToExpr } from '../math/polynomial/polynomialToExpr.ts';
import { absolute, isInteger, isZero, over, signOf } from '../math/rational.ts';
import { toRationalFunction } from '../math/rationalFunction.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { completeCount } from './complete.ts';
import { differenceOf, type Statement } from './statement.ts';

/** Why nothing satisfies a statement of which that is proved: the reason, where it is plain to see, else how it was found out. */
export function whyNone(statement: Statement, unknowns: readonly string[], work: ExactWork): string {
  const reasons = equationsOf(statement).map(({ left, right }) => reasonOf(left, right));
  const reason = reasons.find((found) => found !== undefined);
  if (reason !== undefined) return reason;
  if (unknowns.length > 1 && completeCount(statement, unknowns, 'complex', work) === 0)
    return 'Elimination turns the equations into a contradiction, so no values satisfy all of them.';
  return 'The real solutions were counted exactly, without looking at the steps: there are none.';
}

type Equation = Extract<Statement, { readonly type: 'relation' }>;

/** Equations that must all hold, so that one without solutions is enough. */
function equationsOf(statement: Statement): readonly Equation[] {
  if (statement.type === 'relation') return statement.operator === '=' ? [statement] : [];
  return statement.type === 'and' ? statement.items.flatMap(equationsOf) : [];
}

function reasonOf(left: Expr, right: Expr): string | undefined {
  const difference = toRationalFunction(differenceOf({ left, right }));
  const top = difference && constantValue(difference.numerator);
  if (difference && top && !isZero(top)) {
    const bottom = constantValue(difference.denominator);
    if (bottom) return `The two sides always differ by $${toTex(num(absolute(over(top, bottom))))}$.`;
    if (difference.kernels.size === 0) {
      const fraction = divide(num(top), polynomialToExpr(difference.denominator));
      return `The difference of the two sides is $${toTex(fraction)}$, a fraction whose numerator is never $0$.`;
    }
  }
  const zeros = neverNegative(left, right) ?? neverNegative(right, left);
  if (zeros !== undefined || !difference || difference.kernels.size > 0) return zeros;
  return difference.numerator.variables.length === 1
    ? `$${toTex(polynomialToExpr(difference.numerator))}$ has no real zero: they were counted exactly.`
    : undefined;
}

/** √… = -1, |…| = -1 */
function neverNegative(side: Expr, other: Expr): string | undefined {
  const form = toRationalFunction(other);
  const [top, bottom] = [form && constantValue(form.numerator), form && constantValue(form.denominator)];
  if (!top || !bottom || signOf(over(top, bottom)) >= 0) return undefined;
  if (!isEvenRoot(side) && side.kind !== 'abs') return undefined;
  const name = side.kind === 'abs' ? 'absolute value' : 'root of even order';
  return `$${toTex(side)}$ is never negative, as every ${name}, but the other side is $${toTex(other)}$.`;
}

function isEvenRoot(expr: Expr): boolean {
  if (expr.kind !== 'root') return false;
  const { index } = expr;
  return index === undefined || (index.kind === 'number' && isInteger(index.value) && index.value.n % 2n === 0n);
}
