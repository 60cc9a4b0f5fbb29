import { add, divide, multiply, negate, num, power, root } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { rational } from '../../../math/rational.ts';
import { sameExpr } from '../../../math/tree.ts';
import type { MistakeEntry } from '../entry.ts';
import { fromProduct, isNumeric, likeTerms, monomialOf, productView, rationalValue, sumWith } from '../views.ts';

interface PowerView {
  readonly base: Expr;
  readonly exponent: Expr;
  readonly isWritten: boolean;
}

function powerOf(expr: Expr): PowerView {
  return expr.kind === 'power'
    ? { base: expr.base, exponent: expr.exponent, isWritten: true }
    : { base: expr, exponent: num(1), isWritten: false };
}

const productOfPowers: MistakeEntry = {
  id: 'product-of-powers',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} powers of the same base are multiplied: then the base stays and the exponents are added.',
  *rewrite(part) {
    if (part.kind !== 'multiply') return;
    const { factors } = part;
    for (const [first, a] of factors.entries()) {
      for (const [second, b] of factors.entries()) {
        const [left, right] = [powerOf(a), powerOf(b)];
        if (second <= first || (!left.isWritten && !right.isWritten) || !sameExpr(left.base, right.base)) continue;
        const rest = factors.filter((_, index) => index !== first && index !== second);
        const wrongs = [
          power(left.base, multiply(left.exponent, right.exponent)),
          power(multiply(left.base, right.base), add(left.exponent, right.exponent)),
          power(multiply(left.base, right.base), multiply(left.exponent, right.exponent)),
          power(left.base, add(left.exponent, negate(right.exponent))),
          power(add(left.base, right.base), add(left.exponent, right.exponent)),
          multiply(num(2), power(left.base, add(left.exponent, right.exponent))),
        ];
        for (const wrong of wrongs) yield { result: multiply(...rest, wrong), parts: { part: multiply(a, b) } };
      }
    }
  },
  example: { from: 'x^2 \\cdot x^3', to: 'x^6' },
};

const quotientOfPowers: MistakeEntry = {
  id: 'quotient-of-powers',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} powers of the same base are divided: then the base stays and the exponents are subtracted.',
  *rewrite(part) {
    if (part.kind !== 'divide') return;
    const [left, right] = [powerOf(part.numerator), powerOf(part.denominator)];
    if ((!left.isWritten && !right.isWritten) || !sameExpr(left.base, right.base)) return;
    const wrongs = [
      power(left.base, divide(left.exponent, right.exponent)),
      power(left.base, add(left.exponent, right.exponent)),
      power(left.base, add(right.exponent, negate(left.exponent))),
      ...(isNumeric(left.base) ? [power(num(1), add(left.exponent, negate(right.exponent)))] : []),
    ];
    for (const wrong of wrongs) yield { result: wrong, parts: { part } };
  },
  example: { from: '\\frac{x^6}{x^2}', to: 'x^3' },
};

const powerOfPower: MistakeEntry = {
  id: 'power-of-power',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} a power is raised to a power: then the exponents are multiplied.',
  *rewrite(part) {
    if (part.kind !== 'power' || part.base.kind !== 'power') return;
    const { base, exponent } = part.base;
    yield { result: power(base, add(exponent, part.exponent)), parts: { part } };
    yield { result: power(base, power(exponent, part.exponent)), parts: { part } };
  },
  example: { from: '(x^2)^3', to: 'x^5' },
};

const powerOfProduct: MistakeEntry = {
  id: 'power-of-product',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} the exponent belongs to every factor of the bracket, not to one of them only.',
  *rewrite(part) {
    if (part.kind !== 'power') return;
    const { base, exponent } = part;
    const view = productView(base);
    if (view.top.length + view.bottom.length < 2) return;
    const raised = (factors: readonly Expr[], isRaised: (factor: Expr) => boolean): Expr[] =>
      factors.map((factor) => (isRaised(factor) ? power(factor, exponent) : factor));
    for (const factor of [...view.top, ...view.bottom]) {
      const only = (other: Expr): boolean => other === factor;
      const others = (other: Expr): boolean => other !== factor;
      for (const choice of [only, others]) {
        yield {
          result: fromProduct(raised(view.top, choice), raised(view.bottom, choice), view.minuses),
          parts: { part },
        };
      }
    }
    // A coefficient multiplied by the exponent instead of raised to it.
    for (const factor of view.top.filter(isNumeric)) {
      const rest = view.top.filter((other) => other !== factor).map((other) => power(other, exponent));
      yield {
        result: fromProduct(
          [multiply(factor, exponent), ...rest],
          raised(view.bottom, () => true),
          view.minuses,
        ),
        parts: { part },
      };
    }
  },
  example: { from: '(2x)^3', to: '2x^3' },
};

const squareOfNegative: MistakeEntry = {
  id: 'sign-and-power',
  scope: 'part',
  weight: 1,
  sentence:
    'In {part} it matters whether the minus sign stands inside of the bracket that is raised or in front of the power.',
  *rewrite(part) {
    if (part.kind === 'power' && part.base.kind === 'negate') {
      yield { result: negate(power(part.base.operand, part.exponent)), parts: { part } };
      yield { result: power(part.base.operand, part.exponent), parts: { part } };
    } else if (part.kind === 'negate' && part.operand.kind === 'power') {
      yield { result: power(negate(part.operand.base), part.operand.exponent), parts: { part } };
    }
  },
  example: { from: 'y = (-3)^2', to: 'y = -9' },
};

const negativeExponent: MistakeEntry = {
  id: 'negative-exponent',
  scope: 'part',
  weight: 1,
  sentence:
    'The negative exponent in {part} stands for a reciprocal; it doesn’t make the value negative, nor does it multiply.',
  *rewrite(part) {
    if (part.kind !== 'power' || part.exponent.kind !== 'negate') return;
    const { base } = part;
    const size = part.exponent.operand;
    const wrongs = [
      negate(power(base, size)),
      negate(divide(num(1), power(base, size))),
      power(base, size),
      multiply(base, part.exponent),
      multiply(base, power(num(10), part.exponent)),
      divide(num(1), multiply(base, size)),
      power(base, divide(num(1), size)),
      divide(base, size),
    ];
    for (const wrong of wrongs) yield { result: wrong, parts: { part } };
  },
  example: { from: 'y = 5^{-2}', to: 'y = -25' },
};

const negativeExponentOfProduct: MistakeEntry = {
  id: 'negative-exponent-of-product',
  scope: 'part',
  weight: 1.1,
  sentence: 'In {part} the negative exponent belongs to its base only; the other factors stay where they are.',
  *rewrite(part) {
    if (part.kind !== 'multiply') return;
    for (const [index, factor] of part.factors.entries()) {
      if (factor.kind !== 'power' || factor.exponent.kind !== 'negate') continue;
      const others = part.factors.filter((_, position) => position !== index);
      yield {
        result: divide(num(1), multiply(...others, power(factor.base, factor.exponent.operand))),
        parts: { part },
      };
    }
  },
  example: { from: '3x^{-2}', to: '\\frac{1}{3x^2}' },
};

const zeroExponent: MistakeEntry = {
  id: 'zero-exponent',
  scope: 'part',
  weight: 1,
  sentence: '{part} has no factor left, and a product without factors is neither $0$ nor the base.',
  *rewrite(part) {
    if (part.kind !== 'power' || rationalValue(part.exponent)?.n !== 0n) return;
    yield { result: num(0), parts: { part } };
    yield { result: part.base, parts: { part } };
  },
  example: { from: 'y = 7^0', to: 'y = 0' },
};

const fractionalExponent: MistakeEntry = {
  id: 'fractional-exponent',
  scope: 'part',
  weight: 1,
  sentence: 'The exponent of {part} is a fraction: its denominator asks for a root, it doesn’t divide the base.',
  *rewrite(part) {
    if (part.kind !== 'power' || part.exponent.kind !== 'divide') return;
    const { numerator, denominator } = part.exponent;
    yield { result: multiply(part.base, part.exponent), parts: { part } };
    yield { result: divide(power(part.base, numerator), denominator), parts: { part } };
    yield { result: root(power(part.base, denominator), numerator), parts: { part } };
    yield { result: divide(num(1), power(part.base, denominator)), parts: { part } };
  },
  example: { from: 'y = 16^{1/2}', to: 'y = 8' },
};

const rootAsDivision: MistakeEntry = {
  id: 'root-as-division',
  scope: 'part',
  weight: 1.1,
  sentence: 'A root isn’t a division: {part} is the number whose power is under the root.',
  *rewrite(part) {
    if (part.kind !== 'root') return;
    const index = part.index ?? num(2);
    yield { result: divide(part.radicand, index), parts: { part } };
    if (part.index) yield { result: { kind: 'root', radicand: part.radicand }, parts: { part } };
  },
  example: { from: 'y = \\sqrt{16}', to: 'y = 8' },
};

const rootDropped: MistakeEntry = {
  id: 'root-dropped',
  scope: 'part',
  weight: 1.6,
  sentence: 'The root in {part} got lost.',
  *rewrite(part) {
    if (part.kind === 'root') yield { result: part.radicand, parts: { part } };
  },
  example: { from: 'y = \\sqrt{x} + 1', to: 'y = x + 1' },
};

const sumOfRoots: MistakeEntry = {
  id: 'sum-of-roots',
  scope: 'part',
  weight: 1,
  sentence: 'In {part} roots were added by adding what is under them, and roots can’t be put together so.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const [first, a] of part.terms.entries()) {
      for (const [second, b] of part.terms.entries()) {
        if (second <= first) continue;
        const [left, right] = [a.kind === 'negate' ? a.operand : a, b.kind === 'negate' ? b.operand : b];
        if (left.kind !== 'root' || right.kind !== 'root') continue;
        const isMinus = (a.kind === 'negate') !== (b.kind === 'negate');
        const under = add(left.radicand, isMinus ? negate(right.radicand) : right.radicand);
        const wrong: Expr = { ...left, radicand: under };
        const rest = part.terms.filter((_, index) => index !== first && index !== second);
        yield { result: add(...rest, a.kind === 'negate' ? negate(wrong) : wrong), parts: { part: add(a, b) } };
      }
    }
  },
  example: { from: 'y = \\sqrt{9} + \\sqrt{16}', to: 'y = \\sqrt{25}' },
};

const sumOfPowers: MistakeEntry = {
  id: 'sum-of-powers',
  scope: 'part',
  weight: 0.9,
  sentence:
    'In {part} the powers are added; the rules for exponents are about products, and like terms only add their coefficients.',
  *rewrite(part) {
    if (part.kind !== 'add') return;
    for (const { members, others } of likeTerms(part)) {
      const views = members.map((member) => productView(member));
      const parts = { part: add(...members) };
      const [first, second] = members;
      const [a, b] = [first && monomialOf(first), second && monomialOf(second)];
      if (!a || !b || a.key === '' || members.length !== 2 || views.some(({ bottom }) => bottom.length > 0)) continue;
      const total = num(a.coefficient.add(b.coefficient));
      const squared = multiply(a.rest, b.rest);
      yield { result: sumWith(others, multiply(total, squared)), parts };
      yield { result: sumWith(others, squared), parts };
    }
    for (const [first, a] of part.terms.entries()) {
      for (const [second, b] of part.terms.entries()) {
        if (second <= first) continue;
        const [left, right] = [coefficientAndPower(a), coefficientAndPower(b)];
        if (!left || !right || !sameExpr(left.base, right.base) || sameExpr(left.exponent, right.exponent)) continue;
        const rest = part.terms.filter((_, index) => index !== first && index !== second);
        const total = add(left.coefficient, right.coefficient);
        const exponents = [add(left.exponent, right.exponent), left.exponent, right.exponent];
        for (const exponent of exponents) {
          yield { result: add(...rest, multiply(total, power(left.base, exponent))), parts: { part: add(a, b) } };
        }
        yield {
          result: add(...rest, power(left.base, add(left.exponent, right.exponent))),
          parts: { part: add(a, b) },
        };
      }
    }
  },
  example: { from: '3x^2 + 4x^3', to: '7x^5' },
};

/** c·u^n with a letter in u. */
function coefficientAndPower(
  term: Expr,
): { readonly coefficient: Expr; readonly base: Expr; readonly exponent: Expr } | undefined {
  const view = productView(term);
  const others = view.top.filter((factor) => !isNumeric(factor));
  const [only, second] = others;
  if (!only || second || view.bottom.length > 0) return undefined;
  const { base, exponent } = powerOf(only);
  return { coefficient: fromProduct(view.top.filter(isNumeric), [], view.minuses), base, exponent };
}

const coefficientAndExponent: MistakeEntry = {
  id: 'coefficient-and-exponent',
  scope: 'part',
  weight: 1.1,
  sentence:
    'In {part} coefficient and exponent are mixed up: a coefficient counts equal terms that are added, an exponent equal factors.',
  *rewrite(part) {
    const found = part.kind === 'multiply' ? coefficientAndPower(part) : undefined;
    if (found) {
      const value = rationalValue(found.coefficient);
      if (value && (value.n !== 1n || value.d !== 1n)) {
        yield { result: power(found.base, multiply(found.coefficient, found.exponent)), parts: { part } };
      }
    }
    if (part.kind === 'power' && !isNumeric(part.base)) {
      yield { result: multiply(part.exponent, part.base), parts: { part } };
    }
    if (part.kind === 'multiply') {
      const letters = part.factors.filter((factor) => !isNumeric(factor));
      const [a, b, third] = letters;
      if (!a || !b || third || !sameExpr(a, b)) return;
      const numbers = part.factors.filter(isNumeric);
      yield { result: multiply(...numbers, num(2), a), parts: { part } };
      yield { result: multiply(...numbers, a), parts: { part } };
      if (numbers.length === 2) yield { result: multiply(add(...numbers), power(a, num(2))), parts: { part } };
      if (numbers.length === 2) yield { result: multiply(add(...numbers), a), parts: { part } };
    }
  },
  example: { from: 'x \\cdot x', to: '2x' },
};

const exponentByOne: MistakeEntry = {
  id: 'power-slip',
  scope: 'part',
  weight: 2.5,
  sentence: 'The power {part} has one factor more or less here than it says.',
  *rewrite(part) {
    if (part.kind !== 'power' || part.exponent.kind !== 'number') return;
    for (const shift of [1, -1]) {
      yield { result: power(part.base, num(part.exponent.value.add(rational(shift)))), parts: { part } };
    }
  },
  example: { from: 'y = 2^5', to: 'y = 64' },
};

export const powerEntries: readonly MistakeEntry[] = [
  productOfPowers,
  quotientOfPowers,
  powerOfPower,
  powerOfProduct,
  squareOfNegative,
  negativeExponent,
  negativeExponentOfProduct,
  zeroExponent,
  fractionalExponent,
  rootAsDivision,
  sumOfRoots,
  sumOfPowers,
  coefficientAndExponent,
  rootDropped,
  exponentByOne,
];
