import { negate } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { readQuotient } from '../../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined } from '../../math/kernel/space.ts';
import {
  degree,
  isConstantPolynomial,
  isZeroPolynomial,
  multiplyPolynomials,
  onePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { gcdOfPolynomials } from '../../math/polynomial/gcd.ts';
import { squareFreePart } from '../../math/polynomial/squareFree.ts';
import { TooLarge } from '../../math/tooLarge.ts';
import { contains, freeSymbols } from '../../math/tree.ts';
import { domainConditions } from '../../math/domain.ts';
import { verifySolutions } from '../solutions.ts';
import { differenceOf, toStatement, type Statement } from '../statement.ts';
import type { LineVerdict } from './judgement.ts';
import type { Means } from './means.ts';
import { assignment, isImaginary } from './shape.ts';

const undecided: LineVerdict = { kind: 'unknown', how: 'none', relation: 'unrelated' };

/** Equations in one unknown over the complex numbers: the zeros of their polynomials are compared by common divisors. */
export function relateComplex(from: Expr, line: Expr, { unknowns, work }: Means): LineVerdict {
  const letters = [...new Set([...freeSymbols(from), ...freeSymbols(line)])].filter((name) => name !== 'i');
  const [unknown] = letters.length === 0 ? unknowns : letters;
  if (unknown === undefined || letters.length > 1) return undecided;
  const values = listOf(line, unknown);
  if (values && !listOf(from, unknown)) {
    const verdict = verifySolutions([from], [unknown], values, 'complex', { work });
    if (verdict.kind === 'proved') return { ...verdict, relation: 'equivalent' };
    if (verdict.kind === 'invalid')
      return verdict.relation === 'loses-solutions' ? verdict : { ...verdict, relation: 'different' };
    return undecided;
  }
  const [ours, theirs] = [zerosOf(from, unknown), zerosOf(line, unknown)];
  if (!ours || !theirs) return undecided;
  const common = gcdOfPolynomials(ours, theirs);
  const [lost, added] = [degree(ours) > degree(common), degree(theirs) > degree(common)];
  if (!lost && !added)
    return {
      kind: 'proved',
      how: 'symbolic',
      relation: 'equivalent',
      evidence: 'Both lines have the same complex solutions.',
    };
  if (!lost)
    return {
      kind: 'proved',
      how: 'symbolic',
      relation: 'adds-solutions',
      evidence: 'Over the complex numbers this line has more solutions than the line before.',
    };
  const evidence = 'Over the complex numbers the line before has a solution that this one has not.';
  return { kind: 'invalid', how: 'symbolic', relation: added ? 'different' : 'loses-solutions', evidence };
}

function listOf(expr: Expr, unknown: string): readonly (readonly Expr[])[] | undefined {
  const items = expr.kind === 'or' ? expr.items : [expr];
  const values = items.flatMap((item) => {
    const found = assignment(item);
    if (found?.name !== unknown) return [undefined];
    const { value } = found;
    if (value.kind === 'plusMinus') return [[value.operand], [negate(value.operand)]];
    return contains(value, (node) => node.kind === 'plusMinus') ? [undefined] : [[value]];
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The square-free polynomial with the solutions as zeros; undefined for anything but polynomial equations with rational numbers. */
function zerosOf(expr: Expr, unknown: string): Polynomial | undefined {
  const statement = toStatement(expr, [unknown]);
  if (!statement || isImaginary(expr)) return undefined;
  try {
    return zerosOfStatement(statement);
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

function zerosOfStatement(statement: Statement): Polynomial | undefined {
  if (statement.type === 'or') {
    let product = onePolynomial;
    for (const item of statement.items) {
      const zeros = zerosOfStatement(item);
      if (!zeros) return undefined;
      product = multiplyPolynomials(product, zeros);
    }
    return statement.items.length === 0 ? product : squareFreePart(product);
  }
  if (statement.type !== 'relation' || statement.operator !== '=') return undefined;
  const space = new KernelSpace();
  const difference = differenceOf(statement);
  const { numerator } = readQuotient(space, difference);
  if (isZeroPolynomial(numerator) || space.kernels.size > 0) return undefined;
  let rest = isConstantPolynomial(numerator) ? numerator : squareFreePart(numerator);
  for (const { type, expr } of domainConditions(difference)) {
    if (type !== 'nonzero') return undefined;
    const excluded = gcdOfPolynomials(rest, readQuotient(space, expr).numerator);
    rest = divideExactly(rest, excluded) ?? rest;
  }
  return rest;
}
