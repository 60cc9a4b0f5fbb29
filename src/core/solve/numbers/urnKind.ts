import {
  choose,
  countOf,
  factorsOf,
  falling,
  merged,
  orderedCount,
  orders,
  sequenceProbability,
  totalOf,
  wantedOf,
  type Urn,
} from './urn.ts';
import { eventDerivation } from './urnEvent.ts';
import { divide, equals, factorial, multiply, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { one, rational, times, type Rational } from '../../math/rational.ts';
import type { Verdict } from '../../session/step.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import {
  aligned,
  answerOf,
  confirmed,
  decided,
  listWords,
  math,
  plural,
  recomputed,
  stuck,
  tex,
  way,
} from './write.ts';

/** Letters drawn one after another without being put back. */
export const urnKind: Kind = {
  id: 'urn',
  tasks: ['urn'],
  ways: (task) => {
    if (task.kind !== 'urn') return [];
    if (task.ask === 'event') return [way('cases', 'cases', () => eventDerivation(task))];
    const urn: Urn = { counts: merged(task.counts), draws: task.draws };
    if (task.ask === 'sequence')
      return [
        way('draw-by-draw', 'following the draws', () => drawByDraw(urn)),
        way('count-orders', 'counting ordered draws', () => countOrdered(urn)),
      ];
    return [
      way('count-hands', 'counting choices', () => countHands(urn)),
      way('orders', 'the orders of the draws', () => byOrders(urn)),
    ];
  },
};

const mostDraws = 60;
const mostLetters = 100_000;

function problemWith(urn: Urn): Derivation | undefined {
  const total = totalOf(urn);
  if (urn.draws.length === 0) return stuck('nothing-to-do', 'Nothing is drawn, so there is nothing to work out.');
  if (urn.draws.length > total)
    return stuck(
      'nothing-to-do',
      `Only ${plural(total, nounOf(urn))} can be drawn, not ${urn.draws.length.toString()}.`,
    );
  if (urn.draws.length > mostDraws || total > mostLetters)
    return stuck('too-large', 'These are more draws than I follow one by one.');
  return undefined;
}

/** Single letters are letters; names of colours belong to something that the text calls by many words. */
function nounOf({ counts }: Urn): string {
  return counts.every(({ letter }) => letter.length === 1) ? 'letter' : 'object';
}

function contents(urn: Urn): Move {
  const letters = urn.counts.map(({ letter, count }) => `${count.toString()} × ${letter}`);
  const total = totalOf(urn);
  return {
    text: `Count ${nounOf(urn) === 'letter' ? 'the letters' : 'what is there'}: ${listWords(letters)}, together ${plural(total, nounOf(urn))}.`,
    latex: `${urn.counts.map(({ count }) => count.toString()).join(' + ')} = ${total.toString()}`,
    why: `Every ${nounOf(urn)} is equally likely to be drawn, so only their numbers matter.`,
    rule: 'count-outcomes',
    claim: decided(urn.counts.reduce((sum, { count }) => sum + count, 0) === total, 'Added up again.'),
    isMinor: true,
  };
}

function impossible(urn: Urn): Derivation | undefined {
  const missing = wantedOf(urn).find(({ letter, count }) => countOf(urn, letter) < count);
  if (missing === undefined) return undefined;
  const has = countOf(urn, missing.letter);
  const verdict = recomputed(
    `Counted: ${has.toString()} × ${missing.letter} are there, ${missing.count.toString()} are wanted.`,
  );
  const move: Move = {
    text: `${missing.count.toString()} × ${missing.letter} ${missing.count === 1 ? 'is' : 'are'} wanted, but there ${has === 0 ? 'is none' : has === 1 ? 'is only one' : `are only ${has.toString()}`}, and nothing is put back. So this can’t happen: the probability is $0$.`,
    latex: 'P = 0',
    why: 'An event without a single favourable outcome has probability zero.',
    rule: 'count-outcomes',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [move], answer: answerOf(num(0), verdict) };
}

/** Only one letter is there: whatever is drawn, it is that one. */
function certain(urn: Urn): Derivation | undefined {
  const [only] = urn.counts.filter(({ count }) => count > 0);
  if (only === undefined || urn.counts.filter(({ count }) => count > 0).length > 1) return undefined;
  const verdict = sequenceVerdict(urn, one);
  const move: Move = {
    text: `All ${plural(only.count, nounOf(urn))} are ${only.letter}, so every draw gives ${only.letter}. What is wanted is certain: the probability is $1$.`,
    latex: 'P = 1',
    why: 'A certain event has probability one.',
    rule: 'count-outcomes',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [move], answer: answerOf(num(1), verdict) };
}

function sequenceVerdict(urn: Urn, value: Rational): Verdict {
  const { favourable, all } = orderedCount(urn);
  return confirmed(
    rational(favourable, all).equals(value),
    `Counted instead: of $${all.toString()}$ ordered draws $${favourable.toString()}$ are these.`,
  );
}

function setVerdict(urn: Urn, value: Rational): Verdict {
  const { favourable, all } = orderedCount(urn);
  const arrangements = orders(wantedOf(urn));
  return confirmed(
    rational(favourable * arrangements, all).equals(value),
    `Counted in order instead: of $${all.toString()}$ ordered draws $${(favourable * arrangements).toString()}$ hold these.`,
  );
}

function drawByDraw(urn: Urn): Derivation {
  const problem = problemWith(urn) ?? impossible(urn) ?? certain(urn);
  if (problem !== undefined) return problem;
  const factors = factorsOf(urn);
  const value = sequenceProbability(urn);
  const verdict = sequenceVerdict(urn, value);
  const [first] = factors;
  const fractions: readonly Expr[] = factors.map(({ left, total }) => divide(num(left), num(total)));
  const result = num(value);
  if (first === undefined) return stuck('nothing-to-do', 'Nothing is drawn.');
  const parts: readonly Move[] = factors.map(({ letter, left, total }, index) => ({
    text: `${index === 0 ? 'At the first draw' : 'At the next draw'} ${left.toString()} of the ${plural(total, nounOf(urn))} ${left === 1 ? 'is' : 'are'} ${letter}${index === 0 ? '' : '; what was drawn is gone'}.`,
    latex: `\\frac{${left.toString()}}{${total.toString()}}`,
    why: `Each ${nounOf(urn)} that is still there is equally likely.`,
    rule: 'multiply-chances',
    claim: decided(left <= total && left > 0, 'Counted from what is left.'),
  }));
  const chances: Move = {
    text: `Follow the draws: each takes one ${nounOf(urn)} away, so both the number of that kind and the total go down. The chances are ${listWords(factors.map(({ letter, left, total }) => `$\\frac{${left.toString()}}{${total.toString()}}$ for ${letter}`))}.`,
    latex: fractions.map((fraction) => tex(fraction)).join(' \\cdot '),
    why: 'The draws have to succeed one after the other, so their chances are multiplied.',
    rule: 'multiply-chances',
    claim: { type: 'decided', verdict: sequenceVerdict(urn, value) },
    parts: parts.length > 1 ? parts : undefined,
  };
  const product = multiply(...fractions);
  const last: Move = {
    text: `Multiply and cancel: the probability is ${math(result)}.`,
    latex: `${fractions.map((fraction) => tex(fraction)).join(' \\cdot ')} = ${tex(result)}`,
    why: 'Common factors above and below cancel.',
    rule: 'multiply-fractions',
    claim: {
      type: 'all',
      claims: [
        { type: 'equal', left: product, right: result },
        { type: 'decided', verdict },
      ],
    },
  };
  return { type: 'solved', moves: [contents(urn), chances, last], answer: answerOf(result, verdict) };
}

/** Favourable ordered draws over all ordered draws. */
function countOrdered(urn: Urn): Derivation {
  const problem = problemWith(urn) ?? impossible(urn) ?? certain(urn);
  if (problem !== undefined) return problem;
  const { favourable, all } = orderedCount(urn);
  const value = rational(favourable, all);
  const verdict = confirmed(
    sequenceProbability(urn).equals(value),
    'Followed draw by draw, the chances multiply to the same number.',
  );
  const total = totalOf(urn);
  const down = (n: number, count: number) =>
    Array.from({ length: count }, (_, index) => (n - index).toString()).join(' \\cdot ');
  const wanted = wantedOf(urn);
  const lines = wanted.map(({ letter, count }) => ({ letter, shown: down(countOf(urn, letter), count) }));
  const result = num(value);
  return {
    type: 'solved',
    moves: [
      contents(urn),
      {
        text: `Count all ways to draw ${plural(urn.draws.length, nounOf(urn))} in order: ${total.toString()} for the first, then one less each time.`,
        latex: `${down(total, urn.draws.length)} = ${all.toString()}`,
        why: `Each draw may be any ${nounOf(urn)} that is still there.`,
        rule: 'count-outcomes',
        claim: countClaim(total, urn.draws.length, all),
      },
      {
        text: `Count those that spell the wanted sequence: ${listWords(lines.map(({ letter, shown }) => `$${shown}$ for ${letter}`))}.`,
        latex: `${lines.map(({ shown }) => shown).join(' \\cdot ')} = ${favourable.toString()}`,
        why: 'Equal ones count as different things here.',
        rule: 'count-outcomes',
        claim: decided(
          rational(favourable, all).equals(sequenceProbability(urn)),
          'The product of the chances agrees.',
        ),
      },
      {
        text: `Divide the favourable draws by all draws: the probability is ${math(result)}.`,
        latex: probabilityTex(favourable, all, result),
        why: 'All ordered draws are equally likely.',
        rule: 'count-outcomes',
        claim: { type: 'equal', left: divide(num(favourable), num(all)), right: result },
      },
    ],
    answer: answerOf(result, verdict),
  };
}

function countClaim(total: number, count: number, all: bigint): Claim {
  return {
    type: 'holds',
    statement: equals(multiplyWithDot(...Array.from({ length: count }, (_, index) => num(total - index))), num(all)),
  };
}

function countHands(urn: Urn): Derivation {
  const problem = problemWith(urn) ?? impossible(urn) ?? certain(urn);
  if (problem !== undefined) return problem;
  const wanted = wantedOf(urn);
  const total = totalOf(urn);
  const draws = urn.draws.length;
  const all = choose(total, draws);
  const choices = wanted.map(({ letter, count }) => ({
    letter,
    has: countOf(urn, letter),
    count,
    ways: choose(countOf(urn, letter), count),
  }));
  const favourable = choices.reduce((product, { ways }) => product * ways, 1n);
  const value = rational(favourable, all);
  const verdict = setVerdict(urn, value);
  const result = num(value);
  const claim: Claim = { type: 'decided', verdict };
  const lines = choices.map(
    ({ letter, has, count, ways }) =>
      `\\binom{${has.toString()}}{${count.toString()}} &= ${ways.toString()} \\quad \\text{for ${letter}}`,
  );
  return {
    type: 'solved',
    moves: [
      contents(urn),
      {
        text: `The order does not matter, so count the ways to choose ${draws.toString()} of the ${plural(total, nounOf(urn))}.`,
        latex: `\\binom{${total.toString()}}{${draws.toString()}} = ${all.toString()}`,
        why: `All choices of that many ${nounOf(urn)}s are equally likely.`,
        rule: 'count-outcomes',
        claim: decided(
          falling(BigInt(total), draws) === all * falling(BigInt(draws), draws),
          `Each choice can be drawn in $${falling(BigInt(draws), draws).toString()}$ orders, which gives all ordered draws.`,
        ),
      },
      {
        text: `Count the ways to take what is wanted: ${listWords(choices.map(({ letter, has, count }) => `${count.toString()} of the ${has.toString()} × ${letter}`))}.${choices.length > 1 ? ` Together $${choices.map(({ ways }) => ways.toString()).join(' \\cdot ')} = ${favourable.toString()}$ ways.` : ''}`,
        latex: aligned(lines),
        why: 'Any choice among one kind goes with any choice among another.',
        rule: 'count-outcomes',
        claim: decided(
          choices.every(({ has, count, ways }) => ways * falling(BigInt(count), count) === falling(BigInt(has), count)),
          'Checked against the ordered choices.',
        ),
      },
      {
        text: `Divide: the probability is ${math(result)}.`,
        latex: probabilityTex(favourable, all, result),
        why: 'The probability is the number of favourable choices over the number of all choices.',
        rule: 'count-outcomes',
        claim: {
          type: 'all',
          claims: [{ type: 'equal', left: divide(num(favourable), num(all)), right: result }, claim],
        },
      },
    ],
    answer: answerOf(result, verdict),
  };
}

/** One order's probability times the number of orders. */
function byOrders(urn: Urn): Derivation {
  const problem = problemWith(urn) ?? impossible(urn) ?? certain(urn);
  if (problem !== undefined) return problem;
  const wanted = wantedOf(urn);
  const sorted: Urn = {
    ...urn,
    draws: wanted.flatMap(({ letter, count }) => Array.from({ length: count }, () => letter)),
  };
  const factors = factorsOf(sorted);
  const single = sequenceProbability(sorted);
  const arrangements = orders(wanted);
  const value = times(single, rational(arrangements));
  const hands = wanted.reduce((product, { letter, count }) => product * choose(countOf(urn, letter), count), 1n);
  const verdict = confirmed(
    rational(hands, choose(totalOf(urn), urn.draws.length)).equals(value),
    'Counting choices without order gives the same.',
  );
  const result = num(value);
  const fractions = factors.map(({ left, total }) => divide(num(left), num(total)));
  const shownOrders =
    wanted.length === 1
      ? '1'
      : `\\frac{${urn.draws.length.toString()}!}{${wanted.map(({ count }) => `${count.toString()}!`).join(' \\cdot ')}}`;
  return {
    type: 'solved',
    moves: [
      contents(urn),
      {
        text: `Take one order first, ${listWords(sorted.draws)}: multiply the chances of the draws.`,
        latex: `${fractions.map((fraction) => tex(fraction)).join(' \\cdot ')} = ${tex(num(single))}`,
        why: `Each draw leaves one ${nounOf(urn)} less.`,
        rule: 'multiply-chances',
        claim: { type: 'equal', left: multiply(...fractions), right: num(single) },
      },
      {
        text: `They may come in ${arrangements.toString()} different ${arrangements === 1n ? 'order' : 'orders'}, all equally likely.`,
        latex: `${shownOrders} = ${arrangements.toString()}`,
        why: 'Equal ones may be swapped without a change.',
        rule: 'arrangements',
        claim: {
          type: 'holds',
          statement: equals(
            divide(
              factorial(num(urn.draws.length)),
              multiplyWithDot(...wanted.map(({ count }) => factorial(num(count)))),
            ),
            num(arrangements),
          ),
        },
      },
      {
        text: `Multiply: the probability is ${math(result)}.`,
        latex: `${arrangements.toString()} \\cdot ${tex(num(single))} = ${tex(result)}`,
        why: 'The orders exclude each other, so their chances add up.',
        rule: 'arrangements',
        claim: {
          type: 'all',
          claims: [
            { type: 'equal', left: multiplyWithDot(num(arrangements), num(single)), right: result },
            { type: 'decided', verdict },
          ],
        },
      },
    ],
    answer: answerOf(result, verdict),
  };
}

/** Favourable over all, reduced where it can be. */
function probabilityTex(favourable: bigint, all: bigint, result: Expr): string {
  const fraction = `\\frac{${favourable.toString()}}{${all.toString()}}`;
  return `P = ${fraction === tex(result) ? fraction : `${fraction} = ${tex(result)}`}`;
}
