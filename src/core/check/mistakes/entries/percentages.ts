import { add, divide, multiply, num } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { one, plus, minus, powerOf, rational, times } from '../../../math/rational.ts';
import type { MistakeEntry } from '../entry.ts';
import { rationalValue } from '../views.ts';

const isPercent = (expr: Expr): boolean => expr.kind === 'number' && expr.notation === 'percent';

const percentAsNumber: MistakeEntry = {
  id: 'percent-as-number',
  scope: 'part',
  weight: 1,
  sentence: '{part} means so many hundredths, and it was taken as something else.',
  *rewrite(part) {
    if (part.kind !== 'number' || part.notation !== 'percent') return;
    const hundred = rational(100);
    for (const scale of [hundred, rational(10), rational(1, 10)]) {
      yield { result: num(times(part.value, scale)), parts: { part } };
    }
    yield { result: divide(num(1), num(times(part.value, hundred))), parts: { part }, extra: 0.2 };
  },
  example: { from: 'x = 20\\% \\cdot 50', to: 'x = 1000' },
};

const percentAdded: MistakeEntry = {
  id: 'percent-without-base',
  scope: 'part',
  weight: 0.9,
  sentence: 'In {part} the percentage is of no amount: written like this it is just a number of hundredths.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const [index, term] of part.terms.entries()) {
      const [size, sign] = term.kind === 'negate' ? [term.operand, num(-1)] : [term, num(1)];
      if (!isPercent(size) || index === 0) continue;
      const before = part.terms.slice(0, index);
      const change = multiply(sign, size, add(...before));
      yield { result: add(...before, change, ...part.terms.slice(index + 1)), parts: { part } };
    }
  },
  example: { from: 'x = 50 + 20\\%', to: 'x = 60' },
};

const percentagesAdded: MistakeEntry = {
  id: 'percentages-added',
  scope: 'part',
  weight: 1.2,
  sentence: 'The changes in {part} follow each other, each of another amount, so their percentages can’t be added.',
  *rewrite(part) {
    if (part.kind !== 'multiply') return;
    for (const [index, first] of part.factors.entries()) {
      for (const [position, second] of part.factors.entries()) {
        const [p, q] = [rationalValue(first), rationalValue(second)];
        if (position <= index || !p || !q || !isRate(first) || !isRate(second)) continue;
        const others = part.factors.filter((_, place) => place !== index && place !== position);
        yield { result: multiply(...others, num(minus(plus(p, q), one))), parts: { part } };
      }
    }
  },
  example: { from: 'y = 1.1 \\cdot 0.9 x', to: 'y = x' },
};

/** 1 + rate, written as a decimal between 0 and 2. */
function isRate(expr: Expr): boolean {
  if (expr.kind === 'add') return rationalValue(expr) !== undefined;
  return (
    expr.kind === 'number' &&
    expr.notation === 'decimal' &&
    expr.value.compare(2) < 0 &&
    expr.value.compare(powerOf(rational(10), -1)) > 0
  );
}

export const percentageEntries: readonly MistakeEntry[] = [percentAsNumber, percentAdded, percentagesAdded];
