import { add, equals, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { absoluteInteger, factorInteger, gcd, type PrimePower } from '../../math/integers.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { isGreatestCommonDivisor } from './bezout.ts';
import { integersOf, waysWithout } from './integerValues.ts';
import { factorizationExpr, productOfPowers } from './primePowers.ts';
import { aligned, answerOf, confirmed, decided, listWords, math, stuck, tex, way } from './write.ts';

/** One line of Euclid's algorithm: a = quotient·b + remainder. */
export interface EuclidLine {
  readonly a: bigint;
  readonly b: bigint;
  readonly quotient: bigint;
  readonly remainder: bigint;
}

export const gcdKind: Kind = {
  id: 'gcd',
  tasks: ['gcd', 'evaluate'],
  ways: (task, work) => {
    const exprs =
      task.kind === 'gcd'
        ? task.values
        : task.kind === 'evaluate' && task.expr.kind === 'call' && task.expr.name === 'gcd'
          ? task.expr.args
          : undefined;
    const found = exprs && integersOf(exprs, work);
    if (found === undefined) return waysWithout(exprs ?? [], work);
    if (found.values.length === 0) return [];
    const { values, opening } = found;
    return [
      way('euclid', "Euclid's algorithm", () => byEuclid(values, opening)),
      way('prime-factors', 'prime factors', () => byPrimes(values, opening, work)),
    ];
  },
};

export function euclidLines(first: bigint, second: bigint): readonly EuclidLine[] {
  let [a, b] = [absoluteInteger(first), absoluteInteger(second)];
  if (a < b) [a, b] = [b, a];
  const lines: EuclidLine[] = [];
  while (b !== 0n) {
    const [quotient, remainder] = [a / b, a % b];
    lines.push({ a, b, quotient, remainder });
    [a, b] = [b, remainder];
  }
  return lines;
}

export function lineTex({ a, b, quotient, remainder }: EuclidLine): string {
  return `${a.toString()} = ${quotient.toString()} \\cdot ${b.toString()} + ${remainder.toString()}`;
}

function lineClaim({ a, b, quotient, remainder }: EuclidLine): Claim {
  return { type: 'holds', statement: equals(num(a), add(multiplyWithDot(num(quotient), num(b)), num(remainder))) };
}

function lineMove(line: EuclidLine, text: string): Move {
  return {
    text,
    latex: lineTex(line),
    why: 'Common factors of the two numbers are common factors of the smaller one and the remainder.',
    rule: 'euclid',
    claim: lineClaim(line),
  };
}

/** The moves that find the greatest common factor of two numbers, without the sentence that answers. */
export function euclidMoves(a: bigint, b: bigint): readonly Move[] {
  const lines = euclidLines(a, b);
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const start = lineMove(
    first,
    `Divide ${math(first.a)} by ${math(first.b)}: it fits ${math(first.quotient)} times, and ${math(first.remainder)} remains.`,
  );
  if (rest.length === 0) return [start];
  const parts = rest.map((line) =>
    lineMove(
      line,
      `Divide ${math(line.a)} by ${math(line.b)}; ${line.remainder === 0n ? 'nothing remains' : `${math(line.remainder)} remains`}.`,
    ),
  );
  const go: Move = {
    text:
      rest.length === 1
        ? `Now divide ${math(rest[0]?.a ?? 0n)} by the remainder ${math(rest[0]?.b ?? 0n)}.`
        : `Go on the same way, each divisor by its remainder, from ${math(rest[0]?.a ?? 0n)} and ${math(rest[0]?.b ?? 0n)} on, until nothing remains.`,
    latex: aligned(rest.map((line) => lineTex(line).replace(' = ', ' &= '))),
    why: 'Common factors of two numbers are also common factors of the smaller one and the remainder.',
    rule: 'euclid',
    claim: { type: 'all', claims: rest.map(lineClaim) },
    parts: parts.length > 1 ? parts : undefined,
  };
  return [start, go];
}

function byEuclid(values: readonly bigint[], opening: readonly Move[]): Derivation {
  const moves: Move[] = [...opening];
  let [current = 0n] = values.map(absoluteInteger);
  if (values.length === 1) return single(current, values, opening);
  for (const [index, value] of values.slice(1).entries()) {
    const next = gcd(current, value);
    const lines = euclidMoves(current, value);
    const isLast = index === values.length - 2;
    if (!isLast && lines.length > 0) {
      moves.push({
        text: `Take the first numbers together: the greatest common factor of ${math(current)} and ${math(value)} is ${math(next)}.`,
        latex: `\\gcd(${current.toString()}, ${value.toString()}) = ${next.toString()}`,
        why: 'The common factors of several numbers are found two at a time.',
        rule: 'euclid',
        claim: decided(
          isGreatestCommonDivisor(next, [current, value]),
          `$${next.toString()}$ divides both and is a combination of them.`,
        ),
        parts: lines.length > 1 ? lines : undefined,
      });
    } else if (lines.length > 1) moves.push(...lines);
    if (isLast) moves.push(conclusion(current, value, next, values));
    current = next;
  }
  return { type: 'solved', moves, answer: gcdAnswer(current, values) };
}

function single(value: bigint, values: readonly bigint[], opening: readonly Move[]): Derivation {
  const answer = gcdAnswer(value, values);
  return {
    type: 'solved',
    moves: [
      ...opening,
      {
        text: `There is only one number, and it is its own greatest factor: ${math(value)}.`,
        latex: tex(value),
        rule: 'euclid',
        claim: { type: 'decided', verdict: answer.verdict },
      },
    ],
    answer,
  };
}

function conclusion(a: bigint, b: bigint, result: bigint, values: readonly bigint[]): Move {
  const claim: Claim = { type: 'decided', verdict: gcdAnswer(result, values).verdict };
  const [small, large] =
    absoluteInteger(a) < absoluteInteger(b)
      ? [absoluteInteger(a), absoluteInteger(b)]
      : [absoluteInteger(b), absoluteInteger(a)];
  const latex = `\\gcd(${values.join(', ')}) = ${result.toString()}`;
  if (small === 0n)
    return {
      text: `Every number divides $0$, so the greatest common factor is ${math(large)} itself.`,
      latex,
      rule: 'euclid',
      claim,
    };
  if (small === result) {
    return {
      text: `${math(small)} divides ${math(large)} exactly, $${large.toString()} = ${(large / small).toString()} \\cdot ${small.toString()}$, so ${math(small)} itself is the greatest common factor.`,
      latex,
      why: 'Nothing larger than a number divides that number.',
      rule: 'euclid',
      claim,
    };
  }
  if (result === 1n)
    return {
      text: `The last remainder before $0$ is $1$: the numbers have no common factor but $1$.`,
      latex,
      rule: 'euclid',
      claim,
    };
  return {
    text: `The last remainder before $0$ is ${math(result)}, so that is the greatest common factor: $${large.toString()} = ${result.toString()} \\cdot ${(large / result).toString()}$ and $${small.toString()} = ${result.toString()} \\cdot ${(small / result).toString()}$.`,
    latex,
    why: 'It divides both numbers, and every common factor divides each remainder, this one too.',
    rule: 'euclid',
    claim,
  };
}

function gcdAnswer(result: bigint, values: readonly bigint[]) {
  return answerOf(
    num(result),
    confirmed(
      isGreatestCommonDivisor(result, values),
      `$${result.toString()}$ divides ${listWords(values.map((value) => math(value)))} and is a sum of multiples of them, so every common factor divides it.`,
    ),
  );
}

function byPrimes(values: readonly bigint[], opening: readonly Move[], work: ExactWork): Derivation {
  const factored = values.map((value) => factorInteger(value, work));
  if (values.some((value) => value === 0n) || factored.some(({ rest }) => rest !== 1n))
    return stuck('too-large', 'I can’t find all prime factors of these numbers.');
  const lines = values.map((value, index): Expr =>
    equals(num(absoluteInteger(value)), factorizationExpr(factored[index]?.factors ?? [])),
  );
  const [first] = factored;
  const shared: PrimePower[] = (first?.factors ?? []).flatMap(({ prime }) => {
    const exponent = Math.min(
      ...factored.map(({ factors }) => factors.find((factor) => factor.prime === prime)?.exponent ?? 0),
    );
    return exponent > 0 ? [{ prime, exponent }] : [];
  });
  const result = productOfPowers(shared);
  const answer = gcdAnswer(result, values);
  const product = factorizationExpr(shared);
  const common =
    shared.length === 0
      ? 'The numbers share no prime, so only $1$ divides all of them'
      : `Take every prime that all of them share, as often as all of them have it: $${tex(product)}${shared.length > 1 || (shared[0]?.exponent ?? 1) > 1 ? ` = ${result.toString()}` : ''}$`;
  return {
    type: 'solved',
    moves: [
      ...opening,
      {
        text: `Split ${listWords(values.map((value) => math(value)))} into primes.`,
        latex: lines.map((line) => tex(line)).join(',\\quad '),
        why: 'A common factor can only be made of primes that all the numbers have.',
        rule: 'split-off-prime',
        claim: { type: 'all', claims: lines.map((statement) => ({ type: 'holds', statement })) },
      },
      {
        text: `${common}.`,
        latex: `\\gcd(${values.join(', ')}) = ${result.toString()}`,
        why: 'A common factor cannot use a prime more often than any of the numbers does.',
        rule: 'common-prime-factors',
        claim: { type: 'decided', verdict: answer.verdict },
      },
    ],
    answer,
  };
}
