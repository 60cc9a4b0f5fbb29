import { add, divide, multiply, multiplyWithDot, num, subtract } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { one, plus, rational, minus, times, zero, type Rational } from '../../math/rational.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { TaskOf, UrnEvent, UrnLetter } from '../task.ts';
import { merged, orders, totalOf } from './urn.ts';
import { equalClaim } from './piece.ts';
import { aligned, answerOf, confirmed, decided, listWords, math, plural, stuck, tex } from './write.ts';

export type EventTask = Extract<TaskOf<'urn'>, { readonly ask: 'event' }>;

const mostDraws = 14;
const mostSequences = 40_000;

/** One order of what is drawn, and how many orders there are like it. */
interface Case {
  readonly letters: readonly string[];
  readonly orders: bigint;
}

/** Works out the chance of an event as a sum over cases, or as 1 minus that of the opposite where that has fewer cases. */
export function eventDerivation(task: EventTask): Derivation {
  const { drawn, event, isReplaced } = task;
  const full = merged(task.counts);
  const counts = event.type === 'count' ? twoClasses(full, event.letter) : full;
  const total = totalOf({ counts, draws: [] });
  if (drawn < 1) return stuck('nothing-to-do', 'Nothing is drawn, so there is nothing to work out.');
  if (!isReplaced && drawn > total)
    return stuck('nothing-to-do', `Only ${total.toString()} can be drawn, not ${drawn.toString()}.`);
  if (drawn > mostDraws || total > 100_000 || counts.length ** drawn > mostSequences)
    return stuck('too-large', 'These are more draws than I follow one by one.');
  const chances = (letters: readonly string[]) => factors(counts, letters, isReplaced);
  const possible = (cases: readonly Case[]) =>
    cases.filter(({ letters }) => chances(letters).every(({ left }) => left > 0));
  const direct = possible(casesOf(event, counts, drawn));
  const other = opposite(event, drawn);
  const indirect = other === undefined ? undefined : possible(casesOf(other, counts, drawn));
  const isOpposite = indirect !== undefined && indirect.length > 0 && indirect.length < direct.length;
  const cases = isOpposite ? indirect : direct;
  const sum = cases.reduce(
    (found, { letters, orders: count }) => plus(found, times(rational(count), product(chances(letters)))),
    zero,
  );
  const value = isOpposite ? minus(one, sum) : sum;
  const verdict = enumerated(task, counts, value);
  const opening = contents(full, total);
  if (cases.length === 0) {
    return {
      type: 'solved',
      moves: [
        opening,
        {
          text: 'No draw gives what is wanted, so the probability is $0$.',
          latex: 'P = 0',
          why: 'An event without a single favourable outcome has probability zero.',
          rule: 'count-outcomes',
          claim: { type: 'decided', verdict },
        },
      ],
      answer: answerOf(num(0), verdict),
    };
  }
  const opposed = isOpposite ? `The opposite is easier: ${describe(other, drawn)}. ` : '';
  const lines = cases.map((found) => caseLine(found, chances(found.letters)));
  const isSimple = cases.length === 1 && !isOpposite;
  const [first] = cases;
  const law = isReplaced
    ? 'What is drawn is put back, so each draw finds the same numbers again.'
    : drawn === 1
      ? 'Each is equally likely to be drawn.'
      : 'Each draw leaves one less, of its colour and in all.';
  const follow: Move = {
    text:
      cases.length === 1 && first !== undefined
        ? `${opposed}${first.letters.length === 1 ? 'Only one draw counts' : `Follow the draws in the order ${listWords(first.letters.map(worded))}`}: ${lines[0]?.words ?? ''}.${isSimple ? ` The probability is ${math(num(value))}.` : ''}`
        : `${opposed}There are ${cases.length.toString()} cases; follow the draws in each: ${listWords(cases.map((found, index) => `${lines[index]?.short ?? ''} for ${listWords(found.letters.map(worded))}${found.orders > 1n ? ` in any order (${found.orders.toString()} orders)` : ''}`))}.`,
    latex: aligned(
      lines.map(({ left, right }) =>
        cases.length === 1 ? `${isOpposite ? '' : 'P = '}${left} = ${right}` : `${left} &= ${right}`,
      ),
    ),
    why: law,
    rule: lines.some(({ hasOrders }) => hasOrders) ? 'arrangements' : 'multiply-chances',
    claim: {
      type: 'all',
      claims: [
        ...lines.map(({ expr, result }) => equalClaim(expr, result)),
        ...(isSimple ? [{ type: 'decided' as const, verdict }] : []),
      ],
    },
  };
  if (isSimple) return { type: 'solved', moves: [opening, follow], answer: answerOf(num(value), verdict) };
  const results = lines.map(({ result }) => result);
  const joined: Expr = results.length === 1 && results[0] !== undefined ? results[0] : add(...results);
  const whole = isOpposite ? subtract(num(1), joined) : joined;
  const finish: Move = {
    text: isOpposite
      ? `Take ${cases.length === 1 ? 'it' : 'them'} from $1$: the probability is ${math(num(value))}.`
      : `Add the cases: the probability is ${math(num(value))}.`,
    latex: `P = ${tex(whole)} = ${tex(num(value))}`,
    why: isOpposite
      ? 'An event and its opposite together are certain.'
      : 'The cases exclude each other, so their chances add up.',
    rule: isOpposite ? 'opposite-event' : 'add-chances',
    claim: { type: 'all', claims: [equalClaim(whole, num(value)), { type: 'decided', verdict }] },
  };
  return { type: 'solved', moves: [opening, follow, finish], answer: answerOf(num(value), verdict) };
}

const rest = 'other';

function worded(letter: string): string {
  return letter === rest ? 'another one' : letter;
}

/** Only the letter that is counted matters: the others count as one. */
function twoClasses(counts: readonly UrnLetter[], letter: string): readonly UrnLetter[] {
  const wanted = counts.find((entry) => entry.letter === letter)?.count ?? 0;
  const others = counts.filter((entry) => entry.letter !== letter);
  const [only] = others;
  const count = others.reduce((sum, entry) => sum + entry.count, 0);
  const name = others.length === 1 && only !== undefined ? only.letter : rest;
  return count === 0
    ? [{ letter, count: wanted }]
    : [
        { letter, count: wanted },
        { letter: name, count },
      ];
}

function casesOf(event: UrnEvent, counts: readonly UrnLetter[], drawn: number): readonly Case[] {
  const repeat = (letter: string, count: number) => Array<string>(Math.max(0, count)).fill(letter);
  switch (event.type) {
    case 'count': {
      const other = counts.find(({ letter }) => letter !== event.letter)?.letter;
      const cases: Case[] = [];
      for (let count = Math.max(0, event.least); count <= Math.min(drawn, event.most); count += 1) {
        if (other === undefined && count < drawn) continue;
        cases.push(inAnyOrder([...repeat(event.letter, count), ...repeat(other ?? '', drawn - count)]));
      }
      return cases;
    }
    case 'hand':
      return event.letters.length === drawn ? [inAnyOrder(event.letters)] : [];
    case 'same':
      return counts.map(({ letter }) => inAnyOrder(repeat(letter, drawn)));
    case 'different':
      return choices(
        counts.map(({ letter }) => letter),
        drawn,
      ).map(inAnyOrder);
    case 'places': {
      const last = Math.max(...event.places.map(({ place }) => place));
      let found: readonly (readonly string[])[] = [[]];
      for (let place = 1; place <= last; place += 1) {
        const fixed = event.places.find((entry) => entry.place === place)?.letter;
        const next = fixed === undefined ? counts.map(({ letter }) => letter) : [fixed];
        found = found.flatMap((before) => next.map((letter) => [...before, letter]));
      }
      return last > drawn ? [] : found.map((letters) => ({ letters, orders: 1n }));
    }
  }
}

function inAnyOrder(letters: readonly string[]): Case {
  return { letters, orders: orders(merged(letters.map((letter) => ({ letter, count: 1 })))) };
}

function choices(letters: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  return letters.flatMap((letter, index) =>
    choices(letters.slice(index + 1), count - 1).map((others) => [letter, ...others]),
  );
}

/** What has to happen for the event not to. */
function opposite(event: UrnEvent, drawn: number): UrnEvent | undefined {
  if (event.type === 'different') return drawn === 2 ? { type: 'same' } : undefined;
  if (event.type !== 'count') return undefined;
  if (event.most >= drawn && event.least > 0) return { ...event, least: 0, most: event.least - 1 };
  return event.least <= 0 && event.most < drawn ? { ...event, least: event.most + 1, most: drawn } : undefined;
}

function describe(event: UrnEvent | undefined, drawn: number): string {
  if (event?.type === 'same') return 'both have the same colour';
  if (event?.type !== 'count') return 'it does not happen';
  if (event.most === 0) return `no ${event.letter} is drawn`;
  if (event.least >= drawn) return `all ${drawn.toString()} are ${event.letter}`;
  return event.least <= 0
    ? `at most ${event.most.toString()} × ${event.letter}`
    : `at least ${event.least.toString()} × ${event.letter}`;
}

interface Factor {
  readonly left: number;
  readonly total: number;
}

function factors(counts: readonly UrnLetter[], letters: readonly string[], isReplaced: boolean): readonly Factor[] {
  const left = new Map(counts.map(({ letter, count }) => [letter, count]));
  let total = counts.reduce((sum, { count }) => sum + count, 0);
  return letters.map((letter) => {
    const factor = { left: left.get(letter) ?? 0, total };
    if (!isReplaced) {
      left.set(letter, factor.left - 1);
      total -= 1;
    }
    return factor;
  });
}

function product(chances: readonly Factor[]): Rational {
  return chances.reduce((found, { left, total }) => times(found, rational(left, total)), one);
}

interface CaseLine {
  readonly expr: Expr;
  readonly result: Expr;
  readonly left: string;
  readonly right: string;
  readonly words: string;
  readonly short: string;
  readonly hasOrders: boolean;
}

function caseLine({ orders: count }: Case, chances: readonly Factor[]): CaseLine {
  const fractions = chances.map(({ left, total }) => divide(num(left), num(total)));
  const [only] = fractions;
  const single = fractions.length === 1 && only !== undefined ? only : multiply(...fractions);
  const shown = fractions.map((fraction) => tex(fraction)).join(' \\cdot ');
  const result = num(times(rational(count), product(chances)));
  const hasOrders = count > 1n;
  const left = hasOrders ? `${count.toString()} \\cdot ${shown}` : shown;
  return {
    expr: hasOrders ? multiplyWithDot(num(count), ...fractions) : single,
    result,
    left,
    right: tex(result),
    words: hasOrders ? `$${shown}$, and there are $${count.toString()}$ such orders, all equally likely` : `$${shown}$`,
    short: `$${tex(result)}$`,
    hasOrders,
  };
}

function contents(counts: readonly UrnLetter[], total: number): Move {
  return {
    text: `Count what is there: ${listWords(counts.map(({ letter, count }) => `${count.toString()} ${letter}`))}, together ${total.toString()}.`,
    latex: `${counts.map(({ count }) => count.toString()).join(' + ')} = ${total.toString()}`,
    why: 'Each is equally likely to be drawn, so only the numbers matter.',
    rule: 'count-outcomes',
    claim: decided(counts.reduce((sum, { count }) => sum + count, 0) === total, 'Added up again.'),
    isMinor: true,
  };
}

/** Every sequence of draws, each with the number of ways to draw it: the wanted ones over all. */
function enumerated(task: EventTask, counts: readonly UrnLetter[], value: Rational): Verdict {
  let [favourable, all, sequences] = [0n, 0n, 0];
  const walk = (drawn: readonly string[], ways: bigint): void => {
    if (ways === 0n) return;
    if (drawn.length === task.drawn) {
      all += ways;
      sequences += 1;
      if (happens(task.event, drawn)) favourable += ways;
      return;
    }
    for (const { letter, count } of counts) {
      const gone = task.isReplaced ? 0 : drawn.filter((before) => before === letter).length;
      walk([...drawn, letter], ways * BigInt(Math.max(0, count - gone)));
    }
  };
  walk([], 1n);
  return confirmed(
    all > 0n && rational(favourable, all).equals(value),
    `All ${plural(sequences, 'sequence')} of draws were listed: of $${all.toString()}$ equally likely ways to draw, $${favourable.toString()}$ are wanted.`,
  );
}

function happens(event: UrnEvent, drawn: readonly string[]): boolean {
  switch (event.type) {
    case 'count': {
      const count = drawn.filter((letter) => letter === event.letter).length;
      return event.least <= count && count <= event.most;
    }
    case 'hand':
      return [...event.letters].sort().join(' ') === [...drawn].sort().join(' ');
    case 'same':
      return new Set(drawn).size === 1;
    case 'different':
      return new Set(drawn).size === drawn.length;
    case 'places':
      return event.places.every(({ place, letter }) => drawn[place - 1] === letter);
  }
}
