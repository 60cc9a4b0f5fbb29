import { toText } from '../../../../src/core/math/print/toText.ts';
import { readProblem } from '../../../../src/core/solve/read/readProblem.ts';
import { mapTask } from '../../../../src/core/solve/mapTask.ts';
import { type Given, type Task } from '../../../../src/core/solve/task.ts';

/** A task in one line: its kind, then its fields in their order, expressions as text, empty lists and nothings left out. */
export function describeTask(task: Task): string {
  const texts = new Map<object, string>();
  mapTask(task, (expr) => {
    texts.set(expr, toText(expr));
    return expr;
  });
  const field = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(field).join(', ');
    if (typeof value !== 'object' || value === null) return String(value);
    return (
      texts.get(value) ??
      Object.values(value)
        .filter((one) => one !== undefined)
        .map(field)
        .join(':')
    );
  };
  const { kind, ...fields } = task;
  const parts = Object.values(fields)
    .filter((value) => value !== undefined && !(Array.isArray(value) && value.length === 0) && value !== 'real')
    .map(field)
    .filter((text) => text !== '');
  return [kind, ...parts].join(' | ');
}

function describeGiven(given: Given): string {
  switch (given.type) {
    case 'value':
      return `${given.name} := ${describeTask(given.task)}`;
    case 'function':
      return `${given.name}(${given.parameters.join(', ')}) := ${describeTask(given.task)}`;
    case 'suppose':
      return given.statements.map((statement) => toText(statement)).join(', ');
  }
}

/** What was read from a problem's text, or "?" with the sentence that says why not. */
export function reading(text: string): string {
  const result = readProblem({ text });
  if (result.type === 'notUnderstood') return `? ${result.detail}`;
  return [...result.reading.givens.map(describeGiven), describeTask(result.reading.task)].join('; ');
}
