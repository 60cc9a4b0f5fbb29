import type { Expr } from '../../math/expr.ts';
import { domainConditions } from '../../math/domain.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { freeSymbols, sameExpr } from '../../math/tree.ts';
import { num, relation, sym } from '../../math/build.ts';
import { minus, over, rational } from '../../math/rational.ts';

/** What must not be 0 in one line and is not asked for any more in a later one, where it holds letters: x ≠ 1. */
export function droppedConditions(from: Expr, to: Expr): readonly Expr[] {
  const kept = nonzero(to);
  const dropped: Expr[] = [];
  for (const expr of nonzero(from)) {
    if (kept.some((other) => sameExpr(other, expr)) || dropped.some((other) => sameExpr(other, expr))) continue;
    dropped.push(expr);
  }
  return dropped.map(asCondition);
}

export function conditionTex(condition: Expr): string {
  return `$${toTex(condition)}$`;
}

function nonzero(statement: Expr): readonly Expr[] {
  return domainConditions(statement).flatMap(({ type, expr }) =>
    type === 'nonzero' && freeSymbols(expr).length > 0 ? [expr] : [],
  );
}

/** `2x - 4 ≠ 0` as `x ≠ 2`. */
function asCondition(expr: Expr): Expr {
  const terms = toPolynomial(expr)?.terms ?? [];
  const [name, second] = freeSymbols(expr);
  const slope = terms.find((term) => term.exponents[0] === 1)?.coefficient;
  const isLinear = terms.every((term) => (term.exponents[0] ?? 0) <= 1);
  if (name === undefined || second !== undefined || !slope || !isLinear) return relation(expr, '!=', num(0));
  const constant = terms.find((term) => term.exponents[0] === 0)?.coefficient ?? rational(0);
  return relation(sym(name), '!=', num(over(minus(rational(0), constant), slope)));
}
