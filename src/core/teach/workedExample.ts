import { stretchAt } from '../solve/grain.ts';
import type { NextMove } from '../solve/builtin.ts';
import { ruleOf } from '../solve/rules.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import type { Problem } from '../session/step.ts';
import { literalsOf } from './another/literals.ts';
import { findVariant, solve, type Variant } from './another/variants.ts';
import { rulesOf } from './another/decency.ts';
import type { Hint, WorkedExample } from './hint.ts';
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
 * learner's own shape with other numbers, then one of a list; where the idea itself is the outcome ("No solution"), one
 * that comes out differently.
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
  const isFit = (variant: Variant): boolean =>
    allRules(variant.next).includes(rule) && !tells(exampleOf(variant, request), isLeak);
  const own = new Set(literalsOf(text).map((literal) => literal.text));
  const welcome = (proposal: string): number => shareOfOthers(proposal, own);
  const wish = { isFit, welcome };
  const found =
    (await findVariant(next, text, { seed: `example ${seed}`, method: next.way.id, wish }, means)) ??
    (await fromList(next, seed, isFit, means));
  const idea = ruleOf(rule, next.task.kind);
  if (found !== undefined) {
    const name =
      idea === undefined || idea.question !== undefined
        ? 'A problem of the same kind'
        : `**${idea.name}**, on a problem of the same kind`;
    return { text: `${name}: ${found.text}`, example: exampleOf(found, request) };
  }
  const other = await fromList(next, seed, (variant) => !tells(exampleOf(variant, request), isLeak), means);
  return (
    other && {
      text: `A problem of the same kind, with another outcome: ${other.text}`,
      example: exampleOf(other, request),
    }
  );
}

/** Those of the list that ask for the same thing, beginning at a place that the seed chooses. */
async function fromList(
  next: NextMove,
  seed: number,
  isFit: (variant: Variant) => boolean,
  means: TeachMeans,
): Promise<Variant | undefined> {
  const texts = sampleProblems.find(([kind]) => kind === next.reading.task.kind)?.[1] ?? [];
  const start = texts.length === 0 ? 0 : Math.abs(seed) % texts.length;
  for (const text of [...texts.slice(start), ...texts.slice(0, start)]) {
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
