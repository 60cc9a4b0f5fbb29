import { add, equals, multiply, negate, num, power, subtract, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import { integerRoot } from '../../math/integers.ts';
import {
  addPolynomials,
  degree,
  negatePolynomial,
  powerOfPolynomial,
  scalePolynomial,
  univariateCoefficients,
  type Polynomial,
} from '../../math/polynomial.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { isInteger, negated, numeratorOf, over, plus, rational, times, type Rational } from '../../math/rational.ts';
import type { Remark } from './lines.ts';

export interface Piece {
  readonly polynomial: Polynomial;
  readonly multiplicity: number;
}

/** A polynomial split into two or more pieces, with what a teacher says about it. */
export interface Split {
  readonly pieces: readonly Piece[];
  readonly remark: Remark;
}

type Rule = (p: Polynomial, factors: readonly Piece[]) => Split | undefined;

/**
 * Splits a primitive polynomial that is no power of a letter, by the first rule that a person would see.
 * @returns undefined where it is irreducible over the rationals
 */
export function splitOnce(p: Polynomial): Split | undefined {
  const factors: readonly Piece[] = factorPolynomial(p).factors;
  const count = factors.reduce((sum, factor) => sum + factor.multiplicity, 0);
  if (count < 2) return undefined;
  for (const rule of rules) {
    const split = rule(p, factors);
    if (split !== undefined) return split;
  }
  return undefined;
}

const show = polynomialToExpr;
const math = (p: Polynomial): string => `$${toTex(show(p))}$`;

const perfectPower: Rule = (p, factors) => {
  const [only] = factors;
  if (factors.length !== 1 || only === undefined || only.multiplicity < 2) return undefined;
  const isSquare = only.multiplicity === 2;
  return {
    pieces: factors,
    remark: {
      text: `This is ${isSquare ? 'the square' : `the power ${only.multiplicity.toString()}`} of ${math(only.polynomial)}.`,
      rule: isSquare ? 'binomial-square-back' : 'perfect-power',
      why:
        isSquare && only.polynomial.terms.length === 2 ? '$a^2 + 2ab + b^2 = (a+b)^2$.' : 'Multiply it out to see it.',
    },
  };
};

/** a² − b², in several letters and with higher even powers, too. */
const differenceOfSquares: Rule = (p) => {
  if (p.terms.length !== 2) return undefined;
  const [plusTerm, minusTerm] = signedTerms(p);
  const [a, b] = [plusTerm && rootOfTerm(plusTerm, 2), minusTerm && rootOfTerm(minusTerm, 2)];
  if (a === undefined || b === undefined) return undefined;
  return {
    pieces: [one(addPolynomials(a, negatePolynomial(b))), one(addPolynomials(a, b))],
    remark: {
      text: `This is a difference of two squares: $${toTex(power(show(a), num(2)))}$ and $${toTex(power(show(b), num(2)))}$.`,
      rule: 'difference-of-squares',
      why: '$a^2 - b^2 = (a-b)(a+b)$.',
    },
  };
};

const cubes: Rule = (p) => {
  if (p.terms.length !== 2) return undefined;
  const [first, second] = p.terms.map((term) => rootOfTerm({ variables: p.variables, terms: [term] }, 3));
  if (first === undefined || second === undefined) return undefined;
  const sum = addPolynomials(first, second);
  const rest = divideExactly(p, sum);
  if (rest === undefined) return undefined;
  return {
    pieces: [one(sum), one(rest)],
    remark: {
      text: `Both terms are cubes: $${toTex(power(show(first), num(3)))}$ and $${toTex(power(show(second), num(3)))}$.`,
      rule: 'sum-of-cubes',
      why: '$a^3 + b^3 = (a+b)(a^2 - ab + b^2)$, and the same with a minus sign in $b$.',
    },
  };
};

/** Quadratics in one letter (or in a power of it): two numbers with the right product and sum. */
const sumAndProduct: Rule = (p, factors) => {
  const [letter, ...others] = p.variables;
  const coefficients = univariateCoefficients(p);
  if (letter === undefined || others.length > 0 || coefficients === undefined) return undefined;
  const step = degree(p) / 2;
  if (!Number.isInteger(step) || coefficients.some((value, exponent) => value.n !== 0n && exponent % step !== 0))
    return undefined;
  const [c, b, a] = [coefficients[0], coefficients[step], coefficients[2 * step]];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (a.s < 0n) return undefined;
  const pair = numbersWith(b, times(a, c));
  if (pair === undefined) return undefined;
  const pieces = step === 1 ? factors : quadraticPieces(letter, step, a, pair);
  if (pieces === undefined) return undefined;
  const [m, n] = pair.map((value) => toTex(num(value)));
  const isMonic = a.n === 1n && isInteger(a);
  const x = step === 1 ? sym(letter) : power(sym(letter), num(step));
  const scaled = (value: Rational): Expr =>
    value.s < 0n ? negate(scaled(negated(value))) : value.n === 1n && value.d === 1n ? x : multiply(num(value), x);
  const middle = add(multiply(num(a), power(sym(letter), num(2 * step))), scaled(pair[0]), scaled(pair[1]), num(c));
  return {
    pieces,
    remark: {
      text: isMonic
        ? `Look for two numbers with product $${toTex(num(c))}$ and sum $${toTex(num(b))}$: they are $${m ?? ''}$ and $${n ?? ''}$.`
        : `Look for two numbers with product $${toTex(num(a))} \\cdot ${bracketed(c)} = ${toTex(num(times(a, c)))}$ and sum $${toTex(num(b))}$: they are $${m ?? ''}$ and $${n ?? ''}$. Split the middle term, $${toTex(middle)}$, and take out common factors.`,
      rule: isMonic ? 'sum-and-product' : 'split-middle-term',
      why: isMonic
        ? '$(x+m)(x+n) = x^2 + (m+n)x + mn$.'
        : 'With the middle term split so, the first two and the last two terms share a bracket.',
    },
  };
};

function quadraticPieces(
  letter: string,
  step: number,
  a: Rational,
  [m, n]: readonly [Rational, Rational],
): readonly Piece[] | undefined {
  if (a.n !== 1n || a.d !== 1n || a.s < 0n) return undefined;
  const x: Polynomial = { variables: [letter], terms: [{ exponents: [step], coefficient: rational(1) }] };
  const withNumber = (value: Rational): Polynomial =>
    addPolynomials(x, { variables: [], terms: [{ exponents: [], coefficient: value }] });
  return [one(withNumber(m)), one(withNumber(n))];
}

function bracketed(value: Rational): string {
  return value.s < 0n ? `(${toTex(num(value))})` : toTex(num(value));
}

/** Rational m, n with m + n = sum and m · n = product, the smaller first. */
function numbersWith(sum: Rational, product: Rational): readonly [Rational, Rational] | undefined {
  const discriminant = plus(times(sum, sum), times(rational(-4), product));
  if (discriminant.s < 0n || product.n === 0n) return undefined;
  const [top, bottom] = [integerRoot(numeratorOf(discriminant), 2), integerRoot(discriminant.d, 2)];
  if (top === undefined || bottom === undefined) return undefined;
  const half = rational(1, 2);
  const root = rational(top, bottom);
  return [times(plus(sum, negated(root)), half), times(plus(sum, root), half)];
}

/** A zero that can be guessed: its linear factor is divided out. */
const guessedZero: Rule = (p, factors) => {
  if (p.variables.length !== 1) return undefined;
  const linear = [...factors]
    .filter((factor) => degree(factor.polynomial) === 1)
    .sort((x, y) => sizeOfZero(x) - sizeOfZero(y))[0];
  const letter = p.variables[0];
  const coefficients = linear && univariateCoefficients(linear.polynomial);
  const [b, a] = coefficients ?? [];
  const rest = linear && divideExactly(p, linear.polynomial);
  if (linear === undefined || letter === undefined || a === undefined || b === undefined || rest === undefined)
    return undefined;
  const zero = num(negated(over(b, a)));
  return {
    pieces: [one(linear.polynomial), one(rest)],
    remark: {
      text: `Try simple values: at $${toTex(equals(sym(letter), zero))}$ it is $0$, so ${math(linear.polynomial)} is a factor. Divide it out.`,
      rule: 'factor-theorem',
      why: 'A polynomial that is $0$ at $x = r$ is divisible by $x - r$; a whole zero divides the last number.',
    },
  };
};

function sizeOfZero(piece: Piece): number {
  return piece.polynomial.terms.reduce((sum, term) => sum + Number(term.coefficient.n), 0);
}

/** a² − b² where a is a sum: x² − 6x + 9 − 4y², and x⁴ + 4 with a term added and taken away. */
const hiddenDifferenceOfSquares: Rule = (_, factors) => {
  const [first, second] = factors;
  if (factors.length !== 2 || first?.multiplicity !== 1 || second?.multiplicity !== 1) return undefined;
  const half = rational(1, 2);
  const a = scalePolynomial(addPolynomials(first.polynomial, second.polynomial), half);
  const b = scalePolynomial(addPolynomials(first.polynomial, negatePolynomial(second.polynomial)), half);
  if (a.terms.length < 2 || b.terms.length !== 1) return undefined;
  const size = b.terms[0]?.coefficient.s === -1n ? negatePolynomial(b) : b;
  const square = powerOfPolynomial(a, 2);
  const difference = subtract(power(show(a), num(2)), power(show(size), num(2)));
  return {
    pieces: [first, second],
    remark: {
      text: `See ${math(square)} as the square of ${math(a)}: then this is $${toTex(difference)}$, a difference of two squares.`,
      rule: 'difference-of-squares',
      why: '$a^2 - b^2 = (a-b)(a+b)$.',
    },
  };
};

/** What is left: the factors are found by calculation, and multiplying out shows that they are right. */
const anyFactor: Rule = (p, factors) => {
  const [first] = factors;
  if (first === undefined) return undefined;
  const firstPower = powerOfPolynomial(first.polynomial, first.multiplicity);
  const rest = divideExactly(p, firstPower);
  if (rest === undefined) return undefined;
  const pieces = factors.length === 1 ? factors : [first, one(rest)];
  return {
    pieces,
    remark: {
      text:
        rest.terms.length <= 4 && factors.length > 1
          ? `Group the terms so that the same bracket stands in each group: $${toTex(grouped(firstPower, rest))}$. Take the bracket out.`
          : `${math(first.polynomial)} is a factor: divide it out.`,
      rule: 'divide-factor-out',
      why: 'A bracket that stands in every group is a common factor.',
    },
  };
};

/** x·(y+2) + 3·(y+2) */
function grouped(bracket: Polynomial, rest: Polynomial): Expr {
  return add(
    ...rest.terms.map((term) => {
      const factor = show({ variables: rest.variables, terms: [term] });
      return factor.kind === 'negate'
        ? negate(multiply(factor.operand, show(bracket)))
        : multiply(factor, show(bracket));
    }),
  );
}

const rules: readonly Rule[] = [
  perfectPower,
  differenceOfSquares,
  sumAndProduct,
  cubes,
  guessedZero,
  hiddenDifferenceOfSquares,
  anyFactor,
];

function one(polynomial: Polynomial): Piece {
  return { polynomial, multiplicity: 1 };
}

function signedTerms(p: Polynomial): readonly [Polynomial | undefined, Polynomial | undefined] {
  const plusTerm = p.terms.find((term) => term.coefficient.s > 0n);
  const minusTerm = p.terms.find((term) => term.coefficient.s < 0n);
  return [
    plusTerm && { variables: p.variables, terms: [plusTerm] },
    minusTerm && { variables: p.variables, terms: [{ ...minusTerm, coefficient: negated(minusTerm.coefficient) }] },
  ];
}

/** The polynomial whose `index`-th power this single term is. */
function rootOfTerm(p: Polynomial, index: number): Polynomial | undefined {
  const [term] = p.terms;
  if (term === undefined || p.terms.length !== 1 || !isInteger(term.coefficient)) return undefined;
  const number = integerRoot(numeratorOf(term.coefficient), index);
  if (number === undefined || term.exponents.some((exponent) => exponent % index !== 0)) return undefined;
  const kept = p.variables
    .map((name, position) => ({ name, exponent: (term.exponents[position] ?? 0) / index }))
    .filter(({ exponent }) => exponent > 0);
  return {
    variables: kept.map(({ name }) => name),
    terms: [{ exponents: kept.map(({ exponent }) => exponent), coefficient: rational(number) }],
  };
}
