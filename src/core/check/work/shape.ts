import { and, num, or } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { isStatement } from '../../math/read/statements.ts';
import { contains, freeSymbols, mapExpr, sameExpr } from '../../math/tree.ts';
import type { Conventions } from '../conventions.ts';

/** Holds for every value: "all real numbers". */
export const everything: Expr = { kind: 'and', items: [] };

/** A relation, what joins them, or a set of solutions. */
export function isStatementLike(expr: Expr): boolean {
  return isStatement(expr) || expr.kind === 'emptySet' || isSolutionSet(expr);
}

/** A set that stands for the values of the unknown. A pair in round brackets is a point, and no interval. */
export function isSolutionSet(expr: Expr): boolean {
  return expr.kind === 'interval' || expr.kind === 'union' || expr.kind === 'set';
}

/** What the conventions say about how a formula is meant. */
export function asMeant(expr: Expr, conventions: Conventions, isConjunction = false): Expr {
  const listed = isConjunction ? expr : withAlternatives(expr);
  if (conventions.log === 'ten') return listed;
  return mapExpr(listed, (node) =>
    node.kind === 'call' && node.name === 'log' && node.args.length === 1 ? { ...node, name: 'ln' } : node,
  );
}

/** "x = 2, x = 3" and "x = 2 and x = 3" list alternatives: both can't hold together. */
export function withAlternatives(expr: Expr): Expr {
  if (expr.kind !== 'and' || expr.items.length < 2) return expr;
  const [first] = expr.items;
  const name = first && assignedName(first);
  if (name === undefined || !expr.items.every((item) => assignedName(item) === name)) return expr;
  return or(...expr.items);
}

/** x of `x = 3`, `x = ±3` and `3 = x`, where the other side has no x. */
export function assignedName(expr: Expr): string | undefined {
  if (expr.kind !== 'relation' || expr.operators.length !== 1 || expr.operators[0] !== '=') return undefined;
  const [left, right] = expr.operands;
  if (!left || !right) return undefined;
  if (left.kind === 'symbol' && !freeSymbols(right).includes(left.name)) return left.name;
  return right.kind === 'symbol' && !freeSymbols(left).includes(right.name) ? right.name : undefined;
}

/** Both sides of x = …, the name first. */
export function assignment(expr: Expr): { readonly name: string; readonly value: Expr } | undefined {
  const name = assignedName(expr);
  if (name === undefined || expr.kind !== 'relation') return undefined;
  const [left, right] = expr.operands;
  if (!left || !right) return undefined;
  return { name, value: left.kind === 'symbol' && left.name === name ? right : left };
}

/** An answer: values, bounds or a set for letters that occur nowhere else in it. */
export function isSolved(expr: Expr): boolean {
  switch (expr.kind) {
    case 'relation':
      return isSolvedRelation(expr);
    case 'and':
    case 'or':
      return expr.items.every(isSolved);
    case 'interval':
    case 'union':
    case 'set':
    case 'emptySet':
      return true;
    default:
      return false;
  }
}

function isSolvedRelation({ operands, operators }: ExprOf<'relation'>): boolean {
  const isBare = (operand: Expr) => operand.kind === 'symbol';
  const isPlain = (operand: Expr) => freeSymbols(operand).length === 0;
  if (operators.includes('in')) return operands[0] !== undefined && isBare(operands[0]);
  const bare = operands.filter(isBare);
  if (bare.length !== 1) return operands.every(isBare) ? false : isPair(operands);
  return operands.every((operand) => isBare(operand) || isPlain(operand) || !sharesLetters(operand, bare[0]));
}

function isPair(operands: readonly Expr[]): boolean {
  const [left, right] = operands;
  return left?.kind === 'tuple' && right?.kind === 'tuple' && left.items.every((item) => item.kind === 'symbol');
}

function sharesLetters(expr: Expr, other: Expr | undefined): boolean {
  const names = other === undefined ? [] : freeSymbols(other);
  return freeSymbols(expr).some((name) => names.includes(name));
}

/** The statements that hold together in it. */
export function conjuncts(expr: Expr): readonly Expr[] {
  return expr.kind === 'and' ? expr.items.flatMap(conjuncts) : [expr];
}

/** One statement of several; the same one twice counts once. */
export function together(statements: readonly Expr[]): Expr {
  const kept: Expr[] = [];
  for (const item of statements.flatMap(conjuncts)) {
    if (!kept.some((other) => sameExpr(other, item))) kept.push(item);
  }
  return kept.length === 0 ? everything : and(...kept);
}

export function isInequality(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'relation' && node.operators.some((sign) => /^[<>]/.test(sign)));
}

export function hasApproximation(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'relation' && node.operators.includes('approx'));
}

export function isImaginary(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'i');
}

export const zero = num(0);
