import * as vscode from 'vscode';

/**
 * Where the sessions of this workspace are kept; without a folder, those of all windows. A second window on the same
 * folder gets a storage folder of its own from VS Code (`…/1a2b3c-1/`, or `…/-1a2b3c-1/` where its hash is negative), since extensions seldom share files well. Ours
 * do (see sessionLock.ts), and a learner looks for the same sessions in both windows.
 */
export function sessionsFolder({ storageUri, globalStorageUri }: vscode.ExtensionContext): vscode.Uri {
  if (storageUri === undefined) return vscode.Uri.joinPath(globalStorageUri, 'sessions');
  const path = storageUri.path.replace(/\/(-?[0-9a-f]+)-\d+(\/[^/]+)$/, '/$1$2');
  return vscode.Uri.joinPath(storageUri.with({ path }), 'sessions');
}
