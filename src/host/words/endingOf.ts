import type { LazyState } from '../../core/lazy/lazy.ts';
import { requestAtTip } from '../../core/lazy/plan.ts';
import type { Ending } from '../../core/session/events.ts';
import { currentBranch, requestKey } from '../../core/session/select.ts';
import type { StuckReason } from '../../core/solve/solver.ts';

export type Unrevealed = Exclude<Ending, { type: 'cancelled' }>;

/** Time and memory may suffice at another moment; to everything else the built-in solver answers the same each time. */
const passing: ReadonlySet<string> = new Set<StuckReason>(['out-of-time', 'out-of-memory']);

/** How the last press ended, where it revealed nothing and nothing came after it. */
export function endingOf({ activity, session }: LazyState): Unrevealed | undefined {
  const { ending } = session;
  return activity.type !== 'idle' || ending === undefined || ending.type === 'cancelled' ? undefined : ending;
}

/** It was another gesture ("another way", "split") that got stuck: the next step of the current way is as it was. */
export function isAside({ session, isDone }: LazyState, ending: Unrevealed): boolean {
  const branch = currentBranch(session);
  if (ending.type !== 'stuck' || branch === undefined || session.force === undefined) return false;
  if (isDone || session.index < branch.steps.length - 1) return true;
  return requestKey(session.force.request) !== requestKey(requestAtTip(session, branch));
}

/** The same press again would end the same way. */
export function isHopeless(ending: Unrevealed): boolean {
  return ending.type === 'stuck' && !passing.has(ending.reason);
}
