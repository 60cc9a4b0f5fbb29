import { add, call, equals, multiply, negate, num, pi, power, sqrt, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  constantValue,
  coefficientsIn as polynomialCoefficients,
  degree,
  type Polynomial,
} from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { hasSymbol, mapExpr } from '../../math/tree.ts';
import { rational } from '../../math/rational.ts';
import { Board } from './board.ts';
import { coefficientsIn, degreeOf } from './coefficients.ts';
import { approximate } from './order.ts';
import { outcomeOf } from './cases.ts';
import type { Outcome, Setting } from './outcome.ts';
import { isZero, quotient, rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

/** Sine and cosine of one angle together. */
export function solveTrigonometric(line: Expr, setting: Setting): Outcome | undefined {
  return doubleAngle(line, setting) ?? bySquares(line, setting) ?? homogeneous(line, setting) ?? oneWave(line, setting);
}

/** cos² x → 1 − sin² x where the cosine occurs in squares only, and the other way round. */
function bySquares(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const functions = callsIn(line, unknown);
  const argument = functions[0]?.argument;
  if (argument === undefined || functions.some((item) => math(item.argument) !== math(argument))) return undefined;
  for (const [squared, other] of [
    ['cos', 'sin'],
    ['sin', 'cos'],
  ] as const) {
    const replaced = mapExpr(line, (node) => {
      const isSquare = node.kind === 'power' && node.base.kind === 'call' && node.base.name === squared;
      return isSquare && rationalOf(node.exponent)?.equals(2) === true
        ? add(num(1), negate(power(call(other, argument), num(2))))
        : node;
    });
    const names = callsIn(line, unknown).map((item) => item.name);
    const isMixed = names.includes(squared) && names.includes(other);
    if (!isMixed || callsIn(replaced, unknown).some((item) => item.name === squared)) continue;
    const board = new Board(line, [unknown]);
    board.write({
      text: `Replace ${math(power(call(squared, argument), num(2)))} by ${math(add(num(1), negate(power(call(other, argument), num(2)))))}.`,
      to: replaced,
      rule: 'pythagorean-identity',
      why: 'The squares of sine and cosine of the same angle add up to 1.',
    });
    return goOn(board, replaced, setting);
  }
  return undefined;
}

function goOn(board: Board, next: Expr, setting: Setting): Outcome | undefined {
  const inner = setting.solve(next, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, board.line);
  return outcomeOf(board, inner.solutions);
}

/** a sin x + b cos x = 0: divided by cos x. */
function homogeneous(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const functions = callsIn(line, unknown);
  const argument = functions[0]?.argument;
  if (argument === undefined || functions.some((item) => math(item.argument) !== math(argument))) return undefined;
  const marked = mapExpr(line, (node) =>
    node.kind === 'call' && (node.name === 'sin' || node.name === 'cos')
      ? sym(node.name === 'sin' ? 's_0' : 'c_0')
      : node,
  );
  if (hasSymbol(marked, unknown)) return undefined;
  const [left, right] = sidesOf(marked);
  const value = toRationalFunction(add(left, negate(right)));
  if (value === undefined || constantValue(value.denominator) === undefined || degree(value.numerator) !== 1)
    return undefined;
  const read = (name: string): Expr => coefficientExpr(value.numerator, name, value.kernels);
  const [a, b] = [read('s_0'), read('c_0')];
  const constant = value.numerator.terms.some((term) =>
    term.exponents.every(
      (exponent, index) => exponent === 0 || !['s_0', 'c_0'].includes(value.numerator.variables[index] ?? ''),
    ),
  );
  if (constant || isZero(a) || isZero(b)) return undefined;
  const board = new Board(line, [unknown]);
  const to = equals(call('tan', argument), quotient(negate(b), a));
  board.write({
    text: `Divide by ${math(call('cos', argument))} and bring the tangent alone to one side.`,
    to,
    rule: 'divide-by-cosine',
    why: `Where the cosine is 0 the sine is not, so such an angle is no solution and nothing is lost; and the sine divided by the cosine is the tangent.`,
  });
  return goOn(board, to, setting);
}

/** a sin x + b cos x = c: one wave r sin(x + φ), where φ is an angle that one knows. */
function oneWave(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const functions = callsIn(line, unknown);
  const argument = functions[0]?.argument;
  if (argument === undefined || functions.some((item) => math(item.argument) !== math(argument))) return undefined;
  const marked = mapExpr(line, (node) =>
    node.kind === 'call' && (node.name === 'sin' || node.name === 'cos')
      ? sym(node.name === 'sin' ? 's_0' : 'c_0')
      : node,
  );
  if (hasSymbol(marked, unknown)) return undefined;
  const [left, right] = sidesOf(marked);
  const items = coefficientsIn(add(left, negate(right)), 's_0');
  const rest = coefficientsIn(items?.[0] ?? num(0), 'c_0');
  const [a, b, c] = [items?.[1], rest?.[1], rest?.[0]];
  if (
    items === undefined ||
    degreeOf(items) !== 1 ||
    a === undefined ||
    b === undefined ||
    hasSymbol(a, 'c_0') ||
    degreeOf(rest ?? []) !== 1
  )
    return undefined;
  const size = tidy(sqrt(add(power(a, num(2)), power(b, num(2)))));
  const [x, y] = [approximate(a), approximate(b)];
  const phase = x === undefined || y === undefined ? undefined : knownAngle(Math.atan2(y, x));
  if (phase === undefined) return undefined;
  const board = new Board(line, [unknown]);
  const to = equals(multiply(size, call('sin', add(argument, phase))), tidy(negate(c ?? num(0))));
  board.write({
    text: `Write the sum of sine and cosine as one sine: the factor is ${math(equals(sqrt(add(power(a, num(2)), power(b, num(2)))), size))} and the angle that is added is ${math(phase)}.`,
    to,
    rule: 'one-wave',
    why: 'By the addition theorem $r \\sin(\\alpha + \\varphi) = r \\cos\\varphi \\sin\\alpha + r \\sin\\varphi \\cos\\alpha$, so the two coefficients fix $r$ and $\\varphi$.',
  });
  return goOn(board, to, setting);
}

/** The multiple of π/12 that an angle is; undefined for other angles. */
function knownAngle(angle: number): Expr | undefined {
  const twelfths = Math.round((angle / Math.PI) * 12);
  return Math.abs((twelfths * Math.PI) / 12 - angle) < 1e-12
    ? tidy(multiply(num(rational(twelfths, 12)), pi))
    : undefined;
}

function coefficientExpr(p: Polynomial, name: string, kernels: ReadonlyMap<string, { readonly expr: Expr }>): Expr {
  const item = polynomialCoefficients(p, name)[1];
  return item === undefined
    ? num(0)
    : tidy(polynomialToExpr(item, { symbolOf: (other) => kernels.get(other)?.expr ?? sym(other) }));
}

/** sin 2x beside sin x or cos x: the double angle is written with the single one. */
function doubleAngle(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const functions = callsIn(line, unknown);
  const single = functions.find((item) => functions.some((other) => isDouble(other.argument, item.argument)))?.argument;
  if (single === undefined) return undefined;
  const hasSine = functions.some((item) => item.name === 'sin' && math(item.argument) === math(single));
  const replaced = mapExpr(line, (node) => {
    const [argument] = node.kind === 'call' ? node.args : [];
    if (node.kind !== 'call' || argument === undefined || !isDouble(argument, single)) return node;
    const [sine, cosine] = [call('sin', single), call('cos', single)];
    if (node.name === 'sin') return { kind: 'multiply', factors: [num(2), sine, cosine], sign: 'implicit' };
    if (node.name !== 'cos') return node;
    return hasSine
      ? add(num(1), negate({ kind: 'multiply', factors: [num(2), power(sine, num(2))], sign: 'implicit' }))
      : add({ kind: 'multiply', factors: [num(2), power(cosine, num(2))], sign: 'implicit' }, num(-1));
  });
  const board = new Board(line, [unknown]);
  board.write({
    text: 'Write the double angle with the single one.',
    to: replaced,
    rule: 'double-angle',
    why: 'For every angle $\\sin 2\\alpha = 2 \\sin\\alpha \\cos\\alpha$ and $\\cos 2\\alpha = 1 - 2\\sin^2\\alpha = 2\\cos^2\\alpha - 1$.',
  });
  if (board.moves.length === 0) return undefined;
  return goOn(board, replaced, setting);
}

function isDouble(argument: Expr, single: Expr): boolean {
  return isZero(tidy(add(argument, negate(add(single, single))))) && !isZero(tidy(single));
}

function callsIn(expr: Expr, unknown: string): readonly { readonly name: string; readonly argument: Expr }[] {
  const found: { readonly name: string; readonly argument: Expr }[] = [];
  mapExpr(expr, (node) => {
    const [argument] = node.kind === 'call' ? node.args : [];
    if (node.kind === 'call' && argument !== undefined && hasSymbol(argument, unknown))
      found.push({ name: node.name, argument });
    return node;
  });
  return found;
}
