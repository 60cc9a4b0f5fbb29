import { differentiate } from '../../math/differentiate.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { contains, mapExpr } from '../../math/tree.ts';
import { definiteIntegral } from '../../solve/calculus/definiteIntegral.ts';
import { antiderivativeOf } from '../../solve/calculus/integral.ts';
import { limit } from '../../solve/calculus/limit.ts';
import type { Derivation } from '../../solve/derivation.ts';
import type { ExactWork } from '../../solve/exactWork.ts';

export interface Resolved {
  readonly expr: Expr;
  /** Every value that was worked out is proved. */
  readonly isProved: boolean;
}

/** Derivatives, integrals with bounds and limits replaced by their values, where these can be worked out. */
export function resolved(expr: Expr, work: ExactWork): Resolved {
  if (!contains(expr, isOperation)) return { expr, isProved: true };
  let isProved = true;
  const take = (node: Expr, derivation: Derivation | undefined): Expr => {
    if (derivation?.type !== 'solved' || derivation.answer.value === undefined) return node;
    const { verdict, value } = derivation.answer;
    if (verdict.kind !== 'proved' && verdict.kind !== 'valid') return node;
    if (verdict.kind !== 'proved') isProved = false;
    return value;
  };
  const result = mapExpr(expr, (node) => {
    work.check();
    switch (node.kind) {
      case 'derivative':
        return slopeOf(node) ?? node;
      case 'integral':
        return take(node, integralOf(node, work));
      case 'limit':
        return take(node, limitOf(node, work));
      default:
        return node;
    }
  });
  return { expr: result, isProved };
}

function isOperation(node: Expr): boolean {
  return node.kind === 'derivative' || node.kind === 'limit' || (node.kind === 'integral' && node.lower !== undefined);
}

function slopeOf({ body, variable, order }: ExprOf<'derivative'>): Expr | undefined {
  // dy/dx of a name is not 0: the name stands for what depends on x.
  if (body.kind === 'symbol' && body.name !== variable) return undefined;
  let slope: Expr | undefined = body;
  for (let turn = 0; turn < order && slope; turn += 1) slope = differentiate(slope, variable);
  return slope;
}

function integralOf({ body, variable, lower, upper }: ExprOf<'integral'>, work: ExactWork): Derivation | undefined {
  if (!lower || !upper) return undefined;
  const found = antiderivativeOf(body, variable, work);
  return found && definiteIntegral(body, variable, lower, upper, found, work);
}

function limitOf({ body, variable, target, side }: ExprOf<'limit'>, work: ExactWork): Derivation | undefined {
  const ways = limit.ways({ kind: 'limit', expr: body, variable, target, ...(side && { side }) }, work);
  const derivation = ways instanceof Promise ? undefined : ways[0]?.derive();
  return derivation === undefined || derivation instanceof Promise ? undefined : derivation;
}
