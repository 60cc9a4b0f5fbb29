import { add, divide, multiply, num, power, subtract, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toText } from '../../../math/print/toText.ts';
import { contains, hasSymbol, mapExpr, sizeOf } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { coefficientsOf, linearOf, normalForm, productOf, productToExpr, smallInteger } from './forms.ts';
import { linearPlan } from './linearPlan.ts';
import { rewriting } from './pending.ts';
import type { IntegrationRule } from './plan.ts';
import { basicIntegral } from './table.ts';

/** What is shorter in normal form: e^(2 ln x) is x², tan x · csc x is 1/cos x. */
const shorter: IntegrationRule = (f, x, search) => {
  if (
    !contains(
      f,
      (node) => node.kind === 'call' || node.kind === 'root' || node.kind === 'divide' || node.kind === 'power',
    )
  )
    return undefined;
  const normal = normalForm(f, x);
  const plain = productToExpr(productOf(normal, x));
  const to = sizeOf(plain) <= sizeOf(normal) ? plain : normal;
  if (sizeOf(to) >= sizeOf(f) || toText(to) === toText(f)) return undefined;
  const hasAngles = contains(f, (node) => node.kind === 'call' && angles.has(node.name));
  return rewriting(
    f,
    x,
    to,
    hasAngles
      ? {
          text: 'Write everything with sine and cosine, and reduce.',
          why: '$\\tan u = \\frac{\\sin u}{\\cos u}$, $\\sec u = \\frac{1}{\\cos u}$, $\\csc u = \\frac{1}{\\sin u}$.',
          rule: 'rewrite-integrand',
        }
      : {
          text: 'Simplify the integrand first.',
          why: 'Equal functions have the same integral.',
          rule: 'rewrite-integrand',
        },
    search,
  );
};

const angles = new Set(['tan', 'cot', 'sec', 'csc']);

/** Powers with one base brought together: √x·x is x^(3/2), 1/√x is x^(−1/2). */
const asOnePower: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const to = productToExpr({ constant, parts });
  if (parts.length !== 1 || toText(to) === toText(f)) return undefined;
  return rewriting(
    f,
    x,
    to,
    {
      text: 'Write the integrand as one power.',
      why: '$\\sqrt[n]{u^m} = u^{m/n}$ and $\\frac{1}{u^n} = u^{-n}$; exponents of the same base are added.',
      rule: 'rewrite-integrand',
    },
    search,
  );
};

const largestExpansion = 8;

/** Brackets multiplied out where that leaves powers of x, or a sum of products of known functions. */
const multipliedOut: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const sums = parts.filter((part) => part.base.kind === 'add' && (smallInteger(part.exponent) ?? -1) > 0);
  if (sums.length === 0) return undefined;
  const isProduct = parts.every((part) => (smallInteger(part.exponent) ?? -1) > 0);
  const coefficients = isProduct ? coefficientsOf(f, x) : undefined;
  if (coefficients !== undefined) {
    if (coefficients.length > largestExpansion + 1) return undefined;
    const terms = coefficients.flatMap((coefficient, exponent) =>
      isZeroNumber(coefficient) ? [] : [{ coefficient, exponent }],
    );
    const to = add(
      ...terms
        .reverse()
        .map(({ coefficient, exponent }) =>
          exponent === 0 ? coefficient : multiply(coefficient, exponent === 1 ? sym(x) : power(sym(x), num(exponent))),
        ),
    );
    return rewriting(f, x, tidy(to), expandWords, search);
  }
  const [sum] = sums;
  if (sum?.base.kind !== 'add' || (smallInteger(sum.exponent) ?? 9) > 3) return undefined;
  const rest = parts.filter((part) => part !== sum);
  const hasPoles = rest.some((part) => (smallInteger(part.exponent) ?? 1) < 0 && part.base.kind === 'add');
  if (hasPoles) return undefined;
  const bases = Array.from({ length: smallInteger(sum.exponent) ?? 1 }, () => sum.base);
  const products = bases.reduce<readonly Expr[]>(
    (terms, base) =>
      base.kind === 'add' ? terms.flatMap((term) => base.terms.map((other) => multiply(term, other))) : terms,
    [productToExpr({ constant, parts: rest })],
  );
  return rewriting(f, x, tidy(add(...products.map((term) => productToExpr(productOf(term, x))))), expandWords, search);
};

const expandWords = {
  text: 'Multiply out.',
  why: 'A sum can be integrated term by term, a product cannot.',
  rule: 'expand-integrand',
};

function isZeroNumber(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 0n;
}

/** (a + b)/c is a/c + b/c, where each of the fractions is known or a power of x. */
const splitFraction: IntegrationRule = (f, x, search) => {
  if (f.kind !== 'divide' || f.numerator.kind !== 'add' || f.denominator.kind === 'add') return undefined;
  const terms = f.numerator.terms.map((term) => productToExpr(productOf(divide(term, f.denominator), x)));
  const isSimpler = terms.every((term) => basicIntegral(term, x) !== undefined) || isMonomial(f.denominator, x);
  if (!isSimpler) return undefined;
  return rewriting(
    f,
    x,
    add(...terms),
    {
      text: 'Write the fraction as a sum: divide each term of the numerator by the denominator.',
      why: '$\\frac{a + b}{c} = \\frac{a}{c} + \\frac{b}{c}$.',
      rule: 'split-fraction',
    },
    search,
  );
};

function isMonomial(expr: Expr, x: string): boolean {
  return productOf(expr, x).parts.every(({ base }) => base.kind === 'symbol');
}

/** A high power of a linear bracket times a polynomial: the bracket becomes the letter. */
const linearBracket: IntegrationRule = (f, x, search) => {
  const { constant, parts } = productOf(f, x);
  const bracket = parts.find(
    ({ base, exponent }) =>
      base.kind === 'add' && linearOf(base, x) !== undefined && Math.abs(smallInteger(exponent) ?? 0) > 1,
  );
  const linear = bracket === undefined ? undefined : linearOf(bracket.base, x);
  if (bracket === undefined || linear === undefined || parts.length < 2) return undefined;
  const rest = parts.filter((part) => part !== bracket);
  if (!rest.every(({ base, exponent }) => (smallInteger(exponent) ?? -1) > 0 && coefficientsOf(base, x) !== undefined))
    return undefined;
  const letter = search.freshLetter('u');
  const u = sym(letter);
  const inverse = tidy(divide(subtract(u, linear.intercept), linear.slope));
  const inNew = (expr: Expr): Expr =>
    mapExpr(expr, (node) => (node.kind === 'symbol' && node.name === x ? inverse : node));
  const polynomial = coefficientsOf(inNew(productToExpr({ constant, parts: rest })), letter);
  if (polynomial === undefined) return undefined;
  const terms = polynomial.flatMap((coefficient, exponent) =>
    isZeroNumber(coefficient)
      ? []
      : [productToExpr(productOf(multiply(coefficient, power(u, add(num(exponent), bracket.exponent))), letter))],
  );
  const integrand = tidy(divide(add(...terms.reverse()), linear.slope));
  if (hasSymbol(integrand, x)) return undefined;
  return linearPlan(f, x, letter, bracket.base, inverse, integrand, search);
};

/** A product of polynomials is multiplied out before anything else is tried. */
const polynomialProduct: IntegrationRule = (f, x, search) =>
  productOf(f, x).parts.every((part) => (smallInteger(part.exponent) ?? -1) > 0) && coefficientsOf(f, x) !== undefined
    ? multipliedOut(f, x, search)
    : undefined;

export const rewriteRules: readonly IntegrationRule[] = [
  polynomialProduct,
  shorter,
  asOnePower,
  splitFraction,
  multipliedOut,
  linearBracket,
];
