import type { BuiltinMoves } from '../solve/builtin.ts';
import type { ExactWork } from '../solve/exactWork.ts';

/** What hints and new problems are made with. It knows answers: it lives in the worker, and only what it gives leaves. */
export interface TeachMeans {
  readonly moves: BuiltinMoves;
  /** Throws WorkInterrupted once the time is up. */
  readonly work: ExactWork;
  /** Milliseconds, monotonic: with it, a search for other numbers ends after a few seconds. */
  readonly now?: (() => number) | undefined;
  /** What was made before, so that the next seed doesn't make it again: by problem, then by seed. Kept by whoever calls. */
  readonly made?: Map<string, Map<number, string>> | undefined;
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
