import { num } from '../math/build.ts';
import { domainConditions } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { logarithm } from '../math/kernel/powers.ts';
import { polynomialQuotient, type Quotient } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import { isConstantPolynomial, onePolynomial, polynomialOf, type Polynomial } from '../math/polynomial.ts';
import { absolute, isInteger, numeratorOf, rational, times } from '../math/rational.ts';
import { lcm } from '../math/integers.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { contains, freeSymbols } from '../math/tree.ts';
import { differenceOf, type SimpleOperator, type Statement } from './statement.ts';

/**
 * The same statement with logarithms and exponentials taken off where that is an equivalence: a sum of logarithms against
 * 0 is a product against 1, two exponentials are compared by their exponents. What the domain asked for is kept aside.
 */
export function withoutTranscendentals(statement: Statement): Statement {
  switch (statement.type) {
    case 'relation':
      return simplifiedRelation(statement) ?? statement;
    case 'not':
      return { type: 'not', operand: withoutTranscendentals(statement.operand) };
    default:
      return { ...statement, items: statement.items.map(withoutTranscendentals) };
  }
}

type Relation = Extract<Statement, { readonly type: 'relation' }>;

function simplifiedRelation(relation: Relation): Statement | undefined {
  const difference = differenceOf(relation);
  if (!contains(difference, isTranscendental)) return undefined;
  try {
    const space = new KernelSpace();
    const q = readQuotient(space, difference);
    if (!isConstantPolynomial(q.denominator) && !space.isNonnegative(polynomialQuotient(q.denominator)))
      return undefined;
    const body = ofLogarithms(q, relation.operator, space) ?? ofExponentials(q, relation.operator, space);
    if (body === undefined) return undefined;
    const conditions = domainConditions(difference).filter(({ expr }) => freeSymbols(expr).length > 0);
    const items = conditions.map(({ type, expr }): Statement => {
      const operator = type === 'nonzero' ? '!=' : type === 'positive' ? '>' : '>=';
      return { type: 'relation', left: expr, operator, right: num(0) };
    });
    return items.length === 0 ? body : { type: 'and', items: [body, ...items.map(withoutTranscendentals)] };
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

function isTranscendental(node: Expr): boolean {
  if (node.kind === 'call') return node.name === 'ln' || node.name === 'log' || node.name === 'exp';
  return node.kind === 'power' && freeSymbols(node.exponent).length > 0;
}

/** Σ c·ln u = 0 with rational c: Π u^c = 1. Where all have a constant logarithm as factor (other bases), that goes first. */
function ofLogarithms(q: Quotient, operator: SimpleOperator, space: KernelSpace): Statement | undefined {
  const p = withoutConstantFactor(q.numerator, space);
  const terms = p.terms.map((term) => {
    const used = p.variables.filter((_, index) => (term.exponents[index] ?? 0) > 0);
    const [name] = used;
    const inside = name === undefined ? undefined : space.kernels.get(name)?.logarithmOf;
    const isSingle = used.length === 1 && term.exponents.every((exponent) => exponent <= 1);
    return isSingle && inside ? { inside, coefficient: term.coefficient } : undefined;
  });
  if (terms.length === 0 || !terms.every((term) => term !== undefined)) return undefined;
  const scale = rational(lcm(...terms.map(({ coefficient }) => coefficient.d)));
  const sides = [1n, -1n].map((sign) =>
    terms
      .map(({ inside, coefficient }) => ({ inside, power: numeratorOf(times(coefficient, scale)) * sign }))
      .filter(({ power }) => power > 0n)
      .reduce((product, { inside, power }) => {
        if (power > 60n) throw new TooLarge('power of a logarithm');
        return space.multiply(product, space.power(inside, Number(power)));
      }, polynomialQuotient(onePolynomial)),
  );
  const [left, right] = sides.map((side) => quotientToExpr(side, space.kernels));
  return left && right ? { type: 'relation', left, operator, right } : undefined;
}

/** Without a factor that is a product of logarithms of numbers above 1, which are positive: ln 2 · (x - 3). */
function withoutConstantFactor(p: Polynomial, space: KernelSpace): Polynomial {
  const shared = p.variables.map((name, index) => {
    const inside = space.kernels.get(name)?.logarithmOf;
    const isNumber = inside?.numerator.variables.length === 0 && isConstantPolynomial(inside.denominator);
    const value = isNumber ? inside.numerator.terms[0] : undefined;
    const isPositive =
      value !== undefined && isInteger(value.coefficient) && value.coefficient.s > 0n && value.coefficient.n > 1n;
    return isPositive ? Math.min(...p.terms.map((term) => term.exponents[index] ?? 0)) : 0;
  });
  if (shared.every((exponent) => exponent === 0)) return p;
  const terms = p.terms.map((term) => ({
    ...term,
    exponents: term.exponents.map((exponent, index) => exponent - (shared[index] ?? 0)),
  }));
  return polynomialOf(p.variables, terms);
}

/** A·b^u - B·c^v with positive A and B: u ln b + ln A against v ln c + ln B. */
function ofExponentials(q: Quotient, operator: SimpleOperator, space: KernelSpace): Statement | undefined {
  const [first, second] = q.numerator.terms;
  if (!first || !second || q.numerator.terms.length !== 2 || first.coefficient.s === second.coefficient.s)
    return undefined;
  const isPositive = q.numerator.variables.every((name) => {
    const kernel = space.kernels.get(name);
    return kernel?.isNonnegative === true && (kernel.exponent !== undefined || kernel.power !== undefined);
  });
  if (!isPositive) return undefined;
  const logs = [first, second].map((term) =>
    logarithm(
      space,
      polynomialQuotient(polynomialOf(q.numerator.variables, [{ ...term, coefficient: absolute(term.coefficient) }])),
    ),
  );
  const [a, b] = first.coefficient.s > 0n ? logs : [...logs].reverse();
  if (!a || !b) return undefined;
  const difference = space.subtract(a, b);
  if (!isConstantPolynomial(difference.denominator)) return undefined;
  const numerator = withoutConstantFactor(difference.numerator, space);
  return {
    type: 'relation',
    left: quotientToExpr({ ...difference, numerator }, space.kernels),
    operator,
    right: num(0),
  };
}
