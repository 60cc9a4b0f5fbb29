import { add, multiply, negate, num } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { isZero, plus, times, type Rational } from '../../../math/rational.ts';
import type { MistakeEntry } from '../entry.ts';
import { fromProduct, isNumeric, likeTerms, monomialOf, opposite, productView, sumWith, without } from '../views.ts';

const isLetter = (expr: Expr): boolean =>
  expr.kind === 'symbol' || (expr.kind === 'power' && expr.base.kind === 'symbol' && isNumeric(expr.exponent));

const forgotVariable: MistakeEntry = {
  id: 'variable-forgotten',
  scope: 'part',
  weight: 1.2,
  sentence: 'The letter of {part} got lost: only its coefficient was kept.',
  *rewrite(part) {
    if (part.kind === 'add') {
      for (const { members, others, rest, isNumber } of likeTerms(part)) {
        if (isNumber) continue;
        const bare = members.map((member) => monomialOf(member)?.coefficient).filter((value) => value !== undefined);
        yield {
          result: sumWith(others, add(...bare.map((value) => num(value)))),
          parts: { part: members.length === 1 ? (members[0] ?? rest) : add(...members) },
        };
      }
      return;
    }
    const view = productView(part);
    // A letter alone has no coefficient that could be kept.
    if (part.kind === 'symbol' || part.kind === 'power') return;
    for (const [index, factor] of view.top.entries()) {
      if (!isLetter(factor)) continue;
      yield { result: fromProduct(without(view.top, index), view.bottom, view.minuses), parts: { part } };
    }
    for (const [index, factor] of view.bottom.entries()) {
      if (!isLetter(factor)) continue;
      yield { result: fromProduct(view.top, without(view.bottom, index), view.minuses), parts: { part } };
    }
  },
  example: { from: '-5y + 4 - 4 = -2', to: '-5 = -2' },
};

const forgotVariableAndSign: MistakeEntry = {
  id: 'variable-and-sign-forgotten',
  scope: 'part',
  weight: 2.2,
  sentence: 'Of {part} only a number is left, and its sign isn’t that of the coefficient either.',
  *rewrite(part, scene) {
    for (const attempt of forgotVariable.rewrite(part, scene)) {
      yield { ...attempt, result: opposite(attempt.result) };
    }
  },
  example: { from: '-5y = -2', to: '5 = -2' },
};

const variableGained: MistakeEntry = {
  id: 'variable-gained',
  scope: 'part',
  weight: 1.8,
  sentence: '{part} holds no {letter}, so no {letter} can appear in its value.',
  *rewrite(part, { unknowns }) {
    if (!isNumeric(part)) return;
    for (const name of unknowns.slice(0, 3)) {
      const letter: Expr = { kind: 'symbol', name };
      yield { result: multiply(part, letter), parts: { part, letter } };
    }
  },
  example: { from: '15/6 = x', to: '2.5x = x' },
};

interface Kind {
  readonly key: string;
  readonly rest: Expr;
  readonly members: readonly Expr[];
  readonly total: Rational;
}

/** The terms of a sum by what they are multiples of, without those that cancel out. */
function kindsOf(terms: readonly Expr[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const term of terms) {
    const monomial = monomialOf(term);
    if (!monomial) continue;
    const { key, rest, coefficient } = monomial;
    const known = kinds.get(key);
    kinds.set(key, {
      key,
      rest,
      members: [...(known?.members ?? []), term],
      total: known ? plus(known.total, coefficient) : coefficient,
    });
  }
  return [...kinds.values()].filter(({ total }) => !isZero(total));
}

const unlikeTerms: MistakeEntry = {
  id: 'unlike-terms',
  scope: 'part',
  weight: 0.95,
  sentence: '{first} and {second} aren’t like terms, so they can’t be put together into one.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    const kinds = kindsOf(part.terms);
    for (const [index, left] of kinds.entries()) {
      for (const right of kinds.slice(index + 1)) {
        const others = part.terms.filter((term) => !left.members.includes(term) && !right.members.includes(term));
        const parts = { first: add(...left.members), second: add(...right.members) };
        const total = num(plus(left.total, right.total));
        const isWithNumber = left.key === '' || right.key === '';
        const rests = isWithNumber
          ? [left.key === '' ? right.rest : left.rest]
          : [multiply(left.rest, right.rest), left.rest, right.rest];
        for (const rest of rests) {
          yield { result: add(...others, multiply(total, rest)), parts };
          yield { result: add(...others, multiply(num(times(left.total, right.total)), rest)), parts, extra: 0.2 };
        }
        // The letter dropped as well: 2x + 3 = 5.
        if (isWithNumber) yield { result: add(...others, total), parts };
      }
    }
  },
  example: { from: 'y = 2x + 3', to: 'y = 5x' },
};

const factorDropped: MistakeEntry = {
  id: 'factor-dropped',
  scope: 'part',
  weight: 2,
  sentence: 'The factor {factor} of {part} got lost.',
  *rewrite(part) {
    const view = productView(part);
    if (part.kind === 'add' || view.top.length + view.bottom.length < 2) return;
    for (const [index, factor] of view.top.entries()) {
      if (view.top.length < 2 || isLetter(factor)) continue;
      const minuses = factor.kind === 'negate' ? view.minuses - 1 : view.minuses;
      yield { result: fromProduct(without(view.top, index), view.bottom, minuses), parts: { part, factor } };
    }
  },
  example: { from: '3(x + 2)^2', to: '(x + 2)^2' },
};

const termRepeated: MistakeEntry = {
  id: 'term-counted-twice',
  scope: 'part',
  weight: 2.5,
  sentence: 'The term {term} was used once more than it is there.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const term of part.terms) yield { result: add(part, term), parts: { term } };
  },
  example: { from: 'y = x^2 + 3x + 5', to: 'y = x^2 + 3x + 10' },
};

const factoredSign: MistakeEntry = {
  id: 'factoring-signs',
  scope: 'part',
  weight: 1.2,
  sentence: 'The factors don’t multiply to {part}: expand them to see which sign is off.',
  *rewrite(part, { to }) {
    // The written product with the signs of some terms turned is the sum that was there.
    if (part.kind !== 'add' || (to.kind !== 'multiply' && to.kind !== 'power')) return;
    const factors = to.kind === 'power' ? [to] : to.factors;
    const sums = factors.map((factor) => (factor.kind === 'power' ? factor.base : factor));
    const turned = sums.map((sum) =>
      sum.kind === 'add' ? add(...sum.terms.map((term, index) => (index === 0 ? term : opposite(term)))) : sum,
    );
    const rebuilt = (choice: readonly boolean[]): Expr =>
      multiply(
        ...factors.map((factor, index) => {
          const base = choice[index] === true ? (turned[index] ?? factor) : (sums[index] ?? factor);
          return factor.kind === 'power' ? { ...factor, base } : base;
        }),
      );
    if (factors.length > 3) return;
    for (let mask = 1; mask < 1 << factors.length; mask += 1) {
      const choice = factors.map((_, index) => (mask & (1 << index)) !== 0);
      // Where turning signs in what was written gives the sum, the written signs are what is wrong.
      yield { result: add(part, negate(rebuilt(choice)), to), parts: { part } };
    }
  },
  example: { from: 'x^2 + 5x + 6', to: '(x - 2)(x - 3)' },
};

export const termEntries: readonly MistakeEntry[] = [
  unlikeTerms,
  forgotVariable,
  factoredSign,
  variableGained,
  factorDropped,
  forgotVariableAndSign,
  termRepeated,
];
