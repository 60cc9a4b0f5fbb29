import { divide, multiply, negate, num, pi, power, quantity, subtract } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import type { Expr } from '../../math/expr.ts';
import { compareRationals, floorOf, minus, over, rational, times, type Rational } from '../../math/rational.ts';
import { sameExpr } from '../../math/tree.ts';
import { exactForm, hasCall, multipleOf, rationalForm } from './exactForm.ts';
import type { NoNumber } from './exactNumber.ts';
import type { Piece } from './piece.ts';
import { equality } from './piece.ts';
import { math, numberExpr, tex } from './write.ts';

const euler: Expr = { kind: 'constant', name: 'e' };

/** A function applied to a number, or a power of e that has to be looked at. */
export function isFunctionValue(expr: Expr): boolean {
  if (expr.kind === 'call') return expr.args.length > 0 && expr.primes === undefined;
  return expr.kind === 'power' && isEuler(expr.base) && !isPlainExponent(expr.exponent);
}

function isEuler(expr: Expr): boolean {
  return expr.kind === 'constant' && expr.name === 'e';
}

/** e², e^(1/2): nothing to be worked out. */
function isPlainExponent(exponent: Expr): boolean {
  const value = rationalForm(exponent);
  return value !== undefined && value.n !== 0n;
}

/**
 * The exact value of one function at one number, with the words for it. Undefined where it has none in numbers, roots,
 * π and e; a reason where it has no value at all.
 */
export function functionPiece(before: Expr): Piece | NoNumber | undefined {
  const outside = outsideDomain(before);
  if (outside !== undefined) return { type: 'undefined', detail: outside };
  const after = exactForm(before);
  if (after === undefined || hasCall(after)) return undefined;
  const told = wordsFor(before, after);
  return { before, after, rule: told.rule, words: told.words, why: told.why, weight: 2 };
}

interface Told {
  readonly words: string;
  readonly why: string;
  readonly rule: Piece['rule'];
}

function wordsFor(before: Expr, after: Expr): Told {
  if (before.kind === 'power') return exponentialWords(before, before.exponent, after);
  if (before.kind !== 'call') return definition(before, after);
  const [argument, base] = before.args;
  if (argument === undefined) return definition(before, after);
  if (before.name === 'exp') return exponentialWords(before, argument, after);
  if (before.name === 'ln') return logarithmWords(before, argument, euler, after);
  if (before.name === 'log') return logarithmWords(before, argument, base ?? num(10), after);
  if (before.name in angles) return angleWords(before, before.name, argument, after);
  const range = inverses[before.name];
  if (range === undefined) return definition(before, after);
  return {
    words: `Ask for the angle ${range.between} whose ${range.of} is ${math(argument)}: it is ${math(after)}.`,
    why: `${capital(range.of)} takes each of its values once there, so the angle is the only one.`,
    rule: 'inverse-function',
  };
}

const inverses: Readonly<Record<string, { readonly of: string; readonly between: string }>> = {
  asin: { of: 'sine', between: 'from $-\\frac{\\pi}{2}$ to $\\frac{\\pi}{2}$' },
  acos: { of: 'cosine', between: 'from $0$ to $\\pi$' },
  atan: { of: 'tangent', between: 'between $-\\frac{\\pi}{2}$ and $\\frac{\\pi}{2}$' },
};

const angles: Readonly<Record<string, string>> = {
  sin: 'sine',
  cos: 'cosine',
  tan: 'tangent',
  cot: 'cotangent',
  sec: 'secant',
  csc: 'cosecant',
};

function capital(word: string): string {
  return `The ${word}`;
}

function definition(before: Expr, after: Expr): Told {
  return {
    words: `By the definition of the function, $${equality(before, after)}$.`,
    why: 'The definition says what the function does with a number.',
    rule: 'number-function',
  };
}

function exponentialWords(before: Expr, exponent: Expr, after: Expr): Told {
  if (rationalForm(exponent)?.n === 0n)
    return {
      words: `The exponent is $0$, and every number except $0$ to the power of $0$ is $1$: $${equality(before, after)}$.`,
      why: 'Lowering an exponent by one divides by the base; from the first power that leads to one.',
      rule: 'power',
    };
  const isComplex = tex(exponent).includes('i');
  return isComplex && rationalForm(divide(exponent, multiply({ kind: 'constant', name: 'i' }, pi))) !== undefined
    ? {
        words: `By Euler's formula, $e^{i t} = \\cos t + i \\sin t$: here $${equality(before, after)}$.`,
        why: "Euler's formula says where on the unit circle a power of e with an imaginary exponent lies.",
        rule: 'number-function',
      }
    : {
        words: `The power of $e$ and the natural logarithm undo each other: $${equality(before, after)}$.`,
        why: 'The natural logarithm of a number is the exponent that turns e into that number.',
        rule: 'logarithm',
      };
}

function logarithmWords(before: Expr, argument: Expr, base: Expr, after: Expr): Told {
  const shown = power(base, after);
  const why = 'A logarithm is the exponent that turns its base into the number.';
  if (sameExpr(shown, argument))
    return {
      words: `${math(argument)} is written as a power of ${math(base)} already; its logarithm is the exponent: $${equality(before, after)}$.`,
      why,
      rule: 'logarithm',
    };
  return {
    words: `Ask which power of ${math(base)} gives ${math(argument)}: since $${tex(shown)} = ${tex(argument)}$, the logarithm is ${math(after)}.`,
    why,
    rule: 'logarithm',
  };
}

const half = rational(1n, 2n);
const two = rational(2n);

/** The angle as a multiple of π, reduced to the first quadrant. */
function angleWords(before: Expr, name: string, argument: Expr, after: Expr): Told {
  const of = angles[name] ?? name;
  const turns = rationalForm(divide(argument, pi));
  const why = 'The exact values come from the square cut along its diagonal and from half an equilateral triangle.';
  if (turns === undefined || isBetween(turns, half))
    return { words: `This is one of the exact angles: $${equality(before, after)}$.`, why, rule: 'exact-angle' };
  const inTurn = minus(turns, times(two, rational(floorOf(over(turns, two)))));
  const toAxis = minus(inTurn, rational(floorOf(inTurn)));
  const reference = compareRationals(toAxis, half) > 0 ? minus(rational(1n), toAxis) : toAxis;
  const shown = angleExpr(reference, argument);
  const value = exactForm({ kind: 'call', name, args: [shown] });
  const isAxis = reference.n === 0n || compareRationals(reference, half) === 0;
  if (isAxis || value === undefined || hasCall(value))
    return {
      words: `The angle ${math(argument)} lies on an axis, where the ${of} can be read off the unit circle: $${equality(before, after)}$.`,
      why: 'Cosine and sine are the coordinates of the point of the unit circle at that angle.',
      rule: 'exact-angle',
    };
  const sign = sameExpr(value, after) ? 'positive' : 'negative';
  const full =
    compareRationals(turns, two) >= 0 || turns.s < 0n
      ? `Apart from full turns ${math(argument)} is ${math(angleExpr(inTurn, argument))}. `
      : '';
  return {
    words: `${full}The angle to the horizontal axis is ${math(shown)}, with ${of} ${math(value)}, and in that quadrant the ${of} is ${sign}: $${equality(before, after)}$.`,
    why: 'On the unit circle, angles with the same distance to the horizontal axis have the same values but for the sign.',
    rule: 'exact-angle',
  };
}

function isBetween(turns: Rational, upper: Rational): boolean {
  return turns.s >= 0n && compareRationals(turns, upper) <= 0;
}

/** In degrees where the question is. */
function angleExpr(turns: Rational, like: Expr): Expr {
  const isDegrees = (like.kind === 'negate' ? like.operand : like).kind === 'quantity';
  if (isDegrees) return quantity(numberExpr(times(turns, rational(180n)), 'decimal'), '°');
  return turns.n === 0n ? num(0) : multipleOf(turns, pi);
}

/** Says why the function has no real value there; undefined where it has one. */
function outsideDomain(expr: Expr): string | undefined {
  if (expr.kind !== 'call') return undefined;
  const [argument, base] = expr.args;
  if (argument === undefined) return undefined;
  switch (expr.name) {
    case 'ln':
    case 'log':
      if (signOf(argument) === undefined) return undefined;
      if (signOf(argument) !== 1)
        return `${math(expr)} has no real value: every power of a positive number is positive, so only positive numbers have a logarithm.`;
      if (
        base !== undefined &&
        signOf(base) !== undefined &&
        (signOf(base) !== 1 || signOf(subtract(base, num(1))) === 0)
      )
        return `${math(expr)} has no value: the base of a logarithm is positive and not $1$.`;
      return undefined;
    case 'asin':
    case 'acos':
      return signOf(subtract(argument, num(1))) === 1 || signOf(subtract(argument, negate(num(1)))) === -1
        ? `${math(expr)} has no real value: no angle has a ${expr.name === 'asin' ? 'sine' : 'cosine'} outside of $-1$ to $1$.`
        : undefined;
    case 'tan':
    case 'sec':
      return isZeroOf('cos', argument) ? pole(expr, 'cosine') : undefined;
    case 'cot':
    case 'csc':
      return isZeroOf('sin', argument) ? pole(expr, 'sine') : undefined;
    default:
      return undefined;
  }
}

function pole(expr: Expr, of: string): string {
  return `${math(expr)} has no value: it divides by the ${of} of the angle, which is $0$ there.`;
}

function isZeroOf(name: 'sin' | 'cos', argument: Expr): boolean {
  return rationalForm({ kind: 'call', name, args: [argument] })?.n === 0n;
}

function signOf(expr: Expr): -1 | 0 | 1 | undefined {
  if (rationalForm(expr)?.n === 0n) return 0;
  const reading = certifiedSign(expr);
  return reading.type === 'sign' ? reading.sign : undefined;
}
