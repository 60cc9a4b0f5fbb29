import type { NextMove } from '../../solve/builtin.ts';
import { type ExactWork, WorkInterrupted } from '../../solve/exactWork.ts';
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

/** What a variant has to be beyond being of the same kind, and how welcome it is, from 0 to 1. */
export interface Wish {
  readonly isFit?: ((variant: Variant) => boolean) | undefined;
  readonly welcome?: ((text: string) => number) | undefined;
}

const maxRounds = 60;
const maxSolved = 60;
/** How often one variant may ask for the deadline, and milliseconds for one variant and for the search. */
const maxChecks = 400;
const variantLimitMs = 500;
const searchLimitMs = 2_000;
const acceptable = 0.4;

/** Same way, same ideas, an answer of the same form; the longer the search, the less will do. */
function goodEnough(solved: number): number {
  return solved < 6 ? 0.999 : solved < 12 ? 0.9 : solved < 24 ? 0.8 : solved < 40 ? 0.7 : 0.5;
}

interface Search {
  readonly seed: string;
  readonly method?: string | undefined;
  readonly wish?: Wish | undefined;
  /** Milliseconds. */
  readonly limitMs?: number | undefined;
}

/**
 * The variant of a problem that is most like it among those that the seed proposes; the first perfect one ends the
 * search. `method`: the way to be followed. Undefined where none is decent.
 */
export async function findVariant(
  original: NextMove,
  text: string,
  { seed, method, wish, limitMs = searchLimitMs }: Search,
  means: TeachMeans,
): Promise<Variant | undefined> {
  const base = baseText(text);
  const wanted = shapeOf(original.reading);
  const seen = new Set([compact(base), compact(text)]);
  let best: { readonly variant: Variant; readonly score: number } | undefined;
  let solved = 0;
  const end = (means.now?.() ?? 0) + limitMs;
  for (const proposal of proposals(base, original, createRandom(`${seed}\n${text}`), maxRounds)) {
    means.work.check();
    if ((means.now?.() ?? 0) > end) break;
    const key = compact(proposal);
    if (seen.has(key) || isOddlyWritten(proposal)) continue;
    seen.add(key);
    const reading = readProblem({ text: proposal });
    if (reading.type !== 'read' || shapeOf(reading.reading) !== wanted) continue;
    solved += 1;
    if (solved > maxSolved || (best !== undefined && best.score >= goodEnough(solved))) break;
    const problem: Problem = { text: proposal, title: proposal, format: 'markdown' };
    const next = await solve(problem, method ?? original.way.id, { ...means, work: limited(means) });
    if (next === undefined) continue;
    const { score: likeScore, isDecent } = likeness(original, next);
    const score = likeScore * (0.75 + 0.25 * (wish?.welcome?.(proposal) ?? 1));
    if (!isDecent || likeScore < acceptable || (best !== undefined && score <= best.score)) continue;
    const variant = { text: proposal, problem, next };
    if (wish?.isFit?.(variant) === false) continue;
    best = { variant, score };
    if (score >= goodEnough(solved)) break;
  }
  return best?.variant;
}

/** "1x" and "- -2/x": right, and nobody writes so. */
function isOddlyWritten(text: string): boolean {
  return (
    /(?<![\d.,_^{])1(?=[a-z](?!\w*st\b)|\\(?:sin|cos|tan|ln|log|sqrt)\b)(?!st\b)/i.test(text) ||
    /[-+]\s*\\frac\{-/.test(text)
  );
}

class TooMuchWork extends WorkInterrupted {}

function limited({ work, now }: TeachMeans): ExactWork {
  let checks = 0;
  const end = (now?.() ?? 0) + variantLimitMs;
  return {
    check: () => {
      work.check();
      checks += 1;
      if (checks > maxChecks || (now?.() ?? 0) > end) throw new TooMuchWork('a variant takes too long');
    },
  };
}

/** Solved by the method, or by the solver's own choice without one, and its answer verified. */
export async function solve(
  problem: Problem,
  method: string | undefined,
  { moves, work }: TeachMeans,
): Promise<NextMove | undefined> {
  try {
    const next = await moves.nextMove({ problem, steps: [] }, { grain: 'normal', method, avoid: [] }, work);
    return next.type === 'move' && isVerified(next.answer.verdict) ? next : undefined;
  } catch (fault) {
    if (fault instanceof WorkInterrupted && !(fault instanceof TooMuchWork)) throw fault;
    return undefined;
  }
}

/** The text with its formulas in $…$, where it is sure which they are and they read the same. */
export function baseText(text: string): string {
  const marked = /[$`\\]/.test(text) ? undefined : markFormulas(text);
  if (marked === undefined) return text;
  const [before, after] = [readProblem({ text }), readProblem({ text: marked })];
  const isSame = before.type === 'read' && after.type === 'read' && shapeOf(before.reading) === shapeOf(after.reading);
  return isSame ? marked : text;
}

/** Equal for two spellings of one problem. */
export function compact(text: string): string {
  return text.replaceAll(/[\s$\\{}]/g, '');
}
