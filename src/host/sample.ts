import * as vscode from 'vscode';

const names = ['algebra.md', 'check.md'] as const;

/** The sample of the folder where there is one (`npm start` opens it); else a copy of the extension's own, to be played with. */
export async function openSample(extensionUri: vscode.Uri, wanted?: unknown): Promise<void> {
  const name = names.find((candidate) => candidate === wanted) ?? names[0];
  const [inWorkspace] = await vscode.workspace.findFiles(`**/${name}`, '**/node_modules/**', 1);
  if (inWorkspace !== undefined) {
    await vscode.window.showTextDocument(inWorkspace);
    return;
  }
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples', name));
  const content = new TextDecoder().decode(bytes);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
