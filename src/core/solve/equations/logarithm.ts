import { call, divide, multiply, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { powerOf, rational, toDouble, type Rational } from '../../math/rational.ts';
import { rationalOf } from './tidy.ts';

/** log of a value with the given base, as a number where it is one: log₂ 8 = 3, log₄ 8 = 3/2, ln e² = 2. */
export function logarithmOf(value: Expr, base: Expr): Expr {
  const isNatural = base.kind === 'constant' && base.name === 'e';
  if (isNatural) {
    if (value.kind === 'constant' && value.name === 'e') return num(1);
    if (value.kind === 'power' && value.base.kind === 'constant' && value.base.name === 'e') return value.exponent;
    return rationalOf(value)?.equals(1) === true ? num(0) : naturalLogarithm(value);
  }
  const [exact, exactBase] = [rationalOf(value), rationalOf(base)];
  const found = exact === undefined || exactBase === undefined ? undefined : exactLogarithm(exact, exactBase);
  if (found !== undefined) return num(found);
  const top = naturalLogarithm(value);
  return top.kind === 'divide'
    ? divide(top.numerator, multiply(top.denominator, call('ln', base)))
    : divide(top, call('ln', base));
}

/** ln √3 is written ln(3)/2. */
function naturalLogarithm(value: Expr): Expr {
  if (value.kind !== 'root' || rationalOf(value.radicand) === undefined) return call('ln', value);
  return divide(call('ln', value.radicand), value.index ?? num(2));
}

/** The rational r with base^r = value, found as a ratio of exponents of a common base. */
export function exactLogarithm(value: Rational, base: Rational): Rational | undefined {
  if (value.s < 0n || value.n === 0n || base.s < 0n || base.n === 0n || base.equals(1)) return undefined;
  if (value.equals(1)) return rational(0);
  const size = Math.log(toDouble(value)) / Math.log(toDouble(base));
  for (let denominator = 1; denominator <= 12; denominator += 1) {
    const numerator = Math.round(size * denominator);
    if (numerator === 0 || Math.abs(numerator) > 400 || Math.abs(size * denominator - numerator) > 1e-6) continue;
    if (powerOf(base, numerator).equals(powerOf(value, denominator))) return rational(numerator, denominator);
  }
  return undefined;
}
