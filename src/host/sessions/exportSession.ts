import * as vscode from 'vscode';
import { type ExportFormat, exportFormats, exportSession } from '../../core/export/exportSession.ts';
import type { ExportWords } from '../../core/export/exportWords.ts';
import type { SessionState } from '../../core/session/state.ts';
import { badgeOf } from '../words/verdictWords.ts';

/** What a caller (a test, another extension) may say instead of being asked. */
export interface ExportTarget {
  readonly format: ExportFormat;
  readonly uri: vscode.Uri;
}

/** Writes a session to a file of the person's choice and opens it. Resolves with the file; undefined when nothing was chosen. */
export async function exportToFile(session: SessionState, target?: ExportTarget): Promise<vscode.Uri | undefined> {
  const format = target?.format ?? (await pickFormat());
  if (format === undefined) return undefined;
  const uri = target?.uri ?? (await pickFile(session, format));
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(exportSession(session, format, words())));
  if (format === 'notebook') await vscode.commands.executeCommand('vscode.open', uri);
  else await vscode.window.showTextDocument(uri, { preview: false });
  return uri;
}

export function isExportTarget(value: unknown): value is ExportTarget {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('uri' in value)) return false;
  return value.uri instanceof vscode.Uri && exportFormats.some(({ format }) => format === value.format);
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const labels: Readonly<Record<ExportFormat, string>> = {
    markdown: vscode.l10n.t('Markdown'),
    latex: vscode.l10n.t('LaTeX'),
    notebook: vscode.l10n.t('Notebook'),
    json: vscode.l10n.t('JSON, with all branches'),
  };
  const items = exportFormats.map(({ format, extension }) => ({
    label: labels[format],
    description: `.${extension}`,
    format,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export the session as') }))?.format;
}

async function pickFile(session: SessionState, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const extension = exportFormats.find((known) => known.format === format)?.extension ?? 'txt';
  const name = `${session.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'session'}.${extension}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
}

function words(): ExportWords {
  return {
    problem: vscode.l10n.t('Problem'),
    step: vscode.l10n.t('Step'),
    answer: vscode.l10n.t('Answer'),
    notVerified: vscode.l10n.t('not verified'),
    verdict: (verdict) => badgeOf(verdict, vscode.l10n.t).label,
  };
}
