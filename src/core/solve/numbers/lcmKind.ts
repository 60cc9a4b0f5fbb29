import { divide, equals, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { absoluteInteger, factorInteger, gcd, lcm, type PrimePower } from '../../math/integers.ts';
import { denominatorOf, isInteger } from '../../math/rational.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { Task } from '../task.ts';
import { isGreatestCommonDivisor } from './bezout.ts';
import { euclidLines, euclidMoves, lineTex } from './gcdKind.ts';
import { integersOf, valuesOf, waysWithout } from './integerValues.ts';
import { factorizationExpr, productOfPowers } from './primePowers.ts';
import { aligned, answerOf, confirmed, listWords, math, stuck, tex, way } from './write.ts';

/** What the least common multiple is asked for, in words. */
interface Wanted {
  readonly values: readonly bigint[];
  readonly opening: readonly Move[];
  readonly name: string;
}

export const lcmKind: Kind = {
  id: 'lcm',
  tasks: ['lcm', 'commonDenominator', 'evaluate'],
  ways: (task, work) => {
    const wanted = wantedOf(task, work);
    if (wanted === undefined)
      return 'values' in task
        ? waysWithout(
            task.values.filter((value) => 'kind' in value),
            work,
          )
        : [];
    if (wanted.values.length === 0) return [];
    return [
      way('lcm-from-gcd', 'the greatest common factor', () => fromGcd(wanted)),
      way('prime-factors', 'prime factors', () => fromPrimes(wanted, work)),
    ];
  },
};

function wantedOf(task: Task, work: ExactWork): Wanted | undefined {
  if (task.kind === 'commonDenominator') return denominators(task.values, work);
  const exprs =
    task.kind === 'lcm'
      ? task.values
      : task.kind === 'evaluate' && task.expr.kind === 'call' && task.expr.name === 'lcm'
        ? task.expr.args
        : undefined;
  const found = exprs && integersOf(exprs, work);
  return found && { ...found, values: found.values.map(absoluteInteger), name: 'least common multiple' };
}

function denominators(exprs: readonly Expr[], work: ExactWork): Wanted | undefined {
  const found = valuesOf(exprs, work);
  if (found === undefined) return undefined;
  const values = found.values.map(denominatorOf);
  const unreduced = exprs.filter(
    (expr, index) => writtenDenominator(expr) !== undefined && writtenDenominator(expr) !== found.values[index]?.d,
  );
  const reducedWords =
    unreduced.length > 0
      ? ` Reduced to lowest terms, the fractions are ${listWords(found.values.map((value) => math(value)))}.`
      : '';
  const opening: Move = {
    text: `A common denominator is a common multiple of the denominators ${listWords(values.map((value) => math(value)))}.${reducedWords}`,
    latex: `\\operatorname{lcm}(${values.join(', ')})`,
    why: 'To be written over a denominator, a fraction is extended: the new denominator is a multiple of its own.',
    rule: 'least-common-denominator',
    claim: {
      type: 'all',
      claims: exprs.map((left, index): Claim => ({ type: 'equal', left, right: num(found.values[index] ?? 0) })),
    },
    isMinor: true,
  };
  return { values, opening: [...found.opening, opening], name: 'least common denominator' };
}

function writtenDenominator(expr: Expr): bigint | undefined {
  if (expr.kind === 'negate') return writtenDenominator(expr.operand);
  return expr.kind === 'divide' && expr.denominator.kind === 'number' && isInteger(expr.denominator.value)
    ? expr.denominator.value.n
    : undefined;
}

/** A multiple of all whose quotients share no factor can't be made smaller. */
function lcmAnswer(result: bigint, values: readonly bigint[]): Answer {
  const quotients = values.map((value) => (value === 0n ? 0n : result / value));
  const agrees = values.includes(0n)
    ? result === 0n
    : values.every((value) => result % value === 0n) && isGreatestCommonDivisor(1n, quotients);
  return answerOf(
    num(result),
    confirmed(
      agrees,
      `${math(result)} is ${listWords(values.map((value, index) => `$${(quotients[index] ?? 0n).toString()} \\cdot ${value.toString()}$`))}, and these multipliers have no common factor, so nothing smaller works.`,
    ),
  );
}

function fromGcd({ values, opening, name }: Wanted): Derivation {
  const moves: Move[] = [...opening];
  const [first = 1n, ...rest] = values;
  let current = first;
  const answer = lcmAnswer(lcm(...values), values);
  if (values.includes(0n))
    return stuck('nothing-to-do', `Only $0$ is a multiple of $0$, so there is no ${name} to look for.`);
  if (rest.length === 0)
    return {
      type: 'solved',
      moves: [
        ...moves,
        {
          text: `There is one number only, so the ${name} is ${math(current)}.`,
          latex: tex(current),
          rule: 'lcm-from-gcd',
          claim: { type: 'decided', verdict: answer.verdict },
        },
      ],
      answer,
    };
  for (const [index, value] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const [divisor, next] = [gcd(current, value), lcm(current, value)];
    const claim: Claim = isLast
      ? { type: 'decided', verdict: answer.verdict }
      : { type: 'decided', verdict: lcmAnswer(next, [current, value]).verdict };
    const latex = `\\operatorname{lcm}(${(isLast ? values : [current, value]).join(', ')}) = ${next.toString()}`;
    const [small, large] = current < value ? [current, value] : [value, current];
    if (divisor === small) {
      moves.push({
        text: `${math(large)} is a multiple of ${math(small)} already, $${large.toString()} = ${(large / small).toString()} \\cdot ${small.toString()}$, so ${isLast ? `the ${name} is` : 'together they need'} ${math(large)}.`,
        latex,
        why: 'A multiple of one number that the other divides serves both.',
        rule: 'lcm-from-gcd',
        claim,
      });
    } else {
      moves.push(gcdMove(current, value, divisor, index > 0));
      const line =
        divisor === 1n
          ? `${current.toString()} \\cdot ${value.toString()}`
          : `\\frac{${current.toString()} \\cdot ${value.toString()}}{${divisor.toString()}}`;
      const quotient = multiplyWithDot(num(small), divide(num(large), num(divisor)));
      moves.push({
        text:
          divisor === 1n
            ? `Nothing is common to ${math(current)} and ${math(value)}, so the ${name} is their product.`
            : `The factor ${math(divisor)} is in both numbers and is needed only once: divide the product by it.`,
        latex: `${latex.replace(/ = .*$/, '')} = ${line} = ${next.toString()}`,
        why: 'The product of two numbers counts their common part twice.',
        rule: 'lcm-from-gcd',
        claim: { type: 'all', claims: [{ type: 'equal', left: quotient, right: num(next) }, claim] },
      });
    }
    current = next;
  }
  return { type: 'solved', moves, answer };
}

function gcdMove(a: bigint, b: bigint, divisor: bigint, isAgain: boolean): Move {
  const parts = euclidMoves(a, b);
  const lines = euclidLines(a, b);
  const known: Claim = {
    type: 'decided',
    verdict: confirmed(
      isGreatestCommonDivisor(divisor, [a, b]),
      `${math(divisor)} divides both and is a sum of multiples of them.`,
    ),
  };
  const last = parts.at(-1);
  return {
    text: isAgain
      ? `In the same way, the greatest common factor of ${math(a)} and ${math(b)} is ${math(divisor)}.`
      : `Find the greatest common factor of ${math(a)} and ${math(b)}: divide the larger by the smaller, then each divisor by its remainder, until nothing remains. The last remainder before $0$ is ${math(divisor)}.`,
    latex:
      lines.length > 12
        ? `\\gcd(${a.toString()}, ${b.toString()}) = ${divisor.toString()}`
        : aligned(lines.map((line) => lineTex(line).replace(' = ', ' &= '))),
    why: "Euclid's algorithm gives it: each number is replaced by its remainder modulo the other, and the last remainder before zero is the factor.",
    rule: 'euclid',
    claim: { type: 'all', claims: [...parts.map((part) => part.claim), known] },
    parts:
      last === undefined || parts.length < 2
        ? undefined
        : [
            ...parts,
            {
              text: `The last remainder before $0$ is ${math(divisor)}.`,
              latex: `\\gcd(${a.toString()}, ${b.toString()}) = ${divisor.toString()}`,
              rule: 'euclid',
              claim: known,
            },
          ],
  };
}

function fromPrimes({ values, opening, name }: Wanted, work: ExactWork): Derivation {
  const factored = values.map((value) => factorInteger(value, work));
  if (values.includes(0n) || factored.some(({ rest }) => rest !== 1n))
    return stuck('too-large', 'I can’t find all prime factors of these numbers.');
  const highest = new Map<bigint, number>();
  for (const { factors } of factored)
    for (const { prime, exponent } of factors) highest.set(prime, Math.max(highest.get(prime) ?? 0, exponent));
  const all: PrimePower[] = [...highest]
    .map(([prime, exponent]) => ({ prime, exponent }))
    .sort((a, b) => (a.prime < b.prime ? -1 : 1));
  const result = productOfPowers(all);
  const answer = lcmAnswer(result, values);
  const lines = values.map((value, index) => equals(num(value), factorizationExpr(factored[index]?.factors ?? [])));
  return {
    type: 'solved',
    moves: [
      ...opening,
      {
        text: `Split ${listWords(values.map((value) => math(value)))} into primes.`,
        latex: lines.map((line) => tex(line)).join(',\\quad '),
        why: 'A multiple has to contain all primes of the number.',
        rule: 'split-off-prime',
        claim: { type: 'all', claims: lines.map((statement) => ({ type: 'holds', statement })) },
      },
      {
        text: `For the ${name} take every prime as often as the number that has it most: $${tex(factorizationExpr(all))} = ${result.toString()}$.`,
        latex: `\\operatorname{lcm}(${values.join(', ')}) = ${result.toString()}`,
        why: 'Fewer of a prime would miss one of the numbers, more would not be the least.',
        rule: 'lcm-from-primes',
        claim: { type: 'decided', verdict: answer.verdict },
      },
    ],
    answer,
  };
}
