import type { Expr } from '../../math/expr.ts';
import { freeSymbols, sizeOf } from '../../math/tree.ts';
import type { Mistake, Verdict } from '../../session/step.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import { checkEqual } from '../equal.ts';
import { checkEquivalent } from '../equivalent.ts';
import { foldLetters } from './foldLetters.ts';
import { hasIndefinite, withoutConstant } from './indefinite.ts';
import { groupedAroundObelus } from './regroup.ts';
import { isStatement } from './relationView.ts';
import { texOfRight } from './right.ts';
import { Search } from './search.ts';
import { fillSentence } from './sentence.ts';
import { isPlainNumber } from './views.ts';

export interface NameOptions {
  /** The letters that the problem asks for. */
  readonly unknowns?: readonly string[] | undefined;
  /** Letters that are assumed positive. */
  readonly positive?: readonly string[] | undefined;
  /** Called between candidates; what it throws comes through. */
  readonly work?: ExactWork | undefined;
}

/** Larger lines are left unnamed: a learner's line is shorter. */
const maximumSize = 120;
/**
 * The known wrong rewriting that leads from a line to a wrong line: the simplest one whose result, up to right moves, is
 * what was written. Undefined where none does, where the lines are too long, and where nothing is wrong between them.
 */
export function nameMistake(from: Expr, to: Expr, options: NameOptions = {}): Mistake | undefined {
  if (sizeOf(from) > maximumSize || sizeOf(to) > maximumSize) return undefined;
  const start = groupedAroundObelus(from);
  const end = groupedAroundObelus(withoutConstant(from, foldLetters(from, to)));
  const forwards = new Search(start, end, options).run();
  // 5 = 2 + 2: what was worked out stands behind the equals sign.
  const isTurned = !forwards && isPlainNumber(start) && !isPlainNumber(end) && !isStatement(end);
  const found = isTurned ? new Search(end, start, options).run() : forwards;
  if (!found || isRight(start, end, options)) return undefined;
  const right = isTurned ? undefined : texOfRight(found.right());
  return {
    id: found.entry.id,
    text: fillSentence(found.entry.sentence, found.attempt.parts),
    ...(right !== undefined && { right }),
  };
}

/** A last look before a mistake is told: callers ask about wrong lines only, but a line that is right after all has none. */
function isRight(from: Expr, to: Expr, { unknowns, positive, work = unlimitedWork }: NameOptions): boolean {
  if (!isStatement(from)) return !hasIndefinite(from) && isAccepted(checkEqual(from, to, { positive, work }));
  return isAccepted(checkEquivalent(from, to, { unknowns: unknowns ?? freeSymbols(from), positive, work }));
}

function isAccepted({ kind }: Verdict): boolean {
  return kind === 'proved' || kind === 'valid';
}
