import * as vscode from 'vscode';
import type { PlacedProblem } from '../documents/problemPlace.ts';
import { plainWords } from '../words/plainWords.ts';
import { shortSummary, summaryWords, type WorkSummary } from '../words/workWords.ts';
import type { CheckedWork, WorkChecks } from './workChecks.ts';

/** A shorter check would only make the status bar flicker. */
const beforeBusyMs = 200;
const summaryMs = 15_000;

export interface CheckGestureParts {
  readonly checks: WorkChecks;
  readonly log: vscode.LogOutputChannel;
  /** Notes what was found in the session about this problem, if there is one. */
  readonly record: (placed: PlacedProblem, work: CheckedWork) => Promise<void>;
}

/** "Check my work": one check, with its progress, its end in words, and a way to stop it. */
export class CheckGesture implements vscode.Disposable {
  readonly #parts: CheckGestureParts;
  readonly #item = vscode.window.createStatusBarItem('thunk.checking', vscode.StatusBarAlignment.Right, 91);
  readonly #subscription: vscode.Disposable;
  #running: AbortController | undefined;
  #message: vscode.Disposable | undefined;

  constructor(parts: CheckGestureParts) {
    this.#parts = parts;
    // What was said of a text holds until it changes.
    this.#subscription = parts.checks.onDidChange(() => {
      this.#message?.dispose();
    });
    this.#item.name = vscode.l10n.t('Thunk: checking');
    this.#item.text = `$(loading~spin) ${vscode.l10n.t('Checking your work')}`;
    this.#item.tooltip = vscode.l10n.t('Click to stop');
    this.#item.command = 'thunk.cancel';
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async check(placed: PlacedProblem): Promise<WorkSummary | undefined> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const timer = setTimeout(() => {
      this.#item.show();
      void vscode.commands.executeCommand('setContext', 'thunk.isChecking', true);
    }, beforeBusyMs);
    try {
      const outcome = await this.#parts.checks.check(placed, running.signal);
      switch (outcome.type) {
        case 'checked':
          this.#tell(outcome.work, outcome.summary);
          await this.#parts.record(placed, outcome.work);
          return outcome.summary;
        case 'no-lines':
          void vscode.window.showInformationMessage(
            vscode.l10n.t('There are no lines of yours below this problem yet. Write them there, one below the other.'),
          );
          return undefined;
        case 'failed':
          this.#parts.log.warn(`Check my work: ${outcome.detail}`);
          void vscode.window.showWarningMessage(vscode.l10n.t('Your work was not checked. {0}', outcome.detail));
          return undefined;
        case 'cancelled':
          return undefined;
      }
    } finally {
      clearTimeout(timer);
      if (this.#running === running) {
        this.#running = undefined;
        this.#item.hide();
        void vscode.commands.executeCommand('setContext', 'thunk.isChecking', false);
      }
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** In the status bar where the marks can be seen; else where it will be read. */
  #tell(work: CheckedWork, summary: WorkSummary): void {
    const { document, marks } = work;
    this.#parts.log.info(`Check my work: ${summary.right} right, ${summary.unchecked} not checkable`);
    const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
    if (editor === undefined) {
      void vscode.window.showInformationMessage(plainWords(summaryWords(summary, vscode.l10n.t)));
      return;
    }
    const words = plainWords(shortSummary(summary, vscode.l10n.t));
    const icon = summary.wrong === undefined ? 'check' : 'error';
    this.#message = vscode.window.setStatusBarMessage(`$(${icon}) ${words}`, summaryMs);
    const wrong = marks.find(({ state }) => state === 'wrong');
    if (wrong === undefined) return;
    const range = new vscode.Range(document.positionAt(wrong.at.start), document.positionAt(wrong.at.end));
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    this.cancel();
    this.#message?.dispose();
    this.#subscription.dispose();
    this.#item.dispose();
  }
}
