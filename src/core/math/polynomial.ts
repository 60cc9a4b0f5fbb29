import { isOne, isZero, negated, one, over, plus, powerOf, rational, times, zero, type Rational } from './rational.ts';
import { maximumBits, refuseLargePower, TooLarge } from './tooLarge.ts';
import { accumulate, keysFor, type Packing } from './polynomial/packing.ts';
import type { Term } from './polynomial/term.ts';

export type { Term };

/**
 * A sparse polynomial over the rationals in normal form: two are equal where variables and terms are.
 * `variables` are sorted and each occurs; `terms` descend lexicographically. The zero polynomial has no terms.
 */
export interface Polynomial {
  readonly variables: readonly string[];
  readonly terms: readonly Term[];
}

/** Beyond this, expanding is refused as too large. */
export const maximumTerms = 20_000;
export const maximumDegree = 20_000;

export const zeroPolynomial: Polynomial = { variables: [], terms: [] };
export const onePolynomial: Polynomial = constantPolynomial(one);

export function constantPolynomial(value: Rational | bigint | number): Polynomial {
  const exact = typeof value === 'object' ? value : rational(value);
  return { variables: [], terms: isZero(exact) ? [] : [{ exponents: [], coefficient: exact }] };
}

export function variablePolynomial(name: string, exponent = 1): Polynomial {
  return exponent === 0 ? onePolynomial : { variables: [name], terms: [{ exponents: [exponent], coefficient: one }] };
}

/** Ascending coefficients of one variable: [-1, 0, 1] is x² - 1. */
export function univariatePolynomial(variable: string, coefficients: readonly Rational[]): Polynomial {
  const terms = coefficients
    .map((coefficient, exponent) => ({ exponents: [exponent], coefficient }))
    .filter((term) => !isZero(term.coefficient))
    .reverse();
  return polynomialOf([variable], terms);
}

export function isZeroPolynomial(p: Polynomial): boolean {
  return p.terms.length === 0;
}

export function isOnePolynomial(p: Polynomial): boolean {
  const [term] = p.terms;
  return p === onePolynomial || (p.variables.length === 0 && term !== undefined && isOne(term.coefficient));
}

/** The value of a polynomial without variables; undefined for others. */
export function constantValue(p: Polynomial): Rational | undefined {
  return p.variables.length > 0 ? undefined : (p.terms[0]?.coefficient ?? zero);
}

export function isConstantPolynomial(p: Polynomial): boolean {
  return p.variables.length === 0;
}

export function samePolynomial(a: Polynomial, b: Polynomial): boolean {
  if (a.terms.length !== b.terms.length || a.variables.length !== b.variables.length) return false;
  if (!a.variables.every((name, index) => name === b.variables[index])) return false;
  return a.terms.every((term, index) => {
    const other = b.terms[index];
    return (
      other?.coefficient.n === term.coefficient.n &&
      term.coefficient.d === other.coefficient.d &&
      term.coefficient.s === other.coefficient.s &&
      term.exponents.every((exponent, position) => exponent === other.exponents[position])
    );
  });
}

/** The highest power of the variable (0 where it doesn't occur), or the total degree. The zero polynomial has degree -1. */
export function degree(p: Polynomial, variable?: string): number {
  if (p.terms.length === 0) return -1;
  if (variable === undefined) {
    return Math.max(...p.terms.map((term) => term.exponents.reduce((sum, exponent) => sum + exponent, 0)));
  }
  const position = p.variables.indexOf(variable);
  return position < 0 ? 0 : p.terms.reduce((top, term) => Math.max(top, term.exponents[position] ?? 0), 0);
}

/** Coefficients in one variable, ascending, as polynomials in the others; at least one. */
export function coefficientsIn(p: Polynomial, variable: string): readonly Polynomial[] {
  const position = p.variables.indexOf(variable);
  if (position < 0) return [p];
  const others = p.variables.filter((_, index) => index !== position);
  const rows: Term[][] = Array.from({ length: degree(p, variable) + 1 }, () => []);
  for (const { exponents, coefficient } of p.terms) {
    rows[exponents[position] ?? 0]?.push({
      exponents: exponents.filter((_, index) => index !== position),
      coefficient,
    });
  }
  return rows.map((terms) => polynomialOf(others, terms));
}

export function coefficientOf(p: Polynomial, variable: string, power: number): Polynomial {
  return coefficientsIn(p, variable)[power] ?? zeroPolynomial;
}

/** Ascending coefficients of a polynomial in at most this one variable; undefined where there are others. */
export function univariateCoefficients(p: Polynomial, variable?: string): readonly Rational[] | undefined {
  if (p.variables.length > 1 || (variable !== undefined && p.variables.some((name) => name !== variable))) {
    return undefined;
  }
  const coefficients: Rational[] = Array.from({ length: degree(p, p.variables[0] ?? '') + 1 }, () => zero);
  for (const term of p.terms) coefficients[term.exponents[0] ?? 0] = term.coefficient;
  return coefficients.length === 0 ? [zero] : coefficients;
}

/** The coefficient of the highest power of the variable, a polynomial in the others. */
export function leadingCoefficient(p: Polynomial, variable: string): Polynomial {
  return coefficientsIn(p, variable).at(-1) ?? zeroPolynomial;
}

/** The coefficient of the first term: the sign of the polynomial, so to say. 0 for zero. */
export function leadingRational(p: Polynomial): Rational {
  return p.terms[0]?.coefficient ?? zero;
}

/** The polynomial as a sum of coefficient · variable^power. */
export function fromCoefficients(variable: string, coefficients: readonly Polynomial[]): Polynomial {
  return sumOf(coefficients.map((coefficient, power) => multiplyByPower(coefficient, variable, power)));
}

export function multiplyByPower(p: Polynomial, variable: string, power: number): Polynomial {
  return power === 0 ? p : multiplyPolynomials(p, variablePolynomial(variable, power));
}

export function negatePolynomial(p: Polynomial): Polynomial {
  const terms = p.terms.map(({ exponents, coefficient }) => ({ exponents, coefficient: negated(coefficient) }));
  return { variables: p.variables, terms };
}

export function scalePolynomial(p: Polynomial, factor: Rational): Polynomial {
  if (isZero(factor)) return zeroPolynomial;
  if (isOne(factor)) return p;
  const terms = p.terms.map(({ exponents, coefficient }) => ({ exponents, coefficient: times(coefficient, factor) }));
  return { variables: p.variables, terms };
}

export function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  return a.terms.length === 0 ? b : b.terms.length === 0 ? a : merged(a, b);
}

/** The sum of two: both lists of terms descend, and so does what is merged from them. */
function merged(a: Polynomial, b: Polynomial): Polynomial {
  const variables = lettersOfBoth(a, b);
  const [ours, theirs] = [termsIn(a, variables), termsIn(b, variables)];
  const terms: Term[] = [];
  let hasLostTerms = false;
  let [left, right] = [0, 0];
  for (;;) {
    const [first, second] = [ours[left], theirs[right]];
    if (first === undefined || second === undefined) break;
    const order = descending(first, second);
    if (order <= 0) left += 1;
    if (order >= 0) right += 1;
    if (order !== 0) {
      terms.push(order < 0 ? first : second);
      continue;
    }
    const coefficient = plus(first.coefficient, second.coefficient);
    if (isZero(coefficient)) hasLostTerms = true;
    else terms.push({ exponents: first.exponents, coefficient });
  }
  for (const term of ours.slice(left)) terms.push(term);
  for (const term of theirs.slice(right)) terms.push(term);
  return hasLostTerms ? polynomialOf(variables, terms) : { variables, terms };
}

function termsIn(p: Polynomial, variables: readonly string[]): readonly Term[] {
  if (p.variables.length === variables.length) return p.terms;
  const place = placesIn(p, variables);
  return p.terms.map(({ exponents, coefficient }) => ({ exponents: place(exponents), coefficient }));
}

export function subtractPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  return addPolynomials(a, negatePolynomial(b));
}

export function sumOf(polynomials: readonly Polynomial[]): Polynomial {
  const variables = joined(polynomials);
  const packing = keysFor(variables, (name) => Math.max(0, ...polynomials.map((p) => degree(p, name))));
  const sums = new Map<number | string, Term>();
  for (const p of polynomials) {
    const place = placesIn(p, variables);
    for (const term of p.terms) accumulate(sums, packing, place(term.exponents), term.coefficient);
  }
  return collected(variables, sums, packing);
}

/** Throws TooLarge where the product would have more than `maximumTerms` terms or too high a degree. */
export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  if (a.variables.length === 0) return scalePolynomial(b, leadingRational(a));
  if (b.variables.length === 0) return scalePolynomial(a, leadingRational(b));
  if (a.terms.length * b.terms.length > maximumTerms * 100) throw new TooLarge('product');
  const variables = lettersOfBoth(a, b);
  if (a.terms.length === 1 || b.terms.length === 1) {
    const [single, other] = a.terms.length === 1 ? [a, b] : [b, a];
    if (other.terms.length > maximumTerms) throw new TooLarge('product');
    return { variables, terms: timesTerm(termsIn(other, variables), termsIn(single, variables)) };
  }
  const packing = keysFor(variables, (name) => degree(a, name) + degree(b, name));
  const [placeA, placeB] = [placesIn(a, variables), placesIn(b, variables)];
  const right = b.terms.map((term) => ({ exponents: placeB(term.exponents), coefficient: term.coefficient }));
  const sums = new Map<number | string, Term>();
  for (const term of a.terms) {
    const exponents = placeA(term.exponents);
    for (const other of right) {
      const total = exponents.map((exponent, index) => exponent + (other.exponents[index] ?? 0));
      accumulate(sums, packing, total, times(term.coefficient, other.coefficient));
    }
    if (sums.size > maximumTerms) throw new TooLarge('product');
  }
  return collected(variables, sums, packing);
}

/** Multiplied by one term they still descend, and none of them meet. */
function timesTerm(terms: readonly Term[], [factor]: readonly Term[]): readonly Term[] {
  return terms.map(({ exponents, coefficient }) => ({
    exponents: exponents.map((exponent, index) => exponent + (factor?.exponents[index] ?? 0)),
    coefficient: times(coefficient, factor?.coefficient ?? one),
  }));
}

export function productOf(polynomials: readonly Polynomial[]): Polynomial {
  return polynomials.reduce(multiplyPolynomials, onePolynomial);
}

/** p^exponent for an integer ≥ 0; throws TooLarge before it begins what can't end. */
export function powerOfPolynomial(p: Polynomial, exponent: number): Polynomial {
  if (exponent === 0) return onePolynomial;
  if (p.terms.length === 0 || exponent === 1 || isOnePolynomial(p)) return p;
  for (const { coefficient } of p.terms) {
    refuseLargePower(coefficient.n, BigInt(exponent));
    refuseLargePower(coefficient.d, BigInt(exponent));
  }
  if (degree(p) * exponent > maximumDegree) throw new TooLarge('power');
  const [first] = p.terms;
  if (p.terms.length === 1 && first) {
    const exponents = first.exponents.map((power) => power * exponent);
    return { ...p, terms: [{ exponents, coefficient: powerOf(first.coefficient, exponent) }] };
  }
  refuseManyTerms(p, exponent);
  let [result, square] = [onePolynomial, p];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyPolynomials(result, square);
    if (rest > 1) square = multiplyPolynomials(square, square);
  }
  return result;
}

/** The work of a power grows with its number of terms times the length of its coefficients. */
function refuseManyTerms(p: Polynomial, exponent: number): void {
  let count = 1;
  for (let k = 1; k < p.terms.length; k += 1) {
    count = (count * (exponent + k)) / k;
    if (count > 1e12) throw new TooLarge('power');
  }
  const box = p.variables.reduce((product, name) => product * (degree(p, name) * exponent + 1), 1);
  const terms = Math.min(count, box);
  if (terms > maximumTerms || terms * exponent * p.terms.length > maximumBits * 5) throw new TooLarge('power');
}

export function derivativeOf(p: Polynomial, variable: string): Polynomial {
  const position = p.variables.indexOf(variable);
  if (position < 0) return zeroPolynomial;
  const terms = p.terms
    .filter((term) => (term.exponents[position] ?? 0) > 0)
    .map(({ exponents, coefficient }) => ({
      exponents: exponents.map((exponent, index) => (index === position ? exponent - 1 : exponent)),
      coefficient: times(coefficient, rational(exponents[position] ?? 0)),
    }));
  return polynomialOf(p.variables, terms);
}

/** p with a polynomial in the place of a variable (Horner). */
export function substituteInPolynomial(p: Polynomial, variable: string, value: Polynomial): Polynomial {
  if (!p.variables.includes(variable)) return p;
  return coefficientsIn(p, variable).reduceRight(
    (sum, coefficient) => addPolynomials(multiplyPolynomials(sum, value), coefficient),
    zeroPolynomial,
  );
}

/** The value where every variable has one; RangeError for a variable without. */
export function valueAt(p: Polynomial, values: ReadonlyMap<string, Rational>): Rational {
  const bases = p.variables.map((name) => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`no value for ${name}`);
    return value;
  });
  return p.terms.reduce((sum, term) => {
    let product = term.coefficient;
    term.exponents.forEach((exponent, index) => {
      const base = bases[index];
      if (exponent > 0 && base) product = times(product, powerOf(base, exponent));
    });
    return plus(sum, product);
  }, zero);
}

/** Divided by its leading rational coefficient; the zero polynomial stays. */
export function monic(p: Polynomial): Polynomial {
  return p.terms.length === 0 ? p : scalePolynomial(p, over(one, leadingRational(p)));
}

function lettersOfBoth(a: Polynomial, b: Polynomial): readonly string[] {
  if (b.variables.length === 0 || a.variables === b.variables) return a.variables;
  return a.variables.length === 0 ? b.variables : joined([a, b]);
}

function joined(polynomials: readonly Polynomial[]): readonly string[] {
  const [first] = polynomials;
  if (first === undefined) return [];
  // Most have the same letters, or none.
  const largest = polynomials.reduce(
    (top, p) => (p.variables.length > top.variables.length ? p : top),
    first,
  ).variables;
  const isSame = (p: Polynomial): boolean =>
    p.variables.length === 0 ||
    (p.variables.length === largest.length && p.variables.every((name, index) => name === largest[index]));
  if (polynomials.every(isSame)) return largest;
  return [...new Set(polynomials.flatMap((p) => p.variables))].sort();
}

/** Exponents of a term of `p` as exponents of `variables`. */
function placesIn(p: Polynomial, variables: readonly string[]): (exponents: readonly number[]) => readonly number[] {
  if (p.variables.length === variables.length) return (exponents) => exponents;
  const source = variables.map((name) => p.variables.indexOf(name));
  return (exponents) => source.map((position) => exponents[position] ?? 0);
}

function collected(variables: readonly string[], sums: ReadonlyMap<unknown, Term>, packing: Packing): Polynomial {
  const terms = [...sums.entries()].filter(([, term]) => !isZero(term.coefficient));
  if (packing.isNumeric) terms.sort(([a], [b]) => Number(b) - Number(a));
  else terms.sort(([, a], [, b]) => descending(a, b));
  return polynomialOf(
    variables,
    terms.map(([, term]) => term),
  );
}

export function descending(a: Term, b: Term): number {
  for (let index = 0; index < a.exponents.length; index += 1) {
    const difference = (b.exponents[index] ?? 0) - (a.exponents[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A polynomial from sorted terms without zeros; variables that don't occur are dropped. */
export function polynomialOf(variables: readonly string[], terms: readonly Term[]): Polynomial {
  if (variables.length === 0) return { variables, terms };
  const used = variables.map((_, index) => terms.some((term) => (term.exponents[index] ?? 0) > 0));
  if (used.every(Boolean)) return { variables, terms };
  return {
    variables: variables.filter((_, index) => used[index]),
    terms: terms.map((term) => ({ ...term, exponents: term.exponents.filter((_, index) => used[index]) })),
  };
}
