import { multiply, num, pi, sym } from '../../math/build.ts';
import { certifiedValue } from '../../math/certify.ts';
import { domainConditions } from '../../math/domain.ts';
import { compile, evaluate } from '../../math/evaluate.ts';
import { exactRoots } from '../../math/exactRoots.ts';
import type { Expr } from '../../math/expr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { approximateRoot, realRoots } from '../../math/realRoots.ts';
import { contains, hasSymbol } from '../../math/tree.ts';
import { rational } from '../../math/rational.ts';
import type { ExactWork } from '../exactWork.ts';
import { isSurelyPositive } from './integration/forms.ts';
import { tidy } from './tidy.ts';

const jumps = new Set(['floor', 'ceil', 'round', 'sign', 'mod', 'gcd', 'lcm']);

/**
 * Is the expression surely defined, and so continuous, everywhere from `from` to `to`? By interval arithmetic on ever
 * smaller parts, at most 2^depth of them. False also where that can't be decided.
 */
export function isDefinedOn(expr: Expr, x: string, from: number, to: number, depth: number): boolean {
  if (contains(expr, (node) => node.kind === 'piecewise' || (node.kind === 'call' && jumps.has(node.name))))
    return false;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return false;
  const point = new Map([[x, { interval: (bits: number) => wide(from, to, bits) }]]);
  const reading = certifiedValue(expr, point, 64);
  if (reading.type === 'exact' || reading.type === 'interval') return true;
  if (depth <= 0 || reading.type === 'unsupported' || reading.type === 'tooLarge') return false;
  const middle = (from + to) / 2;
  return isDefinedOn(expr, x, from, middle, depth - 1) && isDefinedOn(expr, x, middle, to, depth - 1);
}

/**
 * Is the expression surely defined strictly between the bounds, also infinite ones? By its conditions alone: each is
 * always positive or a polynomial without a zero there.
 */
export function hasNoGap(expr: Expr, x: string, from: number, to: number, work: ExactWork): boolean {
  if (contains(expr, (node) => node.kind === 'piecewise' || (node.kind === 'call' && jumps.has(node.name))))
    return false;
  return domainConditions(expr).every((condition) => {
    const inside = condition.expr.kind === 'abs' ? condition.expr.operand : condition.expr;
    if (!hasSymbol(inside, x)) return Number.isFinite(evaluate(expr, { [x]: middleOf(from, to) }));
    if (isSurelyPositive(inside)) return true;
    const polynomial = toPolynomial(inside);
    if (polynomial?.variables.length !== 1) return false;
    const isClear = realRoots(polynomial, work).every((root) => {
      const place = approximateRoot(root);
      return place < from + 1e-9 || place > to - 1e-9;
    });
    const isNeeded = condition.type === 'nonzero' || condition.expr.kind === 'abs';
    return isClear && (isNeeded || evaluate(inside, { [x]: middleOf(from, to) }) > 0);
  });
}

function middleOf(from: number, to: number): number {
  if (Number.isFinite(from)) return Number.isFinite(to) ? (from + to) / 2 : from + 1;
  return Number.isFinite(to) ? to - 1 : 0;
}

/** from … to in units of 2^-bits; doubles are taken as they are. */
function wide(from: number, to: number, bits: number): { readonly lo: bigint; readonly hi: bigint } {
  const scaled = (value: number): bigint => BigInt(Math.round(value * 2 ** 40)) << BigInt(bits - 40);
  return { lo: scaled(from), hi: scaled(to) };
}

/** A point strictly between the bounds where the function has no value: a zero of a denominator, the first that is found. */
export function poleBetween(f: Expr, x: string, lower: Expr, upper: Expr, work: ExactWork): Expr | undefined {
  const ends = [lower, upper].map((bound) => evaluate(bound));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const inside = (value: number): boolean => value > from + 1e-9 && value < to - 1e-9;
  for (const condition of domainConditions(f)) {
    if (!hasSymbol(condition.expr, x)) continue;
    const polynomial = toPolynomial(condition.expr);
    if (polynomial?.variables.length === 1) {
      const exact = exactRoots(polynomial, work).roots.find((root) => root.isReal && inside(evaluate(root.value)));
      if (exact !== undefined && isTrouble(condition.type, condition.expr, x, evaluate(exact.value)))
        return exact.value;
      const other = realRoots(polynomial, work).find((root) => inside(approximateRoot(root)));
      if (exact === undefined && other !== undefined)
        return num(rational(Math.round(approximateRoot(other) * 1000), 1000));
      continue;
    }
    const zero = sampledZero(condition.expr, x, from, to);
    if (zero !== undefined && inside(zero) && isTrouble(condition.type, condition.expr, x, zero))
      return nearMultipleOfPi(zero) ?? sym(zero.toPrecision(5));
  }
  return undefined;
}

/** A zero matters for a denominator; for a root or a logarithm where the sign changes there. */
function isTrouble(type: 'nonzero' | 'nonnegative' | 'positive', expr: Expr, x: string, at: number): boolean {
  if (type !== 'nonnegative') return true;
  const signs = [at - 1e-4, at + 1e-4].map((point) => Math.sign(evaluate(expr, { [x]: point })));
  return signs[0] !== signs[1];
}

const samples = 2000;

function sampledZero(expr: Expr, x: string, from: number, to: number): number | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const value = compile(expr, [x]);
  let [last, before] = [value([from]), from];
  for (let k = 1; k <= samples; k += 1) {
    const point = from + ((to - from) * k) / samples;
    const next = value([point]);
    if (last * next < 0) return bisected((at) => value([at]), before, point);
    if (next === 0 && k < samples) return point;
    [last, before] = [next, point];
  }
  return undefined;
}

function bisected(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = Math.sign(f(low));
  for (let k = 0; k < 60; k += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function nearMultipleOfPi(value: number): Expr | undefined {
  for (let denominator = 1; denominator <= 12; denominator += 1) {
    const numerator = Math.round((value / Math.PI) * denominator);
    if (Math.abs((numerator * Math.PI) / denominator - value) < 1e-9)
      return tidy(multiply(num(rational(numerator, denominator)), pi));
  }
  return undefined;
}
