import * as vscode from 'vscode';
import type { SessionSummary } from '../../system/sessionStore.ts';

/** What the tree needs of the sessions; asked for only once the tree is looked at. */
export interface SessionsSource {
  list(): Promise<readonly SessionSummary[]>;
  readonly onDidChangeList: vscode.Event<void>;
  readonly currentId: string | undefined;
}

/** The tree of sessions: the last changed first. */
export class SessionsTree implements vscode.TreeDataProvider<SessionSummary>, vscode.Disposable {
  readonly #source: () => Promise<SessionsSource>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #subscription: vscode.Disposable | undefined;
  #currentId: string | undefined;

  constructor(source: () => Promise<SessionsSource>) {
    this.#source = source;
  }

  async getChildren(session?: SessionSummary): Promise<SessionSummary[]> {
    if (session !== undefined) return [];
    const source = await this.#source();
    this.#subscription ??= source.onDidChangeList(() => this.#changed.fire(undefined));
    this.#currentId = source.currentId;
    return [...(await source.list())];
  }

  getTreeItem(session: SessionSummary): vscode.TreeItem {
    const { id, title, problem, stepCount, isDone } = session;
    const item = new vscode.TreeItem(title === '' ? problem.title : title);
    item.id = id;
    const uri = problem.origin === undefined ? undefined : vscode.Uri.parse(problem.origin.uri);
    const state = isDone
      ? vscode.l10n.t('solved')
      : stepCount === 1
        ? vscode.l10n.t('1 step')
        : vscode.l10n.t('{0} steps', stepCount);
    item.description = uri === undefined ? state : `${state} · ${nameOf(uri)}`;
    item.tooltip = new vscode.MarkdownString().appendText(problem.text);
    item.iconPath = new vscode.ThemeIcon(
      isDone ? 'pass' : id === this.#currentId ? 'debug-step-over' : 'circle-outline',
    );
    item.contextValue = uri === undefined ? 'session' : 'session placed';
    item.command = { command: 'thunk.openSession', title: vscode.l10n.t('Open Session'), arguments: [session] };
    return item;
  }

  dispose(): void {
    this.#subscription?.dispose();
    this.#changed.dispose();
  }
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
