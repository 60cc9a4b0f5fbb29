import { add, divide, multiply, negate } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';

import type { MistakeEntry } from '../entry.ts';
import { type Fraction, fractionOf, wholeAsFraction } from '../fractionView.ts';
import { fromProduct, isPlainNumber, productView, without } from '../views.ts';

const addedAcross: MistakeEntry = {
  id: 'fractions-added-across',
  scope: 'part',
  weight: 1,
  sentence:
    'In {part} numerators and denominators were combined separately; fractions are added or subtracted over a common denominator.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const [index, term] of part.terms.entries()) {
      const previous = part.terms[index - 1];
      if (!previous) continue;
      const [a, b] = [fractionOf(previous), fractionOf(term)];
      if (!a && !b) continue;
      const [left, right] = [a ?? wholeAsFraction(previous), b ?? wholeAsFraction(term)];
      const sign = (fraction: Fraction): Expr => (fraction.isNegative ? negate(fraction.above) : fraction.above);
      const above = add(sign(left), sign(right));
      const below =
        left.isNegative === right.isNegative ? add(left.below, right.below) : add(left.below, negate(right.below));
      const around = (wrong: Expr): Expr =>
        add(...part.terms.slice(0, index - 1), wrong, ...part.terms.slice(index + 1));
      const parts = { part: add(previous, term) };
      yield { result: around(divide(above, below)), parts };
      yield { result: around(divide(above, add(left.below, right.below))), parts };
      yield { result: around(divide(above, add(right.below, negate(left.below)))), parts };
      if (a && b) yield { result: around(divide(above, multiply(left.below, right.below))), parts };
      if (!a || !b) {
        // 8 - 3/5 as (8-3)/(8-5), 5 + 1/3 as (5+1)/3
        const [whole, fraction] = a ? [term, left] : [previous, right];
        const size = whole.kind === 'negate' ? whole.operand : whole;
        yield { result: around(divide(above, fraction.below)), parts, extra: 0.3 };
        yield { result: around(divide(above, add(size, negate(fraction.below)))), parts };
        yield { result: around(divide(above, add(size, fraction.below))), parts };
      }
    }
  },
  example: { from: 'x = \\frac{4}{5} + \\frac{2}{3}', to: 'x = \\frac{6}{8}' },
};

const multipliedBothParts: MistakeEntry = {
  id: 'multiplied-both-parts',
  scope: 'part',
  weight: 1.1,
  sentence:
    'In {part} the factor {factor} multiplies the numerator only; multiplying both parts of a fraction doesn’t change its value.',
  *rewrite(part) {
    if (part.kind !== 'multiply' || part.factors.length !== 2) return;
    for (const [index, factor] of part.factors.entries()) {
      const other = part.factors[1 - index];
      const fraction = other && fractionOf(other);
      if (!other || !fraction || factor.kind === 'divide') continue;
      yield { result: other, parts: { part, factor } };
      yield {
        result: fromProduct([fraction.above], [factor, fraction.below], fraction.isNegative ? 1 : 0),
        parts: { part, factor },
        extra: 0.1,
      };
    }
  },
  example: { from: 'y = 3 \\cdot \\frac{x}{5}', to: 'y = \\frac{3x}{15}' },
};

const dividedByFraction: MistakeEntry = {
  id: 'divided-by-fraction',
  scope: 'part',
  weight: 1.1,
  sentence:
    'In {part} the wrong part was turned over: to divide by a fraction is to multiply by that fraction turned over, and the other part stays.',
  *rewrite(part) {
    if (part.kind !== 'divide') return;
    const [left, right] = [fractionOf(part.numerator) ?? wholeAsFraction(part.numerator), fractionOf(part.denominator)];
    if (!right) return;
    const minuses = (left.isNegative ? 1 : 0) + (right.isNegative ? 1 : 0);
    yield { result: fromProduct([left.below, right.above], [left.above, right.below], minuses), parts: { part } };
    yield { result: fromProduct([left.above, right.above], [left.below, right.below], minuses), parts: { part } };
    yield { result: fromProduct([left.below, right.below], [left.above, right.above], minuses), parts: { part } };
    yield { result: fromProduct([left.above], [left.below, right.above, right.below], minuses), parts: { part } };
  },
  example: { from: 'x = \\frac{3/4}{1/5}', to: 'x = \\frac{4}{3} \\cdot \\frac{1}{5}' },
};

const denominatorDropped: MistakeEntry = {
  id: 'denominator-dropped',
  scope: 'part',
  weight: 1.3,
  sentence: 'The denominator of {part} was left out; what it divides isn’t the same as what is divided by it.',
  *rewrite(part) {
    const view = productView(part);
    if (part.kind === 'add') return;
    for (let index = 0; index < view.bottom.length; index += 1) {
      for (const minuses of new Set([view.minuses, part.kind === 'negate' ? 1 : 0])) {
        yield { result: fromProduct(view.top, without(view.bottom, index), minuses), parts: { part } };
      }
    }
  },
  example: { from: '3 = \\frac{x}{4} + 1', to: '3 = x + 1' },
};

const numeratorDropped: MistakeEntry = {
  id: 'numerator-dropped',
  scope: 'part',
  weight: 2.4,
  sentence: 'Only the denominator of {part} was kept, and the denominator alone isn’t the value of a fraction.',
  *rewrite(part) {
    const fraction = fractionOf(part);
    if (!fraction) return;
    const { below, isNegative } = fraction;
    yield { result: below, parts: { part } };
    if (isNegative) yield { result: negate(below), parts: { part } };
  },
  example: { from: '4 = \\frac{x}{7} + 2', to: '4 = 7 + 2' },
};

const fractionAsProduct: MistakeEntry = {
  id: 'multiplied-by-the-denominator',
  scope: 'part',
  weight: 1.6,
  sentence: 'In {part} the denominator divides; here it was multiplied by it.',
  *rewrite(part) {
    const fraction = fractionOf(part);
    if (!fraction || isPlainNumber(part)) return;
    const { above, below, isNegative } = fraction;
    const wrong = multiply(below, above);
    yield { result: isNegative ? negate(wrong) : wrong, parts: { part } };
  },
  example: { from: '7 = \\frac{x}{3} + 1', to: '7 = 3x + 1' },
};

const fractionAsSum: MistakeEntry = {
  id: 'fraction-as-difference',
  scope: 'part',
  weight: 1.9,
  sentence: 'In {part} the denominator divides; it is neither added nor subtracted.',
  *rewrite(part) {
    const fraction = fractionOf(part);
    if (!fraction || isPlainNumber(part)) return;
    const { above, below, isNegative } = fraction;
    for (const wrong of [add(above, negate(below)), add(above, below)]) {
      yield { result: isNegative ? negate(wrong) : wrong, parts: { part } };
    }
  },
  example: { from: '\\frac{x}{9} = 13', to: 'x - 9 = 13' },
};

export const fractionEntries: readonly MistakeEntry[] = [
  addedAcross,
  multipliedBothParts,
  dividedByFraction,
  denominatorDropped,
  fractionAsProduct,
  fractionAsSum,
  numeratorDropped,
];
