import type { Expr } from '../../math/expr.ts';
import { degree } from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { contains, freeSymbols, hasSymbol } from '../../math/tree.ts';
import { expressionsOf } from '../mapTask.ts';
import type { Given, Task } from '../task.ts';
import type { ReadContext } from './context.ts';
import { curveOf } from './curveOf.ts';

/** A question with everything that the text gives. */
interface Whole {
  readonly task: Task;
  readonly givens: readonly Given[];
}

/** Questions that can only be understood together with what is given. */
export function settle(context: ReadContext, whole: Whole): Whole {
  const settled = withConditions(askedUnknown(context, withCurve(whole)));
  refuseVertex(context, settled);
  notePercentTerm(context, settled.task);
  const isPlainLog = (node: Expr): boolean => node.kind === 'call' && node.name === 'log' && node.args.length === 1;
  const tasks = [settled.task, ...settled.givens.flatMap((given) => (given.type === 'suppose' ? [] : [given.task]))];
  if (tasks.some((task) => expressionsOf(task).some((expr) => contains(expr, isPlainLog)))) {
    context.notes.add('I read log without a base as the logarithm to base 10.');
  }
  return settled;
}

/** "Solve x² = 4. Assume x > 0.": an inequality for a letter of the equation is a condition on its solutions. */
function withConditions({ task, givens }: Whole): Whole {
  if (task.kind !== 'solve') return { task, givens };
  const letters = new Set(task.statements.flatMap((statement) => freeSymbols(statement)));
  const isCondition = (given: Given): given is Extract<Given, { type: 'suppose' }> =>
    given.type === 'suppose' &&
    given.statements.every(
      (one) =>
        one.kind === 'relation' &&
        one.operators.every((operator) => operator !== '=') &&
        freeSymbols(one).every((name) => letters.has(name)),
    );
  const conditions = givens.filter(isCondition).flatMap((given) => given.statements);
  if (conditions.length === 0) return { task, givens };
  return {
    task: { ...task, statements: [...task.statements, ...conditions] },
    givens: givens.filter((given) => !isCondition(given)),
  };
}

/** 100 + 10% is 100.1 as it stands; pocket calculators add ten percent of the hundred. */
function notePercentTerm(context: ReadContext, task: Task): void {
  const isPercent = (node: Expr): boolean =>
    node.kind === 'negate' ? isPercent(node.operand) : node.kind === 'number' && node.notation === 'percent';
  const isMixed = (node: Expr): boolean =>
    node.kind === 'add' && node.terms.some(isPercent) && !node.terms.every(isPercent);
  const sum = expressionsOf(task).find((expr) => contains(expr, isMixed));
  if (sum === undefined) return;
  context.notes.add('I read a percentage in a sum as a number, 10% as 0.1, not as a share of what stands before it.');
}

/** Only a parabola has one vertex and no other critical point. */
function refuseVertex(context: ReadContext, { task, givens }: Whole): void {
  if (task.kind !== 'extrema' || !/\bvertex\b/i.test(context.text)) return;
  const curve = curveOf(task.expr, givens);
  const polynomial = curve && toPolynomial(curve);
  if (polynomial?.variables.length !== 1 || degree(polynomial) !== 2) {
    context.refusal.detail ??= 'I can find the vertex of a parabola only, and this is not a quadratic expression.';
  }
}

/** y' and y'' where y is a letter: the derivative of what it stands for. */
function derivativeOfName(task: Task): Task {
  if (task.kind !== 'evaluate' || task.expr.kind !== 'call') return task;
  const { name, args, primes } = task.expr;
  if (primes === undefined || args.length > 0) return task;
  return { kind: 'derivative', expr: { kind: 'symbol', name }, order: primes };
}

type CurveTask = Extract<Task, { kind: 'derivative' | 'integral' | 'limit' | 'tangent' | 'extrema' }>;
const curveKinds: ReadonlySet<string> = new Set([
  'derivative',
  'integral',
  'limit',
  'tangent',
  'extrema',
] satisfies CurveTask['kind'][]);

/** "Let y = x². Find dy/dx": y stands for its expression. */
function withCurve({ task: asked, givens }: Whole): Whole {
  const task = derivativeOfName(asked);
  if (!curveKinds.has(task.kind) || !('expr' in task) || task.expr.kind !== 'symbol') return { task, givens };
  const { name } = task.expr;
  for (const [at, given] of givens.entries()) {
    const [only, more] = given.type === 'suppose' ? given.statements : [];
    const [left, right] =
      only?.kind === 'relation' && more === undefined && only.operands.length === 2 ? only.operands : [];
    const expr =
      given.type === 'value' && given.name === name && given.task.kind === 'evaluate'
        ? given.task.expr
        : left?.kind === 'symbol' && left.name === name
          ? right
          : undefined;
    if (expr !== undefined) return { task: { ...(task as CurveTask), expr }, givens: givens.toSpliced(at, 1) };
  }
  return { task, givens };
}

/** "Suppose x² = 4. What is x?" is an equation to be solved, not a value to be looked up. */
function askedUnknown(context: ReadContext, { task, givens }: Whole): Whole {
  if (task.kind !== 'evaluate' || task.expr.kind !== 'symbol') return { task, givens };
  const { name } = task.expr;
  const at = givens.findLastIndex(
    (given) => given.type === 'suppose' && given.statements.some((one) => hasSymbol(one, name)),
  );
  const given = givens[at];
  if (given?.type !== 'suppose') return { task, givens };
  return {
    task: {
      kind: 'solve',
      statements: given.statements,
      unknowns: [name],
      domain: context.isComplex ? 'complex' : 'real',
    },
    givens: givens.toSpliced(at, 1),
  };
}
