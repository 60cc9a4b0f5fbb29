import * as vscode from 'vscode';

export type LinterOutcome =
  | { readonly type: 'looked'; readonly confirmed: number; readonly wrong: number; readonly undecided: number }
  | { readonly type: 'too-long' }
  /** A very long document is looked over in several goes. */
  | { readonly type: 'going-on' }
  | { readonly type: 'failed'; readonly detail: string };

/** Among the states of a language ({ } in the status bar): what the linter did with the document in front. */
export class LinterStatus implements vscode.Disposable {
  readonly #outcomes = new Map<string, LinterOutcome>();
  readonly #subscription = vscode.window.onDidChangeActiveTextEditor(() => this.#draw());
  #item: vscode.LanguageStatusItem | undefined;

  show(key: string, outcome: LinterOutcome): void {
    this.#outcomes.set(key, outcome);
    if (key === activeKey()) this.#draw();
  }

  forget(key: string): void {
    this.#outcomes.delete(key);
    if (key === activeKey()) this.#draw();
  }

  #draw(): void {
    const key = activeKey();
    const outcome = key === undefined ? undefined : this.#outcomes.get(key);
    if (key === undefined || outcome === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    const { scheme } = vscode.Uri.parse(key);
    const item = (this.#item ??= vscode.languages.createLanguageStatusItem('thunk.linter', { scheme }));
    item.selector = { scheme };
    item.name = vscode.l10n.t('Thunk: mathematics');
    item.severity =
      outcome.type === 'failed' ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command = { command: 'thunk.showLog', title: vscode.l10n.t('Show log') };
    item.text = textOf(outcome);
    item.detail = detailOf(outcome);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item?.dispose();
  }
}

function activeKey(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

function textOf(outcome: LinterOutcome): string {
  switch (outcome.type) {
    case 'looked':
      return vscode.l10n.t('Mathematics: {0} right, {1} wrong', outcome.confirmed, outcome.wrong);
    case 'going-on':
      return vscode.l10n.t('Mathematics: still looking');
    case 'too-long':
    case 'failed':
      return vscode.l10n.t('Mathematics not looked over');
  }
}

function detailOf(outcome: LinterOutcome): string {
  switch (outcome.type) {
    case 'looked':
      return vscode.l10n.t('{0} not checkable', outcome.undecided);
    case 'going-on':
      return vscode.l10n.t('This is a long document.');
    case 'too-long':
      return vscode.l10n.t('The document is too long.');
    case 'failed':
      return outcome.detail;
  }
}
