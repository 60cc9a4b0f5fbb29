import {
  add,
  divide,
  multiply,
  negate,
  num,
  or,
  power,
  relation as relate,
  root,
  subtract,
} from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { isConstantPolynomial } from '../../../math/polynomial.ts';
import { toRationalFunction } from '../../../math/rationalFunction.ts';
import { children, freeSymbols, sameExpr } from '../../../math/tree.ts';
import type { Attempt, MistakeEntry } from '../entry.ts';
import { facings, isTwoSided, operatorOf, sidesOf, turnedOperator, withSides } from '../relationView.ts';
import { isNumeric, isSum, opposite, productView, rationalValue, replaced, termsOf } from '../views.ts';

const isZeroExpr = (expr: Expr): boolean => rationalValue(expr)?.n === 0n;

/** An even whole number. */
function isEven(expr: Expr): boolean {
  const value = rationalValue(expr);
  return value?.d === 1n && value.n > 0n && value.n % 2n === 0n;
}

const dividedByUnknown: MistakeEntry = {
  id: 'divided-by-possible-zero',
  scope: 'relation',
  weight: 1,
  sentence: 'Dividing both sides by {factor} loses the solutions where {factor} is zero.',
  *rewrite(relation) {
    if (!isTwoSided(relation)) return;
    const [left, right] = sidesOf(relation);
    for (const factor of possibleDivisors(left, right)) {
      if (divides(factor, left) && divides(factor, right)) {
        yield {
          result: withSides(relation, divide(left, factor), divide(right, factor)),
          right: relation,
          parts: { factor },
        };
      }
    }
  },
  example: { from: 'x^2 = 3x', to: 'x = 3' },
};

function possibleDivisors(...sides: readonly Expr[]): readonly Expr[] {
  const found: Expr[] = [];
  const offer = (factor: Expr): void => {
    if (!isNumeric(factor) && !found.some((known) => sameExpr(known, factor))) found.push(factor);
  };
  for (const term of sides.flatMap(termsOf)) {
    for (const factor of productView(term).top)
      offer(factor.kind === 'power' && isNumeric(factor.exponent) ? factor.base : factor);
  }
  return found.slice(0, 6);
}

/** Without a letter left in the denominator. */
function divides(factor: Expr, side: Expr): boolean {
  const quotient = toRationalFunction(divide(side, factor));
  return quotient !== undefined && isConstantPolynomial(quotient.denominator);
}

const plusMinusForgotten: MistakeEntry = {
  id: 'plus-minus-forgotten',
  scope: 'relation',
  weight: 1,
  sentence:
    'An even power has the same value for a number and its opposite, so going back from {power} leaves two possibilities and one is missing.',
  *rewrite(relation) {
    if (relation.kind !== 'relation' || operatorOf(relation) !== '=') return;
    for (const { side, other, put } of facings(relation)) {
      for (const { base, exponent, value, written } of evenPowers(side, other)) {
        const taken =
          rationalValue(exponent)?.n === 2n ? ({ kind: 'root', radicand: value } as const) : root(value, exponent);
        const right = or(put(base, taken), put(base, negate(taken)));
        yield { result: put(base, taken), right, parts: { power: written } };
        yield { result: put(base, negate(taken)), right, parts: { power: written } };
      }
    }
  },
  example: { from: 'x^2 = 9', to: 'x = 3' },
};

const rootOfInequality: MistakeEntry = {
  id: 'root-of-inequality',
  scope: 'relation',
  weight: 1,
  sentence:
    'How large {power} is says how far from zero a number lies, on both sides of it: taking the root leaves one bound out.',
  *rewrite(relation) {
    if (relation.kind !== 'relation' || !/^[<>]/.test(operatorOf(relation))) return;
    for (const { side, other, put } of facings(relation)) {
      for (const { base, exponent, value, written } of evenPowers(side, other)) {
        const taken =
          rationalValue(exponent)?.n === 2n ? ({ kind: 'root', radicand: value } as const) : root(value, exponent);
        for (const bound of [taken, negate(taken)]) yield { result: put(base, bound), parts: { power: written } };
      }
    }
  },
  example: { from: 'x^2 < 4', to: 'x < 2' },
};

/** base^exponent = value, also where a factor and a term stand beside the power: 2x² − 8 = 0. */
function* evenPowers(
  side: Expr,
  other: Expr,
): Iterable<{ readonly base: Expr; readonly exponent: Expr; readonly value: Expr; readonly written: Expr }> {
  const terms = termsOf(side);
  const [lead, ...rest] = [...terms.filter((term) => !isNumeric(term)), ...terms.filter(isNumeric)];
  if (!lead || !rest.every(isNumeric)) return;
  const view = productView(lead);
  const [written, second] = view.top.filter((factor) => !isNumeric(factor));
  if (
    written?.kind !== 'power' ||
    second ||
    !isEven(written.exponent) ||
    isNumeric(written.base) ||
    view.bottom.some((factor) => !isNumeric(factor))
  )
    return;
  const moved = rest.length === 0 ? other : subtract(other, add(...rest));
  const numbers = view.top.filter(isNumeric);
  const isPlain = numbers.length === 0 && view.bottom.length === 0 && view.minuses === 0;
  const factor = divide(multiply(view.minuses % 2 === 1 ? num(-1) : num(1), ...numbers), multiply(...view.bottom));
  yield { base: written.base, exponent: written.exponent, value: isPlain ? moved : divide(moved, factor), written };
}

const absoluteOneCase: MistakeEntry = {
  id: 'absolute-value-one-case',
  scope: 'relation',
  weight: 1,
  sentence: '{side} stays the same when what is inside changes its sign, so one case is missing.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (side.kind !== 'abs') continue;
      const right = or(put(side.operand, other), put(side.operand, negate(other)));
      yield { result: put(side.operand, other), right, parts: { side } };
      yield { result: put(side.operand, negate(other)), right, parts: { side } };
    }
  },
  example: { from: '|x - 1| = 4', to: 'x = 5' },
};

const rootTermByTerm: MistakeEntry = {
  id: 'root-term-by-term',
  scope: 'relation',
  weight: 1,
  sentence: 'Going from {power} to {base} has to change {side} as a whole; it can’t be done to its terms one by one.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (side.kind !== 'power' || rationalValue(side.exponent)?.n !== 2n || isNumeric(side.base)) continue;
      const terms = termsOf(other);
      if (terms.length < 2 || terms.length > 3) continue;
      const { base } = side;
      const ways = terms.map((term): readonly Expr[] => {
        const size = term.kind === 'negate' ? term.operand : term;
        const sign = (wrong: Expr): Expr => (term.kind === 'negate' ? negate(wrong) : wrong);
        return [sign({ kind: 'root', radicand: size }), sign(divide(size, base)), sign(multiply(size, base)), term];
      });
      for (const choice of combinations(ways)) {
        const isUniform =
          choice.every((part, index) => part === ways[index]?.[1]) ||
          choice.every((part, index) => part === terms[index]);
        if (!isUniform)
          yield { result: put(base, add(...choice)), right: relation, parts: { power: side, base, side: other } };
      }
    }
  },
  example: { from: 'x^2 = x + 2', to: 'x = 1 + 2x' },
};

function combinations(ways: readonly (readonly Expr[])[]): readonly (readonly Expr[])[] {
  return ways.reduce<readonly (readonly Expr[])[]>(
    (found, options) => found.flatMap((chosen) => options.map((option) => [...chosen, option])),
    [[]],
  );
}

const squaredTermByTerm: MistakeEntry = {
  id: 'squared-term-by-term',
  scope: 'relation',
  weight: 1.1,
  sentence: 'Squaring has to take {side} as a whole, not each of its terms by itself.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (!isSum(side)) continue;
      const square = (term: Expr): Expr => power(term, num(2));
      const right = put(square(side), square(other));
      const plain = add(...side.terms.map(square));
      const signed = add(
        ...side.terms.map((term) => (term.kind === 'negate' ? negate(square(term.operand)) : square(term))),
      );
      for (const wrong of [plain, signed]) yield { result: put(wrong, square(other)), right, parts: { side } };
      if (isSum(other)) yield { result: put(plain, add(...other.terms.map(square))), right, parts: { side } };
    }
  },
  example: { from: '\\sqrt{x} + 1 = 3', to: 'x + 1 = 9' },
};

/** The factors of a product that hold letters, each once. */
function factorsWithLetters(side: Expr): readonly Expr[] {
  const view = productView(side);
  if (view.bottom.some((factor) => !isNumeric(factor))) return [];
  const factors = view.top.map((factor) =>
    factor.kind === 'power' && isNumeric(factor.exponent) ? factor.base : factor,
  );
  return factors.filter((factor) => !isNumeric(factor) && freeSymbols(factor).length > 0);
}

const zeroProductNotZero: MistakeEntry = {
  id: 'zero-product-not-zero',
  scope: 'relation',
  weight: 1,
  sentence: 'Only a product that is $0$ says something about its single factors, and {product} is to be {value}.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const factors = factorsWithLetters(side);
      if (factors.length < 2 || isZeroExpr(other)) continue;
      const parts = { product: side, value: other };
      for (const value of [other, num(0)]) {
        yield { result: or(...factors.map((factor) => put(factor, value))), right: relation, parts };
        for (const factor of factors) yield { result: put(factor, value), right: relation, parts, extra: 0.3 };
      }
    }
  },
  example: { from: '(x - 1)(x - 2) = 6', to: 'x - 1 = 6 \\text{ or } x - 2 = 6' },
};

const factorForgotten: MistakeEntry = {
  id: 'factor-forgotten',
  scope: 'relation',
  weight: 0.9,
  sentence: 'A product is $0$ as soon as any of its factors is, and not every factor of {product} was looked at.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const factors = factorsWithLetters(side);
      if (factors.length < 2 || !isZeroExpr(other)) continue;
      const right = or(...factors.map((factor) => put(factor, num(0))));
      for (const factor of factors) {
        const attempt: Attempt = { result: put(factor, num(0)), right, parts: { product: side } };
        yield attempt;
        if (factors.length === 3)
          yield { ...attempt, result: or(...factors.filter((one) => one !== factor).map((one) => put(one, num(0)))) };
      }
    }
  },
  example: { from: '(x - 1)(x - 2) = 0', to: 'x = 2' },
};

const zeroWithWrongSign: MistakeEntry = {
  id: 'zero-of-factor-sign',
  scope: 'relation',
  weight: 1,
  sentence:
    'A factor is zero where its terms cancel, and {factor} isn’t zero at the value that was written: look at its sign.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const factors = factorsWithLetters(side);
      if (factors.length < 2 || factors.length > 3 || !isZeroExpr(other)) continue;
      const right = or(...factors.map((factor) => put(factor, num(0))));
      const turned = factors.map(turnedConstant);
      for (let mask = 1; mask < 1 << factors.length; mask += 1) {
        const first = factors.find((_, index) => (mask & (1 << index)) !== 0 && turned[index] !== undefined);
        if (!first) continue;
        const chosen = factors.map((factor, index) =>
          (mask & (1 << index)) === 0 ? factor : (turned[index] ?? factor),
        );
        yield { result: or(...chosen.map((factor) => put(factor, num(0)))), right, parts: { factor: first } };
      }
      for (const [index, wrong] of turned.entries()) {
        if (wrong) yield { result: put(wrong, num(0)), right, parts: { factor: factors[index] ?? wrong }, extra: 0.3 };
      }
    }
  },
  example: { from: '(x - 1)(x + 2) = 0', to: 'x = -1 \\text{ or } x = 2' },
};

/** ax + b as ax − b. */
function turnedConstant(factor: Expr): Expr | undefined {
  if (factor.kind !== 'add') return undefined;
  const index = factor.terms.findIndex(isNumeric);
  const term = factor.terms[index];
  return term && add(...replaced(factor.terms, index, opposite(term)));
}

const notTurned: MistakeEntry = {
  id: 'inequality-not-turned',
  scope: 'relation',
  weight: 0.8,
  sentence:
    'Multiplying or dividing {line} by a negative number turns the inequality sign round, and here it was left as it was.',
  *rewrite(relation, { to }) {
    if (!isTwoSided(relation) || !isTwoSided(to) || !turnedOperator(operatorOf(relation))) return;
    if (operatorOf(relation) !== operatorOf(to)) return;
    const [left, right] = sidesOf(relation);
    const turned = turnedOperator(operatorOf(relation)) ?? '=';
    yield {
      result: withSides(relation, negate(left), negate(right)),
      right: relate(negate(left), turned, negate(right)),
      parts: { line: relation },
    };
  },
  example: { from: '-2x < 6', to: 'x < -3' },
};

const turnedForNothing: MistakeEntry = {
  id: 'inequality-turned',
  scope: 'relation',
  weight: 0.8,
  sentence: 'The sign of {line} was turned round, and only a negative factor or swapping the sides does that.',
  *rewrite(relation, { to }) {
    if (!isTwoSided(relation) || !isTwoSided(to)) return;
    const turned = turnedOperator(operatorOf(relation));
    if (!turned || operatorOf(to) !== turned) return;
    const [left, right] = sidesOf(relation);
    yield { result: relate(left, turned, right), right: relation, parts: { line: relation } };
  },
  example: { from: '2x < -6', to: 'x > -3' },
};

const sidesSwapped: MistakeEntry = {
  id: 'inequality-sides-swapped',
  scope: 'relation',
  weight: 1.2,
  sentence: 'The sides of {line} changed places, but the inequality sign didn’t turn with them.',
  *rewrite(relation) {
    if (!isTwoSided(relation) || !turnedOperator(operatorOf(relation))) return;
    const [left, right] = sidesOf(relation);
    yield {
      result: withSides(relation, right, left),
      right: relate(right, turnedOperator(operatorOf(relation)) ?? '=', left),
      parts: { line: relation },
    };
  },
  example: { from: '3 < x', to: 'x < 3' },
};

const strictness = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' } as const;

const boundaryChanged: MistakeEntry = {
  id: 'inequality-boundary',
  scope: 'relation',
  weight: 1,
  sentence: 'Whether equality is allowed can’t change on the way from {line}.',
  *rewrite(relation) {
    if (!isTwoSided(relation)) return;
    const operator = operatorOf(relation);
    if (operator !== '<' && operator !== '<=' && operator !== '>' && operator !== '>=') return;
    const [left, right] = sidesOf(relation);
    yield { result: relate(left, strictness[operator], right), right: relation, parts: { line: relation } };
  },
  example: { from: '2x < 6', to: 'x \\leq 3' },
};

const equationFromExpression: MistakeEntry = {
  id: 'power-solved-by-dividing',
  scope: 'relation',
  weight: 1.2,
  sentence: 'The exponent of {power} isn’t a factor, so it can’t be undone by dividing.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (side.kind === 'power' && !isNumeric(side.base) && isNumeric(side.exponent)) {
        yield { result: put(side.base, divide(other, side.exponent)), right: relation, parts: { power: side } };
      }
      if (side.kind === 'power' && isNumeric(side.base) && children(side.exponent).length <= 2) {
        yield { result: put(side.exponent, divide(other, side.base)), right: relation, parts: { power: side } };
      }
    }
  },
  example: { from: 'x^3 = 27', to: 'x = 9' },
};

export const solvingEntries: readonly MistakeEntry[] = [
  sidesSwapped,
  notTurned,
  turnedForNothing,
  boundaryChanged,
  dividedByUnknown,
  plusMinusForgotten,
  rootOfInequality,
  absoluteOneCase,
  rootTermByTerm,
  squaredTermByTerm,
  zeroProductNotZero,
  zeroWithWrongSign,
  factorForgotten,
  equationFromExpression,
];
