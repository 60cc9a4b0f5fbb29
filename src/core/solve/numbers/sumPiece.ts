import { add, divide, negate, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { lcm } from '../../math/integers.ts';
import {
  absolute,
  compareRationals,
  isInteger,
  isZero,
  negated,
  plus,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import type { Move } from '../derivation.ts';
import { stripMinus, sumTerms, type Signed } from './flatten.ts';
import { hasFiniteDecimal, type NumberTable } from './numberTable.ts';
import { equalClaim, equality, type Piece, type PieceResult } from './piece.ts';
import { addRadicals, fromRational, negateRadical, toRational, type Radical } from './radical.ts';
import { math, numberExpr, tex } from './write.ts';

/** Adds up a sum whose terms are numbers. Undefined where there is nothing to do. */
export function sumPiece(before: Expr, table: NumberTable): PieceResult | undefined {
  const terms = sumTerms(before, table.isFinished);
  const values: Radical[] = [];
  for (const term of terms) {
    const value = table.valueOf(term.expr);
    if (value === undefined) return { type: 'other' };
    values.push(term.isNegative ? negateRadical(value) : value);
  }
  const total = values.reduce(addRadicals, fromRational(zero));
  if (isCollected(before, terms, values))
    return { before, after: table.keep(before, total), words: '', rule: 'collect-roots', weight: 0 };
  const after = table.finish(total);
  const plain = values.map(toRational);
  const rationals = plain.filter((value) => value !== undefined);
  const subtractsNegative = terms.some((term) => term.isNegative && isNegativeNumber(term.expr, table));
  if (terms.length === 1)
    return {
      before,
      after,
      words: minusWords(before, after, table),
      why: undefined,
      rule: 'add-with-signs',
      weight: 0,
    };
  if (values.filter((value) => value.size > 0).length === 1) {
    return {
      before,
      after,
      words: `Adding or subtracting zero changes nothing: $${equality(before, after)}$.`,
      rule: 'add-and-subtract',
      weight: 0,
    };
  }
  if (rationals.length < values.length) return rootSum(before, after, values);
  if (rationals.every((value) => isInteger(value) || (table.style === 'decimal' && hasFiniteDecimal(value)))) {
    return plainSum(before, after, rationals, table, subtractsNegative);
  }
  return fractionSum(before, after, rationals);
}

function isNegativeNumber(expr: Expr, table: NumberTable): boolean {
  const value = table.valueOf(expr);
  const plain = value === undefined ? undefined : toRational(value);
  return plain !== undefined && plain.s < 0n;
}

function minusWords(before: Expr, after: Expr, table: NumberTable): string {
  const { expr, isNegative } = stripMinus(before, table.isFinished);
  const flips = isNegative !== isNegativeNumber(expr, table);
  return `${flips ? 'An odd number of minus signs leaves one of them' : 'Minus signs cancel in pairs'}: $${equality(before, after)}$.`;
}

/** Whole numbers, or decimals only. */
function plainSum(
  before: Expr,
  after: Expr,
  values: readonly Rational[],
  table: NumberTable,
  subtractsNegative: boolean,
): Piece {
  const show = (value: Rational) => tex(numberExpr(value, table.style));
  const added = values.filter((value) => value.s > 0n && !isZero(value));
  const taken = values.filter((value) => value.s < 0n).map(absolute);
  const weight = values.length - 1;
  const base = { before, after, weight, rule: 'add-and-subtract' as const };
  const minusNote = subtractsNegative ? 'Subtracting a negative number adds its size. ' : '';
  const total = (sizes: readonly Rational[]) => sizes.reduce(plus, zero);
  const sumOf = (sizes: readonly Rational[]) =>
    `$${sizes.map(show).join(' + ')}${sizes.length > 1 ? ` = ${show(total(sizes))}` : ''}$`;
  const result = `$${show(values.reduce(plus, zero))}$`;
  if (values.length === 2)
    return {
      ...base,
      weight: values.some(isZero) ? 0 : weight,
      rule: subtractsNegative ? 'subtract-negative' : 'add-with-signs',
      words: twoTerms(before, after, values, show, subtractsNegative),
      why: subtractsNegative ? 'Taking away a negative number is adding its size.' : undefined,
    };
  if (taken.length === 0) return { ...base, words: `${minusNote}Add up: $${equality(before, after)}$.` };
  if (added.length === 0)
    return { ...base, words: `Everything is subtracted: ${sumOf(taken)}, so the result is ${result}.` };
  return {
    ...base,
    words: `${minusNote}Collect what is added, ${sumOf(added)}, and what is subtracted, ${sumOf(taken)}. The difference is ${result}.`,
    why: 'Terms may be added in any order as long as each keeps its sign.',
    parts: collectingParts(before, after, total(added), total(taken), table),
  };
}

function collectingParts(
  before: Expr,
  after: Expr,
  added: Rational,
  taken: Rational,
  table: NumberTable,
): readonly Move[] {
  const middle = add(numberExpr(added, table.style), negate(numberExpr(taken, table.style)));
  return [
    {
      text: `Collect what is added, ${math(numberExpr(added, table.style))} together, and what is subtracted, ${math(numberExpr(taken, table.style))} together.`,
      latex: `= ${tex(middle)}`,
      why: 'Terms may be added in any order as long as each keeps its sign.',
      rule: 'add-and-subtract',
      claim: equalClaim(before, middle),
    },
    {
      text: 'Subtract.',
      latex: `${tex(middle)} = ${tex(after)}`,
      rule: 'add-with-signs',
      claim: equalClaim(middle, after),
    },
  ];
}

function twoTerms(
  before: Expr,
  after: Expr,
  values: readonly Rational[],
  show: (value: Rational) => string,
  subtractsNegative: boolean,
): string {
  const [a = zero, b = zero] = values;
  const result = `$${tex(after)}$`;
  if (isZero(a) || isZero(b))
    return `${subtractsNegative ? 'Subtracting a negative number adds its size' : 'A zero changes nothing'}: $${equality(before, after)}$.`;
  const start = subtractsNegative ? `Subtracting $${show(negated(b))}$ adds $${show(b)}$. ` : '';
  const [sizeA, sizeB] = [absolute(a), absolute(b)];
  if (a.s > 0n && b.s > 0n) return `${start}Add: $${show(a)} + ${show(b)} = ${show(plus(a, b))}$.`;
  if (a.s < 0n && b.s < 0n)
    return `${start}Both parts are negative: add the sizes, $${show(sizeA)} + ${show(sizeB)} = ${show(plus(sizeA, sizeB))}$, and keep the minus sign.`;
  const order = compareRationals(sizeA, sizeB);
  if (order === 0) return `${start}Equal sizes with different signs cancel: the result is ${result}.`;
  if (a.s > 0n && order > 0) return `${start}Subtract: $${show(sizeA)} - ${show(sizeB)} = ${show(plus(a, b))}$.`;
  const [larger, smaller] = order > 0 ? [a, b] : [b, a];
  const difference = `$${show(absolute(larger))} - ${show(absolute(smaller))} = ${show(plus(absolute(larger), negated(absolute(smaller))))}$`;
  const sign = larger.s < 0n ? `so the result is ${result}` : 'which stays positive';
  return `${start}The signs differ: subtract the smaller size from the larger, ${difference}; the larger part is ${larger.s < 0n ? 'negative' : 'positive'}, ${sign}.`;
}

function fractionSum(before: Expr, after: Expr, values: readonly Rational[]): Piece {
  const denominator = lcm(...values.map((value) => value.d));
  const isSame = values.every((value) => value.d === denominator);
  const over = (value: Rational): Expr =>
    divide(num(times(absolute(value), rational(denominator)).n), num(denominator));
  const expanded = add(...values.map((value) => (value.s < 0n ? negate(over(value)) : over(value))));
  const top = add(...values.map((value) => num(times(value, rational(denominator)))));
  const single = divide(top, num(denominator));
  const counted = values.reduce((sum, value) => plus(sum, times(value, rational(denominator))), zero);
  const unreduced = divide(num(counted), num(denominator));
  const isReduced =
    tex(unreduced) === tex(after) ||
    (counted.s < 0n && tex(negate(divide(num(absolute(counted)), num(denominator)))) === tex(after));
  const result = isReduced ? '' : `, that is ${math(after)}`;
  const rewrite: Move = {
    text: `Write every term with the common denominator ${math(denominator)}.`,
    latex: `${tex(before)} = ${tex(expanded)}`,
    why: 'Only pieces of the same size can be counted together.',
    rule: 'common-denominator',
    claim: equalClaim(before, expanded),
  };
  const count: Move = {
    text: isSame
      ? `The denominators agree, so add the numerators: $${tex(top)} = ${tex(num(counted))}$.`
      : `Add the numerators: $${tex(top)} = ${tex(num(counted))}$.`,
    latex: `${tex(single)} = ${tex(unreduced)}`,
    rule: 'common-denominator',
    claim: equalClaim(expanded, unreduced),
  };
  const reduce: Move = {
    text: isInteger(counted) && tex(after) !== tex(unreduced) ? `Reduce the fraction.` : 'Write the result.',
    latex: `${tex(unreduced)} = ${tex(after)}`,
    rule: 'reduce-fraction',
    claim: equalClaim(unreduced, after),
  };
  const parts = [...(isSame ? [] : [rewrite]), count, ...(isReduced ? [] : [reduce])];
  const start = isSame
    ? 'The denominators agree, so add the numerators'
    : `Over the common denominator ${math(denominator)}`;
  const line = isSame ? `$${tex(single)} = ${tex(unreduced)}$` : `$${tex(expanded)} = ${tex(unreduced)}$`;
  return {
    before,
    after,
    words: `${start}: ${line}${result}.`,
    why: 'Only pieces of the same size can be counted together.',
    rule: 'common-denominator',
    weight: values.length - 1 + (isSame ? 0 : 1),
    parts: parts.length > 1 ? parts : undefined,
  };
}

/** A sum of different roots, as √6 − √2, in which nothing can be collected: it stays as the author wrote it. */
function isCollected(before: Expr, terms: readonly Signed[], values: readonly Radical[]): boolean {
  if (before.kind !== 'add' || before.terms.length !== terms.length || values.length < 2) return false;
  if (values.some((value) => value.size !== 1)) return false;
  const isPlain =
    terms.every(({ expr, isNegative }) => expr.kind !== 'negate' || !isNegative) &&
    values.some((value) => toRational(value) === undefined);
  return isPlain && new Set(values.flatMap((value) => [...value.keys()])).size === values.length;
}

/** Numbers and roots: like goes with like. */
function rootSum(before: Expr, after: Expr, values: readonly Radical[]): Piece {
  const kinds = new Set(values.flatMap((value) => [...value.keys()]));
  const count = values.reduce((sum, value) => sum + value.size, 0);
  const isZeroSum = values.reduce(addRadicals).size === 0;
  const what = isZeroSum ? 'everything cancels' : 'numbers go with numbers and equal roots with equal roots';
  return {
    before,
    after,
    words: `Collect like terms, ${what}: $${equality(before, after)}$.`,
    why: 'Multiples of the same root may be added by their coefficients.',
    rule: 'collect-roots',
    weight: Math.max(1, count - kinds.size),
  };
}
