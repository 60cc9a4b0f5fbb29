import * as vscode from 'vscode';
import { panelStateSchema, panelToHostSchema, type HostToPanel, type PanelToHost } from '../../core/protocol/panel.ts';
import { panelStrings } from '../../core/protocol/webviewStrings.ts';
import type { PanelSnapshot } from '../../core/protocol/panel.ts';
import { loadWebview, translated } from './webviewPage.ts';

export const stepsPanelType = 'thunk.stepsPanel';

/** Most presses end sooner; to draw the work too would only make the step come later. */
const beforeBusyMs = 60;

export interface StepsPanelParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** What to draw now. */
  readonly snapshot: (revision: number) => PanelSnapshot;
  /** A press is under way. */
  readonly isBusy: () => boolean;
  readonly receive: (message: Exclude<PanelToHost, { type: 'ready' | 'error' }>) => void;
}

/** The one steps panel of the window. Everything in it comes from snapshots; it holds nothing of its own. */
export class StepsPanel implements vscode.Disposable {
  readonly #parts: StepsPanelParts;
  #panel: vscode.WebviewPanel | undefined;
  #subscriptions: vscode.Disposable[] = [];
  #revision = 0;
  #isReady = false;
  #isScheduled = false;
  #busyTimer: NodeJS.Timeout | undefined;
  /** What was drawn last says how a press ended: the next press takes these words away at once. */
  #hasWords = false;
  #wantsFocus = false;

  constructor(parts: StepsPanelParts) {
    this.#parts = parts;
  }

  get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  get isActive(): boolean {
    return this.#panel?.active ?? false;
  }

  /** Beside the text; the keyboard stays where it is unless it is asked for. */
  show(options: { takeFocus: boolean }): void {
    if (this.#panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: !options.takeFocus };
      this.#adopt(
        vscode.window.createWebviewPanel(stepsPanelType, vscode.l10n.t('Steps'), column, { enableFindWidget: true }),
      );
    } else if (!this.#panel.visible || options.takeFocus) {
      // Never over the text that it is about.
      const textColumn = vscode.window.activeTextEditor?.viewColumn;
      const isOverText = textColumn !== undefined && textColumn === this.#panel.viewColumn;
      this.#panel.reveal(isOverText ? vscode.ViewColumn.Beside : undefined, !options.takeFocus);
    }
    if (options.takeFocus) this.#focus();
    this.refresh();
  }

  /** A panel of before the window was reloaded. Returns the session that it showed. */
  restore(panel: vscode.WebviewPanel, state: unknown): string | undefined {
    this.#panel?.dispose();
    this.#adopt(panel);
    const parsed = panelStateSchema.safeParse(state);
    return parsed.success ? (parsed.data.sessionId ?? undefined) : undefined;
  }

  /** Sends a snapshot soon: several changes of one moment make one message. */
  refresh(): void {
    if (this.#panel === undefined || this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#hasWords || !this.#parts.isBusy()) this.#send();
      else this.#busyTimer ??= setTimeout(() => this.#send(), beforeBusyMs);
    });
  }

  close(): void {
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    const { extensionUri } = this.#parts;
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extensionUri, 'media', 'icons', `steps-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // What was sent while it was hidden is lost.
        if (panel.visible) this.refresh();
      }),
      panel.onDidDispose(() => {
        for (const subscription of this.#subscriptions) subscription.dispose();
        this.#subscriptions = [];
        if (this.#panel === panel) this.#panel = undefined;
      }),
    ];
    loadWebview(panel.webview, extensionUri, 'stepsPanel', vscode.l10n.t('Steps'));
  }

  #receive(raw: unknown): void {
    const parsed = panelToHostSchema.safeParse(raw);
    if (!parsed.success) {
      this.#parts.log.warn(`The steps panel sent what is not understood: ${parsed.error.message}`);
      return;
    }
    const message = parsed.data;
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#post({ type: 'strings', strings: translated(panelStrings) });
      this.#send();
      if (this.#wantsFocus) this.#focus();
    } else if (message.type === 'error') this.#parts.log.error(`Steps panel: ${message.message}`);
    else this.#parts.receive(message);
  }

  #send(): void {
    clearTimeout(this.#busyTimer);
    this.#busyTimer = undefined;
    if (this.#panel === undefined || !this.#isReady) return;
    this.#revision += 1;
    const snapshot = this.#parts.snapshot(this.#revision);
    this.#post({ type: 'snapshot', snapshot });
    const { thunk } = snapshot;
    this.#hasWords = 'message' in thunk || ('note' in thunk && thunk.note !== undefined);
    const title = snapshot.sessionId === null ? vscode.l10n.t('Steps') : snapshot.title;
    // Each new title draws the tab again.
    if (this.#panel.title !== title) this.#panel.title = title;
  }

  #focus(): void {
    this.#wantsFocus = !this.#isReady;
    if (this.#isReady) this.#post({ type: 'focus' });
  }

  #post(message: HostToPanel): void {
    void this.#panel?.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.#busyTimer);
    this.#panel?.dispose();
  }
}
