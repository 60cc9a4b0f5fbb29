import * as vscode from 'vscode';
import { Checkers } from './checking/checkers.ts';
import { Checking } from './checking/checking.ts';
import { registerCommands } from './commands.ts';
import { InsertActionProvider } from './documents/codeActions.ts';
import { LensProvider } from './documents/lenses.ts';
import { ProblemContext } from './documents/problemContext.ts';
import { ProblemFinder } from './documents/problemFinder.ts';
import { openSample } from './sample.ts';
import { recordWork } from './sessions/recordWork.ts';
import { SessionsTree } from './sessions/sessionsTree.ts';
import type { Solving } from './solving.ts';

export interface Container {
  readonly solving: () => Promise<Solving>;
  /** Resolves when what was asked to be stored is stored. */
  close(): Promise<void>;
}

/** The one place where everything is built. What solves, stores and draws is loaded at the first gesture that needs it. */
export function buildContainer(context: vscode.ExtensionContext): Container {
  const log = vscode.window.createOutputChannel('Thunk', { log: true });
  const finder = new ProblemFinder();
  const checkers = new Checkers();
  let loaded: Solving | undefined;
  const checking = new Checking({
    extensionUri: context.extensionUri,
    finder,
    checkers,
    log,
    panelPlace: () => {
      const session = loaded?.panel.isActive === true ? loaded.desk.current : undefined;
      return session === undefined ? undefined : loaded?.desk.placeOf(session.lazy.state);
    },
    record: async (placed, work) => recordWork((await solving()).desk, placed, work),
  });
  const lenses = new LensProvider(finder, checking.works);
  let loading: Promise<Solving> | undefined;
  const load = async (): Promise<Solving> => {
    const { buildSolving } = await import('./solving.ts');
    const built = buildSolving(context, finder, checkers, log);
    context.subscriptions.push(built);
    await built.restored;
    loaded = built;
    return built;
  };
  const solving = (): Promise<Solving> => (loading ??= load());

  const tree = new SessionsTree(async () => {
    const { desk } = await solving();
    return desk;
  });
  context.subscriptions.push(
    log,
    checkers,
    checking,
    lenses,
    tree,
    new ProblemContext(finder),
    vscode.languages.registerCodeLensProvider({ pattern: '**' }, lenses),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**' },
      new InsertActionProvider(finder, async (place) => (await solving()).gestures.countRevealed(place)),
      InsertActionProvider.metadata,
    ),
    vscode.window.createTreeView('thunk.sessions', { treeDataProvider: tree, showCollapseAll: false }),
    vscode.window.registerWebviewViewProvider('thunk.tutor', {
      resolveWebviewView: async (view) => (await solving()).chat.resolve(view),
    }),
    vscode.window.registerWebviewPanelSerializer('thunk.stepsPanel', {
      deserializeWebviewPanel: async (panel, state) => {
        const built = await solving();
        const id = built.panel.restore(panel, state);
        if (id !== undefined) await built.desk.open(id);
        built.panel.refresh();
      },
    }),
    ...registerCommands({ log, solving, checking, openSample: (name) => openSample(context.extensionUri, name) }),
  );
  const close = async (): Promise<void> => {
    await Promise.all([(await loading)?.close(), checkers.close()]);
  };
  return { solving, close };
}
