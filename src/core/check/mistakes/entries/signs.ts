import { add, negate, subtract } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import type { Attempt, MistakeEntry } from '../entry.ts';
import { isNumeric, likeTerms, opposite, productView, replaced, sumWith } from '../views.ts';

/** −·− and −/− that stay negative. */
const minusTimesMinus: MistakeEntry = {
  id: 'minus-times-minus',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} the minus signs come in pairs, and two minus signs that are multiplied or divided cancel out.',
  *rewrite(part) {
    const view = productView(part);
    if (view.minuses >= 2 && view.minuses % 2 === 0 && view.top.length + view.bottom.length >= 2) {
      yield { result: opposite(part), parts: { part } };
    }
  },
  example: { from: 'x = (-12)/(-4)', to: 'x = -3' },
};

const signOfProduct: MistakeEntry = {
  id: 'sign-of-product',
  scope: 'part',
  weight: 1,
  sentence: 'The number of minus signs in {part} is odd, so a minus sign has to be left over.',
  *rewrite(part) {
    const view = productView(part);
    const isPlainlyNegative = part.kind === 'negate' && productView(part.operand).minuses === 0;
    if (view.minuses % 2 === 1 && !isPlainlyNegative && view.top.length + view.bottom.length >= 2) {
      yield { result: opposite(part), parts: { part } };
    }
  },
  example: { from: 'x = 12/(-4)', to: 'x = 3' },
};

const signGained: MistakeEntry = {
  id: 'sign-gained',
  scope: 'part',
  weight: 2,
  sentence: '{part} has no minus sign, so none can appear.',
  *rewrite(part) {
    const view = productView(part);
    if (part.kind === 'add') {
      const collected = likeTerms(part).flatMap(({ members }) => members);
      for (const [index, term] of part.terms.entries()) {
        if (productView(term).minuses === 0 && !collected.includes(term)) {
          yield { result: add(...replaced(part.terms, index, negate(term))), parts: { part: term } };
        }
      }
    } else if (view.minuses === 0) yield { result: negate(part), parts: { part } };
  },
  example: { from: '4x = 8/2 + y', to: '4x = -4 + y' },
};

const signDropped: MistakeEntry = {
  id: 'sign-dropped',
  scope: 'part',
  weight: 1.5,
  sentence: 'The minus sign of {part} got lost.',
  *rewrite(part) {
    const terms = part.kind === 'add' ? part.terms : [part];
    for (const [index, term] of terms.entries()) {
      // Two signs in a row are another matter, and so are the signs inside of a product.
      const isSigned = term.kind === 'negate' && term.operand.kind !== 'negate';
      if (isSigned) yield { result: add(...replaced(terms, index, term.operand)), parts: { part: term } };
      else if (productView(term).minuses === 1 && term.kind !== 'negate') {
        yield { result: add(...replaced(terms, index, negate(term))), parts: { part: term } };
      }
    }
  },
  example: { from: '9 - 4y - 9 = 3', to: '4y = 3' },
};

const minusOfMinus: MistakeEntry = {
  id: 'subtracting-a-negative',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} something negative is taken away; that isn’t the same as taking away {size}.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const [index, term] of part.terms.entries()) {
      if (term.kind === 'negate' && term.operand.kind === 'negate') {
        const size = term.operand.operand;
        yield {
          result: add(...replaced(part.terms, index, negate(size))),
          parts: { part: add(...part.terms.slice(Math.max(0, index - 1), index + 1)), size },
        };
      }
    }
  },
  example: { from: 'y = 2 - (-2)', to: 'y = 0' },
};

/** The right size with the wrong sign, where like terms are added up. */
function* negatedSums(part: Expr): Iterable<{ readonly members: readonly Expr[]; readonly result: Expr }> {
  for (const { members, others } of likeTerms(part)) {
    yield { members, result: sumWith(others, negate(add(...members))) };
  }
}

function isPlainDifference([first, second, third]: readonly Expr[]): boolean {
  return (
    first !== undefined &&
    second?.kind === 'negate' &&
    !third &&
    productView(first).minuses === 0 &&
    productView(second).minuses === 1
  );
}

const reversedSubtraction: MistakeEntry = {
  id: 'reversed-subtraction',
  scope: 'part',
  weight: 1.2,
  sentence: '{part} isn’t {reversed}: the order of a subtraction matters.',
  *rewrite(part) {
    for (const { members, result } of negatedSums(part)) {
      const [first, second] = members;
      if (!first || second?.kind !== 'negate' || !isPlainDifference(members)) continue;
      yield { result, parts: { part: add(first, second), reversed: subtract(second.operand, first) } };
    }
  },
  example: { from: '3x = 6 - 8', to: '3x = 2' },
};

const signOfSum: MistakeEntry = {
  id: 'sign-of-sum',
  scope: 'part',
  weight: 1.3,
  sentence: 'Working out {part} gave the right size with the wrong sign.',
  *rewrite(part) {
    for (const { members, result } of negatedSums(part)) {
      if (!isPlainDifference(members)) yield { result, parts: { part: add(...members) } };
    }
  },
  example: { from: '-6 + 8 = -x', to: '-2 = -x' },
};

/** One of several like terms taken with the other sign. */
function* flippedMembers(part: Expr, isWanted: (member: Expr) => boolean): Iterable<Attempt> {
  for (const { members, others } of likeTerms(part)) {
    for (const [index, member] of members.entries()) {
      if (index === 0 || !isWanted(member)) continue;
      const wrong = add(...members.slice(0, index), opposite(member), ...members.slice(index + 1));
      yield {
        result: sumWith(others, wrong),
        parts: { part: add(...members), wrong },
      };
    }
  }
}

const addedInsteadOfSubtracted: MistakeEntry = {
  id: 'added-instead-of-subtracted',
  scope: 'part',
  weight: 1.1,
  sentence: 'This is the value of {wrong}, not of {part}: a term with a minus sign is taken away.',
  *rewrite(part) {
    yield* flippedMembers(part, (member) => member.kind === 'negate' && productView(member).minuses === 1);
  },
  example: { from: '-4x = -7 - 2', to: '-4x = -5' },
};

const subtractedInsteadOfAdded: MistakeEntry = {
  id: 'subtracted-instead-of-added',
  scope: 'part',
  weight: 1.1,
  sentence: 'This is the value of {wrong}, not of {part}: a term with a plus sign is added.',
  *rewrite(part) {
    yield* flippedMembers(part, (member) => productView(member).minuses === 0);
  },
  example: { from: '53x = -4 + 54', to: '53x = -58' },
};

const absoluteSum: MistakeEntry = {
  id: 'signs-ignored',
  scope: 'part',
  weight: 1.8,
  sentence: 'In {part} all minus signs were left out, and they change the value.',
  *rewrite(part) {
    for (const { members, others } of likeTerms(part)) {
      if (members.filter((member) => productView(member).minuses % 2 === 1).length < 2) continue;
      const plain = members.map((member) => (productView(member).minuses % 2 === 1 ? opposite(member) : member));
      if (members.every(isNumeric) || others.length > 0) {
        yield { result: sumWith(others, add(...plain)), parts: { part: add(...members) } };
      }
    }
  },
  example: { from: 'x = 9 - 4 - 3', to: 'x = 16' },
};

export const signEntries: readonly MistakeEntry[] = [
  minusTimesMinus,
  signOfProduct,
  minusOfMinus,
  addedInsteadOfSubtracted,
  subtractedInsteadOfAdded,
  reversedSubtraction,
  signOfSum,
  signDropped,
  absoluteSum,
  signGained,
];
