import * as vscode from 'vscode';
import { requestAtTip } from '../../core/lazy/plan.ts';
import { currentBranch, partialSolution } from '../../core/session/select.ts';
import type { Hint, HintLevel } from '../../core/teach/hint.ts';
import type { Checkers } from '../checking/checkers.ts';
import type { OpenSession, SessionDesk } from '../sessions/sessionDesk.ts';
import { nextLevel } from '../words/panelAside.ts';
import { ownLines } from './ownLines.ts';

export type HintOutcome =
  /** `isAhead`: it is for the line after the learner's own ones, which the session doesn't have. */
  | { readonly type: 'hint'; readonly hint: Hint; readonly isAhead: boolean }
  /** Plain words: why there is none. */
  | { readonly type: 'none'; readonly detail: string }
  | { readonly type: 'cancelled' };

/**
 * Hints for the next step, one level more at each press as long as it is the same step. The last level is the step
 * itself: it is noted, and whoever asked reveals it.
 */
export class Hints {
  readonly #checkers: Pick<Checkers, 'asked'>;
  readonly #desk: SessionDesk;
  /** For each session, how many lines of their own the learner had at the last hint. */
  readonly #lineCounts = new Map<string, number>();

  constructor(checkers: Pick<Checkers, 'asked'>, desk: SessionDesk) {
    this.#checkers = checkers;
    this.#desk = desk;
  }

  async next(session: OpenSession, firstLevel: HintLevel, signal: AbortSignal): Promise<HintOutcome> {
    const { lazy, id } = session;
    const { session: state } = lazy.state;
    const current = currentBranch(state);
    const partial = partialSolution(state);
    if (partial === undefined || current === undefined) {
      return { type: 'none', detail: vscode.l10n.t('There is no problem to give a hint for yet.') };
    }
    if (lazy.state.isDone) return { type: 'none', detail: vscode.l10n.t('This problem is solved already.') };
    const lines = ownLines(this.#desk, session);
    const isSameLine = (this.#lineCounts.get(id) ?? lines.length) === lines.length;
    this.#lineCounts.set(id, lines.length);
    const first: HintLevel = isSameLine ? (nextLevel(state, firstLevel) ?? 4) : 1;
    let why: string | undefined;
    for (let level = first; ; level = (level + 1) as HintLevel) {
      const result = await this.#checkers.asked(
        {
          type: 'hint',
          partial: { problem: partial.problem, steps: [...partial.steps] },
          request: { ...requestAtTip(state, current), avoid: [...current.avoid] },
          level,
          seed: seedOf(partial.problem.text),
          lines: [...lines],
        },
        signal,
      );
      if (signal.aborted) return { type: 'cancelled' };
      if (result.type === 'hint') {
        const { text, example } = result.hint;
        const { branch, index } = state;
        await lazy.record({ type: 'hintGiven', branch, index, level, text, ...(example && { example }) });
        return { type: 'hint', hint: result.hint, isAhead: lines.length > 0 };
      }
      if (result.reason === 'cancelled') return { type: 'cancelled' };
      // A level of which nothing can be said is passed over; the step itself is never given for want of a hint.
      why ??= result.detail;
      if (result.reason === 'stuck' && level < 3) continue;
      // The idea and the place were given, and there is no example: the next press gives the step.
      if (result.reason === 'stuck' && first === 3) {
        await lazy.record({ type: 'hintGiven', branch: state.branch, index: state.index, level, text: why });
      }
      return { type: 'none', detail: why };
    }
  }
}

/** The same problem gets the same example each time. */
function seedOf(text: string): number {
  let seed = 0;
  for (let at = 0; at < text.length; at += 1) seed = (seed * 31 + text.charCodeAt(at)) % 2_147_483_647;
  return seed;
}
