import { add, equals, num, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, hasSymbol } from '../../math/tree.ts';
import { coefficientsIn, degreeOf, termsOf, withFactor } from './coefficients.ts';
import { difference, isZero, lcmOfDenominators, product, quotient, splitSign, sum, tidy } from './tidy.ts';
import { negate } from '../../math/build.ts';
import { sidesOf } from './tidySides.ts';

/** coefficients[0]·unknowns[0] + … = constant. */
export interface LinearEquation {
  readonly coefficients: readonly Expr[];
  readonly constant: Expr;
}

/** The letters that a system is solved for: those asked for, and further ones as far as there are equations for them. */
export function unknownsOf(statements: readonly Expr[], asked: readonly string[]): readonly string[] {
  const letters = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))];
  const wanted = asked.filter((name) => letters.includes(name));
  const others = letters.filter((name) => !wanted.includes(name));
  const room = Math.max(0, statements.length - wanted.length);
  // Letters late in the alphabet are unknowns rather than parameters, as people write them.
  const late = [...others].sort((left, right) => Number(isLate(right)) - Number(isLate(left)));
  const chosen = new Set([...wanted, ...(others.length <= room ? others : late.slice(0, room))]);
  return letters.filter((name) => chosen.has(name)).sort();
}

function isLate(name: string): boolean {
  return name >= 'p';
}

export function readLinear(statement: Expr, unknowns: readonly string[]): LinearEquation | undefined {
  if (statement.kind !== 'relation' || statement.operators.join() !== '=') return undefined;
  const [left, right] = sidesOf(statement);
  let rest: Expr = add(left, negate(right));
  const coefficients: Expr[] = [];
  for (const name of unknowns) {
    const items = coefficientsIn(rest, name);
    if (items === undefined || degreeOf(items) > 1) return undefined;
    const factor = items[1] ?? num(0);
    if (unknowns.some((other) => hasSymbol(factor, other))) return undefined;
    coefficients.push(factor);
    rest = items[0] ?? num(0);
  }
  return { coefficients, constant: tidy(negate(rest)) };
}

export function writeLinear({ coefficients, constant }: LinearEquation, unknowns: readonly string[]): Expr {
  return equals(writeForm(coefficients, unknowns), constant);
}

export function writeForm(coefficients: readonly Expr[], unknowns: readonly string[]): Expr {
  const terms = coefficients.flatMap((factor, index) => {
    const name = unknowns[index];
    return name === undefined || isZero(factor) ? [] : [withFactor(factor, sym(name))];
  });
  return add(...terms);
}

/** The same equation with whole coefficients, where they are rational. */
export function withoutDenominators(equation: LinearEquation): LinearEquation {
  const factor = lcmOfDenominators([...equation.coefficients, equation.constant]);
  return factor === 1n ? equation : scaleEquation(equation, num(factor));
}

export function scaleEquation(equation: LinearEquation, factor: Expr): LinearEquation {
  return {
    coefficients: equation.coefficients.map((item) => product(item, factor)),
    constant: product(equation.constant, factor),
  };
}

export function addEquations(left: LinearEquation, right: LinearEquation): LinearEquation {
  return {
    coefficients: left.coefficients.map((item, index) => sum(item, right.coefficients[index] ?? num(0))),
    constant: sum(left.constant, right.constant),
  };
}

/** unknowns[index] as a linear expression in the others: constant and coefficients (0 at its own place). */
export function solvedFor(equation: LinearEquation, index: number): LinearEquation {
  const own = equation.coefficients[index] ?? num(1);
  return {
    coefficients: equation.coefficients.map((item, place) =>
      place === index ? num(0) : quotient(tidy(negate(item)), own),
    ),
    constant: quotient(equation.constant, own),
  };
}

/** The right side of "unknown = …". */
export function definitionExpr(definition: LinearEquation, unknowns: readonly string[]): Expr {
  const form = definition.coefficients.some((item) => !isZero(item))
    ? writeForm(definition.coefficients, unknowns)
    : undefined;
  if (form === undefined) return definition.constant;
  if (isZero(definition.constant)) return form;
  // 5 − y rather than −y + 5
  return splitSign(termsOf(form)[0] ?? form).isNegative && !splitSign(definition.constant).isNegative
    ? add(definition.constant, form)
    : add(form, definition.constant);
}

/** The equation with a definition put in for unknowns[index], collected. */
export function putInto(equation: LinearEquation, index: number, definition: LinearEquation): LinearEquation {
  const own = equation.coefficients[index] ?? num(0);
  return {
    coefficients: equation.coefficients.map((item, place) =>
      place === index ? num(0) : sum(item, product(own, definition.coefficients[place] ?? num(0))),
    ),
    constant: difference(equation.constant, product(own, definition.constant)),
  };
}

/** A definition with another one put in for unknowns[index]. */
export function composed(definition: LinearEquation, index: number, other: LinearEquation): LinearEquation {
  const own = definition.coefficients[index] ?? num(0);
  return {
    coefficients: definition.coefficients.map((item, place) =>
      place === index ? num(0) : sum(item, product(own, other.coefficients[place] ?? num(0))),
    ),
    constant: sum(definition.constant, product(own, other.constant)),
  };
}

/** The places of the unknowns that occur. */
export function support(equation: LinearEquation): readonly number[] {
  return equation.coefficients.flatMap((item, index) => (isZero(item) ? [] : [index]));
}
