import { add, equals, multiply, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { coefficientsIn, constantValue, degree, type Polynomial } from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { isInteger, isZero, minus, over, rational, times, type Rational } from '../../math/rational.ts';
import type { Derivation, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { answerEqualTo } from './answer.ts';
import { Lines } from './lines.ts';

/** ax² + bx + c as a(x + h)² + k. */
export const completeSquare: Kind = {
  id: 'complete-square',
  tasks: ['completeSquare'],
  ways(task): readonly Way[] {
    if (task.kind !== 'completeSquare') return [];
    const quadratic = readQuadratic(task.expr, task.variable);
    if (quadratic === undefined) return [];
    return [{ id: 'completing-square', name: 'completing the square', derive: () => derive(task.expr, quadratic) }];
  },
};

interface Quadratic {
  readonly variable: string;
  readonly polynomial: Polynomial;
  readonly a: Rational;
  readonly b: Rational;
  readonly c: Rational;
}

function readQuadratic(expr: Expr, wanted: string | undefined): Quadratic | undefined {
  const polynomial = toPolynomial(expr);
  const variable = wanted ?? polynomial?.variables[0];
  if (polynomial === undefined || variable === undefined || degree(polynomial, variable) !== 2) return undefined;
  const [c, b, a] = coefficientsIn(polynomial, variable).map((coefficient) => constantValue(coefficient));
  return a === undefined || b === undefined || c === undefined ? undefined : { variable, polynomial, a, b, c };
}

function derive(expr: Expr, { variable, polynomial, a, b, c }: Quadratic): Derivation {
  const x = sym(variable);
  const lines = new Lines(expr);
  const half = over(b, times(rational(2), a));
  const square = times(half, half);
  const isPlain = isInteger(a) && a.n === 1n && a.s > 0n;
  const timesA = (inner: Expr): Expr => (isPlain ? inner : multiply(num(a), inner));
  const plusNumber = (left: Expr, value: Rational): Expr => (isZero(value) ? left : add(left, num(value)));
  lines.write(polynomialToExpr(polynomial, { variable }), {
    text: `Put it in order, the highest power of $${toTex(x)}$ first.`,
    rule: 'order-terms',
    isMinor: true,
  });
  if (!isPlain) {
    const inner = add(power(x, num(2)), ...(isZero(b) ? [] : [multiply(num(over(b, a)), x)]));
    lines.write(plusNumber(timesA(inner), c), {
      text: `Take $${toTex(num(a))}$ out of the terms with $${toTex(x)}$.`,
      rule: 'factor-out',
      why: 'The square is completed in a bracket that begins with a bare square.',
    });
  }
  const linear = over(b, a);
  if (!isZero(b)) {
    const inner = add(power(x, num(2)), multiply(num(linear), x), num(square), num(rational(-1).mul(square)));
    lines.write(plusNumber(timesA(inner), c), {
      text: `Half of $${toTex(num(linear))}$ is $${toTex(num(half))}$, and its square is $${toTex(num(square))}$: add it and take it away again.`,
      rule: 'complete-square',
      why: '$u^2 + 2hu + h^2$ is the square of $u + h$; what is added is taken away again, so nothing changes.',
    });
  }
  const rest = minus(c, times(a, square));
  const final = plusNumber(timesA(power(isZero(half) ? x : add(x, num(half)), num(2))), rest);
  const bracket = add(power(x, num(2)), multiply(num(linear), x), num(square));
  lines.write(final, {
    text: isZero(b)
      ? 'There is no linear term, so the square is complete already.'
      : `The first three terms are a square: $${toTex(equals(bracket, power(add(x, num(half)), num(2))))}$. Collect the numbers.`,
    rule: 'binomial-square-back',
    why: '$u^2 + 2hu + h^2 = (u+h)^2$.',
  });
  return { type: 'solved', moves: lines.moves, answer: answerEqualTo(expr, final) };
}
