import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { getWebviewHtml, webviewFiles, type WebviewName } from '../../core/protocol/webviewHtml.ts';

/** Gives a webview its page: scripts off but ours, files of dist/media only. */
export function loadWebview(webview: vscode.Webview, extensionUri: vscode.Uri, view: WebviewName, title: string): void {
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'media');
  webview.options = { enableScripts: true, enableCommandUris: false, enableForms: false, localResourceRoots: [media] };
  const { script, styles } = webviewFiles(view);
  const uriOf = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, ...name.split('/'))).toString();
  webview.html = getWebviewHtml({
    nonce: randomBytes(24).toString('hex'),
    cspSource: webview.cspSource,
    scriptUri: uriOf(script),
    styleUris: styles.map(uriOf),
    title,
    language: vscode.env.language,
  });
}

/** The words that a webview shows by itself, translated. */
export function translated(strings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).map(([key, words]) => [key, vscode.l10n.t(words)]));
}
