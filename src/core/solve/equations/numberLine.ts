import {
  add,
  divide,
  equals,
  infinity,
  interval,
  negate,
  num,
  or,
  relation,
  set,
  sym,
  union,
} from '../../math/build.ts';
import type { Expr, RelationOperator } from '../../math/expr.ts';
import { rational } from '../../math/rational.ts';
import { approximate, compareValues } from './order.ts';
import { difference, isZero, rationalOf, tidy } from './tidy.ts';

/** A piece of the number line: an open interval between neighbouring critical points, or such a point itself. */
export interface Piece {
  readonly lower: Expr | undefined;
  readonly upper: Expr | undefined;
  /** A point of the piece, for testing. */
  readonly sample: Expr;
  readonly isPoint: boolean;
}

/** Sorted, each value once. */
export function sortedValues(values: readonly Expr[]): readonly Expr[] {
  const result: Expr[] = [];
  for (const value of [...values].sort(compareValues)) {
    if (!result.some((other) => isZero(difference(other, value)))) result.push(value);
  }
  return result;
}

/** Open intervals and points in turn, from left to right. */
export function piecesBetween(points: readonly Expr[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index <= points.length; index += 1) {
    const [lower, upper] = [points[index - 1], points[index]];
    pieces.push({ lower, upper, sample: sampleBetween(lower, upper), isPoint: false });
    if (upper !== undefined) pieces.push({ lower: upper, upper, sample: upper, isPoint: true });
  }
  return pieces;
}

/** A simple number between two others. */
function sampleBetween(lower: Expr | undefined, upper: Expr | undefined): Expr {
  const [a, b] = [
    lower === undefined ? undefined : approximate(lower),
    upper === undefined ? undefined : approximate(upper),
  ];
  if (a === undefined && b === undefined) return num(0);
  if (a === undefined) return integer(Math.ceil(b ?? 0) - 1);
  if (b === undefined) return integer(Math.floor(a) + 1);
  if (a < 0 && b > 0) return num(0);
  const middle =
    lower === undefined || upper === undefined ? undefined : rationalOf(tidy(divide(add(lower, upper), num(2))));
  const whole = Math.round((a + b) / 2);
  if (middle !== undefined && !(whole > a && whole < b)) return num(middle);
  for (let denominator = 1; denominator <= 1e12; denominator *= 10) {
    const near = Math.round(((a + b) / 2) * denominator);
    if (near / denominator > a && near / denominator < b) return divideWhole(near, denominator);
  }
  return divideWhole(Math.round(((a + b) / 2) * 1e15), 1e15);
}

function integer(value: number): Expr {
  return num(BigInt(value));
}

function divideWhole(numerator: number, denominator: number): Expr {
  return num(rational(BigInt(numerator), BigInt(denominator)));
}

/** The union of the pieces that are in the solution, as intervals; {…} for points alone. */
export function joinPieces(pieces: readonly Piece[], isIn: readonly boolean[]): Expr {
  const items: Expr[] = [];
  let start: number | undefined;
  for (let index = 0; index <= pieces.length; index += 1) {
    if (isIn[index] === true) {
      start ??= index;
      continue;
    }
    if (start !== undefined) items.push(stretch(pieces.slice(start, index)));
    start = undefined;
  }
  return union(...items);
}

function stretch(pieces: readonly Piece[]): Expr {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'emptySet' };
  if (pieces.length === 1 && first.isPoint) return set(first.sample);
  return interval(
    first.lower ?? negate(infinity),
    last.upper ?? infinity,
    `${first.isPoint ? '[' : '('}${last.isPoint ? ']' : ')'}`,
  );
}

export function isWholeLine(expr: Expr): boolean {
  return expr.kind === 'interval' && isInfinite(expr.lower) && isInfinite(expr.upper);
}

function isInfinite(expr: Expr): boolean {
  return expr.kind === 'negate' ? isInfinite(expr.operand) : expr.kind === 'constant' && expr.name === 'infinity';
}

/** x > 1, −2 ≤ x < 3, x = 4, joined by "or". Undefined for the empty set and for all numbers. */
export function membership(unknown: string, region: Expr): Expr | undefined {
  const items = region.kind === 'union' ? region.items : [region];
  const lines = items.map((item) => memberOf(unknown, item));
  return lines.every((line) => line !== undefined) ? or(...lines) : undefined;
}

function memberOf(unknown: string, item: Expr): Expr | undefined {
  const x = sym(unknown);
  if (item.kind === 'set') return or(...item.items.map((value) => equals(x, value)));
  if (item.kind !== 'interval') return undefined;
  const [low, high] = [isInfinite(item.lower), isInfinite(item.upper)];
  const [above, below]: [RelationOperator, RelationOperator] = [
    item.isLowerClosed ? '<=' : '<',
    item.isUpperClosed ? '<=' : '<',
  ];
  if (low && high) return undefined;
  if (low) return relation(x, below, item.upper);
  if (high) return relation(x, above === '<' ? '>' : '>=', item.lower);
  return { kind: 'relation', operands: [item.lower, x, item.upper], operators: [above, below] };
}

export function flipped(operator: RelationOperator): RelationOperator {
  const turned: Partial<Record<RelationOperator, RelationOperator>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
  return turned[operator] ?? operator;
}
