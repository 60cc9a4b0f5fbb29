import { certifiedSign, certifiedValue, type RealNumber } from '../math/certify.ts';
import { domainConditions } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined, type Kernel } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import { fromRational, type Interval } from '../math/number/fixed.ts';
import {
  degree,
  isConstantPolynomial,
  multiplyPolynomials,
  onePolynomial,
  subtractPolynomials,
  univariateCoefficients,
  variablePolynomial,
  type Polynomial,
} from '../math/polynomial.ts';
import { resultant } from '../math/polynomial/gcd.ts';
import { rationalRoot, refineRoot, type RealRoot } from '../math/realRoots.ts';
import { absolute, compareRationals, isZero, over, plus, toDouble, type Rational } from '../math/rational.ts';
import { TooLarge } from '../math/tooLarge.ts';

/** A sample of the line: a rational number, or a root of a polynomial. */
export type LinePoint =
  { readonly type: 'rational'; readonly value: Rational } | { readonly type: 'root'; readonly root: RealRoot };

export type SignAtPoint = -1 | 0 | 1 | 'undefined' | 'unknown';

/** The sign of an expression in one letter at a point of the line; 0 and 'undefined' are proofs like the others. */
export function signAtPoint(expr: Expr, unknown: string, point: LinePoint): SignAtPoint {
  for (const { type, expr: inner } of domainConditions(expr)) {
    const sign = signOfDefined(inner, unknown, point);
    if (typeof sign === 'string') return sign;
    const isMet = type === 'nonzero' ? sign !== 0 : type === 'positive' ? sign > 0 : sign >= 0;
    if (!isMet) return 'undefined';
  }
  return signOfDefined(expr, unknown, point);
}

function signOfDefined(expr: Expr, unknown: string, point: LinePoint): SignAtPoint {
  const exact = point.type === 'rational' ? point.value : rationalRoot(point.root);
  const place = new Map<string, Rational | RealNumber>([[unknown, exact ?? realNumber(point)]]);
  const quick = certifiedSign(expr, place, [64], true);
  if (quick.type === 'sign') return quick.sign;
  if (quick.type === 'undefined') return 'undefined';
  const isZeroProved = provedZero(expr, unknown, point, place);
  if (isZeroProved === true) return 0;
  const slow = certifiedSign(expr, place, [256, 1024], true);
  return slow.type === 'sign' ? slow.sign : 'unknown';
}

const cache = new WeakMap<RealRoot, Map<number, Interval>>();

function realNumber(point: LinePoint): RealNumber {
  if (point.type === 'rational') return { interval: (bits) => fromRational(point.value, bits) };
  const known = cache.get(point.root) ?? new Map<number, Interval>();
  cache.set(point.root, known);
  return {
    interval: (bits) => {
      const found = known.get(bits) ?? intervalOfRoot(point.root, bits);
      known.set(bits, found);
      return found;
    },
  };
}

function intervalOfRoot(root: RealRoot, bits: number): Interval {
  const fine = refineRoot(root, bits + 8);
  return { lo: fromRational(fine.lower, bits).lo, hi: fromRational(fine.upper, bits).hi };
}

/**
 * Whether the numerator is zero at the point. It is a root of the resultant of all conditions with y - numerator; a
 * number among the roots of a polynomial that is smaller than all but its zero roots (Cauchy's bound) is zero.
 */
function provedZero(
  expr: Expr,
  unknown: string,
  point: LinePoint,
  place: ReadonlyMap<string, Rational | RealNumber>,
): boolean | undefined {
  try {
    const space = new KernelSpace();
    const q = readQuotient(space, expr);
    if (q.numerator.terms.length === 0) return true;
    if (isConstantPolynomial(q.numerator)) return false;
    const value = '#value';
    const equation = subtractPolynomials(variablePolynomial(value), q.numerator);
    const conditions = [...space.kernels.values()].reverse().flatMap(ruleOf);
    const ofPoint =
      point.type === 'root'
        ? [[unknown, point.root.polynomial] as const]
        : [[unknown, linear(unknown, point.value)] as const];
    const eliminated = [...conditions, ...ofPoint].reduce(
      (p, [name, condition]) => (p.variables.includes(name) ? resultant(condition, p, name) : p),
      equation,
    );
    const coefficients = univariateCoefficients(eliminated, value);
    if (!coefficients || degree(eliminated) <= 0) return undefined;
    const bound = smallestNonzeroRoot(coefficients);
    if (bound === undefined) return true;
    const numerator = quotientToExpr({ numerator: q.numerator, denominator: onePolynomial }, space.kernels);
    for (const bits of [256, 1024, 4096]) {
      const reading = certifiedValue(numerator, place, bits, true);
      if (reading.type === 'exact') return isZero(reading.value);
      if (reading.type !== 'interval') return undefined;
      const { lo, hi } = reading.interval;
      if (lo > 0n || hi < 0n) return false;
      const limit = fromRational(bound, bits).lo;
      if (hi < limit && -lo < limit) return isZero(coefficients[0] ?? bound);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

function ruleOf({ name, rule }: Kernel): readonly (readonly [string, Polynomial])[] {
  if (rule === undefined) return [];
  const power = multiplyPolynomials(variablePolynomial(name, rule.degree), rule.value.denominator);
  return [[name, subtractPolynomials(power, rule.value.numerator)]];
}

function linear(unknown: string, value: Rational): Polynomial {
  return subtractPolynomials(variablePolynomial(unknown), {
    variables: [],
    terms: isZero(value) ? [] : [{ exponents: [], coefficient: value }],
  });
}

/** A lower bound of the absolute values of the roots that are not 0; undefined where there are none (Cauchy). */
function smallestNonzeroRoot(coefficients: readonly Rational[]): Rational | undefined {
  const first = coefficients.findIndex((value) => !isZero(value));
  const rest = coefficients.slice(first);
  const [lowest] = rest;
  if (lowest === undefined || rest.length === 1) return undefined;
  const top = rest
    .slice(1)
    .map(absolute)
    .reduce((a, b) => (compareRationals(b, a) > 0 ? b : a));
  const size = absolute(lowest);
  return over(size, plus(size, top));
}

/** The point as a double, for sentences. */
export function approximatePoint(point: LinePoint): number {
  if (point.type === 'rational') return toDouble(point.value);
  const fine = refineRoot(point.root, 64);
  return (toDouble(fine.lower) + toDouble(fine.upper)) / 2;
}
