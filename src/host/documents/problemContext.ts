import * as vscode from 'vscode';
import type { ProblemFinder } from './problemFinder.ts';

const pauseMs = 250;

/** Keeps the context key `thunk.hasProblems` true to the active editor, for keybindings and menus. */
export class ProblemContext implements vscode.Disposable {
  readonly #finder: ProblemFinder;
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #isSet: boolean | undefined;

  constructor(finder: ProblemFinder) {
    this.#finder = finder;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== vscode.window.activeTextEditor?.document) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#update(), pauseMs);
      }),
    ];
    this.#update();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const hasProblems = document !== undefined && this.#finder.problemsOf(document).length > 0;
    if (hasProblems === this.#isSet) return;
    this.#isSet = hasProblems;
    void vscode.commands.executeCommand('setContext', 'thunk.hasProblems', hasProblems);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
