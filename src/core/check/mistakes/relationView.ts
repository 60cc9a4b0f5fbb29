import { num } from '../../math/build.ts';
import type { Expr, ExprOf, RelationOperator } from '../../math/expr.ts';

export type Relation = ExprOf<'relation'>;

/** A relation between two sides that moves of terms and factors apply to. */
export function isTwoSided(expr: Expr): expr is Relation {
  return expr.kind === 'relation' && expr.operands.length === 2 && expr.operators[0] !== 'in';
}

export function isStatement(expr: Expr): boolean {
  return expr.kind === 'relation' || expr.kind === 'or' || expr.kind === 'and' || expr.kind === 'not';
}

export function sidesOf(relation: Relation): readonly [Expr, Expr] {
  const [left = num(0), right = num(0)] = relation.operands;
  return [left, right];
}

export function operatorOf(relation: Relation): RelationOperator {
  return relation.operators[0] ?? '=';
}

export function withSides(relation: Relation, left: Expr, right: Expr): Relation {
  return { kind: 'relation', operands: [left, right], operators: relation.operators };
}

const turned: Readonly<Partial<Record<RelationOperator, RelationOperator>>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** The operator read from the other side; undefined for those that aren't inequalities. */
export function turnedOperator(operator: RelationOperator): RelationOperator | undefined {
  return turned[operator];
}

/** A side with the other one, and how to put new ones in their places. */
export interface Facing {
  readonly side: Expr;
  readonly other: Expr;
  readonly put: (side: Expr, other: Expr) => Relation;
}

/** Both ways to look at a relation. */
export function facings(relation: Expr): readonly Facing[] {
  if (!isTwoSided(relation)) return [];
  const [left, right] = sidesOf(relation);
  return [
    { side: left, other: right, put: (side, other) => withSides(relation, side, other) },
    { side: right, other: left, put: (side, other) => withSides(relation, other, side) },
  ];
}
