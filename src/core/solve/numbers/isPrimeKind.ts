import { equals, multiplyWithDot, num } from '../../math/build.ts';
import { isPrime, modPow } from '../../math/integers.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { integersOf, waysWithout } from './integerValues.ts';
import { compositeVerdict, primeVerdict, someDivisor, trialDivision, trialLimit } from './primality.ts';
import { listWords, math, recomputed, stuck, truthAnswer, way } from './write.ts';

type Ask = 'prime' | 'composite';

const longest = 10n ** 400n;

export const isPrimeKind: Kind = {
  id: 'is-prime',
  tasks: ['isPrime'],
  ways: (task, work) => {
    if (task.kind !== 'isPrime') return [];
    const found = integersOf([task.value], work);
    const value = found?.values[0];
    if (found === undefined || value === undefined) return waysWithout([task.value], work);
    if (value >= longest)
      return [way('primality', 'a test', () => stuck('too-large', 'This number is longer than I test for primality.'))];
    const ways = [
      way('trial', value < trialLimit ? 'looking for divisors' : 'a divisor or a test', () =>
        derive(value, task.ask, found.opening, work),
      ),
    ];
    return value > 1000n && value < trialLimit && isPrime(value)
      ? [...ways, way('primality-test', 'a primality test', () => byTest(value, task.ask, found.opening, work))]
      : ways;
  },
};

function conclude(isItPrime: boolean, ask: Ask): string {
  return isItPrime === (ask === 'prime') ? 'True' : 'False';
}

function solved(moves: readonly Move[], isItPrime: boolean, ask: Ask, verdict: Verdict): Derivation {
  return { type: 'solved', moves, answer: truthAnswer(conclude(isItPrime, ask) === 'True', verdict) };
}

function derive(value: bigint, ask: Ask, opening: readonly Move[], work: ExactWork): Derivation {
  if (value < 2n) {
    const verdict = recomputed('By definition a prime and a composite number are both greater than $1$.');
    const move: Move = {
      text: `${math(value)} is neither prime nor composite: both words are kept for whole numbers greater than $1$. The answer is False.`,
      latex: '\\text{False}',
      rule: 'find-divisor',
      claim: { type: 'decided', verdict },
    };
    return { type: 'solved', moves: [...opening, move], answer: truthAnswer(false, verdict) };
  }
  if (value >= trialLimit) return large(value, ask, opening, work);
  const trial = trialDivision(value, work);
  return trial.type === 'divisor'
    ? composite(value, trial.divisor, ask, opening)
    : prime(value, trial.bound, trial.tried, ask, opening, work);
}

function composite(value: bigint, divisor: bigint, ask: Ask, opening: readonly Move[]): Derivation {
  const other = value / divisor;
  const verdict = compositeVerdict(value, divisor);
  const answer = conclude(false, ask);
  const move: Move = {
    text: `${howFound(value, divisor)} So ${math(value)} ${ask === 'prime' ? 'is not prime' : 'is composite'}: the answer is ${answer}.`,
    latex: `${value.toString()} = ${divisor.toString()} \\cdot ${other.toString()}`,
    why: 'A number with a divisor other than $1$ and itself is not prime.',
    rule: 'find-divisor',
    claim: {
      type: 'all',
      claims: [
        { type: 'holds', statement: equals(num(value), multiplyWithDot(num(divisor), num(other))) },
        { type: 'decided', verdict },
      ],
    },
  };
  return solved([...opening, move], false, ask, verdict);
}

/** How a person sees the divisor. */
function howFound(value: bigint, divisor: bigint): string {
  const digits = value.toString();
  if (divisor === 2n) return `The last digit $${digits.slice(-1)}$ is even, so $2$ divides ${math(value)}.`;
  if (divisor === 5n) return `The last digit is $5$, so $5$ divides ${math(value)}.`;
  if (divisor === 3n) {
    const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
    return `The sum of the digits, $${[...digits].join(' + ')} = ${sum.toString()}$, is divisible by $3$, so $3$ divides ${math(value)}.`;
  }
  if (divisor === 11n) {
    const alternating = [...digits]
      .reverse()
      .reduce((total, digit, index) => total + (index % 2 === 0 ? 1 : -1) * Number(digit), 0);
    return `The alternating sum of the digits is $${alternating.toString()}$, which is divisible by $11$, so $11$ divides ${math(value)}.`;
  }
  return `Try the primes in order: the first one that divides ${math(value)} is ${math(divisor)}.`;
}

function prime(
  value: bigint,
  bound: bigint,
  tried: number,
  ask: Ask,
  opening: readonly Move[],
  work: ExactWork,
): Derivation {
  const verdict = primeVerdict(value, work);
  const answer = conclude(true, ask);
  const end = `${math(value)} is prime${ask === 'composite' ? ', not composite' : ''}: the answer is ${answer}.`;
  if (tried === 0) {
    const move: Move = {
      text: `${math(value)} has no divisor between $1$ and itself, so ${end}`,
      latex: `${value.toString()} \\text{ is prime}`,
      rule: 'trial-bound',
      claim: { type: 'decided', verdict },
    };
    return solved([...opening, move], true, ask, verdict);
  }
  const next = bound + 1n;
  const limit: Move = {
    text: `If ${math(value)} were a product of two smaller numbers, one of them would not be above its square root. Since $${next.toString()}^2 = ${(next * next).toString()}$ is too large already, only the primes up to ${math(bound)} need to be tried.`,
    latex: `${bound.toString()}^2 \\le ${value.toString()} < ${next.toString()}^2`,
    why: 'Two factors above the square root would multiply to more than the number.',
    rule: 'trial-bound',
    claim: {
      type: 'decided',
      verdict:
        bound * bound <= value && value < next * next
          ? recomputed('Both squares worked out.')
          : { kind: 'invalid', how: 'recomputed' },
    },
  };
  const samples = [2n, 3n, 5n, 7n, 11n, 13n]
    .filter((candidate) => candidate <= bound)
    .map(
      (candidate) =>
        `$${value.toString()} = ${(value / candidate).toString()} \\cdot ${candidate.toString()} + ${(value % candidate).toString()}$`,
    );
  const trial: Move = {
    text:
      tried <= 6
        ? `Divide by ${tried === 1 ? 'the only such prime' : 'each of them'}: ${listWords(samples)}. A remainder is left ${tried === 1 ? '' : 'every time'}, so ${end}`.replace(
            ' , so',
            ', so',
          )
        : `There are ${tried.toString()} of them, and none divides ${math(value)}. So ${end}`,
    latex: `${value.toString()} \\text{ is prime}`,
    why: 'Every composite number has a prime divisor up to its square root.',
    rule: 'find-divisor',
    claim: { type: 'decided', verdict },
  };
  return solved([...opening, limit, trial], true, ask, verdict);
}

/** Beyond trial division: a divisor that a search finds, else theorems about powers modulo the number. */
function large(value: bigint, ask: Ask, opening: readonly Move[], work: ExactWork): Derivation {
  if (isPrime(value)) return byTest(value, ask, opening, work);
  const divisor = value < 10n ** 60n ? someDivisor(value, work) : undefined;
  if (divisor !== undefined) return composite(value, divisor, ask, opening);
  const base = [2n, 3n, 5n, 7n, 11n].find((candidate) => modPow(candidate, value - 1n, value) !== 1n);
  if (base === undefined)
    return stuck(
      'too-large',
      'A test shows that this number is composite, but I found no evidence that is short enough to show.',
    );
  const rest = modPow(base, value - 1n, value);
  const verdict = recomputed(`The strong test to base $${base.toString()}$ says the same.`);
  const move: Move = {
    text: `If ${math(value)} were prime, $${base.toString()}^{n-1}$ would leave the remainder $1$ modulo $n = ${value.toString()}$ (Fermat). It leaves another one, so the number is composite, although no divisor is in sight: the answer is ${conclude(false, ask)}.`,
    latex: `${base.toString()}^{n-1} \\equiv ${rest.toString()} \\not\\equiv 1 \\pmod n`,
    why: "Fermat's little theorem holds for every prime.",
    rule: 'prime-test',
    claim: { type: 'decided', verdict },
  };
  return solved([...opening, move], false, ask, verdict);
}

function byTest(value: bigint, ask: Ask, opening: readonly Move[], work: ExactWork): Derivation {
  const verdict = primeVerdict(value, work);
  const move: Move = {
    text: `Instead of trying all primes up to the square root of ${math(value)}, look at powers modulo the number. It passes the Miller–Rabin test to the bases $2, 3, 5, \\dots, 41$${verdict.kind === 'proved' ? '' : ' and a Lucas test, which no composite is known to do'}. So it is prime: the answer is ${conclude(true, ask)}.`,
    latex: `${value.toString()} \\text{ is prime}`,
    why: 'A composite number fails this test for at least three quarters of all bases.',
    rule: 'prime-test',
    claim: { type: 'decided', verdict },
  };
  return solved([...opening, move], true, ask, verdict);
}
