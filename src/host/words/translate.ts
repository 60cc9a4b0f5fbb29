/** `vscode.l10n.t`, handed in, so that wording can be tested without VS Code. */
export type Translate = (message: string, ...args: (string | number)[]) => string;
