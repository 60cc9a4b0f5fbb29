import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import {
  degree,
  isConstantPolynomial,
  multiplyPolynomials,
  type Polynomial,
  powerOfPolynomial,
  samePolynomial,
  scalePolynomial,
  univariateCoefficients,
  univariatePolynomial,
} from './polynomial.ts';
import { factorMultivariate } from './polynomial/factor/multivariate.ts';
import { factorSquareFree } from './polynomial/factor/univariate.ts';
import { primitivePart } from './polynomial/gcd.ts';
import { squareFreeFactors, type PolynomialFactor, type PolynomialFactors } from './polynomial/squareFree.ts';
import { compareRationals, numeratorOf, rational } from './rational.ts';

export interface Factorization extends PolynomialFactors {
  /** False where the search ended at its limits: the product is right, but a factor may still be reducible. */
  readonly isComplete: boolean;
}

/**
 * Complete factorisation over the rationals: content times irreducible primitive factors with positive first
 * coefficients, simple factors first. The product is checked by multiplying back (RangeError if ever it were wrong).
 */
export function factorPolynomial(p: Polynomial, work: ExactWork = unlimitedWork): Factorization {
  const { content, factors: squareFree } = squareFreeFactors(p);
  const factors: PolynomialFactor[] = [];
  let isComplete = true;
  for (const { polynomial, multiplicity } of squareFree) {
    const found = irreducibleFactors(polynomial, work);
    isComplete &&= found.isComplete;
    factors.push(...found.factors.map((factor) => ({ polynomial: factor, multiplicity })));
  }
  factors.sort(simplestFirst);
  if (!multipliesBack(p, { content, factors })) throw new RangeError('a factorisation did not multiply back');
  return { content, factors, isComplete };
}

/** The product of all factors. */
export function expandFactors({ content, factors }: PolynomialFactors): Polynomial {
  const product = factors.reduce(
    (result, { polynomial, multiplicity }) => multiplyPolynomials(result, powerOfPolynomial(polynomial, multiplicity)),
    scalePolynomial({ variables: [], terms: [{ exponents: [], coefficient: rational(1) }] }, content),
  );
  return product;
}

function multipliesBack(p: Polynomial, factors: PolynomialFactors): boolean {
  return samePolynomial(p, expandFactors(factors));
}

function irreducibleFactors(
  p: Polynomial,
  work: ExactWork,
): { readonly factors: readonly Polynomial[]; readonly isComplete: boolean } {
  const [variable] = p.variables;
  if (variable === undefined) return { factors: [], isComplete: true };
  if (p.variables.length > 1) return factorMultivariate(p, irreducibleFactors, work);
  const coefficients = (univariateCoefficients(primitivePart(p)) ?? []).map(numeratorOf);
  const { factors, isComplete } = factorSquareFree(coefficients, work);
  return {
    factors: factors.map((factor) =>
      univariatePolynomial(
        variable,
        factor.map((value) => rational(value)),
      ),
    ),
    isComplete,
  };
}

function simplestFirst(a: PolynomialFactor, b: PolynomialFactor): number {
  const [p, q] = [a.polynomial, b.polynomial];
  return (
    degree(p) - degree(q) ||
    p.terms.length - q.terms.length ||
    coefficientSize(p) - coefficientSize(q) ||
    byCoefficients(p, q)
  );
}

/** x - 2 before x + 2, and one order for all others. */
function byCoefficients(p: Polynomial, q: Polynomial): number {
  for (const [index, term] of p.terms.entries()) {
    const other = q.terms[index];
    const order = other ? compareRationals(term.coefficient, other.coefficient) : 0;
    if (order !== 0) return order;
  }
  return p.variables.join() < q.variables.join() ? -1 : 1;
}

function coefficientSize(p: Polynomial): number {
  return p.terms.reduce((sum, term) => sum + Number(term.coefficient.n), 0);
}

/** True where the polynomial is not constant and has no factor but itself, as far as the limits allow. */
export function isIrreducible(p: Polynomial, work: ExactWork = unlimitedWork): boolean {
  if (isConstantPolynomial(p)) return false;
  const { factors } = factorPolynomial(p, work);
  return factors.length === 1 && factors[0]?.multiplicity === 1;
}
