import { and, infinity, interval, negate, num, or, relation, sym } from '../../math/build.ts';
import { certifiedTruth } from '../../math/certify.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr, ExprOf, RelationOperator } from '../../math/expr.ts';
import { hasSymbol } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { coefficient, coefficientsIn, degreeOf, polynomialExpr, subtractCoefficients } from './coefficients.ts';
import { byCriticalPoints } from './criticalPoints.ts';
import { flipped, membership } from './numberLine.ts';
import { stuck, type Outcome, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { isZero, quotient, rationalOf, splitSign, tidy } from './tidy.ts';
import { tidySides } from './tidySides.ts';
import { math } from './words.ts';

type Relation = ExprOf<'relation'>;

/** One inequality or several that hold together, in one unknown. */
export function solveInequality(lines: readonly Relation[], setting: Setting): Outcome {
  const [line] = lines;
  const all = and(...lines);
  const board = new Board(all, [setting.unknown]);
  if (line === undefined) return stuck('There is nothing to solve.', 'nothing-to-do');
  const solutions =
    lines.length === 1 && isLinear(line, setting)
      ? line.operators.length === 1
        ? linearInequality(board, line, setting)
        : linearChain(board, line, setting)
      : lines.length === 1 && line.operators.length === 1
        ? (absoluteInequality(board, line, setting) ?? byCriticalPoints(board, lines, setting))
        : byCriticalPoints(board, lines, setting);
  return outcomeOf(board, solutions);
}

function isLinear(line: Relation, { unknown }: Setting): boolean {
  if (line.operators.includes('!=')) return false;
  if (line.operators.length === 1) {
    const [left = num(0), right = num(0)] = line.operands;
    const [own, other] = [coefficientsIn(left, unknown), coefficientsIn(right, unknown)];
    if (own === undefined || other === undefined) return false;
    const rest = subtractCoefficients(own, other);
    return degreeOf(rest) <= 1 && rest.every((item) => rationalOf(item) !== undefined || isNumber(item));
  }
  const [low, middle, high] = line.operands;
  if (line.operators.length !== 2 || low === undefined || middle === undefined || high === undefined) return false;
  const items = coefficientsIn(middle, unknown);
  return (
    !hasSymbol(low, unknown) &&
    !hasSymbol(high, unknown) &&
    items !== undefined &&
    degreeOf(items) === 1 &&
    rationalOf(coefficient(items, 1)) !== undefined
  );
}

function isNumber(item: Expr): boolean {
  return !Number.isNaN(evaluate(item));
}

/** The same moves as for a linear equation; the sign turns where both sides are divided by a negative number. */
function linearInequality(board: Board, line: Relation, setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const operator = line.operators[0] ?? '<';
  const sides = tidySides(board, unknown);
  if (sides === undefined) return stuck('This is not the inequality that I took it for.');
  let { left, right } = sides;
  const move = (item: Expr, degree: number, purpose: string): void => {
    if (isZero(item)) return;
    const { isNegative } = splitSign(item);
    const cut = Array.from({ length: degree + 1 }, (_, index) => (index === degree ? item : num(0)));
    [left, right] = [subtractCoefficients(left, cut), subtractCoefficients(right, cut)];
    const term = polynomialExpr(cut, unknown);
    const shown = term.kind === 'negate' ? term.operand : isNegative ? splitSign(term).magnitude : term;
    board.write({
      text: `${isNegative ? 'Add' : 'Subtract'} ${math(shown)} ${isNegative ? 'to' : 'from'} both sides${purpose}.`,
      to: relation(polynomialExpr(left, unknown), operator, polynomialExpr(right, unknown)),
      rule: isNegative ? 'add-both-sides' : 'subtract-both-sides',
      why: 'Adding the same to both sides, or taking it away, keeps their order.',
      isMinor: true,
    });
  };
  for (let degree = Math.max(degreeOf(left), degreeOf(right)); degree >= 2; degree -= 1)
    move(coefficient(left, degree), degree, ', which is on both');
  const isOnRight = isZero(coefficient(left, 1)) && !isZero(coefficient(right, 1));
  move(coefficient(isOnRight ? left : right, 1), 1, `, so that $${unknown}$ stands on one side only`);
  move(coefficient(isOnRight ? right : left, 0), 0, `, so that the term with $${unknown}$ stands alone`);
  const [side, other] = isOnRight ? [right, left] : [left, right];
  const factor = coefficient(side, 1);
  if (isZero(factor)) return constantLine(relation(coefficient(left, 0), operator, coefficient(right, 0)), unknown);
  const bound = quotient(coefficient(other, 0), factor);
  const isTurned = evaluate(factor) < 0;
  const reading = isOnRight ? flipped(operator) : operator;
  const final = isTurned ? flipped(reading) : reading;
  const isOne = rationalOf(factor)?.equals(1) === true;
  board.write({
    text: isOne
      ? 'Read it from right to left.'
      : `Divide both sides by ${math(factor)}${isTurned ? '. This number is negative, so the sign turns round' : ''}${isOnRight ? ', and read it from right to left' : ''}.`,
    to: relation(sym(unknown), final, bound),
    rule: isOne ? 'swap-sides' : 'multiply-inequality',
    why: isOne
      ? 'The sign still opens towards the larger side.'
      : isTurned
        ? 'Dividing by a negative number reverses the order: $1 < 2$, but $-1 > -2$.'
        : 'Dividing by a positive number keeps the order.',
  });
  return { type: 'set', set: ray(final, bound) };
}

function ray(operator: RelationOperator, bound: Expr): Expr {
  switch (operator) {
    case '<':
      return interval(negate(infinity), bound, '()');
    case '<=':
      return interval(negate(infinity), bound, '(]');
    case '>=':
      return interval(bound, infinity, '[)');
    default:
      return interval(bound, infinity, '()');
  }
}

function constantLine(line: Relation, unknown: string): Solutions {
  const isTrue = certifiedTruth(line) === 'true';
  return isTrue
    ? { type: 'every' }
    : { type: 'none', isImpossible: true, note: `${math(line)} is false, whatever $${unknown}$ is.` };
}

/** a < bx + c ≤ d: the same is done to all three parts. */
function linearChain(board: Board, line: Relation, setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const [low = num(0), middle = num(0), high = num(0)] = line.operands;
  const items = coefficientsIn(middle, unknown) ?? [];
  const [constant, factor] = [coefficient(items, 0), coefficient(items, 1)];
  const chain = (left: Expr, center: Expr, right: Expr, operators: readonly RelationOperator[]): Relation => ({
    kind: 'relation',
    operands: [left, center, right],
    operators,
  });
  board.write({
    text: 'Collect the terms in the middle.',
    to: chain(tidy(low), polynomialExpr(items, unknown), tidy(high), line.operators),
    rule: 'collect-terms',
    why: 'Like terms are added.',
    isMinor: true,
  });
  const [a, b] = [
    tidy({ kind: 'add', terms: [low, negate(constant)] }),
    tidy({ kind: 'add', terms: [high, negate(constant)] }),
  ];
  const { isNegative, magnitude } = splitSign(constant);
  board.write({
    text: `${isNegative ? 'Add' : 'Subtract'} ${math(magnitude)} ${isNegative ? 'to' : 'from'} all three parts.`,
    to: chain(a, polynomialExpr([num(0), factor], unknown), b, line.operators),
    rule: isNegative ? 'add-both-sides' : 'subtract-both-sides',
    why: 'Both inequalities keep their order when the same is added everywhere.',
    isMinor: true,
  });
  const isTurned = (rationalOf(factor)?.s ?? 1n) < 0n;
  const [p, q] = [quotient(a, factor), quotient(b, factor)];
  const operators = isTurned ? [...line.operators].map(flipped) : line.operators;
  const turnedBack = operators[0] === '>' || operators[0] === '>=';
  const to = turnedBack
    ? chain(q, sym(unknown), p, [...operators].reverse().map(flipped))
    : chain(p, sym(unknown), q, operators);
  board.write({
    text: `Divide all three parts by ${math(factor)}${isTurned ? '. This number is negative, so both signs turn round' : ''}${turnedBack ? '; write the smaller number on the left' : ''}.`,
    to,
    rule: 'multiply-inequality',
    why: isTurned
      ? 'Dividing by a negative number reverses the order.'
      : 'Dividing by a positive number keeps the order.',
  });
  const [first = num(0), , last = num(0)] = to.operands;
  const isEmpty =
    evaluate(first) > evaluate(last) ||
    (isZero(tidy({ kind: 'add', terms: [first, negate(last)] })) && to.operators.some((operator) => operator === '<'));
  if (isEmpty)
    return {
      type: 'none',
      isImpossible: true,
      note: `No number lies between ${math(first)} and ${math(last)} like this.`,
    };
  const brackets = `${to.operators[0] === '<=' ? '[' : '('}${to.operators[1] === '<=' ? ']' : ')'}` as const;
  return { type: 'set', set: interval(first, last, brackets) };
}

/** |A| < c and |A| > c with a number c. */
function absoluteInequality(board: Board, line: Relation, setting: Setting): Solutions | Stuck | undefined {
  const { unknown } = setting;
  const [left = num(0), right = num(0)] = line.operands;
  const isTurned = right.kind === 'abs';
  const [bar, bound] = isTurned ? [right, left] : [left, right];
  const operator = isTurned ? flipped(line.operators[0] ?? '<') : (line.operators[0] ?? '<');
  const size = rationalOf(bound);
  if (bar.kind !== 'abs' || size === undefined || hasSymbol(bound, unknown) || size.s < 0n || size.n === 0n)
    return undefined;
  const items = coefficientsIn(bar.operand, unknown);
  if (items === undefined || degreeOf(items) !== 1 || rationalOf(coefficient(items, 1)) === undefined) return undefined;
  const isInside = operator === '<' || operator === '<=';
  if (isInside) {
    const chain: Relation = {
      kind: 'relation',
      operands: [tidy(negate(bound)), bar.operand, bound],
      operators: [operator, operator],
    };
    board.write({
      text: `The distance of ${math(bar.operand)} from $0$ is ${operator === '<' ? 'less than' : 'at most'} ${math(bound)}: it lies between ${math(tidy(negate(bound)))} and ${math(bound)}.`,
      to: chain,
      rule: 'absolute-value-cases',
      why: 'The absolute value is the distance from 0.',
    });
    return linearChain(board, chain, setting);
  }
  if (operator !== '>' && operator !== '>=') return undefined;
  const lower = relation(bar.operand, flipped(operator), tidy(negate(bound)));
  const upper = relation(bar.operand, operator, bound);
  board.write({
    text: `The distance of ${math(bar.operand)} from $0$ is ${operator === '>' ? 'more than' : 'at least'} ${math(bound)}: it lies below ${math(tidy(negate(bound)))} or above ${math(bound)}.`,
    to: or(lower, upper),
    rule: 'absolute-value-cases',
    why: 'The absolute value is the distance from 0.',
  });
  const regions: Expr[] = [];
  const lines: Expr[] = [];
  for (const half of [lower, upper]) {
    const inner = linearInequality(new Board(half, [unknown]), half, setting);
    if (inner.type !== 'set') return inner.type === 'stuck' ? inner : undefined;
    regions.push(inner.set);
    const member = membership(unknown, inner.set);
    if (member !== undefined) lines.push(member);
  }
  const ordered = [...regions].sort((one, two) =>
    one.kind === 'interval' && two.kind === 'interval'
      ? (Number.isNaN(bottom(one)) ? -1 : bottom(one)) - bottom(two)
      : 0,
  );
  const region: Expr = { kind: 'union', items: ordered };
  board.write({
    text: `Solve both inequalities for $${unknown}$.`,
    to: or(...ordered.map((item) => membership(unknown, item) ?? item)),
    rule: 'multiply-inequality',
    why: 'Each is solved by the same operation on both sides; the sign turns with a negative factor.',
  });
  return { type: 'set', set: region };
}

function bottom(item: ExprOf<'interval'>): number {
  const value = evaluate(item.lower);
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
