import type { IntegerLetters } from './integerLetters.ts';
import { rational, type Rational } from './rational.ts';

/** Values on both sides of 0 and 1, small and large; the first ones are what a person would try. */
const plain: readonly (readonly [number, number])[] = [
  [2, 1],
  [3, 1],
  [1, 2],
  [-1, 1],
  [5, 1],
  [-2, 1],
  [7, 3],
  [1, 1],
  [-3, 2],
  [4, 1],
  [10, 1],
  [1, 7],
  [-1, 5],
  [-7, 1],
  [13, 4],
  [0, 1],
  [9, 1],
  [-11, 3],
  [29, 2],
  [-40, 7],
  [1, 100],
  [100, 1],
  [6, 1],
  [-1, 100],
];

/** No poles or zeros of ordinary expressions sit at these: what is undefined there is so in a whole neighbourhood. */
const generic: readonly (readonly [number, number])[] = [
  [137, 101],
  [-137, 103],
  [29, 97],
  [-31, 107],
  [523, 97],
  [-509, 103],
  [1999, 101],
  [-2003, 97],
  [83, 89],
  [-79, 83],
  [7, 1009],
  [-7, 1013],
  [317, 109],
  [-331, 113],
  [12_345, 97],
  [-12_343, 101],
];

/** For letters that count. */
const natural: readonly number[] = [3, 2, 5, 1, 4, 7, 6, 8, 10, 9, 12, 11];
const whole: readonly number[] = [2, 3, 1, -1, 4, -2, 5, 0, 7, -3, 6, -4, 8, 9, -5];

/**
 * Points for several letters: the first takes the values in order, each other in an order of its own. One at a time, since
 * the first ones mostly decide.
 */
export function* samplePoints(
  names: readonly string[],
  count: number,
  kind: 'plain' | 'generic' = 'plain',
  integers?: IntegerLetters,
): Generator<Map<string, Rational>, void> {
  const values = kind === 'plain' ? plain : generic;
  for (let k = 0; k < count; k += 1) {
    const point = new Map<string, Rational>();
    for (const [position, name] of names.entries()) {
      const place = position === 0 ? k : scattered(k, position);
      if (integers?.whole.includes(name)) {
        const list = integers.natural.includes(name) ? natural : whole;
        point.set(name, rational(list[place % list.length] ?? 1));
        continue;
      }
      const [n, d] = values[place % values.length] ?? [1, 1];
      // Beyond one round, values between those of the table.
      const round = Math.floor(k / values.length);
      point.set(name, round === 0 ? rational(n, d) : rational(n * 10 + round * (position + 1), d * 10 + round));
    }
    yield point;
  }
}

/** A fixed number that looks random, so that signs and sizes of the letters come in all combinations. */
function scattered(k: number, position: number): number {
  let state = (k * 2654435761 + position * 40503 + 12345) >>> 0;
  for (let turn = 0; turn < 3; turn += 1) state = (Math.imul(state ^ (state >>> 15), 2246822519) + position) >>> 0;
  return state >>> 8;
}
