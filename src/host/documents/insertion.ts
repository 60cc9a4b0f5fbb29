import * as vscode from 'vscode';
import { insertSteps, standingSteps, type StepToInsert } from '../../core/text/insertSteps.ts';
import type { RenderOptions } from '../../core/text/renderStep.ts';
import { readSetting } from '../settings.ts';
import { findPlace, type ProblemPlace } from './problemPlace.ts';

export type InsertOutcome =
  | { readonly type: 'inserted'; readonly document: vscode.TextDocument; readonly start: number; readonly end: number }
  /** They stand there already. */
  | { readonly type: 'nothing-new' }
  | { readonly type: 'failed'; readonly reason: 'problem-gone' | 'read-only' | 'refused' };

/** The document may change while an edit is under way; then it is worked out anew from what it is by then. */
const attempts = 3;

/** Writes the steps below their problem: one edit, one undo. */
export async function insertIntoDocument(place: ProblemPlace, steps: readonly StepToInsert[]): Promise<InsertOutcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const target = await findPlace(place);
    if (target === undefined) return { type: 'failed', reason: 'problem-gone' };
    const { document, found } = target;
    if (await isReadOnly(document)) return { type: 'failed', reason: 'read-only' };
    const version = document.version;
    const insertions = insertSteps(document.getText(), found, steps, renderOptions(document));
    const [first] = insertions;
    if (first === undefined) return { type: 'nothing-new' };
    const edit = new vscode.WorkspaceEdit();
    for (const { offset, newText } of insertions) edit.insert(document.uri, document.positionAt(offset), newText);
    // VS Code refuses an edit that was made for an older version of the document.
    const isApplied = version === document.version && (await vscode.workspace.applyEdit(edit));
    if (!isApplied) continue;
    const length = insertions.reduce((sum, { newText }) => sum + newText.length, 0);
    const end = Math.max(...insertions.map(({ offset }) => offset)) + length;
    return { type: 'inserted', document, start: first.offset, end };
  }
  return { type: 'failed', reason: 'refused' };
}

export function renderOptions(document: vscode.TextDocument): RenderOptions {
  return { stepWord: vscode.l10n.t('Step'), withReason: readSetting('insert.withReason', document) };
}

/** Which of the steps stand in the document right now. */
export function standingIn(
  document: vscode.TextDocument,
  found: Parameters<typeof standingSteps>[1],
  steps: readonly StepToInsert[],
): ReadonlySet<number> {
  return standingSteps(document.getText(), found, steps, renderOptions(document));
}

async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  if (document.isUntitled) return false;
  const file = uri.scheme === 'vscode-notebook-cell' ? vscode.Uri.file(uri.path) : uri;
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) !== true) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(file);
    return permissions === vscode.FilePermission.Readonly;
  } catch {
    // Not saved yet, or gone: the edit itself will tell.
    return false;
  }
}
