import { abs, add, call, divide, infinity, multiply, negate, num, pi, power, root, sqrt } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { degree, leadingCoefficient, univariateCoefficients } from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { isInteger, numeratorOf } from '../../math/rational.ts';
import { freeSymbols, hasSymbol } from '../../math/tree.ts';
import { numberOf } from './tidy.ts';

/** Where a part of an expression tends to. */
export type Tendency =
  { readonly type: 'finite'; readonly value: Expr } | { readonly type: 'infinite'; readonly sign: 1 | -1 };

export interface Approach {
  readonly variable: string;
  readonly target: Expr;
  readonly side?: 'left' | 'right' | undefined;
  /** The sign of an expression close to the target, 0 where it is not the same on the sides that count. */
  signNear(expr: Expr): -1 | 0 | 1;
}

/**
 * The limit by the laws of limits alone: sums, products, quotients and continuous functions of what tends somewhere.
 * Undefined where they do not decide: 0/0, ∞/∞, 0·∞, ∞ − ∞, 1^∞ and whatever oscillates.
 */
export function tendencyOf(expr: Expr, approach: Approach): Tendency | undefined {
  const { variable, target } = approach;
  if (!hasSymbol(expr, variable)) return finite(expr);
  const tendency = (part: Expr): Tendency | undefined => tendencyOf(part, approach);
  switch (expr.kind) {
    case 'symbol':
      return isInfinite(target) ? { type: 'infinite', sign: target.kind === 'negate' ? -1 : 1 } : finite(target);
    case 'negate': {
      const inner = tendency(expr.operand);
      return inner && negated(inner);
    }
    case 'add':
      return polynomialAtInfinity(expr, approach) ?? sumOf(expr.terms.map(tendency));
    case 'multiply':
      return polynomialAtInfinity(expr, approach) ?? productOf(expr.factors.map(tendency));
    case 'divide':
      return quotientOf(tendency(expr.numerator), tendency(expr.denominator), expr.denominator, approach);
    case 'power':
      return powerOf(expr.base, expr.exponent, approach);
    case 'root': {
      const inner = tendency(expr.radicand);
      if (inner === undefined) return undefined;
      if (inner.type === 'infinite') return inner.sign > 0 ? inner : undefined;
      return finite(expr.index === undefined ? sqrt(inner.value) : root(inner.value, expr.index));
    }
    case 'abs': {
      const inner = tendency(expr.operand);
      return inner?.type === 'infinite' ? { type: 'infinite', sign: 1 } : inner && finite(abs(inner.value));
    }
    case 'call':
      return callOf(expr, approach);
    default:
      return undefined;
  }
}

export function isInfinite(target: Expr): boolean {
  return target.kind === 'constant'
    ? target.name === 'infinity'
    : target.kind === 'negate' && isInfinite(target.operand);
}

export function tendencyToExpr(tendency: Tendency): Expr {
  return tendency.type === 'finite' ? tendency.value : tendency.sign > 0 ? infinity : negate(infinity);
}

/** The value in normal form; undefined where it is no real number. */
function finite(value: Expr): Tendency | undefined {
  const normal = toRationalFunction(value);
  if (normal === undefined) return undefined;
  const result = rationalFunctionToExpr(normal);
  if (freeSymbols(result).length === 0 && !Number.isFinite(evaluate(value))) return undefined;
  return { type: 'finite', value: result };
}

export function isZeroValue(value: Expr): boolean {
  return toRationalFunction(value)?.numerator.terms.length === 0;
}

/** The sign of a value without letters; of letters nothing is assumed. */
function signOf(value: Expr): -1 | 0 | 1 | undefined {
  if (isZeroValue(value)) return 0;
  if (freeSymbols(value).length > 0) return undefined;
  const reading = certifiedSign(value);
  return reading.type === 'sign' ? reading.sign : undefined;
}

function negated(tendency: Tendency): Tendency | undefined {
  return tendency.type === 'finite'
    ? finite(negate(tendency.value))
    : { type: 'infinite', sign: tendency.sign > 0 ? -1 : 1 };
}

function polynomialAtInfinity(expr: Expr, { variable, target }: Approach): Tendency | undefined {
  if (!isInfinite(target)) return undefined;
  const polynomial = toPolynomial(expr);
  const size = polynomial === undefined ? 0 : degree(polynomial, variable);
  if (polynomial === undefined || size === 0) return undefined;
  const lead = univariateCoefficients(leadingCoefficient(polynomial, variable))?.[0];
  if (lead === undefined) return undefined;
  const isTurned = target.kind === 'negate' && size % 2 === 1;
  return { type: 'infinite', sign: lead.s > 0n === isTurned ? -1 : 1 };
}

function sumOf(terms: readonly (Tendency | undefined)[]): Tendency | undefined {
  if (!terms.every((term) => term !== undefined)) return undefined;
  const [first, ...others] = terms.filter((term) => term.type === 'infinite');
  if (first !== undefined) return others.every((term) => term.sign === first.sign) ? first : undefined;
  return finite(add(...terms.map(tendencyToExpr)));
}

function productOf(factors: readonly (Tendency | undefined)[]): Tendency | undefined {
  if (!factors.every((factor) => factor !== undefined)) return undefined;
  if (factors.every((factor) => factor.type === 'finite')) return finite(multiply(...factors.map(tendencyToExpr)));
  const signs = factors.map((factor) => (factor.type === 'finite' ? signOf(factor.value) : factor.sign));
  if (signs.some((sign) => sign === undefined || sign === 0)) return undefined;
  return { type: 'infinite', sign: signs.filter((sign) => sign === -1).length % 2 === 0 ? 1 : -1 };
}

function quotientOf(
  above: Tendency | undefined,
  below: Tendency | undefined,
  denominator: Expr,
  approach: Approach,
): Tendency | undefined {
  if (above === undefined || below === undefined) return undefined;
  if (below.type === 'infinite') return above.type === 'finite' ? finite(num(0)) : undefined;
  if (!isZeroValue(below.value)) {
    return above.type === 'finite' ? finite(divide(above.value, below.value)) : productOf([above, below]);
  }
  const top = above.type === 'finite' ? signOf(above.value) : above.sign;
  if (top === undefined || top === 0) return undefined;
  const sign = approach.signNear(denominator);
  return sign === 0 ? undefined : { type: 'infinite', sign: sign === top ? 1 : -1 };
}

function powerOf(base: Expr, exponent: Expr, approach: Approach): Tendency | undefined {
  const [below, above] = [tendencyOf(base, approach), tendencyOf(exponent, approach)];
  if (below === undefined || above === undefined) return undefined;
  if (above.type === 'infinite') {
    const growth = below.type === 'infinite' ? (below.sign > 0 ? 1 : undefined) : growthOf(below.value);
    if (growth === undefined) return undefined;
    return growth === above.sign ? { type: 'infinite', sign: 1 } : finite(num(0));
  }
  const n = numberOf(above.value);
  if (below.type === 'infinite') {
    if (hasSymbol(exponent, approach.variable) || n === undefined || n.n === 0n) return undefined;
    if (n.s < 0n) return finite(num(0));
    if (below.sign > 0) return below;
    return isInteger(n) ? { type: 'infinite', sign: numeratorOf(n) % 2n === 0n ? 1 : -1 } : undefined;
  }
  const sign = signOf(below.value);
  if (sign === 0) {
    if (hasSymbol(exponent, approach.variable) || n === undefined || n.n === 0n) return undefined;
    if (n.s > 0n) return finite(num(0));
    const near = approach.signNear(power(base, exponent));
    return near === 0 ? undefined : { type: 'infinite', sign: near };
  }
  if (sign === -1 && hasSymbol(exponent, approach.variable)) return undefined;
  return finite(power(below.value, above.value));
}

/** Do the powers of a positive base with growing exponents grow (1) or vanish (-1)? */
function growthOf(base: Expr): 1 | -1 | undefined {
  if (signOf(base) !== 1) return undefined;
  const sign = signOf(add(base, num(-1)));
  return sign === 0 ? undefined : sign;
}

/** What functions tend to where their argument grows beyond every bound, for +∞; odd ones have the opposite for -∞. */
const atInfinity: Readonly<Record<string, Tendency | undefined>> = {
  exp: { type: 'infinite', sign: 1 },
  ln: { type: 'infinite', sign: 1 },
  log: { type: 'infinite', sign: 1 },
  sinh: { type: 'infinite', sign: 1 },
  cosh: { type: 'infinite', sign: 1 },
  asinh: { type: 'infinite', sign: 1 },
  acosh: { type: 'infinite', sign: 1 },
  atan: { type: 'finite', value: divide(pi, num(2)) },
  tanh: { type: 'finite', value: num(1) },
  coth: { type: 'finite', value: num(1) },
  erf: { type: 'finite', value: num(1) },
};
const odd = new Set(['sinh', 'asinh', 'atan', 'tanh', 'coth', 'erf']);
const continuous = new Set(
  'exp ln log sin cos tan cot sec csc asin acos atan acot sinh cosh tanh coth sech csch asinh acosh atanh erf sqrt'.split(
    ' ',
  ),
);

function callOf(expr: Extract<Expr, { kind: 'call' }>, approach: Approach): Tendency | undefined {
  const [argument, base] = expr.args;
  if (argument === undefined || !continuous.has(expr.name) || (expr.primes ?? 0) > 0) return undefined;
  if (base !== undefined && hasSymbol(base, approach.variable)) return undefined;
  const inner = tendencyOf(argument, approach);
  if (inner === undefined) return undefined;
  if (inner.type === 'infinite') {
    const known = base === undefined || signOf(add(base, num(-1))) === 1 ? atInfinity[expr.name] : undefined;
    if (known === undefined) return undefined;
    if (inner.sign > 0) return known;
    if (expr.name === 'exp') return finite(num(0));
    if (expr.name === 'cosh') return known;
    return odd.has(expr.name) ? negated(known) : undefined;
  }
  const isLogarithm = expr.name === 'ln' || expr.name === 'log';
  if (isLogarithm && isZeroValue(inner.value)) {
    return approach.signNear(argument) === 1 && base === undefined ? { type: 'infinite', sign: -1 } : undefined;
  }
  return finite(call(expr.name, inner.value, ...(base === undefined ? [] : [base])));
}
