import { call, equals, multiply, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { rational } from '../../math/rational.ts';
import { hasSymbol } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { exactLogarithm } from './logarithm.ts';
import { solveLinear } from './linear.ts';
import type { Outcome, Setting } from './outcome.ts';
import { approximate } from './order.ts';
import { coefficientsIn, degreeOf } from './coefficients.ts';
import { product, rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

interface SinglePower {
  readonly base: Expr;
  readonly exponent: Expr;
}

/** A power on each side: written with one base where that is possible, else both sides' logarithms. */
export function solveExponential(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [left, right] = sidesOf(line);
  const [own, other] = [singlePower(left), singlePower(right)];
  if (
    own === undefined ||
    other === undefined ||
    !hasSymbol(own.exponent, unknown) ||
    !hasSymbol(other.exponent, unknown)
  )
    return undefined;
  const board = new Board(line, [unknown]);
  const common = commonBase(own.base, other.base);
  if (common !== undefined) {
    const powers = [scaled(own, common.own), scaled(other, common.other)];
    const [a, b] = powers;
    if (a === undefined || b === undefined) return undefined;
    board.write({
      text: `Write both sides as powers of ${math(common.base)}.`,
      to: equals(power(common.base, a), power(common.base, b)),
      rule: 'same-base',
      why: 'A power of a power has the product of the exponents.',
    });
    const to = equals(a, b);
    board.write({
      text: 'Compare the exponents.',
      to,
      rule: 'compare-exponents',
      why: 'Powers of the same base (other than 1) are equal only where their exponents are.',
    });
    const inner = setting.solve(to, { ...setting, depth: setting.depth + 1, method: undefined });
    if (inner.type === 'stuck') return inner;
    board.append(inner.moves, board.line);
    return outcomeOf(board, inner.solutions);
  }
  return byLogarithms(board, own, other, setting);
}

function byLogarithms(board: Board, own: SinglePower, other: SinglePower, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [a, b] = [coefficientsIn(own.exponent, unknown), coefficientsIn(other.exponent, unknown)];
  if (a === undefined || b === undefined || degreeOf(a) > 1 || degreeOf(b) > 1) return undefined;
  const to = equals(multiply(own.exponent, logarithm(own.base)), multiply(other.exponent, logarithm(other.base)));
  board.write({
    text: 'Take the natural logarithm of both sides; the exponents come down as factors.',
    to,
    rule: 'take-logarithm',
    why: 'Both sides are positive, equal numbers have equal logarithms, and $\\ln a^b = b \\ln a$.',
  });
  const solutions = solveLinear(board, setting);
  return solutions === undefined ? undefined : outcomeOf(board, solutions);
}

function logarithm(base: Expr): Expr {
  return base.kind === 'constant' && base.name === 'e' ? num(1) : call('ln', base);
}

/** A side that is one power with a positive constant base. */
function singlePower(side: Expr): SinglePower | undefined {
  if (side.kind === 'call' && side.name === 'exp' && side.args[0] !== undefined)
    return { base: { kind: 'constant', name: 'e' }, exponent: side.args[0] };
  if (side.kind !== 'power') return undefined;
  const size = approximate(side.base);
  return size !== undefined && size > 0 && size !== 1 ? { base: side.base, exponent: side.exponent } : undefined;
}

/** own = base^own, other = base^other with whole numbers. */
function commonBase(
  own: Expr,
  other: Expr,
): { readonly base: Expr; readonly own: Expr; readonly other: Expr } | undefined {
  if (own.kind === 'constant' && other.kind === 'constant')
    return own.name === other.name ? { base: own, own: num(1), other: num(1) } : undefined;
  const [a, b] = [rationalOf(own), rationalOf(other)];
  const ratio = a === undefined || b === undefined ? undefined : exactLogarithm(b, a);
  if (ratio === undefined || a === undefined) return undefined;
  if (ratio.d === 1n) return { base: own, own: num(1), other: num(ratio) };
  // own = base^d, other = base^n
  for (let base = 2n; base <= 1000n; base += 1n) {
    const exponent = exactLogarithm(a, rational(base));
    if (exponent?.d === 1n) return { base: num(base), own: num(exponent), other: num(exponent.mul(ratio)) };
  }
  return undefined;
}

function scaled({ exponent }: SinglePower, factor: Expr): Expr {
  if (rationalOf(factor)?.equals(1) === true) return exponent;
  return tidy(product(factor, exponent));
}
