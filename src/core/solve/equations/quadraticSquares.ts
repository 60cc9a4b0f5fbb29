import { add, equals, negate, num, or, plusMinus, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { isZero as isZeroRational, minus, rational, signOf, times, type Rational } from '../../math/rational.ts';
import type { Board } from './board.ts';
import { coefficient, monomialExpr, polynomialExpr, type Coefficients } from './coefficients.ts';
import type { Setting, Solutions } from './outcome.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { squareRootOf, surdExpr } from './surd.ts';
import { isZero, tidy } from './tidy.ts';
import { math } from './words.ts';

import { rationalQuadraticRoots, rootsLine } from './quadratic.ts';

/** By completing the square: for rational coefficients. */
export function byCompletingSquare(board: Board, items: Coefficients, setting: Setting): Solutions | undefined {
  const exact = rationalCoefficients(items);
  const [c, b, a] = exact ?? [];
  if (a === undefined || b === undefined || c === undefined || isZeroRational(b)) return undefined;
  const { unknown } = setting;
  const x = sym(unknown);
  const monic: Coefficients = [num(c.div(a)), num(b.div(a)), num(1)];
  if (!a.equals(1)) {
    board.write({
      text: `Divide both sides by ${math(num(a))}, so that ${math(power(x, num(2)))} has the coefficient $1$.`,
      to: equals(polynomialExpr(monic, unknown), num(0)),
      rule: 'divide-both-sides',
      why: 'Dividing by a number other than 0 keeps the solutions.',
      isMinor: true,
    });
  }
  const [p, q] = [b.div(a), c.div(a)];
  const half = p.div(rational(2));
  const square = times(half, half);
  const left = polynomialExpr([num(0), num(p), num(1)], unknown);
  if (!isZeroRational(q)) {
    board.write({
      text: `${signOf(q) < 0 ? 'Add' : 'Subtract'} ${math(num(q.abs()))} ${signOf(q) < 0 ? 'to' : 'from'} both sides, so that only the terms with $${unknown}$ stay on the left.`,
      to: equals(left, num(q.neg())),
      rule: signOf(q) < 0 ? 'add-both-sides' : 'subtract-both-sides',
      why: 'What is equal stays equal when the same is done to both sides.',
      isMinor: true,
    });
  }
  const right = minus(square, q);
  const base = polynomialExpr([num(half), num(1)], unknown);
  const squared = equals(power(base, num(2)), num(right));
  const filled = equals(add(left, num(square)), num(right));
  board.write({
    text: `Half of the coefficient of $${unknown}$ is ${math(num(half))}; add its square, ${math(num(square))}, to both sides. The left side is then a square.`,
    to: squared,
    rule: 'complete-square',
    why: `When $(${unknown} + h)^2$ is multiplied out, the middle term is $2h${unknown}$, so $h$ is half of that coefficient and $h^2$ is what is missing.`,
    parts: [
      {
        text: `Half of the coefficient of $${unknown}$ is ${math(num(half))}; add its square, ${math(num(square))}, to both sides.`,
        to: filled,
        rule: 'complete-square',
        why: 'This is the constant term that makes the left side a square.',
      },
      {
        text: 'Write the left side as a square.',
        to: squared,
        rule: 'perfect-square',
        why: 'It has the form $u^2 \\pm 2uv + v^2$.',
      },
    ],
  });
  return takeRoots(board, base, right, monic, setting);
}

/** From base² = value, with a base that is linear in the unknown, to the solutions. */
export function takeRoots(board: Board, base: Expr, value: Rational, items: Coefficients, setting: Setting): Solutions {
  const { unknown } = setting;
  if (signOf(value) < 0 && setting.domain === 'real') {
    return {
      type: 'none',
      note: `The square ${math(power(base, num(2)))} cannot be the negative number ${math(num(value))}.`,
    };
  }
  const roots = rationalQuadraticRoots(items, setting) ?? [];
  const { part, radicand, isImaginary } = squareRootOf(value);
  const size = surdExpr({ whole: rational(0), part, radicand, isImaginary });
  if (isZeroRational(value)) {
    board.write({
      text: `A square is $0$ only where its base is $0$: ${math(equals(base, num(0)))}.`,
      to: rootsLine(unknown, roots),
      rule: 'square-roots',
      why: 'The product of a number other than 0 with itself is not 0.',
    });
    return { type: 'roots', roots: roots.map((root) => ({ value: root })) };
  }
  const two = or(equals(base, tidy(negate(size))), equals(base, size));
  board.write({
    text: `Take the square root of both sides${radicand === 1n ? `: the square root of ${math(num(value))} is ${math(size)}` : ''}. Both signs are possible.`,
    to: two,
    // x = ±3 would leave the list of solutions unsaid.
    latex: base.kind === 'symbol' ? undefined : toTex(equals(base, plusMinus(size))),
    rule: 'square-roots',
    why: 'Two opposite numbers have the same square, and no others have it.',
  });
  const offset = coefficient(items, 1);
  board.write({
    text: isZero(offset) ? 'Read off both values.' : `Solve both linear equations for $${unknown}$.`,
    to: rootsLine(unknown, roots),
    rule: 'solve-linear-factors',
    why: 'Each is solved by the same operation on both sides.',
  });
  return { type: 'roots', roots: roots.map((root) => ({ value: root })) };
}

/** ax² + c = 0: the square alone, then its roots. */
export function bySquareRoots(board: Board, items: Coefficients, setting: Setting): Solutions | undefined {
  const exact = rationalCoefficients(items);
  const [c, b, a] = exact ?? [];
  if (a === undefined || b === undefined || c === undefined || !isZeroRational(b)) return undefined;
  const { unknown } = setting;
  const x = sym(unknown);
  const value = c.neg().div(a);
  const alone = equals(power(x, num(2)), num(value));
  const scaled = equals(monomialExpr({ coefficient: num(a), degree: 2 }, unknown), num(c.neg()));
  const moves = !isZeroRational(c);
  const moving = `${signOf(c) < 0 ? 'Add' : 'Subtract'} ${math(num(c.abs()))} ${signOf(c) < 0 ? 'to' : 'from'} both sides`;
  board.write({
    text:
      moves && !a.equals(1)
        ? `${moving} and divide by ${math(num(a))}.`
        : moves
          ? `${moving}.`
          : `Divide both sides by ${math(num(a))}.`,
    to: alone,
    rule: 'isolate-square',
    why: 'The unknown occurs only in its square, so the square is found first.',
    parts: [
      {
        text: `${moving}.`,
        to: scaled,
        rule: 'add-both-sides',
        why: 'What is equal stays equal when the same is done to both sides.',
      },
      {
        text: `Divide both sides by ${math(num(a))}.`,
        to: alone,
        rule: 'divide-both-sides',
        why: 'Dividing by a number other than 0 keeps the solutions.',
      },
    ],
  });
  return takeRoots(board, x, value, items, setting);
}
