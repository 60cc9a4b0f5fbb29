import { num } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { constantValue, univariateCoefficients } from '../../math/polynomial.ts';
import { rational } from '../../math/rational.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, mapChildren } from '../../math/tree.ts';

/** The expression with the integrals of polynomials between bounds worked out by powers; itself where there are none. */
export function foldIntegrals(expr: Expr): Expr {
  if (!contains(expr, (node) => node.kind === 'integral')) return expr;
  const inner = mapChildren(expr, foldIntegrals);
  return inner.kind === 'integral' ? (integrated(inner) ?? inner) : inner;
}

/** ∫ Σ cₖ xᵏ from a to b = Σ cₖ (bᵏ⁺¹ − aᵏ⁺¹) / (k + 1) */
function integrated({ body, variable, lower, upper }: ExprOf<'integral'>): Expr | undefined {
  const form = lower && upper && toRationalFunction(body);
  const below = form && constantValue(form.denominator);
  const coefficients = form && univariateCoefficients(form.numerator, variable);
  if (lower === undefined || upper === undefined || below === undefined || coefficients === undefined) return undefined;
  if (below.equals(0) || [lower, upper].some((bound) => contains(bound, isUnbounded))) return undefined;
  const terms = coefficients.flatMap((coefficient, power): Expr[] => {
    if (coefficient.equals(0)) return [];
    const raised = (base: Expr): Expr => ({ kind: 'power', base, exponent: num(power + 1) });
    const difference: Expr = { kind: 'add', terms: [raised(upper), { kind: 'negate', operand: raised(lower) }] };
    const factor = num(coefficient.div(below).div(rational(BigInt(power + 1))));
    return [{ kind: 'multiply', factors: [factor, difference], sign: 'dot' }];
  });
  return terms.length === 0 ? num(0) : { kind: 'add', terms };
}

function isUnbounded(node: Expr): boolean {
  return node.kind === 'constant' && node.name === 'infinity';
}
