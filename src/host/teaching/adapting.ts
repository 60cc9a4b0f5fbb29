import * as vscode from 'vscode';
import { branchSteps } from '../../core/session/select.ts';
import { adapt, type Adaptation, historyOf } from '../../core/teach/adapt.ts';
import type { HintLevel } from '../../core/teach/hint.ts';
import type { OpenSession } from '../sessions/sessionDesk.ts';
import { readSetting } from '../settings.ts';

/** Lets hints and the detail of steps follow what the learner needed so far, and says so. */
export class Adapting {
  /** What was said when the detail changed, and at which step: that change begins a new account. */
  readonly #said = new Map<string, { readonly index: number; readonly sentence: string }>();

  /** The level that hints for a new step begin with. */
  levelFor(session: OpenSession): HintLevel {
    return adaptationOf(session)?.level ?? 1;
  }

  /** Before a step that nobody has seen yet: in the detail that fits. */
  async beforeStep(session: OpenSession): Promise<void> {
    const { state } = session.lazy;
    const { index, grain } = state.session;
    if (!state.canWrite || state.isDone || index < branchSteps(state.session).length - 1) return;
    const adaptation = adaptationOf(session);
    if (adaptation === undefined || adaptation.grain === grain) return;
    const { sentence } = adaptation;
    if (sentence !== undefined) this.#said.set(session.id, { index: index + 1, sentence });
    await session.lazy.setGrain(adaptation.grain);
  }

  tipFor(session: OpenSession): string | undefined {
    const said = this.#said.get(session.id);
    if (said?.index === session.lazy.state.session.index) return said.sentence;
    const adaptation = adaptationOf(session);
    // A change of the detail is said when it happens.
    return adaptation?.grain === session.lazy.state.session.grain ? adaptation.sentence : undefined;
  }
}

function adaptationOf(session: OpenSession): Adaptation | undefined {
  const { problem, grain } = session.lazy.state.session;
  const uri = problem?.origin?.uri;
  if (!readSetting('hints.adapt', uri === undefined ? undefined : vscode.Uri.parse(uri))) return undefined;
  return adapt(historyOf(session.events()), grain);
}
