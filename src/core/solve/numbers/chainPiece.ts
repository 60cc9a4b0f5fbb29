import { divide, multiplyWithDot, negate, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import { absolute, denominatorOf, isInteger, one, over, rational, times, type Rational } from '../../math/rational.ts';
import type { Move } from '../derivation.ts';
import { product, quotient } from './exactNumber.ts';
import { chainOf, type Chain } from './flatten.ts';
import { hasFiniteDecimal, type NumberTable } from './numberTable.ts';
import { equalClaim, equality, type Piece, type PieceResult, type ValuedFactor } from './piece.ts';
import { fromRational, negateRadical, toRational, type Radical } from './radical.ts';
import { rootChainPiece } from './rootChainPiece.ts';
import { math, numberExpr, numberWord, tex } from './write.ts';
import type { RuleId } from './rules.ts';

/** Works out a chain of × and ÷ whose factors are numbers. Undefined where there is nothing to do. */
export function chainPiece(before: Expr, table: NumberTable): PieceResult | undefined {
  const chain = chainOf(before, table.isFinished);
  if (chain.factors.length === 1) return undefined;
  const factors: ValuedFactor[] = [];
  for (const factor of chain.factors) {
    const value = table.valueOf(factor.expr);
    if (value === undefined) return { type: 'other' };
    factors.push({ value, isDivisor: factor.isDivisor });
  }
  let total: Radical = fromRational(chain.isNegative ? rational(-1n) : one);
  for (const { value, isDivisor } of factors) {
    const next = isDivisor ? quotient(total, value) : product(total, value);
    if (next.type !== 'number') return next;
    total = next.value;
  }
  const after = table.finish(total);
  const zeroIndex = factors.findIndex((factor) => factor.value.size === 0);
  if (zeroIndex >= 0) {
    const isDivision = factors.length === 2 && factors[1]?.isDivisor === true;
    return {
      before,
      after,
      words: `${isDivision ? 'Zero divided by a number is zero' : 'One factor is $0$, so the product is $0$'}: $${equality(before, after)}$.`,
      rule: 'zero-factor',
      weight: 1,
    };
  }
  const plain = factors.map((factor) => toRational(factor.value));
  if (plain.some((value) => value === undefined))
    return rootChainPiece(before, after, factors, chain.isNegative ? negateRadical : undefined, table);
  const values = plain.filter((value) => value !== undefined);
  return rationalChain(before, after, values, chain, table);
}

/** Rational factors, none of them 0. */
function rationalChain(
  before: Expr,
  after: Expr,
  values: readonly Rational[],
  chain: Chain,
  table: NumberTable,
): Piece {
  const weight = values.length - 1;
  const minusSigns = values.filter((value) => value.s < 0n).length + (chain.isNegative ? 1 : 0);
  const divisors = values.filter((_, index) => chain.factors[index]?.isDivisor);
  const upper = values.filter((_, index) => !chain.factors[index]?.isDivisor);
  const result = upper.map(absolute).reduce(times, one);
  const size = divisors.map(absolute).reduce(over, result);
  const isPlain = (value: Rational) => isInteger(value) || (table.style === 'decimal' && hasFiniteDecimal(value));
  const base = { before, after, weight };
  if (values.every(isPlain) && divisors.length === 0) return productOf(base, upper, size, minusSigns, table);
  if (
    values.every(isInteger) &&
    values.length === 2 &&
    (table.style === 'fraction' || isInteger(size) || !hasFiniteDecimal(size))
  )
    return divisionOf(base, upper[0] ?? one, divisors[0] ?? one, size, minusSigns);
  const inOrder = values.every(isPlain) ? leftToRight(values.map(absolute), chain, table) : undefined;
  if (inOrder !== undefined) {
    return {
      ...base,
      words: `${signWords(minusSigns, values.length)}From left to right: ${inOrder}.`,
      why: 'Multiplication and division are of equal rank, so they are done in the order in which they stand.',
      rule: 'order-of-operations',
    };
  }
  if (values.every(isPlain) && isPlain(size)) return decimalQuotient(base, upper, divisors, size, minusSigns, table);
  const note =
    table.style === 'decimal' && values.some((value) => !isInteger(value))
      ? 'No finite decimal comes out, so go on with fractions. '
      : '';
  return oneFraction(base, upper, divisors, minusSigns, note);
}

/** A short chain of easy numbers that stay easy at each operation: $12 \\div 4 = 3$, then $3 \\cdot 3 = 9$. */
function leftToRight(sizes: readonly Rational[], chain: Chain, table: NumberTable): string | undefined {
  const isEasy = (value: Rational) =>
    isInteger(value) || (table.style === 'decimal' && hasFiniteDecimal(value) && decimalPlaces(value) <= 3);
  const show = (value: Rational) => tex(numberExpr(value, table.style));
  const [first, ...rest] = sizes;
  let current = first;
  if (current === undefined || sizes.length > 4 || sizes.some((size) => size.n > 10_000n || !isEasy(size)))
    return undefined;
  const lines: string[] = [];
  for (const [index, size] of rest.entries()) {
    const isDivisor = chain.factors[index + 1]?.isDivisor === true;
    const next: Rational = isDivisor ? over(current, size) : times(current, size);
    if (!isEasy(next)) return undefined;
    lines.push(`$${show(current)} ${isDivisor ? '\\div' : '\\cdot'} ${show(size)} = ${show(next)}$`);
    current = next;
  }
  return lines.join(', then ');
}

type Base = Pick<Piece, 'before' | 'after' | 'weight'>;

function signWords(minusSigns: number, count: number): string {
  if (minusSigns === 0) return '';
  if (count === 2 && minusSigns === 2) return 'Both numbers are negative, so the result is positive. ';
  if (count === 2 && minusSigns === 1) return 'The signs differ, so the result is negative. ';
  if (minusSigns === 1) return 'One minus sign makes the result negative. ';
  const words = numberWord(minusSigns);
  if (minusSigns === 2) return 'The two minus signs cancel each other. ';
  return minusSigns % 2 === 0
    ? `The ${words} minus signs cancel in pairs. `
    : `Of ${words} minus signs one is left, so the result is negative. `;
}

/** A product of whole numbers or of decimals. */
function productOf(
  base: Base,
  values: readonly Rational[],
  size: Rational,
  minusSigns: number,
  table: NumberTable,
): Piece {
  const show = (value: Rational) => tex(numberExpr(value, table.style));
  const sizes = values.map(absolute);
  const sign = signWords(minusSigns, values.length);
  const sizeLine = `$${sizes.map(show).join(' \\cdot ')} = ${show(size)}$`;
  const places = sizes.map(decimalPlaces);
  const allPlaces = places.reduce((sum, count) => sum + count, 0);
  const isOne = sizes.some((value) => value.n === 1n && value.d === 1n) && sizes.length === 2;
  if (isOne)
    return {
      ...base,
      words: `${sign}Multiplying by $1$ changes no size: $${equality(base.before, base.after)}$.`,
      rule: 'multiply-numbers',
      weight: 0,
    };
  if (allPlaces === 0 || sizes.length > 2) {
    const words = minusSigns > 0 ? `${sign}Multiply the sizes: ${sizeLine}.` : `Multiply: ${sizeLine}.`;
    return {
      ...base,
      words,
      why: minusSigns > 0 ? 'An even number of minus signs cancels out; an odd number leaves one.' : undefined,
      rule: 'multiply-numbers',
    };
  }
  const whole = sizes.map((value, index) => times(value, rational(10n ** BigInt(places[index] ?? 0))));
  const wholeProduct = whole.reduce(times, one);
  const wholeLine = `$${whole.map((value) => tex(value)).join(' \\cdot ')} = ${tex(wholeProduct)}$`;
  const counts = places.filter((count) => count > 0);
  const why =
    counts.length > 1
      ? `${counts.join(' + ')} = ${allPlaces.toString()} decimal places`
      : `${allPlaces.toString()} decimal ${allPlaces === 1 ? 'place' : 'places'}`;
  return {
    ...base,
    words: `${sign}Multiply without the decimal points, ${wholeLine}, and put the point back for ${why}: $${show(size)}$.`,
    why: 'Each point that was left out multiplied its number by a power of ten; these powers are divided out again.',
    rule: 'multiply-decimals',
    weight: 2,
    parts: decimalParts(base, whole, wholeProduct, allPlaces, minusSigns, sign),
  };
}

function decimalParts(
  base: Base,
  whole: readonly Rational[],
  wholeProduct: Rational,
  places: number,
  minusSigns: number,
  sign: string,
): readonly Move[] {
  const left = multiplyWithDot(...whole.map((value) => num(value)));
  const scale = num(10n ** BigInt(places));
  const size: Expr = divide(num(wholeProduct), scale);
  const signed = minusSigns % 2 === 0 ? size : negate(size);
  return [
    {
      text: 'Leave the decimal points and the signs aside for the moment and multiply.',
      latex: equality(left, num(wholeProduct)),
      rule: 'multiply-numbers',
      claim: equalClaim(left, num(wholeProduct)),
    },
    {
      text: `${sign}Put the decimal point back: ${places.toString()} ${places === 1 ? 'place' : 'places'} from the right.`,
      latex: equality(base.before, base.after),
      why: 'The decimal places of the factors add up.',
      rule: 'multiply-decimals',
      claim: { type: 'all', claims: [equalClaim(signed, base.after), equalClaim(base.before, base.after)] },
    },
  ];
}

export function decimalPlaces(value: Rational): number {
  let [places, scaled] = [0, value];
  while (!isInteger(scaled) && places < 10_000) [places, scaled] = [places + 1, times(scaled, rational(10n))];
  return places;
}

/** One whole number divided by another. */
function divisionOf(base: Base, dividend: Rational, divisor: Rational, size: Rational, minusSigns: number): Piece {
  const [top, bottom] = [absolute(dividend).n, absolute(divisor).n];
  const sign = signWords(minusSigns, 2);
  if (bottom === 1n)
    return {
      ...base,
      words: `${sign}Dividing by $1$ changes no size: $${equality(base.before, base.after)}$.`,
      rule: 'divide-numbers',
      weight: 0,
    };
  if (isInteger(size)) {
    return {
      ...base,
      words: `${sign}Divide: $${top.toString()} \\div ${bottom.toString()} = ${tex(size)}$, because $${tex(size)} \\cdot ${bottom.toString()} = ${top.toString()}$.`,
      rule: 'divide-numbers',
    };
  }
  const common = gcd(top, bottom);
  if (common === 1n) {
    return {
      ...base,
      words: `${sign}$${top.toString()}$ and $${bottom.toString()}$ have no common factor, so the quotient stays a fraction: ${math(base.after)}.`,
      rule: 'divide-numbers',
      weight: 1,
    };
  }
  const line = `$\\frac{${top.toString()}}{${bottom.toString()}} = \\frac{${top.toString()} \\div ${common.toString()}}{${bottom.toString()} \\div ${common.toString()}} = ${tex(size)}$`;
  return {
    ...base,
    words: `${sign}Top and bottom share the factor $${common.toString()}$. Divide both by it: ${line}.`,
    why: 'Dividing top and bottom by the same number keeps the value of a fraction.',
    rule: 'reduce-fraction',
  };
}

/** Decimals with a finite result: the points are moved until whole numbers are left. */
function decimalQuotient(
  base: Base,
  upper: readonly Rational[],
  divisors: readonly Rational[],
  size: Rational,
  minusSigns: number,
  table: NumberTable,
): Piece {
  const show = (value: Rational) => tex(numberExpr(value, table.style));
  const sign = signWords(minusSigns, upper.length + divisors.length);
  const [top, bottom] = [upper.map(absolute).reduce(times, one), divisors.map(absolute).reduce(times, one)];
  const shift = Math.max(decimalPlaces(top), decimalPlaces(bottom));
  const isPair = upper.length === 1 && divisors.length === 1;
  const scale = rational(10n ** BigInt(shift));
  if (isPair && shift > 0 && !isInteger(bottom)) {
    const moved = `$${show(times(top, scale))} \\div ${show(times(bottom, scale))} = ${show(size)}$`;
    return {
      ...base,
      words: `${sign}Move the decimal point ${shift.toString()} ${shift === 1 ? 'place' : 'places'} to the right in both numbers and divide: ${moved}.`,
      why: 'Multiplying both numbers of a division by the same power of ten keeps the quotient.',
      rule: 'divide-numbers',
    };
  }
  if (isPair)
    return {
      ...base,
      words: `${sign}Divide: $${show(top)} \\div ${show(bottom)} = ${show(size)}$.`,
      rule: 'divide-numbers',
    };
  return {
    ...base,
    words: `${sign}Multiply above and below, then divide: $\\frac{${show(top)}}{${show(bottom)}} = ${show(size)}$.`,
    rule: 'order-of-operations',
  };
}

/** Fractions and whole numbers: one fraction with everything above or below, then cancelled. */
function oneFraction(
  base: Base,
  upper: readonly Rational[],
  divisors: readonly Rational[],
  minusSigns: number,
  note: string,
): Piece {
  const isRelevant = (value: bigint) => value !== 1n;
  const [above, below] = [upper.map(absolute), divisors.map(absolute)];
  const top = [...above.map((value) => value.n), ...below.map(denominatorOf)].filter(isRelevant);
  const bottom = [...above.map(denominatorOf), ...below.map((value) => value.n)].filter(isRelevant);
  const productExpr = (values: readonly bigint[]) => multiplyWithDot(...values.map((value) => num(value)));
  const unsigned = divide(productExpr(top), productExpr(bottom));
  const [topValue, bottomValue] = [top.reduce((a, b) => a * b, 1n), bottom.reduce((a, b) => a * b, 1n)];
  const signed = minusSigns % 2 === 0 ? unsigned : negate(unsigned);
  const common = gcd(topValue, bottomValue);
  const sign = signWords(minusSigns, upper.length + divisors.length);
  const turned = below.filter((value) => !isInteger(value));
  const turnWords = turned.map((value) => `${math(value)} is multiplying by ${math(over(one, value))}`);
  const turn =
    turned.length > 0 && turned.length <= 2
      ? `Dividing by ${turnWords.join(', and dividing by ')}. `
      : turned.length > 2
        ? 'Dividing by a fraction is multiplying by it turned upside down. '
        : '';
  const rule: RuleId = turned.length > 0 ? 'divide-by-fraction' : 'multiply-fractions';
  const isProduct = top.length > 1 || bottom.length > 1;
  const cancel = common === 1n ? '' : isProduct ? `, and cancel` : `, and divide both by $${common.toString()}$`;
  const chain = `$${tex(signed)} = ${tex(base.after)}$`;
  const writeDown: Move = {
    text: `${sign}${turn}Write everything over one fraction line.`,
    latex: equality(base.before, signed),
    rule,
    claim: equalClaim(base.before, signed),
  };
  const unreduced = divide(num(topValue), num(bottomValue));
  const finish: Move = {
    text:
      common === 1n
        ? 'Multiply out above and below; nothing cancels.'
        : `Above stands $${topValue.toString()}$, below $${bottomValue.toString()}$; cancel their common factor $${common.toString()}$.`,
    latex: equality(minusSigns % 2 === 0 ? unreduced : negate(unreduced), base.after),
    rule: common === 1n ? 'multiply-fractions' : 'reduce-fraction',
    claim: equalClaim(signed, base.after),
  };
  return {
    ...base,
    words: `${note}${sign}${turn}Write everything over one fraction line${cancel}: ${chain}.`,
    why:
      turned.length > 0
        ? 'Dividing by a fraction is multiplying by its reciprocal.'
        : 'Fractions are multiplied top with top and bottom with bottom; common factors cancel.',
    rule,
    weight: base.weight + (common === 1n ? 0 : 1),
    parts: [writeDown, finish],
  };
}
