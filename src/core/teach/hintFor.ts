import type { NextMove } from '../solve/builtin.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import { findPlace } from './findPlace.ts';
import type { Hint, HintLevel } from './hint.ts';
import { createLeakTest } from './leaks.ts';
import { nameIdea } from './nameIdea.ts';
import { offMyWays, standAfter } from './ownLines.ts';
import { nothing, type NothingToTeach, type TeachMeans } from './teachMeans.ts';
import { workedExample } from './workedExample.ts';

export interface HintRequest {
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  readonly level: HintLevel;
  /** The same seed gives the same example. */
  readonly seed: number;
  /** The learner's own lines after the revealed steps; the hint is for the line after them. */
  readonly lines: readonly string[];
}

/**
 * A hint for the next step of the built-in solver, or for the line after the learner's own. No level but the last holds
 * the next line or the answer, up to form: a text that would is replaced by a plainer one, down to words alone.
 * Throws WorkInterrupted where `means.work` says so.
 */
export async function hintFor(hint: HintRequest, means: TeachMeans): Promise<Hint | NothingToTeach> {
  const standing = await standAfter(hint, means);
  if (standing.type === 'none') return standing;
  const { partial, request } = standing;
  const next = await means.moves.nextMove(partial, request, means.work);
  if (next.type === 'stuck') return nothing(standing.isAfresh === true ? offMyWays : next.detail);
  if (hint.level === 4) return { level: 4, text: stepItself(next) };

  if (hint.level === 3) {
    const tells = createLeakTest(next, means.work, 'another problem');
    const example = await workedExample({ partial, request, seed: hint.seed }, next, tells, means);
    return example === undefined
      ? nothing('I found no other problem of this kind to show this step on. The next hint is the step itself.')
      : { level: 3, ...example };
  }
  const isLeak = createLeakTest(next, means.work);
  const texts = hint.level === 1 ? nameIdea(next) : findPlace(partial, next);
  const text = texts.find((candidate) => !isLeak(candidate));
  return text === undefined
    ? nothing('All that I could say here would tell the step itself.')
    : { level: hint.level, text };
}

function stepItself({ stretch }: NextMove): string {
  return stretch.latex === undefined ? stretch.text : `${stretch.text}\n\n$$${stretch.latex}$$`;
}
