import { domainConditions } from '../math/domain.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../math/kernel/space.ts';
import { degree, isConstantPolynomial, isZeroPolynomial } from '../math/polynomial.ts';
import { divideExactly } from '../math/polynomial/division.ts';
import { contentIn, gcdOfPolynomials } from '../math/polynomial/gcd.ts';
import { squareFreePart } from '../math/polynomial/squareFree.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { freeSymbols } from '../math/tree.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { countSolutions } from './count.ts';
import { differenceOf, lettersOf, type Statement } from './statement.ts';
import { triangleOf } from './systems.ts';
import { withoutTranscendentals } from './transcendental.ts';

/**
 * How many solutions there are at most (all of them, over the complex numbers), where that is known exactly; with other
 * letters, how many for general values of these. Infinity where there is no end of them.
 */
export function completeCount(
  statement: Statement,
  unknowns: readonly string[],
  domain: 'real' | 'complex',
  work: ExactWork,
): number | undefined {
  const [unknown, second] = unknowns;
  const hasParameters = lettersOf(statement).some((name) => !unknowns.includes(name));
  if (domain === 'real' && !hasParameters) {
    const simple = withoutTranscendentals(statement);
    const total = countSolutions(simple, unknowns, work) ?? countSolutions(statement, unknowns, work);
    if (total?.type === 'periodic' && total.count === 0) return 0;
    return total?.type === 'finite' ? total.count : total === undefined ? undefined : Infinity;
  }
  if (unknown === undefined) return undefined;
  if (second === undefined) return countOfDegree(statement, unknown);
  const triangle = triangleOf(statement, { unknowns, work });
  if (!triangle) return undefined;
  const { rest, left } = triangle;
  if (isZeroPolynomial(rest)) return left.length === 0 ? 1 : Infinity;
  return isConstantPolynomial(rest) ? 0 : rest.variables.length === 1 ? degree(rest) : undefined;
}

/** The degree in the unknown of the square-free numerator without the roots that a denominator excludes. */
function countOfDegree(statement: Statement, unknown: string): number | undefined {
  if (statement.type === 'and' && statement.items.length === 1 && statement.items[0])
    return countOfDegree(statement.items[0], unknown);
  if (statement.type !== 'relation' || statement.operator !== '=') return undefined;
  try {
    const space = new KernelSpace();
    const difference = differenceOf(statement);
    const { numerator } = readQuotient(space, difference);
    const hides = numerator.variables.some((name) => {
      const kernel = space.kernels.get(name);
      return kernel !== undefined && freeSymbols(kernel.expr).includes(unknown);
    });
    if (hides || isZeroPolynomial(numerator)) return undefined;
    let rest = squareFreePart(divideExactly(numerator, contentIn(numerator, unknown)) ?? numerator);
    for (const { type, expr } of domainConditions(difference)) {
      if (!freeSymbols(expr).includes(unknown)) continue;
      if (type !== 'nonzero') return undefined;
      const excluded = gcdOfPolynomials(rest, readQuotient(space, expr).numerator);
      rest = divideExactly(rest, excluded) ?? rest;
    }
    return degree(rest, unknown);
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}
