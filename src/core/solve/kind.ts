import type { ExactWork } from './exactWork.ts';
import type { Way } from './derivation.ts';
import type { Task, TaskKind } from './task.ts';

/**
 * One kind of question that the built-in solver can answer: one file, one line in kinds.ts.
 * `ways` returns the methods in the order of preference, [] when this kind can't do the task. It must be cheap:
 * the work is done in Way.derive.
 */
export interface Kind {
  readonly id: string;
  readonly tasks: readonly TaskKind[];
  ways(task: Task, work: ExactWork): readonly Way[] | Promise<readonly Way[]>;
}
