import { equals, num } from '../../math/build.ts';
import type { Expr, ExprOf, RelationOperator } from '../../math/expr.ts';
import { relation } from '../../math/build.ts';
import { children, hasSymbol } from '../../math/tree.ts';
import type { Board } from './board.ts';
import { type Entry } from './board.ts';
import {
  addCoefficients,
  coefficientsIn,
  degreeOf,
  hasBrackets,
  isCollected,
  monomialsIn,
  polynomialExpr,
  sumOf,
  termsOf,
  type Coefficients,
} from './coefficients.ts';
import { isZero, lcmOfDenominators, product } from './tidy.ts';
import { listWords, math } from './words.ts';

export interface Sides {
  readonly left: Coefficients;
  readonly right: Coefficients;
}

export function sidesOf(line: Expr): readonly [Expr, Expr, RelationOperator] {
  if (line.kind !== 'relation' || line.operators.length !== 1)
    throw new TypeError('one relation between two sides expected');
  const [left, right] = line.operands;
  return [left ?? num(0), right ?? num(0), line.operators[0] ?? '='];
}

/**
 * Multiplies out, clears the numbers' denominators and collects like terms on each side, as far as there is something to do.
 * @returns the two sides as polynomials, or undefined where a side isn't one.
 */
export function tidySides(
  board: Board,
  letter: string,
  options: { readonly keepFractions?: boolean } = {},
): Sides | undefined {
  const [left, right, operator] = sidesOf(board.line);
  const [leftItems, rightItems] = [coefficientsIn(left, letter), coefficientsIn(right, letter)];
  if (leftItems === undefined || rightItems === undefined) return undefined;
  const factor = options.keepFractions === true ? 1n : lcmOfDenominators([...leftItems, ...rightItems]);
  const isShort = [leftItems, rightItems].every((items) => items.filter((item) => !isZero(item)).length <= 1);
  if (factor > 1n && !(isShort && degreeOf(leftItems) <= 1 && degreeOf(rightItems) <= 1))
    return clear(board, letter, factor, leftItems, rightItems, operator);

  const [spread, what] = multipliedOut(left, right, operator, letter);
  const collected = relation(shown(left, leftItems, letter), operator, shown(right, rightItems, letter));
  const collecting = collectingWords(spread, letter);
  const isSpread = what.length > 0;
  if (isSpread && collecting.length === 0) {
    board.write({ ...expanding(what), to: collected });
  } else if (isSpread) {
    board.write({
      text: `Multiply out ${what.length > 1 ? 'the brackets' : 'the bracket'} and collect like terms.`,
      to: collected,
      rule: 'expand-brackets',
      why: 'Every term in the bracket is multiplied by what stands before it; terms of the same kind can then be added.',
      parts: [
        { ...expanding(what), to: spread },
        { ...collectingEntry(collecting), to: collected },
      ],
    });
  } else {
    board.write({ ...collectingEntry(collecting), to: collected, isMinor: true });
  }
  return { left: leftItems, right: rightItems };
}

/** The side as its author wrote it where there is nothing to collect in it. */
function shown(side: Expr, items: Coefficients, letter: string): Expr {
  return isCollected(side, letter) ? side : polynomialExpr(items, letter);
}

function clear(
  board: Board,
  letter: string,
  factor: bigint,
  left: Coefficients,
  right: Coefficients,
  operator: RelationOperator,
): Sides {
  const scaled = { left: scale(left, factor), right: scale(right, factor) };
  const to = relation(polynomialExpr(scaled.left, letter), operator, polynomialExpr(scaled.right, letter));
  const isDecimal = hasDecimal(board.line) && /^10*$/.test(factor.toString());
  const name = isDecimal ? `, so that the decimal fractions go` : `, a common multiple of the denominators`;
  board.write({
    text: `Multiply both sides by $${factor.toString()}$${name}${hasBrackets(board.line, letter) ? ', and multiply out' : ''}.`,
    to,
    rule: 'clear-fractions',
    why: 'Both sides may be multiplied by the same number as long as it is not 0; every denominator divides this one, so the fractions go.',
  });
  return scaled;
}

function scale(items: Coefficients, factor: bigint): Coefficients {
  return items.map((item) => product(num(factor), item));
}

function hasDecimal(expr: Expr): boolean {
  return expr.kind === 'number' ? expr.notation === 'decimal' : children(expr).some(hasDecimal);
}

/** Both sides with their brackets multiplied out, uncollected, and what each bracket became. */
function multipliedOut(
  left: Expr,
  right: Expr,
  operator: RelationOperator,
  letter: string,
): readonly [ExprOf<'relation'>, readonly string[]] {
  const what: string[] = [];
  const side = (expr: Expr): Expr => {
    if (!hasBrackets(expr, letter)) return expr;
    const terms: Expr[] = [];
    for (const term of termsOf(expr)) {
      const bracket = hasBrackets(term, letter) ? monomialsIn(term, letter) : undefined;
      if (bracket === undefined) terms.push(term);
      else {
        const opened = sumOf(bracket, letter);
        terms.push(...termsOf(opened));
        what.push(math(equals(term, opened)));
      }
    }
    return sumOfTerms(terms);
  };
  return [relation(side(left), operator, side(right)), what];
}

function sumOfTerms(terms: readonly Expr[]): Expr {
  const [only] = terms;
  return terms.length === 1 && only ? only : { kind: 'add', terms };
}

function expanding(what: readonly string[]): Omit<Entry, 'to'> {
  const shownBrackets = what.length <= 2 ? `: ${listWords(what)}` : '';
  return {
    text: `Multiply out ${what.length > 1 ? 'the brackets' : 'the bracket'}${shownBrackets}.`,
    rule: 'expand-brackets',
    why: 'Every term in the bracket is multiplied by what stands before it.',
  };
}

function collectingEntry(words: readonly string[]): Omit<Entry, 'to'> {
  return {
    text: `Collect like terms${words.length > 0 && words.length <= 3 ? `: ${listWords(words)}` : ''}.`,
    rule: 'collect-terms',
    why: 'Terms with the same power of the unknown are added by adding their coefficients.',
  };
}

/** "2x + 3x = 5x" for each kind of term that occurs more than once on a side. */
function collectingWords(line: ExprOf<'relation'>, letter: string): readonly string[] {
  return line.operands.flatMap((side) => {
    if (isCollected(side, letter)) return [];
    const groups = new Map<number, { readonly terms: Expr[]; items: Coefficients }>();
    for (const term of termsOf(side)) {
      const items = coefficientsIn(term, letter);
      if (items === undefined) return [];
      const degree = Math.max(0, degreeOf(items));
      const isNothing = items.length === 0;
      const group = groups.get(isNothing && hasSymbol(term, letter) ? 1 : degree) ?? { terms: [], items: [] };
      group.terms.push(term);
      group.items = addCoefficients(group.items, items);
      groups.set(degree, group);
    }
    return [...groups.values()].flatMap(({ terms, items }) => {
      const sum = sumOfTerms(terms);
      return isCollected(sum, letter) ? [] : [math(equals(sum, polynomialExpr(items, letter)))];
    });
  });
}

export function monomialCount(items: Coefficients): number {
  return items.filter((item) => !isZero(item)).length;
}
