import { divide, e, multiply, negate, num, power, root, subtract } from '../math/build.ts';
import { certifiedSign } from '../math/certify.ts';
import { domainConditions } from '../math/domain.ts';
import { areEqual } from '../math/equality.ts';
import type { Expr } from '../math/expr.ts';
import { factorPolynomial } from '../math/factorPolynomial.ts';
import { polynomialQuotient } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import { normalize } from '../math/normalize.ts';
import { coefficientsIn, isConstantPolynomial, isZeroPolynomial, type Polynomial } from '../math/polynomial.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { freeSymbols } from '../math/tree.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { differenceOf, relationsOf, type Statement } from './statement.ts';

/** Functions inside of functions beyond this are left alone. */
const maximumDepth = 4;

/** Where a statement can't be followed: an unknown under a function that is not taken off here. */
class Closed extends Error {
  override readonly name = 'Closed';
}

/**
 * Real numbers, as expressions, between which the truth of the statement about the unknown does not change: the zeros and
 * poles of its differences and of what their domains depend on. Logarithms, exponentials, roots and absolute values of the
 * unknown are inverted. Undefined where something else occurs.
 */
export function breakpointsOf(statement: Statement, unknown: string, work: ExactWork): readonly Expr[] | undefined {
  try {
    return relationsOf(statement).flatMap((relation) => {
      const difference = differenceOf(relation);
      const parts = [difference, ...domainConditions(difference).map(({ expr }) => expr)];
      return parts.flatMap((part) => zerosOf(part, unknown, work, 0));
    });
  } catch (error) {
    if (error instanceof Closed || error instanceof Undefined || error instanceof NotANumber) return undefined;
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** All real zeros and poles, and perhaps more. Throws Closed. */
function zerosOf(expr: Expr, unknown: string, work: ExactWork, depth: number): readonly Expr[] {
  work.check();
  if (depth > maximumDepth) throw new Closed();
  if (!freeSymbols(expr).includes(unknown)) return [];
  const space = new KernelSpace();
  const q = readQuotient(space, expr);
  return [q.numerator, q.denominator].flatMap((p) => {
    if (isZeroPolynomial(p) || isConstantPolynomial(p)) return [];
    return factorPolynomial(p, work).factors.flatMap(({ polynomial }) =>
      zerosOfFactor(polynomial, space, unknown, work, depth),
    );
  });
}

function zerosOfFactor(
  p: Polynomial,
  space: KernelSpace,
  unknown: string,
  work: ExactWork,
  depth: number,
): readonly Expr[] {
  const moving = p.variables.filter((name) => {
    const kernel = space.kernels.get(name);
    return kernel === undefined ? name === unknown : freeSymbols(kernel.expr).includes(unknown);
  });
  const [name, second] = moving;
  if (name === undefined) return [];
  if (second !== undefined) throw new Closed();
  const coefficients = coefficientsIn(p, name).map((part) => quotientToExpr(polynomialQuotient(part), space.kernels));
  const values = zerosOfCoefficients(coefficients);
  const kernel = space.kernels.get(name);
  return kernel === undefined ? values : values.flatMap((value) => inverted(kernel.expr, value, unknown, work, depth));
}

/** Real zeros of a linear or quadratic polynomial with constant coefficients. */
function zerosOfCoefficients([c, b, a, more]: readonly Expr[]): readonly Expr[] {
  if (c === undefined || b === undefined || more !== undefined) throw new Closed();
  if (a === undefined) {
    if (signOfConstant(b) === 0) throw new Closed();
    return [normalize(divide(negate(c), b))];
  }
  if (signOfConstant(a) === 0) throw new Closed();
  const discriminant = normalize(subtract(power(b, num(2)), multiply(num(4), a, c)));
  const sign = signOfConstant(discriminant);
  if (sign < 0) return [];
  const twice = multiply(num(2), a);
  if (sign === 0) return [normalize(divide(negate(b), twice))];
  return [1, -1].map((side) => normalize(divide(subtract(multiply(num(side), root(discriminant, num(2))), b), twice)));
}

/** A certain sign, 0 included. Throws Closed. */
function signOfConstant(expr: Expr): -1 | 0 | 1 {
  const reading = certifiedSign(expr);
  if (reading.type === 'sign') return reading.sign;
  const zero = reading.type === 'nearZero' ? areEqual(expr, num(0)) : undefined;
  if (zero?.result === 'equal' && zero.how !== 'points') return 0;
  throw new Closed();
}

/** The places where a function of the unknown has a value, for functions that can be inverted. */
function inverted(expr: Expr, value: Expr, unknown: string, work: ExactWork, depth: number): readonly Expr[] {
  const meet = (inner: Expr, target: Expr) => zerosOf(subtract(inner, target), unknown, work, depth + 1);
  switch (expr.kind) {
    case 'abs':
      if (signOfConstant(value) < 0) return [];
      return [...meet(expr.operand, value), ...meet(expr.operand, negate(value))];
    case 'root': {
      const index = expr.index ?? num(2);
      if (index.kind !== 'number') break;
      if (index.value.n % 2n === 0n && signOfConstant(value) < 0) return [];
      return meet(expr.radicand, normalize(power(value, index)));
    }
    case 'power':
      if (freeSymbols(expr.base).length > 0) break;
      if (signOfConstant(value) <= 0) return [];
      return meet(expr.exponent, normalize(divide(ln(value), ln(expr.base))));
    case 'call': {
      const [inner] = expr.args;
      if (inner === undefined || expr.args.length !== 1) break;
      if (expr.name === 'ln') return meet(inner, normalize(power(e, value)));
      if (expr.name === 'exp') return signOfConstant(value) <= 0 ? [] : meet(inner, normalize(ln(value)));
      break;
    }
    default:
  }
  throw new Closed();
}

function ln(expr: Expr): Expr {
  return { kind: 'call', name: 'ln', args: [expr] };
}
