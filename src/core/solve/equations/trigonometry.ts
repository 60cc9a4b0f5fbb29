import { add, call, divide, multiply, negate, num, pi, sqrt, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { rational } from '../../math/rational.ts';
import { approximate } from './order.ts';
import { isZero, tidy } from './tidy.ts';
import { mathList } from './words.ts';

export type Inverse =
  | { readonly type: 'none'; readonly note: string }
  | {
      readonly type: 'inverse';
      readonly text: string;
      readonly values: readonly Expr[];
      readonly rule: string;
      readonly why: string;
      readonly letter?: string;
    }
  | undefined;

const half = rational(1, 2);

/** Sines of the angles that are known by heart, from −π/2 to π/2. */
const knownSines: readonly { readonly sine: Expr; readonly angle: Expr }[] = [
  { sine: num(0), angle: num(0) },
  ...[
    { sine: num(half), part: 6n },
    { sine: divide(sqrt(num(2)), num(2)), part: 4n },
    { sine: divide(sqrt(num(3)), num(2)), part: 3n },
    { sine: num(1), part: 2n },
  ].flatMap(({ sine, part }) => [
    { sine, angle: divide(pi, num(part)) },
    { sine: negate(sine), angle: negate(divide(pi, num(part))) },
  ]),
];

const knownTangents: readonly { readonly sine: Expr; readonly angle: Expr }[] = [
  { sine: num(0), angle: num(0) },
  ...[
    { sine: divide(sqrt(num(3)), num(3)), part: 6n },
    { sine: num(1), part: 4n },
    { sine: sqrt(num(3)), part: 3n },
  ].flatMap(({ sine, part }) => [
    { sine, angle: divide(pi, num(part)) },
    { sine: negate(sine), angle: negate(divide(pi, num(part))) },
  ]),
];

function lookUp(value: Expr, table: readonly { readonly sine: Expr; readonly angle: Expr }[]): Expr | undefined {
  const size = approximate(value);
  return size === undefined
    ? undefined
    : table.find((entry) => Math.abs((approximate(entry.sine) ?? 9) - size) < 1e-13)?.angle;
}

/** What the argument of a function may be where the function has one of these values. Undefined for other functions. */
export function inverseTrigonometry(name: string, values: readonly Expr[], letter: string | undefined): Inverse {
  const own = letter ?? 'k';
  const turn = multiply(num(2), sym(own), pi);
  const straight = multiply(sym(own), pi);
  switch (name) {
    case 'sin':
    case 'cos': {
      if (letter !== undefined) return undefined;
      const possible = values.filter((value) => Math.abs(approximate(value) ?? 0) <= 1 + 1e-12);
      if (possible.length === 0)
        return {
          type: 'none',
          note: `${name === 'sin' ? 'A sine' : 'A cosine'} lies between $-1$ and $1$, so it cannot be ${mathList(values, 'or')}.`,
        };
      const angles = possible.flatMap((value) =>
        name === 'sin' ? sineAngles(value, turn, straight) : cosineAngles(value, turn, straight),
      );
      const dropped = values.filter((value) => !possible.includes(value));
      const dropping = dropped.length > 0 ? `${mathList(dropped)} lies outside of $[-1, 1]$ and drops out. ` : '';
      return {
        type: 'inverse',
        text: `${dropping}Find all angles with the ${name === 'sin' ? 'sine' : 'cosine'} ${mathList(possible, 'or')}; $${own}$ stands for any integer.`,
        values: angles,
        rule: 'inverse-trigonometry',
        why:
          name === 'sin'
            ? 'Sine repeats after every full turn, and an angle and its supplement have the same sine.'
            : 'Cosine repeats after every full turn, and an angle and its opposite have the same cosine.',
        letter: own,
      };
    }
    case 'tan':
      if (letter !== undefined) return undefined;
      return {
        type: 'inverse',
        text: `Find all angles with the tangent ${mathList(values, 'or')}; $${own}$ stands for any integer.`,
        values: values.map((value) => plus(lookUp(value, knownTangents) ?? call('atan', value), straight)),
        rule: 'inverse-trigonometry',
        why: 'Tangent repeats after every half turn and takes each value once in between.',
        letter: own,
      };
    default:
      return undefined;
  }
}

function plus(angle: Expr, period: Expr): Expr {
  return isZero(angle) ? period : add(angle, period);
}

function sineAngles(value: Expr, turn: Expr, straight: Expr): readonly Expr[] {
  const angle = lookUp(value, knownSines);
  if (angle === undefined) return [plus(call('asin', value), turn), add(pi, negate(call('asin', value)), turn)];
  if (isZero(angle)) return [straight];
  if (Math.abs(approximate(value) ?? 0) > 1 - 1e-13) return [plus(angle, turn)];
  return [plus(angle, turn), plus(tidyAngle(add(pi, negate(angle))), turn)];
}

function cosineAngles(value: Expr, turn: Expr, straight: Expr): readonly Expr[] {
  const sine = lookUp(value, knownSines);
  if (sine === undefined) return [plus(call('acos', value), turn), plus(negate(call('acos', value)), turn)];
  const angle = tidyAngle(add(divide(pi, num(2)), negate(sine)));
  if (isZero(sine)) return [plus(angle, straight)];
  if (Math.abs(approximate(value) ?? 0) > 1 - 1e-13) return [plus(angle, turn)];
  return [plus(angle, turn), plus(negate(angle), turn)];
}

/** A rational multiple of π over one denominator: 5π/6. */
export function tidyAngle(expr: Expr): Expr {
  const size = approximate(expr);
  if (size === undefined) return tidy(expr);
  for (const denominator of [1, 2, 3, 4, 5, 6, 8, 10, 12]) {
    const numerator = Math.round((size / Math.PI) * denominator);
    if (Math.abs((numerator * Math.PI) / denominator - size) > 1e-12) continue;
    const top = Math.abs(numerator) === 1 ? pi : multiply(num(Math.abs(numerator)), pi);
    const written = numerator === 0 ? num(0) : denominator === 1 ? top : divide(top, num(denominator));
    return numerator < 0 ? negate(written) : written;
  }
  return tidy(expr);
}
