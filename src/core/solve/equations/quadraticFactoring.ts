import { add, equals, multiply, negate, num, or, power, subtract, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd, integerRoot } from '../../math/integers.ts';
import { rational, type Rational } from '../../math/rational.ts';
import type { Board } from './board.ts';
import { monomialExpr, polynomialExpr, sumOf, type Coefficients } from './coefficients.ts';
import type { Setting, Solutions } from './outcome.ts';
import { integerCoefficients } from './quadraticForm.ts';
import { rationalOf, splitSign } from './tidy.ts';
import { math } from './words.ts';

import { rationalQuadraticRoots, rootsLine } from './quadratic.ts';

/** Factors with whole coefficients: [[p, q], [r, s]] for (px + q)(rx + s), times `content`; undefined where there are none over Q. */
export function factorQuadratic(
  items: Coefficients,
): readonly [readonly [bigint, bigint], readonly [bigint, bigint]] | undefined {
  const whole = integerCoefficients(items);
  const [c, b, a] = whole ?? [];
  if (a === undefined || b === undefined || c === undefined || a <= 0n) return undefined;
  const discriminant = b * b - 4n * a * c;
  const root = discriminant < 0n ? undefined : integerRoot(discriminant, 2);
  if (root === undefined || gcd(a, gcd(b, c)) !== 1n) return undefined;
  const [low, high] = [rational(-b - root, 2n * a), rational(-b + root, 2n * a)];
  const factor = (value: Rational): readonly [bigint, bigint] => [value.d, value.s < 0n ? value.n : -value.n];
  return [factor(high), factor(low)];
}

export function linearExpr([p, q]: readonly [bigint, bigint], unknown: string): Expr {
  return polynomialExpr([num(q), num(p)], unknown);
}

/** By factoring; undefined where the factors are not rational. */
export function byFactoring(board: Board, items: Coefficients, setting: Setting): Solutions | undefined {
  const factors = factorQuadratic(items);
  if (factors === undefined) return undefined;
  const { unknown } = setting;
  const [first, second] = factors;
  const isSquare = first[0] === second[0] && first[1] === second[1];
  const [u, v] = [linearExpr(first, unknown), linearExpr(second, unknown)];
  writeFactoring(board, items, factors, (left) => equals(left, num(0)), setting);
  const roots = rationalQuadraticRoots(items, setting) ?? [];
  const lines = (isSquare ? [u] : isBare(second) ? [v, u] : [u, v]).map((factor) => equals(factor, num(0)));
  board.write({
    text: isSquare
      ? `A square is $0$ only where its base is $0$: ${math(equals(u, num(0)))}.`
      : `A product is $0$ only where one of its factors is $0$: ${lines.map(math).join(' or ')}.`,
    to: rootsLine(unknown, roots),
    rule: 'zero-product',
    why: isSquare
      ? 'Both factors are the same, so there is one solution, and it counts twice.'
      : 'If no factor were 0, the product would not be 0 either.',
    parts: [
      {
        text: isSquare ? 'Set the base equal to $0$.' : 'Set each factor equal to $0$.',
        to: or(...lines),
        rule: 'zero-product',
        why: 'A product is 0 exactly when one of its factors is.',
      },
      {
        text: isSquare ? 'Solve the linear equation.' : 'Solve each of the linear equations.',
        to: rootsLine(unknown, roots),
        rule: 'solve-linear-factors',
        why: 'Each is solved by the same operation on both sides.',
      },
    ],
  });
  return { type: 'roots', roots: roots.map((value) => ({ value })) };
}

function isBare([, q]: readonly [bigint, bigint]): boolean {
  return q === 0n;
}

function factoredExpr(
  [first, second]: readonly [readonly [bigint, bigint], readonly [bigint, bigint]],
  unknown: string,
): Expr {
  const [u, v] = [linearExpr(first, unknown), linearExpr(second, unknown)];
  if (first[0] === second[0] && first[1] === second[1]) return power(u, num(2));
  return isBare(second) ? multiply(v, u) : multiply(u, v);
}

/** Writes the factored form; `lineOf` makes the line from what stands for the quadratic. */
export function writeFactoring(
  board: Board,
  items: Coefficients,
  factors: readonly [readonly [bigint, bigint], readonly [bigint, bigint]],
  lineOf: (left: Expr) => Expr,
  setting: Setting,
): void {
  const to = lineOf(factoredExpr(factors, setting.unknown));
  const { unknown } = setting;
  const [c = 0n, b = 0n, a = 1n] = integerCoefficients(items) ?? [];
  const [[p, q], [r, s]] = factors;
  if (c === 0n) {
    board.write({
      text: `Take out the common factor $${unknown}$.`,
      to,
      rule: 'common-factor',
      why: `Every term on the left contains $${unknown}$.`,
    });
  } else if (b === 0n) {
    const [m, n] = [num(p), num(q < 0n ? -q : q)];
    const squares = subtract(
      p === 1n ? power(sym(unknown), num(2)) : power(multiply(m, sym(unknown)), num(2)),
      power(n, num(2)),
    );
    board.write({
      text: `The left side is a difference of two squares, ${math(squares)}: factor it.`,
      to,
      rule: 'difference-of-squares',
      why: 'Whatever $u$ and $v$ stand for, $u^2 - v^2 = (u - v)(u + v)$.',
    });
  } else if (p === r && q === s) {
    const sign = q < 0n ? '-' : '+';
    board.write({
      text: `The left side is the square of a ${q < 0n ? 'difference' : 'sum'}: the middle term ${math(monomialExpr({ coefficient: num(b), degree: 1 }, unknown))} is twice the product of the two bases.`,
      to,
      rule: 'perfect-square',
      why: `Whatever $u$ and $v$ stand for, $u^2 ${sign} 2uv + v^2 = (u ${sign} v)^2$.`,
    });
  } else if (a === 1n) {
    board.write({
      text: `Find two numbers whose product is $${c.toString()}$ and whose sum is $${b.toString()}$: they are $${q.toString()}$ and $${s.toString()}$.`,
      to,
      rule: 'factor-by-sum-and-product',
      why: `When $(${unknown} + m)(${unknown} + n)$ is multiplied out, $mn$ is the constant term and $m + n$ the coefficient of $${unknown}$.`,
    });
  } else {
    // ax² + bx + c = ax² + psx + qrx + c with ps + qr = b and ps·qr = ac
    const [m, n] = [p * s, q * r];
    const split = sumOf(
      [
        { coefficient: num(a), degree: 2 },
        { coefficient: num(m), degree: 1 },
        { coefficient: num(n), degree: 1 },
        { coefficient: num(c), degree: 0 },
      ],
      unknown,
    );
    const first = linearExpr([r, s], unknown);
    const pairs = add(
      withScalar(monomialExpr({ coefficient: num(p), degree: 1 }, unknown), first),
      withScalar(num(q), first),
    );
    board.write({
      text: `Find two numbers whose product is $${a.toString()} \\cdot ${inBrackets(c)} = ${(a * c).toString()}$ and whose sum is $${b.toString()}$: they are $${m.toString()}$ and $${n.toString()}$. Split the middle term with them and take out common factors.`,
      to,
      rule: 'factor-by-grouping',
      why: 'Split like this, the two pairs of terms share a bracket, which can be taken out.',
      parts: [
        {
          text: `Find two numbers whose product is $${a.toString()} \\cdot ${inBrackets(c)} = ${(a * c).toString()}$ and whose sum is $${b.toString()}$: they are $${m.toString()}$ and $${n.toString()}$. Split the middle term with them.`,
          to: lineOf(split),
          rule: 'split-middle-term',
          why: 'The two new terms add up to the old middle term.',
        },
        {
          text: 'Take out what is common in the first two terms, and in the last two.',
          to: lineOf(pairs),
          rule: 'common-factor',
          why: 'Then both pairs share a bracket.',
        },
        {
          text: `Take out the common bracket ${math({ ...first })}.`,
          to,
          rule: 'common-factor',
          why: 'What is common to both terms may be put in front of a bracket.',
        },
      ],
    });
  }
}

function inBrackets(value: bigint): string {
  return value < 0n ? `(${value.toString()})` : value.toString();
}

function withScalar(factor: Expr, bracket: Expr): Expr {
  const { isNegative, magnitude } = splitSign(factor);
  const written = rationalOf(magnitude)?.equals(1) === true ? bracket : multiply(magnitude, bracket);
  return isNegative ? negate(written) : written;
}
