import * as vscode from 'vscode';
import { explanationPage } from '../words/explanationWords.ts';
import { type Explanation, isExplanation } from './explanation.ts';

const scheme = 'thunk-explanation';

/** Explanations as pages beside the text; each is made from its own address, so that a reopened window has it too. */
export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  async show(explanation: Explanation): Promise<void> {
    const path = `/${vscode.l10n.t('What is wrong here')}.md`;
    const uri = vscode.Uri.from({ scheme, path, query: JSON.stringify(explanation) });
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
