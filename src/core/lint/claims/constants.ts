import { checkClaim } from '../../check/claims.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, mapChildren } from '../../math/tree.ts';
import type { Claim } from '../../solve/derivation.ts';
import type { ExactWork } from '../../solve/exactWork.ts';

/** Whether a rewriting that is wrong for letters i and e may be right when they are the constants after all. */
export function isRightWithConstants(claim: Claim, work: ExactWork | undefined): boolean {
  if (claim.type !== 'equal' || !(hasLetter(claim.left) || hasLetter(claim.right))) return false;
  return (
    checkClaim({ ...claim, left: asConstants(claim.left), right: asConstants(claim.right) }, { work }).kind !==
    'invalid'
  );
}

function asConstants(expr: Expr): Expr {
  return isLetter(expr) ? { kind: 'constant', name: expr.name } : mapChildren(expr, asConstants);
}

function hasLetter(expr: Expr): boolean {
  return contains(expr, isLetter);
}

function isLetter(node: Expr): node is { readonly kind: 'symbol'; readonly name: 'i' | 'e' } {
  return node.kind === 'symbol' && (node.name === 'i' || node.name === 'e');
}
