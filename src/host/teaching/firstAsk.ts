import * as vscode from 'vscode';
import { branchSteps } from '../../core/session/select.ts';
import { asksForOwnLine, historyOf } from '../../core/teach/adapt.ts';
import type { OpenSession } from '../sessions/sessionDesk.ts';
import { readSetting } from '../settings.ts';

/** The mode in which the learner writes an own next line before a step is shown: once a step, the next press shows it. */
export class FirstAsk implements vscode.Disposable {
  readonly #asked = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** The next press asks first: nothing was asked or tried at this step yet. */
  isDue(session: OpenSession): boolean {
    const isUnasked = isOn(session) && !this.#asked.has(keyOf(session));
    return isUnasked && asksForOwnLine(historyOf(session.events()), session.lazy.state.session.index, true);
  }

  ask(session: OpenSession): void {
    this.#asked.add(keyOf(session));
    this.#changed.fire();
  }

  /** The box for an own line stands open. */
  isOpen(session: OpenSession): boolean {
    return isOn(session) && this.#asked.has(keyOf(session));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Only before a step that is new; what was revealed once is shown again without a question. */
function isOn({ lazy }: OpenSession): boolean {
  const { isDone, canWrite, session } = lazy.state;
  if (isDone || !canWrite || session.index < branchSteps(session).length - 1) return false;
  const uri = session.problem?.origin?.uri;
  return readSetting('hints.askFirst', uri === undefined ? undefined : vscode.Uri.parse(uri));
}

function keyOf({ id, lazy }: OpenSession): string {
  const { branch, index } = lazy.state.session;
  return `${id} ${branch} ${index}`;
}
