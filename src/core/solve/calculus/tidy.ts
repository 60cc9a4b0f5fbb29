import { add, divide, multiply, negate, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toText } from '../../math/print/toText.ts';
import {
  absolute,
  isInteger,
  isZero,
  negated,
  numeratorOf,
  one,
  over,
  plus,
  powerOf,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import { mapChildren } from '../../math/tree.ts';

/**
 * What a hand does without noticing: noughts and ones vanish, numbers are multiplied to the front, equal factors become a
 * power, equal terms one term, signs move out. Nothing is multiplied out and nothing factored.
 */
export function tidy(expr: Expr): Expr {
  const node = mapChildren(expr, tidy);
  switch (node.kind) {
    case 'add':
      return tidySum(node.terms);
    case 'negate':
      return tidyProduct([num(-1), node.operand]);
    case 'multiply':
      return tidyProduct(node.factors);
    case 'divide':
      return tidyFraction(node.numerator, node.denominator);
    case 'power':
      return tidyPower(node.base, node.exponent);
    default:
      return node;
  }
}

/** The number in front and what it multiplies; `rest` undefined for a plain number. */
interface Scaled {
  readonly coefficient: Rational;
  readonly rest: Expr | undefined;
}

function scaled(expr: Expr): Scaled {
  switch (expr.kind) {
    case 'number':
      return { coefficient: expr.value, rest: undefined };
    case 'negate': {
      const inner = scaled(expr.operand);
      return { ...inner, coefficient: negated(inner.coefficient) };
    }
    case 'multiply': {
      const numbers = expr.factors.map(numberOf);
      const coefficient = numbers.reduce<Rational>(
        (product, value) => (value === undefined ? product : times(product, value)),
        one,
      );
      const rest = expr.factors.filter((_, index) => numbers[index] === undefined);
      return { coefficient, rest: rest.length === 0 ? undefined : multiply(...rest) };
    }
    case 'divide': {
      const value = numberOf(expr);
      if (value !== undefined) return { coefficient: value, rest: undefined };
      const [above, below] = [scaled(expr.numerator), scaled(expr.denominator)];
      if (isZero(below.coefficient)) return { coefficient: one, rest: expr };
      const rest = below.rest === undefined ? above.rest : divide(above.rest ?? num(1), below.rest);
      return { coefficient: over(above.coefficient, below.coefficient), rest };
    }
    default:
      return { coefficient: one, rest: expr };
  }
}

/** The value of a number, a negative number or a plain fraction of numbers. */
export function numberOf(expr: Expr): Rational | undefined {
  if (expr.kind === 'number') return expr.value;
  if (expr.kind === 'negate') {
    const inner = numberOf(expr.operand);
    return inner && negated(inner);
  }
  if (expr.kind !== 'divide') return undefined;
  const [above, below] = [numberOf(expr.numerator), numberOf(expr.denominator)];
  return above === undefined || below === undefined || isZero(below) ? undefined : over(above, below);
}

function unscaled({ coefficient, rest }: Scaled): Expr {
  if (rest === undefined || isZero(coefficient)) return num(coefficient);
  const size = absolute(coefficient);
  const isOne = isInteger(size) && size.n === 1n;
  const body = isOne ? rest : withNumber(size, rest);
  return coefficient.s < 0n ? negate(body) : body;
}

/** 3/2 in front of x/y is 3x over 2y. */
function withNumber(size: Rational, rest: Expr): Expr {
  if (rest.kind !== 'divide') return multiply(num(size), rest);
  const top = rational(numeratorOf(size));
  const above =
    top.n === 1n
      ? rest.numerator
      : rest.numerator.kind === 'number' && rest.numerator.value.n === 1n
        ? num(top)
        : multiply(num(top), rest.numerator);
  const below = size.d === 1n ? rest.denominator : multiply(num(rational(size.d)), rest.denominator);
  return divide(above, below);
}

/** A sum inside a sum gives its terms; a minus sign before a bracket goes to each of them. */
function termsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'add') return expr.terms.flatMap(termsOf);
  return expr.kind === 'negate' && expr.operand.kind === 'add'
    ? expr.operand.terms.flatMap(termsOf).map(negate)
    : [expr];
}

function tidySum(terms: readonly Expr[]): Expr {
  const sums = new Map<string, Scaled>();
  for (const term of terms.flatMap(termsOf)) {
    const { coefficient, rest } = scaled(term);
    const key = rest === undefined ? '' : toText(rest);
    sums.set(key, { coefficient: plus(sums.get(key)?.coefficient ?? zero, coefficient), rest });
  }
  const number = sums.get('');
  sums.delete('');
  const kept = [...sums.values(), ...(number === undefined ? [] : [number])].filter(
    ({ coefficient }) => !isZero(coefficient),
  );
  const [first, second] = kept;
  // 1 - x rather than -x + 1.
  const isTurned =
    kept.length === 2 && first !== undefined && first.coefficient.s < 0n && (second?.coefficient.s ?? -1n) > 0n;
  return add(...(isTurned ? [...kept].reverse() : kept).map(unscaled));
}

function tidyProduct(factors: readonly Expr[]): Expr {
  const parts = factors.flatMap((factor) => (factor.kind === 'multiply' ? factor.factors : [factor])).map(scaled);
  const coefficient = parts.reduce<Rational>((product, part) => times(product, part.coefficient), one);
  if (isZero(coefficient)) return num(0);
  const rests = parts.flatMap(({ rest }) =>
    rest === undefined ? [] : rest.kind === 'multiply' ? rest.factors : [rest],
  );
  const above = joinPowers(rests.filter((rest) => rest.kind !== 'divide'));
  const fractions = rests.filter((rest) => rest.kind === 'divide');
  if (fractions.length === 0)
    return unscaled({ coefficient, rest: above.length === 0 ? undefined : multiply(...above) });
  const numerator = joinPowers([...above, ...fractions.map((fraction) => fraction.numerator)].filter(isNotOne));
  const denominator = joinPowers(fractions.map((fraction) => fraction.denominator));
  return unscaled(
    scaled(
      tidyFraction(
        unscaled({ coefficient, rest: numerator.length === 0 ? undefined : multiply(...numerator) }),
        multiply(...denominator),
      ),
    ),
  );
}

/** x · x² is x³: powers of the same base with numbers as exponents, letters before everything else. */
function joinPowers(factors: readonly Expr[]): readonly Expr[] {
  const powers = new Map<string, { readonly base: Expr; exponent: Rational }>();
  for (const factor of factors) {
    const exponent = factor.kind === 'power' ? numberOf(factor.exponent) : one;
    const base = factor.kind === 'power' && exponent !== undefined ? factor.base : factor;
    const key = toText(base);
    const known = powers.get(key);
    if (known === undefined) powers.set(key, { base, exponent: exponent ?? one });
    else known.exponent = plus(known.exponent, exponent ?? one);
  }
  const joined = [...powers.values()].filter(({ exponent }) => !isZero(exponent));
  const rank = ({ base }: { readonly base: Expr }): number =>
    base.kind === 'symbol' ? 0 : base.kind === 'add' ? 2 : 1;
  return joined
    .sort((a, b) => rank(a) - rank(b))
    .map(({ base, exponent }) =>
      isInteger(exponent) && exponent.n === 1n && exponent.s > 0n ? base : power(base, num(exponent)),
    );
}

function isNotOne(expr: Expr): boolean {
  return !(expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n);
}

function tidyFraction(numerator: Expr, denominator: Expr): Expr {
  if (numerator.kind === 'divide' || denominator.kind === 'divide') {
    const [a, b] =
      numerator.kind === 'divide' && numberOf(numerator) === undefined
        ? [numerator.numerator, numerator.denominator]
        : [numerator, num(1)];
    const [c, d] =
      denominator.kind === 'divide' && numberOf(denominator) === undefined
        ? [denominator.numerator, denominator.denominator]
        : [denominator, num(1)];
    if (isNotOne(b) || isNotOne(d)) return tidyFraction(tidyProduct([a, d]), tidyProduct([b, c]));
  }
  const [above, below] = [scaled(numerator), scaled(denominator)];
  if (isZero(above.coefficient)) return num(0);
  if (isZero(below.coefficient)) return divide(numerator, denominator);
  if (above.rest?.kind === 'divide' || below.rest?.kind === 'divide') {
    const isPlain = numerator === above.rest && denominator === below.rest;
    const inner = isPlain ? undefined : scaled(tidyFraction(above.rest ?? num(1), below.rest ?? num(1)));
    const front = over(above.coefficient, below.coefficient);
    if (inner !== undefined) return unscaled({ coefficient: times(front, inner.coefficient), rest: inner.rest });
  }
  if (above.rest !== undefined && below.rest !== undefined) {
    const reduced = cancelled(above.rest, below.rest);
    return unscaled({ coefficient: over(above.coefficient, below.coefficient), rest: reduced });
  }
  return unscaled(scaled(divide(numerator, denominator)));
}

/** Factors that look the same above and below are taken away together; undefined where nothing is left. */
function cancelled(above: Expr, below: Expr): Expr | undefined {
  const top = above.kind === 'multiply' ? above.factors : [above];
  const bottom = below.kind === 'multiply' ? below.factors : [below];
  const inverse = bottom.map((factor) =>
    factor.kind === 'power' && numberOf(factor.exponent) !== undefined
      ? power(factor.base, num(negated(numberOf(factor.exponent) ?? one)))
      : power(factor, num(-1)),
  );
  const joined = joinPowers([...top, ...inverse]);
  const isBelow = (factor: Expr): boolean =>
    factor.kind === 'power' &&
    (numberOf(factor.exponent)?.s ?? 1n) < 0n &&
    bottom.some((other) => toText(baseOf(other)) === toText(factor.base));
  const up = joined.filter((factor) => !isBelow(factor));
  const down = joined
    .filter(isBelow)
    .map((factor) =>
      factor.kind === 'power' ? tidyPower(factor.base, num(negated(numberOf(factor.exponent) ?? one))) : factor,
    );
  if (down.length === 0) return up.length === 0 ? undefined : multiply(...up);
  return divide(up.length === 0 ? num(1) : multiply(...up), multiply(...down));
}

function baseOf(expr: Expr): Expr {
  return expr.kind === 'power' && numberOf(expr.exponent) !== undefined ? expr.base : expr;
}

const largestNumberPower = 100n;

function tidyPower(base: Expr, exponent: Expr): Expr {
  const n = numberOf(exponent);
  if (n === undefined) return power(base, exponent);
  if (isZero(n) && numberOf(base)?.n !== 0n) return num(1);
  if (isInteger(n) && n.n === 1n && n.s > 0n) return base;
  const value = numberOf(base);
  if (value !== undefined && isInteger(n) && n.n <= largestNumberPower && (n.s > 0n || !isZero(value)))
    return num(powerOf(value, Number(numeratorOf(n))));
  const inner = base.kind === 'power' ? numberOf(base.exponent) : undefined;
  if (base.kind === 'power' && inner !== undefined && isInteger(n) && (isInteger(inner) || isE(base.base)))
    return tidyPower(base.base, num(times(inner, n)));
  const { coefficient, rest } = scaled(base);
  const isScaled = !(isInteger(coefficient) && coefficient.n === 1n && coefficient.s > 0n);
  if (isScaled && rest !== undefined && isInteger(n) && n.n <= largestScaledPower)
    return unscaled({ coefficient: powerOf(coefficient, Number(numeratorOf(n))), rest: powersOf(rest, n) });
  return power(base, num(n));
}

/** (2x)³ is 8x³: no further, as the number grows. */
const largestScaledPower = 10n;

function powersOf(rest: Expr, n: Rational): Expr {
  const factors = rest.kind === 'multiply' ? rest.factors : [rest];
  return multiply(...factors.map((factor) => tidyPower(factor, num(n))));
}

/** Powers of e have a value for every exponent, so theirs may be multiplied also where they are fractions. */
function isE(expr: Expr): boolean {
  return expr.kind === 'constant' && expr.name === 'e';
}
