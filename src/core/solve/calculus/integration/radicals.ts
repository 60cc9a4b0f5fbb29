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
  root,
  sqrt,
  subtract,
  sym,
} from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { toText } from '../../../math/print/toText.ts';
import { denominatorOf, isInteger, numeratorOf } from '../../../math/rational.ts';
import { children, hasSymbol } from '../../../math/tree.ts';
import { lcm } from '../../../math/integers.ts';
import { numberOf, tidy } from '../tidy.ts';
import { CoefficientAlgebra } from './coefficientAlgebra.ts';
import {
  coefficientsOf,
  isOne,
  isZeroExpr,
  normalForm,
  productOf,
  productToExpr,
  smallInteger,
  type Part,
} from './forms.ts';
import { planOf } from './pending.ts';
import type { IntegrationRule, Plan, Search } from './plan.ts';
import { quadraticGap, quadraticOf, signOf, tidyRoot, type Quadratic } from './quadratic.ts';
import { substitute } from './substitution.ts';

const rootWhy = 'With the root as the letter the roots disappear.';

/** The root of a + b·xⁿ as the new letter. */
const rootAsLetter: IntegrationRule = (f, x, search) => {
  for (const inner of rootsIn(f, x)) {
    const plan = substitute(f, inner, x, search, rootWhy);
    if (plan !== undefined) return plan;
  }
  return undefined;
};

/** The roots that occur, those of one base joined: √x and ∛x are powers of the sixth root. */
function rootsIn(f: Expr, x: string): readonly Expr[] {
  const found = new Map<string, { readonly base: Expr; readonly index: bigint }>();
  const note = (base: Expr, index: bigint): void => {
    if (!hasSymbol(base, x) || index < 2n || index > 12n) return;
    const known = found.get(toText(base));
    found.set(toText(base), { base, index: lcm(known?.index ?? 1n, index) });
  };
  const walk = (node: Expr): void => {
    if (node.kind === 'root') {
      const index = node.index === undefined ? 2n : BigInt(smallInteger(node.index) ?? 0);
      note(node.radicand, index);
    }
    if (node.kind === 'power') {
      const exponent = numberOf(node.exponent);
      if (exponent !== undefined && !isInteger(exponent)) note(node.base, denominatorOf(exponent));
    }
    for (const child of children(node)) walk(child);
  };
  walk(f);
  return [...found.values()].map(({ base, index }) => (index === 2n ? sqrt(base) : root(base, num(index))));
}

interface RootOfQuadratic {
  readonly base: Expr;
  readonly quadratic: Quadratic;
  /** f = polynomial · x^(-lowest) · base^(halves/2) */
  readonly halves: number;
  readonly polynomial: readonly Expr[];
  readonly lowest: number;
}

function readRoot(f: Expr, x: string): RootOfQuadratic | undefined {
  const { constant, parts } = productOf(f, x);
  const rootPart = parts.find(({ base, exponent }) => {
    const value = numberOf(exponent);
    return value !== undefined && denominatorOf(value) === 2n && quadraticOf(base, x) !== undefined;
  });
  const quadratic = rootPart === undefined ? undefined : quadraticOf(rootPart.base, x);
  const exponent = rootPart === undefined ? undefined : numberOf(rootPart.exponent);
  if (rootPart === undefined || quadratic === undefined || exponent === undefined) return undefined;
  const below = parts.find(({ base, exponent: n }) => base.kind === 'symbol' && (smallInteger(n) ?? 0) < 0);
  const rest = parts.filter((part) => part !== rootPart && part !== below);
  const polynomial = coefficientsOf(productToExpr({ constant, parts: rest }), x);
  const lowest = below === undefined ? 0 : -(smallInteger(below.exponent) ?? 0);
  return polynomial === undefined
    ? undefined
    : { base: rootPart.base, quadratic, halves: Number(numeratorOf(exponent)), polynomial, lowest };
}

/** 1/√(a x² + b x + c), the basic one. */
const reciprocalRoot: IntegrationRule = (f, x) => {
  const read = readRoot(f, x);
  if (read?.halves !== -1 || read.lowest > 0 || read.polynomial.length !== 1) return undefined;
  const [constant] = read.polynomial;
  const { a, b } = read.quadratic;
  const inside = tidy(add(multiply(num(2), a, sym(x)), b));
  const { sign, isAssumed } = signOf(a);
  const gap = quadraticGap(read.quadratic);
  const square = isZeroExpr(b)
    ? ''
    : ` Completing the square gives $${toTex(read.base)} = ${toTex(divide(add(power(inside, num(2)), gap), tidy(multiply(num(4), a))))}$.`;
  const condition = isAssumed ? ` (for $${toTex(sign > 0 ? a : negate(a))} > 0$)` : '';
  if (sign < 0) {
    const width = tidyRoot(negate(gap));
    const result = divide(call('asin', normalForm(divide(negate(inside), width), x)), tidyRoot(negate(a)));
    return planOf(
      f,
      x,
      [
        {
          to: tidy(multiply(constant ?? num(1), result)),
          text: `The square of $${toTex(sym(x))}$ has a minus sign under the root${condition}: this is an arcsine.${square}`,
          why: '$\\int \\frac{dx}{\\sqrt{k^2 - x^2}} = \\arcsin\\frac{x}{k}$.',
          rule: 'arcsine-integral',
        },
      ],
      [],
    );
  }
  const scale = tidyRoot(a);
  const argument =
    isZeroExpr(b) && isOne(a) ? add(sym(x), sqrt(read.base)) : add(inside, multiply(num(2), scale, sqrt(read.base)));
  return planOf(
    f,
    x,
    [
      {
        to: tidy(multiply(constant ?? num(1), divide(call('ln', abs(tidy(argument))), scale))),
        text: `A root of a quadratic below, with plus before the square${condition}: this is a logarithm.${square}`,
        why: '$\\int \\frac{dx}{\\sqrt{x^2 + c}} = \\ln\\left|x + \\sqrt{x^2 + c}\\right|$.',
        rule: 'logarithm-integral',
      },
    ],
    [],
  );
};

/**
 * P(x)·√Q^k with Q of degree 2: the integral is a polynomial (also in 1/x) times √Q, plus a multiple of ∫ dx/√Q and one of
 * ∫ dx/(x√Q). The coefficients are found by differentiating and comparing.
 */
const undetermined: IntegrationRule = (f, x, search) => {
  const read = readRoot(f, x);
  if (read === undefined || read.halves < -1 || read.halves > 9) return undefined;
  if (read.halves === -1 && read.lowest === 0 && read.polynomial.length === 1) return undefined;
  if (read.halves === -1 && read.lowest === 1 && read.polynomial.length === 1) return undefined;
  const algebra = new CoefficientAlgebra();
  const { a, b, c } = read.quadratic;
  const q = algebra.read([c, b, a]);
  const slope = algebra.read([b, tidy(multiply(num(2), a))]);
  const half = algebra.read([divide(num(1), num(2))]);
  const x1 = (exponent: number) => algebra.read([...Array.from({ length: exponent }, () => num(0)), num(1)]);
  // Everything over x^s·√Q: s = lowest.
  const numerator = algebra.multiply(algebra.read(read.polynomial), algebra.power(q, (read.halves + 1) / 2));
  const s = read.lowest;
  const lowestPower = s > 0 ? 1 - s : 0;
  const highest = Math.max(numerator.length - 1 - s - 1, s > 1 ? -1 : lowestPower - 1);
  const exponents = Array.from({ length: highest - lowestPower + 1 }, (_, index) => lowestPower + index);
  // d/dx (x^k √Q) = (k x^(k−1) Q + x^k Q'/2)/√Q, times x^s.
  const columns = exponents.map((k) => {
    const second = algebra.multiply(algebra.multiply(x1(k + s), slope), half);
    return k === 0
      ? second
      : algebra.add(algebra.multiply(algebra.multiply(algebra.read([num(k)]), x1(k - 1 + s)), q), second);
  });
  const all = [...columns, x1(s), ...(s > 0 ? [x1(s - 1)] : [])];
  const values = algebra.solve(all, numerator);
  if (values === undefined) return undefined;
  const exprs = values.map((value) => algebra.toExpr(value));
  const polynomial = tidy(
    add(...exponents.map((k, index) => multiply(exprs[index] ?? num(0), power(sym(x), num(k)))).reverse()),
  );
  const radical = sqrt(read.base);
  const rests = [
    { factor: exprs[columns.length] ?? num(0), integrand: tidy(divide(num(1), radical)) },
    { factor: exprs[columns.length + 1] ?? num(0), integrand: tidy(divide(num(1), multiply(sym(x), radical))) },
  ].filter(({ factor }) => !isZeroExpr(factor));
  const to = tidy(
    add(
      multiply(polynomial, radical),
      ...rests.map(({ factor, integrand }) => multiply(factor, integral(integrand, x))),
    ),
  );
  const shape =
    exponents.length === 0
      ? ''
      : `a polynomial in $${toTex(sym(x))}$${s > 0 ? ' and its reciprocal' : ''} times $${toTex(radical)}$`;
  return planOf(
    f,
    x,
    [
      {
        to,
        text: `Such an integral is ${shape}, plus a multiple of $${toTex(integral(divide(num(1), radical), x))}$${s > 0 ? ' and of the same with a factor $x$ below' : ''}. Differentiate this with unknown coefficients and compare them.`,
        why: 'Multiplied by the root, both sides are polynomials, so their coefficients must agree.',
        rule: 'undetermined-coefficients',
      },
    ],
    rests.map(({ integrand }) => search.integrate(integrand, x)),
  );
};

/** P(x)/√Q³, √Q⁵ …: 2(2ax + b)/(D√Q) has the derivative 1/√Q³. */
const lowerRoot: IntegrationRule = (f, x, search) => {
  const read = readRoot(f, x);
  if (read === undefined || read.halves > -3 || read.halves < -9 || read.lowest > 0 || read.polynomial.length > 2)
    return undefined;
  return lowered(f, read, x, search);
};

function lowered(f: Expr, read: RootOfQuadratic, x: string, search: Search): Plan | undefined {
  const { a, b } = read.quadratic;
  const gap = quadraticGap(read.quadratic);
  if (isZeroExpr(gap)) return undefined;
  const n = -read.halves;
  const [p0, p1] = [read.polynomial[0] ?? num(0), read.polynomial[1] ?? num(0)];
  const inside = tidy(add(multiply(num(2), a, sym(x)), b));
  const below = (halves: number): Expr => productToExpr({ constant: num(1), parts: [halfPower(read.base, -halves)] });
  // (p1 x + p0) = share·(2ax + b) + rest
  const share = normalForm(divide(p1, multiply(num(2), a)));
  const rest = normalForm(subtract(p0, multiply(share, b)));
  const first = tidy(multiply(divide(multiply(num(-2), share), num(n - 2)), below(n - 2)));
  const scale = multiply(num(n - 2), gap);
  const second = tidy(multiply(divide(multiply(num(2), rest, inside), scale), below(n - 2)));
  const factor = tidy(divide(multiply(num(4 * (n - 3)), a, rest), scale));
  const integrand = below(n - 2);
  const isDone = n === 3 || isZeroExpr(rest);
  const to = tidy(add(first, second, ...(isDone ? [] : [multiply(factor, integral(integrand, x))])));
  return planOf(
    f,
    x,
    [
      {
        to,
        text: `Lower the power of the root: with $D = 4ac - b^2 = ${toTex(gap)}$ for $${toTex(read.base)}$.`,
        why: "$\\left(\\frac{2(2ax+b)}{D\\sqrt{Q}}\\right)' = \\frac{1}{\\sqrt{Q}^3}$ for $Q = ax^2+bx+c$; higher powers by parts.",
        rule: 'lower-the-power',
      },
    ],
    isDone ? [] : [search.integrate(integrand, x)],
  );
}

function halfPower(base: Expr, halves: number): Part {
  return { base, exponent: tidy(divide(num(halves), num(2))) };
}

export const radicalRules: readonly IntegrationRule[] = [reciprocalRoot, rootAsLetter, undetermined, lowerRoot];
