import { add, negate, num, relation, sym } from '../../math/build.ts';
import { areEqual } from '../../math/equality.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import { constantValue } from '../../math/polynomial.ts';
import type { Verdict } from '../../session/step.ts';
import { checkEquivalent } from '../equivalent.ts';
import type { Answer, AnswerOf, Comparison } from './answer.ts';
import { unsaid, type CompareContext } from './compareContext.ts';
import { compareValues } from './compareValues.ts';

/** The letter that a range without a name speaks of. */
const nameless = 'unknown';

/** Relations, and ranges against them. */
export function compareStatements(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  const [ours, theirs] = [rangeOf(gold), rangeOf(pred)];
  if (ours !== undefined && theirs !== undefined) return compareRanges(ours, theirs, context);
  const [left, right] = [statementOf(gold), statementOf(pred)];
  if (left === undefined || right === undefined) return withValue(gold, pred, context);
  if (sameExpr(left, right)) return { equal: true, how: 'same statement' };
  const closed = [left, right].map((expr) => freeSymbols(expr).length === 0);
  if (closed[0] === true && closed[1] === true) return compareClosed(left, right);
  return (
    compareEquations(left, right, context) ??
    compareSystems(left, right, context) ??
    unsaid('the statements are written differently')
  );
}

function statementOf(answer: Answer): Expr | undefined {
  if (answer.type === 'statement') return answer.expr;
  return answer.type === 'value' || answer.type === 'range' ? answer.relation : undefined;
}

/** 0.04 < 0.5 and 0.04 > 0.5: claims about numbers are the same where they are written so. */
function compareClosed(left: Expr, right: Expr): Comparison {
  const [a, b] = [ordered(left), ordered(right)];
  if (a === undefined || b === undefined) return unsaid('two claims about numbers');
  const isSame = [0, 1].every((index) => {
    const [x, y] = [a.operands[index], b.operands[index]];
    return x !== undefined && y !== undefined && areEqual(x, y).result === 'equal';
  });
  if (isSame && a.operator === b.operator) return { equal: true, how: 'same statement' };
  return { equal: false, how: 'different claims' };
}

const turned: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' };

function ordered(expr: Expr): { readonly operator: string; readonly operands: readonly Expr[] } | undefined {
  const [operator, more] = expr.kind === 'relation' ? expr.operators : [];
  if (expr.kind !== 'relation' || operator === undefined || more !== undefined) return undefined;
  const flipped = turned[operator];
  return flipped === undefined
    ? { operator, operands: expr.operands }
    : { operator: flipped, operands: [...expr.operands].reverse() };
}

interface Range {
  /** Says that `unknown` lies in it. */
  readonly statement: Expr;
  readonly unknown: string;
}

/** What says of one unknown in which range it lies. */
export function rangeOf(answer: Answer): Range | undefined {
  switch (answer.type) {
    case 'range':
      return { statement: relation(sym(nameless), 'in', answer.expr), unknown: nameless };
    case 'statement':
      return ofStatement(answer.expr);
    case 'special':
      if (answer.name === 'no solution')
        return { statement: relation(sym(nameless), 'in', { kind: 'emptySet' }), unknown: nameless };
      return answer.name === 'every number'
        ? { statement: relation(sym(nameless), 'in', sym('R')), unknown: nameless }
        : undefined;
    case 'list': {
      const members = membersOf(answer);
      if (members !== undefined) {
        const set: Expr = { kind: 'set', items: members };
        return { statement: relation(sym(nameless), 'in', set), unknown: nameless };
      }
      const [lower, upper, more] = answer.items;
      if (answer.order !== 'tuple' || more !== undefined) return undefined;
      if (lower?.type !== 'value' || upper?.type !== 'value') return undefined;
      // (15, -29) is a pair, and no empty interval.
      if (evaluate(lower.expr) >= evaluate(upper.expr)) return undefined;
      const expr: Expr = {
        kind: 'interval',
        lower: lower.expr,
        upper: upper.expr,
        isLowerClosed: false,
        isUpperClosed: false,
      };
      return { statement: relation(sym(nameless), 'in', expr), unknown: nameless };
    }
    default:
      return undefined;
  }
}

/** The numbers of a set, or of several answers that have no other names. */
function membersOf({ order, items }: AnswerOf<'list'>): readonly Expr[] | undefined {
  if (order === 'tuple' || items.length === 0) return undefined;
  const numbers = items.flatMap((item) =>
    item.type === 'value' && item.unit === undefined && item.isPercent !== true && freeSymbols(item.expr).length === 0
      ? [item.expr]
      : [],
  );
  const names = new Set(items.map(({ label }) => label?.text));
  return numbers.length === items.length && names.size === 1 ? numbers : undefined;
}

function ofStatement(expr: Expr): Range | undefined {
  if (!hasOrder(expr)) return undefined;
  // 0 < f(x) < 1 says it of f(x).
  const called = new Map<string, string>();
  const plain = mapExpr(expr, (node) => {
    if (node.kind !== 'call' || node.name.length > 2 || node.name === 'ln') return node;
    const key = JSON.stringify(node, (name, value: unknown) =>
      name === 'span' ? undefined : typeof value === 'bigint' ? value.toString() : value,
    );
    called.set(key, called.get(key) ?? `value_${called.size}`);
    return sym(called.get(key) ?? 'value');
  });
  const letters = freeSymbols(plain).filter((name) => name !== 'R');
  const [unknown, more] = letters;
  return unknown !== undefined && more === undefined ? { statement: plain, unknown } : undefined;
}

function hasOrder(expr: Expr): boolean {
  if (expr.kind === 'and' || expr.kind === 'or') return expr.items.some(hasOrder);
  if (expr.kind === 'not') return hasOrder(expr.operand);
  return expr.kind === 'relation' && expr.operators.some((operator) => operator !== '=' && operator !== 'approx');
}

function compareRanges(ours: Range, theirs: Range, context: CompareContext): Comparison {
  const isNamed =
    ours.unknown !== nameless &&
    theirs.unknown !== nameless &&
    !ours.unknown.startsWith('value_') &&
    !theirs.unknown.startsWith('value_');
  if (isNamed && ours.unknown !== theirs.unknown) return unsaid(`${ours.unknown} against ${theirs.unknown}`);
  const [from, to] = [ours, theirs].map(({ statement, unknown }) =>
    substitute(statement, { [unknown]: sym(nameless) }),
  );
  if (from === undefined || to === undefined) return unsaid('no ranges');
  const { kind } = eitherWay(from, to, [nameless], context);
  if (kind === 'proved' || kind === 'valid') return { equal: true, how: 'same range' };
  const ends = compareEnds(from, to);
  if (kind === 'invalid') return { equal: false, how: 'different ranges' };
  return ends ?? unsaid('the ranges are written differently');
}

/** Intervals with letters in their ends, end by end. */
function compareEnds(from: Expr, to: Expr): Comparison | undefined {
  const [a, b] = [from, to].map((expr) =>
    expr.kind === 'relation' && expr.operators[0] === 'in' ? expr.operands[1] : undefined,
  );
  if (a?.kind !== 'interval' || b?.kind !== 'interval') return undefined;
  const { result } = areEqual(a, b);
  if (result === 'equal') return { equal: true, how: 'same range' };
  // Two intervals that are not empty are the same only where their ends are.
  const isFilled = [a, b].every(({ lower, upper }) => evaluate(lower) < evaluate(upper));
  return result === 'different' && isFilled ? { equal: false, how: 'different ranges' } : undefined;
}

/** One equation and another: the same up to a factor that is a number. */
function compareEquations(left: Expr, right: Expr, context: CompareContext): Comparison | undefined {
  const [a, b] = [differenceOf(left), differenceOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const [letters, others] = [freeSymbols(a), freeSymbols(b)];
  const [first, second] = [toRationalFunction(a), toRationalFunction(b)];
  if (first && second) {
    const quotient = toRationalFunction({ kind: 'divide', numerator: a, denominator: b, style: 'fraction' });
    const [top, bottom] = [
      quotient && constantValue(quotient.numerator),
      quotient && constantValue(quotient.denominator),
    ];
    if (top !== undefined && bottom !== undefined && top.n !== 0n)
      return { equal: true, how: 'same equation up to a factor' };
  }
  if (letters.length === 0 || others.length === 0) return undefined;
  if (letters.length > 1 || others.length > 1) {
    const { kind } = eitherWay(left, right, [...new Set([...letters, ...others])], context);
    if (kind === 'proved') return { equal: true, how: 'same equation' };
    if (kind === 'invalid') return { equal: false, how: 'different equations' };
    if (differsAtPoint(left, right, letters, others, context)) return { equal: false, how: 'different equations' };
    if (!letters.every((name) => others.includes(name)) || !others.every((name) => letters.includes(name)))
      return unsaid('equations in different unknowns');
    return first && second && isPolynomialPair(first, second)
      ? { equal: false, how: 'different equations' }
      : undefined;
  }
  if (letters[0] !== others[0]) return unsaid(`${letters[0] ?? ''} against ${others[0] ?? ''}`);
  const { kind } = eitherWay(left, right, letters, context);
  if (kind === 'invalid') return { equal: false, how: 'different equations' };
  return unsaid('the equations are written differently');
}

/** Numbers put in for all unknowns but one leave equations with other solutions. */
function differsAtPoint(
  left: Expr,
  right: Expr,
  letters: readonly string[],
  others: readonly string[],
  context: CompareContext,
): boolean {
  const names = [...new Set([...letters, ...others])];
  const [last] = names;
  if (last === undefined || letters.length !== others.length || names.length !== letters.length || names.length > 4)
    return false;
  return [0, 1, -1, 2, 3].some((value) => {
    const values = Object.fromEntries(names.slice(1).map((name, index) => [name, num(value + index)]));
    const [a, b] = [substitute(left, values), substitute(right, values)];
    if (freeSymbols(a).length === 0 || freeSymbols(b).length === 0) return false;
    return eitherWay(a, b, [last], context).kind === 'invalid';
  });
}

/** Irreducible or not, polynomials that are no multiples of each other can still share their zeros; only linear ones can't. */
function isPolynomialPair(
  a: { readonly numerator: { readonly terms: readonly { readonly exponents: readonly number[] }[] } },
  b: typeof a,
): boolean {
  const isLinear = (form: typeof a): boolean =>
    form.numerator.terms.every(({ exponents }) => exponents.reduce((sum, exponent) => sum + exponent, 0) <= 1);
  return isLinear(a) && isLinear(b);
}

function differenceOf(expr: Expr): Expr | undefined {
  if (expr.kind !== 'relation' || expr.operators.length !== 1 || expr.operators[0] !== '=') return undefined;
  const [left, right] = expr.operands;
  return left && right && add(left, negate(right));
}

/** What is found in one direction holds in the other. */
function eitherWay(left: Expr, right: Expr, unknowns: readonly string[], { work }: CompareContext): Verdict {
  const verdict = checkEquivalent(left, right, { unknowns, work });
  return verdict.kind === 'unknown' ? checkEquivalent(right, left, { unknowns, work }) : verdict;
}

function compareSystems(left: Expr, right: Expr, context: CompareContext): Comparison | undefined {
  const unknowns = [...new Set([...freeSymbols(left), ...freeSymbols(right)])];
  const { kind } = eitherWay(left, right, unknowns, context);
  if (kind === 'proved') return { equal: true, how: 'same statement' };
  return kind === 'invalid' ? { equal: false, how: 'different statements' } : undefined;
}

/** An equation against a plain value: y = x² + 1 was read with its name; what is left is no value. */
function withValue(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  const [statement, other] = gold.type === 'statement' ? [gold, pred] : [pred, gold];
  if (statement.type !== 'statement') return unsaid('a statement against something else');
  if (
    other.type === 'value' &&
    statement.expr.kind === 'relation' &&
    statement.expr.operators.every((operator) => operator === '=')
  ) {
    // 2x + z = 1 is not 1; x + 1 = 6 says 5, but is not solved.
    const last = statement.expr.operands.at(-1);
    const isIt = last !== undefined && compareValues({ type: 'value', expr: last }, other, context).equal === true;
    const letters = freeSymbols(statement.expr);
    if (letters.length === 1 && freeSymbols(other.expr).length === 0 && !isIt)
      return unsaid('an equation that is not solved');
    return { equal: false, how: 'different: an equation against a value' };
  }
  if (other.type === 'value') return { equal: false, how: 'different: an inequality against a value' };
  return unsaid('a statement against something else');
}
