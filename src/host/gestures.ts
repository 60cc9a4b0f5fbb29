import * as vscode from 'vscode';
import type { Outcome } from '../core/lazy/outcome.ts';
import { branchSteps, isInserted } from '../core/session/select.ts';
import type { Grain, Problem } from '../core/session/step.ts';
import type { StepToInsert } from '../core/text/insertSteps.ts';
import { problemFromText } from '../core/text/problemFromText.ts';
import { aimedProblem } from './documents/aimedProblem.ts';
import { insertIntoDocument, type InsertOutcome, standingIn } from './documents/insertion.ts';
import type { ProblemFinder } from './documents/problemFinder.ts';
import {
  findOpenPlace,
  findPlace,
  type PlacedProblem,
  type ProblemPlace,
  selectionInEditor,
} from './documents/problemPlace.ts';
import { nameOf } from './sessions/sessionsTree.ts';
import type { OpenSession, SessionDesk } from './sessions/sessionDesk.ts';
import { readSetting } from './settings.ts';
import type { Adapting } from './teaching/adapting.ts';
import type { FirstAsk } from './teaching/firstAsk.ts';
import type { StepsPanel } from './views/stepsPanel.ts';

export interface GestureParts {
  readonly finder: ProblemFinder;
  readonly desk: SessionDesk;
  readonly panel: StepsPanel;
  readonly firstAsk: FirstAsk;
  readonly adapting: Adapting;
  readonly log: vscode.LogOutputChannel;
}

/** No built-in solution is as long as this; it bounds "reveal all" of a solver that never ends. */
const mostSteps = 500;

/** What a person can ask for about a solution, wherever the gesture was made. */
export class Gestures {
  readonly #parts: GestureParts;

  constructor(parts: GestureParts) {
    this.#parts = parts;
  }

  /** The problem of the lens or cell, else the one at the cursor, else the current session, else one that is typed in. */
  async nextStep(target?: unknown): Promise<Outcome | undefined> {
    const session = await this.sessionFor(target, { mayAsk: true });
    return session === undefined ? undefined : this.press(session);
  }

  async solveSelection(): Promise<Outcome | undefined> {
    const editor = vscode.window.activeTextEditor;
    const selected = editor === undefined ? undefined : selectionInEditor(editor);
    if (selected === undefined) return this.nextStep();
    const session = await this.#open(selected);
    return session === undefined ? undefined : this.press(session);
  }

  async solveProblem(typed?: unknown): Promise<Outcome | undefined> {
    const session = await this.#typedProblem(typeof typed === 'string' ? typed : undefined);
    return session === undefined ? undefined : this.press(session);
  }

  /** The one press: same for lens, panel, palette and tutor. */
  async press(session: OpenSession): Promise<Outcome> {
    if (!this.#parts.firstAsk.isDue(session)) return this.reveal(session);
    this.#parts.firstAsk.ask(session);
    this.#parts.panel.show({ takeFocus: true });
    return { type: 'cancelled' };
  }

  async reveal(session: OpenSession): Promise<Outcome> {
    this.#parts.panel.show({ takeFocus: false });
    await this.#parts.adapting.beforeStep(session);
    return this.#report('next', await session.lazy.next());
  }

  async anotherWay(): Promise<void> {
    const session = this.#current();
    if (session === undefined) return;
    this.#parts.panel.show({ takeFocus: false });
    this.#report('another way', await session.lazy.branch());
  }

  async split(index?: number): Promise<void> {
    const session = this.#current();
    if (session === undefined) return;
    if (index !== undefined) await session.lazy.jump(index);
    this.#report('split', await session.lazy.split());
  }

  async back(): Promise<void> {
    await this.#current()?.lazy.back();
  }

  async revealAll(): Promise<void> {
    const session = this.#current();
    if (session === undefined) return;
    this.#parts.panel.show({ takeFocus: false });
    for (let count = 0; count < mostSteps && !session.lazy.state.isDone; count += 1) {
      const outcome = this.#report('next', await session.lazy.next());
      if (outcome.type !== 'step') return;
    }
  }

  /** Writes the given step, else the current one, into the text. */
  async insertStep(index?: number): Promise<void> {
    const session = this.#current();
    const wanted = index ?? session?.lazy.state.session.index ?? -1;
    if (session !== undefined && wanted >= 0) await this.#insert(session, (step) => step.index === wanted);
  }

  /** The first revealed step that isn't in the text yet; where there is none, the next one is revealed first. */
  async insertNextStep(target?: unknown): Promise<void> {
    const session = await this.sessionFor(target, { mayAsk: false });
    if (session === undefined) return;
    const isMissing = async (): Promise<number | undefined> => {
      const revealed = revealedSteps(session);
      const standing = await this.#standing(session, revealed);
      return revealed.find(({ index }) => !standing.has(index))?.index;
    };
    let index = await isMissing();
    if (index === undefined) {
      const outcome = await this.press(session);
      if (outcome.type !== 'step') return;
      index = await isMissing();
    }
    if (index !== undefined) await this.#insert(session, (step) => step.index === index);
  }

  async insertAllSteps(target?: unknown): Promise<void> {
    const session = await this.sessionFor(target, { mayAsk: false });
    if (session !== undefined) await this.#insert(session, () => true);
  }

  /** The same for the session that the panel shows, wherever the cursor is. */
  async insertCurrentSteps(): Promise<void> {
    const session = this.#current();
    if (session !== undefined) await this.#insert(session, () => true);
  }

  async copyStep(index?: number): Promise<void> {
    const session = this.#current();
    const { session: state } = session?.lazy.state ?? {};
    const step = state === undefined ? undefined : branchSteps(state)[index ?? state.index]?.step;
    if (step === undefined) return;
    const text = step.latex === undefined ? step.text : `${step.text}\n\n$$\n${step.latex}\n$$`;
    await vscode.env.clipboard.writeText(text);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Step copied'), 3000);
  }

  async openProblem(session = this.#current()): Promise<void> {
    const place = session === undefined ? undefined : this.#parts.desk.placeOf(session.lazy.state);
    if (place !== undefined) await this.showPlace(place);
  }

  async showPlace(place: ProblemPlace): Promise<void> {
    const placed = await findPlace(place);
    if (placed === undefined) {
      this.#tell(vscode.l10n.t('The problem is no longer in {0}.', nameOf(vscode.Uri.parse(place.uri))));
      return;
    }
    const { document, found } = placed;
    const selection = new vscode.Range(document.positionAt(found.start), document.positionAt(found.start));
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    });
  }

  async changeDetail(chosen?: Grain): Promise<void> {
    const session = this.#current();
    const grain = chosen ?? (await pickGrain(session?.lazy.state.session.grain));
    if (grain === undefined) return;
    if (session === undefined) await vscode.workspace.getConfiguration('thunk').update('steps.detail', grain);
    else await session.lazy.setGrain(grain);
  }

  /** How many steps are revealed of the problem that stands there. */
  async countRevealed(place: ProblemPlace): Promise<number> {
    const placed = findOpenPlace(place);
    const known = placed === undefined ? undefined : await this.#parts.desk.find(placed);
    return known?.stepCount ?? 0;
  }

  /** Ids of the steps that stand in the text now; where that isn't open, those that the session remembers. */
  insertedSteps(session: OpenSession): ReadonlySet<string> {
    const { state } = session.lazy;
    const steps = branchSteps(state.session);
    const place = this.#parts.desk.placeOf(state);
    const placed = place === undefined ? undefined : findOpenPlace(place);
    const isStanding =
      placed === undefined
        ? undefined
        : standingIn(
            placed.document,
            placed.found,
            steps.map((revealed, index) => toInsert(session, revealed.id, index)),
          );
    return new Set(
      steps.filter(({ id }, index) => isStanding?.has(index) ?? isInserted(state.session, id)).map(({ id }) => id),
    );
  }

  async #insert(session: OpenSession, isWanted: (step: StepToInsert) => boolean): Promise<void> {
    const place = this.#parts.desk.placeOf(session.lazy.state);
    if (place === undefined) {
      this.#tell(
        vscode.l10n.t('This problem was typed in, so there is no text to insert into. The step can be copied.'),
      );
      return;
    }
    const steps = revealedSteps(session).filter(isWanted);
    if (steps.length === 0) return;
    const outcome = await insertIntoDocument(place, steps);
    this.#parts.log.info(`Insert ${steps.length} steps: ${outcome.type === 'failed' ? outcome.reason : outcome.type}`);
    if (outcome.type === 'failed') this.#tell(insertWords(outcome, nameOf(vscode.Uri.parse(place.uri))));
    if (outcome.type !== 'inserted') return;
    const { document, start, end } = outcome;
    const all = branchSteps(session.lazy.state.session);
    await session.lazy.record({
      type: 'stepsInserted',
      steps: steps.flatMap(({ index }) => all[index]?.id ?? []),
      uri: document.uri.toString(),
      version: document.version,
      start,
      end,
    });
    await this.#parts.desk.reanchor(session);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document)
        editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  async #standing(session: OpenSession, steps: readonly StepToInsert[]): Promise<ReadonlySet<number>> {
    const place = this.#parts.desk.placeOf(session.lazy.state);
    const placed = place === undefined ? undefined : await findPlace(place);
    return placed === undefined ? new Set() : standingIn(placed.document, placed.found, steps);
  }

  /** The session about the problem that a gesture is about; where there is none, about the one that is typed in. */
  async sessionFor(target: unknown, { mayAsk }: { mayAsk: boolean }): Promise<OpenSession | undefined> {
    const { finder, desk, panel } = this.#parts;
    const aim = await aimedProblem(target, finder, { isInPanel: panel.isActive });
    switch (aim.type) {
      case 'problem':
        return this.#open(aim.placed);
      case 'gone':
        this.#tell(vscode.l10n.t('The problem is no longer in {0}.', nameOf(aim.uri)));
        return undefined;
      case 'no-problem-in-cell':
        this.#tell(vscode.l10n.t('No problem was found in this cell.'));
        return undefined;
      case 'nothing':
    }
    const isInText = aim.cursorIn !== 'elsewhere';
    if (desk.current !== undefined && (!isInText || panel.isVisible)) return desk.current;
    if (mayAsk) return this.#typedProblem(undefined);
    if (desk.current === undefined) {
      this.#tell(
        aim.cursorIn === 'cell'
          ? vscode.l10n.t('No problem was found in this cell.')
          : vscode.l10n.t('No problem was found at the cursor.'),
      );
    }
    return desk.current;
  }

  async #typedProblem(given: string | undefined): Promise<OpenSession | undefined> {
    const typed =
      given ??
      (await vscode.window.showInputBox({
        title: vscode.l10n.t('Solve a problem'),
        prompt: vscode.l10n.t('In plain words, with mathematics as you write it'),
        placeHolder: vscode.l10n.t('Solve 3(x - 2) = 2x + 5'),
        ignoreFocusOut: true,
      }));
    const text = typed?.trim() ?? '';
    if (text === '') return undefined;
    return this.#open(problemFromText(text));
  }

  async #open(problem: PlacedProblem | Problem): Promise<OpenSession | undefined> {
    const scope = 'document' in problem ? problem.document : undefined;
    if (readSetting('log.includesProblems')) {
      this.#parts.log.info(`Problem: ${'document' in problem ? problem.found.text : problem.text}`);
    }
    const opened = await this.#parts.desk.openFor(problem, readSetting('steps.detail', scope));
    if (opened.type === 'opened') return opened.session;
    this.#tell(vscode.l10n.t('This session could not be opened. {0}', opened.detail));
    return undefined;
  }

  #current(): OpenSession | undefined {
    return this.#parts.desk.current;
  }

  #report(what: string, outcome: Outcome): Outcome {
    const { log } = this.#parts;
    switch (outcome.type) {
      case 'step': {
        const { verdict, source, rule } = outcome.step.step;
        const origin = outcome.isRecalled ? 'from memory' : `${source.solver} ${source.method ?? ''}`;
        log.info(
          `${what}: step ${outcome.index + 1}, ${origin}, rule ${rule ?? '-'}, ${verdict.kind} by ${verdict.how}`,
        );
        break;
      }
      case 'stuck':
        log.info(`${what}: stuck, ${outcome.reason}`);
        break;
      case 'failed':
        log.error(`${what}: failed, ${outcome.reason}`);
        break;
      case 'cancelled':
        log.info(`${what}: cancelled`);
    }
    return outcome;
  }

  /** One quiet message, never a box in the way. */
  #tell(message: string): void {
    void vscode.window.showWarningMessage(message);
  }
}

function revealedSteps(session: OpenSession): StepToInsert[] {
  const { session: state } = session.lazy.state;
  return branchSteps(state)
    .slice(0, state.index + 1)
    .map(({ id }, index) => toInsert(session, id, index));
}

function toInsert(session: OpenSession, id: string, index: number): StepToInsert {
  const { session: state } = session.lazy.state;
  const step = branchSteps(state)[index]?.step;
  if (step === undefined) throw new Error(`There is no step ${index}.`);
  return { index, step, wasInserted: isInserted(state, id) };
}

function insertWords({ reason }: Extract<InsertOutcome, { type: 'failed' }>, file: string): string {
  switch (reason) {
    case 'problem-gone':
      return vscode.l10n.t('Nothing was inserted: the problem is no longer in {0}. The step can be copied.', file);
    case 'read-only':
      return vscode.l10n.t('Nothing was inserted: {0} is read-only. The step can be copied.', file);
    case 'refused':
      return vscode.l10n.t('Nothing was inserted: {0} kept changing. Try again.', file);
  }
}

async function pickGrain(current: Grain | undefined): Promise<Grain | undefined> {
  const grains: readonly (readonly [Grain, string, string])[] = [
    ['fine', vscode.l10n.t('Fine'), vscode.l10n.t('Every small move is a step of its own')],
    ['normal', vscode.l10n.t('Normal'), vscode.l10n.t('One idea a step')],
    ['coarse', vscode.l10n.t('Coarse'), vscode.l10n.t('Minor moves run together')],
  ];
  const items = grains.map(([grain, label, detail]) => ({ grain, label, detail, picked: grain === current }));
  const title = vscode.l10n.t('How much one step does, from now on');
  return (await vscode.window.showQuickPick(items, { title }))?.grain;
}
