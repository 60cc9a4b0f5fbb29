import { gcd, isqrt, lcm } from '../integers.ts';
import {
  coefficientsIn,
  constantPolynomial,
  constantValue,
  degree,
  fromCoefficients,
  isConstantPolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  leadingRational,
  multiplyPolynomials,
  onePolynomial,
  polynomialOf,
  powerOfPolynomial,
  productOf,
  scalePolynomial,
  substituteInPolynomial,
  zeroPolynomial,
  type Polynomial,
} from '../polynomial.ts';
import { negated, numeratorOf, one, over, rational, type Rational } from '../rational.ts';
import { bitLength, maximumBits } from '../tooLarge.ts';
import { divideExactly, pseudoRemainder } from './division.ts';

/** The rational c for which p / c has integer coefficients without a common factor and a positive first one. 1 for p = 0. */
export function contentOf(p: Polynomial): Rational {
  if (p.terms.length === 0) return one;
  const numerator = gcd(...p.terms.map((term) => term.coefficient.n));
  const denominator = lcm(...p.terms.map((term) => term.coefficient.d));
  const content = rational(numerator, denominator);
  return leadingRational(p).s < 0n ? negated(content) : content;
}

/** Integer coefficients without a common factor, the first one positive. */
export function primitivePart(p: Polynomial): Polynomial {
  return p.terms.length === 0 ? p : scalePolynomial(p, over(one, contentOf(p)));
}

/** The gcd of the coefficients in one variable, as a primitive polynomial in the others. */
export function contentIn(p: Polynomial, variable: string): Polynomial {
  let content = zeroPolynomial;
  for (const coefficient of [...coefficientsIn(p, variable)].sort((a, b) => a.terms.length - b.terms.length)) {
    content = gcdOfPolynomials(content, coefficient);
    if (isConstantPolynomial(content) && !isZeroPolynomial(content)) break;
  }
  return content;
}

/** Greatest common divisor over the rationals, primitive with a positive first coefficient; gcd(0, p) is p's primitive part. */
export function gcdOfPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  if (isZeroPolynomial(a)) return primitivePart(b);
  if (isZeroPolynomial(b)) return primitivePart(a);
  if (isConstantPolynomial(a) || isConstantPolynomial(b)) return onePolynomial;
  if (a.terms.length === 1 || b.terms.length === 1) return monomialGcd(a, b);
  // A variable of one of them alone can't be in the gcd: only the coefficients of its powers matter.
  const lonely = a.variables.find((name) => !b.variables.includes(name));
  if (lonely !== undefined) return gcdOfPolynomials(contentIn(a, lonely), b);
  const other = b.variables.find((name) => !a.variables.includes(name));
  if (other !== undefined) return gcdOfPolynomials(a, contentIn(b, other));
  const [p, q] = [primitivePart(a), primitivePart(b)];
  return heuristicGcd(p, q) ?? primitiveGcd(p, q);
}

export function lcmOfPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  if (isZeroPolynomial(a) || isZeroPolynomial(b)) return zeroPolynomial;
  const cofactor = divideExactly(primitivePart(b), gcdOfPolynomials(a, b)) ?? onePolynomial;
  return multiplyPolynomials(primitivePart(a), cofactor);
}

/** One of them is a single term: the lowest powers of the common variables. */
function monomialGcd(a: Polynomial, b: Polynomial): Polynomial {
  const lowest = (p: Polynomial, name: string) => {
    const position = p.variables.indexOf(name);
    return position < 0 ? 0 : Math.min(...p.terms.map((term) => term.exponents[position] ?? 0));
  };
  const common = a.variables.map((name) => ({ name, power: Math.min(lowest(a, name), lowest(b, name)) }));
  const kept = common.filter(({ power }) => power > 0);
  return {
    variables: kept.map(({ name }) => name),
    terms: [{ exponents: kept.map(({ power }) => power), coefficient: one }],
  };
}

/**
 * Char, Geddes and Gonnet, GCDHEU (1989): evaluate at a large integer, take the gcd below, read the polynomial off the
 * digits, and check it by division, so that what it gives is right; undefined where it had no luck.
 */
function heuristicGcd(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const found = integerHeuristicGcd(a, b, 0);
  return found && primitivePart(found);
}

function integerHeuristicGcd(a: Polynomial, b: Polynomial, depth: number): Polynomial | undefined {
  const variable = a.variables[0] ?? b.variables[0];
  if (variable === undefined) {
    return constantPolynomial(gcd(numeratorOf(leadingRational(a)), numeratorOf(leadingRational(b))));
  }
  const [contentA, contentB] = [contentOf(a).n, contentOf(b).n];
  const [p, q] = [primitivePart(a), primitivePart(b)];
  if (isZeroPolynomial(p) || isZeroPolynomial(q)) return undefined;
  const content = constantPolynomial(gcd(contentA, contentB));
  let point = 2n * min(height(p), height(q)) + 29n;
  const top = Math.max(degree(p, variable), degree(q, variable));
  for (let attempt = 0; attempt < 4; attempt += 1) {
    if (bitLength(point) * top > maximumBits / 4) return undefined;
    const value = constantPolynomial(point);
    const [below, beside] = [substituteInPolynomial(p, variable, value), substituteInPolynomial(q, variable, value)];
    if (!isZeroPolynomial(below) && !isZeroPolynomial(beside)) {
      const image = integerHeuristicGcd(below, beside, depth + 1);
      if (image === undefined) return undefined;
      const candidate = primitivePart(fromDigits(image, variable, point));
      if (divideExactly(p, candidate) && divideExactly(q, candidate)) return multiplyPolynomials(candidate, content);
    }
    point = (point * 73794n * isqrt(isqrt(point))) / 27011n;
  }
  return undefined;
}

/** The polynomial whose value at `point` is `image`, with coefficients of symmetric digits. */
export function fromDigits(image: Polynomial, variable: string, point: bigint): Polynomial {
  const digits: Polynomial[] = [];
  const half = point / 2n;
  let terms = image.terms.map((term) => ({ exponents: term.exponents, value: numeratorOf(term.coefficient) }));
  while (terms.length > 0) {
    const rest: typeof terms = [];
    const digit: Polynomial['terms'][number][] = [];
    for (const { exponents, value } of terms) {
      let remainder = value % point;
      if (remainder > half) remainder -= point;
      else if (remainder < -half) remainder += point;
      if (remainder !== 0n) digit.push({ exponents, coefficient: rational(remainder) });
      const next = (value - remainder) / point;
      if (next !== 0n) rest.push({ exponents, value: next });
    }
    digits.push(polynomialOf(image.variables, digit));
    terms = rest;
  }
  return fromCoefficients(variable, digits);
}

function height(p: Polynomial): bigint {
  return p.terms.reduce((top, term) => (term.coefficient.n > top ? term.coefficient.n : top), 0n);
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Primitive polynomial remainder sequence: slower, never out of luck. */
function primitiveGcd(a: Polynomial, b: Polynomial): Polynomial {
  const variable = a.variables[0] ?? '';
  const [contentA, contentB] = [contentIn(a, variable), contentIn(b, variable)];
  let [p, q] = [divideExactly(a, contentA) ?? a, divideExactly(b, contentB) ?? b];
  if (degree(p, variable) < degree(q, variable)) [p, q] = [q, p];
  while (degree(q, variable) > 0) {
    const remainder = pseudoRemainder(p, q, variable);
    if (isZeroPolynomial(remainder)) break;
    p = q;
    q = divideExactly(remainder, contentIn(remainder, variable)) ?? remainder;
  }
  const common = gcdOfPolynomials(contentA, contentB);
  return primitivePart(degree(q, variable) > 0 ? multiplyPolynomials(q, common) : common);
}

/** The resultant of two polynomials in one variable, a polynomial in the others: 0 exactly where they share a root. */
export function resultant(a: Polynomial, b: Polynomial, variable: string): Polynomial {
  if (isZeroPolynomial(a) || isZeroPolynomial(b)) return zeroPolynomial;
  let [p, q, sign] = [a, b, 1n];
  // Each round: res(p, q) = ± res(q, r) · lc(q)^(deg p - deg r) / lc(q)^(deg q · (deg p - deg q + 1)), gathered in two lists.
  const [above, below]: [Polynomial[], Polynomial[]] = [[], []];
  for (;;) {
    const [m, n] = [degree(p, variable), degree(q, variable)];
    if (n === 0) {
      const value = productOf([constantPolynomial(sign), powerOfPolynomial(q, m), ...above]);
      return divideExactly(value, productOf(below)) ?? zeroPolynomial;
    }
    if (m < n) {
      [p, q] = [q, p];
      if (m % 2 === 1 && n % 2 === 1) sign = -sign;
      continue;
    }
    const remainder = pseudoRemainder(p, q, variable);
    if (isZeroPolynomial(remainder)) return zeroPolynomial;
    const leading = leadingCoefficient(q, variable);
    above.push(powerOfPolynomial(leading, m - degree(remainder, variable)));
    below.push(powerOfPolynomial(leading, n * (m - n + 1)));
    if (m % 2 === 1 && n % 2 === 1) sign = -sign;
    const scale = constantValue(constantPolynomial(contentOf(remainder))) ?? one;
    above.push(powerOfPolynomial(constantPolynomial(scale), n));
    [p, q] = [q, scalePolynomial(remainder, over(one, scale))];
  }
}
