import {
  constantPolynomial,
  degree,
  derivativeOf,
  isConstantPolynomial,
  leadingRational,
  multiplyPolynomials,
  onePolynomial,
  subtractPolynomials,
  type Polynomial,
} from '../polynomial.ts';
import { one, type Rational } from '../rational.ts';
import { divideExactly } from './division.ts';
import { contentIn, contentOf, gcdOfPolynomials, primitivePart } from './gcd.ts';

export interface PolynomialFactor {
  /** Primitive with a positive first coefficient, not constant. */
  readonly polynomial: Polynomial;
  readonly multiplicity: number;
}

export interface PolynomialFactors {
  /** The polynomial is `content` times the product of the factors with their multiplicities. */
  readonly content: Rational;
  readonly factors: readonly PolynomialFactor[];
}

/** Square-free decomposition (Yun), one factor for each multiplicity and main variable, ascending. */
export function squareFreeFactors(p: Polynomial): PolynomialFactors {
  if (isConstantPolynomial(p)) return { content: leadingRational(p), factors: [] };
  const byMultiplicity = new Map<number, Polynomial>();
  const put = (factor: Polynomial, multiplicity: number) => {
    if (isConstantPolynomial(factor)) return;
    byMultiplicity.set(multiplicity, multiplyPolynomials(byMultiplicity.get(multiplicity) ?? onePolynomial, factor));
  };
  decompose(primitivePart(p), put);
  const factors = [...byMultiplicity].map(([multiplicity, polynomial]) => ({ polynomial, multiplicity }));
  return { content: contentOf(p), factors: factors.sort((a, b) => a.multiplicity - b.multiplicity) };
}

function decompose(p: Polynomial, put: (factor: Polynomial, multiplicity: number) => void): void {
  const variable = p.variables[0];
  if (variable === undefined) return;
  if (p.terms.length === 1) {
    const [term] = p.terms;
    p.variables.forEach((name, index) => {
      put({ variables: [name], terms: [{ exponents: [1], coefficient: one }] }, term?.exponents[index] ?? 0);
    });
    return;
  }
  const content = p.variables.length === 1 ? constantPolynomial(1) : contentIn(p, variable);
  if (!isConstantPolynomial(content)) decompose(content, put);
  const primitive = isConstantPolynomial(content) ? p : (divideExactly(p, content) ?? p);
  let slope = derivativeOf(primitive, variable);
  const repeated = gcdOfPolynomials(primitive, slope);
  if (isConstantPolynomial(repeated)) {
    put(primitivePart(primitive), 1);
    return;
  }
  let rest = divideExactly(primitive, repeated) ?? primitive;
  slope = divideExactly(slope, repeated) ?? slope;
  for (let multiplicity = 1; degree(rest, variable) > 0; multiplicity += 1) {
    const difference = subtractPolynomials(slope, derivativeOf(rest, variable));
    const factor = gcdOfPolynomials(rest, difference);
    put(factor, multiplicity);
    rest = divideExactly(rest, factor) ?? onePolynomial;
    slope = divideExactly(difference, factor) ?? difference;
  }
}

/** The product of the different irreducible factors, primitive: the same zeros, each once. */
export function squareFreePart(p: Polynomial): Polynomial {
  return squareFreeFactors(p).factors.reduce(
    (product, { polynomial }) => multiplyPolynomials(product, polynomial),
    onePolynomial,
  );
}
