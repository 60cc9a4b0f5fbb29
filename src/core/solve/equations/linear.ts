import { decimal, divide, equals, multiply, num, relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { Board } from './board.ts';
import {
  coefficient,
  degreeOf,
  monomialExpr,
  polynomialExpr,
  subtractCoefficients,
  type Coefficients,
} from './coefficients.ts';
import type { Setting, Solutions } from './outcome.ts';
import { difference, isZero, quotient, rationalOf, reciprocal, splitSign } from './tidy.ts';
import { tidySides, type Sides } from './tidySides.ts';
import { math } from './words.ts';

/** The moves of an equation that is linear once both sides are multiplied out; undefined where it isn't. Writes on the board. */
export function solveLinear(board: Board, setting: Setting): Solutions | undefined {
  const { unknown } = setting;
  const sides = tidySides(board, unknown);
  if (sides === undefined || degreeOf(subtractCoefficients(sides.left, sides.right)) > 1) return undefined;
  return isolateLinear(board, sides, setting);
}

/** From here on both sides are collected. */
export function isolateLinear(board: Board, sides: Sides, setting: Setting): Solutions {
  const { unknown } = setting;
  let { left, right } = sides;
  // Equal powers on both sides, as in x² + 2x = x² + 4, go first.
  for (let degree = Math.max(degreeOf(left), degreeOf(right)); degree >= 2; degree -= 1) {
    const item = coefficient(left, degree);
    if (!isZero(item)) ({ left, right } = moveTerm(board, { left, right }, item, degree, unknown, 'both'));
  }
  const [a, c] = [coefficient(left, 1), coefficient(right, 1)];
  const rest = difference(a, c);
  if (isZero(rest)) return withoutUnknown(board, { left, right }, setting);

  const isOnRight = unknownStaysRight(a, c);
  const moved = isOnRight ? a : c;
  if (!isZero(moved)) ({ left, right } = moveTerm(board, { left, right }, moved, 1, unknown, 'unknown'));
  const constant = coefficient(isOnRight ? right : left, 0);
  if (!isZero(constant)) ({ left, right } = moveTerm(board, { left, right }, constant, 0, unknown, 'constant'));
  return divideOut(board, isOnRight ? right : left, isOnRight ? left : right, isOnRight, setting);
}

/** The unknown stays on the side where its coefficient is larger, so that it keeps a positive one. */
function unknownStaysRight(left: Expr, right: Expr): boolean {
  if (isZero(left)) return true;
  if (isZero(right)) return false;
  const [a, c] = [rationalOf(left), rationalOf(right)];
  return a !== undefined && c !== undefined && a.compare(c) < 0 && c.s > 0n;
}

function moveTerm(
  board: Board,
  sides: Sides,
  item: Expr,
  degree: number,
  unknown: string,
  what: 'unknown' | 'constant' | 'both',
): Sides {
  const { isNegative, magnitude } = splitSign(item);
  const shownTerm = monomialExpr({ coefficient: magnitude, degree }, unknown);
  const cut = Array.from({ length: degree + 1 }, (_, index) => (index === degree ? item : num(0)));
  const next = { left: subtractCoefficients(sides.left, cut), right: subtractCoefficients(sides.right, cut) };
  const purpose = {
    unknown: `, so that $${unknown}$ stands on one side only`,
    constant: `, so that the term with $${unknown}$ stands alone`,
    both: ', which is on both',
  }[what];
  const to = equals(polynomialExpr(next.left, unknown), polynomialExpr(next.right, unknown));
  board.write({
    text: `${isNegative ? 'Add' : 'Subtract'} ${math(shownTerm)} ${isNegative ? 'to' : 'from'} both sides${purpose}.`,
    to: withOperator(board.line, to),
    rule: isNegative ? 'add-both-sides' : 'subtract-both-sides',
    why: `What is equal stays equal when the same is ${isNegative ? 'added to' : 'taken from'} both sides; the other way back undoes it, so no solution is gained or lost.`,
    isMinor: true,
  });
  return next;
}

function withOperator(line: Expr, to: Expr): Expr {
  if (line.kind !== 'relation' || to.kind !== 'relation') return to;
  const [left, right] = to.operands;
  return left === undefined || right === undefined ? to : relation(left, line.operators[0] ?? '=', right);
}

function divideOut(
  board: Board,
  side: Coefficients,
  other: Coefficients,
  isOnRight: boolean,
  setting: Setting,
): Solutions {
  const { unknown } = setting;
  const factor = coefficient(side, 1);
  const free = coefficient(other, 0);
  const exact = rationalOf(factor)?.equals(1) === true ? free : quotient(free, factor);
  const known = rationalOf(exact);
  const value = setting.hasDecimals && known !== undefined ? shortDecimal(exact) : exact;
  const to = equals({ kind: 'symbol', name: unknown }, value);
  const isUnit = rationalOf(factor)?.equals(1) === true;
  const condition = rationalOf(factor) === undefined && hasLetters(factor) ? relation(factor, '!=', num(0)) : undefined;
  if (isUnit && isOnRight) {
    board.write({
      text: `Read it from right to left.`,
      to,
      rule: 'swap-sides',
      why: 'An equation says the same in both directions.',
      isMinor: true,
    });
  } else {
    board.write({ ...dividing(factor, free, value, unknown, condition), to });
  }
  return { type: 'roots', roots: [{ value, condition }] };
}

function dividing(factor: Expr, free: Expr, value: Expr, unknown: string, condition: Expr | undefined) {
  const exact = rationalOf(factor);
  if (exact?.equals(-1) === true) {
    return {
      text: `Multiply both sides by $-1$.`,
      rule: 'multiply-both-sides',
      why: `$-${unknown}$ is known, so $${unknown}$ is the opposite number.`,
    };
  }
  if (exact !== undefined && exact.d !== 1n) {
    const turned = reciprocal(factor);
    return {
      text: `Multiply both sides by ${math(turned)}${exact.n === 1n ? '' : `, the reciprocal of ${math(factor)}`}: ${math(equals(multiply(turned, brackets(free)), value))}.`,
      rule: 'multiply-both-sides',
      why: 'Multiplying by the reciprocal undoes the multiplication by a fraction.',
    };
  }
  if (condition === undefined) {
    // −1/3 needs no working out.
    const isSame = math(divide(free, factor)) === math(value);
    const isPlain = exact === undefined || rationalOf(value)?.d === exact.n;
    return {
      text: `Divide both sides by ${math(factor)}${isSame || (isPlain && rationalOf(value)?.d !== 1n) ? '' : `: ${math(equals(divide(free, factor), value))}`}.`,
      rule: 'divide-both-sides',
      why: `Both sides may be divided by the same number, because ${math(factor)} is not $0$.`,
    };
  }
  return {
    text: `Divide both sides by ${math(factor)}, for ${math(condition)}.`,
    rule: 'divide-by-parameter',
    why: `Division by $0$ has no meaning, so the case ${math(equals(factor, num(0)))} stands apart: then the equation reads ${math(equals(num(0), free))}, which every $${unknown}$ solves if it is true and none if it is false.`,
  };
}

function brackets(expr: Expr): Expr {
  return expr;
}

function hasLetters(expr: Expr): boolean {
  return (
    expr.kind === 'symbol' ||
    JSON.stringify(expr, (key, item: unknown) => (key === 'value' || key === 'span' ? undefined : item)).includes(
      '"symbol"',
    )
  );
}

/** The unknown has gone: what is left is true for every number or for none. */
function withoutUnknown(board: Board, sides: Sides, setting: Setting): Solutions {
  const { unknown } = setting;
  if (degreeOf(subtractCoefficients(sides.left, sides.right)) < 0) return { type: 'every' };
  const item = coefficient(sides.left, 1);
  let { left, right } = sides;
  if (!isZero(item)) ({ left, right } = moveTerm(board, sides, item, 1, unknown, 'both'));
  const [a, b] = [coefficient(left, 0), coefficient(right, 0)];
  return { type: 'none', isImpossible: true, note: `${math(equals(a, b))} is false, whatever $${unknown}$ is.` };
}

/** A decimal of up to six places where the value has one; else as it is. */
function shortDecimal(value: Expr): Expr {
  const exact = rationalOf(value);
  if (exact === undefined) return value;
  const written = decimal(exact);
  const digits = written.kind === 'negate' ? written.operand : written;
  return digits.kind === 'number' && digits.text.length <= 12 ? written : value;
}
