import { divide, e, multiply, num, pi, power } from '../../math/build.ts';
import { certifiedSign, certifiedValue, type RealNumber } from '../../math/certify.ts';
import { compile, evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { fromRational } from '../../math/number/fixed.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rational, type Rational } from '../../math/rational.ts';
import { contains } from '../../math/tree.ts';
import type { ExactWork } from '../../solve/exactWork.ts';
import { satisfies } from '../cells.ts';
import { satisfiesWith } from '../putBack.ts';
import { differenceOf, relationsOf, type Statement } from '../statement.ts';

export interface CertainPoints {
  /** A value that surely satisfies the first statement and surely not the second, in words: `$x = 2$`, `$x \approx 1.31$`. */
  readonly lost?: string | undefined;
  /** The reverse. */
  readonly added?: string | undefined;
}

/**
 * For what no exact procedure compares, in one unknown: values where the two statements surely differ. A zero between two
 * values of different sign is certain where the function is continuous there; so is what holds on the whole interval.
 * Finding none proves nothing.
 */
export function certainPoints(first: Statement, second: Statement, unknown: string, work: ExactWork): CertainPoints {
  return { lost: onlyIn(first, second, unknown, work), added: onlyIn(second, first, unknown, work) };
}

function onlyIn(statement: Statement, other: Statement, unknown: string, work: ExactWork): string | undefined {
  const mayHold = atLeastRoughly(statement, unknown);
  for (const value of plainValues(statement)) {
    if (!mayHold(evaluate(value))) continue;
    work.check();
    const values = new Map([[unknown, value]]);
    if (satisfiesWith(statement, values) !== 'yes') continue;
    const found = satisfiesWith(other, values);
    if (found === 'no' || found === 'undefined')
      return `$${toTex({ kind: 'symbol', name: unknown })} = ${toTex(value)}$`;
  }
  for (const bracket of bracketsOf(statement, unknown, work)) {
    work.check();
    const place = new Map([[unknown, widely(bracket)]]);
    if (holdsOn(other, place) !== false) continue;
    const value = Number(((bracket.low.valueOf() + bracket.high.valueOf()) / 2).toPrecision(7));
    return `$${toTex({ kind: 'symbol', name: unknown })} \\approx ${value}$`;
  }
  return undefined;
}

/** A look in doubles, which spares the exact one nearly always. */
function atLeastRoughly(statement: Statement, unknown: string): (value: number) => boolean {
  if (statement.type === 'or') {
    const items = statement.items.map((item) => atLeastRoughly(item, unknown));
    return (value) => items.some((test) => test(value));
  }
  if (statement.type !== 'relation' || statement.operator !== '=') return () => true;
  const difference = compile(differenceOf(statement), [unknown]);
  return (value) => Math.abs(difference([value])) < 1e-6 * Math.max(1, Math.abs(value));
}

/** Values that a person would try; angles and powers of e where there is need of them. */
function plainValues(statement: Statement): readonly Expr[] {
  const has = (test: (node: Expr) => boolean) =>
    relationsOf(statement).some(({ left, right }) => contains(left, test) || contains(right, test));
  const values: Expr[] = [];
  for (const n of [0, 1, -1, 2, -2, 3, -3, 4, 5, -4, -5, 6, 8, 9, 10, -6, -10, 16, 25, 27, 100]) values.push(num(n));
  for (const n of [1, -1, 3, -3, 5]) values.push(num(rational(n, 2)));
  if (has((node) => node.kind === 'call' && /^(?:sin|cos|tan|cot|sec|csc)$/.test(node.name))) {
    for (const [n, d] of angles) values.push(d === 1 ? multiply(num(n), pi) : divide(multiply(num(n), pi), num(d)));
  }
  if (has((node) => node.kind === 'call' && /^(?:ln|log)$/.test(node.name))) {
    for (const n of [1, 2, -1, -2]) values.push(power(e, num(n)));
  }
  return values;
}

const angles: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 6],
  [2, 3],
  [3, 4],
  [5, 6],
  [-1, 2],
  [-1, 3],
  [-1, 4],
  [-1, 6],
  [3, 2],
  [2, 1],
];

interface Bracket {
  readonly low: Rational;
  readonly high: Rational;
}

const grid: readonly number[] = Array.from({ length: 601 }, (_, k) => {
  const u = (k - 300) / 300;
  return 8 * u + 92 * u ** 5 + 1.73e-3;
});

/** Short intervals that surely hold a solution: a point for an inequality, a certain change of sign for an equation. */
function bracketsOf(statement: Statement, unknown: string, work: ExactWork): readonly Bracket[] {
  const items = statement.type === 'or' ? statement.items : [statement];
  const found: Bracket[] = [];
  for (const item of items) {
    if (item.type === 'relation' && item.operator === '=') found.push(...zeros(differenceOf(item), unknown, work));
    else found.push(...samples(item, unknown));
  }
  return found;
}

function samples(statement: Statement, unknown: string): readonly Bracket[] {
  if (relationsOf(statement).some(({ operator }) => operator === '=')) return [];
  return grid.flatMap((x, index) => {
    if (index % 12 !== 0) return [];
    const value = fromDouble(x);
    return holdsOn(statement, new Map([[unknown, value]])) === true ? [{ low: value, high: value }] : [];
  });
}

function zeros(difference: Expr, unknown: string, work: ExactWork): readonly Bracket[] {
  const f = compile(difference, [unknown]);
  const found: Bracket[] = [];
  for (let index = 0; index + 1 < grid.length && found.length < 12; index += 1) {
    let [a, b] = [grid[index] ?? 0, grid[index + 1] ?? 0];
    const sign = f([a]);
    if (!(sign * f([b]) < 0)) continue;
    work.check();
    for (let turn = 0; turn < 45 && b - a > 1e-9; turn += 1) {
      const middle = (a + b) / 2;
      if (f([middle]) * sign > 0) a = middle;
      else b = middle;
    }
    const bracket = { low: fromDouble(a - 1e-9), high: fromDouble(b + 1e-9) };
    if (isCertain(difference, unknown, bracket)) found.push(bracket);
  }
  return found;
}

function isCertain(difference: Expr, unknown: string, bracket: Bracket): boolean {
  if (contains(difference, isJumping)) return false;
  const [low, high] = [bracket.low, bracket.high].map((value) =>
    certifiedSign(difference, new Map([[unknown, value]])),
  );
  if (low?.type !== 'sign' || high?.type !== 'sign' || low.sign * high.sign >= 0) return false;
  return certifiedValue(difference, new Map([[unknown, widely(bracket)]]), 64).type === 'interval';
}

function isJumping(node: Expr): boolean {
  return node.kind === 'piecewise' || (node.kind === 'call' && /^(?:floor|ceil|round|sign|mod)$/.test(node.name));
}

function widely({ low, high }: Bracket): Rational | RealNumber {
  if (low.equals(high)) return low;
  return { interval: (bits) => ({ lo: fromRational(low, bits).lo, hi: fromRational(high, bits).hi }) };
}

const scale = 2 ** 40;

function fromDouble(value: number): Rational {
  return rational(BigInt(Math.round(value * scale)), BigInt(scale));
}

/** Whether a statement surely holds, or surely fails, everywhere in a place. */
function holdsOn(statement: Statement, place: ReadonlyMap<string, Rational | RealNumber>): boolean | undefined {
  switch (statement.type) {
    case 'relation': {
      const reading = certifiedSign(differenceOf(statement), place, [64, 192]);
      if (reading.type === 'undefined') return false;
      return reading.type === 'sign' ? satisfies(reading.sign, statement.operator) : undefined;
    }
    case 'not': {
      const inner = holdsOn(statement.operand, place);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const values = statement.items.map((item) => holdsOn(item, place));
      const isAnd = statement.type === 'and';
      if (values.includes(!isAnd)) return !isAnd;
      return values.includes(undefined) ? undefined : isAnd;
    }
  }
}
