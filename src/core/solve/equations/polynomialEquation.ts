import { solutionsLine } from './solutionsLine.ts';
import { equals, multiply, negate, num, or, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { substitute } from '../../math/tree.ts';
import { Board } from './board.ts';
import { introduced, union } from './cases.ts';
import { peel } from './isolate.ts';
import { coefficient, degreeOf, polynomialExpr, type Coefficients } from './coefficients.ts';
import { factorChain } from './factorChain.ts';
import { numericRoots } from './numericRoots.ts';
import { complexPower } from './complexPower.ts';
import { linearFactorsOf, splitOverRationals } from './factors.ts';
import { stuck, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { byFormula } from './quadratic.ts';
import { byFactoring } from './quadraticFactoring.ts';
import { bySquareRoots } from './quadraticSquares.ts';
import { isZero, quotient, rationalOf, tidy } from './tidy.ts';
import { math } from './words.ts';

/** The equation on the board is (polynomial with these coefficients) = 0, of any degree. Writes on the board. */
export function solvePolynomial(board: Board, items: Coefficients, setting: Setting): Solutions | Stuck {
  setting.work.check();
  const degree = degreeOf(items);
  if (degree === 2) return bestQuadratic(board, items, setting);
  if (degree === 1) return linearLeft(board, items, setting);
  const inner = innerDegree(items);
  const hasTwoTerms = items.filter((item) => !isZero(item)).length === 2;
  const isPower = hasTwoTerms && !isZero(coefficient(items, 0));
  if (isPower && (setting.domain === 'real' || linearFactorsOf(items, setting.work).length === 0))
    return purePower(board, items, setting);
  if (inner > 1 && !hasTwoTerms && !isZero(coefficient(items, 0))) return bySubstitution(board, items, inner, setting);
  const factored = rationalCoefficients(items) === undefined ? undefined : factorChain(board, items, setting);
  if (factored === undefined) return withoutRationalRoots(board, items, setting);
  if (factored.rest !== undefined) return joinRest(board, factored.values, factored.rest, setting);
  return { type: 'roots', roots: factored.values.map((value) => ({ value })) };
}

/** The way that a teacher would take without being asked for a special one. */
export function bestQuadratic(board: Board, items: Coefficients, setting: Setting): Solutions {
  if (isZero(coefficient(items, 1)) && !isZero(coefficient(items, 0))) {
    const pure = bySquareRoots(board, items, setting);
    if (pure !== undefined) return pure;
  }
  return byFactoring(board, items, setting) ?? byFormula(board, items, setting);
}

function linearLeft(board: Board, items: Coefficients, setting: Setting): Solutions {
  const solution = quotient(tidy(negate(coefficient(items, 0))), coefficient(items, 1));
  board.write({
    text: `Solve the linear equation.`,
    to: equals(sym(setting.unknown), solution),
    rule: 'solve-linear-factors',
    why: 'It is solved by the same operation on both sides.',
  });
  return { type: 'roots', roots: [{ value: solution }] };
}

/** Solves (rest) = 0 and puts its solutions together with those already found. */
function joinRest(board: Board, found: readonly Expr[], rest: Coefficients, setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const inner = new Board(equals(polynomialExpr(rest, unknown), num(0)), [unknown]);
  const solutions = solvePolynomial(inner, rest, setting);
  if (solutions.type === 'stuck') return solutions;
  board.append(
    introduced(inner.moves, `Now solve ${math(equals(polynomialExpr(rest, unknown), num(0)))}. `),
    board.line,
  );
  const all = union([{ type: 'roots', roots: found.map((value) => ({ value })) }, solutions]);
  if (all.type !== 'roots') return all;
  const isNew = all.roots.length > found.length;
  board.write({
    text: isNew
      ? 'Put the solutions together.'
      : `So there is nothing beyond ${found.map((value) => math(equals(sym(unknown), value))).join(' and ')}.`,
    to: solutionsLine(unknown, all.roots),
    rule: 'collect-cases',
    why: 'A number makes the product 0 exactly when it makes one of the factors 0.',
  });
  return all;
}

/** All exponents are multiples of this number. */
function innerDegree(items: Coefficients): number {
  let result = 0;
  items.forEach((item, degree) => {
    if (isZero(item)) return;
    let [a, b] = [result, degree];
    while (b > 0) [a, b] = [b, a % b];
    result = a;
  });
  return result;
}

/** ax^n + c = 0: the power alone, then its roots. */
function purePower(board: Board, items: Coefficients, setting: Setting): Solutions | Stuck {
  const degree = degreeOf(items);
  const base = power(sym(setting.unknown), num(degree));
  const value = quotient(tidy(negate(coefficient(items, 0))), coefficient(items, degree));
  board.write({
    text: 'Bring the power alone to one side.',
    to: equals(base, value),
    rule: 'isolate-power',
    why: `The unknown occurs only in ${math(base)}, so this power is found first.`,
  });
  const exact = rationalOf(value);
  if (setting.domain === 'complex' && exact !== undefined) return complexPower(board, exact, degree, setting);
  return peel(board, { side: base, values: [value], conditions: [] }, setting);
}

/** A polynomial in x^k, k > 1: solved for the power first. */
function bySubstitution(board: Board, items: Coefficients, inner: number, setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const letter = unknown === 'u' ? 'v' : 'u';
  const reduced = items.filter((_, degree) => degree % inner === 0);
  const base = power(sym(unknown), num(inner));
  const start = equals(polynomialExpr(reduced, letter), num(0));
  const helper = new Board(start, [letter]);
  const solutions = solvePolynomial(helper, reduced, { ...setting, unknown: letter });
  if (solutions.type === 'stuck') return solutions;
  if (solutions.type === 'roots' && solutions.roots.some((item) => item.places !== undefined)) {
    return numericRoots(board, items, setting) ?? stuck('I cannot find the roots of this equation.');
  }
  board.remark({
    text: `Only powers of ${math(base)} occur. Put $${letter}$ for ${math(base)}${inner === 2 ? `, so that ${math(power(sym(unknown), num(4)))} is ${math(power(sym(letter), num(2)))}` : ''}.`,
    latex: toTex(start),
    why: 'The equation in the new letter has a lower degree.',
    rule: 'substitution',
    claim: { type: 'equivalent', from: substitute(start, { [letter]: base }), to: board.line, unknowns: [unknown] },
  });
  board.append(helper.moves, board.line);
  if (solutions.type !== 'roots') return { type: 'none', note: `There is no real number for ${math(base)}.` };
  const lines = solutions.roots.map((item) => equals(base, item.value));
  board.write({
    text: `Put ${math(base)} back for $${letter}$.`,
    to: or(...lines),
    rule: 'substitute-back',
    why: `$${letter}$ was only a name for ${math(base)}.`,
  });
  return peel(board, { side: base, values: solutions.roots.map((item) => item.value), conditions: [] }, setting);
}

function withoutRationalRoots(board: Board, items: Coefficients, setting: Setting): Solutions | Stuck {
  if (rationalCoefficients(items) === undefined)
    return stuck('I can solve equations of this degree only with numbers as coefficients.');
  const { unknown } = setting;
  const split = splitOverRationals(items, setting.work);
  if (split !== undefined && split.length > 1) {
    const factored = equals(multiply(...split.map((factor) => polynomialExpr(factor, unknown))), num(0));
    board.write({
      text: 'Factor the left side.',
      to: factored,
      rule: 'factor-polynomial',
      why: 'Multiplied out, the factors give the left side again.',
    });
    const lines = split.map((factor) => equals(polynomialExpr(factor, unknown), num(0)));
    board.write({
      text: `A product is $0$ only where one of its factors is $0$.`,
      to: or(...lines),
      rule: 'zero-product',
      why: 'If no factor were 0, the product would not be 0 either.',
      isMinor: true,
    });
    const sets: Solutions[] = [];
    for (const [index, factor] of split.entries()) {
      const line = lines[index] ?? factored;
      const inner = new Board(line, [unknown]);
      const solutions = solvePolynomial(inner, factor, setting);
      if (solutions.type === 'stuck') return solutions;
      board.append(introduced(inner.moves, `Now ${math(line)}. `), board.line);
      sets.push(solutions);
    }
    const all = union(sets);
    if (all.type === 'roots')
      board.write({
        text: 'Put the solutions together.',
        to: solutionsLine(unknown, all.roots),
        rule: 'collect-cases',
        why: 'A number makes the product 0 exactly when it makes one of the factors 0.',
      });
    return all;
  }
  if (setting.domain === 'complex')
    return stuck('The complex roots of this equation cannot be written with fractions and square roots.');
  return numericRoots(board, items, setting) ?? stuck('I cannot find the roots of this equation.');
}
