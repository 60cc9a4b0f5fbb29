import { equals, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { absoluteInteger, factorInteger, isqrt, type PrimePower } from '../../math/integers.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { Task } from '../task.ts';
import { integersOf, waysWithout } from './integerValues.ts';
import { primeVerdict } from './primality.ts';
import { factorizationExpr, productOfPowers } from './primePowers.ts';
import { listWords, math, plural, stuck, way } from './write.ts';

type Ask = 'list' | 'factorization';

export const primeFactorsKind: Kind = {
  id: 'prime-factors',
  tasks: ['primeFactors', 'factor'],
  ways: (task, work) => {
    const wanted = wantedOf(task);
    const found = wanted && integersOf([wanted.expr], work);
    const value = found?.values[0];
    if (wanted === undefined) return [];
    if (found === undefined || value === undefined) return waysWithout([wanted.expr], work);
    return [way('split-off-primes', 'splitting off primes', () => derive(value, wanted.ask, found.opening, work))];
  },
};

function wantedOf(task: Task): { readonly expr: Expr; readonly ask: Ask } | undefined {
  if (task.kind === 'primeFactors') return { expr: task.value, ask: task.ask };
  return task.kind === 'factor' ? { expr: task.expr, ask: 'factorization' } : undefined;
}

function derive(value: bigint, ask: Ask, opening: readonly Move[], work: ExactWork): Derivation {
  const size = absoluteInteger(value);
  if (size < 2n)
    return stuck(
      'nothing-to-do',
      `$${value.toString()}$ has no prime factors: they begin with the whole numbers from $2$ on.`,
    );
  if (size > 10n ** 120n) return stuck('too-large', 'This number is longer than I split into primes.');
  const { factors, rest } = factorInteger(size, work);
  if (rest !== 1n)
    return stuck(
      'too-large',
      `What is left of it, $${rest.toString()}$, is a product of large primes that I can’t find.`,
    );
  const answer = answerFor(value, factors, ask, work);
  const [only] = factors;
  if (factors.length === 1 && only?.exponent === 1)
    return { type: 'solved', moves: [...opening, primeMove(size, ask, answer.verdict)], answer };
  const moves = [...opening, ...splitMoves(size, factors, work)];
  return { type: 'solved', moves: [...moves, lastMove(value, factors, ask, answer)], answer };
}

function primeMove(value: bigint, ask: Ask, verdict: Verdict): Move {
  const bound = isqrt(value);
  return {
    text: `No prime up to ${math(bound)}, where the square root of ${math(value)} lies, divides it. So ${math(value)} is prime, and ${ask === 'list' ? 'its only prime factor is the number itself' : 'it stays as it is'}: ${math(value)}.`,
    latex: value.toString(),
    why: 'A composite number has a prime divisor that is not above its square root.',
    rule: 'trial-bound',
    claim: { type: 'decided', verdict },
  };
}

/** Small primes are split off together, each large one by itself. */
function splitMoves(value: bigint, factors: readonly PrimePower[], work: ExactWork): readonly Move[] {
  const split: Move[] = [];
  let rest = value;
  for (const [index, { prime, exponent }] of factors.entries()) {
    const isLast = index === factors.length - 1;
    const times = isLast ? exponent - 1 : exponent;
    if (times === 0) continue;
    const power = prime ** BigInt(times);
    const next = rest / power;
    split.push(splitMove(rest, prime, times, next));
    rest = next;
  }
  const last = factors.at(-1)?.prime ?? 1n;
  const isObvious = last < 100n;
  const moves = grouped(split, value);
  if (isObvious) return moves;
  const bound = isqrt(last);
  return [
    ...moves,
    {
      text: `${math(last)} is left. ${bound < 1000n ? `None of the primes up to ${math(bound)} divides it` : `It has no divisor up to its square root, which lies just above ${math(bound)}`}, so it is prime.`,
      latex: `${bound.toString()}^2 \\le ${last.toString()} < ${(bound + 1n).toString()}^2`,
      why: 'A composite number has a prime divisor that is not above its square root.',
      rule: 'trial-bound',
      claim: { type: 'decided', verdict: primeVerdict(last, work) },
    },
  ];
}

function splitMove(value: bigint, prime: bigint, times: number, next: bigint): Move {
  const shown = times === 1 ? prime.toString() : `${prime.toString()}^{${times.toString()}}`;
  const how =
    prime === 2n
      ? 'The number is even'
      : prime === 5n && value % 5n === 0n
        ? `The last digit of ${math(value)} shows a factor $5$`
        : prime === 3n
          ? `The digits of ${math(value)} add up to a multiple of $3$`
          : `The first prime that divides ${math(value)} is ${math(prime)}`;
  const often = times === 1 ? '' : ` ${plural(times, 'time')} in a row`;
  const product =
    times === 1
      ? multiplyWithDot(num(prime), num(next))
      : multiplyWithDot(factorizationExpr([{ prime, exponent: times }]), num(next));
  return {
    text: `${how}: divide by ${math(prime)}${often}, which leaves ${math(next)}.`,
    latex: `${value.toString()} = ${shown} \\cdot ${next.toString()}`,
    why: 'Primes are tried from the smallest on, so whatever divides first is prime itself.',
    rule: 'split-off-prime',
    claim: { type: 'holds', statement: equals(num(value), product) },
  };
}

/** Up to three divisions make one press. */
function grouped(split: readonly Move[], value: bigint): readonly Move[] {
  if (split.length <= 1) return split;
  const moves: Move[] = [];
  for (let start = 0; start < split.length; start += 3) {
    const parts = split.slice(start, start + 3);
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) moves.push(first);
    else {
      const claims: Claim[] = parts.map((part) => part.claim);
      const lines = parts.map((part) => (part.latex ?? '').replace(' = ', ' &= '));
      const begin =
        start === 0
          ? `Divide ${math(value)} by the smallest prime that goes into it, and the result again`
          : 'Go on with what is left';
      moves.push({
        text: `${begin}.`,
        latex: `\\begin{aligned}${lines.join('\\\\ ')}\\end{aligned}`,
        why: first?.why,
        rule: 'split-off-prime',
        claim: { type: 'all', claims },
        parts,
      });
    }
  }
  return moves;
}

function lastMove(value: bigint, factors: readonly PrimePower[], ask: Ask, answer: Answer): Move {
  const product = factorizationExpr(factors);
  const signed = value < 0n ? `-${toTex(product)}` : toTex(product);
  const primes = listWords(factors.map(({ prime }) => math(prime)));
  const isRepeated = factors.some(({ exponent }) => exponent > 1);
  return {
    text:
      ask === 'list'
        ? `Only primes are left, so the prime factors are ${primes}${isRepeated ? ', each named once' : ''}.`
        : `Only primes are left: collect them, equal ones as a power.`,
    latex: `${value.toString()} = ${signed}`,
    why: 'The factorisation into primes is unique, so these are all of them.',
    rule: 'split-off-prime',
    claim: { type: 'decided', verdict: answer.verdict },
  };
}

function answerFor(value: bigint, factors: readonly PrimePower[], ask: Ask, work: ExactWork): Answer {
  const primality = factors.map(({ prime }) => primeVerdict(prime, work));
  const multipliesBack = productOfPowers(factors) === absoluteInteger(value);
  const weak = primality.find((verdict) => verdict.kind !== 'proved');
  const verdict: Verdict = !multipliesBack
    ? {
        kind: 'invalid',
        how: 'recomputed',
        relation: 'different',
        evidence: 'The factors do not multiply back to the number.',
      }
    : (weak ?? {
        kind: 'proved',
        how: 'recomputed',
        relation: 'equal',
        evidence: `Multiplied back, the factors give ${math(absoluteInteger(value))}, and each was proved prime on its own.`,
      });
  const product = factorizationExpr(factors);
  const primes = factors.map(({ prime }) => prime.toString());
  if (ask === 'list') return { text: primes.join(', '), latex: primes.join(', '), verdict };
  const sign = value < 0n ? '-' : '';
  return {
    text: `${sign}${toText(product)}`,
    latex: `${sign}${toTex(product)}`,
    value: value < 0n ? { kind: 'negate', operand: product } : product,
    verdict,
  };
}
