import { readProblem } from '../solve/read/readProblem.ts';
import type { Problem } from '../session/step.ts';
import { compact, findVariant, solve, type Variant } from './another/variants.ts';
import { nothing, type NothingToTeach, type TeachMeans } from './teachMeans.ts';

export interface MadeProblem {
  readonly type: 'made';
  /** Markdown with $…$, worded like the original. */
  readonly problem: string;
  readonly answer: string;
}

/** Seeds of one block never give the same problem twice. */
const blockSize = 16;
const limitMs = 2_000;
const leastMs = 300;

/**
 * A problem of the same shape and difficulty with other numbers, solved and verified. The same seed gives the same problem;
 * consecutive seeds give different ones, within a block of 16 for certain. Throws WorkInterrupted where `means.work` says so.
 */
export async function anotherProblem(
  problem: Problem,
  seed: number,
  means: TeachMeans,
): Promise<MadeProblem | NothingToTeach> {
  const read = readProblem(problem);
  if (read.type === 'notUnderstood') return nothing(read.detail);
  const original = await solve(problem, undefined, means);
  if (original === undefined) return nothing('I can’t solve this problem myself, so I can’t make another one like it.');
  const first = Math.floor(seed / blockSize) * blockSize;
  const made = means.made?.get(problem.text) ?? new Map<number, string>();
  means.made?.set(problem.text, made);
  let found: Variant | undefined;
  const end = (means.now?.() ?? 0) + limitMs;
  for (let turn = first; turn <= seed; turn += 1) {
    if (turn < seed && made.has(turn)) continue;
    const earlier = new Set([...made].filter(([other]) => other >= first && other < turn).map(([, text]) => text));
    const wish = { isFit: ({ text }: Variant): boolean => !earlier.has(compact(text)) };
    const left = Math.max(leastMs, (end - (means.now?.() ?? 0)) / (seed - turn + 1));
    found = await findVariant(original, problem.text, { seed: turn.toString(), wish, limitMs: left }, means);
    // Nothing, for a turn that found nothing: it is not searched again.
    made.set(turn, found === undefined ? '' : compact(found.text));
  }
  return found === undefined
    ? nothing('I found no other numbers for this problem with as good an answer.')
    : { type: 'made', problem: found.text, answer: found.next.answer.text };
}
