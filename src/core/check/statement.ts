import { add, negate, num, sym } from '../math/build.ts';
import type { Expr, RelationOperator } from '../math/expr.ts';
import { isInteger } from '../math/rational.ts';
import { contains, freeSymbols, mapExpr } from '../math/tree.ts';

/** A statement about the unknowns in its simplest words: comparisons of two sides, joined. */
export type Statement =
  | { readonly type: 'relation'; readonly left: Expr; readonly operator: SimpleOperator; readonly right: Expr }
  | { readonly type: 'and' | 'or'; readonly items: readonly Statement[] }
  | { readonly type: 'not'; readonly operand: Statement };

export type SimpleOperator = Exclude<RelationOperator, 'in' | 'approx'>;

export const always: Statement = { type: 'and', items: [] };
export const never: Statement = { type: 'or', items: [] };

/** Chains, ±, membership in intervals and sets taken apart; undefined for what is no statement. */
export function toStatement(expr: Expr, unknowns: readonly string[]): Statement | undefined {
  switch (expr.kind) {
    case 'relation':
      return ofRelation(expr.operands, expr.operators);
    case 'and':
    case 'or': {
      const items = expr.items.map((item) => toStatement(item, unknowns));
      return items.every((item) => item !== undefined) ? { type: expr.kind, items } : undefined;
    }
    case 'not': {
      const operand = toStatement(expr.operand, unknowns);
      return operand && { type: 'not', operand };
    }
    case 'emptySet':
      return never;
    case 'interval':
    case 'union':
    case 'set': {
      // A solution set by itself stands for "the unknown lies in it".
      const [unknown] = unknowns;
      return unknown !== undefined && unknowns.length === 1 ? membership(sym(unknown), expr) : undefined;
    }
    default:
      return undefined;
  }
}

function ofRelation(operands: readonly Expr[], operators: readonly RelationOperator[]): Statement | undefined {
  const items: Statement[] = [];
  for (const [index, operator] of operators.entries()) {
    const [left, right] = [operands[index], operands[index + 1]];
    if (!left || !right || operator === 'approx') return undefined;
    const item = operator === 'in' ? membership(left, right) : comparison(left, operator, right);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items.length === 1 ? items[0] : { type: 'and', items };
}

function comparison(left: Expr, operator: SimpleOperator, right: Expr): Statement | undefined {
  if (left.kind === 'tuple' && right.kind === 'tuple') {
    if (operator !== '=' || left.items.length !== right.items.length) return undefined;
    return {
      type: 'and',
      items: left.items.map((item, index) => ({
        type: 'relation',
        left: item,
        operator,
        right: right.items[index] ?? item,
      })),
    };
  }
  if (!hasPlusMinus(left) && !hasPlusMinus(right))
    return (
      stepped(left, operator, right) ?? stepped(right, operator, left) ?? { type: 'relation', left, operator, right }
    );
  // ± stands for both signs at once, wherever it occurs in the relation.
  const items = [1, -1].map((sign): Statement => ({
    type: 'relation',
    left: withSign(left, sign),
    operator,
    right: withSign(right, sign),
  }));
  return { type: 'or', items };
}

/** ⌊u⌋ = 3 says 3 ≤ u < 4, ⌈u⌉ = 3 says 2 < u ≤ 3; no other number than a whole one is reached. */
function stepped(side: Expr, operator: SimpleOperator, other: Expr): Statement | undefined {
  if (operator !== '=' || side.kind !== 'call' || (side.name !== 'floor' && side.name !== 'ceil')) return undefined;
  const [inner, more] = side.args;
  const literal = other.kind === 'negate' ? other.operand : other;
  if (inner === undefined || more !== undefined || literal.kind !== 'number') return undefined;
  if (!isInteger(literal.value)) return never;
  const isFloor = side.name === 'floor';
  const next = add(other, isFloor ? num(1) : num(-1));
  return {
    type: 'and',
    items: [
      { type: 'relation', left: other, operator: isFloor ? '<=' : '>=', right: inner },
      { type: 'relation', left: inner, operator: isFloor ? '<' : '>', right: next },
    ],
  };
}

function hasPlusMinus(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'plusMinus');
}

/** The expression with ± read as + (sign 1) or - (sign -1). */
export function withSign(expr: Expr, sign: number): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'plusMinus') return node;
    return node.isMinusPlus === sign > 0 ? negate(node.operand) : node.operand;
  });
}

/** left in set. */
export function membership(left: Expr, set: Expr): Statement | undefined {
  switch (set.kind) {
    case 'emptySet':
      return never;
    case 'set': {
      const items = set.items.map((item) => comparison(left, '=', item));
      return items.every((item) => item !== undefined) ? { type: 'or', items } : undefined;
    }
    case 'union': {
      const items = set.items.map((item) => membership(left, item));
      return items.every((item) => item !== undefined) ? { type: 'or', items } : undefined;
    }
    case 'interval': {
      const items: Statement[] = [];
      if (!isInfinite(set.lower)) {
        items.push({ type: 'relation', left: set.lower, operator: set.isLowerClosed ? '<=' : '<', right: left });
      }
      if (!isInfinite(set.upper)) {
        items.push({ type: 'relation', left, operator: set.isUpperClosed ? '<=' : '<', right: set.upper });
      }
      return { type: 'and', items };
    }
    case 'symbol':
      return set.name === 'R' || set.name === 'ℝ' ? always : undefined;
    default:
      return undefined;
  }
}

function isInfinite(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'infinity');
}

/** Every relation in the statement. */
export function relationsOf(statement: Statement): readonly Extract<Statement, { readonly type: 'relation' }>[] {
  switch (statement.type) {
    case 'relation':
      return [statement];
    case 'not':
      return relationsOf(statement.operand);
    default:
      return statement.items.flatMap(relationsOf);
  }
}

/** Letters of the statement. */
export function lettersOf(statement: Statement): readonly string[] {
  return [
    ...new Set(relationsOf(statement).flatMap(({ left, right }) => [...freeSymbols(left), ...freeSymbols(right)])),
  ];
}

/** left - right. */
export function differenceOf(relation: { readonly left: Expr; readonly right: Expr }): Expr {
  const isZero = relation.right.kind === 'number' && relation.right.value.equals(0);
  return isZero ? relation.left : add(relation.left, negate(relation.right));
}
