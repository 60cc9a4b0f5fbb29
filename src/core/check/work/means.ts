import type { ExactWork } from '../../solve/exactWork.ts';
import type { Conventions } from '../conventions.ts';

/** What the deciders need, filled in. */
export interface Means {
  readonly conventions: Conventions;
  readonly unknowns: readonly string[];
  readonly work: ExactWork;
}
