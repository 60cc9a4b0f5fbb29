import { domainConditions } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { factorPolynomial } from '../math/factorPolynomial.ts';
import type { Quotient } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined, type Kernel } from '../math/kernel/space.ts';
import {
  degree,
  isConstantPolynomial,
  isZeroPolynomial,
  multiplyPolynomials,
  subtractPolynomials,
  variablePolynomial,
  type Polynomial,
} from '../math/polynomial.ts';
import { resultant } from '../math/polynomial/gcd.ts';
import { TooLarge } from '../math/tooLarge.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { differenceOf, relationsOf, type Statement } from './statement.ts';

/** Degrees beyond this are not worth the time that eliminating roots takes. */
const maximumDegree = 60;

/**
 * Polynomials in the unknown between whose roots the truth of the statement does not change: numerators with roots and
 * absolute values eliminated, and everything that the domains depend on. Undefined where something else than rational
 * functions, roots and absolute values occurs.
 */
export function criticalPolynomials(
  statement: Statement,
  unknown: string,
  work: ExactWork,
): readonly Polynomial[] | undefined {
  const found: Polynomial[] = [];
  try {
    for (const relation of relationsOf(statement)) {
      const difference = differenceOf(relation);
      const conditions = domainConditions(difference).map(({ expr }) => expr);
      for (const expr of [difference, ...conditions]) {
        work.check();
        const polynomials = zerosOf(expr, unknown);
        if (polynomials === undefined) return undefined;
        found.push(...polynomials);
      }
    }
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
  return found;
}

/** Polynomials among whose roots all zeros and poles of the expression are. */
export function zerosOf(expr: Expr, unknown: string): readonly Polynomial[] | undefined {
  const space = new KernelSpace();
  const zeros = zerosOfQuotient(readQuotient(space, expr), space.kernels, unknown);
  if (zeros === undefined) return undefined;
  const found = [...zeros];
  // Where the branches of a root or of an absolute value meet, √(x²) - x turns from zero to something else.
  for (const { rule } of space.kernels.values()) {
    const meetings = rule && zerosOfQuotient(rule.value, space.kernels, unknown);
    if (meetings) found.push(...meetings);
  }
  return found;
}

export function zerosOfQuotient(
  q: Quotient,
  kernels: ReadonlyMap<string, Kernel>,
  unknown: string,
): readonly Polynomial[] | undefined {
  const order = [...kernels.values()].reverse();
  const found: Polynomial[] = [];
  for (const part of [q.numerator, q.denominator]) {
    const eliminated = eliminate([part], order);
    if (eliminated === undefined) return undefined;
    for (const p of eliminated) {
      if (p.variables.some((name) => name !== unknown)) return undefined;
      if (!isConstantPolynomial(p)) found.push(p);
    }
  }
  return found;
}

/** Each kernel gives way to its rule, the outer ones first; the components on which all vanishes are left out. */
function eliminate(polynomials: readonly Polynomial[], order: readonly Kernel[]): readonly Polynomial[] | undefined {
  let current = polynomials;
  for (const { name, rule } of order) {
    const next: Polynomial[] = [];
    for (const p of current) {
      if (!p.variables.includes(name)) {
        next.push(p);
        continue;
      }
      if (rule === undefined) return undefined;
      const power = multiplyPolynomials(variablePolynomial(name, rule.degree), rule.value.denominator);
      const relation = subtractPolynomials(power, rule.value.numerator);
      for (const { polynomial } of factorPolynomial(relation).factors) {
        if (!polynomial.variables.includes(name)) continue;
        const norm = resultant(p, polynomial, name);
        if (degree(norm) > maximumDegree) throw new TooLarge('resultant');
        if (!isZeroPolynomial(norm)) next.push(norm);
      }
    }
    current = next;
  }
  return current;
}
