import { num, relation } from '../../math/build.ts';
import { gcd, lcm } from '../../math/integers.ts';
import { numeratorOf, rational, signOf, times, type Rational } from '../../math/rational.ts';
import type { Board } from './board.ts';
import {
  degreeOf,
  polynomialExpr,
  scaleCoefficients,
  subtractCoefficients,
  type Coefficients,
} from './coefficients.ts';
import { rationalOf, splitSign, tidy } from './tidy.ts';
import { sidesOf, type Sides } from './tidySides.ts';
import { math } from './words.ts';

/** Brings everything to one side, so that the other is 0, with a positive leading coefficient where its sign is known. Writes on the board. */
export function bringToZero(board: Board, sides: Sides, letter: string): Coefficients {
  const operator = sidesOf(board.line)[2];
  const rest = subtractCoefficients(sides.left, sides.right);
  const leading = rationalOf(rest.at(-1) ?? num(0));
  const isTurned = leading !== undefined && signOf(leading) < 0 && operator === '=';
  const items = isTurned ? scaleCoefficients(rest, num(-1)) : rest;
  const to = relation(polynomialExpr(items, letter), operator, num(0));
  if (sides.right.length === 0 && !isTurned) return items;
  if (sides.right.length === 0) {
    board.write({
      text: 'Multiply both sides by $-1$, so that the highest power has a positive coefficient.',
      to,
      rule: 'multiply-both-sides',
      why: 'Multiplying by a number other than 0 keeps the solutions.',
      isMinor: true,
    });
    return items;
  }
  if (sides.left.length === 0) {
    board.write({
      text:
        isTurned || sides.right.length === items.length
          ? 'Swap the sides, so that $0$ stands on the right.'
          : 'Bring everything to the left.',
      to,
      rule: 'swap-sides',
      why: 'An equation says the same in both directions.',
      isMinor: true,
    });
    return items;
  }
  const moved = isTurned ? sides.left : sides.right;
  const { isNegative } = splitSign(moved.at(-1) ?? num(1));
  const shown = isNegative ? scaleCoefficients(moved, num(-1)) : moved;
  const doing = isNegative
    ? `Add ${math(polynomialExpr(shown, letter))} to`
    : `Subtract ${math(polynomialExpr(shown, letter))} from`;
  board.write({
    text: `${doing} both sides, so that one side is $0$${isTurned ? ', and write that side on the right' : ''}.`,
    to,
    rule: isNegative ? 'add-both-sides' : 'subtract-both-sides',
    why: 'With 0 on one side the other can be factored or put into a formula.',
    isMinor: true,
  });
  return items;
}

/** Clears denominators and divides by the greatest common factor of the coefficients. Writes on the board. */
export function reduceNumbers(board: Board, items: Coefficients, letter: string): Coefficients {
  const exact = rationalCoefficients(items);
  if (exact === undefined || exact.length === 0) return items;
  const operator = sidesOf(board.line)[2];
  const multiple = lcm(...exact.map((item) => item.d));
  const whole = exact.map((item) => numeratorOf(times(item, rational(multiple))));
  const factor = gcd(...whole);
  const scale = rational(multiple, factor);
  if (scale.equals(1)) return items;
  const result = items.map((item) => tidy(num(times(rationalOf(item) ?? rational(0), scale))));
  const to = relation(polynomialExpr(result, letter), operator, num(0));
  const by =
    scale.d === 1n
      ? `Multiply both sides by ${math(num(scale))}`
      : scale.n === 1n
        ? `Divide both sides by ${math(num(scale.inverse()))}`
        : `Multiply both sides by ${math(num(scale))}`;
  board.write({
    text: `${by}, so that the coefficients are whole numbers without a common factor.`,
    to,
    rule: scale.d === 1n ? 'clear-fractions' : 'divide-both-sides',
    why: 'Multiplying or dividing an equation by a number other than 0 keeps its solutions, and $0$ stays $0$.',
    isMinor: true,
  });
  return result;
}

export function rationalCoefficients(items: Coefficients): readonly Rational[] | undefined {
  const exact = items.map((item) => rationalOf(item));
  return exact.every((item) => item !== undefined) ? exact : undefined;
}

export function integerCoefficients(items: Coefficients): readonly bigint[] | undefined {
  const exact = rationalCoefficients(items);
  return exact?.every((item) => item.d === 1n) === true ? exact.map(numeratorOf) : undefined;
}

export function isQuadratic(items: Coefficients): boolean {
  return degreeOf(items) === 2;
}
