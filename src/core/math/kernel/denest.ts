import { add, num, sqrt, subtract } from '../build.ts';
import type { Expr } from '../expr.ts';
import { integerRoot } from '../integers.ts';
import { constantValue, polynomialOf } from '../polynomial.ts';
import { minus, numeratorOf, over, plus, rational, signOf, times, type Rational } from '../rational.ts';
import { polynomialQuotient, rationalOf, type Quotient } from './quotient.ts';
import type { KernelSpace } from './space.ts';

/**
 * √(a + b√c) as √x ± √y with rational x and y, where a² - b²c is the square of a rational d: then x = (a + d)/2 and
 * y = (a - d)/2 (Borodin, Fagin, Hopcroft and Tompa, 1985). Undefined for other radicands, and for negative ones.
 */
export function denested(space: KernelSpace, base: Quotient): Expr | undefined {
  const { numerator, denominator } = base;
  if (constantValue(denominator) === undefined || numerator.terms.length !== 2 || numerator.variables.includes('#i'))
    return undefined;
  const [surd, constant] = numerator.terms;
  if (!surd || !constant || constant.exponents.some((exponent) => exponent > 0)) return undefined;
  if (!numerator.variables.every((name) => name.startsWith('#root('))) return undefined;
  const root = polynomialQuotient(polynomialOf(numerator.variables, [surd]));
  // b²c, where b√c is the term with roots.
  const square = rationalOf(space.multiply(root, root));
  const a = constant.coefficient;
  const norm = square && minus(times(a, a), square);
  const d = norm && rationalSquareRoot(norm);
  if (!d || a.s < 0n) return undefined;
  const half = (value: Rational): Rational => over(value, rational(2));
  const [x, y] = [half(plus(a, d)), half(minus(a, d))];
  if (signOf(y) < 0) return undefined;
  const [left, right] = [sqrt(num(x)), sqrt(num(y))];
  return surd.coefficient.s < 0n ? subtract(left, right) : add(left, right);
}

function rationalSquareRoot(value: Rational): Rational | undefined {
  const [top, bottom] = [integerRoot(numeratorOf(value), 2), integerRoot(value.d, 2)];
  return top === undefined || bottom === undefined ? undefined : rational(top, bottom);
}
