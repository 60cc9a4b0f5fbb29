import { add, divide, negate, num } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';

import { sameExpr } from '../../../math/tree.ts';
import type { MistakeEntry } from '../entry.ts';
import { fractionOf, integerOf } from '../fractionView.ts';
import { fromProduct, isNumeric, isSum, opposite, productView, rationalValue, replaced, without } from '../views.ts';

const cancelledTerm: MistakeEntry = {
  id: 'cancelled-a-term',
  scope: 'part',
  weight: 1,
  sentence:
    'In {part} a single term of a sum was cancelled; only a factor of the whole numerator and of the whole denominator can be.',
  *rewrite(part) {
    const view = productView(part);
    if (view.bottom.length === 0) return;
    const sign = (wrong: Expr): Expr => (view.minuses % 2 === 1 ? negate(wrong) : wrong);
    for (const [place, factor] of view.top.entries()) {
      if (!isSum(factor)) continue;
      const others = without(view.top, place);
      for (const [index, term] of factor.terms.entries()) {
        for (const [position, divisor] of view.bottom.entries()) {
          const restBelow = without(view.bottom, position);
          const build = (sum: Expr): Expr => sign(fromProduct([...others, sum], restBelow));
          if (isSum(divisor)) {
            for (const [row, below] of divisor.terms.entries()) {
              if (!sameExpr(term, below)) continue;
              const kept = (terms: readonly Expr[]): Expr => add(...terms);
              yield {
                result: sign(
                  fromProduct(
                    [...others, kept(without(factor.terms, index))],
                    [...restBelow, kept(without(divisor.terms, row))],
                  ),
                ),
                parts: { part },
              };
            }
            continue;
          }
          for (const cancelled of [divide(term, divisor), divide(term, opposite(divisor))]) {
            yield { result: build(add(...replaced(factor.terms, index, cancelled))), parts: { part } };
          }
          if (sameExpr(term, divisor) || sameExpr(term, opposite(divisor))) {
            yield { result: build(add(...without(factor.terms, index))), parts: { part } };
          } else {
            yield { result: build(divide(term, divisor)), parts: { part } };
          }
        }
      }
    }
    // a/(a + b): the same the other way round
    for (const [position, divisor] of view.bottom.entries()) {
      if (!isSum(divisor)) continue;
      const restBelow = without(view.bottom, position);
      for (const [index, term] of divisor.terms.entries()) {
        for (const [place, factor] of view.top.entries()) {
          if (isSum(factor) || !sameExpr(term, factor)) continue;
          const others = without(view.top, place);
          yield {
            result: sign(fromProduct(others, [...restBelow, add(...without(divisor.terms, index))])),
            parts: { part },
          };
          yield {
            result: sign(fromProduct(others, [...restBelow, add(...replaced(divisor.terms, index, num(1)))])),
            parts: { part },
          };
        }
      }
    }
  },
  example: { from: 'y = \\frac{x + 6}{6}', to: 'y = x' },
};

const cancelledToZero: MistakeEntry = {
  id: 'cancelled-to-zero',
  scope: 'part',
  weight: 1.2,
  sentence: 'Something divided by itself leaves the factor $1$, so cancelling in {part} can’t give $0$.',
  *rewrite(part) {
    const view = productView(part);
    const value = rationalValue(fromProduct(view.top.filter(isNumeric), view.bottom.filter(isNumeric)));
    const isCancelling = view.bottom.length > 0 && view.top.length > 0;
    if (isCancelling && value?.n !== 0n) yield { result: num(0), parts: { part } };
  },
  example: { from: '\\frac{-9}{9} = y', to: '0 = y' },
};

const cancelledDigits: MistakeEntry = {
  id: 'cancelled-digits',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} digits were struck out above and below; only common factors can be cancelled.',
  *rewrite(part, { numbers }) {
    const fraction = part.kind === 'divide' ? fractionOf(part) : undefined;
    const [above, below] = [fraction && integerOf(fraction.above), fraction && integerOf(fraction.below)];
    if (above === undefined || below === undefined) return;
    const [top, bottom] = [above.toString(), below.toString()];
    if (top.length < 2 || bottom.length < 2 || top.length > 8 || bottom.length > 8) return;
    for (let i = 0; i < top.length; i += 1) {
      for (let j = 0; j < bottom.length; j += 1) {
        const isZeros = top[i] === '0' && i === top.length - 1 && j === bottom.length - 1;
        const [p, q] = [BigInt(top.slice(0, i) + top.slice(i + 1)), BigInt(bottom.slice(0, j) + bottom.slice(j + 1))];
        // Different digits only where exactly the others were written.
        const isWritten = numbers.some((number) => {
          const written = number.kind === 'divide' ? fractionOf(number) : undefined;
          return written !== undefined && integerOf(written.above) === p && integerOf(written.below) === q;
        });
        if (q !== 0n && !isZeros && (top[i] === bottom[j] || isWritten)) {
          yield { result: divide(num(p), num(q)), parts: { part } };
        }
      }
    }
  },
  example: { from: 'x = \\frac{15}{95}', to: 'x = \\frac{1}{5}' },
};

/** A fraction of two whole numbers with what was written in its place, where that is one too. */
function* rewrittenFractions(
  part: Expr,
  numbers: readonly Expr[],
): Iterable<{ readonly number: Expr; readonly parts: readonly [bigint, bigint, bigint, bigint] }> {
  const fraction = part.kind === 'divide' ? fractionOf(part) : undefined;
  const [above, below] = [fraction && integerOf(fraction.above), fraction && integerOf(fraction.below)];
  if (!above || !below) return;
  for (const number of numbers) {
    const written = number.kind === 'divide' ? fractionOf(number) : undefined;
    const [p, q] = [written && integerOf(written.above), written && integerOf(written.below)];
    if (p && q) yield { number, parts: [above, below, p, q] };
  }
}

const reducedOnePart: MistakeEntry = {
  id: 'reduced-one-part',
  scope: 'part',
  weight: 1.2,
  sentence: 'Only one of numerator and denominator of {part} was divided; both have to be divided by the same number.',
  *rewrite(part, { numbers }) {
    for (const { number, parts } of rewrittenFractions(part, numbers)) {
      const [above, below, p, q] = parts;
      const isOne = (below === q && p < above && above % p === 0n) || (above === p && q < below && below % q === 0n);
      if (isOne) yield { result: number, parts: { part } };
    }
  },
  example: { from: 'x = \\frac{6}{8}', to: 'x = \\frac{3}{8}' },
};

const expandedOnePart: MistakeEntry = {
  id: 'expanded-one-part',
  scope: 'part',
  weight: 1.2,
  sentence:
    'Only one of numerator and denominator of {part} was multiplied; both have to be multiplied by the same number.',
  *rewrite(part, { numbers }) {
    for (const { number, parts } of rewrittenFractions(part, numbers)) {
      const [above, below, p, q] = parts;
      const isOne = (below === q && p > above && p % above === 0n) || (above === p && q > below && q % below === 0n);
      if (isOne) yield { result: number, parts: { part } };
    }
  },
  example: { from: 'x = \\frac{3}{5}', to: 'x = \\frac{3}{15}' },
};

const reducedDifferently: MistakeEntry = {
  id: 'reduced-by-different-numbers',
  scope: 'part',
  weight: 1.5,
  sentence:
    'Numerator and denominator of {part} were divided by different numbers; both have to be divided by the same.',
  *rewrite(part, { numbers }) {
    for (const { number, parts } of rewrittenFractions(part, numbers)) {
      const [above, below, p, q] = parts;
      if (above % p !== 0n || below % q !== 0n) continue;
      if (above !== p && below !== q && above / p !== below / q) yield { result: number, parts: { part } };
    }
  },
  example: { from: 'x = \\frac{4}{9}', to: 'x = \\frac{2}{3}' },
};

const expandedDifferently: MistakeEntry = {
  id: 'expanded-by-different-numbers',
  scope: 'part',
  weight: 1.5,
  sentence:
    'Numerator and denominator of {part} were multiplied by different numbers; both have to be multiplied by the same.',
  *rewrite(part, { numbers }) {
    for (const { number, parts } of rewrittenFractions(part, numbers)) {
      const [above, below, p, q] = parts;
      if (p % above !== 0n || q % below !== 0n) continue;
      if (above !== p && below !== q && p / above !== q / below) yield { result: number, parts: { part } };
    }
  },
  example: { from: 'x = \\frac{2}{3}', to: 'x = \\frac{4}{9}' },
};

export const cancellingEntries: readonly MistakeEntry[] = [
  cancelledTerm,
  cancelledDigits,
  cancelledToZero,
  reducedOnePart,
  expandedOnePart,
  reducedDifferently,
  expandedDifferently,
];
