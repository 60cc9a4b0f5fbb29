import { equals, multiply, num, or, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { negated, numeratorOf, over, rational, type Rational } from '../../math/rational.ts';
import { substitute } from '../../math/tree.ts';
import type { Board } from './board.ts';
import { coefficient, degreeOf, divideByLinear, polynomialExpr, trimmed, type Coefficients } from './coefficients.ts';
import { linearFactorsOf } from './factors.ts';
import type { Setting } from './outcome.ts';
import { factorQuadratic, linearExpr, writeFactoring } from './quadraticFactoring.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { isZero, rationalOf } from './tidy.ts';
import { math } from './words.ts';

interface LinearFactor {
  readonly p: bigint;
  readonly q: bigint;
  readonly multiplicity: number;
}

/** What factoring came to: the values that were found, and the factor that is left without rational roots (undefined for none). */
export interface FactoredOut {
  readonly values: readonly Expr[];
  readonly rest: Coefficients | undefined;
}

/**
 * The board stands at (polynomial) = 0 with whole coefficients. Splits off one rational root after the other, each on a
 * line of its own, and ends with the zero product rule. Undefined where there is no rational root.
 */
export function factorChain(board: Board, items: Coefficients, setting: Setting): FactoredOut | undefined {
  const { unknown } = setting;
  const factors: LinearFactor[] = [];
  let rest = items;
  const line = (inner: Expr | undefined): Expr =>
    equals(
      multiply(...factors.map((factor) => factorExpr(factor, unknown)), ...(inner === undefined ? [] : [inner])),
      num(0),
    );
  const power0 = items.findIndex((item) => !isZero(item));
  if (power0 > 0) {
    rest = items.slice(power0);
    factors.push({ p: 1n, q: 0n, multiplicity: power0 });
    if (degreeOf(rest) > 0) {
      board.write({
        text: `Take out the common factor ${math(factorExpr(factors[0] ?? { p: 1n, q: 0n, multiplicity: 1 }, unknown))}.`,
        to: line(polynomialExpr(rest, unknown)),
        rule: 'common-factor',
        why: 'What every term contains may be put in front of a bracket.',
      });
    }
  }
  while (degreeOf(rest) > 2) {
    setting.work.check();
    const [first] = linearFactorsOf(rest, setting.work);
    if (first === undefined) break;
    const factor = withMultiplicity(rest, first);
    const next = divideOut(rest, factor);
    const before = polynomialExpr(rest, unknown);
    factors.push(factor);
    const isDone = degreeOf(next) === 0;
    writeRoot(
      board,
      { rest, before, factor, next },
      line(isDone ? undefined : polynomialExpr(next, unknown)),
      setting,
      factors.length > 1,
    );
    rest = next;
  }
  if (degreeOf(rest) === 2) {
    const pair = factorQuadratic(rest);
    if (pair !== undefined && factors.length > 0) {
      const [one, two] = pair;
      const isSquare = one[0] === two[0] && one[1] === two[1];
      writeFactoring(board, rest, pair, (inner) => line(inner), setting);
      factors.push(
        ...(isSquare
          ? [{ p: one[0], q: one[1], multiplicity: 2 }]
          : [one, two].map(([p, q]) => ({ p, q, multiplicity: 1 }))),
      );
      rest = [num(1)];
    }
  } else if (degreeOf(rest) === 1) {
    factors.push({
      p: numeratorOf(rationalOf(coefficient(rest, 1)) ?? rational(1)),
      q: numeratorOf(rationalOf(coefficient(rest, 0)) ?? rational(0)),
      multiplicity: 1,
    });
    rest = [num(1)];
  }
  if (factors.length === 0) return undefined;
  const isDone = degreeOf(rest) === 0;
  const values = distinct(factors).map((factor) => num(rootOf(factor)));
  const open = isDone ? [] : [equals(polynomialExpr(rest, unknown), num(0))];
  const cases = distinct(factors).map((factor) => equals(linearExpr([factor.p, factor.q], unknown), num(0)));
  const solved = [...values].sort((left, right) =>
    (rationalOf(left) ?? rational(0)).compare(rationalOf(right) ?? rational(0)),
  );
  const to = or(...solved.map((value) => equals(sym(unknown), value)), ...open);
  board.write({
    text: `A product is $0$ only where one of its factors is $0$: ${[...cases, ...open].map(math).join(' or ')}.`,
    to,
    rule: 'zero-product',
    why: 'If no factor were 0, the product would not be 0 either.',
    parts: [
      {
        text: 'Set each factor equal to $0$.',
        to: or(...cases, ...open),
        rule: 'zero-product',
        why: 'A product is 0 exactly when one of its factors is.',
      },
      {
        text: cases.length > 1 ? 'Solve the linear equations.' : 'Solve the linear equation.',
        to,
        rule: 'solve-linear-factors',
        why: 'Each is solved by the same operation on both sides.',
      },
    ],
  });
  return { values: solved, rest: isDone ? undefined : rest };
}

function distinct(factors: readonly LinearFactor[]): readonly LinearFactor[] {
  return factors.filter(
    (factor, index) => factors.findIndex((other) => other.p === factor.p && other.q === factor.q) === index,
  );
}

function rootOf({ p, q }: LinearFactor): Rational {
  return over(negated(rational(q)), rational(p));
}

function factorExpr({ p, q, multiplicity }: LinearFactor, unknown: string): Expr {
  const base = linearExpr([p, q], unknown);
  return multiplicity === 1 ? base : power(base, num(multiplicity));
}

function withMultiplicity(items: Coefficients, [p, q]: readonly [bigint, bigint]): LinearFactor {
  const root = num(rootOf({ p, q, multiplicity: 1 }));
  let multiplicity = 0;
  for (let rest = items; degreeOf(rest) > 0; multiplicity += 1) {
    const { quotient, remainder } = divideByLinear(rest, root);
    if (!isZero(remainder)) break;
    rest = quotient;
  }
  return { p, q, multiplicity };
}

function divideOut(items: Coefficients, { p, q, multiplicity }: LinearFactor): Coefficients {
  const root = num(rootOf({ p, q, multiplicity }));
  let rest = items;
  for (let count = 0; count < multiplicity; count += 1) {
    rest = trimmed(
      divideByLinear(rest, root).quotient.map((item) => num(over(rationalOf(item) ?? rational(0), rational(p)))),
    );
  }
  return rest;
}

interface Division {
  readonly rest: Coefficients;
  readonly before: Expr;
  readonly factor: LinearFactor;
  readonly next: Coefficients;
}

function writeRoot(
  board: Board,
  { rest, before, factor, next }: Division,
  to: Expr,
  setting: Setting,
  isLater: boolean,
): void {
  const { unknown } = setting;
  const value = rootOf(factor);
  const exact = rationalCoefficients(rest) ?? [];
  const size = (item: Rational | undefined): string => (item?.n ?? 1n).toString();
  const [constant, leading] = [size(exact[0]), size(exact.at(-1))];
  const found = math(equals(sym(unknown), num(value)));
  const where =
    value.d === 1n
      ? `the divisors of $${constant}$`
      : `the fractions whose numerator divides $${constant}$ and whose denominator divides $${leading}$`;
  const times =
    factor.multiplicity > 1
      ? `, even ${factor.multiplicity === 2 ? 'twice' : `${factor.multiplicity.toString()} times`}`
      : '';
  const bracket = factorExpr(factor, unknown);
  const look = `${isLater ? `Go on with ${math(before)}: look` : 'Look'} for a zero among ${where}. ${found} is one${times}`;
  const quotient = polynomialExpr(next, unknown);
  board.write({
    text: `${look}, so divide by ${math(bracket)}.`,
    to,
    rule: 'rational-root',
    why: 'A rational zero of a polynomial with whole coefficients has a numerator that divides the constant term and a denominator that divides the leading coefficient; and its linear factor divides the polynomial.',
    parts: [
      {
        text: `${look}.`,
        latex: undefined,
        rule: 'rational-root',
        why: 'Put in, it makes the polynomial 0.',
        claim: { type: 'holds', statement: equals(substitute(before, { [unknown]: num(value) }), num(0)) },
      },
      {
        text: `So ${math(bracket)} is a factor. Divide by it: the quotient is ${math(quotient)}, without remainder.`,
        to,
        rule: 'divide-by-factor',
        why: 'Where a number makes a polynomial 0, its linear factor divides it.',
      },
    ],
  });
}
