import {
  abs,
  add,
  call,
  divide,
  integral,
  multiply,
  negate,
  num,
  power,
  sqrt,
  subtract,
  sym,
} from '../../../math/build.ts';
import { evaluate } from '../../../math/evaluate.ts';
import type { Expr } from '../../../math/expr.ts';
import { factorPolynomial } from '../../../math/factorPolynomial.ts';
import { degree, leadingRational } from '../../../math/polynomial.ts';
import { contentOf } from '../../../math/polynomial/gcd.ts';
import { toPolynomial } from '../../../math/polynomial/toPolynomial.ts';
import { gcd } from '../../../math/integers.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { rational } from '../../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../../math/rationalFunction.ts';
import { freeSymbols } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import {
  coefficientsOf,
  isSurelyPositive,
  isZeroExpr,
  normalForm,
  productOf,
  productToExpr,
  smallInteger,
} from './forms.ts';
import { pendingIntegral, planOf } from './pending.ts';
import type { IntegrationRule, Plan, Search } from './plan.ts';

/** a x² + b x + c. */
export interface Quadratic {
  readonly a: Expr;
  readonly b: Expr;
  readonly c: Expr;
}

export function quadraticOf(expr: Expr, x: string): Quadratic | undefined {
  const [c, b, a, more] = coefficientsOf(expr, x) ?? [];
  return c === undefined || b === undefined || a === undefined || more !== undefined ? undefined : { a, b, c };
}

/** 4ac − b²: positive where the quadratic has no real zero. */
export function quadraticGap({ a, b, c }: Quadratic): Expr {
  return normalForm(subtract(multiply(num(4), a, c), multiply(b, b)));
}

/**
 * 1 or -1: the sign of an expression; of a letter that may have either sign, the one that its normal form begins with
 * (`isAssumed`).
 */
export function signOf(expr: Expr): { readonly sign: 1 | -1; readonly isAssumed: boolean } {
  if (freeSymbols(expr).length === 0) return { sign: evaluate(expr) < 0 ? -1 : 1, isAssumed: false };
  if (isSurelyPositive(expr)) return { sign: 1, isAssumed: false };
  const normal = toRationalFunction(expr);
  const lead = normal === undefined ? undefined : leadingRational(normal.numerator);
  const isSquare =
    normal?.numerator.terms.length === 1 && normal.numerator.terms[0]?.exponents.every((n) => n % 2 === 0) === true;
  return { sign: lead !== undefined && lead.s < 0n ? -1 : 1, isAssumed: !isSquare };
}

/** The square root with square factors taken out, letters taken as positive. */
export function tidyRoot(radicand: Expr): Expr {
  const normal = toRationalFunction(sqrt(radicand), { positive: freeSymbols(radicand) });
  return normal === undefined ? sqrt(radicand) : tidy(rationalFunctionToExpr(normal));
}

/** (B x + C) / (a x² + b x + c)^n, the quadratic without rational zeros. */
export const quadraticRule: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const below = parts.find(
    ({ base, exponent }) => (smallInteger(exponent) ?? 0) < 0 && quadraticOf(base, x) !== undefined,
  );
  if (below === undefined) return undefined;
  const quadratic = quadraticOf(below.base, x);
  const n = -(smallInteger(below.exponent) ?? -1);
  const above = productToExpr({ constant, parts: parts.filter((part) => part !== below) });
  const numerator = coefficientsOf(above, x);
  if (quadratic === undefined || numerator === undefined || numerator.length > 2) return undefined;
  const gap = quadraticGap(quadratic);
  if (isZeroExpr(gap) || isReducible(below.base, x)) return undefined;
  const [constantTerm, slope] = [numerator[0] ?? num(0), numerator[1] ?? num(0)];
  if (!isZeroExpr(slope)) return splitNumerator(f, below.base, quadratic, slope, constantTerm, n, x, search);
  return n === 1
    ? reciprocal(f, below.base, quadratic, gap, constantTerm, x)
    : lowered(f, below.base, quadratic, gap, constantTerm, n, x, search);
};

/** Then the quadratic is a product of two brackets, and partial fractions are what one does. */
function isReducible(base: Expr, x: string): boolean {
  const polynomial = toPolynomial(base);
  if (polynomial === undefined) return false;
  return factorPolynomial(polynomial).factors.every((factor) => degree(factor.polynomial, x) < 2);
}

function splitNumerator(
  f: Expr,
  base: Expr,
  { a, b }: Quadratic,
  slope: Expr,
  constantTerm: Expr,
  n: number,
  x: string,
  search: Search,
): Plan | undefined {
  const derivative = tidy(add(multiply(num(2), a, sym(x)), b));
  const share = normalForm(divide(slope, multiply(num(2), a)));
  const rest = normalForm(subtract(constantTerm, multiply(share, b)));
  if (isZeroExpr(rest)) return undefined;
  const below = n === 1 ? base : power(base, num(n));
  const pieces = [multiply(share, divide(derivative, below)), divide(rest, below)].map((piece) =>
    pendingIntegral(piece, x),
  );
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return undefined;
  return planOf(
    f,
    x,
    [
      {
        to: tidy(add(first.line, second.line)),
        text: `Split the numerator: a multiple of $${toTex(derivative)}$, the derivative of $${toTex(base)}$, and a constant.`,
        why: 'The first part has a logarithm or a power as its integral, the second one an arctangent.',
        rule: 'split-numerator',
      },
    ],
    [search.integrate(first.integrand, x), search.integrate(second.integrand, x)],
  );
}

function reciprocal(
  f: Expr,
  base: Expr,
  { a, b }: Quadratic,
  gap: Expr,
  constantTerm: Expr,
  x: string,
): Plan | undefined {
  const { sign, isAssumed } = signOf(gap);
  const inside = tidy(add(multiply(num(2), a, sym(x)), b));
  const isCentred = isZeroExpr(b);
  const root = tidyRoot(sign > 0 ? gap : negate(gap));
  const square = isCentred ? '' : ` Completing the square in $${toTex(base)}$ gives $${completedTex(a, inside, gap)}$.`;
  const condition = isAssumed ? ` (for $${toTex(sign > 0 ? gap : negate(gap))} > 0$)` : '';
  if (sign > 0) {
    const [top, bottom] = withoutCommonNumber(inside, root);
    const result = multiply(divide(multiply(num(2), constantTerm), root), call('atan', tidy(divide(top, bottom))));
    return planOf(
      f,
      x,
      [
        {
          to: tidy(result),
          text: `The denominator has no real zero${condition}, so this is an arctangent.${square}`,
          why: '$\\int \\frac{dx}{x^2 + k^2} = \\frac{1}{k}\\arctan\\frac{x}{k}$.',
          rule: 'arctangent-integral',
        },
      ],
      [],
    );
  }
  // With a minus before the square the quotient is turned upside down, so that no minus is left in it.
  const isTurned = signOf(a).sign < 0;
  const [top, bottom] = withoutCommonNumber(isTurned ? tidy(negate(inside)) : inside, root);
  const [less, more] = [tidy(subtract(top, bottom)), tidy(add(top, bottom))];
  const quotient = isTurned ? divide(more, less) : divide(less, more);
  return planOf(
    f,
    x,
    [
      {
        to: tidy(multiply(divide(constantTerm, root), call('ln', abs(quotient)))),
        text: `The denominator has two real zeros that are not rational${condition}, so this is a logarithm of a quotient.${square}`,
        why: '$\\int \\frac{dx}{x^2 - k^2} = \\frac{1}{2k}\\ln\\left|\\frac{x-k}{x+k}\\right|$.',
        rule: 'logarithm-integral',
      },
    ],
    [],
  );
}

/** A linear expression and a number or root without a common factor: 6x and 2√6 are 3x and √6. */
function withoutCommonNumber(linear: Expr, root: Expr): readonly [Expr, Expr] {
  const [a, b] = [toRationalFunction(linear), toRationalFunction(root)];
  if (a === undefined || b === undefined) return [linear, root];
  const [p, q] = [contentOf(a.numerator), contentOf(b.numerator)];
  const shared = gcd(p.n, q.n);
  if (shared <= 1n || p.d !== 1n || q.d !== 1n) return [linear, root];
  const shrink = (expr: Expr): Expr => {
    const terms = expr.kind === 'add' ? expr.terms : [expr];
    return tidy(add(...terms.map((term) => multiply(num(rational(1n, shared)), term))));
  };
  return [shrink(linear), shrink(root)];
}

function completedTex(a: Expr, inside: Expr, gap: Expr): string {
  const shown = divide(add(power(inside, num(2)), gap), tidy(multiply(num(4), a)));
  return toTex(shown);
}

/** One power less: ∫1/qⁿ from ∫1/qⁿ⁻¹. */
function lowered(
  f: Expr,
  base: Expr,
  { a, b }: Quadratic,
  gap: Expr,
  constantTerm: Expr,
  n: number,
  x: string,
  search: Search,
): Plan | undefined {
  const inside = tidy(add(multiply(num(2), a, sym(x)), b));
  const scale = multiply(num(n - 1), gap);
  const lower = (exponent: number): Expr => (exponent === 1 ? base : power(base, num(exponent)));
  const first = tidy(divide(multiply(constantTerm, inside), multiply(scale, lower(n - 1))));
  const factor = tidy(divide(multiply(num(2 * (2 * n - 3)), a, constantTerm), scale));
  const integrand = tidy(divide(num(1), lower(n - 1)));
  return planOf(
    f,
    x,
    [
      {
        to: tidy(add(first, multiply(factor, integral(integrand, x)))),
        text: `Lower the power: by parts, the integral of $1/q^{${n.toString()}}$ with $q = ${toTex(base)}$ comes down to that of $1/${n === 2 ? 'q' : `q^{${(n - 1).toString()}}`}$.`,
        why: '$\\int \\frac{dx}{q^n} = \\frac{2ax+b}{(n-1)D\\,q^{n-1}} + \\frac{2(2n-3)a}{(n-1)D}\\int\\frac{dx}{q^{n-1}}$ with $D = 4ac - b^2$.',
        rule: 'lower-the-power',
      },
    ],
    [search.integrate(integrand, x)],
  );
}
