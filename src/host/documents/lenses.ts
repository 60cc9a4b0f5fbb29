import * as vscode from 'vscode';
import type { FoundProblem } from '../../core/text/foundProblem.ts';
import type { ProblemFinder } from './problemFinder.ts';
import { readSetting, settingsSection } from '../settings.ts';
import { lensWords } from '../words/workWords.ts';
import { type CheckedWork, summaryOf, type WorkChecks } from '../checking/workChecks.ts';
import { placeOf } from './problemPlace.ts';
import { hasWorkBelow } from './workBelow.ts';

/** `Next step`, `Hint` and `Check my work` over each problem. VS Code asks again, debounced, whenever a document changed. */
export class LensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #finder: ProblemFinder;
  readonly #works: Pick<WorkChecks, 'worksIn'>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(finder: ProblemFinder, works: Pick<WorkChecks, 'worksIn' | 'onDidChange'>) {
    this.#finder = finder;
    this.#works = works;
    this.#subscriptions = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settingsSection}.lenses`)) this.#changed.fire();
      }),
      works.onDidChange(() => this.#changed.fire()),
      this.#changed,
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!readSetting('lenses.enabled', document)) return [];
    const works = this.#works.worksIn(document);
    return this.#finder.problemsOf(document).flatMap((problem) => {
      const line = document.positionAt(problem.anchor).line;
      const lens = (command: string, title: string, tooltip: string): vscode.CodeLens =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
          title,
          tooltip,
          command,
          arguments: [placeOf(document, problem)],
        });
      const t = vscode.l10n.t;
      const lenses = [
        lens('thunk.nextStep', t('Next step'), t('Reveal the next step of this problem, and only that')),
        lens('thunk.hint', t('Hint'), t('A hint for the next step; each press says a little more')),
      ];
      if (!hasWorkBelow(document, problem)) return lenses;
      const work = works.find((candidate) => candidate.problem.start === problem.start);
      return [
        ...lenses,
        lens('thunk.checkWork', checkTitle(work, problem), t('Check your own lines below this problem')),
      ];
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** What the last check came to, as long as nothing changed. */
function checkTitle(work: CheckedWork | undefined, { text }: FoundProblem): string {
  const isKnown = work?.isWhole === true && work.problem.text === text;
  return isKnown ? lensWords(summaryOf(work), vscode.l10n.t) : vscode.l10n.t('Check my work');
}
