import { solutionsLine } from './solutionsLine.ts';
import { add, and, equals, multiply, num, or, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { lcm } from '../../math/integers.ts';
import { contentOf, gcdOfPolynomials, lcmOfPolynomials } from '../../math/polynomial/gcd.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import {
  constantValue,
  degree,
  isZeroPolynomial,
  multiplyPolynomials,
  onePolynomial,
  scalePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { minusOne, one, over, rational } from '../../math/rational.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { toTex } from '../../math/print/toTex.ts';
import { children, freeSymbols, hasSymbol, sameExpr } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { rejectExcluded, satisfies } from './candidates.ts';
import { termsOf } from './coefficients.ts';
import { stuck, type Outcome, type Setting, type Solutions } from './outcome.ts';
import { rootsLine } from './quadratic.ts';
import { isZero, rationalOf, splitSign, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { listWords, math, mathList } from './words.ts';

/** The unknown stands in denominators: exclude their zeros, multiply by the common denominator, reject what was excluded. */
export function solveRational(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const board = new Board(line, [unknown]);
  const [left, right] = sidesOf(line);
  const zeroFraction = fractionThatIsZero(left, right, unknown);
  const denominators = denominatorsOf(line, unknown);
  const excluded = excludedValues(board, denominators, setting);
  if (excluded === undefined) return stuck('I cannot find out for which numbers the denominators are 0.');
  // What cancels is cancelled first; else the numerator decides.
  if (zeroFraction !== undefined && (toPolynomial(zeroFraction.numerator) === undefined || !cancels(zeroFraction)))
    return numeratorZero(board, zeroFraction, excluded, setting);
  const [a, b] = [splitTerms(left), splitTerms(right)];
  if (a === undefined || b === undefined) {
    if (zeroFraction !== undefined) return numeratorZero(board, zeroFraction, excluded, setting);
    return oneFraction(board, left, right, excluded, setting);
  }

  const reduced = [a, b].map((terms) => terms.map(reduceTerm));
  const isPlain = reduced.every((terms) => terms.every((term) => !term.denominator.variables.includes(unknown)));
  const next = isPlain ? reduceAll(board, reduced) : multiplyOut(board, [a, b], unknown);
  if (next === undefined) return stuck('The common denominator of this one is too large for me.', 'too-large');
  const inner = setting.solve(next, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, lastLine(inner.solutions, unknown) ?? next);
  return outcomeOf(board, rejectExcluded(board, inner.solutions, excluded, line, setting));
}

function lastLine(solutions: Solutions, unknown: string): Expr | undefined {
  return solutions.type === 'roots' ? solutionsLine(unknown, solutions.roots) : undefined;
}

interface Fraction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

/** Each term of a side as a fraction as it is written, unreduced. */
function splitTerms(side: Expr): readonly Fraction[] | undefined {
  const fractions = termsOf(side).map((term) => fractionOf(term));
  return fractions.every((item) => item !== undefined) ? fractions : undefined;
}

function fractionOf(term: Expr): Fraction | undefined {
  const whole = toPolynomial(term);
  if (whole !== undefined) return { numerator: whole, denominator: onePolynomial };
  switch (term.kind) {
    case 'negate': {
      const inner = fractionOf(term.operand);
      return inner && { ...inner, numerator: scalePolynomial(inner.numerator, minusOne) };
    }
    case 'divide': {
      const [top, bottom] = [fractionOf(term.numerator), fractionOf(term.denominator)];
      if (top === undefined || bottom === undefined) return undefined;
      return {
        numerator: multiplyPolynomials(top.numerator, bottom.denominator),
        denominator: multiplyPolynomials(top.denominator, bottom.numerator),
      };
    }
    case 'multiply': {
      const factors = term.factors.map((factor) => fractionOf(factor));
      if (!factors.every((factor) => factor !== undefined)) return undefined;
      return factors.reduce((product, factor) => ({
        numerator: multiplyPolynomials(product.numerator, factor.numerator),
        denominator: multiplyPolynomials(product.denominator, factor.denominator),
      }));
    }
    default: {
      const value = toRationalFunction(term);
      return value === undefined || value.kernels.size > 0 ? undefined : value;
    }
  }
}

function reduceTerm(term: Fraction): Fraction {
  const value = toRationalFunction({
    kind: 'divide',
    numerator: polynomialToExpr(term.numerator),
    denominator: polynomialToExpr(term.denominator),
    style: 'fraction',
  });
  return value ?? term;
}

/** Every fraction cancels down to a polynomial. */
function reduceAll(board: Board, sides: readonly (readonly Fraction[])[]): Expr {
  const [left, right] = sides.map((terms) => add(...terms.flatMap((term) => termsOf(writeFraction(term)))));
  const to = equals(left ?? num(0), right ?? num(0));
  const cancelled = sidesOf(board.line)
    .slice(0, 2)
    .flatMap((side) => termsOf(side as Expr))
    .filter((term) => denominatorsOf(term, board.unknowns[0] ?? 'x').length > 0)
    .map((term) => math(equals(term, tidy(term))));
  board.write({
    text: `Reduce ${cancelled.length === 1 ? 'the fraction' : 'the fractions'}: ${listWords(cancelled)}.`,
    to,
    rule: 'reduce-fraction',
    why: 'A common factor may be cancelled where it is not 0; the excluded values are kept in mind.',
    claim: { type: 'implies', from: board.line, to, unknowns: board.unknowns },
  });
  return to;
}

function writeFraction({ numerator, denominator }: Fraction): Expr {
  const top = polynomialToExpr(numerator);
  const bottom = constantValue(denominator);
  return bottom === undefined ? top : tidy(polynomialToExpr(scalePolynomial(numerator, over(one, bottom))));
}

function multiplyOut(board: Board, sides: readonly (readonly Fraction[])[], unknown: string): Expr | undefined {
  let common = onePolynomial;
  for (const term of sides.flat()) common = lcmOfPolynomials(common, term.denominator);
  common = scalePolynomial(common, over(one, contentOf(common)));
  // The numbers below count as well: 2/(4x) wants 4x, not x, and 3/2 wants a 2.
  const numbers = sides
    .flat()
    .flatMap((term) => [contentOf(term.denominator).n, ...term.numerator.terms.map((item) => item.coefficient.d)]);
  common = scalePolynomial(common, rational(lcm(1n, ...numbers)));
  if (degree(common) > 40) return undefined;
  const shown = factoredDenominator(
    sides.flat().map((term) => term.denominator),
    common,
    unknown,
  );
  const [left, right] = sides.map((terms) =>
    add(
      ...terms.flatMap((term) => {
        const cofactor = divideExactly(common, term.denominator);
        if (cofactor === undefined) return [num(0)];
        return termsOf(productExpr(term.numerator, cofactor));
      }),
    ),
  );
  const to = equals(left ?? num(0), right ?? num(0));
  board.write({
    text: `Multiply both sides by the common denominator ${math(shown)} and cancel.`,
    to,
    rule: 'multiply-common-denominator',
    why: 'It is not 0 for the numbers that are allowed, and every denominator divides it; the excluded values are kept in mind, because the new equation has a value there.',
    claim: { type: 'implies', from: board.line, to, unknowns: board.unknowns },
  });
  return to;
}

function productExpr(numerator: Polynomial, cofactor: Polynomial): Expr {
  if (isZeroPolynomial(numerator)) return num(0);
  const [top, other] = [constantValue(numerator), constantValue(cofactor)];
  if (top !== undefined && other !== undefined) return tidy(multiply(num(top), num(other)));
  if (other?.equals(1) === true) return polynomialToExpr(numerator);
  if (other !== undefined || numerator.terms.length === 1 || cofactor.terms.length === 1) {
    const factors =
      numerator.terms.length === 1 && cofactor.terms.length > 1 ? [numerator, cofactor] : [cofactor, numerator];
    const [first, second] = factors.map((factor) => polynomialToExpr(factor));
    if (first === undefined || second === undefined) return num(0);
    if (numerator.terms.length === 1 && cofactor.terms.length === 1)
      return polynomialToExpr(multiplyPolynomials(numerator, cofactor));
    const { isNegative, magnitude } = splitSign(first);
    if (rationalOf(magnitude)?.equals(1) === true) return isNegative ? { kind: 'negate', operand: second } : second;
    return isNegative ? { kind: 'negate', operand: multiply(magnitude, second) } : multiply(magnitude, second);
  }
  return multiply(polynomialToExpr(numerator), polynomialToExpr(cofactor));
}

/** The common denominator as a product of the denominators in the equation where it is one. */
function factoredDenominator(denominators: readonly Polynomial[], common: Polynomial, unknown: string): Expr {
  const distinct: Polynomial[] = [];
  let rest: Polynomial = common;
  for (const item of denominators.filter((denominator) => denominator.variables.includes(unknown))) {
    const quotient = divideExactly(rest, item);
    if (quotient === undefined) continue;
    distinct.push(item);
    rest = quotient;
  }
  const front = constantValue(rest);
  if (front === undefined || distinct.length === 0) return polynomialToExpr(common);
  const factors = distinct.map((item) => polynomialToExpr(item));
  return multiply(...(front.equals(1) ? [] : [num(front)]), ...factors);
}

interface WrittenFraction {
  readonly numerator: Expr;
  readonly denominator: Expr;
}

/** One side is 0 and the other one fraction with the unknown below. */
function fractionThatIsZero(left: Expr, right: Expr, unknown: string): WrittenFraction | undefined {
  const side = isZero(right) ? left : isZero(left) ? right : undefined;
  const bare = side?.kind === 'negate' ? side.operand : side;
  return bare?.kind === 'divide' && hasSymbol(bare.denominator, unknown) ? bare : undefined;
}

/** Numerator and denominator have a common factor. */
function cancels({ numerator, denominator }: WrittenFraction): boolean {
  const [top, bottom] = [toPolynomial(numerator), toPolynomial(denominator)];
  return top !== undefined && bottom !== undefined && degree(gcdOfPolynomials(top, bottom)) > 0;
}

/** numerator/denominator = constant, with a constant such as e. */
function oneFraction(
  board: Board,
  left: Expr,
  right: Expr,
  excluded: readonly Expr[],
  setting: Setting,
): Outcome | undefined {
  const { unknown } = setting;
  const original = board.line;
  const [fraction, constant] = left.kind === 'divide' ? [left, right] : [right, left];
  if (fraction.kind !== 'divide' || hasSymbol(constant, unknown) || !hasSymbol(fraction.denominator, unknown))
    return undefined;
  const to = equals(fraction.numerator, multiply(constant, fraction.denominator));
  board.write({
    text: `Multiply both sides by ${math(fraction.denominator)}.`,
    to,
    rule: 'multiply-common-denominator',
    why: 'It is not 0 for the numbers that are allowed.',
    claim: { type: 'implies', from: original, to, unknowns: [unknown] },
  });
  const inner = setting.solve(to, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, lastLine(inner.solutions, unknown) ?? to);
  return outcomeOf(board, rejectExcluded(board, inner.solutions, excluded, original, setting));
}

function numeratorZero(board: Board, fraction: WrittenFraction, excluded: readonly Expr[], setting: Setting): Outcome {
  const { unknown } = setting;
  const original = board.line;
  const to = equals(fraction.numerator, num(0));
  board.write({
    text: `A fraction is $0$ only where its numerator is $0$ and its denominator is not: ${math(to)}.`,
    to,
    rule: 'zero-fraction',
    why: 'Both sides are multiplied by the denominator, which is not 0 for the numbers that are allowed.',
    claim: { type: 'implies', from: original, to, unknowns: [unknown] },
  });
  const inner = setting.solve(to, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, lastLine(inner.solutions, unknown) ?? to);
  if (inner.solutions.type !== 'roots') return outcomeOf(board, inner.solutions);
  const bad = inner.solutions.roots
    .filter((root) => !satisfies(original, unknown, root.value))
    .map((root) => root.value);
  return outcomeOf(board, rejectExcluded(board, inner.solutions, [...excluded, ...bad], original, setting));
}

/** Every expression with the unknown that something is divided by. */
export function denominatorsOf(expr: Expr, unknown: string): readonly Expr[] {
  const found: Expr[] = [];
  const visit = (node: Expr): void => {
    if (node.kind === 'divide' && hasSymbol(node.denominator, unknown)) note(node.denominator);
    if (node.kind === 'power' && hasSymbol(node.base, unknown) && (rationalOf(node.exponent)?.s ?? 1n) < 0n)
      note(node.base);
    children(node).forEach(visit);
  };
  const note = (denominator: Expr): void => {
    if (!found.some((other) => sameExpr(other, denominator))) found.push(denominator);
  };
  visit(expr);
  return found;
}

/** The zeros of the denominators, said aloud; undefined where one of them can't be solved. */
export function excludedValues(
  board: Board,
  denominators: readonly Expr[],
  setting: Setting,
): readonly Expr[] | undefined {
  const { unknown } = setting;
  const values: Expr[] = [];
  for (const denominator of denominators) {
    const outcome = setting.solve(equals(zeroPart(denominator), num(0)), {
      ...setting,
      domain: 'real',
      depth: setting.depth + 1,
      method: undefined,
    });
    if (outcome.type === 'stuck' || outcome.solutions.type === 'every') return undefined;
    if (outcome.solutions.type === 'families') return undefined;
    if (outcome.solutions.type !== 'roots') continue;
    for (const { value } of outcome.solutions.roots) {
      if (!values.some((other) => isZero(tidy(add(other, { kind: 'negate', operand: value }))))) values.push(value);
    }
  }
  if (values.length === 0) return values;
  const conditions = values.map((value) => relation(sym(unknown), '!=', value));
  const allowed = denominators.map((denominator) => relation(denominator, '!=', num(0)));
  const letters = [...new Set(denominators.flatMap((denominator) => [...freeSymbols(denominator)]))];
  const zeros = or(...denominators.map((denominator) => equals(denominator, num(0))));
  board.remark({
    text: `No denominator may be $0$: ${mathList(denominators)} ${denominators.length === 1 ? 'is' : 'are'} $0$ for ${values.map((value) => math(equals(sym(unknown), value))).join(' and ')}, so ${mathList(conditions)}.`,
    latex: conditions.map(toTex).join(',\\quad '),
    why: 'Division by 0 has no value, so such a number cannot solve the equation, whatever comes out later.',
    rule: 'excluded-values',
    claim: !denominators.every((denominator) => toPolynomial(denominator) !== undefined)
      ? { type: 'none' }
      : letters.length === 1
        ? { type: 'equivalent', from: and(...allowed), to: and(...conditions), unknowns: [unknown] }
        : { type: 'equivalent', from: zeros, to: rootsLine(unknown, values), unknowns: [unknown] },
  });
  return values;
}

/** What must not be 0 in a denominator that may be a fraction itself. */
function zeroPart(denominator: Expr): Expr {
  const value = toRationalFunction(denominator);
  if (toPolynomial(denominator) !== undefined || value === undefined || value.kernels.size > 0) return denominator;
  return polynomialToExpr(value.numerator);
}
