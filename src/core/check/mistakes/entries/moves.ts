import { add, divide, multiply, negate, subtract } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { contains, sameExpr } from '../../../math/tree.ts';
import type { MistakeEntry } from '../entry.ts';
import { facings } from '../relationView.ts';
import {
  fromProduct,
  isNumeric,
  monomialOf,
  opposite,
  productView,
  rationalValue,
  replaced,
  termsOf,
  without,
} from '../views.ts';

const tex = (expr: Expr): string => `$${toTex(expr)}$`;

const signLostMoving: MistakeEntry = {
  id: 'sign-lost-moving',
  scope: 'relation',
  weight: 1,
  sentence:
    '{term} changed sides but kept its sign: what is done to one side is done to the other, so there it turns up with the opposite sign.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const terms = termsOf(side);
      for (const [index, term] of terms.entries()) {
        const rest = add(...without(terms, index));
        yield {
          result: put(rest, add(other, term)),
          right: put(rest, subtract(other, term)),
          parts: { term },
          extra: terms.length === 1 ? 0.3 : 0,
        };
      }
    }
  },
  example: { from: '3x + 5 = 11', to: '3x = 16' },
};

/** Numbers other than 0, 1 and -1 that multiply or divide the whole of a side. */
function* factorsOf(side: Expr): Iterable<{ readonly factor: Expr; readonly rest: Expr; readonly isBelow: boolean }> {
  if (side.kind === 'add') return;
  const view = productView(side);
  const isPlain = (factor: Expr): boolean => {
    const value = rationalValue(factor);
    return value === undefined || (value.n !== 0n && !(value.n === 1n && value.d === 1n));
  };
  const minuses = view.minuses % 2;
  for (const [index, factor] of view.top.entries()) {
    if (!isNumeric(factor) || !isPlain(factor)) continue;
    yield { factor, rest: fromProduct(without(view.top, index), view.bottom, minuses), isBelow: false };
    if (minuses === 1)
      yield { factor: negate(factor), rest: fromProduct(without(view.top, index), view.bottom), isBelow: false };
  }
  for (const [index, factor] of view.bottom.entries()) {
    if (!isPlain(factor)) continue;
    yield { factor, rest: fromProduct(view.top, without(view.bottom, index), minuses), isBelow: true };
    if (minuses === 1)
      yield { factor: negate(factor), rest: fromProduct(view.top, without(view.bottom, index)), isBelow: true };
  }
}

const onlyOneSide: MistakeEntry = {
  id: 'only-one-side-changed',
  scope: 'relation',
  weight: 1.25,
  sentence: 'Only one side was changed: {what} has to be done on both.',
  *rewrite(relation, { to }) {
    for (const { side, other, put } of facings(relation)) {
      const terms = termsOf(side);
      if (terms.length > 1) {
        for (const [index, term] of terms.entries()) {
          const what = term.kind === 'negate' ? `adding ${tex(term.operand)}` : `taking away ${tex(term)}`;
          const rest = add(...without(terms, index));
          yield { result: put(rest, other), right: put(rest, subtract(other, term)), parts: { what } };
        }
      }
      // 0 stays 0, whatever it is multiplied by.
      if (isNumeric(side) || rationalValue(other)?.n === 0n) continue;
      for (const { factor, rest, isBelow } of factorsOf(side)) {
        const what = isBelow ? `multiplying by ${tex(factor)}` : `dividing by ${tex(factor)}`;
        const right = put(rest, isBelow ? multiply(factor, other) : divide(other, factor));
        yield { result: put(rest, other), right, parts: { what } };
      }
      for (const { factor } of factorsOf(other)) {
        if (!isNumeric(other))
          yield { result: put(divide(side, factor), other), parts: { what: `dividing by ${tex(factor)}` }, extra: 0.5 };
      }
      // What was added shows as a term of the written side.
      const sums = to.kind === 'relation' ? to.operands.map(termsOf).filter((sum) => sum.length > 1) : [];
      for (const written of sums.flat()) {
        if (terms.some((term) => sameExpr(term, written))) continue;
        const isNegative = written.kind === 'negate';
        const what = isNegative ? `taking away ${tex(written.operand)}` : `adding ${tex(written)}`;
        yield {
          result: put(add(side, written), other),
          right: put(add(side, written), add(other, written)),
          parts: { what },
          extra: 0.1,
        };
      }
    }
  },
  example: { from: '4x = 20', to: 'x = 20' },
};

const oneTermDivided: MistakeEntry = {
  id: 'one-term-divided',
  scope: 'relation',
  weight: 1.1,
  looseExtra: 0.5,
  sentence: 'Dividing by {factor} has to reach every term of both sides; {missed} was left as it is.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const terms = termsOf(side);
      if (terms.length < 2 || isNumeric(side)) continue;
      for (const factor of coefficientsOf([...terms, ...termsOf(other)])) {
        const right = put(divide(side, factor), divide(other, factor));
        for (const [index, missed] of terms.entries()) {
          const wrong = add(...terms.map((term, position) => (position === index ? term : divide(term, factor))));
          yield { result: put(wrong, divide(other, factor)), right, parts: { factor, missed } };
        }
        if (terms.length === 2) {
          for (const [index, term] of terms.entries()) {
            const missed = terms[1 - index];
            if (!missed || isNumeric(term)) continue;
            const wrong = add(...replaced(terms, index, divide(term, factor)));
            yield { result: put(wrong, other), right, parts: { factor, missed }, extra: 0.2 };
          }
        }
      }
    }
  },
  example: { from: '2x + 6 = 10', to: 'x + 6 = 5' },
};

function coefficientsOf(terms: readonly Expr[]): readonly Expr[] {
  const found: Expr[] = [];
  for (const term of terms) {
    const view = productView(term);
    for (const factor of view.top) {
      const value = rationalValue(factor);
      if (value && value.n !== value.d && value.n > 0n && !found.some((known) => sameExpr(known, factor)))
        found.push(factor);
    }
  }
  return found.flatMap((factor) => [factor, negate(factor)]).slice(0, 8);
}

const oneTermMultiplied: MistakeEntry = {
  id: 'one-term-multiplied',
  scope: 'relation',
  weight: 1.1,
  looseExtra: 0.5,
  sentence: 'Multiplying by {factor} has to reach every term of both sides; {missed} was left as it is.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      const terms = termsOf(side);
      if (isNumeric(side)) continue;
      for (const factor of denominatorsOf([...terms, ...termsOf(other)])) {
        const right = put(multiply(factor, side), multiply(factor, other));
        for (const [index, missed] of terms.entries()) {
          const wrong = add(...terms.map((term, position) => (position === index ? term : multiply(factor, term))));
          if (terms.length > 1) yield { result: put(wrong, multiply(factor, other)), right, parts: { factor, missed } };
        }
        if (terms.length > 1)
          yield { result: put(multiply(factor, side), other), right, parts: { factor, missed: other }, extra: 0.1 };
      }
    }
  },
  example: { from: 'x/2 + 3 = 5', to: 'x + 3 = 10' },
};

function denominatorsOf(terms: readonly Expr[]): readonly Expr[] {
  const found: Expr[] = [];
  for (const term of terms) {
    for (const factor of productView(term).bottom) {
      if (!found.some((known) => sameExpr(known, factor))) found.push(factor);
    }
  }
  return found.slice(0, 4);
}

const wrongInverse: MistakeEntry = {
  id: 'wrong-inverse-operation',
  scope: 'relation',
  weight: 1.3,
  sentence: 'In {side} {kind}, so that is what has to be undone; {done} doesn’t undo it.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      for (const { factor, rest, isBelow } of factorsOf(side)) {
        if (isNumeric(side)) break;
        const kind = isBelow ? `${tex(factor)} divides` : `${tex(factor)} is a factor`;
        const right = put(rest, isBelow ? multiply(factor, other) : divide(other, factor));
        const parts = (done: string): Record<string, Expr | string> => ({ side, kind, done });
        yield { result: put(rest, subtract(other, factor)), right, parts: parts('subtracting it') };
        yield { result: put(rest, add(other, factor)), right, parts: parts('adding it'), extra: 0.1 };
        if (isBelow) yield { result: put(rest, divide(other, factor)), right, parts: parts('dividing by it again') };
        else yield { result: put(rest, multiply(other, factor)), right, parts: parts('multiplying by it again') };
      }
      const terms = termsOf(side);
      for (const [index, term] of terms.entries()) {
        if (terms.length < 2 || !isNumeric(term) || rationalValue(term)?.n === 0n) continue;
        const rest = add(...without(terms, index));
        const kind = term.kind === 'negate' ? `${tex(term.operand)} is subtracted` : `${tex(term)} is added`;
        const right = put(rest, subtract(other, term));
        const size = term.kind === 'negate' ? term.operand : term;
        yield { result: put(rest, divide(other, size)), right, parts: { side, kind, done: 'dividing by it' } };
        yield { result: put(rest, multiply(other, size)), right, parts: { side, kind, done: 'multiplying by it' } };
      }
    }
  },
  example: { from: '4x = 20', to: 'x = 16' },
};

const upsideDown: MistakeEntry = {
  id: 'divided-upside-down',
  scope: 'relation',
  weight: 1.2,
  sentence: 'The other side has to be divided by the factor {factor}; here {factor} was divided by the other side.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (isNumeric(side) || rationalValue(other)?.n === 0n) continue;
      for (const { factor, rest, isBelow } of factorsOf(side)) {
        if (!isBelow)
          yield {
            result: put(rest, divide(factor, other)),
            right: put(rest, divide(other, factor)),
            parts: { factor },
          };
      }
    }
  },
  example: { from: '4x = 20', to: 'x = 4/20' },
};

const signLostDividing: MistakeEntry = {
  id: 'sign-lost-dividing',
  scope: 'relation',
  weight: 1.1,
  sentence: 'Dividing by {factor} gave the wrong sign: count the minus signs.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (isNumeric(side)) continue;
      const value = monomialOf(side);
      const isSigned = productView(side).minuses > 0 || contains(other, (node) => node.kind === 'negate');
      const isOne = value?.coefficient.abs().compare(1) === 0;
      if (!value || !isSigned || isOne || side.kind === 'add') continue;
      const view = productView(side);
      const factor = fromProduct(view.top.filter(isNumeric), view.bottom.filter(isNumeric), view.minuses);
      const rest = value.rest;
      yield {
        result: put(rest, opposite(divide(other, factor))),
        right: put(rest, divide(other, factor)),
        parts: { factor },
      };
    }
  },
  example: { from: '-3x = 12', to: 'x = 4' },
};

const crossMultiplied: MistakeEntry = {
  id: 'cross-multiplied-wrongly',
  scope: 'relation',
  weight: 1.2,
  sentence:
    'Clearing {left} and {right} of their denominators multiplies both sides by the same; numerators with numerators doesn’t do that.',
  *rewrite(relation) {
    const [facing] = facings(relation);
    if (facing?.side.kind !== 'divide' || facing.other.kind !== 'divide') return;
    const { side, other, put } = facing;
    const right = put(multiply(side.numerator, other.denominator), multiply(other.numerator, side.denominator));
    const parts = { left: side, right: other };
    yield {
      result: put(multiply(side.numerator, other.numerator), multiply(side.denominator, other.denominator)),
      right,
      parts,
    };
    yield {
      result: put(multiply(side.numerator, side.denominator), multiply(other.numerator, other.denominator)),
      right,
      parts,
    };
  },
  example: { from: 'x/3 = 4/5', to: '4x = 15' },
};

const percentBase: MistakeEntry = {
  id: 'percent-of-wrong-base',
  scope: 'relation',
  weight: 1,
  sentence:
    'The percentage in {side} is taken of the value that is looked for, not of {other}, so it can’t be taken off {other} again.',
  *rewrite(relation) {
    for (const { side, other, put } of facings(relation)) {
      if (!contains(side, (node) => node.kind === 'number' && node.notation !== 'integer')) continue;
      const kinds = termsOf(side).map(monomialOf);
      const [first] = kinds;
      if (!first || first.key === '' || !kinds.every((kind) => kind?.key === first.key)) continue;
      const total = kinds.reduce(
        (sum, kind) => (kind ? sum.add(kind.coefficient) : sum),
        first.coefficient.sub(first.coefficient),
      );
      const rate = total.sub(1);
      if (rate.n === 0n || rate.abs().compare(1) >= 0) continue;
      const wrong = multiply(other, {
        kind: 'number',
        value: total.sub(rate).sub(rate),
        notation: 'decimal',
        text: total.sub(rate).sub(rate).toString(),
      });
      yield {
        result: put(first.rest, wrong),
        right: put(
          first.rest,
          divide(
            other,
            fromProduct([{ kind: 'number', value: total, notation: 'decimal', text: total.toString() }], []),
          ),
        ),
        parts: { side, other },
      };
    }
  },
  example: { from: '1.25x = 60', to: 'x = 45' },
};

export const moveEntries: readonly MistakeEntry[] = [
  signLostMoving,
  oneTermDivided,
  oneTermMultiplied,
  percentBase,
  signLostDividing,
  onlyOneSide,
  upsideDown,
  wrongInverse,
  crossMultiplied,
];
