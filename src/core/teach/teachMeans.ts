import type { BuiltinMoves } from '../solve/builtin.ts';
import type { ExactWork } from '../solve/exactWork.ts';

/** What hints and new problems are made with. It knows answers: it lives in the worker, and only what it gives leaves. */
export interface TeachMeans {
  readonly moves: BuiltinMoves;
  /** Throws WorkInterrupted once the time is up. */
  readonly work: ExactWork;
}

/** Nothing could be given, with a plain sentence. */
export interface NothingToTeach {
  readonly type: 'none';
  readonly reason: 'stuck';
  readonly detail: string;
}

export function nothing(detail: string): NothingToTeach {
  return { type: 'none', reason: 'stuck', detail };
}
