import { add, call, divide, multiply, negate, num, power, root } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { rationalValue, fromProduct, isSum, opposite, productView, replaced, without } from '../views.ts';
import type { MistakeEntry } from '../entry.ts';

/** A sum among the factors, and what it is multiplied by. */
function* factorsWithSum(
  part: Expr,
): Iterable<{ readonly sum: readonly Expr[]; readonly factor: Expr; readonly below: readonly Expr[] }> {
  if (part.kind !== 'multiply' && part.kind !== 'negate' && part.kind !== 'divide') return;
  const view = productView(part);
  for (const [index, factor] of view.top.entries()) {
    if (!isSum(factor)) continue;
    yield { sum: factor.terms, factor: fromProduct(without(view.top, index), [], view.minuses), below: view.bottom };
  }
}

function isOne(expr: Expr): boolean {
  const value = rationalValue(expr);
  return value?.n === 1n && value.d === 1n;
}

const distributedOverOneTerm: MistakeEntry = {
  id: 'distributed-over-one-term',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'In {part} the factor {factor} has to multiply every term of the bracket, not only {term}.',
  *rewrite(part) {
    for (const { sum, factor, below } of factorsWithSum(part)) {
      if (isOne(factor) || isOne(opposite(factor))) continue;
      for (const [index, term] of sum.entries()) {
        const wrong = add(...replaced(sum, index, multiply(factor, term)));
        yield { result: fromProduct([wrong], below), parts: { part, factor, term } };
      }
    }
  },
  example: { from: 'y = 2(x + 3)', to: 'y = 2x + 3' },
};

const distributedNotOverAll: MistakeEntry = {
  id: 'term-of-bracket-missed',
  scope: 'part',
  weight: 1.1,
  sentence: 'In {part} the factor {factor} has to multiply {term} too.',
  *rewrite(part) {
    for (const { sum, factor, below } of factorsWithSum(part)) {
      if (sum.length < 3 || isOne(factor)) continue;
      for (const [index, term] of sum.entries()) {
        const wrong = add(...sum.map((item, position) => (position === index ? item : multiply(factor, item))));
        yield { result: fromProduct([wrong], below), parts: { part, factor, term } };
      }
    }
  },
  example: { from: 'y = 2(x + z + 3)', to: 'y = 2x + 2z + 3' },
};

const signNotDistributed: MistakeEntry = {
  id: 'sign-not-distributed',
  scope: 'part',
  weight: 1,
  sentence: 'The minus sign in front of the bracket in {part} turns the sign of every term in it, that of {term} too.',
  *rewrite(part) {
    for (const { sum, factor, below } of factorsWithSum(part)) {
      const size = factor.kind === 'negate' ? factor.operand : undefined;
      if (!size) continue;
      for (const [index, term] of sum.entries()) {
        if (index === 0) continue;
        const flipped = sum.map((item, position) => multiply(position === index ? size : factor, item));
        yield { result: fromProduct([add(...flipped)], below), parts: { part, term } };
        if (sum.length > 2 && index === 1) {
          const all = sum.map((item, position) => multiply(position > 0 ? size : factor, item));
          yield { result: fromProduct([add(...all)], below), parts: { part, term } };
        }
      }
    }
  },
  example: { from: 'y = 7 - (x - 2)', to: 'y = 7 - x - 2' },
};

const productOfSums: MistakeEntry = {
  id: 'product-of-sums',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} every term of one bracket has to multiply every term of the other.',
  *rewrite(part) {
    if (part.kind !== 'multiply') return;
    for (const [index, first] of part.factors.entries()) {
      const second = part.factors[index + 1];
      if (!isSum(first) || !second || !isSum(second)) continue;
      const around = (wrong: Expr): Expr =>
        multiply(...part.factors.slice(0, index), wrong, ...part.factors.slice(index + 2));
      const [a, b] = [first.terms, second.terms];
      if (a.length !== 2 || b.length !== 2) continue;
      const products = a.flatMap((left) => b.map((right) => multiply(left, right)));
      // Outer and inner products left out, both or one of them.
      for (const dropped of [[1, 2], [1], [2], [0], [3]]) {
        yield { result: around(add(...products.filter((_, place) => !dropped.includes(place)))), parts: { part } };
      }
      for (const [place, product] of products.entries()) {
        yield { result: around(add(...replaced(products, place, negate(product)))), parts: { part }, extra: 0.2 };
      }
    }
  },
  example: { from: '(x + 2)(x + 5)', to: 'x^2 + 10' },
};

const signChangedAtEnd: MistakeEntry = {
  id: 'sign-distributed-wrongly',
  scope: 'part',
  weight: 1.3,
  sentence: 'Expanding {part} gave {term} of the bracket the wrong sign: multiply the signs term by term.',
  *rewrite(part) {
    for (const { sum, factor, below } of factorsWithSum(part)) {
      for (const [index, term] of sum.entries()) {
        const wrong = sum.map((item, position) =>
          position === index ? negate(multiply(factor, item)) : multiply(factor, item),
        );
        yield { result: fromProduct([add(...wrong)], below), parts: { part, term } };
      }
    }
  },
  example: { from: 'y = 2(x - 3)', to: 'y = 2x + 6' },
};

/** a^n as what a school writes. */
const raised = (base: Expr, exponent: Expr): Expr => power(base, exponent);

const powerOfSum: MistakeEntry = {
  id: 'power-of-sum',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'In {part} the power belongs to the whole sum: raising each term by itself leaves out the mixed products.',
  *rewrite(part) {
    if (part.kind !== 'power' || !isSum(part.base)) return;
    const { base, exponent } = part;
    const each = base.terms.map((term) => raised(term, exponent));
    const outside = base.terms.map((term) =>
      term.kind === 'negate' ? negate(raised(term.operand, exponent)) : raised(term, exponent),
    );
    yield { result: add(...each), parts: { part } };
    yield { result: add(...outside), parts: { part } };
    for (const [index, term] of base.terms.entries()) {
      yield { result: add(...replaced(base.terms, index, raised(term, exponent))), parts: { part } };
    }
  },
  example: { from: '(x + 3)^2', to: 'x^2 + 9' },
};

const squareMiddleTerm: MistakeEntry = {
  id: 'square-middle-term',
  scope: 'part',
  weight: 1.05,
  sentence: 'The mixed term of {part} is wrong: the product of both terms occurs twice, with their signs.',
  *rewrite(part) {
    if (part.kind !== 'power' || !isSum(part.base) || part.base.terms.length !== 2) return;
    const [a, b] = part.base.terms;
    if (!a || !b || rationalValue(part.exponent)?.valueOf() !== 2) return;
    const squares = [power(a, num(2)), power(b, num(2))];
    const mixed = multiply(a, b);
    for (const wrong of [mixed, negate(mixed), multiply(num(-2), mixed), multiply(num(4), mixed)]) {
      yield { result: add(...squares, wrong), parts: { part } };
    }
    yield { result: add(power(a, num(2)), multiply(num(2), mixed), negate(power(b, num(2)))), parts: { part } };
    yield { result: add(power(a, num(2)), multiply(num(2), mixed), b), parts: { part } };
  },
  example: { from: '(x + 3)^2', to: 'x^2 + 3x + 9' },
};

const rootOfSum: MistakeEntry = {
  id: 'root-of-sum',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'The root in {part} is taken of the whole sum; it can’t be taken term by term.',
  *rewrite(part) {
    const sum =
      part.kind === 'root' ? part.radicand : part.kind === 'call' && part.name === 'sqrt' ? part.args[0] : undefined;
    if (!sum || !isSum(sum)) return;
    const rootOf = (term: Expr): Expr => {
      const size = term.kind === 'negate' ? term.operand : term;
      const taken =
        part.kind === 'root' && part.index ? root(size, part.index) : { kind: 'root' as const, radicand: size };
      return term.kind === 'negate' ? negate(taken) : taken;
    };
    yield { result: add(...sum.terms.map(rootOf)), parts: { part } };
  },
  example: { from: '\\sqrt{x^2 + 9}', to: 'x + 3' },
};

const reciprocalOfSum: MistakeEntry = {
  id: 'divided-by-sum-term-by-term',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'In {part} the denominator is a sum, and a fraction can be taken apart in its numerator only.',
  *rewrite(part) {
    if (part.kind !== 'divide' || !isSum(part.denominator)) return;
    const { numerator } = part;
    yield { result: add(...part.denominator.terms.map((term) => divide(numerator, term))), parts: { part } };
    if (isSum(numerator) && numerator.terms.length === part.denominator.terms.length) {
      const below = part.denominator.terms;
      yield {
        result: add(...numerator.terms.map((term, index) => divide(term, below[index] ?? term))),
        parts: { part },
      };
    }
  },
  example: { from: '\\frac{1}{x + 2}', to: '\\frac{1}{x} + \\frac{1}{2}' },
};

const linearFunctions = new Set([
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'sinh',
  'cosh',
  'tanh',
  'ln',
  'log',
  'exp',
  'asin',
  'acos',
  'atan',
]);
const isLogarithm = (name: string): boolean => name === 'ln' || name === 'log';

const functionOfSum: MistakeEntry = {
  id: 'function-of-sum',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'In {part} the function is applied to the whole sum; it isn’t a factor that can be distributed.',
  *rewrite(part) {
    if (part.kind === 'abs' && isSum(part.operand)) {
      yield {
        result: add(...part.operand.terms.map((term): Expr => ({ kind: 'abs', operand: term }))),
        parts: { part },
      };
      return;
    }
    if (part.kind !== 'call' || !linearFunctions.has(part.name)) return;
    const [argument, ...rest] = part.args;
    if (!argument || !isSum(argument)) return;
    const each = argument.terms.map((term) =>
      term.kind === 'negate' ? negate(call(part.name, term.operand, ...rest)) : call(part.name, term, ...rest),
    );
    yield { result: add(...each), parts: { part } };
  },
  example: { from: '\\sin(x + y)', to: '\\sin x + \\sin y' },
};

const sumInExponent: MistakeEntry = {
  id: 'sum-in-exponent',
  scope: 'part',
  isReversible: true,
  weight: 1,
  sentence: 'In {part} the exponent is a sum, and a power of a sum isn’t the sum of the powers.',
  *rewrite(part) {
    if (part.kind !== 'power' || !isSum(part.exponent)) return;
    const { base } = part;
    const each = part.exponent.terms.map((term) =>
      term.kind === 'negate' ? negate(power(base, term.operand)) : power(base, term),
    );
    yield { result: add(...each), parts: { part } };
    yield { result: multiply(...part.exponent.terms.map((term) => multiply(base, term))), parts: { part }, extra: 0.5 };
  },
  example: { from: '2^{x + y}', to: '2^x + 2^y' },
};

const functionOfMultiple: MistakeEntry = {
  id: 'factor-out-of-function',
  scope: 'part',
  isReversible: true,
  weight: 1.1,
  sentence: 'In {part} the factor {factor} belongs to the argument and can’t be pulled in front of the function.',
  *rewrite(part) {
    if (part.kind !== 'call' || !linearFunctions.has(part.name)) return;
    const [argument, ...rest] = part.args;
    if (!argument || argument.kind === 'add') return;
    const view = productView(argument);
    if (view.minuses > 0) return;
    for (const [index, factor] of view.top.entries()) {
      if (view.top.length < 2) break;
      const inner = call(part.name, fromProduct(without(view.top, index), view.bottom), ...rest);
      yield { result: multiply(factor, inner), parts: { part, factor } };
      if (isLogarithm(part.name))
        yield { result: multiply(call(part.name, factor, ...rest), inner), parts: { part, factor } };
    }
    for (const [index, factor] of view.bottom.entries()) {
      const inner = call(part.name, fromProduct(view.top, without(view.bottom, index)), ...rest);
      yield { result: divide(inner, factor), parts: { part, factor } };
      if (isLogarithm(part.name))
        yield { result: divide(inner, call(part.name, factor, ...rest)), parts: { part, factor } };
    }
  },
  example: { from: '\\sin(2x)', to: '2\\sin x' },
};

const logarithmRules: MistakeEntry = {
  id: 'logarithm-rules',
  scope: 'part',
  weight: 1,
  sentence:
    'In {part} the rules of logarithms are mixed up: they turn products into sums, quotients into differences and powers into factors, and no others.',
  *rewrite(part) {
    if (part.kind === 'add') {
      for (const [first, a] of part.terms.entries()) {
        for (const [second, b] of part.terms.entries()) {
          if (second <= first) continue;
          const [left, right] = [logarithmOf(a), logarithmOf(b)];
          if (!left || left.name !== right?.name) continue;
          const others = part.terms.filter((_, index) => index !== first && index !== second);
          const of = (argument: Expr): Expr => call(left.name, argument, ...left.rest);
          const wrongs =
            left.sign === right.sign
              ? [of(add(left.argument, right.argument)), multiply(of(left.argument), of(right.argument))]
              : [
                  of(add(left.argument, negate(right.argument))),
                  divide(of(left.argument), of(right.argument)),
                  of(multiply(left.argument, right.argument)),
                ];
          for (const wrong of wrongs) {
            yield { result: add(...others, left.sign < 0 ? negate(wrong) : wrong), parts: { part: add(a, b) } };
          }
        }
      }
    } else if (part.kind === 'divide') {
      const [left, right] = [logarithmOf(part.numerator), logarithmOf(part.denominator)];
      if (!left || left.name !== right?.name) return;
      const of = (argument: Expr): Expr => call(left.name, argument, ...left.rest);
      yield { result: of(divide(left.argument, right.argument)), parts: { part } };
      yield { result: add(of(left.argument), negate(of(right.argument))), parts: { part } };
      yield { result: divide(left.argument, right.argument), parts: { part } };
    } else if (part.kind === 'multiply') {
      const [a, b, third] = part.factors;
      const [left, right] = [a && logarithmOf(a), b && logarithmOf(b)];
      if (!left || !right || third || left.name !== right.name) return;
      yield { result: call(left.name, multiply(left.argument, right.argument), ...left.rest), parts: { part } };
      yield {
        result: add(call(left.name, left.argument, ...left.rest), call(left.name, right.argument, ...left.rest)),
        parts: { part },
      };
    } else if (part.kind === 'power') {
      const inner = logarithmOf(part.base);
      if (inner) yield { result: multiply(part.exponent, part.base), parts: { part } };
    } else if (part.kind === 'call' && isLogarithm(part.name)) {
      const [argument, ...rest] = part.args;
      if (argument?.kind === 'power') {
        yield { result: power(call(part.name, argument.base, ...rest), argument.exponent), parts: { part } };
      }
    }
  },
  example: { from: '\\ln x + \\ln 2', to: '\\ln(x + 2)' },
};

function logarithmOf(
  expr: Expr,
):
  | { readonly name: string; readonly argument: Expr; readonly rest: readonly Expr[]; readonly sign: 1 | -1 }
  | undefined {
  if (expr.kind === 'negate') {
    const inner = logarithmOf(expr.operand);
    return inner && { ...inner, sign: inner.sign === 1 ? -1 : 1 };
  }
  if (expr.kind !== 'call' || !isLogarithm(expr.name)) return undefined;
  const [argument, ...rest] = expr.args;
  return argument && { name: expr.name, argument, rest, sign: 1 };
}

export const bracketEntries: readonly MistakeEntry[] = [
  distributedOverOneTerm,
  signNotDistributed,
  distributedNotOverAll,
  productOfSums,
  powerOfSum,
  squareMiddleTerm,
  rootOfSum,
  reciprocalOfSum,
  functionOfSum,
  sumInExponent,
  functionOfMultiple,
  logarithmRules,
  signChangedAtEnd,
];
