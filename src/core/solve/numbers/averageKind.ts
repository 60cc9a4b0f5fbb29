import { add, divide, num } from '../../math/build.ts';
import {
  compareRationals,
  isInteger,
  minus,
  over,
  plus,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { valuesOf } from './integerValues.ts';
import { hasFiniteDecimal, styleOf } from './numberTable.ts';
import {
  answerOf,
  confirmed,
  decided,
  listWords,
  numberExpr,
  plainAnswer,
  plural,
  stuck,
  tex,
  way,
  type NumberStyle,
} from './write.ts';

export const averageKind: Kind = {
  id: 'average',
  tasks: ['average'],
  ways: (task, work) => {
    if (task.kind !== 'average') return [];
    const found = valuesOf(task.values, work);
    if (found === undefined || found.values.length === 0) return [];
    const style: NumberStyle =
      task.values.some((value) => styleOf(value) === 'decimal') || found.values.every((value) => isInteger(value))
        ? 'decimal'
        : 'fraction';
    return [
      way(task.ask, 'the definition', () =>
        withOpening(found.opening, { mean, median, mode, range }[task.ask](found.values, style)),
      ),
    ];
  },
};

function withOpening(opening: readonly Move[], derivation: Derivation): Derivation {
  return derivation.type === 'solved' ? { ...derivation, moves: [...opening, ...derivation.moves] } : derivation;
}

function mean(values: readonly Rational[], style: NumberStyle): Derivation {
  const total = values.reduce(plus, zero);
  const count = values.length;
  const value = over(total, rational(count));
  const result = numberExpr(value, style);
  const show = (shown: Rational) => tex(numberExpr(shown, style));
  const deviations = values.map((entry) => minus(entry, value)).reduce(plus, zero);
  const verdict = confirmed(deviations.n === 0n, 'The deviations from it cancel each other out.');
  const sum = add(...values.map((entry) => num(entry)));
  return {
    type: 'solved',
    moves: [
      {
        text: `Add up all ${plural(count, 'value')}.`,
        latex: `${values.map((entry, index) => (entry.s < 0n && index > 0 ? `(${show(entry)})` : show(entry))).join(' + ')} = ${show(total)}`,
        why: 'The mean shares out the total.',
        rule: 'mean',
        claim: { type: 'equal', left: sum, right: num(total) },
      },
      {
        text: `Share the total $${show(total)}$ equally among the ${plural(count, 'value')}.`,
        latex: `\\frac{${show(total)}}{${count.toString()}} = ${tex(result)}`,
        why: 'Equal shares of the total.',
        rule: 'mean',
        claim: { type: 'equal', left: divide(num(total), num(count)), right: result },
      },
    ],
    answer: answerOf(result, verdict),
  };
}

function sortedMove(
  values: readonly Rational[],
  style: NumberStyle,
): { readonly sorted: readonly Rational[]; readonly move: Move } {
  const sorted = [...values].sort(compareRationals);
  const isSorted = sorted.every((value, index) => compareRationals(value, sorted[index + 1] ?? value) <= 0);
  return {
    sorted,
    move: {
      text: 'Put the values in order.',
      latex: sorted.map((value) => tex(numberExpr(value, style))).join(',\\; '),
      why: 'The middle can only be seen in an ordered list.',
      rule: 'order-numbers',
      claim: decided(isSorted, 'Neighbours compared.'),
    },
  };
}

function median(values: readonly Rational[], style: NumberStyle): Derivation {
  const { sorted, move } = sortedMove(values, style);
  const middle = Math.floor(sorted.length / 2);
  const [low = zero, high = zero] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  const value = over(plus(low, high), rational(2n));
  const result = numberExpr(value, hasFiniteDecimal(value) && style === 'decimal' ? 'decimal' : 'fraction');
  const below = values.filter((entry) => compareRationals(entry, value) < 0).length;
  const above = values.filter((entry) => compareRationals(entry, value) > 0).length;
  const verdict = confirmed(
    2 * below <= values.length && 2 * above <= values.length,
    `${below.toString()} values lie below it and ${above.toString()} above.`,
  );
  const show = (shown: Rational) => tex(numberExpr(shown, style));
  const last: Move =
    sorted.length % 2 === 1
      ? {
          text: `Of ${plural(sorted.length, 'value')} the one in the middle is number ${(middle + 1).toString()}: $${tex(result)}$.`,
          latex: tex(result),
          why: 'As many values stand before it as after it.',
          rule: 'median',
          claim: { type: 'decided', verdict },
        }
      : {
          text: `There are ${sorted.length.toString()} values, so two stand in the middle, $${show(low)}$ and $${show(high)}$. Take the number half way between them.`,
          latex: `\\frac{${show(low)} + ${high.s < 0n ? `(${show(high)})` : show(high)}}{2} = ${tex(result)}`,
          why: 'The median halves the list.',
          rule: 'median',
          claim: { type: 'decided', verdict },
        };
  return { type: 'solved', moves: [move, last], answer: answerOf(result, verdict) };
}

function mode(values: readonly Rational[], style: NumberStyle): Derivation {
  const counts = new Map<string, { readonly value: Rational; readonly count: number }>();
  for (const value of values)
    counts.set(value.toFraction(), { value, count: (counts.get(value.toFraction())?.count ?? 0) + 1 });
  const most = Math.max(...[...counts.values()].map(({ count }) => count));
  const modes = [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
  if (most === 1 && values.length > 1) return stuck('nothing-to-do', 'Every value occurs once, so there is no mode.');
  const again = modes.every((candidate) => values.filter((value) => value.equals(candidate)).length === most);
  const verdict = confirmed(again, `Each value was counted: ${most.toString()} is the highest count.`);
  const shown = modes.map((value) => tex(numberExpr(value, style)));
  const move: Move = {
    text: `Count how often each value occurs: ${listWords(shown.map((value) => `$${value}$`))} ${modes.length === 1 ? 'occurs' : 'occur'} ${plural(most, 'time')}, more often than any other.`,
    latex: shown.join(',\\; '),
    why: 'The mode is the value that occurs most often.',
    rule: 'mode',
    claim: { type: 'decided', verdict },
  };
  const [only] = modes;
  return {
    type: 'solved',
    moves: [move],
    answer:
      modes.length === 1 && only !== undefined
        ? answerOf(numberExpr(only, style), verdict)
        : plainAnswer(shown.join(', '), verdict, shown.join(',\\; ')),
  };
}

function range(values: readonly Rational[], style: NumberStyle): Derivation {
  const smallest = values.reduce((found, next) => (compareRationals(next, found) < 0 ? next : found));
  const largest = values.reduce((found, next) => (compareRationals(next, found) > 0 ? next : found));
  const value = minus(largest, smallest);
  const result = numberExpr(value, style);
  const show = (shown: Rational) => tex(numberExpr(shown, style));
  const reaches = values.every(
    (entry) =>
      compareRationals(minus(largest, entry), value) <= 0 && compareRationals(minus(entry, smallest), value) <= 0,
  );
  const verdict = confirmed(
    reaches && times(value, rational(1n)).equals(minus(largest, smallest)),
    'No two of the values lie further apart.',
  );
  const move: Move = {
    text: `The largest value is $${show(largest)}$, the smallest is $${show(smallest)}$. Subtract.`,
    latex: `${show(largest)} - ${smallest.s < 0n ? `(${show(smallest)})` : show(smallest)} = ${tex(result)}`,
    why: 'The range is the distance between the extremes.',
    rule: 'range',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [move], answer: answerOf(result, verdict) };
}
