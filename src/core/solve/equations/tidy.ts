import { add, divide, multiply, negate, num, root, sqrt, sym } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { gcd, lcm } from '../../math/integers.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { leadingRational, onePolynomial, scalePolynomial, type Polynomial } from '../../math/polynomial.ts';
import {
  isZero as isZeroRational,
  negated,
  numeratorOf,
  over,
  plus,
  powerOf,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { bitLength } from '../../math/tooLarge.ts';
import { mapExpr } from '../../math/tree.ts';

/** The value of an expression made of numbers only, with + − · / and whole powers; undefined for anything else. */
export function rationalOf(expr: Expr): Rational | undefined {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'negate': {
      const operand = rationalOf(expr.operand);
      return operand && negated(operand);
    }
    case 'add':
      return fold(expr.terms, plus);
    case 'multiply':
      return fold(expr.factors, times);
    case 'divide': {
      const [top, bottom] = [rationalOf(expr.numerator), rationalOf(expr.denominator)];
      return top === undefined || bottom === undefined || isZeroRational(bottom) ? undefined : over(top, bottom);
    }
    case 'power': {
      const [base, exponent] = [rationalOf(expr.base), rationalOf(expr.exponent)];
      if (base === undefined || exponent?.d !== 1n || exponent.n > 10_000n) return undefined;
      if (isZeroRational(base) && (exponent.s < 0n || exponent.n === 0n)) return undefined;
      if ((bitLength(base.n) + bitLength(base.d)) * Number(exponent.n) > 200_000) return undefined;
      return powerOf(base, Number(numeratorOf(exponent)));
    }
    default:
      return undefined;
  }
}

function fold(items: readonly Expr[], join: (left: Rational, right: Rational) => Rational): Rational | undefined {
  let result: Rational | undefined;
  for (const item of items) {
    const value = rationalOf(item);
    if (value === undefined) return undefined;
    result = result === undefined ? value : join(result, value);
  }
  return result;
}

/** The expression in the form in which one writes a value down: numbers worked out, like terms collected, fractions reduced. */
export function tidy(expr: Expr): Expr {
  const exact = rationalOf(expr);
  if (exact !== undefined) return num(exact);
  const polynomial = toPolynomial(expr);
  if (polynomial !== undefined)
    return overOneDenominator({ numerator: polynomial, denominator: onePolynomial }, polynomialToExpr);
  return normalForm(expr) ?? expr;
}

interface Fraction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

/** (√5 − 1)/2 rather than √5/2 − 1/2. */
function overOneDenominator({ numerator, denominator }: Fraction, write: (p: Polynomial) => Expr): Expr {
  const multiple = lcm(...[...numerator.terms, ...denominator.terms].map((term) => term.coefficient.d), 1n);
  const bottom = scalePolynomial(denominator, rational(multiple));
  const shared = gcd(
    ...[...bottom.terms.map((term) => term.coefficient.n)],
    ...numerator.terms.map((term) => term.coefficient.n * (multiple / term.coefficient.d)),
  );
  const isTurned = leadingRational(bottom).s < 0n;
  const scale = rational(isTurned ? -multiple : multiple, shared === 0n ? 1n : shared);
  const [top, below] = [write(scalePolynomial(numerator, scale)), write(scalePolynomial(denominator, scale))];
  if (rationalOf(below)?.equals(1) === true) return top;
  return top.kind === 'negate' ? negate(divide(top.operand, below)) : divide(top, below);
}

/** With roots, functions and letters in denominators. Undefined where it has no value or is too large. */
function normalForm(expr: Expr): Expr | undefined {
  const value = toRationalFunction(expr);
  if (value === undefined) return undefined;
  const symbolOf = (name: string): Expr => value.kernels.get(name)?.expr ?? sym(name);
  return mapExpr(
    overOneDenominator(value, (p) => polynomialToExpr(p, { symbolOf })),
    joinRoots,
  );
}

/** √2·√3 is written √6, and 3 − √5 with the number first: the normal form keeps the primes apart and puts numbers last. */
function joinRoots(node: Expr): Expr {
  if (node.kind === 'add') return numberFirst(node);
  if (node.kind !== 'multiply') return node;
  const roots = node.factors.map(rootFactor);
  const index = roots.find((root) => root !== undefined)?.index;
  const joined = roots.filter((root) => root !== undefined && root.index === index);
  if (index === undefined || joined.length === 0) return node;
  const radicand = joined.reduce((result, root) => result * (root?.radicand ?? 1n), 1n);
  const others = node.factors.filter((_, place) => roots[place]?.index !== index);
  if (others.length === node.factors.length - 1 && node.factors.some((factor) => factor.kind === 'root')) return node;
  return multiply(...others, index === 2n ? sqrt(num(radicand)) : root(num(radicand), num(index)));
}

/** ᵏ√n or a power of it, as one root. */
function rootFactor(factor: Expr): { readonly index: bigint; readonly radicand: bigint } | undefined {
  const [base, exponent] = factor.kind === 'power' ? [factor.base, rationalOf(factor.exponent)] : [factor, rational(1)];
  if (
    base.kind !== 'root' ||
    base.radicand.kind !== 'number' ||
    exponent?.d !== 1n ||
    exponent.s < 0n ||
    exponent.n > 12n
  )
    return undefined;
  const index = base.index === undefined ? rational(2) : rationalOf(base.index);
  const radicand = base.radicand.value;
  if (index?.d !== 1n || radicand.d !== 1n) return undefined;
  return { index: index.n, radicand: radicand.n ** exponent.n };
}

function numberFirst(node: ExprOf<'add'>): Expr {
  const number = node.terms.find((term) => rationalOf(term) !== undefined);
  if (number === undefined || !node.terms.every((term) => term === number || isSurd(term))) return node;
  return { ...node, terms: [number, ...node.terms.filter((term) => term !== number)] };
}

/** ±k√n */
function isSurd(term: Expr): boolean {
  const bare = term.kind === 'negate' ? term.operand : term;
  const factors = bare.kind === 'multiply' ? bare.factors : [bare];
  return (
    factors.every((factor) => factor.kind === 'root' || rationalOf(factor) !== undefined) &&
    factors.some((factor) => factor.kind === 'root')
  );
}

export function sum(...items: readonly Expr[]): Expr {
  return tidy(add(...items));
}

export function difference(left: Expr, right: Expr): Expr {
  return tidy(add(left, negate(right)));
}

export function product(...items: readonly Expr[]): Expr {
  return tidy(multiply(...items));
}

/** Not for a divisor that is 0. */
export function quotient(left: Expr, right: Expr): Expr {
  return tidy(divide(left, right));
}

export function reciprocal(expr: Expr): Expr {
  return quotient(num(1), expr);
}

/** For a tidied expression. */
export function isZero(expr: Expr): boolean {
  const exact = rationalOf(expr);
  return exact !== undefined && isZeroRational(exact);
}

/** A minus sign in front, apart from what follows it: −3a is 3a with a minus sign. */
export function splitSign(expr: Expr): { readonly isNegative: boolean; readonly magnitude: Expr } {
  if (expr.kind === 'negate') return { isNegative: true, magnitude: expr.operand };
  if (expr.kind === 'divide' && expr.numerator.kind === 'negate') {
    return { isNegative: true, magnitude: { ...expr, numerator: expr.numerator.operand } };
  }
  return { isNegative: false, magnitude: expr };
}

/** Of the coefficients that are rational numbers. */
export function lcmOfDenominators(items: readonly Expr[]): bigint {
  return lcm(1n, ...items.map((item) => rationalOf(item)?.d ?? 1n));
}
