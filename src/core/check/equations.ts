import { domainConditions } from '../math/domain.ts';
import { isZeroQuotient, keyOf } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../math/kernel/space.ts';
import {
  constantPolynomial,
  constantValue,
  isConstantPolynomial,
  isZeroPolynomial,
  leadingRational,
  monic,
  multiplyPolynomials,
  samePolynomial,
  scalePolynomial,
  type Polynomial,
} from '../math/polynomial.ts';
import { squareFreePart } from '../math/polynomial/squareFree.ts';
import { over } from '../math/rational.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { differenceOf, relationsOf, type Statement } from './statement.ts';

interface Options {
  readonly unknowns: readonly string[];
  readonly positive?: readonly string[] | undefined;
}

/**
 * True where both statements are one equation each (or a disjunction of equations), in any letters and functions, whose
 * products of differences are equal up to a rational factor and multiplicities, on the same domain. That is a proof.
 */
export function sameEquation(first: Statement, second: Statement, { positive }: Options): boolean {
  if (!isDisjunctionOfEquations(first) || !isDisjunctionOfEquations(second)) return false;
  try {
    const space = new KernelSpace({ positive });
    // Each equation of a disjunction has a domain of its own: √x = 0 or x = -1 is not √x·(x + 1) = 0.
    const demands = new Set(
      [...relationsOf(first), ...relationsOf(second)].map((relation) => restrictionsOf(relation, space)),
    );
    if (demands.size > 1) return false;
    const [p, q] = [productOfDifferences(first, space), productOfDifferences(second, space)];
    if (isZeroPolynomial(p) || isZeroPolynomial(q)) return isZeroPolynomial(p) && isZeroPolynomial(q);
    // Without letters there is nothing to compare but truth: 0 = 2 and 0 = 5 are both false.
    if (isConstantPolynomial(p) || isConstantPolynomial(q)) return isConstantPolynomial(p) && isConstantPolynomial(q);
    return isProportional(p, q) || isProportional(squareFreePart(p), squareFreePart(q));
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return false;
    throw error;
  }
}

function isDisjunctionOfEquations(statement: Statement): boolean {
  if (statement.type === 'relation') return statement.operator === '=';
  return statement.type === 'or' && statement.items.length > 0 && statement.items.every(isDisjunctionOfEquations);
}

function isProportional(p: Polynomial, q: Polynomial): boolean {
  if (p.terms.length !== q.terms.length) return false;
  return samePolynomial(p, scalePolynomial(q, over(leadingRational(p), leadingRational(q))));
}

function productOfDifferences(statement: Statement, space: KernelSpace): Polynomial {
  return relationsOf(statement).reduce((product, relation) => {
    const { numerator } = readQuotient(space, differenceOf(relation));
    return space.normal({ numerator: multiplyPolynomials(product, numerator), denominator: constantPolynomial(1) })
      .numerator;
  }, constantPolynomial(1));
}

/** What the domain asks for, as text that is equal for equal demands. */
function restrictionsOf(relation: Parameters<typeof differenceOf>[0], space: KernelSpace): string {
  const keys = new Set<string>();
  for (const { type, expr } of domainConditions(differenceOf(relation))) {
    const q = readQuotient(space, expr);
    const value = constantValue(q.numerator);
    if (value !== undefined && !isZeroQuotient(q)) continue;
    keys.add(`${type} ${keyOf(type === 'nonzero' ? { ...q, numerator: monic(q.numerator) } : q)}`);
  }
  return [...keys].sort().join('; ');
}
