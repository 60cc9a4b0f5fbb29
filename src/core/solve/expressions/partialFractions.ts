import { add, divide, equals, multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import {
  addPolynomials,
  constantPolynomial,
  constantValue,
  degree,
  isZeroPolynomial,
  multiplyPolynomials,
  powerOfPolynomial,
  scalePolynomial,
  univariateCoefficients,
  valueAt,
  variablePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { divideExactly, divideWithRemainder } from '../../math/polynomial/division.ts';
import { contentOf, primitivePart } from '../../math/polynomial/gcd.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { absolute, isZero, negated, numeratorOf, over, rational, zero, type Rational } from '../../math/rational.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { answerEqualTo } from './answer.ts';
import { factoredExpr } from './factoredExpr.ts';
import { combineFractions, withoutNegativePowers } from './fractions.ts';
import { solveLinear } from './linearSystem.ts';
import { Lines } from './lines.ts';
import { divisionMoves } from './polynomialDivision.ts';

/** A quotient of polynomials in one letter as a sum of simple fractions. */
export const partialFractions: Kind = {
  id: 'partial-fractions',
  tasks: ['partialFractions'],
  ways(task): readonly Way[] {
    if (task.kind !== 'partialFractions' || freeSymbols(task.expr).length !== 1) return [];
    return [{ id: 'unknown-numerators', name: 'unknown numerators', derive: () => derive(task.expr) }];
  },
};

/** One simple fraction: unknown letters over a power of an irreducible factor. */
interface Slot {
  readonly factor: Polynomial;
  readonly exponent: number;
  /** One letter, or two for a quadratic factor: numerator Bx + C. */
  readonly letters: readonly string[];
}

function derive(asked: Expr): Derivation {
  const opening = new Lines(asked);
  if (!combineFractions(new Lines(withoutNegativePowers(asked)))) return stuck();
  const fraction = asFraction(asked, opening);
  if (fraction === undefined) return stuck();
  const { numerator, denominator, variable } = fraction;
  const division = divideWithRemainder(numerator, denominator, variable);
  if (division === undefined) return stuck();
  const { quotient, remainder } = division;
  const { factors } = factorPolynomial(denominator);
  if (factors.some((factor) => degree(factor.polynomial) > 2)) {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: 'The denominator has a factor of degree three or more that does not split over the rational numbers.',
    };
  }
  const whole = isZeroPolynomial(quotient) ? [] : [polynomialToExpr(quotient, { variable })];
  const moves: Move[] = [...opening.moves];
  if (whole.length > 0)
    moves.push(
      divisionMove(
        asked,
        numerator,
        denominator,
        variable,
        add(...whole, divide(polynomialToExpr(remainder), polynomialToExpr(denominator))),
      ),
    );
  const proper = divide(polynomialToExpr(remainder), factoredExpr(denominator));
  const slots = slotsFor(factors, variable);
  const solution = numerators(remainder, denominator, slots, variable);
  if (solution === undefined) return stuck();
  const parts = slots.map((slot) => solvedSlot(slot, variable, solution)).filter((part) => part !== undefined);
  const final = add(...whole, ...parts);
  if (slots.length === 1 && parts.length === 1 && whole.length === 0) {
    return {
      type: 'solved',
      moves: [
        {
          text: 'The denominator is a power of one factor, so this is a simple fraction already.',
          latex: toTex(final),
          rule: 'already-simple',
          claim: { type: 'equal', left: asked, right: final },
        },
      ],
      answer: answerEqualTo(asked, final),
    };
  }
  moves.push(...ansatzMoves(asked, proper, remainder, denominator, slots, solution, variable));
  moves.push({
    text: 'Put the numbers in.',
    latex: toTex(equals(asked, final)),
    why: 'The two sides now agree in every coefficient.',
    rule: 'put-in',
    claim: { type: 'equal', left: asked, right: final },
  });
  return { type: 'solved', moves, answer: answerEqualTo(asked, final) };
}

function stuck(): Derivation {
  return {
    type: 'stuck',
    reason: 'unsupported',
    detail: 'Partial fractions need a quotient of two polynomials in one letter.',
  };
}

function asFraction(
  asked: Expr,
  lines: Lines,
): { readonly numerator: Polynomial; readonly denominator: Polynomial; readonly variable: string } | undefined {
  const plain = withoutNegativePowers(asked);
  if (
    plain.kind !== 'divide' ||
    toPolynomial(plain.numerator) === undefined ||
    toPolynomial(plain.denominator) === undefined
  ) {
    lines.write(plain, { text: 'Write negative powers below the line.', rule: 'negative-power', isMinor: true });
    combineFractions(lines);
  }
  const line = plain.kind === 'divide' && lines.moves.length === 0 ? plain : lines.line;
  if (line.kind !== 'divide') return undefined;
  const [numerator, denominator] = [toPolynomial(line.numerator), toPolynomial(line.denominator)];
  const variable = denominator?.variables[0];
  return numerator === undefined || denominator === undefined || variable === undefined
    ? undefined
    : { numerator, denominator, variable };
}

function divisionMove(asked: Expr, dividend: Polynomial, divisor: Polynomial, variable: string, result: Expr): Move {
  const parts = divisionMoves({ dividend, divisor, variable });
  return {
    text: 'The numerator has no smaller degree than the denominator, so divide first.',
    latex: toTex(equals(asked, result)),
    why: 'Simple fractions can only make up a fraction whose numerator has the smaller degree.',
    rule: 'long-division',
    claim: { type: 'equal', left: asked, right: result },
    parts: parts.length > 1 ? parts : undefined,
  };
}

const letterNames = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function slotsFor(
  factors: readonly { readonly polynomial: Polynomial; readonly multiplicity: number }[],
  variable: string,
): readonly Slot[] {
  const names = [...letterNames].filter((name) => name !== variable);
  return factors.flatMap(({ polynomial, multiplicity }) =>
    Array.from({ length: multiplicity }, (_, index): Slot => ({
      factor: polynomial,
      exponent: index + 1,
      letters: names.splice(0, degree(polynomial)),
    })),
  );
}

/** The simple fraction with its numbers: signs in front, whole numbers above, -1/(2(x - 1)). */
function solvedSlot(slot: Slot, variable: string, solution: ReadonlyMap<string, Rational>): Expr | undefined {
  const x = variablePolynomial(variable);
  const numerator = slot.letters.reduce<Polynomial>(
    (sum, letter, index) => {
      const value = solution.get(letter) ?? zero;
      const isLinear = slot.letters.length === 2 && index === 0;
      return addPolynomials(sum, isLinear ? scalePolynomial(x, value) : constantPolynomial(value));
    },
    { variables: [], terms: [] },
  );
  if (isZeroPolynomial(numerator)) return undefined;
  const content = contentOf(numerator);
  const above = scalePolynomial(primitivePart(numerator), absolute(rational(numeratorOf(content))));
  const base = polynomialToExpr(slot.factor);
  const raised = slot.exponent === 1 ? base : power(base, num(slot.exponent));
  const fraction = divide(polynomialToExpr(above), content.d === 1n ? raised : multiply(num(content.d), raised));
  return content.s < 0n ? negate(fraction) : fraction;
}

/** The slot with its letters (or their values) put in; undefined where the numerator is 0. */
function slotExpr(slot: Slot, variable: string, valueOf: (letter: string) => Expr): Expr | undefined {
  const terms = slot.letters.map((letter, index) => {
    const value = valueOf(letter);
    const isLinear = slot.letters.length === 2 && index === 0;
    return isZeroExpr(value) ? undefined : isLinear ? times(value, sym(variable)) : value;
  });
  const numerator = add(...terms.filter((term) => term !== undefined));
  if (isZeroExpr(numerator)) return undefined;
  const base = polynomialToExpr(slot.factor);
  return divide(numerator, slot.exponent === 1 ? base : power(base, num(slot.exponent)));
}

function times(value: Expr, x: Expr): Expr {
  if (value.kind === 'negate') return negate(times(value.operand, x));
  return isOneExpr(value) ? x : isOneExpr(x) ? value : multiply(value, x);
}

function isOneExpr(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n;
}

function isZeroExpr(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 0n;
}

/** The unknown numerators by comparing coefficients: a linear system with exactly one solution. */
function numerators(
  remainder: Polynomial,
  denominator: Polynomial,
  slots: readonly Slot[],
  variable: string,
): ReadonlyMap<string, Rational> | undefined {
  const columns = slots.flatMap((slot) =>
    slot.letters.map((letter, index) => {
      const cofactor = cofactorOf(denominator, slot);
      const isLinear = slot.letters.length === 2 && index === 0;
      return { letter, polynomial: isLinear ? multiplyPolynomials(cofactor, variablePolynomial(variable)) : cofactor };
    }),
  );
  const size = degree(denominator);
  const coefficients = columns.map((column) => univariateCoefficients(column.polynomial, variable) ?? []);
  const target = univariateCoefficients(remainder, variable) ?? [];
  const rows = Array.from({ length: size }, (_, exponent) => [
    ...coefficients.map((column) => column[exponent] ?? zero),
    target[exponent] ?? zero,
  ]);
  const values = solveLinear(rows);
  return values && new Map(columns.map((column, index) => [column.letter, values[index] ?? zero]));
}

function cofactorOf(denominator: Polynomial, slot: Slot): Polynomial {
  return divideExactly(denominator, powerOfPolynomial(slot.factor, slot.exponent)) ?? denominator;
}

function ansatzMoves(
  asked: Expr,
  proper: Expr,
  remainder: Polynomial,
  denominator: Polynomial,
  slots: readonly Slot[],
  solution: ReadonlyMap<string, Rational>,
  variable: string,
): readonly Move[] {
  const ansatz = add(...slots.map((slot) => slotExpr(slot, variable, sym)).filter((part) => part !== undefined));
  const cleared = add(
    ...slots.map((slot) => times(numeratorWithLetters(slot, variable), factoredExpr(cofactorOf(denominator, slot)))),
  );
  const found = [...solution].map(([letter, value]) => `${letter} = ${toTex(num(value))}`).join(',\\quad ');
  const filled = slots.reduce<Polynomial>(
    (sum, slot) => addPolynomials(sum, filledNumerator(slot, denominator, solution, variable)),
    { variables: [], terms: [] },
  );
  return [
    {
      text: `Factor the denominator, and write one simple fraction for each factor, with unknown numerators.`,
      latex: toTex(equals(proper, ansatz)),
      why: 'A factor that occurs several times gets a fraction for each of its powers; a quadratic factor gets a numerator with two unknowns.',
      rule: 'partial-fractions-ansatz',
      claim: {
        type: 'equal',
        left: denominatorOf(asked) ?? polynomialToExpr(denominator),
        right:
          denominatorOf(asked) === undefined
            ? polynomialToExpr(denominator)
            : factoredExpr(toPolynomial(denominatorOf(asked) ?? num(1)) ?? denominator),
      },
    },
    {
      text: 'Multiply by the denominator.',
      latex: toTex(equals(polynomialToExpr(remainder), cleared)),
      why: 'Each fraction keeps the factors that its own denominator lacks.',
      rule: 'clear-denominators',
      // The numerators are unknown yet: what can be checked is the side that was multiplied.
      claim: { type: 'equal', left: multiply(ansatz, polynomialToExpr(denominator)), right: cleared },
      isMinor: true,
    },
    {
      text: valuesText(remainder, denominator, slots, solution, variable),
      latex: found,
      why: 'Both sides are the same polynomial, so they agree at every number and in every coefficient.',
      rule: 'find-numerators',
      claim: { type: 'equal', left: polynomialToExpr(remainder), right: polynomialToExpr(filled) },
    },
  ];
}

function denominatorOf(expr: Expr): Expr | undefined {
  return expr.kind === 'divide' && toPolynomial(expr.denominator) !== undefined ? expr.denominator : undefined;
}

function numeratorWithLetters(slot: Slot, variable: string): Expr {
  const [first, second] = slot.letters.map(sym);
  if (first === undefined) return num(0);
  return second === undefined ? first : add(multiply(first, sym(variable)), second);
}

function filledNumerator(
  slot: Slot,
  denominator: Polynomial,
  solution: ReadonlyMap<string, Rational>,
  variable: string,
): Polynomial {
  const cofactor = cofactorOf(denominator, slot);
  return slot.letters.reduce<Polynomial>(
    (sum, letter, index) => {
      const isLinear = slot.letters.length === 2 && index === 0;
      const base = isLinear ? multiplyPolynomials(cofactor, variablePolynomial(variable)) : cofactor;
      return addPolynomials(sum, scalePolynomial(base, solution.get(letter) ?? zero));
    },
    { variables: [], terms: [] },
  );
}

/** At the zero of a factor that occurs once only its own unknown survives; the others come from comparing coefficients. */
function valuesText(
  remainder: Polynomial,
  denominator: Polynomial,
  slots: readonly Slot[],
  solution: ReadonlyMap<string, Rational>,
  variable: string,
): string {
  const sentences: string[] = [];
  const compared: string[] = [];
  for (const slot of slots) {
    const [letter] = slot.letters;
    const highest = Math.max(...slots.filter((other) => other.factor === slot.factor).map((other) => other.exponent));
    const coefficients = univariateCoefficients(slot.factor, variable) ?? [];
    const [b, a] = coefficients;
    if (
      letter === undefined ||
      slot.letters.length > 1 ||
      slot.exponent !== highest ||
      a === undefined ||
      b === undefined
    ) {
      compared.push(...slot.letters);
      continue;
    }
    const point = negated(over(b, a));
    const at = new Map([[variable, point]]);
    const [left, right] = [valueOr(remainder, at), valueOr(cofactorOf(denominator, slot), at)];
    const value = solution.get(letter) ?? zero;
    if (isZero(right)) compared.push(letter);
    else
      sentences.push(
        `At $${variable} = ${toTex(num(point))}$ only $${letter}$ survives: $${toTex(equals(num(left), times(num(right), sym(letter))))}$, so $${letter} = ${toTex(num(value))}$.`,
      );
  }
  if (compared.length > 0)
    sentences.push(
      `Comparing the coefficients of the powers of $${variable}$ gives ${compared.map((letter) => `$${letter} = ${toTex(num(solution.get(letter) ?? zero))}$`).join(', ')}.`,
    );
  return sentences.join(' ');
}

function valueOr(p: Polynomial, at: ReadonlyMap<string, Rational>): Rational {
  return constantValue(p) ?? valueAt(p, at);
}
