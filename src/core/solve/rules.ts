import { calculusRules } from './calculus/rules.ts';
import { equationRules } from './equations/rules.ts';
import type { Rule } from './rule.ts';
import { expressionRules } from './expressions/rules.ts';
import { numberRules } from './numbers/rules.ts';

const general = {
  given: {
    name: 'Work out what is given first',
    why: 'What the question builds on must be known before the question can be answered.',
  },
  'put-in': { name: 'Put in what is known', why: 'Equals may be put in for equals.' },
} satisfies Record<string, Rule>;

const all: Readonly<Record<string, Rule>> = {
  ...general,
  ...equationRules,
  ...numberRules,
  ...expressionRules,
  ...calculusRules,
};

/** The idea behind a step by its id (Step.rule). */
export function ruleOf(id: string): Rule | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined;
}
