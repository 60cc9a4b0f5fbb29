import type { RevealedStep } from '../session/state.ts';
import type { FailedReason, StuckReason } from '../solve/solver.ts';

/** How a press ended: exactly one of these, always. */
export type Outcome =
  | {
      readonly type: 'step';
      readonly step: RevealedStep;
      /** 0-based along the current branch. */
      readonly index: number;
      /** It came from memory: no solver was asked. */
      readonly isRecalled: boolean;
    }
  | { readonly type: 'stuck'; readonly reason: StuckReason; readonly detail: string }
  | { readonly type: 'failed'; readonly reason: FailedReason; readonly detail: string }
  | { readonly type: 'cancelled' };

/** What became of events that were to be kept. `detail`: one plain sentence. */
export type Stored =
  { readonly type: 'stored' } | { readonly type: 'failed'; readonly reason: StorageReason; readonly detail: string };

export type StorageReason = 'full' | 'read-only' | 'missing' | 'locked' | 'taken-over' | 'damaged' | 'closed' | 'io';

/** What runs right now. `text`: provisional, never stored. */
export type Activity =
  | { readonly type: 'idle' }
  | {
      readonly type: 'thinking' | 'streaming' | 'checking';
      readonly since: number;
      readonly detail: string;
      readonly text: string;
    };
