import { add, divide, multiply, negate, num } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { fromProduct, isNumeric, productView, termsOf, without } from './views.ts';

type Relation = ExprOf<'relation'>;

/** What one right move makes of an equation, with nothing worked out: terms moved, a factor divided off, a denominator multiplied away. */
export function rightMoves(relation: Relation): readonly Relation[] {
  if (relation.operators[0] !== '=') return [];
  const [left = num(0), right = num(0)] = relation.operands;
  const put = (a: Expr, b: Expr): Relation => ({ kind: 'relation', operands: [a, b], operators: ['='] });
  const moves: Relation[] = [];
  const [ours, theirs] = [termsOf(left), termsOf(right)];
  if (ours.length + theirs.length > 2 && ours.length <= 6 && theirs.length <= 6) {
    for (const [index, term] of ours.entries()) {
      if (ours.length > 1) moves.push(put(add(...without(ours, index)), add(...theirs, negate(term))));
      for (const [position, other] of theirs.entries()) {
        const kept = add(...without(ours, index), negate(other));
        moves.push(put(kept, add(...without(theirs, position), negate(term))));
      }
    }
    for (const [index, term] of theirs.entries()) {
      if (theirs.length > 1) moves.push(put(add(...ours, negate(term)), add(...without(theirs, index))));
    }
  }
  for (const [side, other, isLeft] of [
    [left, right, true],
    [right, left, false],
  ] as const) {
    if (side.kind === 'add') continue;
    const view = productView(side);
    const [above, below] = [view.top.filter(isNumeric), view.bottom.filter(isNumeric)];
    const rest = fromProduct(
      view.top.filter((factor) => !isNumeric(factor)),
      view.bottom.filter((factor) => !isNumeric(factor)),
    );
    const factor = fromProduct(above, below, view.minuses);
    if (above.length + below.length + view.minuses === 0 || isNumeric(side)) continue;
    const quotient =
      below.length > 0 && above.length === 0
        ? multiply(other, fromProduct(below, [], view.minuses))
        : divide(other, factor);
    moves.push(isLeft ? put(rest, quotient) : put(quotient, rest));
  }
  return moves;
}
