import { calculusRules } from './calculus/rules.ts';
import { equationRules } from './equations/rules.ts';
import type { Rule } from './rule.ts';
import { expressionRules } from './expressions/rules.ts';
import { numberRules } from './numbers/rules.ts';
import type { TaskKind } from './task.ts';

const general = {
  given: {
    name: 'Work out what is given first',
    why: 'What the question builds on must be known before the question can be answered.',
    look: 'what the question builds on',
  },
  'put-in': {
    name: 'Put in what is known',
    why: 'Equals may be put in for equals.',
    look: 'the letter whose value is known',
  },
} satisfies Record<string, Rule>;

const tables = [calculusRules, expressionRules, numberRules, equationRules, general] satisfies readonly Readonly<
  Record<string, Rule>
>[];

const equationTasks: ReadonlySet<TaskKind> = new Set(['solve']);
const calculusTasks: ReadonlySet<TaskKind> = new Set(['derivative', 'integral', 'limit', 'sum', 'tangent', 'extrema']);
const expressionTasks: ReadonlySet<TaskKind> = new Set([
  ...(['simplify', 'expand', 'factor', 'collect', 'combine', 'coefficient', 'completeSquare'] as const),
  ...(['partialFractions', 'polynomialDivision'] as const),
]);

/** A few ids stand in two tables: what the question is about says which is meant. */
function tableFor(task: TaskKind): Readonly<Record<string, Rule>> {
  if (equationTasks.has(task)) return equationRules;
  if (calculusTasks.has(task)) return calculusRules;
  return expressionTasks.has(task) ? expressionRules : numberRules;
}

/** The idea behind a step by its id (Step.rule), in the words that fit the kind of question. */
export function ruleOf(id: string, task?: TaskKind): Rule | undefined {
  const found = [...(task === undefined ? [] : [tableFor(task)]), ...tables].find((table) => Object.hasOwn(table, id));
  return (found as Readonly<Record<string, Rule>> | undefined)?.[id];
}

/** Every rule, by the table that it stands in. */
export const allRules: readonly (readonly [string, Rule])[] = tables.flatMap((table) => Object.entries<Rule>(table));
