import { stretchAt } from '../solve/grain.ts';
import type { NextMove } from '../solve/builtin.ts';
import { ruleOf } from '../solve/rules.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import type { Problem } from '../session/step.ts';
import { literalsOf } from './another/literals.ts';
import { findVariant, solve, type Variant } from './another/variants.ts';
import { rulesOf } from './another/decency.ts';
import type { Hint, WorkedExample } from './hint.ts';
import { kinship, taskOf } from './kinship.ts';
import type { LeakTest } from './leaks.ts';
import { sampleProblems } from './sampleProblems.ts';
import type { TeachMeans } from './teachMeans.ts';

interface Asked {
  readonly partial: PartialSolution;
  readonly request: StepRequest;
  readonly seed: number;
}

/**
 * The third hint: the idea at work on a different problem, which is solved and verified like any other. First one of the
 * learner's own shape with other numbers, then one of a list; where the idea itself is the outcome ("No solution"), or
 * every such problem has the next line in it, the nearest one that comes out differently.
 */
export async function workedExample(
  asked: Asked,
  next: NextMove,
  isLeak: LeakTest,
  means: TeachMeans,
): Promise<Pick<Hint, 'text' | 'example'> | undefined> {
  const { partial, request, seed } = asked;
  const { rule } = next.stretch;
  const text = partial.problem.text;
  const isSilent = (variant: Variant): boolean => !tells(exampleOf(variant, request), isLeak);
  const isFit = (variant: Variant): boolean => allRules(variant.next).includes(rule) && isSilent(variant);
  const own = new Set(literalsOf(text).map((literal) => literal.text));
  const welcome = (proposal: string): number => shareOfOthers(proposal, own);
  const wish = { isFit, welcome };
  const idea = ruleOf(rule, next.task.kind);
  const isOutcome = idea?.question !== undefined && /\b(?:no|every)\b/.test(next.answer.text);
  const found = isOutcome
    ? undefined
    : ((await findVariant(next, text, { seed: `example ${seed}`, method: next.way.id, wish }, means)) ??
      (await fromList(next, seed, 0, isFit, means)));
  if (found !== undefined) {
    const isNamed = idea !== undefined && idea.question === undefined;
    const name = isNamed ? `**${idea.name}**, on a problem of the same kind:` : 'A problem of the same kind:';
    return { text: name, example: exampleOf(found, request) };
  }
  const other = await fromList(next, seed, nearEnough, isSilent, means);
  return (
    other && { text: 'A problem of the same kind that comes out differently:', example: exampleOf(other, request) }
  );
}

/** Below, two problems have too little in common to be called of one kind. */
const nearEnough = 0.5;
const listLimitMs = 1_000;

/** Those of the list that ask for the same thing, the nearest first, equally near ones from a place that the seed chooses. */
async function fromList(
  next: NextMove,
  seed: number,
  least: number,
  isFit: (variant: Variant) => boolean,
  means: TeachMeans,
): Promise<Variant | undefined> {
  const { task } = next.reading;
  const texts = sampleProblems.find(([kind]) => kind === task.kind)?.[1] ?? [];
  const start = texts.length === 0 ? 0 : Math.abs(seed) % texts.length;
  const near = [...texts.slice(start), ...texts.slice(0, start)]
    .map((text) => {
      const other = taskOf(text);
      return { text, nearness: other === undefined ? 0 : kinship(task, other) };
    })
    .filter(({ nearness }) => nearness >= least)
    .toSorted((a, b) => b.nearness - a.nearness);
  const end = (means.now?.() ?? 0) + listLimitMs;
  for (const { text } of near) {
    if ((means.now?.() ?? 0) > end) break;
    const problem: Problem = { text, title: text, format: 'markdown' };
    const solved = await solve(problem, undefined, means);
    const variant = solved && { text, problem, next: solved };
    if (variant !== undefined && isFit(variant)) return variant;
  }
  return undefined;
}

/** How many of the numbers are not the learner's own; small ones are everybody's. */
function shareOfOthers(text: string, own: ReadonlySet<string>): number {
  const numbers = literalsOf(text).filter(
    ({ role, text: digits }) => role === 'plain' && !/^(?:[012]|10+)$/.test(digits),
  );
  return numbers.length === 0 ? 1 : numbers.filter(({ text: digits }) => !own.has(digits)).length / numbers.length;
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
