import * as vscode from 'vscode';
import { aimedProblem } from '../documents/aimedProblem.ts';
import type { ProblemFinder } from '../documents/problemFinder.ts';
import { findOpenPlace, findPlace, type PlacedProblem, type ProblemPlace } from '../documents/problemPlace.ts';
import type { WorkSummary } from '../words/workWords.ts';
import { CheckGesture } from './checkGesture.ts';
import type { Checkers } from './checkers.ts';
import { explanationOf, isExplanation } from './explanation.ts';
import { Explanations } from './explanations.ts';
import { FindingActionProvider } from './findingActions.ts';
import { Linter } from './linter.ts';
import { type CheckedWork, WorkChecks } from './workChecks.ts';
import { WorkDrawing } from './workDrawing.ts';
import { wrongWords } from '../words/workWords.ts';

export interface CheckingParts {
  readonly extensionUri: vscode.Uri;
  readonly finder: ProblemFinder;
  readonly checkers: Checkers;
  readonly log: vscode.LogOutputChannel;
  /** The problem of the session in the steps panel, where that has the keyboard. */
  readonly panelPlace: () => ProblemPlace | undefined;
  readonly record: (placed: PlacedProblem, work: CheckedWork) => Promise<void>;
}

/** What is checked in the text: claims as somebody writes, and lines of work when it is asked for. */
export class Checking implements vscode.Disposable {
  readonly #parts: CheckingParts;
  readonly #linter: Linter;
  readonly #gesture: CheckGesture;
  readonly #explanations = new Explanations();
  readonly #subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];
  readonly works: WorkChecks;

  constructor(parts: CheckingParts) {
    const { checkers, log, extensionUri } = parts;
    this.#parts = parts;
    const find = ({ document, problem }: CheckedWork): PlacedProblem | undefined => {
      const placed = findOpenPlace({ uri: document.uri.toString(), ...problem });
      return placed?.document === document ? placed : undefined;
    };
    this.works = new WorkChecks(checkers, find, log);
    this.#linter = new Linter({ checkers, log, works: this.works });
    this.#gesture = new CheckGesture({ checks: this.works, log, record: parts.record });
    this.#subscriptions = [
      this.#linter,
      this.#gesture,
      this.#explanations,
      new WorkDrawing(this.works, extensionUri),
      this.works,
      vscode.languages.registerCodeActionsProvider(
        { pattern: '**' },
        new FindingActionProvider(this.#linter, this.works),
        FindingActionProvider.metadata,
      ),
      this.works.onDidChange(() => {
        void vscode.commands.executeCommand('setContext', 'thunk.hasMarks', this.works.hasMarks);
      }),
    ];
  }

  async checkWork(target?: unknown): Promise<WorkSummary | undefined> {
    const placed = await this.#placed(target);
    return placed === undefined ? undefined : this.#gesture.check(placed);
  }

  /** What a link or a quick fix carries; else what is wrong at the cursor. */
  async explain(given?: unknown): Promise<void> {
    const explanation = isExplanation(given) ? given : this.#wrongAtCursor();
    if (explanation !== undefined) await this.#explanations.show(explanation);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Nothing that stands at the cursor was found wrong.'));
  }

  clearMarks(): void {
    for (const { document } of vscode.window.visibleTextEditors) this.works.clear(document);
    for (const { notebook } of vscode.window.visibleNotebookEditors) {
      for (const { document } of notebook.getCells()) this.works.clear(document);
    }
  }

  cancel(): void {
    this.#gesture.cancel();
  }

  async #placed(target: unknown): Promise<PlacedProblem | undefined> {
    const { finder, panelPlace } = this.#parts;
    const place = target === undefined ? panelPlace() : undefined;
    if (place !== undefined) return findPlace(place);
    const aim = await aimedProblem(target, finder, { isInPanel: false, takesSelection: false });
    if (aim.type === 'problem') return aim.placed;
    void vscode.window.showWarningMessage(
      aim.type === 'no-problem-in-cell' || (aim.type === 'nothing' && aim.cursorIn === 'cell')
        ? vscode.l10n.t('No problem was found in this cell.')
        : vscode.l10n.t('No problem was found at the cursor.'),
    );
    return undefined;
  }

  #wrongAtCursor(): ReturnType<typeof explanationOf> | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { document, selection } = editor;
    const offset = document.offsetAt(selection.active);
    const isHere = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset <= end;
    const marks = this.works.worksIn(document).flatMap((work) => work.marks);
    const mark = marks.find((candidate) => candidate.verdict.kind === 'invalid' && isHere(candidate));
    if (mark !== undefined) return explanationOf(mark.text, mark.verdict, wrongWords(mark.verdict, vscode.l10n.t));
    const finding = this.#linter.findingsOf(document).find(isHere);
    if (finding === undefined) return undefined;
    const text = document.getText().slice(finding.start, finding.end);
    return explanationOf(text, finding.verdict, finding.message);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
