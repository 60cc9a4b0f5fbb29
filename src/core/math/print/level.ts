import type { Expr } from '../expr.ts';

/** How tightly a written expression holds together; a part is bracketed where its level is below what its place needs. */
export const level = {
  statement: 0,
  relation: 1,
  sum: 2,
  /** Begins with a minus sign. */
  signed: 3,
  product: 4,
  factor: 5,
  power: 6,
  atom: 7,
} as const;

export type Level = (typeof level)[keyof typeof level];

/** True where the written form begins with a minus sign: −x, (−2)x. */
export function isSigned(expr: Expr): boolean {
  if (expr.kind === 'negate') return true;
  if (expr.kind !== 'multiply') return false;
  const [first] = expr.factors;
  return first !== undefined && isSigned(first);
}

/** The same without its minus sign, for terms that are written behind one. */
export function withoutSign(expr: Expr): Expr {
  if (expr.kind === 'negate') return expr.operand;
  if (expr.kind !== 'multiply') return expr;
  const [first, ...rest] = expr.factors;
  return first === undefined ? expr : { ...expr, factors: [withoutSign(first), ...rest] };
}

/** The level of everything that both printers treat alike. */
export function commonLevel(expr: Expr): Level {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return level.statement;
    case 'relation':
    case 'not':
      return level.relation;
    case 'add':
    case 'plusMinus':
    case 'union':
      return level.sum;
    case 'negate':
      return level.signed;
    case 'multiply':
      return isSigned(expr) ? level.signed : level.product;
    case 'divide':
    case 'derivative':
    case 'integral':
    case 'limit':
    case 'bigOperator':
      return level.product;
    case 'power':
    case 'factorial':
      return level.power;
    case 'quantity':
      return level.factor;
    case 'number':
      if (expr.notation === 'scientific') return level.product;
      return expr.notation === 'mixed' || expr.notation === 'percent' ? level.factor : level.atom;
    case 'symbol':
    case 'constant':
    case 'root':
    case 'abs':
    case 'call':
    case 'matrix':
    case 'piecewise':
    case 'tuple':
    case 'set':
    case 'interval':
    case 'emptySet':
    case 'hole':
      return level.atom;
  }
}
