import { tuple } from '../../math/build.ts';
import { toText } from '../../math/print/toText.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { asDecimals, compareRadicals, decimalTex, entriesOf, type Entry } from './listed.ts';
import { addRadicals, negateRadical, type Radical } from './radical.ts';
import { isNegativeRadical } from './exactNumber.ts';
import { aligned, answerOf, confirmed, listWords, math, ordinal, plainAnswer, stuck, tex, way } from './write.ts';

export const sortKind: Kind = {
  id: 'sort',
  tasks: ['sort'],
  ways: (task, work) => {
    const entries = task.kind === 'sort' ? entriesOf(task.items, work) : undefined;
    if (task.kind !== 'sort' || entries === undefined || entries.length === 0) return [];
    return [way('number-line', 'the number line', () => sort(entries, task.order))];
  },
};

export const kthKind: Kind = {
  id: 'kth',
  tasks: ['kth'],
  ways: (task, work) => {
    const entries = task.kind === 'kth' ? entriesOf(task.items, work) : undefined;
    if (task.kind !== 'kth' || entries === undefined || entries.length === 0) return [];
    return [way('number-line', 'the number line', () => kth(entries, task.rank, task.from))];
  },
};

export const closestKind: Kind = {
  id: 'closest',
  tasks: ['closest'],
  ways: (task, work) => {
    if (task.kind !== 'closest') return [];
    const entries = entriesOf(task.items, work);
    const target = entriesOf([{ value: task.to }], work)?.[0];
    if (entries === undefined || target === undefined || entries.length === 0) return [];
    return [way('distances', 'the distances', () => closest(entries, target))];
  },
};

type Order = 'ascending' | 'descending';

function ordered(entries: readonly Entry[], order: Order): readonly Entry[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...entries].sort((a, b) => sign * compareRadicals(a.value, b.value));
}

/** Every pair of neighbours once more, and that nothing was lost: the verdict about an order. */
function orderVerdict(entries: readonly Entry[], sorted: readonly Entry[], order: Order): Verdict {
  const allowed = order === 'ascending' ? -1 : 1;
  const isOrdered = sorted.every((entry, index) => {
    const next = sorted[index + 1];
    return next === undefined || [0, allowed].includes(compareRadicals(entry.value, next.value));
  });
  const isComplete = sorted.length === entries.length && entries.every((entry) => sorted.includes(entry));
  return confirmed(isOrdered && isComplete, 'Every number was compared exactly with its neighbour in the list.');
}

function chain(sorted: readonly Entry[], order: Order): string {
  return sorted
    .map((entry, index) => {
      const next = sorted[index + 1];
      if (next === undefined) return tex(entry.expr);
      const sign = compareRadicals(entry.value, next.value) === 0 ? '=' : order === 'ascending' ? '<' : '>';
      return `${tex(entry.expr)} ${sign} `;
    })
    .join('');
}

/** How to see the order: negative numbers first, the largest size leading. */
function signWords(entries: readonly Entry[], order: Order): string {
  const negative = entries.filter(({ value }) => isNegativeRadical(value)).length;
  if (negative === 0) return 'Compare the numbers by size';
  if (negative === 1)
    return order === 'ascending'
      ? 'The negative number comes first; order the others by size'
      : 'The negative number comes last; order the others by size';
  if (negative === entries.length) return 'All numbers are negative, so the one with the largest size is the smallest';
  return order === 'ascending'
    ? 'The negative numbers come first, the one with the largest size leading; then the others by size'
    : 'The positive numbers come first, by size; of the negative ones the one with the largest size comes last';
}

function sortMove(entries: readonly Entry[], sorted: readonly Entry[], order: Order, verdict: Verdict): Move {
  return {
    text: `${signWords(entries, order)}, from the ${order === 'ascending' ? 'smallest to the largest' : 'largest to the smallest'}.`,
    latex: chain(sorted, order),
    why: 'On the number line smaller numbers stand further left.',
    rule: 'order-numbers',
    claim: { type: 'decided', verdict },
  };
}

function sort(entries: readonly Entry[], order: Order): Derivation {
  const sorted = ordered(entries, order);
  const verdict = orderVerdict(entries, sorted, order);
  const first = asDecimals(entries);
  const isLabelled = entries.every(({ label }) => label !== undefined);
  const text = sorted
    .map((entry) => (isLabelled ? (entry.label ?? '') : (entry.name ?? toText(entry.expr))))
    .join(', ');
  const answer: Answer = isLabelled
    ? plainAnswer(text, verdict)
    : {
        text,
        latex: sorted.map(({ expr, name }) => name ?? tex(expr)).join(',\\; '),
        value: tuple(...sorted.map(({ expr }) => expr)),
        verdict,
      };
  return {
    type: 'solved',
    moves: [...(first === undefined ? [] : [first]), sortMove(entries, sorted, order, verdict)],
    answer,
  };
}

function labelled(entry: Entry): string {
  if (entry.label !== undefined) return `${math(entry.expr)}, which is (${entry.label})`;
  return entry.name === undefined ? math(entry.expr) : `${math(entry.expr)}, which is $${entry.name}$`;
}

function entryAnswer(entry: Entry, verdict: Verdict): Answer {
  if (entry.label === undefined && entry.name !== undefined)
    return { text: entry.name, latex: `${entry.name} = ${tex(entry.expr)}`, value: entry.expr, verdict };
  return entry.label === undefined
    ? answerOf(entry.expr, verdict)
    : { text: entry.label, latex: `\\text{(${entry.label})}\\; ${tex(entry.expr)}`, value: entry.expr, verdict };
}

function kth(entries: readonly Entry[], rank: number, from: 'biggest' | 'smallest'): Derivation {
  const order: Order = from === 'biggest' ? 'descending' : 'ascending';
  const sorted = ordered(entries, order);
  const found = sorted[rank - 1];
  if (found === undefined)
    return stuck(
      'nothing-to-do',
      `The list has only ${entries.length.toString()} numbers, so there is no ${ordinal(rank)} ${from} one.`,
    );
  const before = entries.filter(
    (entry) => compareRadicals(entry.value, found.value) === (from === 'biggest' ? 1 : -1),
  ).length;
  const ties = entries.filter((entry) => compareRadicals(entry.value, found.value) === 0).length;
  const verdict = confirmed(
    before < rank && rank <= before + ties,
    `Counted directly: ${before.toString()} of the numbers ${before === 1 ? 'is' : 'are'} ${from === 'biggest' ? 'larger' : 'smaller'} than ${math(found.expr)}.`,
  );
  const name = rank === 1 ? `the ${from}` : `the ${ordinal(rank)} ${from}`;
  const pick = `${name.charAt(0).toUpperCase()}${name.slice(1)} is ${labelled(found)}.`;
  const needed = rank <= 3 ? sorted.slice(0, Math.min(sorted.length, rank + 1)) : sorted;
  const first = asDecimals(entries);
  const last: Move = {
    text: `${signWords(entries, order)}, from the ${order === 'ascending' ? 'smallest' : 'largest'} on. ${pick}`,
    latex:
      needed.length < sorted.length
        ? `${chain(needed, order)} ${order === 'ascending' ? '<' : '>'} \\dots`
        : chain(sorted, order),
    why: 'In an ordered list the rank is the place.',
    rule: 'order-numbers',
    claim: { type: 'decided', verdict },
  };
  return {
    type: 'solved',
    moves: [...(first === undefined ? [] : [first]), last],
    answer: entryAnswer(found, verdict),
  };
}

interface Distance {
  readonly entry: Entry;
  readonly distance: Radical;
}

function closest(entries: readonly Entry[], target: Entry): Derivation {
  const distances: readonly Distance[] = entries.map((entry) => {
    const difference = addRadicals(entry.value, negateRadical(target.value));
    return { entry, distance: isNegativeRadical(difference) ? negateRadical(difference) : difference };
  });
  const [first, ...rest] = distances;
  if (first === undefined) return stuck('nothing-to-do', 'There are no numbers to choose from.');
  const best = rest.reduce((found, next) => (compareRadicals(next.distance, found.distance) < 0 ? next : found), first);
  // The second route: squares of differences, which need no signs.
  const square = ({ entry }: Distance) => addRadicals(target.value, negateRadical(entry.value));
  const isSmallest = distances.every((other) => compareSquares(square(best), square(other)) <= 0);
  const verdict = confirmed(isSmallest, 'The squares of the differences were compared exactly as well.');
  const near = [...distances].sort((a, b) => compareRadicals(a.distance, b.distance));
  const ties = near.filter(
    (other) =>
      compareRadicals(other.distance, best.distance) === 0 &&
      compareRadicals(other.entry.value, best.entry.value) !== 0,
  );
  const lines = distances.map(
    ({ entry, distance }) =>
      `\\left|${tex(entry.expr)} - ${wrapped(tex(target.expr))}\\right| &= ${decimalTex(distance).text}`,
  );
  const isExact = best.distance.size === 0;
  if (isExact) {
    const move: Move = {
      text: `${math(target.expr)} itself is in the list, at distance $0$; nothing is closer than that. The answer is ${labelled(best.entry)}.`,
      latex: `\\left|${tex(best.entry.expr)} - ${wrapped(tex(target.expr))}\\right| = 0`,
      why: 'No distance is smaller than zero.',
      rule: 'distance',
      claim: { type: 'decided', verdict },
    };
    return { type: 'solved', moves: [move], answer: entryAnswer(best.entry, verdict) };
  }
  const measure: Move = {
    text: `Work out how far each number is from ${math(target.expr)}: the size of the difference.`,
    latex: aligned(lines),
    why: 'Close means a small distance on the number line.',
    rule: 'distance',
    claim: { type: 'decided', verdict },
    isMinor: true,
  };
  const runner = near.find((other) => compareRadicals(other.distance, best.distance) > 0);
  const comparison =
    runner === undefined
      ? ''
      : `; the next one, ${math(runner.entry.expr)}, is $${decimalTex(runner.distance).text}$ away`;
  const tie =
    ties.length > 0
      ? ` ${listWords(ties.map(({ entry }) => math(entry.expr)))} ${ties.length === 1 ? 'is' : 'are'} just as close; I name the first in the list.`
      : '';
  const choose: Move = {
    text: `The smallest distance, $${decimalTex(best.distance).text}$, belongs to ${labelled(best.entry)}${comparison}.${tie}`,
    latex:
      best.entry.label === undefined
        ? tex(best.entry.expr)
        : `\\text{(${best.entry.label})}\\; ${tex(best.entry.expr)}`,
    why: 'The number with the smallest distance is the closest.',
    rule: 'distance',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [measure, choose], answer: entryAnswer(best.entry, verdict) };
}

function wrapped(source: string): string {
  return source.startsWith('-') ? `(${source})` : source;
}

/** |a| against |b| through a² − b² = (a − b)(a + b). */
function compareSquares(a: Radical, b: Radical): number {
  const sign = (value: Radical) => (value.size === 0 ? 0 : isNegativeRadical(value) ? -1 : 1);
  return sign(addRadicals(a, negateRadical(b))) * sign(addRadicals(a, b));
}
