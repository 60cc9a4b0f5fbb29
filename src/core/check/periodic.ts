import { add, multiply, negate, num, subtract, sym } from '../math/build.ts';
import { areEqual } from '../math/equality.ts';
import { evaluate } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { normalize } from '../math/normalize.ts';
import { toTex } from '../math/print/toTex.ts';
import { readDifference } from '../math/rationalFunction.ts';
import { freeSymbols, substitute } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { countSolutions } from './count.ts';
import { satisfiesWith } from './putBack.ts';
import { differenceOf, relationsOf, type Statement } from './statement.ts';

/** start + k·step for every integer k. */
interface Family {
  readonly start: Expr;
  readonly step: Expr;
}

/**
 * Values with an integer letter: the statement has the step of each family as a period, holds at its start, and the
 * families have as many values in one period as the equation has solutions there.
 */
export function verifyFamilies(
  statement: Statement,
  unknowns: readonly string[],
  assignments: readonly ReadonlyMap<string, Expr>[],
  known: ReadonlySet<string>,
  work: ExactWork,
): Verdict {
  const undecided: Verdict = { kind: 'unknown', how: 'none' };
  const [unknown, second] = unknowns;
  if (unknown === undefined || second !== undefined) return undecided;
  const families: Family[] = [];
  for (const values of assignments) {
    work.check();
    const value = values.get(unknown);
    const family = value && familyOf(value, known);
    if (!family) return undecided;
    const multiple = periodOf(statement, unknown, family.step);
    if (multiple === undefined) return undecided;
    for (let k = 0; k < multiple; k += 1) {
      const start = k === 0 ? family.start : normalize(add(family.start, multiply(num(k), family.step)));
      const atStart = satisfiesWith(statement, new Map([[unknown, start]]));
      if (atStart === 'no' || atStart === 'undefined') {
        const evidence = `$${toTex(sym(unknown))} = ${toTex(start)}$ does not satisfy it.`;
        return { kind: 'invalid', how: 'substitution', relation: 'adds-solutions', evidence };
      }
      if (atStart !== 'yes') return undecided;
    }
    families.push(family);
  }
  const evidence = `Put back: each family satisfies the equation for every integer.`;
  const only = statement.type === 'and' && statement.items.length === 1 ? statement.items[0] : statement;
  const total = only && countSolutions(only, unknowns, work);
  const listed = total?.type === 'periodic' ? countWithin(families, total.period, work) : undefined;
  if (total?.type === 'periodic' && listed !== undefined) {
    if (listed === total.count) {
      const sentence = `${evidence} In each interval of length $${toTex(normalize(total.period))}$ there are ${total.count} solutions, and these are all.`;
      return { kind: 'proved', how: 'substitution', relation: 'equivalent', evidence: sentence };
    }
    if (listed < total.count) {
      const sentence = `In each interval of length $${toTex(normalize(total.period))}$ there are ${total.count} solutions, not ${listed}.`;
      return { kind: 'invalid', how: 'symbolic', relation: 'loses-solutions', evidence: sentence };
    }
  }
  return { kind: 'valid', how: 'substitution', evidence };
}

function familyOf(value: Expr, known: ReadonlySet<string>): Family | undefined {
  const [letter, other] = freeSymbols(value).filter((name) => !known.has(name));
  if (letter === undefined || other !== undefined) return undefined;
  const at = (k: number) => substitute(value, { [letter]: num(k) });
  const step = normalize(subtract(substitute(value, { [letter]: add(sym(letter), num(1)) }), value));
  if (freeSymbols(step).length > 0) return undefined;
  return { start: at(0), step };
}

/** The smallest multiple of the step (up to 12) by which the statement repeats itself. */
function periodOf(statement: Statement, unknown: string, step: Expr): number | undefined {
  for (let multiple = 1; multiple <= 12; multiple += 1) {
    if (hasPeriod(statement, unknown, multiply(num(multiple), step))) return multiple;
  }
  return undefined;
}

/** f(x + T) = f(x), or = -f(x) for an equation f = 0. */
function hasPeriod(statement: Statement, unknown: string, step: Expr): boolean {
  return relationsOf(statement).every((relation) => {
    const f = differenceOf(relation);
    const shifted = substitute(f, { [unknown]: add(sym(unknown), step) });
    const isSame = (other: Expr) => {
      const reading = readDifference(shifted, other, { exponentialForm: true });
      return reading.type === 'value' && reading.isZero;
    };
    return isSame(f) || (relation.operator === '=' && isSame(negate(f)));
  });
}

/** More values in one period than this are not compared pair by pair. */
const mostPlaces = 60;

/**
 * How many different values the families have in one period, told apart exactly; undefined where a step is no part of the
 * period, or where two values are neither surely the same nor surely different.
 */
function countWithin(families: readonly Family[], period: Expr, work: ExactWork): number | undefined {
  const places: Expr[] = [];
  for (const { start, step } of families) {
    const count = Math.round(evaluate(period) / Math.abs(evaluate(step)));
    if (!(count >= 1 && count + places.length <= mostPlaces)) return undefined;
    const isPart = [1, -1].some((sign) => isSurely(multiply(num(sign * count), step), period));
    if (!isPart) return undefined;
    for (let k = 0; k < count; k += 1) {
      work.check();
      const place = add(start, multiply(num(k), step));
      const same = places.map((other) => isSameModulo(place, other, period));
      if (same.includes(true)) continue;
      if (same.includes(undefined)) return undefined;
      places.push(place);
    }
  }
  return places.length;
}

/** Whether two numbers differ by a whole multiple of the period: the only one in question is the one nearest by doubles. */
function isSameModulo(a: Expr, b: Expr, period: Expr): boolean | undefined {
  const gap = subtract(a, b);
  const turns = evaluate(gap) / evaluate(period);
  if (!Number.isFinite(turns) || Math.abs(turns) > 1e6) return undefined;
  return isSurely(gap, multiply(num(Math.round(turns)), period));
}

function isSurely(a: Expr, b: Expr): boolean | undefined {
  const { result, how } = areEqual(a, b);
  if (result === 'different') return false;
  return result === 'equal' && how !== 'points' ? true : undefined;
}
