import { add, call, divide, e, multiply, negate, num, power, root, sqrt } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { coefficientsIn, degree, univariateCoefficients } from '../../../math/polynomial.ts';
import { toPolynomial } from '../../../math/polynomial/toPolynomial.ts';
import { toText } from '../../../math/print/toText.ts';
import {
  denominatorOf,
  isInteger,
  negated,
  numeratorOf,
  one,
  rational,
  times,
  type Rational,
} from '../../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../../math/rationalFunction.ts';
import { hasSymbol } from '../../../math/tree.ts';
import { numberOf, tidy } from '../tidy.ts';

/** base^exponent; the exponent is free of the variable unless the base is. */
export interface Part {
  readonly base: Expr;
  readonly exponent: Expr;
}

/** constant · part · part …: the constant is free of the variable, each part holds it. */
export interface Product {
  readonly constant: Expr;
  readonly parts: readonly Part[];
}

/** An expression read as one product of powers: quotients and roots are powers too, e^u has the base e. */
export function productOf(expr: Expr, x: string): Product {
  const constants: Expr[] = [];
  const parts: Part[] = [];
  const collect = (node: Expr, exponent: Rational): void => {
    if (!hasSymbol(node, x)) {
      constants.push(isInteger(exponent) && numeratorOf(exponent) === 1n ? node : power(node, num(exponent)));
      return;
    }
    const isWhole = isInteger(exponent);
    switch (node.kind) {
      case 'multiply':
        if (!isWhole) break;
        for (const factor of node.factors) collect(factor, exponent);
        return;
      case 'divide':
        if (!isWhole) break;
        collect(node.numerator, exponent);
        collect(node.denominator, negated(exponent));
        return;
      case 'negate':
        if (!isWhole) break;
        constants.push(power(num(-1), num(exponent)));
        collect(node.operand, exponent);
        return;
      case 'power': {
        const inner = numberOf(node.exponent);
        if (inner !== undefined && (isWhole || node.base.kind === 'symbol'))
          return collect(node.base, times(inner, exponent));
        parts.push({ base: node.base, exponent: tidy(multiply(node.exponent, num(exponent))) });
        return;
      }
      case 'root': {
        const index = node.index === undefined ? rational(2) : numberOf(node.index);
        if (index === undefined || !isInteger(index)) break;
        parts.push({ base: node.radicand, exponent: num(times(exponent, rational(1n, numeratorOf(index)))) });
        return;
      }
      case 'call':
        if (node.name !== 'exp' || node.args[0] === undefined) break;
        parts.push({ base: e, exponent: tidy(multiply(num(exponent), node.args[0])) });
        return;
      default:
    }
    parts.push({ base: node, exponent: num(exponent) });
  };
  collect(expr, one);
  return { constant: tidy(multiply(...constants)), parts: joined(parts) };
}

/** Powers of the same base become one; those that become 1 vanish. */
function joined(parts: readonly Part[]): readonly Part[] {
  const byBase = new Map<string, Part>();
  for (const { base, exponent } of parts) {
    const key = toText(base);
    const known = byBase.get(key);
    byBase.set(key, { base, exponent: known === undefined ? exponent : tidy(add(known.exponent, exponent)) });
  }
  return [...byBase.values()].filter(({ exponent }) => numberOf(exponent)?.n !== 0n);
}

/** The product written out: negative powers below the line, halves as roots. */
export function productToExpr({ constant, parts }: Product): Expr {
  const above: Expr[] = [];
  const below: Expr[] = [];
  for (const { base, exponent } of parts) {
    const value = numberOf(exponent);
    if (value !== undefined && value.s < 0n) below.push(partToExpr(base, num(negated(value))));
    else above.push(partToExpr(base, exponent));
  }
  const top = multiply(...above);
  return tidy(multiply(constant, below.length === 0 ? top : divide(top, multiply(...below))));
}

export function partToExpr(base: Expr, exponent: Expr): Expr {
  const value = numberOf(exponent);
  if (value === undefined) return power(base, exponent);
  if (isInteger(value)) return numeratorOf(value) === 1n ? base : power(base, exponent);
  if (numeratorOf(value) === 1n)
    return denominatorOf(value) === 2n ? sqrt(base) : root(base, num(denominatorOf(value)));
  return power(base, exponent);
}

/** Beyond this no rule writes a polynomial out. */
const largestDegree = 200;

/** The coefficients of a polynomial in x, constant first, each free of x; undefined for anything else. */
export function coefficientsOf(expr: Expr, x: string): readonly Expr[] | undefined {
  if (!hasSymbol(expr, x)) return [expr];
  const normal = toRationalFunction(expr);
  if (normal === undefined || degree(normal.denominator, x) > 0) return undefined;
  if (degree(normal.numerator, x) > largestDegree) return undefined;
  if ([...normal.kernels].some(([name, kernel]) => isUsed(normal, name) && hasSymbol(kernel.expr, x))) return undefined;
  return coefficientsIn(normal.numerator, x).map((numerator) => rationalFunctionToExpr({ ...normal, numerator }));
}

function isUsed(
  normal: {
    readonly numerator: { readonly variables: readonly string[] };
    readonly denominator: { readonly variables: readonly string[] };
  },
  name: string,
): boolean {
  return normal.numerator.variables.includes(name) || normal.denominator.variables.includes(name);
}

export interface Linear {
  readonly slope: Expr;
  readonly intercept: Expr;
}

/** slope·x + intercept with a slope that isn't 0. */
export function linearOf(expr: Expr, x: string): Linear | undefined {
  if (expr.kind === 'symbol' && expr.name === x) return { slope: num(1), intercept: num(0) };
  const coefficients = coefficientsOf(expr, x);
  const [intercept, slope] = coefficients ?? [];
  return coefficients?.length === 2 && intercept !== undefined && slope !== undefined
    ? { slope, intercept }
    : undefined;
}

export function isOne(expr: Expr): boolean {
  const value = numberOf(expr);
  return value !== undefined && isInteger(value) && numeratorOf(value) === 1n;
}

export function isZeroExpr(expr: Expr): boolean {
  return numberOf(expr)?.n === 0n;
}

/** The integer that the expression is, as a small number. */
export function smallInteger(expr: Expr): number | undefined {
  const value = numberOf(expr);
  return value !== undefined && isInteger(value) && value.n < 1000n ? Number(numeratorOf(value)) : undefined;
}

/** The expression in normal form, tidied; itself where there is none. */
export function normalForm(expr: Expr, x?: string): Expr {
  const normal = toRationalFunction(expr);
  return normal === undefined ? tidy(expr) : tidy(rationalFunctionToExpr(normal, x));
}

/** True where the two are equal for all values of their letters, decided by normal forms. */
export function isSameValue(left: Expr, right: Expr): boolean {
  const difference = toRationalFunction(add(left, negate(right)));
  return difference?.numerator.terms.length === 0;
}

/** ln |u|, or ln u where u is surely positive: a sum of positive numbers and even powers. */
export function logarithmOf(u: Expr): Expr {
  return call('ln', isSurelyPositive(u) ? u : { kind: 'abs', operand: u });
}

export function isSurelyPositive(u: Expr): boolean {
  const value = numberOf(u);
  if (value !== undefined) return value.s > 0n && value.n !== 0n;
  switch (u.kind) {
    case 'add':
      return (u.terms.every(isNeverNegative) && u.terms.some(isSurelyPositive)) || isQuadraticAboveZero(u);
    case 'multiply':
      return u.factors.every(isSurelyPositive);
    case 'power':
      return (u.base.kind === 'constant' && u.base.name === 'e') || isSurelyPositive(u.base);
    case 'call':
      return u.name === 'exp' || u.name === 'cosh';
    case 'root':
      return isSurelyPositive(u.radicand);
    case 'constant':
      return u.name !== 'i';
    default:
      return false;
  }
}

/** a x² + b x + c with numbers, a > 0 and b² < 4ac. */
function isQuadraticAboveZero(u: Expr): boolean {
  const polynomial = toPolynomial(u);
  const coefficients = polynomial?.variables.length === 1 ? univariateCoefficients(polynomial) : undefined;
  const [c, b, a, more] = coefficients ?? [];
  if (a === undefined || b === undefined || c === undefined || more !== undefined) return false;
  return a.s > 0n && times(b, b).compare(times(rational(4), times(a, c))) < 0;
}

function isNeverNegative(u: Expr): boolean {
  if (isSurelyPositive(u) || u.kind === 'abs') return true;
  if (u.kind === 'root') return u.index === undefined;
  if (u.kind === 'multiply') return u.factors.every(isNeverNegative);
  if (u.kind !== 'power') return false;
  const exponent = numberOf(u.exponent);
  return exponent !== undefined && isInteger(exponent) && exponent.n % 2n === 0n;
}
