import { and, equals, num, relation } from '../../math/build.ts';
import { domainConditions } from '../../math/domain.ts';
import { areEqual } from '../../math/equality.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols, hasSymbol, mapExpr, sameExpr } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { solveInequality } from './inequality.ts';
import type { Outcome, Setting } from './outcome.ts';
import { difference, isZero, rationalOf } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math, mathList } from './words.ts';

type Relation = ExprOf<'relation'>;

/** Both sides are the same wherever they have a value, so the solutions are all the numbers for which they have one. */
export function solveIdentity(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [left, right] = sidesOf(line);
  if (setting.domain === 'complex' || freeSymbols(line).some((name) => name !== unknown)) return undefined;
  const conditions = conditionsOf(line, unknown);
  if (!isZero(difference(left, right)) && !areSameWherePositive(left, right, conditions, setting)) return undefined;
  const board = new Board(line, [unknown]);
  if (conditions.length === 0) {
    board.remark({
      text: `Worked out, both sides of ${math(line)} are the same.`,
      latex: toTex(equals(right, right)),
      why: 'Equal expressions have equal values, whatever the unknown is.',
      rule: 'identity',
      claim: { type: 'equal', left, right },
      isMinor: true,
    });
    return outcomeOf(board, { type: 'every' });
  }
  const isGaps = conditions.every((condition) => condition.operators.join() === '!=');
  board.remark({
    text: `Both sides are the same wherever both have a value, and they have one where ${mathList(conditions)}.`,
    latex: conditions.map(toTex).join(',\\quad '),
    why: 'A number for which a side has no value is no solution; for all the others the sides are equal.',
    rule: 'identity',
    claim: isGaps
      ? { type: 'equal', left, right }
      : { type: 'equivalent', from: line, to: and(...conditions), unknowns: [unknown] },
  });
  if (isGaps) return exceptGaps(board, conditions, setting);
  const inner = solveInequality(conditions, setting);
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, board.line);
  return outcomeOf(board, inner.solutions);
}

/** ln x² is 2 ln x where x must be positive anyway. */
function areSameWherePositive(left: Expr, right: Expr, conditions: readonly Relation[], setting: Setting): boolean {
  const { unknown, work } = setting;
  const isPositive = conditions.some(
    ({ operands, operators }) => operators[0] === '>' && operands[0]?.kind === 'symbol' && operands[0].name === unknown,
  );
  if (!isPositive) return false;
  const { result, how } = areEqual(left, right, { positive: [unknown], work });
  return result === 'equal' && how !== 'points';
}

function exceptGaps(board: Board, conditions: readonly Relation[], setting: Setting): Outcome | undefined {
  const except: Expr[] = [];
  for (const { operands } of conditions) {
    const outcome = setting.solve(equals(operands[0] ?? num(0), num(0)), { ...setting, depth: setting.depth + 1 });
    if (outcome.type === 'stuck') return undefined;
    const { solutions } = outcome;
    if (solutions.type === 'roots') except.push(...solutions.roots.map((root) => root.value));
    else if (solutions.type === 'families') except.push(...solutions.values);
    else if (solutions.type !== 'none') return undefined;
  }
  return outcomeOf(board, { type: 'every', except });
}

/** What must hold so that both sides have a value, each condition once. */
function conditionsOf(line: Expr, unknown: string): readonly Relation[] {
  const found: Relation[] = [];
  for (const { type, expr } of domainConditions(line)) {
    if (!hasSymbol(expr, unknown)) continue;
    const operator = ({ nonzero: '!=', nonnegative: '>=', positive: '>' } as const)[type];
    const condition = relation(expr, operator, num(0));
    if (!found.some((other) => sameExpr(other, condition))) found.push(condition);
  }
  return found.filter(({ operands }) => !isPowerOfOther(operands[0], found));
}

/** x² > 0 says no more than x > 0 does. */
function isPowerOfOther(expr: Expr | undefined, all: readonly Relation[]): boolean {
  if (expr?.kind !== 'power' || (rationalOf(expr.exponent)?.s ?? 0n) <= 0n) return false;
  return all.some(
    ({ operands, operators }) => operators[0] === '>' && operands[0] !== undefined && sameExpr(operands[0], expr.base),
  );
}

/** |f| = f holds where f ≥ 0, |f| = −f where f ≤ 0. */
export function solveOwnAbsolute(board: Board, operand: Expr, other: Expr, setting: Setting): Outcome | undefined {
  const isSame = isZero(difference(operand, other));
  const isOpposite = isZero(difference(operand, { kind: 'negate', operand: other }));
  if ((!isSame && !isOpposite) || !hasSymbol(operand, setting.unknown)) return undefined;
  const condition = relation(operand, isSame ? '>=' : '<=', num(0));
  board.write({
    text: `A number is its own absolute value where it is not negative${isSame ? '' : ', and the opposite of it where it is not positive'}: the equation says ${math(condition)}.`,
    to: condition,
    rule: 'absolute-value-cases',
    why: 'The absolute value is the distance from 0.',
  });
  const inner = solveInequality([condition], setting);
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, board.line);
  return outcomeOf(board, inner.solutions);
}

/** √(f²) is |f|. */
export function solveRootOfSquare(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const replaced = mapExpr(line, (node) => {
    if (node.kind !== 'root' || node.index !== undefined || node.radicand.kind !== 'power') return node;
    const isSquare = rationalOf(node.radicand.exponent)?.equals(2) === true && hasSymbol(node.radicand, unknown);
    return isSquare ? { kind: 'abs', operand: node.radicand.base } : node;
  });
  if (setting.domain === 'complex' || sameExpr(replaced, line)) return undefined;
  const board = new Board(line, [unknown]);
  board.write({
    text: 'The root of a square is the absolute value.',
    to: replaced,
    rule: 'absolute-value-cases',
    why: 'A square root is never negative, and a number and its opposite have the same square.',
  });
  const inner = setting.solve(replaced, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  board.append(inner.moves, board.line);
  return outcomeOf(board, inner.solutions);
}
