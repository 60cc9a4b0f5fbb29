import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { add, divide, i, multiply, negate, num, root, sqrt, subtract } from './build.ts';
import type { Expr } from './expr.ts';
import { factorPolynomial } from './factorPolynomial.ts';
import { gcd, integerRoot, splitPower } from './integers.ts';
import { degree, univariateCoefficients, type Polynomial } from './polynomial.ts';
import { numeratorOf, over, rational } from './rational.ts';

export interface ExactRoot {
  readonly value: Expr;
  readonly multiplicity: number;
  readonly isReal: boolean;
}

export interface ExactRoots {
  /** Written with rationals, roots and i; real ones ascend within their factor. */
  readonly roots: readonly ExactRoot[];
  /** Irreducible factors whose roots are not written down here. */
  readonly unsolved: readonly Polynomial[];
}

/**
 * The roots that can be written exactly: of linear and quadratic factors all, with complex ones; of ax⁴ + bx² + c and
 * axⁿ + b the real ones where these are all of the real ones (then the factor counts as solved over the reals).
 */
export function exactRoots(p: Polynomial, work: ExactWork = unlimitedWork): ExactRoots {
  const { factors } = factorPolynomial(p, work);
  const [roots, unsolved]: [ExactRoot[], Polynomial[]] = [[], []];
  for (const { polynomial, multiplicity } of factors) {
    const values = rootsOfFactor(polynomial);
    if (values === undefined) unsolved.push(polynomial);
    else roots.push(...values.map((value) => ({ ...value, multiplicity })));
  }
  return { roots, unsolved };
}

type Value = Omit<ExactRoot, 'multiplicity'>;

function rootsOfFactor(p: Polynomial): readonly Value[] | undefined {
  const coefficients = univariateCoefficients(p)?.map(numeratorOf);
  if (coefficients === undefined) return undefined;
  const [c = 0n, b = 0n, a = 0n] = coefficients;
  switch (degree(p)) {
    case 1:
      return [{ value: num(over(rational(-c), rational(b))), isReal: true }];
    case 2:
      return quadraticRoots(a, b, c);
    default:
      return binomialRoot(coefficients) ?? biquadraticRoots(coefficients);
  }
}

/** (-b ∓ √(b² - 4ac)) / 2a in lowest terms, the smaller one first. */
export function quadraticRoots(a: bigint, b: bigint, c: bigint): readonly Value[] {
  if (a < 0n) return quadraticRoots(-a, -b, -c);
  const discriminant = b * b - 4n * a * c;
  const { outside, inside } = splitPower(discriminant, 2);
  const isReal = discriminant >= 0n;
  const shared = gcd(b, outside, 2n * a);
  const [top, factor, bottom] = [-b / shared, outside / shared, (2n * a) / shared];
  if (isReal && inside === 1n) {
    const values = [rational(top - factor, bottom), rational(top + factor, bottom)];
    return (factor === 0n ? values.slice(0, 1) : values).map((value) => ({ value: num(value), isReal }));
  }
  const radicals = [
    ...(factor === 1n ? [] : [num(factor)]),
    ...(inside === 1n ? [] : [sqrt(num(inside))]),
    ...(isReal ? [] : [i]),
  ];
  const radical = multiply(...(radicals.length === 0 ? [num(1)] : radicals));
  const over2a = (numerator: Expr) => (bottom === 1n ? numerator : divide(numerator, num(bottom)));
  const minus = top === 0n ? negate(over2a(radical)) : over2a(subtract(num(top), radical));
  const plus = top === 0n ? over2a(radical) : over2a(add(num(top), radical));
  return [minus, plus].map((value) => ({ value, isReal }));
}

/** The real roots of axⁿ + b. */
function binomialRoot(coefficients: readonly bigint[]): readonly Value[] | undefined {
  const n = coefficients.length - 1;
  if (coefficients.slice(1, n).some((value) => value !== 0n)) return undefined;
  const quotient = rational(-(coefficients[0] ?? 0n), coefficients[n] ?? 1n);
  if (n % 2 === 0 && quotient.s < 0n) return [];
  const size = simplifiedRoot(quotient.n, quotient.d, n);
  const value = quotient.s < 0n ? negate(size) : size;
  return n % 2 === 0
    ? [
        { value: negate(size), isReal: true },
        { value: size, isReal: true },
      ]
    : [{ value, isReal: true }];
}

/** ⁿ√(p/q) with what comes out, and no root in the denominator. */
function simplifiedRoot(p: bigint, q: bigint, n: number): Expr {
  const exact = integerRoot(q, n);
  const [radicand, denominator] = exact === undefined ? [p * q ** BigInt(n - 1), q] : [p, exact];
  const { outside, inside } = splitPower(radicand, n);
  const shared = gcd(outside, denominator);
  const factors = [
    ...(outside === shared && inside !== 1n ? [] : [num(outside / shared)]),
    ...(inside === 1n ? [] : [n === 2 ? sqrt(num(inside)) : root(num(inside), num(n))]),
  ];
  const top = multiply(...factors);
  return denominator === shared ? top : divide(top, num(denominator / shared));
}

/** ±√u for the positive values u of x² in ax⁴ + bx² + c. */
function biquadraticRoots(coefficients: readonly bigint[]): readonly Value[] | undefined {
  const [c = 0n, b = 0n, a = 0n, d = 0n, e = 0n] = coefficients;
  if (coefficients.length !== 5 || b !== 0n || d !== 0n) return undefined;
  const discriminant = a * a - 4n * e * c;
  // Without real squares there are no real roots; c / e > 0 > -a / e leaves both squares negative.
  if (discriminant < 0n) return [];
  const squares = quadraticRoots(e, a, c);
  const isNegative = (index: number) => {
    const sum = rational(-a, e);
    const product = rational(c, e);
    if (product.s < 0n) return index === 0;
    return sum.s < 0n;
  };
  return squares.flatMap(({ value }, index) =>
    isNegative(index) ? [] : [negate(sqrt(value)), sqrt(value)].map((root) => ({ value: root, isReal: true })),
  );
}
