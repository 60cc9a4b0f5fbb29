import { stretchAt } from '../solve/grain.ts';
import type { NextMove } from '../solve/builtin.ts';
import { ruleOf } from '../solve/rules.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import { findVariant, type Variant } from './another/variants.ts';
import { rulesOf } from './another/decency.ts';
import type { Hint, WorkedExample } from './hint.ts';
import type { LeakTest } from './leaks.ts';
import type { TeachMeans } from './teachMeans.ts';

interface Asked {
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  readonly seed: number;
}

/** The third hint: the idea at work on a different problem of the same kind, which is solved and verified like any other. */
export async function workedExample(
  { partial, request, seed }: Asked,
  next: NextMove,
  isLeak: LeakTest,
  means: TeachMeans,
): Promise<Pick<Hint, 'text' | 'example'> | undefined> {
  const { rule } = next.stretch;
  const wish = (variant: Variant): boolean =>
    allRules(variant.next).includes(rule) && !tells(exampleOf(variant, request), isLeak);
  const found = await findVariant(
    next,
    partial.problem.text,
    { seed: `example ${seed}`, method: next.way.id, wish },
    means,
  );
  if (found === undefined) return undefined;
  const name = ruleOf(rule, next.task.kind)?.name;
  const idea = name === undefined ? 'A problem of the same kind' : `**${name}**, on a problem of the same kind`;
  return { text: `${idea}: ${found.text}`, example: exampleOf(found, request) };
}

function allRules(next: NextMove): readonly string[] {
  return [...rulesOf(next), ...next.moves.flatMap(({ parts }) => (parts ?? []).map((part) => part.rule))];
}

function exampleOf({ text, next }: Variant, { grain }: StepRequest): WorkedExample {
  const steps: { text: string; latex?: string | undefined }[] = [];
  for (let at = stretchAt(next.moves, 0, grain); at !== undefined; at = stretchAt(next.moves, at.cursor, grain))
    steps.push({ text: at.text, latex: at.latex });
  return { problem: text, steps, answer: next.answer.text };
}

function tells({ problem, steps, answer }: WorkedExample, isLeak: LeakTest): boolean {
  const texts = [
    problem,
    `$${answer}$`,
    ...steps.flatMap(({ text, latex }) => [text, latex === undefined ? '' : `$${latex}$`]),
  ];
  return texts.some(isLeak);
}
