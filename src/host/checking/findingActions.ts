import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lintResult.ts';
import { texToPlain } from '../../core/text/texToPlain.ts';
import { languageOf } from '../documents/problemPlace.ts';
import { explanationOf } from './explanation.ts';
import { ignoreInsertion } from './ignoreInsertion.ts';
import { wrongWords } from '../words/workWords.ts';
import type { Linter } from './linter.ts';
import type { WorkChecks } from './workChecks.ts';
import type { LineMark } from './workMarks.ts';

const kind = vscode.CodeActionKind.QuickFix.append('thunk');
const kinds = {
  rightValue: kind.append('rightValue'),
  explain: kind.append('explain'),
  ignore: kind.append('ignore'),
} as const;

/** What can be done about a squiggle: put the right value, explain, ignore here. */
export class FindingActionProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: Object.values(kinds) };
  readonly #linter: Pick<Linter, 'findingsOf'>;
  readonly #works: Pick<WorkChecks, 'worksIn'>;

  constructor(linter: Pick<Linter, 'findingsOf'>, works: Pick<WorkChecks, 'worksIn'>) {
    this.#linter = linter;
    this.#works = works;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const isWanted = (one: vscode.CodeActionKind): boolean => context.only === undefined || context.only.contains(one);
    if (!Object.values(kinds).some(isWanted)) return [];
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const isHere = (place: { start: number; end: number }): boolean => place.start <= end && start <= place.end;
    const findings = this.#linter.findingsOf(document).filter(isHere);
    const marks = this.#works
      .worksIn(document)
      .flatMap((work) => work.marks)
      .filter((mark) => mark.state === 'wrong' && isHere(mark.at));
    return [
      ...findings.flatMap((finding) => actionsFor(document, finding, context.diagnostics)),
      // What the linter found in the same line is explained with it.
      ...marks
        .filter((mark) => !findings.some((finding) => mark.start < finding.end && finding.start < mark.end))
        .map(explainMark),
    ].filter((action) => action.kind !== undefined && isWanted(action.kind));
  }
}

function actionsFor(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const range = rangeOf(document, finding.start, finding.end);
  const about = diagnostics.filter(({ source, range: marked }) => source === 'Thunk' && marked.isEqual(range));
  const { fix, verdict, message } = finding;
  const explanation = explanationOf(document.getText(range), verdict, message);
  const actions = [
    ...(fix === undefined ? [] : [rightValue(document, fix)]),
    command(vscode.l10n.t('Explain what is wrong'), kinds.explain, 'thunk.explain', [explanation]),
    ignoreHere(document, finding),
  ];
  for (const action of actions) action.diagnostics = about;
  return actions;
}

function explainMark({ text, verdict }: LineMark): vscode.CodeAction {
  const explanation = explanationOf(text, verdict, wrongWords(verdict, vscode.l10n.t));
  return command(vscode.l10n.t('Explain what is wrong'), kinds.explain, 'thunk.explain', [explanation]);
}

function rightValue(document: vscode.TextDocument, fix: NonNullable<Finding['fix']>): vscode.CodeAction {
  const title = vscode.l10n.t('Put the right value: {0}', texToPlain(fix.newText));
  const action = new vscode.CodeAction(title, kinds.rightValue);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, rangeOf(document, fix.start, fix.end), fix.newText);
  action.isPreferred = true;
  return action;
}

function ignoreHere(document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const { offset, newText } = ignoreInsertion(document.getText(), languageOf(document), finding);
  const action = new vscode.CodeAction(vscode.l10n.t('Ignore here'), kinds.ignore);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, document.positionAt(offset), newText);
  return action;
}

function command(title: string, of: vscode.CodeActionKind, id: string, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, of);
  action.command = { command: id, title, arguments: [...args] };
  return action;
}

function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
