import type { Given, Task } from '../task.ts';
import type { Slots } from './slots.ts';

/** What a wording stands for: the question, with what the sentence itself gives. */
export interface Understood {
  readonly task: Task;
  readonly givens?: readonly Given[] | undefined;
}

/** One row of a table of wordings. The first template and filling for which `read` gives something is taken. */
export interface Entry {
  readonly say: readonly string[];
  readonly read: (slots: Slots) => Task | Understood | undefined;
}
