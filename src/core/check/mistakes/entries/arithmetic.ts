import { add, divide, multiply, multiplyWithTimes, negate, num, power, subtract } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { absolute, compareRationals, isZero, minus, rational, toDouble } from '../../../math/rational.ts';
import type { Attempt, MistakeEntry } from '../entry.ts';
import {
  fromProduct,
  isLiteral,
  isNumeric,
  likeTerms,
  productView,
  rationalValue,
  sumWith,
  without,
} from '../views.ts';

/** Two numbers with their signs as they were written, where the part is nothing but their quotient. */
function quotientOf(part: Expr): readonly [Expr, Expr] | undefined {
  if (part.kind === 'negate') {
    const inner = quotientOf(part.operand);
    return inner && [negate(inner[0]), inner[1]];
  }
  if (part.kind !== 'divide' || !isLiteral(part.numerator) || !isLiteral(part.denominator)) return undefined;
  return [part.numerator, part.denominator];
}

function pairOf(part: Expr): readonly [Expr, Expr] | undefined {
  if (part.kind === 'negate') {
    const inner = pairOf(part.operand);
    return inner && [negate(inner[0]), inner[1]];
  }
  if (part.kind !== 'multiply' || part.factors.length !== 2) return undefined;
  const [a, b] = part.factors;
  return a && b && isLiteral(a) && isLiteral(b) ? [a, b] : undefined;
}

type Operation = (a: Expr, b: Expr) => Expr;

/** One operation done in the place of another: the wrong value is that of `wrong`. */
function instead(
  id: string,
  find: (part: Expr) => readonly [Expr, Expr] | undefined,
  wrongs: readonly Operation[],
  words: string,
  weight: number,
  example: MistakeEntry['example'],
): MistakeEntry {
  return {
    id,
    scope: 'part',
    weight,
    sentence: `This is the value of {wrong}, not of {part}: ${words}`,
    *rewrite(part) {
      const pair = find(part);
      if (!pair) return;
      for (const wrong of wrongs) {
        const result = wrong(pair[0], pair[1]);
        yield { result, parts: { part, wrong: result } };
      }
    },
    example,
  };
}

const twoTerms = (part: Expr): readonly [Expr, Expr] | undefined => {
  if (part.kind !== 'add' || part.terms.length !== 2) return undefined;
  const [a, b] = part.terms;
  return a && b && isLiteral(a) && isLiteral(b) ? [a, b] : undefined;
};

const inverted: MistakeEntry = {
  id: 'fraction-inverted',
  scope: 'part',
  weight: 1.4,
  sentence: '{part} was turned over: numerator and denominator have changed places.',
  *rewrite(part) {
    const view = productView(part);
    if (part.kind !== 'divide' && part.kind !== 'negate') return;
    if (view.bottom.length > 0 && view.top.every((factor) => rationalValue(factor)?.n !== 0n)) {
      yield { result: fromProduct(view.bottom, view.top, view.minuses), parts: { part } };
    }
  },
  example: { from: 'y = -1/4', to: 'y = -4' },
};

const numberInverted: MistakeEntry = {
  id: 'number-inverted',
  scope: 'part',
  weight: 2.2,
  sentence: '{part} was replaced by one divided by it, which is another number.',
  *rewrite(part) {
    if (isLiteral(part) && rationalValue(part)?.n !== 0n) yield { result: divide(num(1), part), parts: { part } };
  },
  example: { from: '6 = x', to: '1/6 = x' },
};

const decimalPoint: MistakeEntry = {
  id: 'decimal-point',
  scope: 'part',
  weight: 1.6,
  sentence: 'The digits fit {part}, but the decimal point is in the wrong place.',
  *rewrite(part) {
    if (!isNumeric(part) || part.kind === 'number' || isLiteral(part)) return;
    for (const places of [1, -1, 2, -2, 3, -3]) {
      const factor = rational(places > 0 ? 10 ** places : 1, places > 0 ? 1 : 10 ** -places);
      yield { result: multiply(num(factor), part), parts: { part } };
    }
  },
  example: { from: 'x = 0.3 \\cdot 0.2', to: 'x = 0.6' },
};

const decimalsAsIntegers: MistakeEntry = {
  id: 'decimals-as-integers',
  scope: 'part',
  weight: 1.4,
  sentence:
    'In {part} the digits behind the points were added as if they were whole numbers; tenths go with tenths and hundredths with hundredths.',
  *rewrite(part) {
    const pair = twoTerms(part);
    const [a, b] = pair ?? [];
    if (a?.kind !== 'number' || b?.kind !== 'number') return;
    const [[wholeA = '', behindA = ''], [wholeB = '', behindB = '']] = [a.text.split('.'), b.text.split('.')];
    if (behindA.length === behindB.length || !/^\d+$/.test(wholeA + behindA + wholeB + behindB)) return;
    const behind = (BigInt(behindA || '0') + BigInt(behindB || '0')).toString();
    const whole = BigInt(wholeA || '0') + BigInt(wholeB || '0');
    yield {
      result: num(rational(whole * 10n ** BigInt(behind.length) + BigInt(behind), 10n ** BigInt(behind.length))),
      parts: { part },
    };
  },
  example: { from: 'x = 0.5 + 0.25', to: 'x = 0.30' },
};

/** What was worked out gives another number than the one that stands there. */
function* slips(part: Expr, numbers: readonly Expr[]): Iterable<Attempt> {
  if (isNumeric(part) && !isLiteral(part)) {
    for (const wrong of numbers) yield { result: wrong, parts: { part, wrong } };
    return;
  }
  for (const { members, others, rest, isNumber } of likeTerms(part)) {
    for (const number of numbers) {
      const wrong = isNumber ? number : multiply(number, rest);
      yield { result: sumWith(others, wrong), parts: { part: add(...members), wrong } };
    }
  }
  const view = productView(part);
  const numbersAbove = view.top.filter(isNumeric);
  const numbersBelow = view.bottom.filter(isNumeric);
  if (part.kind === 'add' || numbersAbove.length + numbersBelow.length < 2) return;
  const rest = fromProduct(
    view.top.filter((factor) => !isNumeric(factor)),
    view.bottom.filter((factor) => !isNumeric(factor)),
  );
  const done = fromProduct(numbersAbove, numbersBelow, view.minuses);
  for (const wrong of numbers) yield { result: multiply(wrong, rest), parts: { part: done, wrong } };
}

const arithmeticSlip: MistakeEntry = {
  id: 'arithmetic-slip',
  scope: 'part',
  weight: 5,
  sentence: 'A slip in the arithmetic: {part} doesn’t give {wrong}.',
  *rewrite(part, { numbers }) {
    yield* slips(part, numbers);
  },
  example: { from: '3x = 7 \\cdot 8', to: '3x = 54' },
};

const rounded: MistakeEntry = {
  id: 'rounded-value',
  scope: 'part',
  weight: 2,
  sentence: '{wrong} is only close to {part}, and an equals sign says more than that.',
  *rewrite(part, { numbers }) {
    if (!isNumeric(part) || isLiteral(part)) return;
    const value = rationalValue(part);
    if (!value) return;
    for (const wrong of numbers) {
      const written = rationalValue(wrong);
      if (!written || isZero(written) || !isLiteral(wrong)) continue;
      const size = wrong.kind === 'negate' ? wrong.operand : wrong;
      const places =
        size.kind === 'number' && size.text.includes('.') ? size.text.length - size.text.indexOf('.') - 1 : 0;
      const unit = rational(1n, 10n ** BigInt(Math.min(places, 30)));
      const isOneUnitOff = compareRationals(absolute(minus(value, written)), unit) < 0;
      if (isOneUnitOff && toDouble(absolute(minus(value, written))) < 0.15 * toDouble(absolute(value))) {
        yield { result: wrong, parts: { part, wrong } };
      }
    }
  },
  example: { from: 'x = 10/9', to: 'x = 1.1' },
};

const miscopied: MistakeEntry = {
  id: 'number-changed',
  scope: 'part',
  weight: 5.5,
  sentence: 'The number {part} has turned into {wrong}.',
  *rewrite(part, { numbers }) {
    if (part.kind !== 'number') return;
    for (const wrong of numbers) yield { result: wrong, parts: { part, wrong } };
  },
  example: { from: '13 = 8y', to: '3 = 8y' },
};

const powerAsProduct: MistakeEntry = {
  id: 'power-as-product',
  scope: 'part',
  weight: 1,
  sentence: '{part} isn’t {wrong}: an exponent counts equal factors, it isn’t a factor itself.',
  *rewrite(part) {
    if (part.kind !== 'power') return;
    const wrong = multiplyWithTimes(part.base, part.exponent);
    yield { result: wrong, parts: { part, wrong } };
  },
  example: { from: 'y = 9^3', to: 'y = 27' },
};

const droppedTerm: MistakeEntry = {
  id: 'term-dropped',
  scope: 'part',
  weight: 2.6,
  sentence: 'The term {term} got lost on the way.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const [index, term] of part.terms.entries()) {
      yield { result: add(...without(part.terms, index)), parts: { term } };
    }
  },
  example: { from: 'x^2 + 3x + 5', to: 'x^2 + 5' },
};

const orderOfOperations: MistakeEntry = {
  id: 'order-of-operations',
  scope: 'part',
  weight: 1.15,
  sentence:
    'In {part} the operations weren’t done in their order: powers first, then products and quotients, sums and differences last, each from left to right.',
  *rewrite(part) {
    if (part.kind === 'add') {
      for (const [index, term] of part.terms.entries()) {
        const previous = part.terms[index - 1];
        const next = part.terms[index + 1];
        const isNegative = term.kind === 'negate';
        const body = isNegative ? term.operand : term;
        if (previous && (isNumeric(term) || !isNumeric(leadOf(body)) || !isNumeric(previous))) {
          const before = part.terms.slice(0, index - 1);
          const after = part.terms.slice(index + 1);
          const joined = add(previous, isNegative ? negate(leadOf(body)) : leadOf(body));
          const wrong = withLead(body, joined);
          if (wrong) yield { result: add(...before, wrong, ...after), parts: { part } };
        }
        if (next) {
          const wrong = withTail(term, next);
          if (wrong)
            yield {
              result: add(...part.terms.slice(0, index), wrong, ...part.terms.slice(index + 2)),
              parts: { part },
            };
        }
        // a - b + c as a - (b + c)
        if (isNegative && next && index > 0) {
          const wrong = negate(add(body, next));
          yield { result: add(...part.terms.slice(0, index), wrong, ...part.terms.slice(index + 2)), parts: { part } };
        }
      }
    } else if (part.kind === 'multiply') {
      // a/b · c as a/(b · c), a · b^n as (a · b)^n
      for (const [index, factor] of part.factors.entries()) {
        const next = part.factors[index + 1];
        if (!next) continue;
        const rest = (joined: Expr): Expr =>
          multiply(...part.factors.slice(0, index), joined, ...part.factors.slice(index + 2));
        if (factor.kind === 'divide')
          yield { result: rest(divide(factor.numerator, multiply(factor.denominator, next))), parts: { part } };
        if (next.kind === 'power')
          yield { result: rest(power(multiply(factor, next.base), next.exponent)), parts: { part } };
      }
    } else if (part.kind === 'divide' && part.numerator.kind === 'divide') {
      const { numerator, denominator } = part.numerator;
      yield { result: divide(numerator, divide(denominator, part.denominator)), parts: { part } };
    }
  },
  example: { from: 'x = 5 + 6 \\cdot 10', to: 'x = 110' },
};

/** The first factor of a product, the numerator of a fraction: what stands directly behind a plus sign. */
function leadOf(expr: Expr): Expr {
  if (expr.kind === 'multiply') return leadOf(expr.factors[0] ?? expr);
  if (expr.kind === 'divide') return leadOf(expr.numerator);
  return expr.kind === 'power' ? expr.base : expr;
}

function withLead(expr: Expr, lead: Expr): Expr | undefined {
  if (expr.kind === 'multiply') {
    const [first, ...rest] = expr.factors;
    const inner = first && (withLead(first, lead) ?? lead);
    return inner && multiply(inner, ...rest);
  }
  if (expr.kind === 'divide') return divide(withLead(expr.numerator, lead) ?? lead, expr.denominator);
  return expr.kind === 'power' ? power(lead, expr.exponent) : undefined;
}

/** a · b + c as a · (b + c), a/b + c as a/(b + c). */
function withTail(term: Expr, next: Expr): Expr | undefined {
  if (term.kind === 'negate') {
    const inner = withTail(term.operand, next);
    return inner && negate(inner);
  }
  if (term.kind === 'multiply') {
    // Nobody reads 2x + 3 as 2(x + 3).
    if (term.sign === 'implicit' && !isNumeric(term)) return undefined;
    const last = term.factors.at(-1);
    return last && multiply(...term.factors.slice(0, -1), add(last, next));
  }
  return term.kind === 'divide' ? divide(term.numerator, add(term.denominator, next)) : undefined;
}

export const arithmeticEntries: readonly MistakeEntry[] = [
  orderOfOperations,
  powerAsProduct,
  instead(
    'multiplied-instead-of-divided',
    quotientOf,
    [(a, b) => multiplyWithTimes(a, b)],
    'that is a quotient, not a product.',
    1.5,
    { from: 'x = 12/4', to: 'x = 48' },
  ),
  instead('added-instead-of-divided', quotientOf, [(a, b) => add(a, b)], 'that is a quotient, not a sum.', 1.7, {
    from: 'y = 12/4',
    to: 'y = 16',
  }),
  instead(
    'subtracted-instead-of-divided',
    quotientOf,
    [(a, b) => subtract(a, b)],
    'that is a quotient, not a difference.',
    1.7,
    { from: 'y = 12/4', to: 'y = 8' },
  ),
  instead(
    'divided-instead-of-multiplied',
    pairOf,
    [(a, b) => divide(a, b)],
    'that is a product, not a quotient.',
    1.6,
    { from: 'x = 12 \\cdot 4', to: 'x = 3' },
  ),
  instead('added-instead-of-multiplied', pairOf, [(a, b) => add(a, b)], 'that is a product, not a sum.', 1.6, {
    from: 'x = 12 \\cdot 4',
    to: 'x = 16',
  }),
  instead(
    'multiplied-instead-of-added',
    twoTerms,
    [(a, b) => multiplyWithTimes(a, b)],
    'there it is a sum, not a product.',
    1.7,
    { from: 'x = 12 + 4', to: 'x = 48' },
  ),
  inverted,
  decimalsAsIntegers,
  decimalPoint,
  numberInverted,
  droppedTerm,
  rounded,
  arithmeticSlip,
  miscopied,
];
