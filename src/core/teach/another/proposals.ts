import type { NextMove } from '../../solve/builtin.ts';
import { type Drawn, drawNumber } from './drawNumber.ts';
import { literalsOf, replaceLiterals } from './literals.ts';
import type { Random } from './random.ts';

/** Texts that may be variants of a problem; whether they are is found by reading and solving them. */
export function* proposals(text: string, _original: NextMove, random: Random, count: number): Generator<string> {
  for (let round = 0; round < count; round += 1) yield withOtherNumbers(text, random);
}

/** Other numbers in all the places, and now and then other signs. */
export function withOtherNumbers(text: string, random: Random): string {
  const drawn: Drawn = { byText: new Map(), roots: new Map(), isConsistent: random.chance(0.6) };
  const replaced = literalsOf(text).map((literal) => ({ literal, text: drawNumber(literal, random, drawn) }));
  return replaceLiterals(text, replaced);
}
