import { num } from '../math/build.ts';
import { areEqual } from '../math/equality.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import {
  coefficientsIn,
  constantValue,
  isConstantPolynomial,
  onePolynomial,
  scalePolynomial,
} from '../math/polynomial.ts';
import { minusOne, over } from '../math/rational.ts';
import { toRationalFunction } from '../math/rationalFunction.ts';
import { contains, freeSymbols } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { countSolutions } from './count.ts';
import { satisfiesWith } from './putBack.ts';
import { differenceOf, type Statement } from './statement.ts';

interface Options {
  readonly unknowns: readonly string[];
  readonly positive?: readonly string[] | undefined;
  readonly work: ExactWork;
}

type Assignment = ReadonlyMap<string, Expr>;

/** One of the statements is a list of values for all unknowns: they are put into the other one, and counted. */
export function compareWithList(
  first: Statement,
  second: Statement,
  options: Options,
  isImplication: boolean,
): Verdict | undefined {
  const to = assignmentsOf(second, options.unknowns);
  if (to !== undefined) return judge(to, first, options, isImplication ? 'implied' : 'listed');
  const from = assignmentsOf(first, options.unknowns);
  if (from === undefined) return undefined;
  return judge(from, second, options, isImplication ? 'implying' : 'reversed');
}

/** @param role whether the list is the later line (all of its values must be right) or the earlier one (none may be lost) */
function judge(
  list: readonly Assignment[],
  statement: Statement,
  { unknowns, positive, work }: Options,
  role: 'listed' | 'implied' | 'reversed' | 'implying',
): Verdict | undefined {
  let isExact = true;
  const isLater = role === 'listed' || role === 'implied';
  const right: Assignment[] = [];
  for (const values of list) {
    work.check();
    const satisfaction = satisfiesWith(statement, values, { positive });
    if (satisfaction === 'unknown') return undefined;
    if (satisfaction === 'approximately') isExact = false;
    if (satisfaction === 'no' || satisfaction === 'undefined') {
      if (role === 'implied') continue;
      const isBoth = hasOthers(statement, list, unknowns, work);
      const relation = isBoth ? 'different' : isLater ? 'adds-solutions' : 'loses-solutions';
      const evidence = `${assignmentTex(values)} does not satisfy ${isLater ? 'the line before' : 'this line'}.`;
      return { kind: 'invalid', how: 'substitution', relation, evidence };
    }
    right.push(values);
  }
  if (role === 'implying') return isExact ? proved('equivalent', 'Each value satisfies this line.') : undefined;
  if (!isExact) return undefined;
  const isComplex = list.some((values) => [...values.values()].some(isImaginary));
  const total = isComplex ? undefined : countSolutions(statement, unknowns, work);
  const distinct = countDistinct(right);
  if (total?.type !== 'finite' || distinct === undefined) return undefined;
  if (total.count > distinct) {
    if (!isLater)
      return {
        kind: 'invalid',
        how: 'symbolic',
        relation: 'adds-solutions',
        evidence: `This line has ${total.count} solutions.`,
      };
    return {
      kind: 'invalid',
      how: 'symbolic',
      relation: 'loses-solutions',
      evidence: `The line before has ${total.count} solutions.`,
    };
  }
  return proved(
    right.length < list.length ? 'adds-solutions' : 'equivalent',
    'Each value satisfies the equation, and there are no more.',
  );
}

/** Whether the statement surely has solutions that the list has not. */
function hasOthers(
  statement: Statement,
  list: readonly Assignment[],
  unknowns: readonly string[],
  work: ExactWork,
): boolean {
  if (list.some((values) => [...values.values()].some(isImaginary))) return false;
  const right = list.filter((values) => satisfiesWith(statement, values) === 'yes');
  const total = countSolutions(statement, unknowns, work);
  if (total === undefined) return false;
  return total.type === 'finite' ? total.count > right.length : total.type === 'infinite';
}

function isImaginary(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'i');
}

function proved(relation: Verdict['relation'], evidence: string): Verdict {
  return { kind: 'proved', how: 'symbolic', relation, evidence };
}

/** `x = 2 or 3x = ln 5`, `x = 1 and y = 2`: values free of unknowns for every unknown. */
export function assignmentsOf(statement: Statement, unknowns: readonly string[]): readonly Assignment[] | undefined {
  if (statement.type === 'or') {
    const parts = statement.items.map((item) => assignmentsOf(item, unknowns));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const relations = statement.type === 'relation' ? [statement] : statement.type === 'and' ? statement.items : [];
  const values = new Map<string, Expr>();
  for (const relation of relations) {
    const assigned =
      relation.type === 'relation' && relation.operator === '=' ? assignedBy(relation, unknowns) : undefined;
    if (assigned === undefined || values.has(assigned.name)) return undefined;
    values.set(assigned.name, assigned.value);
  }
  return values.size === unknowns.length ? [values] : undefined;
}

/** The value that an equation gives to its only unknown, which occurs linearly with a number as coefficient. */
function assignedBy(
  relation: { readonly left: Expr; readonly right: Expr },
  unknowns: readonly string[],
): { readonly name: string; readonly value: Expr } | undefined {
  const { left, right } = relation;
  const has = (expr: Expr) => freeSymbols(expr).some((letter) => unknowns.includes(letter));
  if (left.kind === 'symbol' && unknowns.includes(left.name) && !has(right)) return { name: left.name, value: right };
  const [name, second] = freeSymbols(differenceOf(relation)).filter((letter) => unknowns.includes(letter));
  if (name === undefined || second !== undefined) return undefined;
  const difference = toRationalFunction(differenceOf(relation));
  if (!difference || !isConstantPolynomial(difference.denominator)) return undefined;
  const [constant, slope, more] = coefficientsIn(difference.numerator, name);
  const factor = slope && constantValue(slope);
  if (!constant || !factor || more) return undefined;
  const value = quotientToExpr(
    { numerator: scalePolynomial(constant, over(minusOne, factor)), denominator: onePolynomial },
    difference.kernels,
  );
  return has(value) ? undefined : { name, value };
}

/** The number of different assignments; undefined where two are neither surely equal nor surely different. */
export function countDistinct(list: readonly Assignment[]): number | undefined {
  const kept: Assignment[] = [];
  for (const values of list) {
    let isNew = true;
    for (const other of kept) {
      const same = sameAssignment(values, other);
      if (same === undefined) return undefined;
      if (same) isNew = false;
    }
    if (isNew) kept.push(values);
  }
  return kept.length;
}

function sameAssignment(a: Assignment, b: Assignment): boolean | undefined {
  let isSame: boolean | undefined = true;
  for (const [name, value] of a) {
    const { result, how } = areEqual(value, b.get(name) ?? num(0));
    if (result === 'different') return false;
    if (result === 'unknown' || how === 'points') isSame = undefined;
  }
  return isSame;
}

export function assignmentTex(values: Assignment): string {
  const parts = [...values].map(([name, value]) => `${toTex({ kind: 'symbol', name })} = ${toTex(value)}`);
  return `$${parts.join(',\\ ')}$`;
}
