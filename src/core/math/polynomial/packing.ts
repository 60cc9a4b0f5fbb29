import { plus, type Rational } from '../rational.ts';
import type { Term } from './term.ts';

/** How exponent vectors become keys of a map: one number where all of them fit below 2^53, in lexicographic order; else text. */
export interface Packing {
  readonly isNumeric: boolean;
  key(exponents: readonly number[]): number | string;
}

/** @param degreeOf an upper bound of the exponents that will occur */
export function keysFor(variables: readonly string[], degreeOf: (name: string) => number): Packing {
  if (variables.length === 1) return { isNumeric: true, key: (exponents) => exponents[0] ?? 0 };
  const sizes = variables.map((name) => degreeOf(name) + 1);
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER) {
    return { isNumeric: false, key: (exponents) => exponents.join() };
  }
  return {
    isNumeric: true,
    key: (exponents) => {
      let key = 0;
      for (let index = 0; index < sizes.length; index += 1) key = key * (sizes[index] ?? 1) + (exponents[index] ?? 0);
      return key;
    },
  };
}

export function accumulate(
  sums: Map<number | string, Term>,
  packing: Packing,
  exponents: readonly number[],
  coefficient: Rational,
): void {
  const key = packing.key(exponents);
  const found = sums.get(key);
  sums.set(key, { exponents, coefficient: found === undefined ? coefficient : plus(found.coefficient, coefficient) });
}
