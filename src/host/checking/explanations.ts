import * as vscode from 'vscode';
import { explanationPage } from '../words/explanationWords.ts';
import { type Explanation, explanationScheme, explanationUri, isExplanation } from './explanation.ts';

/** Explanations as pages beside the text. */
export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(explanationScheme, this);

  async show(explanation: Explanation): Promise<void> {
    const uri = explanationUri(explanation);
    try {
      // Draws the formulas, and uses one page again and again.
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      // VS Code's own Markdown is switched off.
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const explanation = parse(uri.query);
    if (!isExplanation(explanation)) return '';
    const { claim, message, verdict } = explanation;
    return explanationPage(claim, message, verdict, vscode.l10n.t);
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function parse(query: string): unknown {
  try {
    return JSON.parse(query);
  } catch {
    return undefined;
  }
}
