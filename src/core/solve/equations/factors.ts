import { num } from '../../math/build.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import { univariateCoefficients, univariatePolynomial, type Polynomial } from '../../math/polynomial.ts';
import { numeratorOf } from '../../math/rational.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Coefficients } from './coefficients.ts';
import { rationalCoefficients } from './quadraticForm.ts';

/** The different irreducible factors over the rationals, simple ones first; undefined where a coefficient is not rational. */
function irreducibleFactors(items: Coefficients, work: ExactWork): readonly Polynomial[] | undefined {
  const exact = rationalCoefficients(items);
  if (exact === undefined) return undefined;
  return factorPolynomial(univariatePolynomial('x', exact), work).factors.map((factor) => factor.polynomial);
}

/** [p, q] for each different factor px + q, p > 0, the smallest numbers first. */
export function linearFactorsOf(items: Coefficients, work: ExactWork): readonly (readonly [bigint, bigint])[] {
  const found = (irreducibleFactors(items, work) ?? []).flatMap((factor) => {
    const [q, p, ...higher] = univariateCoefficients(factor) ?? [];
    if (p === undefined || q === undefined || higher.length > 0) return [];
    return [[numeratorOf(p), numeratorOf(q)] as const];
  });
  const size = ([p, q]: readonly [bigint, bigint]): bigint => (q < 0n ? -q : q) + 3n * (p - 1n);
  return [...found].sort((left, right) =>
    size(left) < size(right) ? -1 : size(left) > size(right) ? 1 : left[1] < right[1] ? -1 : 1,
  );
}

/** The different irreducible factors as polynomials. */
export function splitOverRationals(items: Coefficients, work: ExactWork): readonly Coefficients[] | undefined {
  return irreducibleFactors(items, work)?.map((factor) =>
    (univariateCoefficients(factor) ?? []).map((item) => num(item)),
  );
}
