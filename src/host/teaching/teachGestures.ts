import * as vscode from 'vscode';
import { findProblems } from '../../core/text/findProblems.ts';
import { problemFromText } from '../../core/text/problemFromText.ts';
import type { Gestures } from '../gestures.ts';
import { asProblem, findOpenPlace, languageOf, type ProblemPlace } from '../documents/problemPlace.ts';
import type { OpenSession, SessionDesk } from '../sessions/sessionDesk.ts';
import { readSetting } from '../settings.ts';
import { plainWords } from '../words/plainWords.ts';
import type { StepsPanel } from '../views/stepsPanel.ts';
import type { Adapting } from './adapting.ts';
import type { Beside } from './beside.ts';
import type { HintOutcome } from './hints.ts';
import { insertProblem } from './insertProblem.ts';

export interface TeachParts {
  readonly desk: SessionDesk;
  readonly gestures: Gestures;
  readonly panel: StepsPanel;
  readonly beside: Beside;
  readonly adapting: Adapting;
}

/** Seeds of one block of so many give different problems. */
const seedBlock = 16;

/** Hints and further problems, wherever the gesture was made. */
export class TeachGestures {
  readonly #parts: TeachParts;
  /** How many problems like the one of a session were made; the next one differs from them. */
  readonly #made = new Map<string, number>();

  constructor(parts: TeachParts) {
    this.#parts = parts;
  }

  async hint(target?: unknown): Promise<HintOutcome | undefined> {
    const session = await this.#parts.gestures.sessionFor(target, { mayAsk: true });
    return session === undefined ? undefined : this.hintFor(session);
  }

  async hintFor(session: OpenSession): Promise<HintOutcome> {
    const { panel, beside, adapting, gestures } = this.#parts;
    panel.show({ takeFocus: false });
    const outcome = await beside.hint(session, adapting.levelFor(session));
    // The last hint is the step itself.
    if (outcome.type === 'hint' && outcome.hint.level === 4) {
      if (outcome.isAhead) void vscode.window.showInformationMessage(plainWords(outcome.hint.text));
      else await gestures.reveal(session);
    }
    return outcome;
  }

  /** Opened in the panel at once; whether it goes into the text is asked. Returns its text. */
  async anotherProblem(target?: unknown): Promise<string | undefined> {
    const { gestures, desk, beside, panel } = this.#parts;
    const session = await gestures.sessionFor(target, { mayAsk: true });
    if (session === undefined) return undefined;
    panel.show({ takeFocus: false });
    const place = desk.placeOf(session.lazy.state);
    const count = this.#made.get(session.id) ?? Math.floor(Math.random() * 2 ** 20) * seedBlock;
    this.#made.set(session.id, count + 1);
    const text = await beside.anotherProblem(session, count);
    if (text === undefined) return undefined;
    const opened = await desk.openFor(problemFromText(text), readSetting('steps.detail'));
    if (opened.type === 'failed') {
      void vscode.window.showWarningMessage(vscode.l10n.t('This session could not be opened. {0}', opened.detail));
      return text;
    }
    if (place !== undefined && findOpenPlace(place) !== undefined)
      void this.#offerInsertion(opened.session, place, text);
    return text;
  }

  async #offerInsertion(session: OpenSession, place: ProblemPlace, text: string): Promise<void> {
    const insert = vscode.l10n.t('Insert Below');
    const message = vscode.l10n.t('Another problem like it is in the steps panel.');
    if ((await vscode.window.showInformationMessage(message, insert)) === insert) {
      await this.insertBelow(session, place, text);
    }
  }

  /** Below everything that belongs to the problem at that place; the session then belongs to the text. One undo. */
  async insertBelow(session: OpenSession, place: ProblemPlace, text: string): Promise<void> {
    const placed = findOpenPlace(place);
    if (placed === undefined) return;
    const { document, found } = placed;
    const { offset, newText } = insertProblem(document.getText(), found, text, vscode.l10n.t('Problem'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset), newText);
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was inserted: the document can’t be changed.'));
      return;
    }
    const inserted = findProblems(document.getText(), languageOf(document)).find(
      (problem) => problem.text === text && problem.start >= offset,
    );
    const origin = inserted && asProblem({ document, found: inserted }).origin;
    if (origin !== undefined) await session.lazy.record({ type: 'reanchored', origin });
    const position = document.positionAt(offset + newText.length);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) editor.revealRange(new vscode.Range(position, position));
    }
  }
}
