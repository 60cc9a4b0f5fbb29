import type { NextMove } from '../solve/builtin.ts';
import { ruleOf } from '../solve/rules.ts';

/** The first hint: the idea's name and why it helps, in words that fit every problem, from the fullest to the plainest. */
export function nameIdea({ stretch, task }: NextMove): readonly string[] {
  const rule = ruleOf(stretch.rule, task.kind);
  if (rule === undefined) return [plainest];
  if (rule.question !== undefined) return [rule.question, plainest];
  return [`**${rule.name}.** ${rule.words ?? rule.why}`, `**${rule.name}.**`, plainest];
}

const plainest = 'Look at what you have, and at what the question asks for: what would bring the two closer together?';
