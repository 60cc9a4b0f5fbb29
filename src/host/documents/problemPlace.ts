import * as vscode from 'vscode';
import type { Problem } from '../../core/session/step.ts';
import { anchorProblem, selectedProblem } from '../../core/text/anchorProblem.ts';
import { problemAt } from '../../core/text/findProblems.ts';
import { languageOfFile } from '../../core/text/languageOfFile.ts';
import type { FoundProblem } from '../../core/text/foundProblem.ts';
import type { ProblemFinder } from './problemFinder.ts';

/** What a gesture (a lens, a code action) remembers of the problem that it is about: plain data, since it travels. */
export interface ProblemPlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A problem where it stands now. */
export interface PlacedProblem {
  readonly document: vscode.TextDocument;
  readonly found: FoundProblem;
}

export function placeOf(document: vscode.TextDocument, { start, end, text }: FoundProblem): ProblemPlace {
  return { uri: document.uri.toString(), start, end, text };
}

export function isProblemPlace(value: unknown): value is ProblemPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, start, end, text } = value as Partial<Record<keyof ProblemPlace, unknown>>;
  return typeof uri === 'string' && typeof start === 'number' && typeof end === 'number' && typeof text === 'string';
}

export function languageOf(document: vscode.TextDocument): string {
  return languageOfFile(document.languageId, document.uri.path);
}

export function asProblem({ document, found }: PlacedProblem): Problem {
  const { text, title, format, start, end } = found;
  const { version } = document;
  const languageId = languageOf(document);
  return { text, title, format, origin: { uri: document.uri.toString(), version, start, end, languageId } };
}

/** The problem of a place in its document as it is now; undefined when either is gone. */
export async function findPlace(place: ProblemPlace): Promise<PlacedProblem | undefined> {
  for await (const document of candidates(vscode.Uri.parse(place.uri))) {
    const found = anchorProblem(document.getText(), languageOf(document), place.text, place);
    if (found !== undefined) return { document, found };
  }
  return undefined;
}

/** What is open already, without opening anything. */
export function findOpenPlace(place: ProblemPlace): PlacedProblem | undefined {
  const uri = vscode.Uri.parse(place.uri);
  for (const document of vscode.workspace.textDocuments) {
    if (!isSameDocument(document.uri, uri)) continue;
    const found = anchorProblem(document.getText(), languageOf(document), place.text, place);
    if (found !== undefined) return { document, found };
  }
  return undefined;
}

/** A notebook's cells get new addresses each time that it is opened; their notebook's stays. */
export function isSameDocument(one: vscode.Uri, other: vscode.Uri): boolean {
  if (one.toString() === other.toString()) return true;
  return one.scheme === cellScheme && other.scheme === cellScheme && one.path === other.path;
}

const cellScheme = 'vscode-notebook-cell';

async function* candidates(uri: vscode.Uri): AsyncGenerator<vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.filter((document) => !document.isClosed);
  yield* open.filter((document) => document.uri.toString() === uri.toString());
  if (uri.scheme !== cellScheme) {
    const document = await attempt(() => vscode.workspace.openTextDocument(uri));
    if (document !== undefined) yield document;
    return;
  }
  const notebook =
    vscode.workspace.notebookDocuments.find((candidate) => candidate.uri.path === uri.path) ??
    (await attempt(() => vscode.workspace.openNotebookDocument(vscode.Uri.file(uri.path))));
  for (const cell of notebook?.getCells() ?? []) yield cell.document;
}

async function attempt<Value>(open: () => Thenable<Value>): Promise<Value | undefined> {
  try {
    return await open();
  } catch {
    return undefined;
  }
}

/** The selection where there is one, else the problem at the cursor. */
export function problemInEditor(editor: vscode.TextEditor, finder: ProblemFinder): PlacedProblem | undefined {
  return selectionInEditor(editor) ?? problemAtCursor(editor, finder);
}

export function problemAtCursor(
  { document, selection }: vscode.TextEditor,
  finder: ProblemFinder,
): PlacedProblem | undefined {
  const found = problemAt(finder.problemsOf(document), document.offsetAt(selection.active));
  return found === undefined ? undefined : { document, found };
}

export function selectionInEditor({ document, selection }: vscode.TextEditor): PlacedProblem | undefined {
  if (document.getText(selection).trim() === '') return undefined;
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  return { document, found: selectedProblem(document.getText(), languageOf(document), start, end) };
}

/** The cell that is selected in the notebook in front; undefined where something else is in front. */
export function selectedCell(): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  const at = editor?.selection.start;
  return editor === undefined || at === undefined || at >= editor.notebook.cellCount
    ? undefined
    : editor.notebook.cellAt(at);
}

/** The (only, or first) problem of a notebook's cell. */
export function problemInCell(cell: vscode.NotebookCell, finder: ProblemFinder): PlacedProblem | undefined {
  const { document } = cell;
  const found = finder.problemsOf(document)[0];
  return found === undefined ? undefined : { document, found };
}
