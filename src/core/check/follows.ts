import { e, num, power } from '../math/build.ts';
import { certifiedSign } from '../math/certify.ts';
import { domainConditions, type DomainCondition } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { keyOf, polynomialQuotient, type Quotient } from '../math/kernel/quotient.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined, type Kernel } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import {
  addPolynomials,
  coefficientOf,
  coefficientsIn,
  constantValue,
  degree,
  isConstantPolynomial,
  isZeroPolynomial,
  monic,
  multiplyPolynomials,
  onePolynomial,
  scalePolynomial,
  type Polynomial,
} from '../math/polynomial.ts';
import { divideExactly, divideWithRemainder } from '../math/polynomial/division.ts';
import { squareFreePart } from '../math/polynomial/squareFree.ts';
import { minusOne, negated, over, type Rational } from '../math/rational.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { freeSymbols, substitute } from '../math/tree.ts';
import { differenceOf, relationsOf, type SimpleOperator, type Statement } from './statement.ts';

type Relation = Extract<Statement, { readonly type: 'relation' }>;

interface Options {
  readonly positive?: readonly string[] | undefined;
}

/**
 * True where every real solution of `from`, in any letters, surely satisfies `to`: an equation divides another one, an
 * inequality is a positive multiple of another, and what the later domain asks for follows. False says nothing.
 */
export function follows(from: Statement, to: Statement, options: Options): boolean {
  try {
    return variantsOf(from, options).some((first) =>
      variantsOf(to, options).some((second) => isImplied(first, second, options)),
    );
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return false;
    throw error;
  }
}

function isImplied(from: Statement, to: Statement, options: Options): boolean {
  if (to.type === 'and') return to.items.every((item) => isImplied(from, item, options));
  if (from.type === 'or') return from.items.length > 0 && from.items.every((item) => isImplied(item, to, options));
  if (from.type === 'relation' && fulfils(from, to, options)) return true;
  if (to.type === 'or' && to.items.some((item) => isImplied(from, item, options))) return true;
  return from.type === 'and' && from.items.some((item) => isImplied(item, to, options));
}

/** One relation against one relation, or against a disjunction of equations. */
function fulfils(from: Relation, to: Statement, options: Options): boolean {
  const targets = to.type === 'relation' ? [to] : to.type === 'or' ? to.items : [];
  const equations = targets.filter((item) => item.type === 'relation' && item.operator === '=');
  const space = new KernelSpace({ positive: options.positive });
  const ours = readQuotient(space, differenceOf(from));
  const given = demandsOf([from], space);
  if (targets.length === 0) return false;
  if (from.operator === '=' && equations.length === targets.length) {
    const product = relationsOf(to).reduce(
      (all, relation) => multiplyPolynomials(all, readQuotient(space, differenceOf(relation)).numerator),
      onePolynomial,
    );
    const reduced = space.normal(polynomialQuotient(product)).numerator;
    if (isConstantPolynomial(ours.numerator) || isZeroPolynomial(reduced)) return false;
    const isDivisible = divideExactly(reduced, squareFreePart(ours.numerator)) !== undefined;
    if (!isDivisible && !holdsPutIn(ours.numerator, relationsOf(to), space)) return false;
    return isDomainMet(relationsOf(to), given, ours.numerator, space);
  }
  const [only] = targets;
  if (only?.type !== 'relation') return false;
  const theirs = readQuotient(space, differenceOf(only));
  const factor = ratioOf(theirs, ours, space);
  if (factor === undefined || !leadsTo(from.operator, only.operator, factor.s > 0n)) return false;
  return isDomainMet([only], given, from.operator === '=' ? ours.numerator : undefined, space);
}

/** The equation gives a letter by the others, and with that put in one of the relations becomes 0 = 0. */
function holdsPutIn(p: Polynomial, relations: readonly Relation[], space: KernelSpace): boolean {
  return p.variables.some((name) => {
    if (space.kernels.has(name)) return false;
    const [rest, slope, more] = coefficientsIn(p, name);
    const factor = slope && constantValue(slope);
    if (!rest || !factor || more) return false;
    const value = quotientToExpr(polynomialQuotient(scalePolynomial(rest, over(minusOne, factor))), space.kernels);
    if (freeSymbols(value).includes(name)) return false;
    return relations.some((relation) => {
      const { numerator } = readQuotient(space, substitute(differenceOf(relation), { [name]: value }));
      return isZeroPolynomial(numerator);
    });
  });
}

/** theirs = factor · ours with a rational factor. */
function ratioOf(theirs: Quotient, ours: Quotient, space: KernelSpace): Rational | undefined {
  if (isZeroPolynomial(theirs.numerator) || isZeroPolynomial(ours.numerator)) return undefined;
  return space.rational(space.divide(theirs, ours));
}

const flipped: Readonly<Record<SimpleOperator, SimpleOperator>> = {
  ...{ '=': '=', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' },
};

function leadsTo(from: SimpleOperator, to: SimpleOperator, isPositive: boolean): boolean {
  const wanted = isPositive ? to : flipped[to];
  if (from === wanted) return true;
  if (from === '=') return wanted === '<=' || wanted === '>=';
  return (from === '<' || from === '>') && (wanted === `${from}=` || wanted === '!=');
}

interface Demand {
  readonly key: string;
  readonly type: DomainCondition['type'];
  readonly quotient: Quotient;
}

function demandsOf(relations: readonly Relation[], space: KernelSpace): readonly Demand[] {
  return relations
    .flatMap((relation) => domainConditions(differenceOf(relation)))
    .map(({ type, expr }) => {
      const quotient = readQuotient(space, expr);
      const shown = type === 'nonzero' ? { ...quotient, numerator: monic(quotient.numerator) } : quotient;
      return { key: keyOf(shown), type, quotient };
    });
}

/** Whether everything that the relations ask for is asked for before, or holds wherever p = 0. */
function isDomainMet(
  relations: readonly Relation[],
  given: readonly Demand[],
  p: Polynomial | undefined,
  space: KernelSpace,
): boolean {
  return demandsOf(relations, space).every(({ key, type, quotient }) => {
    const known = given.filter((demand) => demand.key === key).map((demand) => demand.type);
    if (known.includes(type) || known.includes('positive')) return true;
    const value = space.rational(quotient);
    if (value !== undefined && (type === 'nonzero' ? value.n !== 0n : value.s > 0n && value.n !== 0n)) return true;
    if (type === 'nonnegative' && space.isNonnegative(quotient)) return true;
    if (p === undefined || !isConstantPolynomial(quotient.denominator)) return false;
    if (type === 'nonzero') return isApart(p, quotient.numerator);
    return isRaised(p, quotient.numerator, space, type === 'positive');
  });
}

/** p = q·c + r with a constant r that is not 0: where p is 0, c is not. */
function isApart(p: Polynomial, c: Polynomial): boolean {
  return c.variables.some((name) => {
    if (c.terms.length === 1) {
      return c.variables.every((letter) => {
        const rest = constantValue(coefficientOf(p, letter, 0));
        return rest !== undefined && rest.n !== 0n;
      });
    }
    if (degree(c, name) > degree(p, name)) return false;
    const remainder = divideWithRemainder(p, c, name)?.remainder;
    const value = remainder && constantValue(remainder);
    return value !== undefined && value.n !== 0n;
  });
}

/** c + λp is never negative for some number λ, so that c is not negative where p is 0. */
function isRaised(p: Polynomial, c: Polynomial, space: KernelSpace, isStrict: boolean): boolean {
  const factors = c.terms.flatMap((term) => {
    const powers = c.variables.map((name, index) => [name, term.exponents[index] ?? 0] as const);
    const coefficient = coefficientAt(p, powers);
    return coefficient === undefined ? [] : [negated(over(term.coefficient, coefficient))];
  });
  return factors.some((factor) => {
    const sum = addPolynomials(c, scalePolynomial(p, factor));
    if (!space.isNonnegative(polynomialQuotient(sum))) return false;
    return !isStrict || isExponential(sum, space);
  });
}

function coefficientAt(p: Polynomial, powers: readonly (readonly [string, number])[]): Rational | undefined {
  const wanted = new Map(powers.filter(([, exponent]) => exponent > 0));
  const found = p.terms.find((term) =>
    [...new Set([...p.variables, ...wanted.keys()])].every(
      (name) => (term.exponents[p.variables.indexOf(name)] ?? 0) === (wanted.get(name) ?? 0),
    ),
  );
  return found?.coefficient;
}

/** A positive multiple of exponentials only, or a positive number: never 0. */
function isExponential(p: Polynomial, space: KernelSpace): boolean {
  const isPositive = (kernel: Kernel | undefined) => kernel?.exponent !== undefined || kernel?.power !== undefined;
  return p.terms.length === 1 && p.variables.every((name) => isPositive(space.kernels.get(name)));
}

/** The statement, and the same with a logarithm or an odd root on one side taken off, which is an equivalence. */
function variantsOf(statement: Statement, { positive }: Options): readonly Statement[] {
  if (statement.type !== 'relation' || statement.operator !== '=') return [statement];
  const space = new KernelSpace({ positive });
  const q = readQuotient(space, differenceOf(statement));
  if (!isConstantPolynomial(q.denominator)) return [statement];
  const others = q.numerator.variables.flatMap((name) => {
    const kernel = space.kernels.get(name);
    const [rest, slope, more] = coefficientsIn(q.numerator, name);
    if (kernel === undefined || !rest || !slope || more || !isNumber(slope, space)) return [];
    const value = space.negate(space.divide(polynomialQuotient(rest), polynomialQuotient(slope)));
    const target = quotientToExpr(value, space.kernels);
    return undone(kernel, target, space);
  });
  return [statement, ...others];
}

/** A number that is certainly not 0, such as ln 2. */
function isNumber(p: Polynomial, space: KernelSpace): boolean {
  const expr = quotientToExpr(polynomialQuotient(p), space.kernels);
  if (freeSymbols(expr).length > 0) return false;
  const reading = certifiedSign(expr);
  return reading.type === 'sign' && reading.sign !== 0;
}

function undone(kernel: Kernel, target: Expr, space: KernelSpace): readonly Relation[] {
  const equation = (left: Expr, right: Expr): readonly Relation[] => [{ type: 'relation', left, operator: '=', right }];
  const { expr, logarithmOf, rule } = kernel;
  if (logarithmOf) return equation(quotientToExpr(logarithmOf, space.kernels), power(e, target));
  if (expr.kind !== 'root' || expr.index?.kind !== 'number' || rule === undefined) return [];
  if (expr.index.value.n % 2n === 0n || expr.index.value.n !== BigInt(rule.degree)) return [];
  return equation(quotientToExpr(rule.value, space.kernels), power(target, num(expr.index.value)));
}
