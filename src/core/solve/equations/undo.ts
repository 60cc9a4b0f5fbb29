import { add, call, e, equals, i, multiply, negate, num, or, power, relation } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { isInteger, rational, signOf, type Rational } from '../../math/rational.ts';
import { isTooLong } from './length.ts';
import { freeSymbols, hasSymbol } from '../../math/tree.ts';
import type { Claim } from '../derivation.ts';
import type { Board } from './board.ts';
import { tidyFamily, underConditions } from './undoClaims.ts';
import { inverseTrigonometry } from './trigonometry.ts';
import { logarithmOf } from './logarithm.ts';
import { approximate } from './order.ts';
import { stuck, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { rootName, rootOf } from './realRoot.ts';
import { difference, isZero, product, quotient, rationalOf, splitSign, tidy } from './tidy.ts';
import { math, mathList } from './words.ts';

/** side = one of the values; the side contains the unknown once. */
export interface Layer {
  readonly side: Expr;
  readonly values: readonly Expr[];
  /** What was assumed about letters that are not asked for. */
  readonly conditions: readonly Expr[];
  /** The side with the unknown still stands on the right in the line on the board. */
  readonly isTurned?: boolean | undefined;
  /** The values run over all integers of this letter. */
  readonly letter?: string | undefined;
}

export type Undone =
  | { readonly type: 'layer'; readonly layer: Layer }
  | { readonly type: 'ended'; readonly solutions: Solutions }
  | Stuck
  | undefined;

interface Change {
  readonly text: string;
  readonly side: Expr;
  readonly values: readonly Expr[];
  readonly rule: string;
  readonly why: string;
  readonly conditions?: readonly Expr[];
  readonly isMinor?: boolean;
  readonly claim?: Claim;
  readonly letter?: string;
}

/** Undoes the outermost operation of the side. Writes on the board. */
export function undoLayer(board: Board, layer: Layer, setting: Setting): Undone {
  const { side } = layer;
  const { unknown } = setting;
  switch (side.kind) {
    case 'negate':
      return write(board, layer, {
        text: 'Change all signs.',
        side: side.operand,
        values: layer.values.map((value) => tidy(negate(value))),
        rule: 'multiply-both-sides',
        why: 'Both sides are multiplied by −1.',
        isMinor: true,
      });
    case 'add':
      return undoSum(board, layer, side, unknown);
    case 'multiply':
      return undoProduct(board, layer, side, unknown);
    case 'divide':
      return undoFraction(board, layer, side, unknown);
    case 'power':
      return hasSymbol(side.exponent, unknown)
        ? undoExponential(board, layer, side.base, side.exponent)
        : undoPower(board, layer, side.base, side.exponent, setting);
    case 'root':
      return side.index !== undefined && hasSymbol(side.index, unknown) ? undefined : undoRoot(board, layer, side);
    case 'abs':
      return undoAbsolute(board, layer, side.operand);
    case 'call':
      return undoCall(board, layer, side, unknown);
    default:
      return undefined;
  }
}

function write(board: Board, layer: Layer, change: Change): Undone {
  const letter = change.letter ?? layer.letter;
  const values = letter === undefined ? change.values : change.values.map((value) => tidyFamily(value, letter));
  if (values.some(isTooLong)) return stuck('The numbers in this one become too long to be written down.', 'too-large');
  const next = or(...values.map((value) => equals(change.side, value)));
  board.write({
    text: change.text,
    to: next,
    rule: change.rule,
    why: change.why,
    isMinor: change.isMinor,
    claim:
      letter === undefined
        ? (change.claim ?? underConditions(board, next, change.conditions ?? []))
        : (change.claim ?? { type: 'none' }),
  });
  return {
    type: 'layer',
    layer: { side: change.side, values, conditions: [...layer.conditions, ...(change.conditions ?? [])], letter },
  };
}

function ended(solutions: Solutions): Undone {
  return { type: 'ended', solutions };
}

function none(note: string): Undone {
  return ended({ type: 'none', note });
}

function undoSum(board: Board, layer: Layer, side: ExprOf<'add'>, unknown: string): Undone {
  const own = side.terms.filter((term) => hasSymbol(term, unknown));
  const moved = tidy(add(...side.terms.filter((term) => !hasSymbol(term, unknown))));
  const { isNegative, magnitude } = splitSign(moved);
  return write(board, layer, {
    text: isNegative ? `Add ${math(magnitude)} to both sides.` : `Subtract ${math(moved)} from both sides.`,
    side: add(...own),
    values: layer.values.map((value) => difference(value, moved)),
    rule: isNegative ? 'add-both-sides' : 'subtract-both-sides',
    why: 'What is equal stays equal when the same is done to both sides.',
    isMinor: true,
  });
}

function undoProduct(board: Board, layer: Layer, side: ExprOf<'multiply'>, unknown: string): Undone {
  const own = side.factors.filter((factor) => hasSymbol(factor, unknown));
  const factor = tidy(multiply(...side.factors.filter((item) => !hasSymbol(item, unknown))));
  if (isZero(factor)) return undefined;
  const conditions = hasLetters(factor) ? [relation(factor, '!=', num(0))] : [];
  return write(board, layer, {
    text: `Divide both sides by ${math(factor)}${forCondition(conditions)}.`,
    side: multiply(...own),
    values: layer.values.map((value) => quotient(value, factor)),
    rule: conditions.length > 0 ? 'divide-by-parameter' : 'divide-both-sides',
    why:
      conditions.length > 0
        ? 'Division by 0 has no meaning, so that case stands apart.'
        : `This may be done, because ${math(factor)} is not $0$.`,
    conditions,
    isMinor: true,
  });
}

function forCondition(conditions: readonly Expr[]): string {
  return conditions.length === 0 ? '' : `, for ${mathList(conditions)}`;
}

function undoFraction(board: Board, layer: Layer, side: ExprOf<'divide'>, unknown: string): Undone {
  const { numerator, denominator } = side;
  if (!hasSymbol(denominator, unknown)) {
    return write(board, layer, {
      text: `Multiply both sides by ${math(denominator)}.`,
      side: numerator,
      values: layer.values.map((value) => product(value, denominator)),
      rule: 'multiply-both-sides',
      why: `Multiplying by ${math(denominator)} undoes the division.`,
      isMinor: true,
    });
  }
  const kept = layer.values.filter((value) => !isZero(value));
  if (kept.length === 0) return none(`A fraction with the numerator ${math(numerator)} is never $0$.`);
  const conditions = kept.filter(hasLetters).map((value) => relation(value, '!=', num(0)));
  return write(board, layer, {
    text: `Turn both sides over: multiply by ${math(denominator)}, which must not be $0$, and divide by ${mathList(kept)}${forCondition(conditions)}.`,
    side: denominator,
    values: kept.map((value) => quotient(numerator, value)),
    rule: 'take-reciprocal',
    why: 'Two numbers other than 0 are equal exactly when their reciprocals are.',
    conditions,
  });
}

function undoPower(board: Board, layer: Layer, base: Expr, exponentExpr: Expr, setting: Setting): Undone {
  const exponent = rationalOf(exponentExpr);
  if (exponent === undefined) return undefined;
  if (exponent.s < 0n) {
    const kept = layer.values.filter((value) => !isZero(value));
    if (kept.length === 0) return none('A power with a negative exponent is never $0$.');
    return write(board, layer, {
      text: 'Take the reciprocal of both sides.',
      side: exponent.equals(-1) ? base : power(base, num(exponent.neg())),
      values: kept.map((value) => quotient(num(1), value)),
      rule: 'take-reciprocal',
      why: 'A negative exponent means one over the power.',
      conditions: kept.filter(hasLetters).map((value) => relation(value, '!=', num(0))),
    });
  }
  if (!isInteger(exponent)) return undoFractionalPower(board, layer, base, exponent);
  if (exponent.n > 1000n) return stuck('The exponent in this one is too large for me.', 'too-large');
  const index = Number(exponent.n);
  if (setting.domain === 'complex' && index > 2) return undefined;
  if (index % 2 === 1) {
    return write(board, layer, {
      text: `Take the ${rootName(index)} on both sides.`,
      side: base,
      values: layer.values.map((value) => rootOf(value, index)),
      rule: 'take-root',
      why: 'Exactly one real number has a given odd power.',
    });
  }
  const isComplex = setting.domain === 'complex';
  const possible = layer.values.filter((value) => isComplex || !isNegative(value));
  const dropped = layer.values.filter((value) => !possible.includes(value));
  if (possible.length === 0)
    return none(`An even power of a real number is never negative, so it cannot be ${mathList(dropped, 'or')}.`);
  const conditions = isComplex ? [] : possible.filter(hasLetters).map((value) => relation(value, '>=', num(0)));
  const dropping =
    dropped.length > 0
      ? `${mathList(dropped)} ${dropped.length === 1 ? 'is' : 'are'} negative and cannot be an even power. `
      : '';
  const isOnlyZero = possible.every(isZero);
  return write(board, layer, {
    text: isOnlyZero
      ? `${dropping}A power is $0$ only where its base is.`
      : `${dropping}Take the ${rootName(index)} on both sides${forCondition(conditions)}. Both signs are possible.`,
    side: base,
    values: possible.flatMap((value) => {
      if (isZero(value)) return [num(0)];
      const size =
        isComplex && isNegative(value) ? tidy(multiply(i, rootOf(tidy(negate(value)), index))) : rootOf(value, index);
      return [rationalOf(size) === undefined ? negate(size) : tidy(negate(size)), size];
    }),
    rule: 'square-roots',
    why: isOnlyZero
      ? 'A product of numbers other than 0 is not 0.'
      : 'Two opposite numbers have the same even power, and no others have it.',
    conditions,
  });
}

function undoFractionalPower(board: Board, layer: Layer, base: Expr, exponent: Rational): Undone {
  const isEvenRoot = exponent.d % 2n === 0n;
  const isEvenPower = exponent.n % 2n === 0n;
  const possible = layer.values.filter((value) => !((isEvenRoot || isEvenPower) && isNegative(value)));
  if (possible.length === 0)
    return none(`This power is never negative, so it cannot be ${mathList(layer.values, 'or')}.`);
  const turned = exponent.inverse();
  return write(board, layer, {
    text: `Raise both sides to the power ${math(num(turned))}${isEvenPower ? '; both signs are possible, because the numerator of the exponent is even' : ''}.`,
    side: base,
    values: possible.flatMap((value) => {
      if (isZero(value)) return [num(0)];
      const result = powerOf(value, turned);
      return isEvenPower && !isEvenRoot ? [tidy(negate(result)), result] : [result];
    }),
    rule: 'raise-to-reciprocal',
    why: `The exponents multiply to 1: ${math(equals(multiply(num(exponent), num(turned)), num(1)))}.`,
  });
}

function powerOf(value: Expr, exponent: Rational): Expr {
  const raised = exponent.n === 1n ? value : tidy(power(value, num(rational(exponent.n))));
  return exponent.d === 1n ? raised : rootOf(raised, Number(exponent.d));
}

function undoRoot(board: Board, layer: Layer, side: ExprOf<'root'>): Undone {
  const exponent = side.index === undefined ? rational(2) : rationalOf(side.index);
  if (exponent === undefined || !isInteger(exponent) || exponent.s < 0n) return undefined;
  const index = Number(exponent.n);
  const isEven = index % 2 === 0;
  const possible = layer.values.filter((value) => !(isEven && isNegative(value)));
  if (possible.length === 0)
    return none(`A root of even order is never negative, so it cannot be ${mathList(layer.values, 'or')}.`);
  const conditions = isEven ? possible.filter(hasLetters).map((value) => relation(value, '>=', num(0))) : [];
  return write(board, layer, {
    text:
      index === 2
        ? `Square both sides${forCondition(conditions)}.`
        : `Raise both sides to the power $${index.toString()}$${forCondition(conditions)}.`,
    side: side.radicand,
    values: possible.map((value) => tidy(power(value, num(index)))),
    rule: 'square-both-sides',
    why: isEven
      ? `The right side is not negative, so this gains no false solution.`
      : 'An odd power takes different numbers to different numbers.',
    conditions,
  });
}

function undoAbsolute(board: Board, layer: Layer, operand: Expr): Undone {
  const possible = layer.values.filter((value) => !isNegative(value));
  if (possible.length === 0)
    return none(`An absolute value is never negative, so it cannot be ${mathList(layer.values, 'or')}.`);
  const conditions = possible.filter(hasLetters).map((value) => relation(value, '>=', num(0)));
  return write(board, layer, {
    text: possible.every(isZero)
      ? 'An absolute value is $0$ only where its argument is.'
      : `A number with the absolute value ${mathList(possible, 'or')} is this number or its opposite${forCondition(conditions)}.`,
    side: operand,
    values: possible.flatMap((value) => (isZero(value) ? [num(0)] : [tidy(negate(value)), value])),
    rule: 'absolute-value-cases',
    why: 'The absolute value is the distance from 0, which a number and its opposite have in common.',
    conditions,
  });
}

function undoExponential(board: Board, layer: Layer, base: Expr, exponent: Expr): Undone {
  const positive = approximate(base);
  if (positive === undefined || positive <= 0 || positive === 1) return undefined;
  const possible = layer.values.filter((value) => !isNegative(value) && !isZero(value));
  const dropped = layer.values.filter((value) => !possible.includes(value));
  if (possible.length === 0)
    return none(
      `A power of the positive number ${math(base)} is always positive, so it cannot be ${mathList(dropped, 'or')}.`,
    );
  const conditions = possible.filter(hasLetters).map((value) => relation(value, '>', num(0)));
  const dropping =
    dropped.length > 0
      ? `A power of ${math(base)} is always positive, so ${mathList(dropped)} ${dropped.length === 1 ? 'drops' : 'drop'} out. `
      : '';
  const values = possible.map((value) => logarithmOf(value, base));
  const isExact = values.every((value) => rationalOf(value) !== undefined);
  const asPowers = possible.flatMap((value, index) => {
    const written = values[index];
    return written === undefined ? [] : [math(equals(value, power(base, written)))];
  });
  return write(board, layer, {
    text: isExact
      ? `${dropping}Write the right side as a power of ${math(base)}: ${asPowers.join(', ')}. Then compare the exponents.`
      : `${dropping}Take the ${base.kind === 'constant' ? 'natural logarithm on both sides' : `natural logarithm on both sides and divide by ${math(call('ln', base))}`}${forCondition(conditions)}.`,
    side: exponent,
    values,
    rule: isExact ? 'compare-exponents' : 'take-logarithm',
    why: isExact
      ? 'Powers of the same base (other than 1) are equal only where their exponents are.'
      : base.kind === 'constant'
        ? 'The logarithm undoes the power: it is the exponent.'
        : 'The logarithm of a power is the exponent times the logarithm of the base.',
    conditions,
  });
}

/** log_x a = c: x is the positive number with x^c = a. */
function undoLogarithmBase(board: Board, layer: Layer, argument: Expr, base: Expr, unknown: string): Undone {
  const exponents = layer.values.map((value) => rationalOf(value));
  if (hasSymbol(argument, unknown) || !exponents.every((exponent) => exponent !== undefined && exponent.n > 0n))
    return undefined;
  const values = exponents.flatMap((exponent) =>
    exponent === undefined ? [] : [powerOf(argument, exponent.inverse())],
  );
  if (values.some((value) => rationalOf(value)?.equals(1) === true))
    return none('A logarithm with base $1$ does not exist.');
  return write(board, layer, {
    text: `The logarithm is the exponent: ${mathList(layer.values.map((value) => equals(power(base, value), argument)))}. The base of a logarithm is positive, so take the positive root.`,
    side: base,
    values,
    rule: 'undo-logarithm',
    why: `The logarithm of ${math(argument)} is the exponent to which the base must be raised to give ${math(argument)}.`,
  });
}

function undoCall(board: Board, layer: Layer, side: ExprOf<'call'>, unknown: string): Undone {
  const [argument, second] = side.args;
  if (argument === undefined) return undefined;
  if (side.name === 'exp') return undoExponential(board, layer, e, argument);
  if (side.name === 'ln' || side.name === 'log') {
    const base = side.name === 'ln' ? e : (second ?? num(10));
    if (second !== undefined && hasSymbol(second, unknown))
      return undoLogarithmBase(board, layer, argument, second, unknown);
    if (second !== undefined && freeSymbols(second).length > 0) return undefined;
    return write(board, layer, {
      text: `Make both sides the exponent of ${math(base)}.`,
      side: argument,
      values: layer.values.map((value) => tidy(power(base, value))),
      rule: 'undo-logarithm',
      why: `The logarithm is the exponent to which ${math(base)} is raised, so this undoes it; and a power of ${math(base)} is positive, as the logarithm asks.`,
    });
  }
  const circular = inverseTrigonometry(side.name, layer.values, layer.letter);
  if (circular === undefined) return undefined;
  if (circular.type === 'none') return none(circular.note);
  return write(board, layer, { ...circular, side: argument });
}

/** Certain to be a negative number. */
export function isNegative(value: Expr): boolean {
  const exact = rationalOf(value);
  if (exact !== undefined) return signOf(exact) < 0;
  const size = approximate(value);
  return size !== undefined && size < -1e-12;
}

export function hasLetters(expr: Expr): boolean {
  return freeSymbols(expr).length > 0;
}
