import type { Expr } from '../../math/expr.ts';
import { evaluate } from '../../math/evaluate.ts';
import { num, pi } from '../../math/build.ts';
import { constantValue } from '../../math/polynomial.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { rational, toDouble } from '../../math/rational.ts';
import { contains, mapChildren } from '../../math/tree.ts';

/** What could be meant besides plain exact numbers. A wrong claim that is right in one of these readings is left alone. */
export interface Leeway {
  /** The sides with each quantity in its family's smallest unit: 1 hour + 30 minutes. */
  readonly scaled?: { readonly left: Expr; readonly right: Expr } | undefined;
  /** Factors between units that occur. */
  readonly conversions?: readonly number[] | undefined;
  /** Numbers are compared modulo one of these. */
  readonly moduli?: readonly number[] | undefined;
  /** Numerals may be in one of these bases. */
  readonly bases?: readonly number[] | undefined;
  /** "about", "rounded to": the right side may be the nearest whole number or worse. */
  readonly isRough?: boolean | undefined;
  /** The reading itself is not certain. */
  readonly isAmbiguous?: boolean | undefined;
  /** The chain goes on: 3/2 = 1.50 + 3.00 = 4.50 says that the right side begins with the value of the left one. */
  readonly isInChain?: boolean | undefined;
  /** Decimals that stand for something that was rounded before, as they are written. */
  readonly rounded?: ReadonlySet<string> | undefined;
}

const tiny = 1e-9;

/** True where the two sides, which are not equal, mean the same in one of the readings. */
export function isRightSomehow(left: Expr, right: Expr, sign: string, leeway: Leeway): boolean {
  if (leeway.isAmbiguous === true) return true;
  const [a, b] = [evaluate(left), evaluate(right)];
  // Complex numbers and the like: what was decided exactly is not put in doubt by doubles.
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  // What is the same was told apart by less than doubles can see; √25 < √25 is wrong for just that.
  if (isNear(a, b, tiny)) return sign !== '<' && sign !== '>';
  return (
    isRounding(left, right, sign, leeway) ||
    isPercentage(left, right, a, b) ||
    isConversion(a, b, leeway) ||
    (leeway.isInChain === true && isRunOn(left, right, a)) ||
    (leeway.moduli ?? []).some((modulus) => Math.abs(b) < modulus && areCongruent(left, right, modulus)) ||
    (leeway.bases ?? []).some((base) => isRightInBase(left, right, base)) ||
    isProductOfMixed(left, right) ||
    isInDegrees(left, right) ||
    (leeway.isRough === true && Math.abs(a - b) < roughUnit(right, a))
  );
}

export function isNear(a: number, b: number, relative: number): boolean {
  return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b), 1e-12);
}

/**
 * A decimal that is the rounded or cut off value of the other side, as far as its digits go. What is said to be greater or
 * less is compared after rounding alone.
 */
function isRounding(left: Expr, right: Expr, sign: string, leeway: Leeway): boolean {
  const [a, b] = [evaluate(left), evaluate(right)];
  const spread = uncertainty(left, leeway) + uncertainty(right, leeway);
  const difference = Math.abs(a - b);
  if (spread > 0 && difference <= spread * 1.0001) return true;
  const isRounded = (written: Expr, value: number, shown: number): boolean => {
    const unit = unitInLastPlace(written);
    if (unit === undefined) return false;
    if (difference <= (unit / 2) * (1 + 1e-9) + spread) return true;
    const isCutOff = Math.abs(value) >= Math.abs(shown) || leeway.isRough === true || spread > 0;
    return sign === '=' && isCutOff && difference < unit * (1 - 1e-9) + spread;
  };
  return isRounded(right, a, b) || isRounded(left, b, a);
}

/** 1 for 37, 100 for 2800: how far about the number may be meant. A fraction is as near as it can be told from others. */
function roughUnit(expr: Expr, value: number): number {
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  if (inner.kind !== 'number') return Math.min(1, Math.abs(value) / 20);
  const zeros = inner.notation === 'integer' ? /0*$/.exec(inner.text)?.[0].length : 0;
  return 10 ** (zeros ?? 0);
}

/** sin 30 with the degrees left out. */
function isInDegrees(left: Expr, right: Expr): boolean {
  const isTrigonometric = (node: Expr): boolean =>
    node.kind === 'call' && /^a?(?:sin|cos|tan|cot|sec|csc)$/.test(node.name);
  if (!contains(left, isTrigonometric) && !contains(right, isTrigonometric)) return false;
  const inDegrees = (expr: Expr): Expr => {
    const inner = mapChildren(expr, inDegrees);
    if (inner.kind !== 'call' || !isTrigonometric(inner)) return inner;
    const perDegree: Expr = { kind: 'divide', numerator: pi, denominator: num(180), style: 'fraction' };
    if (inner.name.startsWith('a'))
      return { kind: 'divide', numerator: inner, denominator: perDegree, style: 'fraction' };
    return {
      ...inner,
      args: inner.args.map((arg): Expr => ({ kind: 'multiply', factors: [arg, perDegree], sign: 'times' })),
    };
  };
  const [a, b] = [evaluate(inDegrees(left)), evaluate(inDegrees(right))];
  const unit = unitInLastPlace(right) ?? 0;
  return isNear(a, b, tiny) || Math.abs(a - b) < unit;
}

/** 2 1/2 as a product. */
function isProductOfMixed(left: Expr, right: Expr): boolean {
  const isMixed = (node: Expr): boolean => node.kind === 'number' && node.notation === 'mixed';
  if (!contains(left, isMixed) && !contains(right, isMixed)) return false;
  const asProduct = (expr: Expr): Expr => {
    if (expr.kind !== 'number' || expr.notation !== 'mixed') return mapChildren(expr, asProduct);
    const whole = rational(expr.value.n / expr.value.d);
    return num(whole.mul(expr.value.sub(whole)));
  };
  return isNear(evaluate(asProduct(left)), evaluate(asProduct(right)), tiny);
}

/** 10^-places of a decimal (or a percentage) as it is written; undefined for other expressions. */
export function unitInLastPlace(expr: Expr): number | undefined {
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  if (inner.kind !== 'number') return undefined;
  const { text, notation } = inner;
  const scale = notation === 'percent' ? 0.01 : 1;
  const places = /\.(\d+)/.exec(text)?.[1]?.length;
  if (notation === 'scientific') {
    const power = Number(/[eE]([+-]?\d+)/.exec(text)?.[1] ?? 0);
    return 10 ** (power - (places ?? 0));
  }
  if (places === undefined) return notation === 'percent' ? scale : undefined;
  return notation === 'recurring' ? undefined : scale * 10 ** -places;
}

/** Digits that come from thirds, sixths, ninths, π, e or a root. */
const knownRoundings =
  /(?:33|67|66|333|667|666|3333|6667|6666|17|167|83|833|111|222|444|445|556|778|889|143|857|286|429|571|714|142857)$/;
const knownConstants = [
  Math.PI,
  Math.E,
  Math.SQRT2,
  Math.sqrt(3),
  Math.sqrt(5),
  Math.sqrt(6),
  Math.sqrt(7),
  Math.sqrt(10),
  1.618033988749,
];

export function isKnownRounding(text: string, value: number): boolean {
  const fraction = /\.(\d+)$/.exec(text)?.[1];
  if (fraction === undefined || fraction.length < 2) return false;
  const unit = 10 ** -fraction.length;
  return knownRoundings.test(fraction) || knownConstants.some((known) => Math.abs(known - value) < unit);
}

/** How far the value can be off because decimals in it were rounded before: by interval-like first order growth. */
function uncertainty(expr: Expr, leeway: Leeway): number {
  const places: { expr: Expr; unit: number }[] = [];
  const collect = (node: Expr): Expr => {
    if (node.kind === 'number' && node.notation === 'decimal') {
      const value = toDouble(node.value);
      const unit = unitInLastPlace(node);
      if (unit !== undefined && (leeway.rounded?.has(node.text) === true || isKnownRounding(node.text, value))) {
        places.push({ expr: node, unit });
      }
    }
    return mapChildren(node, collect);
  };
  collect(expr);
  const base = evaluate(expr);
  return places.reduce((sum, { expr: place, unit }) => {
    const moved = evaluate(replaced(expr, place, unit));
    return sum + (Number.isFinite(moved) ? Math.abs(moved - base) : 0);
  }, 0);
}

function replaced(expr: Expr, place: Expr, by: number): Expr {
  if (expr === place && expr.kind === 'number') {
    const scale = 1_000_000_000;
    return { ...expr, value: expr.value.add(rational(BigInt(Math.round(by * scale)), BigInt(scale))) };
  }
  return mapChildren(expr, (child) => replaced(child, place, by));
}

/** 40/200 * 100 = 20%, 100 - 20% = 80: percentages are written as if they were plain numbers. */
function isPercentage(left: Expr, right: Expr, a: number, b: number): boolean {
  const hasPercent = (expr: Expr): boolean =>
    contains(expr, (node) => node.kind === 'number' && node.notation === 'percent');
  if (!hasPercent(left) && !hasPercent(right)) return false;
  const [p, q] = [evaluate(withoutPercent(left)), evaluate(withoutPercent(right))];
  const isClose = (x: number, y: number): boolean => isNear(x, y, tiny) || Math.abs(x - y) < 1 - tiny;
  if (isClose(p, b) || isClose(a * 100, b * 100) || isClose(p, q) || isClose(p, b * 100) || isClose(a, q)) return true;
  return [left, right].some(hasPercentInSum);
}

function withoutPercent(expr: Expr): Expr {
  if (expr.kind === 'number' && expr.notation === 'percent') return num(expr.value.mul(rational(100n)));
  return mapChildren(expr, withoutPercent);
}

/** 80 + 20%: a part of what stands before it. */
function hasPercentInSum(expr: Expr): boolean {
  return contains(expr, (node) => {
    if (node.kind !== 'add') return false;
    const percents = node.terms.filter((term) =>
      contains(term, (part) => part.kind === 'number' && part.notation === 'percent'),
    );
    const isBare = percents.some((term) => (term.kind === 'negate' ? term.operand : term).kind === 'number');
    return isBare && percents.length <= node.terms.length;
  });
}

/** Both sides grow alike from plain numbers to smallest units: the value of one is the value of the other. */
export function areUnitsAlike(left: Expr, right: Expr, { scaled }: Leeway): boolean {
  if (scaled === undefined) return true;
  const [above, below] = [evaluate(scaled.left) / evaluate(left), evaluate(scaled.right) / evaluate(right)];
  return isNear(above, below, 1e-6) || above === 1 || (below === 1 && left.kind !== 'add');
}

function isConversion(a: number, b: number, { scaled, conversions }: Leeway): boolean {
  const pairs: (readonly [number, number])[] = [[a, b]];
  if (scaled !== undefined) {
    const [p, q] = [evaluate(scaled.left), evaluate(scaled.right)];
    if (isNear(p, q, 2e-3)) return true;
    pairs.push([p, q], [p, b], [a, q]);
  }
  if (conversions === undefined || conversions.length === 0) return false;
  return pairs.some(([x, y]) =>
    conversions.some((factor) => isNear(x, y * factor, 1e-3) || isNear(x * factor, y, 1e-3)),
  );
}

/** The first terms or factors of the right side are the value of the left one, and the rest is new: 3 + 4 = 7 + 2. */
function isRunOn(left: Expr, right: Expr, value: number): boolean {
  if (right.kind === 'divide') return isHead(right.numerator, value) && isNew(right.denominator, left);
  const parts = right.kind === 'add' ? right.terms : right.kind === 'multiply' ? right.factors : [];
  const [head] = parts;
  return head !== undefined && isHead(head, value) && parts.every((part) => isNew(part, left));
}

function isHead(expr: Expr, value: number): boolean {
  return isNear(evaluate(expr), value, tiny);
}

/** No number of it stands in the left side already, as it is written. */
function isNew(part: Expr, left: Expr): boolean {
  const isIn = (text: string): boolean => contains(left, (node) => node.kind === 'number' && node.text === text);
  return !contains(part, (node) => node.kind === 'number' && isIn(node.text));
}

/** 1/3 and 5 modulo 7: what is divided by must have an inverse. */
export function areCongruent(left: Expr, right: Expr, modulus: number): boolean {
  const form = toRationalFunction({ kind: 'add', terms: [left, { kind: 'negate', operand: right }] });
  const [above, below] = [form && constantValue(form.numerator), form && constantValue(form.denominator)];
  if (above === undefined || below === undefined || below.equals(0)) return false;
  const { n, d } = above.div(below);
  const m = BigInt(modulus);
  return m > 0n && n % m === 0n && gcd(d, m) === 1n;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** All integers without an index are read as numerals in the base. */
function isRightInBase(left: Expr, right: Expr, base: number): boolean {
  const convert = (expr: Expr): Expr => {
    if (expr.kind !== 'number' || expr.notation !== 'integer') return mapChildren(expr, convert);
    const value = Number.parseInt(expr.text, base);
    const isNumeral = Number.isFinite(value) && [...expr.text].every((digit) => Number.parseInt(digit, 36) < base);
    return isNumeral ? num(BigInt(value)) : { kind: 'hole' };
  };
  const [a, b] = [evaluate(convert(left)), evaluate(convert(right))];
  return isNear(a, b, tiny);
}
