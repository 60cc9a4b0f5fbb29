import { isInteger } from '../math/rational.ts';
import type { Expr } from '../math/expr.ts';
import { children, freeSymbols } from '../math/tree.ts';
import { expressionsOf } from '../solve/mapTask.ts';
import { readProblem } from '../solve/read/readProblem.ts';
import type { Task } from '../solve/task.ts';

/** How much two questions are made of the same things, roots, bars, powers, lines, from 0 to 1. */
export function kinship(one: Task, other: Task): number {
  if (one.kind !== other.kind) return 0;
  const [left, right] = [featuresOf(one), featuresOf(other)];
  const common = [...left].filter((feature) => right.has(feature)).length;
  return (1 + common) / (1 + left.size + right.size - common);
}

/** The question that a text asks; undefined where it can’t be read. */
export function taskOf(text: string): Task | undefined {
  const read = readProblem({ text });
  return read.type === 'read' ? read.reading.task : undefined;
}

function featuresOf(task: Task): ReadonlySet<string> {
  const features = new Set<string>();
  const expressions = expressionsOf(task);
  if (task.kind === 'solve') features.add(`lines ${task.statements.length}`);
  const walk = (expr: Expr): void => {
    const feature = featureOf(expr);
    if (feature !== undefined) features.add(feature);
    children(expr).forEach(walk);
  };
  expressions.forEach(walk);
  return features;
}

function featureOf(expr: Expr): string | undefined {
  const hasLetter = (part: Expr): boolean => freeSymbols(part).length > 0;
  switch (expr.kind) {
    case 'number':
      return isInteger(expr.value) ? undefined : 'part of a whole';
    case 'symbol':
    case 'negate':
    case 'hole':
      return undefined;
    case 'power': {
      if (hasLetter(expr.exponent)) return 'exponential';
      if (!hasLetter(expr.base)) return 'power of a number';
      const bracket = expr.base.kind === 'add' ? ' of a bracket' : '';
      return `power ${expr.exponent.kind === 'number' ? expr.exponent.value.toFraction() : ''}${bracket}`;
    }
    case 'divide':
      return hasLetter(expr.denominator) ? 'letter below' : 'fraction';
    case 'multiply':
      return expr.factors.some(({ kind }) => kind === 'add') ? 'bracket' : undefined;
    case 'call':
      return expr.name === 'cos' ? 'sin' : expr.name;
    case 'relation':
      return expr.operators.join(' ');
    default:
      return expr.kind;
  }
}
