import {
  add,
  divide,
  equals,
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
import { factorPolynomial } from '../../../math/factorPolynomial.ts';
import { oneQuotient } from '../../../math/kernel/quotient.ts';
import { coefficientsIn, degree, isZeroPolynomial, onePolynomial, type Polynomial } from '../../../math/polynomial.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { toText } from '../../../math/print/toText.ts';
import { minus, rational, times, type Rational } from '../../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../../math/rationalFunction.ts';
import { freeSymbols, hasSymbol } from '../../../math/tree.ts';
import type { Move } from '../../derivation.ts';
import { partialFractions } from '../../expressions/partialFractions.ts';
import { unlimitedWork } from '../../exactWork.ts';
import { numberOf, tidy } from '../tidy.ts';
import { CoefficientAlgebra, type Coefficients } from './coefficientAlgebra.ts';
import { isZeroExpr, normalForm } from './forms.ts';
import { pendingIntegral, planOf, rewriting } from './pending.ts';
import type { IntegrationRule, Plan, Search, Stage } from './plan.ts';
import { quadraticRule, signOf } from './quadratic.ts';

/** numerator / Π factor^multiplicity, coefficients in x constant first. */
interface RationalIntegrand {
  readonly numerator: readonly Expr[];
  readonly constant: Expr;
  readonly factors: readonly Factor[];
}

interface Factor {
  readonly coefficients: readonly Expr[];
  readonly multiplicity: number;
}

const partial: IntegrationRule = (f, x, search) => {
  const read = readRational(f, x);
  if (read === undefined) return undefined;
  const total = read.factors.reduce((sum, factor) => sum + (factor.coefficients.length - 1) * factor.multiplicity, 0);
  if (total === 0 || total > 12) return undefined;
  if (read.numerator.length > total) return divided(f, read, x, search);
  const [only, second] = read.factors;
  if (only === undefined || (second === undefined && only.multiplicity === 1)) return undefined;
  if (second === undefined && read.numerator.length < only.coefficients.length) return asPower(f, read, x, search);
  return split(f, read, x, search);
};

/** 1/(t² + 2t + 1) is 1/(t + 1)². */
function asPower(f: Expr, read: RationalIntegrand, x: string, search: Search): Plan | undefined {
  const to = tidy(divide(polynomialExpr(read.numerator, x), denominatorExpr(read, x)));
  if (toText(to) === toText(tidy(f))) return undefined;
  return rewriting(
    f,
    x,
    to,
    {
      text: 'The denominator is a power of one bracket.',
      why: 'Factoring shows the form that the rules need.',
      rule: 'rewrite-integrand',
    },
    search,
  );
}

export const rationalRules: readonly IntegrationRule[] = [quadraticRule, partial];

function readRational(f: Expr, x: string): RationalIntegrand | undefined {
  const normal = toRationalFunction(f);
  if (normal === undefined) return undefined;
  const used = new Set([...normal.numerator.variables, ...normal.denominator.variables]);
  if ([...normal.kernels].some(([name, kernel]) => used.has(name) && hasSymbol(kernel.expr, x))) return undefined;
  if (degree(normal.denominator, x) === 0) return undefined;
  const exprOf = (polynomial: Polynomial): Expr =>
    rationalFunctionToExpr({ ...normal, numerator: polynomial, denominator: onePolynomial }, x);
  const { content, factors } = factorPolynomial(normal.denominator);
  const constants = factors
    .filter((factor) => degree(factor.polynomial, x) === 0)
    .map((factor) => power(exprOf(factor.polynomial), num(factor.multiplicity)));
  const inX = factors
    .filter((factor) => degree(factor.polynomial, x) > 0)
    .flatMap((factor) =>
      splitFurther(coefficientsIn(factor.polynomial, x).map(exprOf)).map((coefficients) => ({
        coefficients,
        multiplicity: factor.multiplicity,
      })),
    );
  if (inX.some((factor) => factor.coefficients.length > 3)) return undefined;
  const numerator = coefficientsIn(normal.numerator, x).map((part) => (isZeroPolynomial(part) ? num(0) : exprOf(part)));
  return { numerator, constant: tidy(multiply(num(content), ...constants)), factors: inX };
}

/** a x³ + c and a x⁴ + p x² + q, which have no factors over the rational numbers, split with roots. */
function splitFurther(coefficients: readonly Expr[]): readonly (readonly Expr[])[] {
  const [c0, c1, c2, c3, c4] = coefficients;
  if (coefficients.length === 4 && c0 && c1 && c2 && c3 && isZeroExpr(c1) && isZeroExpr(c2)) {
    const ratio = normalForm(divide(c0, c3));
    const isMinus = signOf(ratio).sign < 0;
    const size = root(isMinus ? normalForm(negate(ratio)) : ratio, num(3));
    const k = isMinus ? negate(size) : size;
    return [
      [multiply(c3, k), c3],
      [power(size, num(2)), negate(k), num(1)],
    ].map((factor) => factor.map(tidy));
  }
  if (coefficients.length === 5 && c0 && c1 && c2 && c3 && c4 && isZeroExpr(c1) && isZeroExpr(c3)) {
    const [p, q] = [numberOf(divide(c2, c4)), numberOf(divide(c0, c4))];
    return p === undefined || q === undefined ? [coefficients] : splitBiquadratic(c4, p, q);
  }
  return [coefficients];
}

/** lead·(x⁴ + p x² + q) as two quadratics. */
function splitBiquadratic(lead: Expr, p: Rational, q: Rational): readonly (readonly Expr[])[] {
  const discriminant = minus(times(p, p), times(rational(4), q));
  if (discriminant.s > 0n) {
    const root1 = sqrt(num(discriminant));
    const [low, high] = [subtract(num(p), root1), add(num(p), root1)].map((sum) => normalForm(divide(sum, num(2))));
    if (low === undefined || high === undefined) return [];
    return [
      [tidy(multiply(lead, low)), num(0), lead],
      [high, num(0), num(1)],
    ];
  }
  const rootOfQ = normalForm(sqrt(num(q)));
  const s = sqrt(normalForm(subtract(multiply(num(2), rootOfQ), num(p))));
  return [
    [tidy(multiply(lead, rootOfQ)), tidy(multiply(lead, s)), lead],
    [rootOfQ, negate(s), num(1)],
  ];
}

function polynomialExpr(coefficients: readonly Expr[], x: string): Expr {
  const terms = coefficients.flatMap((coefficient, exponent) =>
    isZeroExpr(coefficient) ? [] : [multiply(coefficient, power(sym(x), num(exponent)))],
  );
  return tidy(add(...terms.reverse()));
}

function factorExpr(factor: Factor, x: string): Expr {
  const base = polynomialExpr(factor.coefficients, x);
  return factor.multiplicity === 1 ? base : power(base, num(factor.multiplicity));
}

function denominatorExpr(read: RationalIntegrand, x: string): Expr {
  return tidy(multiply(read.constant, ...read.factors.map((factor) => factorExpr(factor, x))));
}

function expandedDenominator(algebra: CoefficientAlgebra, read: RationalIntegrand): Coefficients {
  return read.factors.reduce<Coefficients>(
    (product, factor) =>
      algebra.multiply(product, algebra.power(algebra.read(factor.coefficients), factor.multiplicity)),
    algebra.read([read.constant]),
  );
}

/** The numerator has the higher degree: divide first. */
function divided(f: Expr, read: RationalIntegrand, x: string, search: Search): Plan | undefined {
  const algebra = new CoefficientAlgebra();
  const { quotient, remainder } = algebra.divide(algebra.read(read.numerator), expandedDenominator(algebra, read));
  const whole = polynomialExpr(
    quotient.map((value) => algebra.toExpr(value)),
    x,
  );
  const rest = divide(
    polynomialExpr(
      remainder.map((value) => algebra.toExpr(value)),
      x,
    ),
    denominatorExpr(read, x),
  );
  const terms = [whole, ...(remainder.length === 0 ? [] : [tidy(rest)])];
  const to = tidy(add(...terms));
  const next = pendingIntegral(to, x);
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: 'The numerator has no smaller degree than the denominator, so divide first.',
        why: 'A polynomial is integrated at once, and partial fractions need a numerator of smaller degree.',
        rule: 'divide-integrand',
      },
    ],
    [search.integrate(next.integrand, x)],
  );
}

/** One simple fraction: unknown letters over a power of a factor. */
interface Slot {
  readonly factor: Factor;
  readonly exponent: number;
  readonly letters: readonly string[];
}

function split(f: Expr, read: RationalIntegrand, x: string, search: Search): Plan | undefined {
  const algebra = new CoefficientAlgebra();
  const slots = slotsFor(read, [x, ...freeSymbols(f)]);
  const denominator = expandedDenominator(algebra, read);
  const columns = slots.flatMap((slot) => {
    const own = algebra.power(algebra.read(slot.factor.coefficients), slot.exponent);
    const cofactor = algebra.divide(denominator, own).quotient;
    return slot.letters.map((_, index) =>
      slot.letters.length === 2 && index === 0 ? algebra.multiply(cofactor, algebra.read([num(0), num(1)])) : cofactor,
    );
  });
  const values = algebra.solve(columns, algebra.read(read.numerator));
  if (values === undefined) return undefined;
  const letters = slots.flatMap((slot) => slot.letters);
  const exprs = new Map(letters.map((letter, index) => [letter, algebra.toExpr(values[index] ?? oneQuotient)]));
  const terms = slots.flatMap((slot) => {
    const term = slotExpr(slot, x, (letter) => exprs.get(letter) ?? num(0));
    return term === undefined ? [] : [tidy(term)];
  });
  const before = shownWork(f, read, slots, exprs, x);
  const sum = add(...terms);
  const last: Stage = {
    to: integral(tidy(sum), x),
    text: 'Put the numbers in: the integrand is a sum of simple fractions.',
    why: 'A simple fraction has a logarithm, a power or an arctangent as its integral.',
    rule: 'partial-fractions',
    before,
  };
  return planOf(f, x, [last], [search.integrate(tidy(sum), x)]);
}

const letterNames = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function slotsFor(read: RationalIntegrand, taken: readonly string[]): readonly Slot[] {
  const names = [...letterNames].filter((name) => !taken.includes(name) && !taken.includes(name.toLowerCase()));
  return read.factors.flatMap((factor) =>
    Array.from({ length: factor.multiplicity }, (_, index): Slot => ({
      factor,
      exponent: index + 1,
      letters: names.splice(0, factor.coefficients.length - 1),
    })),
  );
}

function slotExpr(slot: Slot, x: string, valueOf: (letter: string) => Expr): Expr | undefined {
  const terms = slot.letters.flatMap((letter, index) => {
    const value = valueOf(letter);
    if (isZeroExpr(value)) return [];
    return [slot.letters.length === 2 && index === 0 ? multiply(value, sym(x)) : value];
  });
  if (terms.length === 0) return undefined;
  const base = polynomialExpr(slot.factor.coefficients, x);
  return divide(add(...terms), slot.exponent === 1 ? base : power(base, num(slot.exponent)));
}

/** How the numerators are found: the expressions' own kind where there are only numbers, else two lines. */
function shownWork(
  f: Expr,
  read: RationalIntegrand,
  slots: readonly Slot[],
  values: ReadonlyMap<string, Expr>,
  x: string,
): readonly Move[] {
  const isPlain =
    freeSymbols(f).length === 1 &&
    read.factors.every((factor) => factor.coefficients.every((c) => numberOf(c) !== undefined));
  if (isPlain) {
    const way = partialFractions.ways({ kind: 'partialFractions', expr: f, variable: x }, unlimitedWork);
    const [first] = Array.isArray(way) ? (way as readonly { derive(): unknown }[]) : [];
    const derivation = first?.derive() as { type?: string; moves?: readonly Move[] } | undefined;
    if (derivation?.type === 'solved' && derivation.moves !== undefined && derivation.moves.length > 2) {
      return derivation.moves.slice(0, -1);
    }
  }
  const ansatz = add(...slots.map((slot) => slotExpr(slot, x, sym)).filter((term) => term !== undefined));
  const found = [...values].map(([letter, value]) => toTex(equals(sym(letter), value))).join(',\\quad ');
  return [
    {
      text: 'Factor the denominator, and write one simple fraction for each factor, with unknown numerators.',
      latex: toTex(equals(divide(polynomialExpr(read.numerator, x), denominatorExpr(read, x)), ansatz)),
      why: 'A factor that occurs several times gets a fraction for each of its powers; a quadratic factor gets a numerator with two unknowns.',
      rule: 'partial-fractions-ansatz',
      claim: { type: 'equal', left: f, right: divide(polynomialExpr(read.numerator, x), denominatorExpr(read, x)) },
    },
    {
      text: `Multiply by the denominator and compare the coefficients of the powers of $${toTex(sym(x))}$.`,
      latex: found,
      why: 'Both sides are the same polynomial, so they agree in every coefficient.',
      rule: 'find-numerators',
      claim: {
        type: 'equal',
        left: f,
        right: add(
          ...slots
            .map((slot) => slotExpr(slot, x, (letter) => values.get(letter) ?? num(0)))
            .filter((term) => term !== undefined),
        ),
      },
    },
  ];
}
