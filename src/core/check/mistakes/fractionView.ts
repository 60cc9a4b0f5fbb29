import { num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';

export interface Fraction {
  readonly above: Expr;
  readonly below: Expr;
  readonly isNegative: boolean;
}

export function fractionOf(expr: Expr): Fraction | undefined {
  if (expr.kind === 'negate') {
    const inner = fractionOf(expr.operand);
    return inner && { ...inner, isNegative: !inner.isNegative };
  }
  if (expr.kind === 'divide') return { above: expr.numerator, below: expr.denominator, isNegative: false };
  if (expr.kind === 'number' && expr.notation === 'mixed')
    return { above: num(expr.value.n), below: num(expr.value.d), isNegative: false };
  return undefined;
}

export const integerOf = (expr: Expr): bigint | undefined => {
  const value = expr.kind === 'number' ? expr.value : undefined;
  return value?.d === 1n && value.n <= 10n ** 12n ? value.n : undefined;
};

export function wholeAsFraction(expr: Expr): Fraction {
  return expr.kind === 'negate'
    ? { above: expr.operand, below: num(1), isNegative: true }
    : { above: expr, below: num(1), isNegative: false };
}
