import { add, call, divide, integral, multiply, negate, num, power, subtract } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { sizeOf } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { coefficientsOf, linearOf, normalForm, productOf, productToExpr, smallInteger, type Part } from './forms.ts';
import { pendingIntegral, planOf } from './pending.ts';
import type { IntegrationRule, Plan, Search, Stage } from './plan.ts';
import { basicIntegral } from './table.ts';

const why = "$\\int u v' \\, dx = u v - \\int u' v \\, dx$: the product rule, read backwards.";

/** Products: a polynomial times sin, cos, e^x; anything times a logarithm or an inverse function; e^(ax) times sin or cos. */
export const byParts: IntegrationRule = (f, x, search) => {
  const { parts } = productOf(f, x);
  const logs = parts.filter((part) => isLogarithmLike(part));
  if (logs.length > 0) return logarithmFirst(f, parts, logs, x, search);
  const polynomial = parts.filter((part) => isPolynomialPart(part, x));
  const rest = parts.filter((part) => !isPolynomialPart(part, x));
  if (polynomial.length > 0 && rest.length > 0) return polynomialFirst(f, polynomial, rest, x, search);
  return cyclic(f, parts, x);
};

const towards = new Set([
  'ln',
  'log',
  'asin',
  'acos',
  'atan',
  'acot',
  'asinh',
  'acosh',
  'atanh',
  'acoth',
  'asec',
  'acsc',
  'erf',
]);

function isLogarithmLike({ base, exponent }: Part): boolean {
  const n = smallInteger(exponent);
  return base.kind === 'call' && towards.has(base.name) && n !== undefined && n > 0 && n < 9;
}

function isPolynomialPart({ base, exponent }: Part, x: string): boolean {
  const n = smallInteger(exponent);
  return n !== undefined && n > 0 && n < 20 && coefficientsOf(base, x) !== undefined;
}

function logarithmFirst(
  f: Expr,
  parts: readonly Part[],
  logs: readonly Part[],
  x: string,
  search: Search,
): Plan | undefined {
  const [first] = logs;
  if (first === undefined || logs.length > 1) return undefined;
  const rest = parts.filter((part) => part !== first);
  const u = productToExpr({ constant: num(1), parts: [first] });
  const other = productToExpr({ constant: num(1), parts: rest });
  const v = rest.length === 0 ? { kind: 'symbol' as const, name: x } : antiderivative(other, x, search);
  return v === undefined ? undefined : oneRound(f, u, other, v, x, search);
}

function antiderivative(f: Expr, x: string, search: Search): Expr | undefined {
  return basicIntegral(f, x)?.result ?? search.integrate(f, x)?.result;
}

function polynomialFirst(
  f: Expr,
  polynomial: readonly Part[],
  rest: readonly Part[],
  x: string,
  search: Search,
): Plan | undefined {
  const u = productToExpr({ constant: num(1), parts: polynomial });
  const other = productToExpr({ constant: num(1), parts: rest });
  if (!rest.every(isTranscendental)) return undefined;
  const wave = gaussianByParts(f, u, rest, x, search);
  if (wave !== undefined) return wave;
  const v = basicIntegral(other, x)?.result ?? (rest.length === 2 ? search.integrate(other, x)?.result : undefined);
  if (v === undefined) return undefined;
  const coefficients = coefficientsOf(u, x);
  if (coefficients !== undefined && coefficients.length > 4) {
    const table = tabular(f, u, other, x, coefficients.length - 1);
    if (table !== undefined) return table;
  }
  return oneRound(f, u, other, v, x, search);
}

/** xⁿ·e^(ax² + c): one x goes to the exponential, because that product has an antiderivative. */
function gaussianByParts(
  f: Expr,
  polynomial: Expr,
  rest: readonly Part[],
  x: string,
  search: Search,
): Plan | undefined {
  const [part, second] = rest;
  const isPower = polynomial.kind === 'power' && polynomial.base.kind === 'symbol';
  if (part === undefined || second !== undefined || !isPower || coefficientsOf(part.exponent, x)?.length !== 3)
    return undefined;
  const slope = multiply({ kind: 'symbol', name: x }, productToExpr({ constant: num(1), parts: rest }));
  const v = search.integrate(tidy(slope), x)?.result;
  return v === undefined
    ? undefined
    : oneRound(f, tidy(divide(polynomial, { kind: 'symbol', name: x })), slope, v, x, search);
}

function isTranscendental({ base }: Part): boolean {
  return base.kind === 'call' || base.kind === 'constant' || base.kind === 'number' || base.kind === 'symbol';
}

function oneRound(f: Expr, u: Expr, slope: Expr, v: Expr, x: string, search: Search): Plan | undefined {
  const du = tidy(differentiate(u, x) ?? num(0));
  const product = tidy(multiply(u, v));
  const left = lighter(tidy(multiply(v, du)));
  if (sizeOf(left) > 2 * sizeOf(f) + 25) return undefined;
  const next = pendingIntegral(left, x);
  const child = search.integrate(next.integrand, x);
  return planOf(
    f,
    x,
    [
      {
        to: tidy(subtract(product, next.line)),
        text: `Integrate by parts with $u = ${toTex(u)}$ and $v' = ${toTex(slope)}$, so $u' = ${toTex(du)}$ and $v = ${toTex(v)}$.`,
        why,
        rule: 'by-parts',
      },
    ],
    [child],
  );
}

/** The normal form where it is the smaller one. */
function lighter(expr: Expr): Expr {
  const normal = normalForm(expr);
  return sizeOf(normal) < sizeOf(expr) ? normal : expr;
}

/** Many rounds at once: the derivatives of the polynomial against the antiderivatives of the other factor, with changing signs. */
function tabular(f: Expr, u: Expr, other: Expr, x: string, rounds: number): Plan | undefined {
  const terms: Expr[] = [];
  const left: string[] = [];
  const right: string[] = [];
  let [derived, integrated]: [Expr, Expr] = [u, other];
  for (let round = 0; round <= rounds; round += 1) {
    const next = basicIntegral(integrated, x)?.result;
    if (next === undefined) return undefined;
    left.push(toTex(derived));
    right.push(toTex(next));
    const term = tidy(multiply(derived, next));
    terms.push(round % 2 === 0 ? term : negate(term));
    derived = normalForm(differentiate(derived, x) ?? num(0), x);
    integrated = next;
  }
  const stages: Stage[] = [
    {
      to: tidy(add(...terms)),
      text: `Integrate by parts ${rounds.toString()} times at once: the derivatives of $${toTex(u)}$ are $${left.join(',\\; ')}$; integrating $${toTex(other)}$ again and again gives $${right.join(',\\; ')}$. Multiply them in pairs with changing signs.`,
      why,
      rule: 'by-parts-table',
    },
  ];
  return planOf(f, x, stages, []);
}

/** e^(ax)·sin(bx): after two rounds the same integral stands there again. */
function cyclic(f: Expr, parts: readonly Part[], x: string): Plan | undefined {
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const exponential = [first, second].find((part) => part.base.kind === 'constant' || part.base.kind === 'number');
  const wave = [first, second].find((part) => part !== exponential);
  const rate = exponential === undefined ? undefined : rateOf(exponential, x);
  if (exponential === undefined || wave === undefined || rate === undefined || wave.base.kind !== 'call')
    return undefined;
  const [angle] = wave.base.args;
  const linear = angle === undefined ? undefined : linearOf(angle, x);
  const isSine = wave.base.name === 'sin';
  if (angle === undefined || linear === undefined || smallInteger(wave.exponent) !== 1) return undefined;
  if (!isSine && wave.base.name !== 'cos') return undefined;
  const power1 = power(exponential.base, exponential.exponent);
  const [sine, cosine] = [call('sin', angle), call('cos', angle)];
  const b = linear.slope;
  const own = isSine ? sine : cosine;
  const other = isSine ? cosine : sine;
  const v = tidy(divide(power1, rate));
  const sign = isSine ? num(1) : num(-1);
  // ∫ e w = e w/a − (±b/a) ∫ e w', and once more.
  const firstPart = tidy(multiply(v, own));
  const inner = multiply(power1, other);
  const factor = tidy(divide(b, rate));
  const firstLine = tidy(subtract(firstPart, multiply(sign, factor, integral(tidy(inner), x))));
  const secondPart = tidy(subtract(firstPart, multiply(sign, factor, v, other)));
  const again = tidy(multiply(factor, factor));
  const secondLine = tidy(subtract(secondPart, multiply(again, integral(f, x))));
  const result = tidy(
    divide(
      multiply(power1, add(tidy(multiply(rate, own)), tidy(negate(multiply(sign, b, other))))),
      tidy(add(multiply(rate, rate), multiply(b, b))),
    ),
  );
  const stages: Stage[] = [
    {
      to: firstLine,
      text: `Integrate by parts with $u = ${toTex(own)}$ and $v' = ${toTex(power1)}$, so $v = ${toTex(v)}$.`,
      why,
      rule: 'by-parts',
    },
    {
      to: secondLine,
      text: `Once more by parts, now with $u = ${toTex(other)}$ and the same $v' = ${toTex(power1)}$: the integral that we began with comes back.`,
      why,
      rule: 'by-parts',
    },
    {
      to: result,
      text: `The same integral stands on both sides. Call it $I$ and solve for it: $I = ${toTex(secondPart)} - ${termTex(again)} I$, so $${bracketTex(tidy(add(num(1), again)))} I = ${toTex(secondPart)}$.`,
      why: 'An equation for the integral may be solved as any other equation.',
      rule: 'solve-for-integral',
    },
  ];
  return planOf(f, x, stages, []);
}

function termTex(expr: Expr): string {
  return expr.kind === 'number' && expr.value.equals(1) ? '' : toTex(expr);
}

function bracketTex(expr: Expr): string {
  return expr.kind === 'add' ? `\\left(${toTex(expr)}\\right)` : toTex(expr);
}

/** a for e^(ax + b), a·ln c for c^(ax + b). */
function rateOf({ base, exponent }: Part, x: string): Expr | undefined {
  const linear = linearOf(exponent, x);
  if (linear === undefined) return undefined;
  return base.kind === 'constant' && base.name === 'e' ? linear.slope : tidy(multiply(linear.slope, call('ln', base)));
}
