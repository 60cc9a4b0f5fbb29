import * as vscode from 'vscode';
import { partialSolution } from '../../core/session/select.ts';
import type { Problem, Verdict } from '../../core/session/step.ts';
import type { HintLevel } from '../../core/teach/hint.ts';
import type { Checkers } from '../checking/checkers.ts';
import { conventionsOf } from '../checking/conventionsOf.ts';
import type { OpenSession, SessionDesk } from '../sessions/sessionDesk.ts';
import type { AsideView } from '../words/panelAside.ts';
import { type HintOutcome, Hints } from './hints.ts';

/** What is done beside a solution and never advances it: hints, lines of the learner's own, problems of the same kind. */
export class Beside implements vscode.Disposable {
  readonly #checkers: Pick<Checkers, 'asked'>;
  readonly #hints: Hints;
  readonly #changed = new vscode.EventEmitter<void>();
  #running: AbortController | undefined;
  #status: { readonly session: string; readonly status: NonNullable<AsideView['status']> } | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(checkers: Pick<Checkers, 'asked'>, desk: SessionDesk) {
    this.#checkers = checkers;
    this.#hints = new Hints(checkers, desk);
  }

  statusOf(session: OpenSession): AsideView['status'] {
    return this.#status?.session === session.id ? this.#status.status : undefined;
  }

  async hint(session: OpenSession, firstLevel: HintLevel): Promise<HintOutcome> {
    const outcome = await this.#work(session, vscode.l10n.t('Looking for a hint'), (signal) =>
      this.#hints.next(session, firstLevel, signal),
    );
    if (outcome.type === 'none') this.#tell(session, outcome.detail);
    return outcome;
  }

  /** Checks a line against the problem and the steps up to the current one. Undefined: it was not checked. */
  async checkLine(session: OpenSession, typed: string): Promise<Verdict | undefined> {
    const line = typed.trim();
    const partial = partialSolution(session.lazy.state.session);
    if (line === '' || partial === undefined) return undefined;
    const { branch, index, checkedLines } = session.lazy.state.session;
    const before = checkedLines.filter(
      ({ branch: b, index: i, verdict: { kind } }) =>
        b === branch && i === index && (kind === 'proved' || kind === 'valid'),
    );
    const lines = [
      ...partial.steps.flatMap(({ latex }) => latex ?? []),
      ...before.map(({ line: earlier }) => earlier),
      line,
    ];
    const conventions = conventionsOf(scopeOf(partial.problem));
    const result = await this.#work(session, vscode.l10n.t('Checking your line'), (signal) =>
      this.#checkers.asked({ type: 'work', work: { problem: partial.problem.text, lines }, conventions }, signal),
    );
    if (result.type === 'none') {
      if (result.reason !== 'cancelled') this.#tell(session, result.detail);
      return undefined;
    }
    const verdict = result.judgement.verdicts.at(-1);
    if (verdict !== undefined) await session.lazy.record({ type: 'lineChecked', branch, index, line, verdict });
    return verdict;
  }

  /** The text of a problem like this one, Markdown with $…$. */
  async anotherProblem(session: OpenSession, seed: number): Promise<string | undefined> {
    const { problem } = session.lazy.state.session;
    if (problem === undefined) return undefined;
    const result = await this.#work(session, vscode.l10n.t('Making another problem'), (signal) =>
      this.#checkers.asked({ type: 'another', problem, seed }, signal),
    );
    if (result.type === 'another') return result.problem;
    if (result.reason !== 'cancelled') this.#tell(session, result.detail);
    return undefined;
  }

  cancel(): void {
    this.#running?.abort();
  }

  async #work<Result>(
    session: OpenSession,
    label: string,
    run: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#show(session, { state: 'working', label });
    try {
      return await run(running.signal);
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        this.#show(session, undefined);
      }
    }
  }

  #tell(session: OpenSession, label: string): void {
    this.#show(session, { state: 'failed', label });
  }

  #show({ id }: OpenSession, status: AsideView['status']): void {
    this.#status = status && { session: id, status };
    this.#changed.fire();
  }

  dispose(): void {
    this.cancel();
    this.#changed.dispose();
  }
}

function scopeOf({ origin }: Problem): vscode.ConfigurationScope | undefined {
  return origin === undefined ? undefined : { uri: vscode.Uri.parse(origin.uri), languageId: origin.languageId };
}
