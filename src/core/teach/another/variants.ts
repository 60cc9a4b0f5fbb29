import type { NextMove } from '../../solve/builtin.ts';
import { WorkInterrupted } from '../../solve/exactWork.ts';
import { readProblem } from '../../solve/read/readProblem.ts';
import type { Problem } from '../../session/step.ts';
import { isVerified } from '../../solve/verdicts.ts';
import { markFormulas } from '../../text/markFormulas.ts';
import type { TeachMeans } from '../teachMeans.ts';
import { likeness } from './decency.ts';
import { proposals } from './proposals.ts';
import { createRandom } from './random.ts';
import { shapeOf } from './shape.ts';

/** A problem of the same shape with other numbers, solved and verified. */
export interface Variant {
  /** Markdown with $…$. */
  readonly text: string;
  readonly problem: Problem;
  readonly next: NextMove;
}

/** What a variant has to be beyond being of the same kind. */
export type Wish = (variant: Variant) => boolean;

const maxProposals = 240;
const maxSolved = 70;
/** Same way, same ideas, an answer of the same form. */
const perfect = 0.999;
const acceptable = 0.55;

/**
 * The variant of a problem that is most like it among those that the seed proposes; the first perfect one ends the
 * search. `method`: the way to be followed. Undefined where none is decent.
 */
export async function findVariant(
  original: NextMove,
  text: string,
  { seed, method, wish }: { readonly seed: string; readonly method?: string | undefined; readonly wish?: Wish },
  means: TeachMeans,
): Promise<Variant | undefined> {
  const base = baseText(text);
  const wanted = shapeOf(original.reading);
  const seen = new Set([compact(base), compact(text)]);
  let best: { readonly variant: Variant; readonly score: number } | undefined;
  let solved = 0;
  for (const proposal of proposals(base, original, createRandom(`${seed}\n${text}`), maxProposals)) {
    means.work.check();
    const key = compact(proposal);
    if (seen.has(key)) continue;
    seen.add(key);
    const reading = readProblem({ text: proposal });
    if (reading.type !== 'read' || shapeOf(reading.reading) !== wanted) continue;
    solved += 1;
    if (solved > maxSolved) break;
    const problem: Problem = { text: proposal, title: proposal, format: 'markdown' };
    const next = await solve(problem, method ?? original.way.id, means);
    if (next === undefined) continue;
    const { score, isDecent } = likeness(original, next);
    if (!isDecent || score < acceptable || (best !== undefined && score <= best.score)) continue;
    const variant = { text: proposal, problem, next };
    if (wish !== undefined && !wish(variant)) continue;
    best = { variant, score };
    if (score >= perfect) break;
  }
  return best?.variant;
}

/** Solved by the same way where it can be, and its answer verified. */
export async function solve(
  problem: Problem,
  method: string | undefined,
  { moves, work }: TeachMeans,
): Promise<NextMove | undefined> {
  for (const wanted of method === undefined ? [undefined] : [method, undefined]) {
    try {
      const next = await moves.nextMove({ problem, steps: [] }, { grain: 'normal', method: wanted, avoid: [] }, work);
      if (next.type === 'move') return isVerified(next.answer.verdict) ? next : undefined;
    } catch (fault) {
      if (fault instanceof WorkInterrupted) throw fault;
    }
  }
  return undefined;
}

/** The text with its formulas in $…$, where it is sure which they are and they read the same. */
export function baseText(text: string): string {
  const marked = /[$`\\]/.test(text) ? undefined : markFormulas(text);
  if (marked === undefined) return text;
  const [before, after] = [readProblem({ text }), readProblem({ text: marked })];
  const isSame = before.type === 'read' && after.type === 'read' && shapeOf(before.reading) === shapeOf(after.reading);
  return isSame ? marked : text;
}

function compact(text: string): string {
  return text.replaceAll(/[\s$\\]/g, '');
}
