import { one, rational, times, type Rational } from '../../math/rational.ts';
import type { UrnLetter } from '../task.ts';

/** Letters that are drawn one after another without being put back. */
export interface Urn {
  readonly counts: readonly UrnLetter[];
  readonly draws: readonly string[];
}

export function merged(counts: readonly UrnLetter[]): readonly UrnLetter[] {
  const totals = new Map<string, number>();
  for (const { letter, count } of counts) totals.set(letter, (totals.get(letter) ?? 0) + count);
  return [...totals].map(([letter, count]) => ({ letter, count }));
}

export function totalOf({ counts }: Urn): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

export function countOf({ counts }: Urn, letter: string): number {
  return counts.find((entry) => entry.letter === letter)?.count ?? 0;
}

/** How often each drawn letter is wanted, in order of first appearance. */
export function wantedOf({ draws }: Urn): readonly UrnLetter[] {
  return merged(draws.map((letter) => ({ letter, count: 1 })));
}

/** The probability of an ordered draw, one factor for each draw. */
export function factorsOf(
  urn: Urn,
): readonly { readonly letter: string; readonly left: number; readonly total: number }[] {
  const left = new Map(urn.counts.map(({ letter, count }) => [letter, count]));
  let total = totalOf(urn);
  return urn.draws.map((letter) => {
    const factor = { letter, left: left.get(letter) ?? 0, total };
    left.set(letter, factor.left - 1);
    total -= 1;
    return factor;
  });
}

export function sequenceProbability(urn: Urn): Rational {
  return factorsOf(urn).reduce((product, { left, total }) => times(product, rational(left, total)), one);
}

export function falling(n: bigint, k: number): bigint {
  let product = 1n;
  for (let index = 0; index < k; index += 1) product *= n - BigInt(index);
  return product;
}

export function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let index = 1; index <= k; index += 1) result = (result * BigInt(n - k + index)) / BigInt(index);
  return k > n ? 0n : result;
}

export function orders(wanted: readonly UrnLetter[]): bigint {
  const length = wanted.reduce((sum, { count }) => sum + count, 0);
  return wanted.reduce(
    (product, { count }) => product / falling(BigInt(count), count),
    falling(BigInt(length), length),
  );
}

/** Ordered draws of single letters: favourable over all. */
export function orderedCount(urn: Urn): { readonly favourable: bigint; readonly all: bigint } {
  const favourable = wantedOf(urn).reduce(
    (product, { letter, count }) => product * falling(BigInt(countOf(urn, letter)), count),
    1n,
  );
  return { favourable, all: falling(BigInt(totalOf(urn)), urn.draws.length) };
}
