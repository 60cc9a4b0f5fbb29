import type { Grain, Problem, Step } from '../../../src/core/session/step.ts';
import { createBuiltinMoves, createBuiltinSolver } from '../../../src/core/solve/builtin.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';
import type { Hint, HintLevel } from '../../../src/core/teach/hint.ts';
import { hintFor } from '../../../src/core/teach/hintFor.ts';
import type { NothingToTeach, TeachMeans } from '../../../src/core/teach/teachMeans.ts';

export const means: TeachMeans = { moves: createBuiltinMoves(), work: unlimitedWork };

export function problemOf(text: string): Problem {
  return { text, title: text, format: 'plain' };
}

const solver = createBuiltinSolver();

/** All steps, as a learner would get them press by press. */
export async function solved(text: string, grain: Grain): Promise<readonly Step[]> {
  const steps: Step[] = [];
  while (steps.at(-1)?.final === undefined) {
    const before = steps.length;
    const partial = { problem: problemOf(text), steps: [...steps] };
    for await (const event of solver.next(partial, { grain, avoid: [] }, new AbortController().signal))
      if (event.type === 'step') steps.push(event.step);
    if (steps.length === before || steps.length > 100) throw new Error(`no step: ${text}`);
  }
  return steps;
}

export async function hintAfter(
  text: string,
  steps: readonly Step[],
  level: HintLevel,
  { grain = 'normal', lines = [], seed = 3 }: { grain?: Grain; lines?: readonly string[]; seed?: number } = {},
): Promise<Hint | NothingToTeach> {
  const partial = { problem: problemOf(text), steps };
  return hintFor({ partial, request: { grain, avoid: [] }, level, seed, lines }, means);
}

/** Everything that a hint says, line by line. */
export function textsOf({ text, example }: Hint): readonly string[] {
  if (example === undefined) return [text];
  const steps = example.steps.flatMap((step) => [step.text, step.latex === undefined ? '' : `$${step.latex}$`]);
  return [text, example.problem, `$${example.answer}$`, ...steps];
}

/** The formulas of a text, and the numbers between them. */
export function piecesOf(text: string): readonly string[] {
  return text
    .split(/\$\$?/)
    .flatMap((part, index) => (index % 2 === 1 ? [part] : (part.match(/-?\d+(?:\.\d+)?(?:\/\d+)?/g) ?? [])));
}
