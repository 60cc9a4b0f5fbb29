import * as vscode from 'vscode';
import type { ProblemFinder } from './problemFinder.ts';

const pauseMs = 250;

/**
 * Keeps the context keys for keybindings and menus: `thunk.hasProblems`, of the editor in front, and
 * `thunk.problemCells`, the addresses of the notebook cells that pose one.
 */
export class ProblemContext implements vscode.Disposable {
  readonly #finder: ProblemFinder;
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #isSet: boolean | undefined;
  #cells = '';

  constructor(finder: ProblemFinder) {
    this.#finder = finder;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.#update()),
      vscode.workspace.onDidOpenNotebookDocument(() => this.#update()),
      vscode.workspace.onDidCloseNotebookDocument(() => this.#update()),
      vscode.workspace.onDidChangeNotebookDocument(() => this.#updateSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const isCell = document.uri.scheme === 'vscode-notebook-cell';
        if (isCell || document === vscode.window.activeTextEditor?.document) this.#updateSoon();
      }),
    ];
    this.#update();
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), pauseMs);
  }

  #update(): void {
    const poses = (document: vscode.TextDocument): boolean => this.#finder.problemsOf(document).length > 0;
    const document = vscode.window.activeTextEditor?.document;
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    const hasProblems =
      (document !== undefined && poses(document)) || notebook?.getCells().some((cell) => poses(cell.document)) === true;
    if (hasProblems !== this.#isSet) {
      this.#isSet = hasProblems;
      void vscode.commands.executeCommand('setContext', 'thunk.hasProblems', hasProblems);
    }
    const cells = vscode.workspace.notebookDocuments
      .flatMap((opened) => opened.getCells())
      .filter((cell) => cell.kind === vscode.NotebookCellKind.Markup && poses(cell.document))
      .map((cell) => cell.document.uri.toString());
    const serialized = cells.join(' ');
    if (serialized === this.#cells) return;
    this.#cells = serialized;
    void vscode.commands.executeCommand('setContext', 'thunk.problemCells', cells);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
