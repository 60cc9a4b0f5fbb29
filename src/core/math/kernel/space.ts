import type { Expr } from '../expr.ts';
import { lcm } from '../integers.ts';
import {
  addPolynomials,
  coefficientsIn,
  constantValue,
  degree,
  isConstantPolynomial,
  isOnePolynomial,
  isZeroPolynomial,
  multiplyPolynomials,
  negatePolynomial,
  onePolynomial,
  polynomialOf,
  powerOfPolynomial,
  scalePolynomial,
  subtractPolynomials,
  substituteInPolynomial,
  variablePolynomial,
  zeroPolynomial,
  type Polynomial,
} from '../polynomial.ts';
import { divideExactly } from '../polynomial/division.ts';
import { contentOf, gcdOfPolynomials } from '../polynomial/gcd.ts';
import { isOne, isZero, one, over, type Rational } from '../rational.ts';
import { refuseLargePower } from '../tooLarge.ts';
import { oneQuotient, polynomialQuotient, rationalOf, variablesOf, zeroQuotient, type Quotient } from './quotient.ts';

/** Thrown for a quotient whose denominator is zero: the expression has no value anywhere. */
export class Undefined extends Error {
  override readonly name = 'Undefined';
}

/** Thrown for what is no number: a relation, a set, a hole, infinity. */
export class NotANumber extends Error {
  override readonly name = 'NotANumber';
}

/**
 * What a variable of a polynomial stands for when it isn't a letter. Names begin with '#' and tell all of it, so that the
 * same kernel has the same name whoever made it.
 */
export interface Kernel {
  readonly name: string;
  /** Its value as an expression, for printing and evaluating. */
  readonly expr: Expr;
  /** Never negative where it is defined, for real letters. */
  readonly isNonnegative: boolean;
  /** kernel^degree = value, where there is such a rule. In that of a root of unity lower powers of the kernel occur in the value. */
  readonly rule?: { readonly degree: number; readonly value: Quotient } | undefined;
  readonly family?: string | undefined;
  /** For ln u, what u is: e^(ln u) is u again. */
  readonly logarithmOf?: Quotient | undefined;
  /** For e^w, what w is: ln e^w is w again. */
  readonly exponent?: Quotient | undefined;
  /** For asin v and atan v, both parts: their sine and cosine are known. */
  readonly arc?: { readonly name: 'asin' | 'atan'; readonly of: Quotient } | undefined;
  /** For b^u with another base than e, both: its logarithm is u·ln b. */
  readonly power?: { readonly base: Quotient; readonly exponent: Quotient } | undefined;
}

/** base^(1/index), with one index at a time for all of the space, so that roots and exponentials of one base meet. */
interface Family {
  readonly index: number;
  readonly make: (index: number) => Kernel;
}

/** The largest root of one base: beyond, roots of different indices are not brought together. */
const maximumIndex = 5040;

export interface SpaceOptions {
  /** Letters that are assumed positive. */
  readonly positive?: readonly string[] | undefined;
  /** Write sin, cos, sinh, cosh by exponentials, which decides all identities of angles. */
  readonly exponentialForm?: boolean | undefined;
}

/** A field of quotients over letters and kernels, that grows while expressions are read into it. */
export class KernelSpace {
  readonly kernels = new Map<string, Kernel>();
  readonly positive: ReadonlySet<string>;
  readonly isExponentialForm: boolean;
  readonly #families = new Map<string, Family>();

  constructor(options: SpaceOptions = {}) {
    this.positive = new Set(options.positive);
    this.isExponentialForm = options.exponentialForm ?? false;
  }

  define(kernel: Kernel): Quotient {
    if (!this.kernels.has(kernel.name)) this.kernels.set(kernel.name, kernel);
    return polynomialQuotient(variablePolynomial(kernel.name));
  }

  /** The family's base to the power numerator/denominator (denominator positive). */
  familyPower(family: string, numerator: bigint, denominator: bigint, make: (index: number) => Kernel): Quotient {
    const known = this.#families.get(family);
    const common = lcm(BigInt(known?.index ?? 1), denominator);
    const index = common <= BigInt(maximumIndex) ? Number(common) : Number(denominator);
    if (known?.index !== index) this.#families.set(family, { index, make });
    const kernel = make(index);
    this.define(kernel);
    const exponent = (numerator * BigInt(index)) / denominator;
    refuseLargePower(2n, exponent);
    const base = polynomialQuotient(variablePolynomial(kernel.name, Math.abs(Number(exponent))));
    return this.normal(exponent < 0n ? { numerator: base.denominator, denominator: base.numerator } : base);
  }

  isNonnegativeVariable(name: string): boolean {
    return this.positive.has(name) || (this.kernels.get(name)?.isNonnegative ?? false);
  }

  add(...terms: readonly Quotient[]): Quotient {
    const [first] = terms;
    if (first === undefined) return zeroQuotient;
    let sum = this.#isSettled(first) ? first : this.normal(first);
    for (let index = 1; index < terms.length; index += 1) sum = this.#addTwo(sum, terms[index] ?? zeroQuotient);
    return sum;
  }

  /** A polynomial in letters alone: no rule changes it. */
  #isSettled(q: Quotient): boolean {
    return isOnePolynomial(q.denominator) && this.#isFree(q.numerator);
  }

  #isFree(p: Polynomial): boolean {
    return this.kernels.size === 0 || !p.variables.some((name) => this.kernels.has(name));
  }

  #addTwo(a: Quotient, b: Quotient): Quotient {
    if (
      a.denominator === b.denominator ||
      (isConstantPolynomial(a.denominator) && isConstantPolynomial(b.denominator))
    ) {
      const sum = { numerator: addPolynomials(a.numerator, b.numerator), denominator: a.denominator };
      return this.normal(sum);
    }
    const shared = gcdOfPolynomials(a.denominator, b.denominator);
    const [left, right] = [
      divideExactly(b.denominator, shared) ?? b.denominator,
      divideExactly(a.denominator, shared) ?? a.denominator,
    ];
    return this.normal({
      numerator: addPolynomials(multiplyPolynomials(a.numerator, left), multiplyPolynomials(b.numerator, right)),
      denominator: multiplyPolynomials(a.denominator, left),
    });
  }

  negate(a: Quotient): Quotient {
    return { numerator: negatePolynomial(a.numerator), denominator: a.denominator };
  }

  subtract(a: Quotient, b: Quotient): Quotient {
    return this.add(a, this.negate(b));
  }

  multiply(...factors: readonly Quotient[]): Quotient {
    const [first] = factors;
    if (first === undefined) return oneQuotient;
    return factors.slice(1).reduce(
      (a, b) =>
        this.normal({
          numerator: multiplyPolynomials(a.numerator, b.numerator),
          denominator: multiplyPolynomials(a.denominator, b.denominator),
        }),
      this.#isSettled(first) ? first : this.normal(first),
    );
  }

  scale(a: Quotient, factor: Rational): Quotient {
    return { numerator: scalePolynomial(a.numerator, factor), denominator: a.denominator };
  }

  divide(a: Quotient, b: Quotient): Quotient {
    const constant = isOnePolynomial(b.denominator) ? constantValue(b.numerator) : undefined;
    if (constant && !isZero(constant) && this.#isSettled(a)) return this.scale(a, over(one, constant));
    return this.multiply(a, this.invert(b));
  }

  invert(a: Quotient): Quotient {
    return this.normal({ numerator: a.denominator, denominator: a.numerator });
  }

  /** Integer powers. */
  power(a: Quotient, exponent: number): Quotient {
    if (exponent < 0) return this.power(this.invert(a), -exponent);
    return this.normal({
      numerator: powerOfPolynomial(a.numerator, exponent),
      denominator: powerOfPolynomial(a.denominator, exponent),
    });
  }

  /** Rules applied, roots out of the denominator, no common factor, the denominator with coprime integer coefficients. */
  normal(q: Quotient): Quotient {
    if (this.#isFree(q.numerator) && this.#isFree(q.denominator)) return withoutRules(q);
    const top = this.#reduce(q.numerator);
    const bottom = this.#reduce(q.denominator);
    if (isZeroPolynomial(bottom.numerator)) throw new Undefined();
    if (isZeroPolynomial(top.numerator)) return zeroQuotient;
    const numerator = multiplyPolynomials(top.numerator, bottom.denominator);
    const denominator = multiplyPolynomials(top.denominator, bottom.numerator);
    const constant = constantValue(denominator);
    if (constant) return polynomialQuotient(scalePolynomial(numerator, over(one, constant)));
    const conjugate = this.#conjugateOf(denominator);
    const norm = conjugate && this.#reduce(multiplyPolynomials(denominator, conjugate));
    // A norm of 0 means that the root was a sum in disguise, as √(3+2√2) is: then the denominator stays as it is.
    if (conjugate && norm && !isZeroPolynomial(norm.numerator)) {
      return this.normal({
        numerator: multiplyPolynomials(multiplyPolynomials(numerator, conjugate), norm.denominator),
        denominator: norm.numerator,
      });
    }
    return cancelled(numerator, denominator);
  }

  /** What turns a denominator with a root in it into one without: A + B√r times A - B√r, or the rest of a single power. */
  #conjugateOf(p: Polynomial): Polynomial | undefined {
    if (p.terms.length > 60) return undefined;
    for (const name of p.variables) {
      const rule = this.kernels.get(name)?.rule;
      if (rule === undefined || rule.value.numerator.variables.includes(name)) continue;
      const coefficients = coefficientsIn(p, name);
      const used = coefficients.flatMap((coefficient, power) => (isZeroPolynomial(coefficient) ? [] : [power]));
      const [first] = used;
      if (first !== undefined && first > 0) return variablePolynomial(name, rule.degree - first);
      if (rule.degree !== 2 && !(rule.degree % 2 === 0 && used.length === 2 && used[1] === rule.degree / 2)) continue;
      const [even, odd] = [coefficients[0] ?? zeroPolynomial, coefficients[rule.degree / 2] ?? zeroPolynomial];
      return subtractPolynomials(even, multiplyPolynomials(odd, variablePolynomial(name, rule.degree / 2)));
    }
    return undefined;
  }

  /** Brings roots of one base to one index and applies kernel^degree = value until nothing changes. */
  #reduce(p: Polynomial): Quotient {
    let current: Quotient = polynomialQuotient(this.#refreshed(p));
    for (;;) {
      const name = current.numerator.variables.find((candidate) => {
        const rule = this.kernels.get(candidate)?.rule;
        return rule !== undefined && degree(current.numerator, candidate) >= rule.degree;
      });
      const rule = name === undefined ? undefined : this.kernels.get(name)?.rule;
      if (name === undefined || rule === undefined) return current;
      const replaced = applyRule(current.numerator, name, rule.degree, rule.value);
      current = {
        numerator: this.#refreshed(replaced.numerator),
        denominator: multiplyPolynomials(current.denominator, this.#refreshed(replaced.denominator)),
      };
    }
  }

  #refreshed(p: Polynomial): Polynomial {
    let result = p;
    for (const name of p.variables) {
      const family = this.kernels.get(name)?.family;
      const current = family === undefined ? undefined : this.#families.get(family);
      const kernel = current?.make(current.index);
      if (!current || !kernel || kernel.name === name) continue;
      const index = indexOf(name);
      if (current.index % index !== 0) continue;
      this.define(kernel);
      result = substituteInPolynomial(result, name, variablePolynomial(kernel.name, current.index / index));
    }
    return result;
  }

  /** True where the quotient is never negative for real letters, as far as its shape tells. */
  isNonnegative(q: Quotient): boolean {
    return this.#isNonnegativePolynomial(q.numerator) && this.#isNonnegativePolynomial(q.denominator);
  }

  #isNonnegativePolynomial(p: Polynomial): boolean {
    return p.terms.every(
      (term) =>
        term.coefficient.s > 0n &&
        p.variables.every((name, index) => {
          const exponent = term.exponents[index] ?? 0;
          if (name === '#i') return exponent === 0;
          return exponent % 2 === 0 || this.isNonnegativeVariable(name);
        }),
    );
  }

  isReal(q: Quotient): boolean {
    return !variablesOf(q).includes('#i');
  }

  rational(q: Quotient): Rational | undefined {
    return rationalOf(q);
  }
}

/** The index at the end of the name of a family's kernel, 1 where there is none. */
function indexOf(name: string): number {
  const mark = name.lastIndexOf('^1/');
  return mark < 0 ? 1 : Number(name.slice(mark + 3));
}

function applyRule(p: Polynomial, name: string, size: number, value: Quotient): Quotient {
  const coefficients = coefficientsIn(p, name);
  const top = Math.floor((coefficients.length - 1) / size);
  let numerator = zeroPolynomial;
  coefficients.forEach((coefficient, exponent) => {
    if (isZeroPolynomial(coefficient)) return;
    const times = Math.floor(exponent / size);
    const factors = [variablePolynomial(name, exponent % size), powerOfPolynomial(value.numerator, times)];
    factors.push(powerOfPolynomial(value.denominator, top - times));
    numerator = addPolynomials(numerator, factors.reduce(multiplyPolynomials, coefficient));
  });
  return { numerator, denominator: powerOfPolynomial(value.denominator, top) };
}

/** The normal form where there are letters alone. */
function withoutRules(q: Quotient): Quotient {
  if (isZeroPolynomial(q.denominator)) throw new Undefined();
  if (isZeroPolynomial(q.numerator)) return zeroQuotient;
  const constant = constantValue(q.denominator);
  if (constant === undefined) return cancelled(q.numerator, q.denominator);
  if (q.denominator === onePolynomial) return q;
  return polynomialQuotient(isOne(constant) ? q.numerator : scalePolynomial(q.numerator, over(one, constant)));
}

function cancelled(numerator: Polynomial, denominator: Polynomial): Quotient {
  const shared = gcdOfPolynomials(numerator, denominator);
  const isTrivial = isConstantPolynomial(shared);
  const top = isTrivial ? numerator : (divideExactly(numerator, shared) ?? numerator);
  const bottom = isTrivial ? denominator : (divideExactly(denominator, shared) ?? denominator);
  const scale = over(one, contentOf(bottom));
  const scaled = scalePolynomial(bottom, scale);
  return {
    numerator: scalePolynomial(top, scale),
    denominator: isConstantPolynomial(scaled) ? onePolynomial : scaled,
  };
}

/** Splits a sum into its terms, as quotients over the common denominator. */
export function termsOf(q: Quotient): readonly { readonly coefficient: Rational; readonly monomial: Polynomial }[] {
  return q.numerator.terms.map((term) => ({
    coefficient: term.coefficient,
    monomial: polynomialOf(q.numerator.variables, [{ ...term, coefficient: one }]),
  }));
}
