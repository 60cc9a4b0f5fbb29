import { multiplyWithDot, num, power, root as rootOf, sqrt } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { integerRoot } from '../../math/integers.ts';
import {
  denominatorOf,
  isInteger,
  isZero,
  numeratorOf,
  one,
  rational,
  toDouble,
  type Rational,
} from '../../math/rational.ts';
import type { ExactWork } from '../exactWork.ts';
import { exactNumber, powerNumber } from './exactNumber.ts';
import type { NumberTable } from './numberTable.ts';
import { equality, type Piece, type PieceResult } from './piece.ts';
import { rootExpr, termsOf, toRational, type Radical } from './radical.ts';
import type { RuleId } from './rules.ts';
import { numberExpr, tex, type NumberStyle } from './write.ts';

/** Works out a power, a root, an absolute value, a factorial, a function of numbers, or a number in another notation. */
export function unitPiece(before: Expr, table: NumberTable, work: ExactWork): PieceResult {
  if (before.kind === 'power') return powerPiece(before, table, work);
  // What stands inside is finished, so this evaluates one operation only.
  const value = exactNumber(before, work);
  if (value.type !== 'number') return value;
  const after = table.finish(value.value);
  const base = { before, after, weight: 1 };
  switch (before.kind) {
    case 'number':
      return literalPiece(base, before);
    case 'root':
      return rootPiece(base, before, value.value);
    case 'abs':
      return {
        ...base,
        words: `The absolute value is the distance from zero: $${equality(before, after)}$.`,
        rule: 'absolute-value',
      };
    case 'factorial':
      return { ...base, words: factorialWords(before, after), rule: 'factorial' };
    default:
      return { ...base, words: `Work out $${equality(before, after)}$.`, rule: 'number-function' };
  }
}

function literalPiece(base: Pick<Piece, 'before' | 'after' | 'weight'>, before: ExprOf<'number'>): Piece {
  const line = `$${equality(base.before, base.after)}$`;
  switch (before.notation) {
    case 'percent':
      return { ...base, words: `Percent means hundredths: ${line}.`, rule: 'percent-meaning', weight: 0 };
    case 'mixed':
      return { ...base, words: `Write the mixed number as a fraction: ${line}.`, rule: 'mixed-number' };
    case 'recurring':
      return { ...base, words: `Write the recurring decimal as a fraction: ${line}.`, rule: 'recurring-decimal' };
    case 'scientific':
      return { ...base, words: `Write out the power of ten: ${line}.`, rule: 'scientific-notation' };
    default:
      return { ...base, words: `Write ${line}.`, rule: 'change-form' };
  }
}

function factorialWords(before: ExprOf<'factorial'>, after: Expr): string {
  const { operand } = before;
  const line = `$${equality(before, after)}$`;
  if (operand.kind !== 'number' || !isInteger(operand.value)) return `Work out ${line}.`;
  if (operand.value.n < 2n) return `By definition ${line}.`;
  if (operand.value.n > 12n) return `Multiply all whole numbers from $1$ to $${tex(operand)}$: ${line}.`;
  const factors = Array.from({ length: Number(operand.value.n) }, (_, index) => (index + 1).toString()).reverse();
  return `Multiply the whole numbers down to one: $${tex(before)} = ${factors.join(' \\cdot ')} = ${tex(after)}$.`;
}

function powerPiece(before: ExprOf<'power'>, table: NumberTable, work: ExactWork): PieceResult {
  const [base, exponentValue] = [table.valueOf(before.base), table.exponentOf(before.exponent)];
  if (base === undefined || exponentValue === undefined) return { type: 'other' };
  const value = powerNumber(base, exponentValue, work);
  if (value.type !== 'number') return value;
  const exponent = toRational(exponentValue) ?? one;
  const after = table.finish(value.value);
  const { words, rule } = powerWords(before, after, base, exponent, table.style);
  return { before, after, words, rule, weight: base.size > 1 ? 3 : 1 };
}

function powerWords(
  before: ExprOf<'power'>,
  after: Expr,
  base: Radical,
  exponent: Rational,
  style: NumberStyle,
): { words: string; rule: RuleId } {
  const plain = toRational(base);
  const line = `$${equality(before, after)}$`;
  if (isZero(exponent)) return { words: `Any number but zero to the power $0$ is $1$: ${line}.`, rule: 'power' };
  if (plain === undefined) {
    if (isInteger(exponent) && numeratorOf(exponent) === 2n && base.size === 2) {
      const [a, b] = termsOf(base).map((term) => fromTerm(term));
      const isMinus = (termsOf(base)[1]?.coefficient.s ?? 1n) < 0n;
      if (a !== undefined && b !== undefined) {
        const middle = multiplyWithDot(num(2), a, b);
        return {
          words: `Square the sum term by term, $(a ${isMinus ? '-' : '+'} b)^2 = a^2 ${isMinus ? '-' : '+'} 2ab + b^2$ with $a^2 = ${tex(squareOf(base, 0))}$, $2ab = ${tex(middle)}$ and $b^2 = ${tex(squareOf(base, 1))}$: ${line}.`,
          rule: 'multiply-roots',
        };
      }
    }
    return { words: `Multiply the power out: ${line}.`, rule: 'multiply-roots' };
  }
  if (!isInteger(exponent)) {
    const under = rootOf(numberExpr(plain, style), num(denominatorOf(exponent)));
    const shown = denominatorOf(exponent) === 2n ? sqrt(numberExpr(plain, style)) : under;
    const asRoot = numeratorOf(exponent) === 1n ? shown : power(shown, num(numeratorOf(exponent)));
    return {
      words: `The denominator of the exponent is a root: $${tex(before)} = ${tex(asRoot)} = ${tex(after)}$.`,
      rule: 'fractional-power',
    };
  }
  if (exponent.s < 0n)
    return { words: `A negative exponent turns the base upside down: ${line}.`, rule: 'negative-power' };
  if (plain.n === 1n && plain.d === 1n)
    return { words: `${plain.s < 0n ? 'Powers of $-1$ alternate' : 'Powers of $1$ are $1$'}: ${line}.`, rule: 'power' };
  const count = toDouble(exponent);
  if (count <= 4 && count > 1 && before.base.kind === 'number') {
    const factors = Array.from({ length: count }, () => tex(before.base)).join(' \\cdot ');
    return { words: `$${tex(before)} = ${factors} = ${tex(after)}$.`, rule: 'power' };
  }
  const sign =
    plain.s < 0n
      ? exponent.n % 2n === 0n
        ? 'An even power of a negative number is positive: '
        : 'An odd power of a negative number is negative: '
      : 'Work out the power: ';
  return { words: `${sign}${line}.`, rule: 'power' };
}

function fromTerm(term: ReturnType<typeof termsOf>[number]): Expr {
  const size = term.coefficient.s < 0n ? term.coefficient.neg() : term.coefficient;
  const under = rootExpr(term);
  return under === undefined ? num(size) : size.n === 1n && size.d === 1n ? under : multiplyWithDot(num(size), under);
}

function squareOf(value: Radical, index: number): Expr {
  const term = termsOf(value)[index];
  if (term === undefined) return num(0);
  const under = term.roots.reduce(
    (found, { prime, exponent }) => found * prime ** (numeratorOf(exponent) * (2n / exponent.d || 1n)),
    1n,
  );
  return num(term.coefficient.mul(term.coefficient).mul(rational(under)));
}

function rootPiece(base: Pick<Piece, 'before' | 'after' | 'weight'>, before: ExprOf<'root'>, value: Radical): Piece {
  const { radicand, index } = before;
  const order = index?.kind === 'number' && isInteger(index.value) ? Number(index.value.n) : 2;
  const line = `$${equality(base.before, base.after)}$`;
  const exact = toRational(value);
  if (exact !== undefined) {
    const why = isZero(exact) ? '' : `, because $${tex(power(num(exact), num(order)))} = ${tex(radicand)}$`;
    return { ...base, words: `${line}${why}.`, rule: 'pull-out-squares' };
  }
  if (value.size > 1) {
    const squares = `$${tex(power(base.after, num(order)))} = ${tex(radicand)}$`;
    return {
      ...base,
      words: `Write what stands under the root as a square: ${squares}. So ${line}.`,
      why: 'The root of a square is the number that was squared, if that is not negative.',
      rule: 'nested-root',
      weight: 2,
    };
  }
  const [term] = termsOf(value);
  const outside = term?.coefficient;
  const inside = term === undefined ? undefined : rootExpr(term);
  if (outside === undefined || inside?.kind !== 'root' || !isInteger(outside) || outside.n === 1n) {
    return { ...base, words: `Simplify the root: ${line}.`, rule: 'pull-out-squares' };
  }
  const split = multiplyWithDot(power(num(outside.n), num(order)), inside.radicand);
  const middle = order === 2 ? sqrt(split) : rootOf(split, num(order));
  const isClear = radicand.kind === 'number' && integerRoot(radicand.value.n, order) === undefined && outside.s > 0n;
  if (!isClear) return { ...base, words: `Pull out of the root what comes out: ${line}.`, rule: 'pull-out-squares' };
  return {
    ...base,
    words: `$${tex(before)} = ${tex(middle)} = ${tex(base.after)}$.`,
    why: `${order === 2 ? 'A square under a square root' : 'A matching power under a root'} comes out as its base.`,
    rule: 'pull-out-squares',
  };
}
