import * as vscode from 'vscode';
import { problemAt } from '../../core/text/findProblems.ts';
import type { ProblemFinder } from './problemFinder.ts';
import { placeOf, type ProblemPlace } from './problemPlace.ts';

const insertKind = vscode.CodeActionKind.Refactor.append('insert').append('thunk');

/** "Insert next step" and "Insert all revealed steps" on a problem. Nothing is solved before one is chosen. */
export class InsertActionProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [insertKind.append('nextStep'), insertKind.append('allSteps')],
  };
  readonly #finder: ProblemFinder;
  readonly #countRevealed: (place: ProblemPlace) => Promise<number>;

  constructor(finder: ProblemFinder, countRevealed: (place: ProblemPlace) => Promise<number>) {
    this.#finder = finder;
    this.#countRevealed = countRevealed;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const problem = problemAt(this.#finder.problemsOf(document), document.offsetAt(range.start));
    if (problem === undefined) return [];
    const place = placeOf(document, problem);
    const actions: vscode.CodeAction[] = [];
    const add = (title: string, kind: vscode.CodeActionKind, command: string): void => {
      if (context.only !== undefined && !context.only.contains(kind)) return;
      const action = new vscode.CodeAction(title, kind);
      action.command = { command, title, arguments: [place] };
      actions.push(action);
    };
    add(vscode.l10n.t('Insert next step'), insertKind.append('nextStep'), 'thunk.insertNextStep');
    if ((await this.#countRevealed(place)) > 0) {
      add(vscode.l10n.t('Insert all revealed steps'), insertKind.append('allSteps'), 'thunk.insertAllSteps');
    }
    return actions;
  }
}
