import { num } from '../math/build.ts';
import { toTex } from '../math/print/toTex.ts';
import { rational, type Rational } from '../math/rational.ts';
import { substitute } from '../math/tree.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { compareOnLine, pointSentence } from './onLine.ts';
import { compareOnRealLine, numberSentence } from './onRealLine.ts';
import { lettersOf, type Statement } from './statement.ts';

export interface SampledWitnesses {
  /** "With $y = 2$, $x = 0$": values of all letters that satisfy the first statement only, and the second only. */
  readonly lost: string | undefined;
  readonly added: string | undefined;
}

interface Options {
  readonly unknowns: readonly string[];
  readonly positive?: readonly string[] | undefined;
  readonly work: ExactWork;
}

const turns = 5;
const mostPivots = 3;
const mostLetters = 6;

/** What is put for unknowns, and for letters that stand for general numbers: no small ones among the latter. */
const plain: readonly (readonly [number, number])[] = [
  ...([
    [2, 1],
    [3, 1],
    [-1, 1],
    [1, 2],
    [5, 1],
    [0, 1],
    [-2, 1],
    [1, 1],
    [-3, 1],
    [4, 1],
  ] as const),
];
const general: readonly (readonly [number, number])[] = [
  ...([
    [7, 3],
    [11, 2],
    [13, 5],
    [17, 4],
    [19, 7],
    [23, 6],
  ] as const),
];

/**
 * Numbers for all letters but one unknown at a time, and what is left compared exactly on the line: what is found is
 * certain. Other letters than the unknowns only take values in general position.
 */
export function compareBySamples(first: Statement, second: Statement, options: Options): SampledWitnesses {
  const { unknowns, positive = [], work } = options;
  const letters = [...new Set([...lettersOf(first), ...lettersOf(second)])];
  let [lost, added]: (string | undefined)[] = [];
  if (letters.length > mostLetters) return { lost, added };
  for (const pivot of letters.filter((name) => unknowns.includes(name)).slice(0, mostPivots)) {
    for (let turn = 0; turn < turns; turn += 1) {
      work.check();
      const point = new Map<string, Rational>();
      letters.forEach((name, position) => {
        if (name === pivot) return;
        const values = unknowns.includes(name) ? plain : general;
        const [n, d] = values[(turn + position * 3) % values.length] ?? [2, 1];
        point.set(name, positive.includes(name) ? rational(Math.abs(n) || 6, d) : rational(n, d));
      });
      const found = atPoint(first, second, pivot, point, work, positive.includes(pivot));
      lost ??= found.lost;
      added ??= found.added;
      if (lost !== undefined && added !== undefined) return { lost, added };
    }
  }
  return { lost, added };
}

function atPoint(
  first: Statement,
  second: Statement,
  pivot: string,
  point: ReadonlyMap<string, Rational>,
  work: ExactWork,
  isPositive: boolean,
): SampledWitnesses {
  const [a, b] = [withValues(first, point), withValues(second, point)];
  const others = [...point].map(([name, value]) => `${toTex({ kind: 'symbol', name })} = ${toTex(num(value))}`);
  const say = (sentence: string) => `With $${others.join(',\\ ')}$, ${sentence}`;
  const exact = compareOnLine(a, b, pivot, work, isPositive);
  if (exact) {
    return {
      lost: exact.lost && say(pointSentence(pivot, exact.lost)),
      added: exact.added && say(pointSentence(pivot, exact.added)),
    };
  }
  const rough = compareOnRealLine(a, b, pivot, work, isPositive);
  return {
    lost: rough?.lost && say(numberSentence(pivot, rough.lost)),
    added: rough?.added && say(numberSentence(pivot, rough.added)),
  };
}

function withValues(statement: Statement, point: ReadonlyMap<string, Rational>): Statement {
  const values = new Map([...point].map(([name, value]) => [name, num(value)]));
  switch (statement.type) {
    case 'relation':
      return { ...statement, left: substitute(statement.left, values), right: substitute(statement.right, values) };
    case 'not':
      return { type: 'not', operand: withValues(statement.operand, point) };
    default:
      return { ...statement, items: statement.items.map((item) => withValues(item, point)) };
  }
}
