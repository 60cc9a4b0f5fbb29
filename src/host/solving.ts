import * as vscode from 'vscode';
import type { Lazy } from '../core/lazy/lazy.ts';
import type { PanelToHost } from '../core/protocol/panel.ts';
import { createSessionStore } from '../system/sessionStore.ts';
import { createWorkerSolver } from '../system/workerSolver.ts';
import type { Checkers } from './checking/checkers.ts';
import type { ProblemFinder } from './documents/problemFinder.ts';
import { isSameDocument } from './documents/problemPlace.ts';
import { Gestures } from './gestures.ts';
import { SessionActions } from './sessions/sessionActions.ts';
import { SessionDesk, type OpenSession } from './sessions/sessionDesk.ts';
import { sessionsFolder } from './sessions/sessionsFolder.ts';
import { nameOf } from './sessions/sessionsTree.ts';
import { Tutor } from './sessions/tutor.ts';
import { readSetting } from './settings.ts';
import { Adapting } from './teaching/adapting.ts';
import { Beside } from './teaching/beside.ts';
import { FirstAsk } from './teaching/firstAsk.ts';
import { TeachGestures } from './teaching/teachGestures.ts';
import { ChatView } from './views/chatView.ts';
import { keyLabels } from './views/keyLabels.ts';
import { StatusBar } from './views/statusBar.ts';
import { StepsPanel } from './views/stepsPanel.ts';
import { emptySnapshot, panelSnapshot } from './words/panelSnapshot.ts';
import { accessNotice } from './words/sessionWords.ts';
import { statusOf } from './words/statusWords.ts';
import { chatSnapshot, emptyChat } from './words/tutorWords.ts';

/** While somebody types, the panel need not follow each letter. */
const textPauseMs = 100;
const beforeBusyMs = 100;

export interface Solving {
  readonly desk: SessionDesk;
  readonly gestures: Gestures;
  readonly teach: TeachGestures;
  readonly beside: Beside;
  readonly actions: SessionActions;
  readonly panel: StepsPanel;
  readonly chat: ChatView;
  /** What the window showed before it was closed. */
  readonly restored: Promise<void>;
  /** Ends the solver's worker and closes the files. */
  close(): Promise<void>;
  dispose(): void;
}

/** Everything that is needed once something is solved; loaded at the first gesture, not at activation. */
export function buildSolving(
  context: vscode.ExtensionContext,
  finder: ProblemFinder,
  checkers: Checkers,
  log: vscode.LogOutputChannel,
): Solving {
  const t = vscode.l10n.t;
  const { extensionUri } = context;
  const store = createSessionStore({ directory: sessionsFolder(context).fsPath });
  const solver = createWorkerSolver({
    timeLimitMs: readSetting('solver.timeLimitSeconds') * 1000,
    memoryLimitMb: readSetting('solver.memoryLimitMb'),
  });
  const desk = new SessionDesk({ store, solver, log, memento: context.workspaceState });
  const beside = new Beside(checkers, desk);
  const firstAsk = new FirstAsk();
  const adapting = new Adapting();
  const keys = keyLabels(process.platform);
  const placeName = (session: OpenSession): string | undefined => {
    const uri = desk.placeOf(session.lazy.state)?.uri;
    return uri === undefined ? undefined : nameOf(vscode.Uri.parse(uri));
  };

  const panel: StepsPanel = new StepsPanel({
    extensionUri,
    log,
    snapshot: (revision) => {
      const session = desk.current;
      if (session === undefined) return emptySnapshot(revision, keys, t);
      const place = placeName(session);
      return panelSnapshot(
        session.lazy.state,
        {
          sessionId: session.id,
          revision,
          place,
          insertedSteps: gestures.insertedSteps(session),
          canInsert: place !== undefined,
          canTakeOver: session.access.type === 'read' && session.access.because === 'locked',
          notice: accessNotice(session.access, t),
          keys,
          aside: {
            status: beside.statusOf(session),
            asksFirst: firstAsk.isOpen(session),
            firstLevel: adapting.levelFor(session),
            tip: adapting.tipFor(session),
          },
        },
        t,
      );
    },
    isBusy: () => (desk.current?.lazy.state.activity.type ?? 'idle') !== 'idle',
    receive: (message) => void receive(message),
  });
  const gestures: Gestures = new Gestures({ finder, desk, panel, firstAsk, adapting, log });
  const teach = new TeachGestures({ desk, gestures, panel, beside, adapting });
  const actions = new SessionActions({ desk, gestures, panel, log });
  const tutor = new Tutor((session) => gestures.press(session));
  const chat: ChatView = new ChatView({
    extensionUri,
    log,
    snapshot: (revision) => {
      const session = desk.current;
      if (session === undefined) return emptyChat(revision, t);
      const view = { revision, sessionId: session.id, place: placeName(session), isReplying: tutor.isReplying };
      return chatSnapshot(session.lazy.state, { ...view, notice: accessNotice(session.access, t) }, t);
    },
    receive: (message) => {
      const session = desk.current;
      if (session === undefined) return;
      if (message.type === 'say') void tutor.say(session, message.text).finally(() => chat.refresh());
      else if (message.type === 'cancel') void session.lazy.cancel();
      else void session.lazy.jump(message.index).then(() => panel.show({ takeFocus: false }));
    },
  });

  async function receive(message: Exclude<PanelToHost, { type: 'ready' | 'error' }>): Promise<void> {
    if (message.type === 'action') return act(message.action, message.index);
    if (message.type === 'painted') {
      log.trace(`Painted snapshot ${message.revision} in ${message.elapsedMs.toFixed(1)} ms`);
      return;
    }
    const session = desk.current;
    if (session === undefined) return;
    if (message.type === 'checkMine') await beside.checkLine(session, message.line);
    else await turn(session.lazy, message);
  }

  async function act(action: Extract<PanelToHost, { type: 'action' }>['action'], index?: number): Promise<void> {
    const session = desk.current;
    switch (action) {
      case 'next':
        if (session !== undefined) await gestures.press(session);
        return;
      case 'back':
        return gestures.back();
      case 'forward':
        await session?.lazy.forward();
        return;
      case 'anotherWay':
        return gestures.anotherWay();
      case 'split':
        return gestures.split(index);
      case 'insert':
        return gestures.insertStep(index);
      case 'insertAll':
        return gestures.insertCurrentSteps();
      case 'copy':
        return gestures.copyStep(index);
      case 'restart':
        await session?.lazy.restart();
        return;
      case 'revealAll':
        return gestures.revealAll();
      case 'cancel':
        beside.cancel();
        await session?.lazy.cancel();
        return;
      case 'hint':
        if (session !== undefined) await teach.hintFor(session);
        return;
      case 'anotherProblem':
        await teach.anotherProblem();
        return;
      // The panel's own box sends the line.
      case 'checkMine':
        return;
      case 'export':
        await actions.exportCurrent();
        return;
      case 'openProblem':
        return gestures.openProblem();
      case 'takeOver':
        return actions.takeOver();
      case 'openSample':
        await vscode.commands.executeCommand('thunk.openSample');
        return;
      case 'changeGrain':
        return gestures.changeDetail();
    }
  }

  const status = new StatusBar();
  const contextKeys = new Map<string, boolean>();
  const setContext = (key: string, value: boolean): void => {
    if (contextKeys.get(key) === value) return;
    contextKeys.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  let pause: NodeJS.Timeout | undefined;
  let busyTimer: NodeJS.Timeout | undefined;
  const showBusy = (isBusy: boolean): void => {
    // Most presses are over before anybody could cancel them; each change of a key makes the window ask for all menus.
    if (isBusy) busyTimer ??= setTimeout(() => setContext('thunk.isBusy', true), beforeBusyMs);
    else {
      clearTimeout(busyTimer);
      busyTimer = undefined;
      setContext('thunk.isBusy', false);
    }
  };
  const subscriptions = [
    desk.onDidChange((session) => {
      const state = session?.lazy.state;
      panel.refresh();
      chat.refresh();
      status.show(statusOf(state, t));
      setContext('thunk.hasSession', session !== undefined);
      setContext('thunk.isReadOnly', session?.access.type === 'read');
      showBusy(state !== undefined && state.activity.type !== 'idle');
      if (state?.activity.type === 'idle') desk.listMayHaveChanged();
    }),
    beside.onDidChange(() => panel.refresh()),
    firstAsk.onDidChange(() => panel.refresh()),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void desk.followRename(oldUri, newUri);
    }),
    // Which steps stand in the text is read from the text.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const uri = desk.current === undefined ? undefined : desk.placeOf(desk.current.lazy.state)?.uri;
      if (uri === undefined || !isSameDocument(vscode.Uri.parse(uri), document.uri)) return;
      clearTimeout(pause);
      pause = setTimeout(() => panel.refresh(), textPauseMs);
    }),
  ];

  async function restore(): Promise<void> {
    const id = desk.lastCurrentId;
    if (id !== undefined && desk.current === undefined) await desk.open(id);
  }

  async function close(): Promise<void> {
    clearTimeout(pause);
    clearTimeout(busyTimer);
    await desk.close();
    await solver.terminate();
  }

  return {
    desk,
    gestures,
    teach,
    beside,
    actions,
    panel,
    chat,
    restored: restore(),
    close,
    dispose: () => {
      void close();
      for (const part of [...subscriptions, beside, firstAsk, desk, panel, status]) part.dispose();
    },
  };
}

type Turn = Exclude<PanelToHost, { type: 'ready' | 'error' | 'action' | 'checkMine' | 'painted' }>;

async function turn(lazy: Lazy, message: Turn): Promise<void> {
  switch (message.type) {
    case 'jump':
      await lazy.jump(message.index);
      return;
    case 'switchBranch':
      await lazy.switchBranch(message.branch);
      return;
    case 'grain':
      await lazy.setGrain(message.grain);
  }
}
