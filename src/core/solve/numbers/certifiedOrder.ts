import { subtract, tuple } from '../../math/build.ts';
import { certifiedSign, certifiedValue } from '../../math/certify.ts';
import { areEqual } from '../../math/equality.ts';
import { toText } from '../../math/print/toText.ts';
import type { Expr } from '../../math/expr.ts';
import { rational, type Rational } from '../../math/rational.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { ListItem } from '../task.ts';
import { entriesOf } from './listed.ts';
import { listWords, math, ordinal, plainAnswer, stuck, tex, way } from './write.ts';

/** Numbers such as π, e and ln 2, which have no exact form to compare: ordered by intervals that surely hold them. */
export const certifiedOrderKind: Kind = {
  id: 'certified-order',
  tasks: ['sort', 'kth'],
  ways: (task, work) => {
    if (task.kind !== 'sort' && task.kind !== 'kth') return [];
    const { items } = task;
    if (items.length === 0 || items.length > 40 || items.some(({ value }) => freeSymbols(value).length > 0)) return [];
    if (entriesOf(items, work) !== undefined) return [];
    return [
      way('certified-digits', 'certain digits', () =>
        task.kind === 'sort' ? sort(items, task.order) : kth(items, task.rank, task.from),
      ),
    ];
  },
};

/** -1, 0 or 1 where it is certain. */
function compare(a: Expr, b: Expr): -1 | 0 | 1 | undefined {
  const reading = certifiedSign(subtract(a, b));
  if (reading.type === 'sign') return reading.sign;
  const equality = areEqual(a, b);
  return equality.result === 'equal' && equality.how === 'symbolic' ? 0 : undefined;
}

interface Sorted {
  readonly items: readonly ListItem[];
  /** Between neighbours. */
  readonly signs: readonly ('<' | '>' | '=')[];
}

/** Undefined where two of the numbers can't be told apart, or one has no real value. */
function ordered(items: readonly ListItem[], order: 'ascending' | 'descending'): Sorted | undefined {
  const sign = order === 'ascending' ? 1 : -1;
  const sorted: ListItem[] = [];
  for (const item of items) {
    let at = sorted.length;
    for (; at > 0; at -= 1) {
      const before = sorted[at - 1];
      const found = before && compare(before.value, item.value);
      if (found === undefined) return undefined;
      if (found * sign <= 0) break;
    }
    sorted.splice(at, 0, item);
  }
  const signs = sorted.slice(1).map((item, index) => {
    const before = sorted[index];
    const isEqual = before !== undefined && compare(before.value, item.value) === 0;
    return isEqual ? '=' : order === 'ascending' ? '<' : '>';
  });
  return { items: sorted, signs };
}

const unclear = stuck('unsupported', 'I can’t tell for certain in which order these numbers come.');

function digits({ value }: ListItem): Rational | undefined {
  const reading = certifiedValue(value, new Map(), 96);
  if (reading.type === 'exact') return reading.value;
  if (reading.type !== 'interval') return undefined;
  return rational(reading.interval.lo + reading.interval.hi, 2n << 96n);
}

/** Some digits, cut off: enough to tell the neighbours apart in nearly every list. */
function shown(item: ListItem, places: number): string {
  const value = digits(item);
  if (value === undefined) return tex(item.value);
  const scaled = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  return `${value.s < 0n ? '-' : ''}${scaled.slice(0, -places)}.${scaled.slice(-places)}\\dots`;
}

function asDigits(items: readonly ListItem[], verdict: Verdict): Move {
  const odd = items.filter(
    ({ value }) => value.kind !== 'number' && !(value.kind === 'negate' && value.operand.kind === 'number'),
  );
  const places =
    [4, 6, 9, 12].find((count) => new Set(odd.map((item) => shown(item, count))).size === odd.length) ?? 12;
  const lines = odd.map((item) => `${tex(item.value)} = ${shown(item, places)}`);
  return {
    text: `Write the numbers as decimals to compare: ${listWords(lines.map((line) => `$${line}$`))}.`,
    latex: lines.join(',\\quad '),
    why: 'Decimals can be compared digit by digit.',
    rule: 'compare-numbers',
    claim: { type: 'decided', verdict },
    isMinor: true,
  };
}

function chain({ items, signs }: Sorted): string {
  return items
    .map(({ value }, index) => `${tex(value)}${signs[index] === undefined ? '' : ` ${signs[index]} `}`)
    .join('');
}

/** Each neighbour's difference lies in an interval that does not hold 0. */
function verdictOf(sorted: Sorted): Verdict {
  const agrees = sorted.items.slice(1).every((item, index) => {
    const before = sorted.items[index];
    const found = before && compare(item.value, before.value);
    return found !== undefined && (found === 0 ? '=' : found > 0 ? '<' : '>') === sorted.signs[index];
  });
  return agrees
    ? {
        kind: 'proved',
        how: 'certified',
        relation: 'equal',
        evidence: 'Every difference of neighbours was enclosed in an interval that does not hold $0$.',
      }
    : { kind: 'invalid', how: 'certified', relation: 'different' };
}

function sort(items: readonly ListItem[], order: 'ascending' | 'descending'): Derivation {
  const sorted = ordered(items, order);
  if (sorted === undefined) return unclear;
  const verdict = verdictOf(sorted);
  const isLabelled = items.every(({ label }) => label !== undefined);
  const text = sorted.items
    .map(({ label, name, value }) => (isLabelled ? (label ?? '') : (name ?? toText(value))))
    .join(', ');
  const answer: Answer = isLabelled
    ? plainAnswer(text, verdict)
    : {
        text,
        latex: sorted.items.map(({ name, value }) => name ?? tex(value)).join(',\\; '),
        value: tuple(...sorted.items.map(({ value }) => value)),
        verdict,
      };
  const move: Move = {
    text: `Compare the digits, from the ${order === 'ascending' ? 'smallest to the largest' : 'largest to the smallest'}.`,
    latex: chain(sorted),
    why: 'The first digit that differs decides which of two numbers is larger.',
    rule: 'order-numbers',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [asDigits(items, verdict), move], answer };
}

function kth(items: readonly ListItem[], rank: number, from: 'biggest' | 'smallest'): Derivation {
  const sorted = ordered(items, from === 'biggest' ? 'descending' : 'ascending');
  if (sorted === undefined) return unclear;
  const found = sorted.items[rank - 1];
  if (found === undefined)
    return stuck(
      'nothing-to-do',
      `The list has only ${items.length.toString()} numbers, so there is no ${ordinal(rank)} ${from} one.`,
    );
  const verdict = verdictOf(sorted);
  const isNamed = found.label !== undefined;
  const move: Move = {
    text: `In order, ${rank === 1 ? `the ${from}` : `the ${ordinal(rank)} ${from}`} is ${math(found.value)}${isNamed ? `, which is (${found.label ?? ''})` : ''}.`,
    latex: chain(sorted),
    why: 'In an ordered list the rank is the place.',
    rule: 'order-numbers',
    claim: { type: 'decided', verdict },
  };
  const text = found.label ?? found.name ?? toText(found.value);
  return {
    type: 'solved',
    moves: [asDigits(items, verdict), move],
    answer: {
      text,
      latex: isNamed ? `\\text{(${text})}\\; ${tex(found.value)}` : tex(found.value),
      value: found.value,
      verdict,
    },
  };
}
