import * as vscode from 'vscode';
import type { Stored } from '../../core/lazy/outcome.ts';
import type { SessionSummary } from '../../system/sessionStore.ts';
import type { Gestures } from '../gestures.ts';
import type { StepsPanel } from '../views/stepsPanel.ts';
import { exportToFile, isExportTarget } from './exportSession.ts';
import type { SessionDesk } from './sessionDesk.ts';

export interface SessionActionParts {
  readonly desk: SessionDesk;
  readonly gestures: Gestures;
  readonly panel: StepsPanel;
  readonly log: vscode.LogOutputChannel;
}

/** What can be done with a session as a whole: from the tree, or with the current one. */
export class SessionActions {
  readonly #parts: SessionActionParts;
  #undoDelete: (() => Promise<Stored>) | undefined;

  constructor(parts: SessionActionParts) {
    this.#parts = parts;
  }

  async open(target: unknown): Promise<void> {
    const id = idOf(target);
    if (id === undefined) return;
    const opened = await this.#parts.desk.open(id);
    if (opened.type === 'opened') this.#parts.panel.show({ takeFocus: false });
    else void vscode.window.showWarningMessage(vscode.l10n.t('This session could not be opened. {0}', opened.detail));
  }

  /** `name`: given by a caller instead of being asked for. */
  async rename(target: unknown, name?: unknown): Promise<void> {
    const id = idOf(target);
    const known = id === undefined ? undefined : (await this.#parts.desk.list()).find((session) => session.id === id);
    if (known === undefined) return;
    const typed =
      typeof name === 'string'
        ? name
        : await vscode.window.showInputBox({ title: vscode.l10n.t('Rename the session'), value: known.title });
    const title = typed?.trim() ?? '';
    if (title !== '') this.#complain(await this.#parts.desk.rename(known.id, title));
  }

  async delete(target: unknown): Promise<void> {
    const id = idOf(target) ?? this.#parts.desk.current?.id;
    if (id === undefined) return;
    const deleted = await this.#parts.desk.delete(id);
    if (deleted.type === 'failed') {
      this.#complain(deleted);
      return;
    }
    this.#setUndo(() => deleted.undo());
    const undo = vscode.l10n.t('Undo');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('The session is in the trash of Thunk.'), undo)
      .then((answer) => {
        if (answer === undo) void this.undoDelete();
      });
  }

  async undoDelete(): Promise<void> {
    const undo = this.#undoDelete;
    this.#setUndo(undefined);
    if (undo === undefined) return;
    this.#complain(await undo());
    this.#parts.desk.listMayHaveChanged();
  }

  async openProblem(target: unknown): Promise<void> {
    const id = idOf(target);
    const known = (await this.#parts.desk.list()).find((session) => session.id === id);
    const origin = known?.problem.origin;
    if (known !== undefined && origin !== undefined) {
      await this.#parts.gestures.showPlace({ ...origin, text: known.problem.text });
    }
  }

  async export(target: unknown, to?: unknown): Promise<vscode.Uri | undefined> {
    const id = idOf(target);
    if (id !== undefined && id !== this.#parts.desk.current?.id) await this.#parts.desk.open(id);
    return this.exportCurrent(to);
  }

  async exportCurrent(to?: unknown): Promise<vscode.Uri | undefined> {
    const state = this.#parts.desk.current?.lazy.state.session;
    return state === undefined ? undefined : exportToFile(state, isExportTarget(to) ? to : undefined);
  }

  async takeOver(): Promise<void> {
    const session = this.#parts.desk.current;
    if (session === undefined) return;
    const opened = await this.#parts.desk.open(session.id, { takeOver: true });
    if (opened.type === 'failed') {
      void vscode.window.showWarningMessage(vscode.l10n.t('The session could not be taken over. {0}', opened.detail));
    }
  }

  #setUndo(undo: (() => Promise<Stored>) | undefined): void {
    this.#undoDelete = undo;
    void vscode.commands.executeCommand('setContext', 'thunk.hasTrash', undo !== undefined);
  }

  #complain(stored: Stored): void {
    if (stored.type === 'stored') return;
    this.#parts.log.error(`Sessions: ${stored.reason}`);
    void vscode.window.showWarningMessage(stored.detail);
  }
}

function idOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  return typeof target === 'object' && target !== null && 'id' in target ? (target as SessionSummary).id : undefined;
}
