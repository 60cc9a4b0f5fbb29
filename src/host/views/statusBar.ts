import * as vscode from 'vscode';
import { type Status, statusText, statusTooltip } from '../words/statusWords.ts';

/** One item, drawn from one state; a click opens the log. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor() {
    this.#item = vscode.window.createStatusBarItem('thunk.status', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = 'Thunk';
    this.#item.command = 'thunk.showLog';
  }

  show(status: Status): void {
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
    this.#item.dispose();
  }
}
