import type { Expr } from '../../math/expr.ts';
import { isInteger, numeratorOf, type Rational } from '../../math/rational.ts';
import type { Move, Way } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import { exactNumber, rationalNumber } from './exactNumber.ts';
import { styleOf } from './numberTable.ts';
import { listWords, numberExpr, stuck, tex, way } from './write.ts';

/** The values of the numbers that a question is about, and the move that works them out where they are written as calculations. */
export interface Values {
  readonly values: readonly Rational[];
  readonly opening: readonly Move[];
}

/** Undefined where one of them isn't a rational number. */
export function valuesOf(exprs: readonly Expr[], work: ExactWork): Values | undefined {
  const values: Rational[] = [];
  const lines: { readonly expr: Expr; readonly result: Expr }[] = [];
  for (const expr of exprs) {
    const value = rationalNumber(expr, work);
    if (value === undefined) return undefined;
    values.push(value);
    const result = numberExpr(value, styleOf(expr));
    if (!isPlain(expr)) lines.push({ expr, result });
  }
  if (lines.length === 0) return { values, opening: [] };
  const equalities = lines.map(({ expr, result }) => `${tex(expr)} = ${tex(result)}`);
  return {
    values,
    opening: [
      {
        text: `Work out ${lines.length === 1 ? 'the number' : 'the numbers'} first: ${listWords(equalities.map((line) => `$${line}$`))}.`,
        latex: equalities.join(',\\quad '),
        rule: 'order-of-operations',
        claim: { type: 'all', claims: lines.map(({ expr, result }) => ({ type: 'equal', left: expr, right: result })) },
        isMinor: true,
      },
    ],
  };
}

/** Undefined where one of them isn't an integer. */
export function integersOf(
  exprs: readonly Expr[],
  work: ExactWork,
): { readonly values: readonly bigint[]; readonly opening: readonly Move[] } | undefined {
  const found = valuesOf(exprs, work);
  return found?.values.every(isInteger) === true
    ? { values: found.values.map(numeratorOf), opening: found.opening }
    : undefined;
}

/** Where one of the numbers has no value, or one that is too long: the way that says so at once. */
export function waysWithout(exprs: readonly Expr[], work: ExactWork): readonly Way[] {
  for (const expr of exprs) {
    const value = exactNumber(expr, work);
    if (value.type === 'too-large') return [way('too-large', 'arithmetic', () => stuck('too-large', value.detail))];
    if (value.type === 'undefined') return [way('undefined', 'arithmetic', () => stuck('nothing-to-do', value.detail))];
  }
  return [];
}

/** A number as a person writes one, fraction included. */
function isPlain(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
      return true;
    case 'negate':
      return expr.operand.kind !== 'negate' && isPlain(expr.operand);
    case 'divide':
      return [expr.numerator, expr.denominator].every((part) => part.kind !== 'divide' && isPlain(part));
    default:
      return false;
  }
}
