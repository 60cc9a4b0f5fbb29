import { add, divide, i, multiply, negate, num, pi } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { coefficientOf, constantValue } from '../../math/polynomial.ts';
import { isZero, rational, type Rational } from '../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { contains } from '../../math/tree.ts';
import { unlimitedWork } from '../exactWork.ts';
import { exactNumber } from './exactNumber.ts';
import { radicalToExpr } from './radical.ts';

export function hasImaginary(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'i');
}

export function hasCall(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'call');
}

/** The normal form of a number as it is written on a board: a + bi, 3π/4, roots in their simplest form. Undefined without one. */
export function exactForm(expr: Expr): Expr | undefined {
  const form = toRationalFunction(expr);
  if (form === undefined) return undefined;
  const parts = form.denominator.variables.includes('#i') ? undefined : [0, 1].map((power) => partOf(power));
  const [real, imaginary] = parts ?? [];
  if (real === undefined || imaginary === undefined) return rationalFunctionToExpr(form);
  return complexExpr(realForm(real), realForm(imaginary));

  function partOf(power: number): Expr {
    if (form === undefined) return num(0);
    const numerator = coefficientOf(form.numerator, '#i', power);
    return rationalFunctionToExpr({ ...form, numerator });
  }
}

/** The exact rational value, where the expression has one. */
export function rationalForm(expr: Expr): Rational | undefined {
  const form = toRationalFunction(expr);
  if (form === undefined) return undefined;
  const [top, bottom] = [constantValue(form.numerator), constantValue(form.denominator)];
  if (form.numerator.terms.length === 0) return rational(0);
  return top === undefined || bottom === undefined ? undefined : top.div(bottom);
}

function realForm(expr: Expr): Expr {
  const multiple = rationalForm(divide(expr, pi));
  if (multiple !== undefined && !isZero(multiple)) return multipleOf(multiple, pi);
  const value = exactNumber(expr, unlimitedWork);
  return value.type === 'number' ? radicalToExpr(value.value) : expr;
}

/** -3/4 times π as −3π/4. */
export function multipleOf(factor: Rational, unit: Expr): Expr {
  const top = factor.n === 1n ? unit : multiply(num(factor.n), unit);
  const size = factor.d === 1n ? top : divide(top, num(factor.d));
  return factor.s < 0n ? negate(size) : size;
}

function complexExpr(real: Expr, imaginary: Expr): Expr {
  if (isNumber(imaginary, 0)) return real;
  const isNegative = imaginary.kind === 'negate';
  const size = isNegative ? imaginary.operand : imaginary;
  const term = isNumber(size, 1) ? i : multiply(size, i);
  if (isNumber(real, 0)) return isNegative ? negate(term) : term;
  return add(real, isNegative ? negate(term) : term);
}

function isNumber(expr: Expr, value: number): boolean {
  return expr.kind === 'number' && expr.value.equals(value);
}
