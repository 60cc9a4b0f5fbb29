import * as vscode from 'vscode';
import { isLookedAt } from '../documents/problemFinder.ts';
import { languageOf } from '../documents/problemPlace.ts';
import { readSetting } from '../settings.ts';

/** The documents that the linter looks over now, by their address: of its languages, and in sight or in a tab. */
export function watchedDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  const found = new Map<string, vscode.TextDocument>();
  for (const document of shownDocuments(readSetting('linter.scope'))) {
    if (!document.isClosed && isLinted(document)) found.set(document.uri.toString(), document);
  }
  return found;
}

function isLinted(document: vscode.TextDocument): boolean {
  if (!isLookedAt(document.uri)) return false;
  return (
    readSetting('linter.languages', document).includes(languageOf(document)) && readSetting('linter.enabled', document)
  );
}

function* shownDocuments(scope: 'open' | 'visible'): Generator<vscode.TextDocument> {
  for (const { document } of vscode.window.visibleTextEditors) yield document;
  for (const { notebook } of vscode.window.visibleNotebookEditors) yield* markupOf(notebook);
  if (scope === 'visible') return;
  const inTabs = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => uriOf(input))));
  // A tab that was never shown has no document yet, and costs nothing.
  for (const document of vscode.workspace.textDocuments) if (inTabs.has(document.uri.toString())) yield document;
  for (const notebook of vscode.workspace.notebookDocuments) {
    if (inTabs.has(notebook.uri.toString())) yield* markupOf(notebook);
  }
}

function uriOf(input: unknown): string[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}

function markupOf(notebook: vscode.NotebookDocument): vscode.TextDocument[] {
  return notebook
    .getCells()
    .filter(({ kind }) => kind === vscode.NotebookCellKind.Markup)
    .map(({ document }) => document);
}
