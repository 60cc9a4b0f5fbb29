export interface WebviewPage {
  /** 16 or more random characters of [A-Za-z0-9], new for each page. */
  readonly nonce: string;
  /** `webview.cspSource`: where style sheets, fonts and pictures of the extension come from. */
  readonly cspSource: string;
  /** `webview.asWebviewUri` of dist/media/stepsPanel.js or chatView.js. */
  readonly scriptUri: string;
  /** katex/katex.css, codicons/codicon.css and the view's own style sheet, in this order (see `webviewFiles`). */
  readonly styleUris: readonly string[];
  readonly title: string;
  /** BCP 47, `vscode.env.language`. */
  readonly language: string;
}

export type WebviewName = 'stepsPanel' | 'chatView';

/** What a view loads, as paths below dist/media. */
export function webviewFiles(view: WebviewName): { readonly script: string; readonly styles: readonly string[] } {
  return { script: `${view}.js`, styles: ['katex/katex.css', 'codicons/codicon.css', `${view}.css`] };
}

/** No `unsafe-*`: inline style of formulas is set through the DOM, which a policy does not govern. */
export function contentSecurityPolicy(nonce: string, cspSource: string): string {
  return [
    `default-src 'none'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** The page of a webview. The script builds everything in it. */
export function getWebviewHtml(page: WebviewPage): string {
  const styles = page.styleUris.map((uri) => `<link rel="stylesheet" href="${escapeAttribute(uri)}">`).join('\n    ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(page.language)}">
  <head>
    <meta charset="UTF-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(contentSecurityPolicy(page.nonce, page.cspSource))}">
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <title>${escapeAttribute(page.title)}</title>
    ${styles}
  </head>
  <body>
    <script nonce="${escapeAttribute(page.nonce)}" src="${escapeAttribute(page.scriptUri)}"></script>
  </body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
