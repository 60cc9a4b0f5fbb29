import { relation } from '../../math/build.ts';
import type { Expr, ExprOf, RelationOperator } from '../../math/expr.ts';
import { lcm } from '../../math/integers.ts';
import { compareRationals, rational, times, type Rational } from '../../math/rational.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { weakest } from '../verdicts.ts';
import { evaluateMoves } from './evaluateMoves.ts';
import { isNumeric, noNumber } from './evaluateKind.ts';
import { exactNumber, isNegativeRadical } from './exactNumber.ts';
import { asDecimals, compareRadicals, decimalTex, type Entry } from './listed.ts';
import { hasFiniteDecimal, styleOf } from './numberTable.ts';
import { addRadicals, negateRadical, toRational } from './radical.ts';
import { answerOf, confirmed, math, numberExpr, plainAnswer, stuck, tex, truthAnswer, way } from './write.ts';

/** Is a statement about numbers true? Which of two numbers is greater? */
export const decideKind: Kind = {
  id: 'decide-numbers',
  tasks: ['decide', 'compare'],
  ways: (task, work) => {
    if (task.kind === 'compare') {
      const [left, right] = [task.left, task.right];
      if (!isNumeric(left) || !isNumeric(right)) return [];
      return [way('compare', 'comparing the values', () => compare(left, right, task.ask, task.names ?? {}, work))];
    }
    if (task.kind !== 'decide') return [];
    const parts = comparisonsIn(task.statement);
    const [only] = parts?.comparisons ?? [];
    if (parts === undefined || only === undefined) return [];
    return [
      way('compare', 'working out both sides', () =>
        parts.comparisons.length === 1 ? decide(only, work) : decideAll(parts, work),
      ),
    ];
  },
};

const operatorNames: Partial<Record<RelationOperator, string>> = {
  '=': 'equal to',
  '!=': 'different from',
  '<': 'less than',
  '<=': 'at most',
  '>': 'greater than',
  '>=': 'at least',
};

/** Comparisons of two numbers that hold together, or of which one is enough. */
interface Comparisons {
  readonly comparisons: readonly ExprOf<'relation'>[];
  readonly needs: 'all' | 'one';
}

/** a < b < c is two comparisons. Undefined where something else than numbers is compared. */
function comparisonsIn(statement: Expr): Comparisons | undefined {
  if (statement.kind === 'and' || statement.kind === 'or') {
    const parts = statement.items.map(comparisonsIn);
    const comparisons = parts.flatMap((part) => part?.comparisons ?? []);
    const isSimple = parts.every((part) => part?.comparisons.length === 1);
    return isSimple ? { comparisons, needs: statement.kind === 'and' ? 'all' : 'one' } : undefined;
  }
  if (statement.kind !== 'relation' || !statement.operands.every(isNumeric)) return undefined;
  const comparisons = statement.operators.flatMap((operator, index) => {
    const [left, right] = statement.operands.slice(index, index + 2);
    return left === undefined || right === undefined || !(operator in operatorNames)
      ? []
      : [relation(left, operator, right)];
  });
  return comparisons.length === statement.operators.length ? { comparisons, needs: 'all' } : undefined;
}

interface Sides {
  readonly left: Entry;
  readonly right: Entry;
  readonly opening: readonly Move[];
}

/** Both sides as numbers, the work that leads there as moves. */
function sidesOf(leftExpr: Expr, rightExpr: Expr, work: ExactWork): Sides | Derivation {
  const opening: Move[] = [];
  const sides: Entry[] = [];
  for (const [index, expr] of [leftExpr, rightExpr].entries()) {
    const worked = evaluateMoves(expr, styleOf(expr), work);
    if (worked.type !== 'evaluated') return noNumber(worked);
    // A root that doesn't come out is compared as it stands.
    const isWork = worked.moves.length > 0 && toRational(worked.value) !== undefined && !isFractionOfIntegers(expr);
    sides.push({ expr: isWork ? worked.result : expr, value: worked.value });
    if (!isWork) continue;
    const side = index === 0 ? 'left' : 'right';
    opening.push({
      text: `Work out the ${side}-hand side: $${tex(expr)} = ${tex(worked.result)}$.`,
      latex: `${tex(expr)} = ${tex(worked.result)}`,
      why: 'Both sides have to be known before they can be compared.',
      rule: 'order-of-operations',
      claim: { type: 'equal', left: expr, right: worked.result },
      parts: worked.moves.length > 1 ? worked.moves : undefined,
      isMinor: true,
    });
  }
  const [left, right] = sides;
  return left === undefined || right === undefined
    ? stuck('unsupported', 'There are no two sides to compare.')
    : { left, right, opening };
}

function isFractionOfIntegers(expr: Expr): boolean {
  if (expr.kind === 'negate') return isFractionOfIntegers(expr.operand);
  const isInt = (side: Expr): boolean =>
    side.kind === 'number' || (side.kind === 'negate' && side.operand.kind === 'number');
  return expr.kind === 'divide' && isInt(expr.numerator) && isInt(expr.denominator);
}

function relationOf(order: -1 | 0 | 1): '<' | '=' | '>' {
  return order < 0 ? '<' : order > 0 ? '>' : '=';
}

/** The sign of the difference of both sides, taken from the expressions as they were read. */
function orderVerdict(left: Expr, right: Expr, order: number, work: ExactWork): Verdict {
  const [a, b] = [exactNumber(left, work), exactNumber(right, work)];
  if (a.type !== 'number' || b.type !== 'number') return { kind: 'unknown', how: 'none' };
  const difference = addRadicals(a.value, negateRadical(b.value));
  const sign = difference.size === 0 ? 0 : isNegativeRadical(difference) ? -1 : 1;
  const shown = toRational(difference);
  return confirmed(
    sign === order,
    `The difference of the two sides is ${shown === undefined ? `$${decimalTex(difference).text}$` : math(shown)}, worked out exactly.`,
  );
}

/** How one sees which number is larger. */
function comparison(left: Entry, right: Entry, order: -1 | 0 | 1): { words: string; first: Move | undefined } {
  const [a, b] = [isNegativeRadical(left.value), isNegativeRadical(right.value)];
  const sign = `$${tex(left.expr)} ${relationOf(order)} ${tex(right.expr)}$`;
  if (order === 0)
    return {
      words:
        tex(left.expr) === tex(right.expr)
          ? `Both sides are ${math(left.expr)}`
          : `Both are the same number, ${sign}${commonForm(left, right)}`,
      first: undefined,
    };
  if (a !== b)
    return {
      words: `${math(a ? left.expr : right.expr)} is negative and ${math(a ? right.expr : left.expr)} is not, so ${sign}`,
      first: undefined,
    };
  const squares = bySquares(left, right, sign);
  if (squares !== undefined) return { words: squares, first: undefined };
  const [p, q] = [toRational(left.value), toRational(right.value)];
  const bothFractions =
    p !== undefined && q !== undefined && !(hasFiniteDecimal(p) && hasFiniteDecimal(q)) && p.d * q.d < 10n ** 8n;
  if (bothFractions && p.d !== q.d) {
    const lcd = lcm(p.d, q.d);
    const [top, other] = [times(p, rational(lcd)), times(q, rational(lcd))];
    const note = a && b ? ' (of two negative numbers the one with the larger size is the smaller)' : '';
    return {
      words: `Over the common denominator $${lcd.toString()}$ they are $\\frac{${tex(top)}}{${lcd.toString()}}$ and $\\frac{${tex(other)}}{${lcd.toString()}}$${note}, so ${sign}`,
      first: undefined,
    };
  }
  const decimals = asDecimals([left, right]);
  const note = a && b ? 'Both are negative, so the one with the larger size is the smaller: ' : '';
  return { words: `${note}${sign}`, first: decimals };
}

/** √50 against 7: both positive, so their squares stand in the same order. */
function bySquares(left: Entry, right: Entry, sign: string): string | undefined {
  const sides = [left, right].map(({ expr, value }) => {
    const plain = toRational(value);
    if (plain !== undefined) return plain.s > 0n ? { square: times(plain, plain), isRoot: false } : undefined;
    if (expr.kind !== 'root' || expr.index !== undefined || expr.radicand.kind !== 'number') return undefined;
    return { square: expr.radicand.value, isRoot: true };
  });
  const [a, b] = sides;
  if (a === undefined || b === undefined || !(a.isRoot || b.isRoot)) return undefined;
  const order = compareRationals(a.square, b.square);
  const show = (value: Rational) => tex(numberExpr(value, 'decimal'));
  return `Both are positive, so compare their squares: $${show(a.square)} ${relationOf(order)} ${show(b.square)}$, so ${sign}`;
}

function commonForm(left: Entry, right: Entry): string {
  const plain = toRational(left.value);
  if (plain === undefined || !hasFiniteDecimal(plain)) return '';
  const shown = tex(numberExpr(plain, 'decimal'));
  return [tex(left.expr), tex(right.expr)].includes(shown) ? '' : `, namely $${shown}$`;
}

function holds(operator: RelationOperator, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return false;
  }
}

function decide(statement: ExprOf<'relation'>, work: ExactWork): Derivation {
  const [leftExpr, rightExpr] = statement.operands;
  const [operator] = statement.operators;
  if (leftExpr === undefined || rightExpr === undefined || operator === undefined)
    return stuck('unsupported', 'This is not a comparison of two numbers.');
  const sides = sidesOf(leftExpr, rightExpr, work);
  if ('type' in sides) return sides;
  const { left, right, opening } = sides;
  const order = compareRadicals(left.value, right.value);
  const isTrue = holds(operator, order);
  const verdict = orderVerdict(leftExpr, rightExpr, order, work);
  const { words, first } = comparison(left, right, order);
  const last: Move = {
    text: `${words}. So the statement that ${math(leftExpr)} is ${operatorNames[operator] ?? operator} ${math(rightExpr)} is ${isTrue ? 'true' : 'false'}: the answer is ${isTrue ? 'True' : 'False'}.`,
    latex: `${tex(left.expr)} ${relationOf(order)} ${tex(right.expr)}`,
    why: 'A statement about numbers is settled by comparing their values.',
    rule: 'decide-statement',
    claim: { type: 'decided', verdict },
  };
  return {
    type: 'solved',
    moves: [...opening, ...(first === undefined ? [] : [first]), last],
    answer: truthAnswer(isTrue, verdict),
  };
}

function decideAll({ comparisons, needs }: Comparisons, work: ExactWork): Derivation {
  const decisions = comparisons.map((comparison) => decide(comparison, work));
  const moves: Move[] = [];
  const truths: boolean[] = [];
  const verdicts: Verdict[] = [];
  for (const decision of decisions) {
    if (decision.type === 'stuck') return decision;
    moves.push(
      ...decision.moves.map((move) => ({ ...move, text: move.text.replace(/: the answer is (?:True|False)\.$/, '.') })),
    );
    truths.push(decision.answer.text === 'True');
    verdicts.push(decision.answer.verdict);
  }
  const isTrue = needs === 'all' ? truths.every(Boolean) : truths.some(Boolean);
  const verdict = weakest(verdicts) ?? { kind: 'unknown', how: 'none' };
  const count = truths.filter(Boolean).length;
  const found =
    count === truths.length
      ? 'All of these statements are true'
      : count === 0
        ? 'None of these statements is true'
        : `${count.toString()} of the ${truths.length.toString()} statements ${count === 1 ? 'is' : 'are'} true`;
  const last: Move = {
    text: `${found}, and ${needs === 'all' ? 'all of them have to be' : 'one is enough'}: the answer is ${isTrue ? 'True' : 'False'}.`,
    latex: `\\text{${isTrue ? 'True' : 'False'}}`,
    why: needs === 'all' ? '“And” is true only if every part is.' : '“Or” is true as soon as one part is.',
    rule: 'decide-statement',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...moves, last], answer: truthAnswer(isTrue, verdict) };
}

/** The letters of the text that stand for the values. */
interface Names {
  readonly left?: string | undefined;
  readonly right?: string | undefined;
}

function compare(
  leftExpr: Expr,
  rightExpr: Expr,
  ask: 'greater' | 'smaller' | 'equal' | 'relation',
  names: Names,
  work: ExactWork,
): Derivation {
  const sides = sidesOf(leftExpr, rightExpr, work);
  if ('type' in sides) return sides;
  const { left, right, opening } = sides;
  const order = compareRadicals(left.value, right.value);
  const verdict = orderVerdict(leftExpr, rightExpr, order, work);
  const { words, first } = comparison(left, right, order);
  const chosen = (ask === 'greater') === order > 0 ? leftExpr : rightExpr;
  const name = chosen === leftExpr ? names.left : names.right;
  const plain =
    ask === 'relation'
      ? relationAnswer(leftExpr, rightExpr, order, verdict)
      : compareAnswer(ask, order, chosen, verdict);
  const answer =
    name === undefined || plain.value === undefined
      ? plain
      : { ...plain, text: name, latex: `${name} = ${plain.latex}` };
  const end =
    ask === 'equal'
      ? ` The answer is ${answer.text}.`
      : ask === 'relation'
        ? ''
        : order === 0
          ? ' Neither is the larger one.'
          : ` The ${ask === 'greater' ? 'greater' : 'smaller'} one is ${math(chosen)}${name === undefined ? '' : `, that is $${name}$`}.`;
  const last: Move = {
    text: `${words}.${end}`,
    latex: `${tex(leftExpr)} ${relationOf(order)} ${tex(rightExpr)}`,
    why: 'Numbers are compared by size once they are written in the same form.',
    rule: 'compare-numbers',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...opening, ...(first === undefined ? [] : [first]), last], answer };
}

function relationAnswer(left: Expr, right: Expr, order: -1 | 0 | 1, verdict: Verdict): Answer {
  return answerOf(relation(left, relationOf(order), right), verdict);
}

function compareAnswer(
  ask: 'greater' | 'smaller' | 'equal',
  order: -1 | 0 | 1,
  chosen: Expr,
  verdict: Verdict,
): Answer {
  if (ask === 'equal') return truthAnswer(order === 0, verdict);
  return order === 0 ? plainAnswer('They are equal', verdict) : answerOf(chosen, verdict);
}
