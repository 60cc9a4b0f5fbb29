import { decimal, interval, or, subtract } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import type { Expr } from '../../math/expr.ts';
import { minus, over, plus, rational } from '../../math/rational.ts';
import { contains, freeSymbols, mapExpr } from '../../math/tree.ts';
import { valueTex } from '../valueTex.ts';
import { withSign } from '../statement.ts';
import { relateStatements } from './relateStatements.ts';
import type { LineVerdict } from './judgement.ts';
import type { Means } from './means.ts';
import { hasApproximation } from './shape.ts';

/**
 * `x ≈ 1.41`, and `x = 1.41` where decimals are rounded: the value lies within half a unit of the last place (one unit
 * behind ≈, since some cut instead of rounding).
 */
export function withRounding(from: Expr, line: Expr, means: Means): LineVerdict | undefined {
  const isRounded = means.conventions.decimals === 'rounded';
  if (!isRounded && !hasApproximation(line)) return undefined;
  const impossible: Expr[] = [];
  const isDouble = contains(line, (node) => node.kind === 'plusMinus');
  const written = isDouble ? or(withSign(line, 1), withSign(line, -1)) : line;
  const wide = mapExpr(written, (node) => {
    if (node.kind !== 'relation') return node;
    const [left, right] = node.operands;
    const operator = node.operators.at(-1);
    if (operator !== 'approx' && !(isRounded && operator === '=')) return node;
    const bounds = right && left ? boundsOf(right, operator === 'approx') : undefined;
    if (node.operators.length !== 1 || !left || !bounds) {
      impossible.push(node);
      return node;
    }
    return { kind: 'relation', operands: [left, bounds], operators: ['in'] };
  });
  if (impossible.length > 0) return undefined;
  const verdict = relateStatements(from, wide, means);
  const isFine = verdict.kind === 'proved' || verdict.kind === 'valid';
  if (!isFine)
    return hasApproximation(line) || verdict.kind === 'invalid' ? { ...verdict, evidence: undefined } : undefined;
  return {
    kind: 'valid',
    how: 'certified',
    relation: 'equivalent',
    evidence: agreement,
  };
}

/** Is a number what a decimal says, as far as it is written? Undefined where that can't be said, and for what is no decimal. */
export function roundsTo(value: Expr, written: Expr, isRough: boolean): LineVerdict | undefined {
  const bounds = freeSymbols(value).length === 0 ? boundsOf(written, isRough) : undefined;
  if (bounds?.kind !== 'interval') return undefined;
  const [low, high] = [certifiedSign(subtract(value, bounds.lower)), certifiedSign(subtract(bounds.upper, value))];
  if (low.type !== 'sign' || high.type !== 'sign') return undefined;
  const isFine = low.sign >= 0 && high.sign >= 0;
  if (isFine) return { kind: 'valid', how: 'certified', relation: 'equivalent', evidence: agreement };
  return isRough
    ? { kind: 'invalid', how: 'certified', relation: 'different', evidence: `The value is $${valueTex(value)}$.` }
    : undefined;
}

const agreement = 'The decimals agree as far as they are written.';

/** The numbers that round to a decimal. */
function boundsOf(expr: Expr, isRough: boolean): Expr | undefined {
  const isNegative = expr.kind === 'negate';
  const literal = isNegative ? expr.operand : expr;
  if (literal.kind !== 'number') return undefined;
  const places = /\.(\d+)/.exec(literal.text)?.[1]?.length ?? 0;
  const half = over(rational(1), rational(10n ** BigInt(places) * (isRough ? 1n : 2n)));
  const value = isNegative ? literal.value.neg() : literal.value;
  return interval(decimal(minus(value, half)), decimal(plus(value, half)), '[]');
}
