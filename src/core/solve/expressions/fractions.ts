import { add, divide, multiply, negate, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  constantValue,
  isConstantPolynomial,
  onePolynomial,
  scalePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { contentOf, gcdOfPolynomials, lcmOfPolynomials, primitivePart } from '../../math/polynomial/gcd.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { isInteger, negated, numeratorOf, over, rational } from '../../math/rational.ts';
import { gcd, lcm } from '../../math/integers.ts';
import { contains, mapChildren, mapExpr } from '../../math/tree.ts';
import { constantOf } from './monomial.ts';
import { factoredExpr } from './factoredExpr.ts';
import type { Lines, Remark } from './lines.ts';
import { replaceNodes } from './replaceNodes.ts';

/** Whether a product below the line stays one in the end. */
export type FractionLayout = 'factored' | 'expanded';

/** Numerator and denominator without fractions in letters inside. */
interface Fraction {
  readonly numerator: Expr;
  readonly denominator: Expr;
}

/** x^(-2) as 1/x², so that everything below the line stands there. */
export function withoutNegativePowers(expr: Expr): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'power') return node;
    const exponent = constantOf(node.exponent);
    if (exponent === undefined || !isInteger(exponent) || exponent.s > 0n || exponent.n === 0n) return node;
    const size = num(negated(exponent));
    const below = exponent.n === 1n ? node.base : power(node.base, size);
    return node.base.kind === 'divide'
      ? power(divide(node.base.denominator, node.base.numerator), size)
      : divide(num(1), below);
  });
}

/** True where letters stand below a line. */
export function hasLettersBelow(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'divide' && constantOf(node.denominator) === undefined);
}

/**
 * Brings the line to one fraction of two polynomials, step by step from the inside, and reduces it.
 * @returns false where it is no quotient of polynomials (nothing may have been written that is not true, but it isn't finished)
 */
export function combineFractions(lines: Lines, layout: FractionLayout = 'factored'): boolean {
  for (let pass = 0; pass < 50 && !isSingleFraction(lines.line); pass += 1) {
    const before = lines.line;
    if (!combineInnermost(lines) || lines.line === before) return false;
  }
  return reduceFraction(lines, layout);
}

function isSingleFraction(expr: Expr): boolean {
  if (expr.kind === 'negate') return isSingleFraction(expr.operand);
  if (!hasLettersBelow(expr)) return true;
  return expr.kind === 'divide' && !hasLettersBelow(expr.numerator) && !hasLettersBelow(expr.denominator);
}

function split(expr: Expr): Fraction | undefined {
  if (!hasLettersBelow(expr)) return { numerator: expr, denominator: num(1) };
  if (expr.kind === 'negate') {
    const inner = split(expr.operand);
    return inner && { numerator: negate(inner.numerator), denominator: inner.denominator };
  }
  if (expr.kind !== 'divide' || hasLettersBelow(expr.numerator) || hasLettersBelow(expr.denominator)) return undefined;
  return { numerator: expr.numerator, denominator: expr.denominator };
}

/** Every innermost sum, product, quotient or power of fractions becomes one fraction, all in one move. */
function combineInnermost(lines: Lines): boolean {
  const done: { readonly from: Expr; readonly to: Expr; readonly remark: Remark }[] = [];
  const impossible: Expr[] = [];
  const walk = (node: Expr): Expr => {
    if (!hasLettersBelow(node) || isSingleFraction(node)) return node;
    const combined = combineNode(lines, node);
    if (combined === 'not yet') return mapChildren(node, walk);
    if (combined === undefined) {
      impossible.push(node);
      return node;
    }
    done.push({ from: node, ...combined });
    return combined.to;
  };
  const to = walk(lines.line);
  const [first] = done;
  if (impossible.length > 0 || first === undefined) return false;
  const parts = done.map((entry, index) => ({
    to: replaceNodes(lines.line, done.slice(0, index + 1)),
    remark: entry.remark,
  }));
  lines.write(
    to,
    done.length === 1
      ? first.remark
      : {
          text: 'Make each of the inner expressions one fraction.',
          rule: first.remark.rule,
          why: first.remark.why,
          parts,
        },
  );
  return true;
}

type Combined = { readonly to: Expr; readonly remark: Remark };

function combineNode(lines: Lines, node: Expr): Combined | 'not yet' | undefined {
  switch (node.kind) {
    case 'add': {
      const fractions = splitAll(node.terms);
      return fractions === undefined ? 'not yet' : addFractions(lines, fractions);
    }
    case 'multiply': {
      const fractions = splitAll(node.factors);
      if (fractions === undefined) return 'not yet';
      const to = divide(
        multiply(...fractions.map((fraction) => fraction.numerator).filter(isNotOne)),
        multiply(...fractions.map((fraction) => fraction.denominator).filter(isNotOne)),
      );
      return {
        to,
        remark: {
          text: 'Multiply the fractions: numerator times numerator, denominator times denominator.',
          rule: 'multiply-fractions',
          why: 'A part of a part: the numerators count, the denominators divide.',
        },
      };
    }
    case 'divide': {
      const [above, below] = [split(node.numerator), split(node.denominator)];
      if (above === undefined || below === undefined) return 'not yet';
      const to = divide(
        multiply(...[above.numerator, below.denominator].filter(isNotOne)),
        multiply(...[above.denominator, below.numerator].filter(isNotOne)),
      );
      return {
        to,
        remark: {
          text: `Dividing by ${lines.math(node.denominator)} is multiplying by its reciprocal.`,
          rule: 'divide-fractions',
          why: 'Dividing by a fraction is multiplying by the fraction turned upside down.',
        },
      };
    }
    case 'power': {
      const base = split(node.base);
      if (base === undefined) return 'not yet';
      const to = divide(power(base.numerator, node.exponent), power(base.denominator, node.exponent));
      return {
        to,
        remark: {
          text: 'Raise numerator and denominator to the power.',
          rule: 'power-of-fraction',
          why: 'A power of a fraction is the fraction of the powers.',
        },
      };
    }
    default:
      return 'not yet';
  }
}

function splitAll(exprs: readonly Expr[]): readonly Fraction[] | undefined {
  const fractions = exprs.map(split);
  return fractions.every((fraction) => fraction !== undefined) ? fractions : undefined;
}

function isNotOne(expr: Expr): boolean {
  return !(expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n);
}

function addFractions(lines: Lines, fractions: readonly Fraction[]): Combined | undefined {
  const denominators = fractions.map((fraction) => toPolynomial(fraction.denominator));
  const numerators = fractions.map((fraction) => toPolynomial(fraction.numerator));
  if (!denominators.every((p) => p !== undefined) || !numerators.every((p) => p !== undefined)) return undefined;
  const common = commonDenominator(denominators, numerators);
  const shownCommon = factoredExpr(common);
  const extended = fractions.map((fraction, index) => {
    const factor = divideExactly(common, denominators[index] ?? onePolynomial) ?? onePolynomial;
    return isOne(factor) ? fraction.numerator : multiply(fraction.numerator, polynomialToExpr(factor));
  });
  const above = add(...extended);
  const sum = toPolynomial(above);
  if (sum === undefined) return undefined;
  const to = divide(polynomialToExpr(sum), shownCommon);
  const why =
    'Only fractions with the same denominator can be added; multiplying above and below by the same changes nothing.';
  const isCommonAlready = denominators.every((p) => isOne(divideExactly(common, p) ?? common));
  const text = isCommonAlready
    ? 'The denominators are the same: add the numerators.'
    : `The common denominator is ${lines.math(shownCommon)}: extend each fraction to it and add the numerators.`;
  return {
    to,
    remark: {
      text,
      rule: 'add-fractions',
      why,
      parts: [
        {
          to: divide(above, shownCommon),
          remark: {
            text: isCommonAlready ? text : `Write everything over ${lines.math(shownCommon)}.`,
            rule: 'common-denominator',
            why,
          },
        },
        { to, remark: { text: 'Multiply out above the line and collect like terms.', rule: 'expand-brackets' } },
      ],
    },
  };
}

/** The least common multiple of the denominators, numbers included. */
function commonDenominator(denominators: readonly Polynomial[], numerators: readonly Polynomial[]): Polynomial {
  const letters = denominators.map(primitivePart).reduce(lcmOfPolynomials, onePolynomial);
  const numbers = lcm(...denominators.map((p) => numeratorOf(contentOf(p))), ...numerators.map((p) => contentOf(p).d));
  return scalePolynomial(letters, rational(numbers < 0n ? -numbers : numbers));
}

/** Cancels what numerator and denominator share and writes both multiplied out. */
function reduceFraction(lines: Lines, layout: FractionLayout): boolean {
  const fraction = split(lines.line);
  if (fraction === undefined) return false;
  const [numerator, denominator] = [toPolynomial(fraction.numerator), toPolynomial(fraction.denominator)];
  if (numerator === undefined || denominator === undefined || denominator.terms.length === 0) return false;
  const common = numerator.terms.length === 0 ? onePolynomial : gcdOfPolynomials(numerator, denominator);
  const reduced = normalized(
    divideExactly(numerator, common) ?? numerator,
    divideExactly(denominator, common) ?? denominator,
  );
  const isProductBelow = hasBracket(fraction.denominator) || !isConstantPolynomial(common);
  const below = layout === 'factored' && isProductBelow ? factoredExpr : polynomialToExpr;
  const final = fractionExpr(reduced.numerator, reduced.denominator, below);
  if (!isConstantPolynomial(common)) cancelCommon(lines, numerator, denominator, common);
  lines.write(final, {
    text:
      isConstantPolynomial(reduced.denominator) && numerator.terms.length === 0
        ? 'The numerator is $0$, so the fraction is $0$.'
        : tidyText(lines.line),
    rule: 'tidy-fraction',
    why: 'Above and below may be multiplied or divided by the same number.',
    isMinor: true,
  });
  return true;
}

function tidyText(line: Expr): string {
  return hasBracket(line)
    ? 'Multiply out what still stands in brackets.'
    : 'Put the factors in order and reduce the numbers.';
}

function hasBracket(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'multiply' && node.factors.some((factor) => factor.kind === 'add'));
}

/** What is common above and below, numbers included, cancelled in one go. */
function cancelCommon(lines: Lines, numerator: Polynomial, denominator: Polynomial, letters: Polynomial): void {
  const numbers = gcd(numeratorOf(contentOf(numerator)), numeratorOf(contentOf(denominator)));
  const common = scalePolynomial(letters, rational(numbers === 0n ? 1n : numbers));
  const shown = factoredExpr(common);
  const [above, below] = [
    divideExactly(numerator, common) ?? numerator,
    divideExactly(denominator, common) ?? denominator,
  ];
  if (isSum(lines.line)) {
    lines.write(divide(factoredExpr(numerator), factoredExpr(denominator)), {
      text: 'Factor above and below the line.',
      rule: 'factor-fraction',
      why: 'Only a factor of the whole numerator and of the whole denominator can be cancelled.',
    });
  }
  const reduced = normalized(above, below);
  lines.write(fractionExpr(reduced.numerator, reduced.denominator, factoredExpr, factoredExpr), {
    text: `Cancel ${lines.math(shown)}, which stands above and below.`,
    rule: 'cancel-factor',
    why: `This holds wherever ${lines.math(shown)} is not $0$.`,
  });
}

/** A sum above or below the line: it has to be factored before anything can be cancelled. */
function isSum(line: Expr): boolean {
  const fraction = split(line);
  return fraction !== undefined && [fraction.numerator, fraction.denominator].some((part) => part.kind === 'add');
}

/** One fraction; a sum over a number stays a fraction, (x + 2)/3. */
function fractionExpr(
  numerator: Polynomial,
  denominator: Polynomial,
  showBelow: (p: Polynomial) => Expr,
  showAbove: (p: Polynomial) => Expr = polynomialToExpr,
): Expr {
  const value = constantValue(denominator);
  if (value === undefined) return divide(showAbove(numerator), showBelow(denominator));
  const whole = scalePolynomial(numerator, over(rational(1), value));
  const isOverNumber = numerator.terms.length > 1 && whole.terms.some((term) => !isInteger(term.coefficient));
  return isOverNumber ? divide(showAbove(numerator), num(value)) : showAbove(whole);
}

/** Whole coefficients without a common factor, a positive first coefficient below (a content carries the sign). */
function normalized(
  numerator: Polynomial,
  denominator: Polynomial,
): { readonly numerator: Polynomial; readonly denominator: Polynomial } {
  const content = over(contentOf(numerator), contentOf(denominator));
  return {
    numerator: scalePolynomial(primitivePart(numerator), rational(numeratorOf(content))),
    denominator: scalePolynomial(primitivePart(denominator), rational(content.d)),
  };
}

function isOne(p: Polynomial): boolean {
  const value = constantValue(p);
  return value?.n === 1n && value.d === 1n && value.s > 0n;
}
