import * as vscode from 'vscode';
import { type Status, statusText, statusTooltip } from '../words/statusWords.ts';

/** Most presses end sooner; a spinner for so short a time would only flicker. */
const beforeBusyMs = 200;

/** One item, drawn from one state; a click opens the log. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#item = vscode.window.createStatusBarItem('thunk.status', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = 'Thunk';
    this.#item.command = 'thunk.showLog';
  }

  show(status: Status): void {
    clearTimeout(this.#timer);
    const isBusy = status.type === 'thinking' || status.type === 'streaming' || status.type === 'checking';
    if (isBusy) this.#timer = setTimeout(() => this.#draw(status), beforeBusyMs);
    else this.#draw(status);
  }

  #draw(status: Status): void {
    if (status.type === 'hidden') {
      this.#item.hide();
      return;
    }
    const tooltip = statusTooltip(status, vscode.l10n.t);
    this.#item.text = statusText(status, vscode.l10n.t);
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Thunk: ${tooltip}` };
    const isFailed = status.type === 'failed';
    this.#item.backgroundColor = isFailed ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }
}
