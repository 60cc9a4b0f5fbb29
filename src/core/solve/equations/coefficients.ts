import { add, divide, multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, hasSymbol } from '../../math/tree.ts';
import { difference, isZero, product, quotient, rationalOf, splitSign, sum, tidy } from './tidy.ts';

/** A polynomial in one letter: index = degree, coefficients free of the letter and tidied, the last one not 0; [] is 0. */
export type Coefficients = readonly Expr[];

/** One term of a sum that is not collected yet: coefficient · letter^degree. */
export interface Monomial {
  readonly coefficient: Expr;
  readonly degree: number;
}

const maxDegree = 100;

/** The expression as a polynomial in `letter`, or undefined where it isn't one (or is of a degree beyond 100). */
export function coefficientsIn(expr: Expr, letter: string): Coefficients | undefined {
  if (!hasSymbol(expr, letter)) return trimmed([tidy(expr)]);
  switch (expr.kind) {
    case 'symbol':
      return [num(0), num(1)];
    case 'negate':
      return coefficientsIn(expr.operand, letter)?.map((item) => tidy(negate(item)));
    case 'add':
      return combine(expr.terms, letter, addCoefficients);
    case 'multiply':
      return combine(expr.factors, letter, multiplyCoefficients);
    case 'divide': {
      if (hasSymbol(expr.denominator, letter)) return undefined;
      return coefficientsIn(expr.numerator, letter)?.map((item) => quotient(item, expr.denominator));
    }
    case 'power': {
      const exponent = rationalOf(expr.exponent);
      if (exponent?.d !== 1n || exponent.s < 0n || exponent.n > BigInt(maxDegree)) return undefined;
      const base = coefficientsIn(expr.base, letter);
      if (base === undefined || (base.length - 1) * Number(exponent.n) > maxDegree) return undefined;
      return powerOf(base, Number(exponent.n));
    }
    default:
      return undefined;
  }
}

function combine(
  items: readonly Expr[],
  letter: string,
  join: (left: Coefficients, right: Coefficients) => Coefficients,
): Coefficients | undefined {
  let result: Coefficients | undefined;
  for (const item of items) {
    const next = coefficientsIn(item, letter);
    if (next === undefined) return undefined;
    result = result === undefined ? next : join(result, next);
    if (result.length - 1 > maxDegree) return undefined;
  }
  return result;
}

function powerOf(base: Coefficients, exponent: number): Coefficients {
  let result: Coefficients = [num(1)];
  for (let step = 0; step < exponent; step += 1) result = multiplyCoefficients(result, base);
  return result;
}

export function addCoefficients(left: Coefficients, right: Coefficients): Coefficients {
  const length = Math.max(left.length, right.length);
  return trimmed(Array.from({ length }, (_, degree) => sum(coefficient(left, degree), coefficient(right, degree))));
}

export function subtractCoefficients(left: Coefficients, right: Coefficients): Coefficients {
  const length = Math.max(left.length, right.length);
  return trimmed(
    Array.from({ length }, (_, degree) => difference(coefficient(left, degree), coefficient(right, degree))),
  );
}

export function multiplyCoefficients(left: Coefficients, right: Coefficients): Coefficients {
  if (left.length === 0 || right.length === 0) return [];
  return trimmed(
    Array.from({ length: left.length + right.length - 1 }, (_, degree) =>
      sum(
        ...left.flatMap((item, index) =>
          right[degree - index] === undefined ? [] : [product(item, coefficient(right, degree - index))],
        ),
      ),
    ),
  );
}

export function scaleCoefficients(items: Coefficients, factor: Expr): Coefficients {
  return trimmed(items.map((item) => product(item, factor)));
}

export function trimmed(items: readonly Expr[]): Coefficients {
  let end = items.length;
  while (end > 0 && isZero(items[end - 1] ?? num(0))) end -= 1;
  return items.slice(0, end);
}

/** 0 beyond the degree. */
export function coefficient(items: Coefficients, degree: number): Expr {
  return items[degree] ?? num(0);
}

/** −1 for the polynomial 0. */
export function degreeOf(items: Coefficients): number {
  return items.length - 1;
}

/** coefficient·letter^degree as one writes it: no factor 1, the minus sign in front. */
export function monomialExpr({ coefficient: factor, degree }: Monomial, letter: string): Expr {
  const base = degree === 0 ? undefined : degree === 1 ? sym(letter) : power(sym(letter), num(degree));
  return withFactor(factor, base);
}

/** factor·base with the sign in front and a factor 1 left out; the factor alone without a base. */
export function withFactor(factor: Expr, base: Expr | undefined): Expr {
  if (base === undefined) return factor;
  const { isNegative, magnitude } = splitSign(factor);
  const isOne = rationalOf(magnitude)?.equals(1) === true;
  const written = isOne ? base : multiply(magnitude, base);
  return isNegative ? negate(written) : written;
}

/** The polynomial in falling powers. */
export function polynomialExpr(items: Coefficients, letter: string): Expr {
  const terms = items
    .map((item, degree) => ({ coefficient: item, degree }))
    .filter((term) => !isZero(term.coefficient))
    .reverse();
  return sumOf(terms, letter);
}

/** The terms in the order in which they are given. */
export function sumOf(terms: readonly Monomial[], letter: string): Expr {
  return add(...terms.map((term) => monomialExpr(term, letter)));
}

/** The terms that multiplying out gives, before like terms are collected. */
export function monomialsIn(expr: Expr, letter: string): readonly Monomial[] | undefined {
  if (!hasSymbol(expr, letter)) {
    if (expr.kind === 'add') return expr.terms.flatMap((term) => ({ coefficient: tidy(term), degree: 0 }));
    return [{ coefficient: tidy(expr), degree: 0 }];
  }
  switch (expr.kind) {
    case 'negate':
      return monomialsIn(expr.operand, letter)?.map((term) => ({
        ...term,
        coefficient: tidy(negate(term.coefficient)),
      }));
    case 'add': {
      const terms = expr.terms.map((term) => monomialsIn(term, letter));
      return terms.some((term) => term === undefined) ? undefined : terms.flatMap((term) => term ?? []);
    }
    case 'multiply': {
      let result: readonly Monomial[] = [{ coefficient: num(1), degree: 0 }];
      for (const factor of expr.factors) {
        const terms = monomialsIn(factor, letter);
        if (terms === undefined || terms.length * result.length > 200) return undefined;
        result = result.flatMap((left) =>
          terms.map((right) => ({
            coefficient: product(left.coefficient, right.coefficient),
            degree: left.degree + right.degree,
          })),
        );
      }
      return result;
    }
    case 'divide': {
      if (hasSymbol(expr.denominator, letter)) return undefined;
      return monomialsIn(expr.numerator, letter)?.map((term) => ({
        ...term,
        coefficient: quotient(term.coefficient, expr.denominator),
      }));
    }
    default:
      return coefficientsIn(expr, letter)
        ?.map((item, degree) => ({ coefficient: item, degree }))
        .filter((term) => !isZero(term.coefficient))
        .reverse();
  }
}

export function termsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'add' ? expr.terms : [expr];
}

/** True where a bracket with the letter in it is to be multiplied out. */
export function hasBrackets(expr: Expr, letter: string): boolean {
  return contains(
    expr,
    (node) =>
      (node.kind === 'multiply' && node.factors.some((factor) => isSumWith(factor, letter))) ||
      (node.kind === 'power' && isSumWith(node.base, letter)) ||
      (node.kind === 'negate' && isSumWith(node.operand, letter)) ||
      (node.kind === 'divide' && isSumWith(node.numerator, letter)),
  );
}

function isSumWith(expr: Expr, letter: string): boolean {
  return (expr.kind === 'add' && hasSymbol(expr, letter)) || (expr.kind === 'power' && isSumWith(expr.base, letter));
}

/** True for a sum whose terms are of different degrees and can't be written more simply: nothing to collect. */
export function isCollected(expr: Expr, letter: string): boolean {
  const degrees = new Set<number>();
  for (const term of termsOf(expr)) {
    const items = coefficientsIn(term, letter);
    if (items === undefined || !isSimpleTerm(term, letter)) return false;
    if (items.length === 0) return termsOf(expr).length === 1;
    if (items.filter((item) => !isZero(item)).length !== 1 || degrees.has(degreeOf(items))) return false;
    degrees.add(degreeOf(items));
  }
  return true;
}

function isSimpleTerm(term: Expr, letter: string): boolean {
  const bare = term.kind === 'negate' ? term.operand : term;
  if (!hasSymbol(bare, letter)) return rationalOf(bare) === undefined || isLiteral(bare);
  switch (bare.kind) {
    case 'symbol':
      return true;
    case 'power':
      return bare.base.kind === 'symbol' && bare.exponent.kind === 'number';
    case 'multiply': {
      const withLetter = bare.factors.filter((factor) => hasSymbol(factor, letter));
      const numeric = bare.factors.filter((factor) => rationalOf(factor) !== undefined);
      return (
        withLetter.length === 1 &&
        withLetter.every((factor) => isSimpleTerm(factor, letter)) &&
        numeric.length <= 1 &&
        numeric.every(isLiteral)
      );
    }
    case 'divide':
      return (
        isSimpleTerm(bare.numerator, letter) &&
        bare.denominator.kind === 'number' &&
        !hasCommonFactor(bare.numerator, bare.denominator)
      );
    default:
      return false;
  }
}

function hasCommonFactor(numerator: Expr, denominator: Expr): boolean {
  const factor =
    numerator.kind === 'multiply'
      ? numerator.factors.map((item) => rationalOf(item)).find((item) => item !== undefined)
      : undefined;
  const divisor = rationalOf(denominator);
  return factor !== undefined && divisor !== undefined && !factor.gcd(divisor).equals(1);
}

function isLiteral(expr: Expr): boolean {
  if (expr.kind === 'number') return true;
  if (expr.kind !== 'divide' || expr.numerator.kind !== 'number' || expr.denominator.kind !== 'number') return false;
  const { numerator, denominator } = expr;
  return (
    numerator.notation === 'integer' &&
    denominator.notation === 'integer' &&
    numerator.value.gcd(denominator.value).equals(1) &&
    denominator.value.n > 1n
  );
}

/** The quotient of two letters' monomials is left to the caller: coefficient by coefficient division with remainder. */
export function divideByLinear(
  items: Coefficients,
  root: Expr,
): { readonly quotient: Coefficients; readonly remainder: Expr } {
  const result: Expr[] = [];
  let carry: Expr = num(0);
  for (let degree = items.length - 1; degree >= 0; degree -= 1) {
    carry = sum(product(carry, root), coefficient(items, degree));
    result.unshift(carry);
  }
  const [remainder, ...rest] = result;
  return { quotient: trimmed(rest), remainder: remainder ?? num(0) };
}

/** The value of the polynomial at a point, tidied. */
export function valueAt(items: Coefficients, point: Expr): Expr {
  return divideByLinear(items, point).remainder;
}

export function overCommon(numerator: Expr, denominator: Expr): Expr {
  return rationalOf(denominator)?.equals(1) === true ? numerator : divide(numerator, denominator);
}
