import { equals, num } from '../../math/build.ts';
import { isPrime } from '../../math/integers.ts';
import { isInteger, numeratorOf, plus, zero, type Rational } from '../../math/rational.ts';
import type { Derivation, Move } from '../derivation.ts';
import { wrapped, type Sequence } from './differenceMoves.ts';
import { answerOf, confirmed, decided, math, numberExpr, tex } from './write.ts';

export function arePrimes(terms: readonly Rational[]): boolean {
  if (terms.length < 4 || !terms.every(isInteger)) return false;
  return terms.every((term, index) => {
    const [value, next] = [numeratorOf(term), terms[index + 1]];
    return value < 10n ** 12n && isPrime(value) && (next === undefined || nextPrime(value) === numeratorOf(next));
  });
}

function nextPrime(value: bigint): bigint {
  let candidate = value + 1n;
  while (!isPrime(candidate)) candidate += 1n;
  return candidate;
}

export function byPrimes({ terms, opening }: Sequence): Derivation {
  const last = numeratorOf(terms.at(-1) ?? zero);
  const next = nextPrime(last);
  const verdict = confirmed(
    isPrime(next),
    `$${next.toString()}$ is prime, and no number between $${last.toString()}$ and it is.`,
  );
  const move: Move = {
    text: `These are the primes one after another. After ${math(last)} the next prime is ${math(next)}.`,
    latex: next.toString(),
    why: 'All the numbers in between have a divisor.',
    rule: 'prime-sequence',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...opening, move], answer: answerOf(num(next), verdict) };
}

export function areSums(terms: readonly Rational[]): boolean {
  return (
    terms.length >= 4 &&
    terms.slice(2).every((term, index) => term.equals(plus(terms[index] ?? zero, terms[index + 1] ?? zero)))
  );
}

export function bySums({ terms, opening, style }: Sequence): Derivation {
  const [before = zero, last = zero] = terms.slice(-2);
  const next = plus(before, last);
  const show = (value: Rational) => tex(numberExpr(value, style));
  const verdict = confirmed(areSums([...terms, next]), 'Every term from the third on is the sum of the two before it.');
  const [a = zero, b = zero, c = zero] = terms;
  const moves: readonly Move[] = [
    {
      text: `Each term is the sum of the two before it: $${show(a)} + ${wrapped(show(b))} = ${show(c)}$, and so on.`,
      latex: 'a_n = a_{n-1} + a_{n-2}',
      why: 'The rule fits all the terms from the third on.',
      rule: 'sum-of-two-before',
      claim: decided(areSums(terms), 'Checked for every given term.'),
    },
    {
      text: `So add the last two terms.`,
      latex: `${show(before)} + ${wrapped(show(last))} = ${show(next)}`,
      rule: 'sum-of-two-before',
      claim: { type: 'holds', statement: equals(num(next), num(plus(last, before))) },
    },
  ];
  return { type: 'solved', moves: [...opening, ...moves], answer: answerOf(numberExpr(next, style), verdict) };
}
