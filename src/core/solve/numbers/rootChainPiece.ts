import { divide, multiply, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { Move } from '../derivation.ts';
import { isNegativeRadical, product, quotient } from './exactNumber.ts';
import type { NumberTable } from './numberTable.ts';
import { equalClaim, equality, type PieceResult, type ValuedFactor } from './piece.ts';
import {
  conjugateOf,
  fromRational,
  invertRadical,
  negateRadical,
  radicalToExpr,
  rootExpr,
  termsOf,
  toRational,
  type Radical,
} from './radical.ts';
import { one } from '../../math/rational.ts';
import { math, tex } from './write.ts';

/** A chain of × and ÷ in which roots occur. `sign` changes the sign where a minus stood before the chain. */
export function rootChainPiece(
  before: Expr,
  after: Expr,
  factors: readonly ValuedFactor[],
  sign: ((value: Radical) => Radical) | undefined,
  table: NumberTable,
): PieceResult {
  const top = productOf(factors.filter((factor) => !factor.isDivisor).map((factor) => factor.value));
  const bottom = productOf(factors.filter((factor) => factor.isDivisor).map((factor) => factor.value));
  if (top === undefined || bottom === undefined) return { type: 'other' };
  const weight = factors.length - 1;
  const hasDivisor = factors.some((factor) => factor.isDivisor);
  if (!hasDivisor) {
    const isExpanding = factors.filter((factor) => factor.value.size > 1).length > 0;
    const words = isExpanding
      ? 'Multiply every term by every term; a square root times itself gives the number under it'
      : 'Multiply numbers with numbers and roots with roots';
    return {
      before,
      after,
      words: `${words}: $${equality(before, after)}$.`,
      rule: 'multiply-roots',
      weight: weight + (isExpanding ? 1 : 0),
    };
  }
  const signed = sign === undefined ? top : sign(top);
  const merged = divide(write(signed, table), write(bottom, table));
  const isMerged = factors.length > 2;
  const mergeMove: Move = {
    text: 'Multiply out above and below.',
    latex: equality(before, merged),
    rule: 'multiply-roots',
    claim: equalClaim(before, merged),
  };
  const single = isMerged ? `Multiply out above and below, $${tex(merged)}$. ` : '';
  if (toRational(bottom) !== undefined) {
    return {
      before,
      after,
      words: `${single}Divide the coefficients: $${isMerged ? `${tex(merged)} = ${tex(after)}` : equality(before, after)}$.`,
      rule: 'divide-roots',
      weight,
    };
  }
  const [under] = termsOf(bottom);
  if (bottom.size === 1 && under !== undefined) {
    const plainResult = [...signed.values()].every((term) =>
      under.roots.every((root) => term.roots.some((own) => own.prime === root.prime)),
    );
    if (plainResult) {
      return {
        before,
        after,
        words: `${single}Divide the numbers and the roots separately, $\\frac{\\sqrt{a}}{\\sqrt{b}} = \\sqrt{\\frac{a}{b}}$: $${isMerged ? `${tex(merged)} = ${tex(after)}` : equality(before, after)}$.`,
        why: 'The quotient of two square roots is the square root of the quotient.',
        rule: 'divide-roots',
        weight,
        parts: isMerged
          ? [
              mergeMove,
              {
                text: 'Divide the numbers and the roots separately.',
                latex: equality(merged, after),
                rule: 'divide-roots',
                claim: equalClaim(merged, after),
              },
            ]
          : undefined,
      };
    }
    const root = rootExpr(under) ?? num(1);
    return rationalized(
      before,
      after,
      merged,
      isMerged ? mergeMove : undefined,
      single,
      signed,
      bottom,
      root,
      weight,
      table,
    );
  }
  const changed = conjugateOf(bottom);
  const norm = changed === undefined ? undefined : productOf([bottom, changed]);
  if (changed === undefined || norm === undefined) return { type: 'other' };
  // Of the two conjugates, a − b and b − a, the one that makes the denominator positive.
  const conjugate = isNegativeRadical(norm) ? negateRadical(changed) : changed;
  return rationalized(
    before,
    after,
    merged,
    isMerged ? mergeMove : undefined,
    single,
    signed,
    bottom,
    write(conjugate, table),
    weight,
    table,
  );
}

function write(value: Radical, table: NumberTable): Expr {
  return table.style === 'fraction' ? radicalToExpr(value) : radicalToExpr(value, (plain) => num(plain));
}

function productOf(values: readonly Radical[]): Radical | undefined {
  let result: Radical = fromRational(one);
  for (const value of values) {
    const next = product(result, value);
    if (next.type !== 'number') return undefined;
    result = next.value;
  }
  return result;
}

function rationalized(
  before: Expr,
  after: Expr,
  merged: Expr,
  mergeMove: Move | undefined,
  single: string,
  top: Radical,
  bottom: Radical,
  multiplier: Expr,
  weight: number,
  table: NumberTable,
): PieceResult {
  const inverse = invertRadical(bottom);
  const value = inverse === undefined ? undefined : quotient(top, bottom);
  if (value?.type !== 'number') return { type: 'other' };
  const extended = divide(multiply(write(top, table), multiplier), multiplyWithDot(write(bottom, table), multiplier));
  const isConjugate = bottom.size > 1;
  const extend: Move = {
    text: isConjugate
      ? `Multiply top and bottom by ${math(multiplier)}, the denominator with one sign changed.`
      : `Multiply top and bottom by ${math(multiplier)}.`,
    latex: equality(merged, extended),
    why: isConjugate
      ? 'The product of the two is a difference of squares, in which that root disappears.'
      : 'A square root times itself is the number under it.',
    rule: 'rationalize',
    claim: equalClaim(merged, extended),
  };
  const finish: Move = {
    text: 'Multiply out and reduce.',
    latex: equality(extended, after),
    rule: 'multiply-roots',
    claim: equalClaim(extended, after),
  };
  return {
    before,
    after,
    words: `${single}Multiply top and bottom by ${math(multiplier)} to clear ${isConjugate ? 'a root' : 'the root'} from the denominator: $${tex(extended)} = ${tex(after)}$.`,
    why: extend.why,
    rule: 'rationalize',
    weight: weight + 2,
    parts: [...(mergeMove === undefined ? [] : [mergeMove]), extend, finish],
  };
}
