import type { Expr } from '../../math/expr.ts';

/** A number, or what will be one, with the minus signs before it taken off. */
export interface Signed {
  readonly expr: Expr;
  readonly isNegative: boolean;
}

/** One factor of a chain of × and ÷. */
export interface ChainFactor {
  readonly expr: Expr;
  readonly isDivisor: boolean;
}

export interface Chain {
  readonly factors: readonly ChainFactor[];
  /** An odd number of minus signs stood before the chain or between its factors (those of the numbers not counted). */
  readonly isNegative: boolean;
}

/** Nodes that count as numbers already: what a derivation has finished, and literals. */
export type IsFinished = (expr: Expr) => boolean;

export function stripMinus(expr: Expr, isFinished: IsFinished): Signed {
  let [inner, isNegative] = [expr, false];
  while (inner.kind === 'negate' && !isFinished(inner)) [inner, isNegative] = [inner.operand, !isNegative];
  return { expr: inner, isNegative };
}

/** The terms of a sum. Brackets after a plus don't matter, so sums inside are spliced in. */
export function sumTerms(expr: Expr, isFinished: IsFinished): readonly Signed[] {
  const signed = stripMinus(expr, isFinished);
  if (signed.expr.kind !== 'add' || isFinished(signed.expr) || signed.isNegative) return [signed];
  return signed.expr.terms.flatMap((term) => sumTerms(term, isFinished));
}

/**
 * The factors of a chain of multiplications and divisions from left to right. A divisor that is itself a product or a
 * quotient stays one factor: it is a bracket of its own.
 */
export function chainOf(expr: Expr, isFinished: IsFinished): Chain {
  const factors: ChainFactor[] = [];
  let isNegative = false;
  const push = (node: Expr, isDivisor: boolean) => {
    const signed = stripMinus(node, isFinished);
    if (signed.isNegative) isNegative = !isNegative;
    factors.push({ expr: signed.expr, isDivisor });
  };
  const walk = (node: Expr) => {
    const signed = stripMinus(node, isFinished);
    if (signed.isNegative) isNegative = !isNegative;
    const inner = signed.expr;
    if (isFinished(inner)) factors.push({ expr: inner, isDivisor: false });
    else if (inner.kind === 'multiply') for (const factor of inner.factors) walk(factor);
    else if (inner.kind === 'divide') {
      walk(inner.numerator);
      push(inner.denominator, true);
    } else factors.push({ expr: inner, isDivisor: false });
  };
  walk(expr);
  return { factors, isNegative };
}
