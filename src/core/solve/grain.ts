import type { Grain } from '../session/step.ts';
import type { Claim, Move } from './derivation.ts';

/** What one press reveals: one or several moves of a derivation, told as one. */
export interface Stretch {
  readonly text: string;
  readonly latex?: string | undefined;
  readonly why?: string | undefined;
  readonly rule: string;
  readonly claims: readonly Claim[];
  /** Leaves of the derivation that are consumed once this is revealed. */
  readonly cursor: number;
  readonly isLast: boolean;
}

/**
 * The next stretch after `cursor` consumed leaves, or undefined at the end.
 *
 * The cursor counts leaves, the finest moves, so that it means the same at every grain: the grain may change between two
 * presses without anything revealed being repeated or lost. Fine shows leaf by leaf, normal one top-level move, coarse
 * runs minor moves together with the one that they prepare. A move whose first parts were already shown goes on part by part.
 */
export function stretchAt(moves: readonly Move[], cursor: number, grain: Grain): Stretch | undefined {
  const total = countLeaves(moves);
  if (cursor >= total) return undefined;
  const whole = (taken: readonly Move[]): Stretch => {
    const end = cursor + countLeaves(taken);
    return { ...join(taken), cursor: end, isLast: end === total };
  };

  let start = 0;
  for (const [index, move] of moves.entries()) {
    const size = countLeaves([move]);
    if (cursor >= start + size) {
      start += size;
      continue;
    }
    const isWhole = cursor === start;
    if (!isWhole || (grain === 'fine' && move.parts !== undefined && move.parts.length > 0)) {
      const inner = stretchAt(move.parts ?? [], cursor - start, 'fine');
      if (inner === undefined) return undefined;
      const end = start + inner.cursor;
      return { ...inner, cursor: end, isLast: end === total };
    }
    return whole(grain === 'coarse' ? runOf(moves, index) : [move]);
  }
  return undefined;
}

export function countLeaves(moves: readonly Move[]): number {
  return moves.reduce((sum, move) => sum + (move.parts?.length ? countLeaves(move.parts) : 1), 0);
}

/** The move at `index` and, while these are minor, those that follow it. */
function runOf(moves: readonly Move[], index: number): readonly Move[] {
  let end = index;
  while (end + 1 < moves.length && moves[end]?.isMinor === true) end += 1;
  return moves.slice(index, end + 1);
}

function join(taken: readonly Move[]): Pick<Stretch, 'text' | 'latex' | 'why' | 'rule' | 'claims'> {
  const last = taken.at(-1);
  if (last === undefined) throw new RangeError('a stretch holds at least one move');
  return {
    text: taken.map((move) => move.text).join(' '),
    latex: taken.findLast((move) => move.latex !== undefined)?.latex,
    why: last.why,
    rule: last.rule,
    claims: taken.map((move) => move.claim),
  };
}
