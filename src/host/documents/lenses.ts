import * as vscode from 'vscode';
import type { ProblemFinder } from './problemFinder.ts';
import { readSetting, settingsSection } from '../settings.ts';
import { placeOf } from './problemPlace.ts';

/** `Next step` over each problem. VS Code asks again, debounced, whenever a document changed. */
export class LensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #finder: ProblemFinder;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(finder: ProblemFinder) {
    this.#finder = finder;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.lenses`)) this.#changed.fire();
    });
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!readSetting('lenses.enabled', document)) return [];
    return this.#finder.problemsOf(document).map((problem) => {
      const line = document.positionAt(problem.anchor).line;
      return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
        title: vscode.l10n.t('Next step'),
        tooltip: vscode.l10n.t('Reveal the next step of this problem, and only that'),
        command: 'thunk.nextStep',
        arguments: [placeOf(document, problem)],
      });
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
