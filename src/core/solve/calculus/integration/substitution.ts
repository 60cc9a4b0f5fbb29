import { add, derivative, divide, equals, multiply, num, power, subtract, sym } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import type { Expr } from '../../../math/expr.ts';
import { coefficientsIn, isZeroPolynomial, onePolynomial } from '../../../math/polynomial.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { toText } from '../../../math/print/toText.ts';
import { isInteger, numeratorOf, over } from '../../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../../math/rationalFunction.ts';
import { children, contains, hasSymbol, mapChildren, sameExpr, sizeOf } from '../../../math/tree.ts';
import { numberOf, tidy } from '../tidy.ts';
import { coefficientsOf, isZeroExpr, linearOf, normalForm, smallInteger } from './forms.ts';
import { pendingIntegral, planOf } from './pending.ts';
import type { IntegrationRule, Plan, Search } from './plan.ts';
import { basicIntegral } from './table.ts';

/** f(g(x))·g'(x): an inner function whose derivative stands beside it becomes the new letter. */
const innerFunction: IntegrationRule = (f, x, search) => {
  const candidates = innerFunctions(f, x).flatMap((inner) => {
    const letter = '#new';
    const integrand = inNewLetter(f, inner, x, letter);
    return integrand === undefined ? [] : [{ inner, integrand }];
  });
  const rank = (candidate: (typeof candidates)[number]): number => rankOf(candidate.inner, candidate.integrand);
  const best = [
    ...candidates
      .filter(({ integrand }) => basicIntegral(integrand, '#new') !== undefined)
      .sort((a, b) => rank(a) - rank(b)),
    ...candidates.filter(({ integrand }) => sizeOf(integrand) <= sizeOf(f) + 4),
  ];
  for (const { inner } of best) {
    const plan = substitute(f, inner, x, search);
    if (plan !== undefined) return plan;
  }
  return undefined;
};

/** The plainest integral first; a letter for the whole integrand or for a root is what one thinks of last. */
function rankOf(inner: Expr, integrand: Expr): number {
  const isWhole = !hasSymbol(integrand, '#new');
  return sizeOf(integrand) + (isWhole ? 100 : 0) + (inner.kind === 'root' ? 20 : 0);
}

export const substitutionRules: readonly IntegrationRule[] = [innerFunction];

/** The plan that puts a new letter for `inner`, where the integrand can be written with it alone. */
export function substitute(f: Expr, inner: Expr, x: string, search: Search, why = substitutionWhy): Plan | undefined {
  if (inNewLetter(f, inner, x, '#new') === undefined) return undefined;
  const letter = search.freshLetter('u');
  const integrand = inNewLetter(f, inner, x, letter);
  if (integrand === undefined) return undefined;
  const next = pendingIntegral(integrand, letter);
  const slope = tidy(differentiate(inner, x) ?? derivative(inner, x));
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: `Substitute $${toTex(equals(sym(letter), inner))}$, so that $d${letter} = ${differentialTex(slope, x)}$.`,
        why,
        rule: 'substitution',
      },
    ],
    [search.integrate(next.integrand, letter)],
    { letter, value: inner },
  );
}

const substitutionWhy =
  "The inner function stands there together with its derivative, up to a constant factor: $\\int f(g(x))\\,g'(x)\\,dx = \\int f(u)\\,du$.";

export function differentialTex(slope: Expr, x: string): string {
  const dx = `d${toTex(sym(x))}`;
  if (numberOf(slope)?.equals(1)) return dx;
  const shown = toTex(slope);
  return slope.kind === 'add' ? `\\left(${shown}\\right)\\,${dx}` : `${shown}\\,${dx}`;
}

/** f / g' with `letter` for g; undefined where x does not vanish. */
export function inNewLetter(f: Expr, inner: Expr, x: string, letter: string): Expr | undefined {
  const slope = differentiate(inner, x);
  if (slope === undefined) return undefined;
  const u = sym(letter);
  const quotient = tidy(divide(replaced(f, inner, x, u), replaced(slope, inner, x, u)));
  if (!hasSymbol(quotient, x)) return quotient;
  const normal = normalForm(quotient);
  const again = replaced(normal, inner, x, u);
  if (!hasSymbol(again, x)) return again;
  return byPolynomial(again, inner, x, u);
}

/** Where g = a·xⁿ + b, and where g = √(a·xⁿ + b), the powers of xⁿ that are left are written in u too. */
function byPolynomial(expr: Expr, inner: Expr, x: string, u: Expr): Expr | undefined {
  const base = inner.kind === 'root' ? inner.radicand : inner;
  const coefficients = coefficientsOf(base, x);
  if (coefficients === undefined || coefficients.length < 2) return undefined;
  const n = coefficients.length - 1;
  if (coefficients.slice(1, -1).some((coefficient) => !isZeroExpr(coefficient))) return undefined;
  const [b, a] = [coefficients[0] ?? num(0), coefficients[n] ?? num(1)];
  const index = inner.kind === 'root' ? (inner.index ?? num(2)) : num(1);
  const size = inner.kind === 'root' ? power(u, index) : u;
  const xToTheN = tidy(divide(isZeroExpr(b) ? size : subtract(size, b), a));
  const normal = toRationalFunction(expr);
  if (normal === undefined) return undefined;
  const used = new Set([...normal.numerator.variables, ...normal.denominator.variables]);
  if ([...normal.kernels].some(([name, kernel]) => used.has(name) && hasSymbol(kernel.expr, x))) return undefined;
  const parts = [normal.numerator, normal.denominator].map((polynomial) => {
    const terms = coefficientsIn(polynomial, x);
    if (terms.some((term, exponent) => exponent % n !== 0 && !isZeroPolynomial(term))) return undefined;
    return add(
      ...terms.flatMap((term, exponent) => {
        if (isZeroPolynomial(term)) return [];
        const coefficient = rationalFunctionToExpr({ ...normal, numerator: term, denominator: onePolynomial });
        return [exponent === 0 ? coefficient : multiply(coefficient, power(xToTheN, num(exponent / n)))];
      }),
    );
  });
  const [top, bottom] = parts;
  return top === undefined || bottom === undefined ? undefined : tidy(divide(tidy(top), tidy(bottom)));
}

/** `inner` and what is a power of it, replaced by u. */
function replaced(expr: Expr, inner: Expr, x: string, u: Expr): Expr {
  if (sameExpr(expr, inner)) return u;
  const asPower = powerOfInner(expr, inner, u);
  if (asPower !== undefined) return asPower;
  return mapChildren(expr, (child) => replaced(child, inner, x, u));
}

/** x⁴ with g = x² is u²; e^(3x) with g = e^x is u³; x² with g = √x … is left alone. */
function powerOfInner(expr: Expr, inner: Expr, u: Expr): Expr | undefined {
  const [node, base] = [asPower(expr), asPower(inner)];
  if (node === undefined || base === undefined) return undefined;
  if (node.base.kind === 'constant' && node.base.name === 'e') {
    if (base.base.kind !== 'constant' || base.base.name !== 'e') return undefined;
    const ratio = numberOf(normalForm(divide(node.exponent, base.exponent)));
    return ratio !== undefined && isInteger(ratio) ? tidy(power(u, num(ratio))) : undefined;
  }
  if (!sameExpr(node.base, base.base)) return undefined;
  const [n, m] = [numberOf(node.exponent), numberOf(base.exponent)];
  if (n === undefined || m === undefined || m.n === 0n) return undefined;
  const ratio = over(n, m);
  return isInteger(ratio) && numeratorOf(ratio) !== 0n ? tidy(power(u, num(ratio))) : undefined;
}

function asPower(expr: Expr): { readonly base: Expr; readonly exponent: Expr } | undefined {
  if (expr.kind === 'power') return expr;
  if (expr.kind === 'root') return { base: expr.radicand, exponent: divide(num(1), expr.index ?? num(2)) };
  if (expr.kind === 'call' && expr.name === 'exp' && expr.args[0] !== undefined)
    return { base: { kind: 'constant', name: 'e' }, exponent: expr.args[0] };
  return undefined;
}

/** Subexpressions that hold x and are neither x nor linear, the ones inside others' arguments first. */
function innerFunctions(f: Expr, x: string): readonly Expr[] {
  const found = new Map<string, Expr>();
  const note = (node: Expr): void => {
    const isPlain = node.kind === 'symbol' || node.kind === 'negate' || node.kind === 'number';
    if (isPlain || !hasSymbol(node, x) || linearOf(node, x) !== undefined) return;
    if (
      node.kind === 'add' ||
      node.kind === 'call' ||
      node.kind === 'power' ||
      node.kind === 'root' ||
      node.kind === 'divide'
    )
      found.set(toText(node), node);
    if (node.kind === 'multiply') for (const factor of node.factors) note(factor);
  };
  const walk = (node: Expr): void => {
    if (!hasSymbol(node, x)) return;
    if (node.kind === 'call') {
      for (const arg of node.args) note(arg);
      note(node);
    }
    if (node.kind === 'power') {
      note(node.base);
      note(node.exponent);
      if (!hasSymbol(node.base, x)) note(node);
    }
    if (node.kind === 'root') {
      note(node.radicand);
      note(node);
    }
    if (node.kind === 'divide') note(node.denominator);
    if (node.kind === 'add') note(node);
    for (const child of children(node)) walk(child);
  };
  walk(f);
  found.delete(toText(f));
  for (const monomial of squares(f, x)) if (!found.has(toText(monomial))) found.set(toText(monomial), monomial);
  return [...found.values()].sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** x², x³ … where a higher power of x is an even, a triple … one: x/(2 + 3x⁴). */
function squares(f: Expr, x: string): readonly Expr[] {
  const exponents = new Set<number>();
  contains(f, (node) => {
    const n =
      node.kind === 'power' && node.base.kind === 'symbol' && node.base.name === x
        ? smallInteger(node.exponent)
        : undefined;
    if (n !== undefined && n > 2) for (let k = 2; k <= n / 2; k += 1) if (n % k === 0) exponents.add(k);
    return false;
  });
  return [...exponents].sort((a, b) => b - a).map((k) => power(sym(x), num(k)));
}
