import * as vscode from 'vscode';
import { chatToHostSchema, type ChatSnapshot, type ChatToHost, type HostToChat } from '../../core/protocol/chat.ts';
import { chatStrings } from '../../core/protocol/webviewStrings.ts';
import { loadWebview, translated } from './webviewPage.ts';

export interface ChatViewParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly snapshot: (revision: number) => ChatSnapshot;
  readonly receive: (message: Exclude<ChatToHost, { type: 'ready' | 'error' }>) => void;
}

/** The tutor's conversation in the side panel. Everything in it comes from snapshots. */
export class ChatView {
  readonly #parts: ChatViewParts;
  #view: vscode.WebviewView | undefined;
  #revision = 0;
  #isReady = false;
  #isScheduled = false;

  constructor(parts: ChatViewParts) {
    this.#parts = parts;
  }

  resolve(view: vscode.WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    const subscriptions = [
      view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      view.onDidChangeVisibility(() => this.refresh()),
      view.onDidDispose(() => {
        for (const subscription of subscriptions) subscription.dispose();
        if (this.#view === view) this.#view = undefined;
      }),
    ];
    loadWebview(view.webview, this.#parts.extensionUri, 'chatView', vscode.l10n.t('Tutor'));
  }

  refresh(): void {
    if (this.#view === undefined || this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#send();
    });
  }

  focus(): void {
    this.#post({ type: 'focus' });
  }

  #receive(raw: unknown): void {
    const parsed = chatToHostSchema.safeParse(raw);
    if (!parsed.success) {
      this.#parts.log.warn(`The tutor's view sent what is not understood: ${parsed.error.message}`);
      return;
    }
    const message = parsed.data;
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#post({ type: 'strings', strings: translated(chatStrings) });
      this.#send();
    } else if (message.type === 'error') this.#parts.log.error(`Tutor's view: ${message.message}`);
    else this.#parts.receive(message);
  }

  #send(): void {
    if (this.#view?.visible !== true || !this.#isReady) return;
    this.#revision += 1;
    this.#post({ type: 'snapshot', snapshot: this.#parts.snapshot(this.#revision) });
  }

  #post(message: HostToChat): void {
    void this.#view?.webview.postMessage(message);
  }
}
