import { add, divide, num } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { rational } from '../../../math/rational.ts';

import type { MistakeEntry } from '../entry.ts';
import { fractionOf, integerOf } from '../fractionView.ts';

const mixedNumber: MistakeEntry = {
  id: 'mixed-number',
  scope: 'part',
  weight: 1,
  sentence: 'The mixed number {part} is the sum of its whole and its fraction, not their product or anything else.',
  *rewrite(part) {
    if (part.kind !== 'number' || part.notation !== 'mixed') return;
    const [whole = '0', above = '0', below = '1'] = part.text.split(/[ /]/);
    const [w, a, b] = [BigInt(whole), BigInt(above), BigInt(below)];
    if (b === 0n) return;
    for (const wrong of [
      rational(w * a, b),
      rational(w + a, b),
      rational(w * a + b, b),
      rational(w * 10n + a, b),
      rational(w),
      rational(w + 1n),
    ]) {
      yield { result: num(wrong), parts: { part } };
    }
  },
  example: { from: 'x = 3 1/2', to: 'x = 3/2' },
};

const wholesAndFractions: MistakeEntry = {
  id: 'mixed-numbers-part-by-part',
  scope: 'part',
  weight: 1.2,
  sentence:
    'In {part} wholes, numerators and denominators were combined each by themselves; the fractions need a common denominator first.',
  *rewrite(part) {
    if (part.kind !== 'add' || part.terms.length !== 2) return;
    const [first, second] = part.terms;
    if (!first || !second) return;
    const [a, b] = [mixedParts(first), mixedParts(second)];
    if (!a || !b || (a.whole === 0n && b.whole === 0n) || (a.below === 1n && b.below === 1n)) return;
    const isMinus = second.kind === 'negate';
    const size = (value: bigint): bigint => (value < 0n ? -value : value);
    const [whole, above] = isMinus
      ? [a.whole - b.whole, size(a.above - b.above)]
      : [a.whole + b.whole, a.above + b.above];
    for (const below of isMinus
      ? [size(a.below - b.below), a.below, b.below, a.whole - b.whole]
      : [a.below + b.below, a.below, b.below]) {
      if (below > 0n) yield { result: add(num(whole), divide(num(above), num(below))), parts: { part } };
    }
    const fractionOnly = b.whole === 0n ? b : a;
    yield { result: add(num(whole), divide(num(fractionOnly.above), num(fractionOnly.below))), parts: { part } };
  },
  example: { from: 'x = 7 2/5 - 4 7/10', to: 'x = 3 + 5/5' },
};

function mixedParts(
  expr: Expr,
): { readonly whole: bigint; readonly above: bigint; readonly below: bigint } | undefined {
  if (expr.kind === 'negate') return mixedParts(expr.operand);
  if (expr.kind === 'number' && expr.notation === 'mixed') {
    const [whole = '0', above = '0', below = '1'] = expr.text.split(/[ /]/);
    return { whole: BigInt(whole), above: BigInt(above), below: BigInt(below) };
  }
  const whole = integerOf(expr);
  if (whole !== undefined) return { whole, above: 0n, below: 1n };
  const fraction = expr.kind === 'divide' ? fractionOf(expr) : undefined;
  const [above, below] = [fraction && integerOf(fraction.above), fraction && integerOf(fraction.below)];
  return above !== undefined && below !== undefined ? { whole: 0n, above, below } : undefined;
}

export const mixedNumberEntries: readonly MistakeEntry[] = [mixedNumber, wholesAndFractions];
