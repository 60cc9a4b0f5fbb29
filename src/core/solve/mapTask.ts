import type { Expr } from '../math/expr.ts';
import type { Task } from './task.ts';

/**
 * The same task with every expression in it replaced by `change(expression)`.
 * The fields of a task hold expressions, arrays or small records of them; the only objects with a `kind` inside a task
 * are expressions, so one walk serves all kinds of task, those to come included.
 */
export function mapTask(task: Task, change: (expr: Expr) => Expr): Task {
  const { kind, ...fields } = task;
  return { kind, ...(mapFields(fields, change) as object) } as Task;
}

/** Every expression that stands in a field of the task. */
export function expressionsOf(task: Task): readonly Expr[] {
  const found: Expr[] = [];
  mapTask(task, (expr) => {
    found.push(expr);
    return expr;
  });
  return found;
}

function mapFields(value: unknown, change: (expr: Expr) => Expr): unknown {
  if (Array.isArray(value)) return value.map((item) => mapFields(item, change));
  if (typeof value !== 'object' || value === null) return value;
  if (isExpr(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, mapFields(field, change)]));
}

function isExpr(value: object): value is Expr {
  return 'kind' in value && typeof value.kind === 'string';
}
