import * as vscode from 'vscode';
import { type CommandId, commandTitles } from './commandTable.ts';
import type { Checking } from './checking/checking.ts';
import type { Solving } from './solving.ts';

export interface CommandParts {
  readonly checking: Checking;
  readonly log: vscode.LogOutputChannel;
  /** Loaded at the first gesture. */
  readonly solving: () => Promise<Solving>;
  readonly openSample: (name?: unknown) => Promise<void>;
}

type Run = (...args: readonly unknown[]) => unknown;

/** Registers every command of the table; one that fails is logged and tells so once. */
export function registerCommands(parts: CommandParts): vscode.Disposable[] {
  const { log, solving, checking } = parts;
  const gesture =
    (run: (solving: Solving, ...args: readonly unknown[]) => unknown): Run =>
    async (...args) =>
      run(await solving(), ...args);
  const runs: Readonly<Record<CommandId, Run>> = {
    'thunk.nextStep': gesture(({ gestures }, target) => gestures.nextStep(target)),
    'thunk.checkWork': (target) => checking.checkWork(target),
    'thunk.hint': gesture(({ teach }, target) => teach.hint(target)),
    'thunk.anotherProblem': gesture(({ teach }, target) => teach.anotherProblem(target)),
    'thunk.explain': (explanation) => checking.explain(explanation),
    'thunk.clearMarks': () => checking.clearMarks(),
    'thunk.previousStep': gesture(({ gestures }) => gestures.back()),
    'thunk.anotherWay': gesture(({ gestures }) => gestures.anotherWay()),
    'thunk.splitStep': gesture(({ gestures }) => gestures.split()),
    'thunk.insertStep': gesture(({ gestures }) => gestures.insertStep()),
    'thunk.insertNextStep': gesture(({ gestures }, target) => gestures.insertNextStep(target)),
    'thunk.insertAllSteps': gesture(({ gestures }, target) => gestures.insertAllSteps(target)),
    'thunk.copyStep': gesture(({ gestures }) => gestures.copyStep()),
    'thunk.restart': gesture(({ desk }) => desk.current?.lazy.restart()),
    'thunk.revealAll': gesture(({ gestures }) => gestures.revealAll()),
    'thunk.solveSelection': gesture(({ gestures }) => gestures.solveSelection()),
    'thunk.solveProblem': gesture(({ gestures }, typed) => gestures.solveProblem(typed)),
    'thunk.cancel': gesture(({ beside, desk }) => {
      checking.cancel();
      beside.cancel();
      return desk.current?.lazy.cancel();
    }),
    'thunk.changeDetail': gesture(({ gestures }) => gestures.changeDetail()),
    'thunk.export': gesture(({ actions }, to) => actions.exportCurrent(to)),
    'thunk.showSteps': gesture(({ panel }) => panel.show({ takeFocus: true })),
    'thunk.showTutor': gesture(async ({ chat }) => {
      await vscode.commands.executeCommand('thunk.tutor.focus');
      chat.focus();
    }),
    'thunk.openProblem': gesture(({ gestures }) => gestures.openProblem()),
    'thunk.takeOver': gesture(({ actions }) => actions.takeOver()),
    'thunk.openSample': (name) => parts.openSample(name),
    'thunk.undoDelete': gesture(({ actions }) => actions.undoDelete()),
    'thunk.showLog': () => log.show(true),
    'thunk.openSession': gesture(({ actions }, target) => actions.open(target)),
    'thunk.renameSession': gesture(({ actions }, target, name) => actions.rename(target, name)),
    'thunk.deleteSession': gesture(({ actions }, target) => actions.delete(target)),
    'thunk.exportSession': gesture(({ actions }, target, to) => actions.export(target, to)),
    'thunk.openSessionProblem': gesture(({ actions }, target) => actions.openProblem(target)),
  };
  return (Object.keys(commandTitles) as CommandId[]).map((id) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await runs[id](...args);
      } catch (fault) {
        log.error(`${id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
        void vscode.window.showErrorMessage(vscode.l10n.t('Thunk: {0} failed. The log says more.', commandTitles[id]));
        return undefined;
      }
    }),
  );
}
