import type { Expr } from '../../math/expr.ts';
import { children } from '../../math/tree.ts';
import type { IsFinished } from './flatten.ts';

export type GroupRole = 'bracket' | 'numerator' | 'denominator' | 'exponent' | 'radicand' | 'argument';

/** A part of an expression that is worked out before what stands around it: a bracket, in print or in effect. */
export interface Group {
  readonly expr: Expr;
  readonly role: GroupRole;
}

/**
 * The innermost groups: those inside which no other group is left. Empty where the expression itself is next.
 * Nested sums and products without brackets are not groups: order of operations deals with them.
 * `isExponent` tells which exponents are numbers already (½ stays a fraction there, among decimals too).
 */
export function innermostGroups(
  root: Expr,
  isFinished: IsFinished,
  isExponent: IsFinished = isFinished,
): readonly Group[] {
  const found: Group[] = [];

  /** True where a group was found in here. */
  function inside(expr: Expr): boolean {
    if (isFinished(expr)) return false;
    const results = parts(expr).map((part) =>
      part.role === undefined ? inside(part.expr) : group(part.expr, part.role),
    );
    return results.some(Boolean);
  }

  function group(expr: Expr, role: GroupRole): boolean {
    if (isFinished(expr)) return false;
    if (!inside(expr)) found.push({ expr, role });
    return true;
  }

  /** The children of a node; with a role where they have to be worked out on their own. */
  function parts(expr: Expr): readonly { readonly expr: Expr; readonly role?: GroupRole }[] {
    switch (expr.kind) {
      case 'add':
        return expr.terms.map((term) => ({ expr: term }));
      case 'negate':
        return [operandOf(expr.operand)];
      case 'multiply':
        return expr.factors.map((factor) =>
          factor.kind === 'add' ? { expr: factor, role: 'bracket' } : { expr: factor },
        );
      case 'divide':
        return [
          expr.numerator.kind === 'add' ? { expr: expr.numerator, role: 'numerator' } : { expr: expr.numerator },
          divisor(expr.denominator),
        ];
      case 'power':
        return [
          base(expr.base),
          ...(isExponent(expr.exponent) ? [] : [{ expr: expr.exponent, role: 'exponent' as const }]),
        ];
      case 'root':
        return children(expr).map((child) => ({ expr: child, role: 'radicand' as const }));
      default:
        return children(expr).map((child) => ({ expr: child, role: 'argument' as const }));
    }
  }

  function operandOf(expr: Expr): { readonly expr: Expr; readonly role?: GroupRole } {
    return expr.kind === 'add' ? { expr, role: 'bracket' } : { expr };
  }

  function divisor(expr: Expr): { readonly expr: Expr; readonly role?: GroupRole } {
    return expr.kind === 'add' || expr.kind === 'multiply' || expr.kind === 'divide' || expr.kind === 'negate'
      ? { expr, role: 'denominator' }
      : { expr };
  }

  function base(expr: Expr): { readonly expr: Expr; readonly role?: GroupRole } {
    return expr.kind === 'number' || expr.kind === 'root' || expr.kind === 'abs' || expr.kind === 'call'
      ? { expr }
      : { expr, role: 'bracket' };
  }

  inside(root);
  return found;
}
