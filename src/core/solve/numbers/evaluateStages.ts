import type { Expr } from '../../math/expr.ts';
import { mapChildren } from '../../math/tree.ts';
import type { ExactWork } from '../exactWork.ts';
import { chainPiece } from './chainPiece.ts';
import type { NoNumber } from './exactNumber.ts';
import type { NumberTable } from './numberTable.ts';
import { isPiece, type Piece, type PieceResult } from './piece.ts';
import { sumPiece } from './sumPiece.ts';
import { unitPiece } from './unitPiece.ts';
import { tex } from './write.ts';

/** What is done at one level of the order of operations, and the expression after it. */
export interface Stage {
  readonly pieces: readonly Piece[];
  readonly before: Expr;
  readonly after: Expr;
}

/** Thrown inside a walk over the tree and caught where the walk began. */
class NoNumberFound extends Error {
  readonly reason: NoNumber;
  constructor(reason: NoNumber) {
    super(reason.type);
    this.reason = reason;
  }
}

/** Powers and roots, then products and quotients, then the sum: the stages in which an expression without inner groups is worked out. */
export function stagesOf(expr: Expr, table: NumberTable, work: ExactWork): readonly Stage[] | NoNumber {
  const stages: Stage[] = [];
  let current = expr;
  try {
    for (const walk of [units, chains, sum]) {
      const pieces: Piece[] = [];
      const before = current;
      current = walk(before, (result) => {
        work.check();
        if (result === undefined) return undefined;
        if (!isPiece(result)) throw new NoNumberFound(result);
        if (tex(result.before) !== tex(result.after)) pieces.push(result);
        return result.after;
      });
      if (pieces.length > 0 || current !== before) stages.push({ pieces, before, after: current });
    }
  } catch (fault) {
    if (fault instanceof NoNumberFound) return fault.reason;
    throw fault;
  }
  return table.isFinished(current) ? stages : { type: 'other' };

  type Take = (result: PieceResult | undefined) => Expr | undefined;

  function units(node: Expr, take: Take): Expr {
    if (table.isFinished(node)) return node;
    if (isRegion(node)) return mapChildren(node, (child) => units(child, take));
    return take(unitPiece(node, table, work)) ?? node;
  }

  function chains(node: Expr, take: Take): Expr {
    if (table.isFinished(node)) return node;
    if (node.kind === 'add') return mapChildren(node, (term) => chainTerm(term, take));
    return take(chainPiece(node, table)) ?? node;
  }

  /** A minus before a term belongs to the sum. */
  function chainTerm(node: Expr, take: Take): Expr {
    if (node.kind === 'negate' && !table.isFinished(node)) return mapChildren(node, (child) => chainTerm(child, take));
    return chains(node, take);
  }

  function sum(node: Expr, take: Take): Expr {
    if (table.isFinished(node)) return node;
    return take(sumPiece(node, table)) ?? node;
  }
}

function isRegion(node: Expr): boolean {
  return node.kind === 'add' || node.kind === 'negate' || node.kind === 'multiply' || node.kind === 'divide';
}
