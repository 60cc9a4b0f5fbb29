import * as vscode from 'vscode';
import { hoverMarkdown, plainWords } from '../words/plainWords.ts';
import { lineHover, wrongWords } from '../words/workWords.ts';
import { codeOf, explanationUri, explanationOf } from './explanation.ts';
import type { CheckedWork, WorkChecks } from './workChecks.ts';
import type { LineMark, LineState } from './workMarks.ts';

const drawnStates = ['right', 'wrong', 'after-wrong', 'unchecked'] as const satisfies readonly LineState[];

/** Draws what was found about somebody's lines: marks in the gutter, squiggles, and a hover over each line. */
export class WorkDrawing implements vscode.HoverProvider, vscode.Disposable {
  readonly #checks: WorkChecks;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('thunk-work');
  readonly #types: Readonly<Record<(typeof drawnStates)[number], vscode.TextEditorDecorationType>>;
  readonly #subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];

  constructor(checks: WorkChecks, extensionUri: vscode.Uri) {
    this.#checks = checks;
    const type = (name: string): vscode.TextEditorDecorationType => {
      const icon = (theme: string): vscode.Uri =>
        vscode.Uri.joinPath(extensionUri, 'media', 'images', `line-${name}-${theme}.svg`);
      return vscode.window.createTextEditorDecorationType({
        gutterIconSize: 'contain',
        light: { gutterIconPath: icon('light') },
        dark: { gutterIconPath: icon('dark') },
      });
    };
    this.#types = {
      right: type('right'),
      wrong: type('wrong'),
      'after-wrong': type('after-wrong'),
      unchecked: type('unchecked'),
    };
    this.#subscriptions = [
      this.#diagnostics,
      ...Object.values(this.#types),
      checks.onDidChange((document) => {
        this.#draw(document);
        this.#mark(document);
      }),
      // Marks in the margin move by themselves.
      checks.onDidMove((document) => this.#draw(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) if (checks.worksIn(document).length > 0) this.#mark(document);
      }),
      vscode.languages.registerHoverProvider({ pattern: '**' }, this),
    ];
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const offset = document.offsetAt(position);
    for (const { marks } of this.#checks.worksIn(document)) {
      const mark = marks.find(({ start, end }) => start <= offset && offset <= end);
      if (mark === undefined) continue;
      // Words that a checker gives are never trusted with commands or HTML.
      const words = mark.state === 'after-wrong' ? '' : hoverMarkdown(lineHover(mark.verdict, vscode.l10n.t));
      return words === '' ? undefined : new vscode.Hover(new vscode.MarkdownString(words), rangeOf(document, mark));
    }
    return undefined;
  }

  #draw(document: vscode.TextDocument): void {
    const diagnostics = this.#checks.worksIn(document).flatMap((work) => diagnosticsOf(work));
    if (diagnostics.length === 0) this.#diagnostics.delete(document.uri);
    else this.#diagnostics.set(document.uri, diagnostics);
  }

  #mark(document: vscode.TextDocument): void {
    const marks = this.#checks.worksIn(document).flatMap((work) => work.marks);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      for (const state of drawnStates) {
        const ranges = marks.filter((mark) => mark.state === state).map((mark) => firstLine(document, mark));
        editor.setDecorations(this.#types[state], ranges);
      }
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The first wrong line is what is wrong; the lines after it are only told about. */
function diagnosticsOf({ document, marks }: CheckedWork): vscode.Diagnostic[] {
  const t = vscode.l10n.t;
  return marks.flatMap((mark) => {
    if (mark.state === 'wrong') {
      const message = wrongWords(mark.verdict, t);
      const diagnostic = diagnosticAt(document, mark, plainWords(message), vscode.DiagnosticSeverity.Error);
      const explanation = explanationOf(mark.text, mark.verdict, message);
      diagnostic.code = { value: codeOf(mark.verdict), target: explanationUri(explanation) };
      return [diagnostic];
    }
    if (mark.state !== 'after-wrong') return [];
    const message = mark.verdict.kind === 'invalid' ? plainWords(wrongWords(mark.verdict, t)) : followsWrong(mark);
    return [diagnosticAt(document, mark, message, vscode.DiagnosticSeverity.Information)];
  });
}

/** The step itself is right, and a learner should hear that. */
function followsWrong({ from }: LineMark): string {
  const t = vscode.l10n.t;
  if (from === undefined) return t('This follows from a line that is wrong.');
  return from.state === 'wrong'
    ? t('A right step, but from your line {0}, which is wrong.', from.number)
    : t('A right step, but from your line {0}, which rests on a wrong one.', from.number);
}

function diagnosticAt(
  document: vscode.TextDocument,
  { at }: LineMark,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, at), message, severity);
  diagnostic.source = 'Thunk';
  return diagnostic;
}

function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** One mark in the gutter, however many rows the line takes. */
function firstLine(document: vscode.TextDocument, { start }: LineMark): vscode.Range {
  const position = document.positionAt(start);
  return new vscode.Range(position, position);
}
