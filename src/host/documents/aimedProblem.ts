import * as vscode from 'vscode';
import type { ProblemFinder } from './problemFinder.ts';
import {
  findPlace,
  isProblemPlace,
  type PlacedProblem,
  problemAtCursor,
  problemInCell,
  problemInEditor,
  selectedCell,
} from './problemPlace.ts';

/** Which problem a gesture is about. */
export type Aim =
  | { readonly type: 'problem'; readonly placed: PlacedProblem }
  /** The gesture named one that isn't there any more. */
  | { readonly type: 'gone'; readonly uri: vscode.Uri }
  /** The cell that the gesture was made on poses none. */
  | { readonly type: 'no-problem-in-cell' }
  /** It named none, and there is none where the cursor is. */
  | { readonly type: 'nothing'; readonly cursorIn: 'text' | 'cell' | 'elsewhere' };

export interface AimOptions {
  /** The gesture was made in the panel: the cursor in the text is not meant. */
  readonly isInPanel: boolean;
  /** What is selected is a problem of its own; default true. */
  readonly takesSelection?: boolean;
}

/** The problem of the lens or cell that was pressed, else the one at the cursor or in the selected cell. */
export async function aimedProblem(
  target: unknown,
  finder: ProblemFinder,
  { isInPanel, takesSelection = true }: AimOptions,
): Promise<Aim> {
  if (isProblemPlace(target)) {
    const placed = await findPlace(target);
    return placed === undefined ? { type: 'gone', uri: vscode.Uri.parse(target.uri) } : { type: 'problem', placed };
  }
  if (isCell(target)) {
    const placed = problemInCell(target, finder);
    return placed === undefined ? { type: 'no-problem-in-cell' } : { type: 'problem', placed };
  }
  const editor = isInPanel ? undefined : vscode.window.activeTextEditor;
  const cell = isInPanel ? undefined : selectedCell();
  if (cell !== undefined && editor?.document !== cell.document) {
    // A cell that is drawn has no cursor: what is selected is meant, as a whole.
    const inCell = problemInCell(cell, finder);
    return inCell === undefined ? { type: 'nothing', cursorIn: 'cell' } : { type: 'problem', placed: inCell };
  }
  if (editor === undefined) return { type: 'nothing', cursorIn: 'elsewhere' };
  const placed = takesSelection ? problemInEditor(editor, finder) : problemAtCursor(editor, finder);
  return placed === undefined ? { type: 'nothing', cursorIn: 'text' } : { type: 'problem', placed };
}

function isCell(value: unknown): value is vscode.NotebookCell {
  return typeof value === 'object' && value !== null && 'document' in value && 'notebook' in value;
}
