import * as vscode from 'vscode';
import { languageOf, type PlacedProblem } from '../documents/problemPlace.ts';
import { readSetting } from '../settings.ts';
import { wrongWords, type WorkSummary } from '../words/workWords.ts';
import type { Checkers } from './checkers.ts';
import { conventionsOf } from './conventionsOf.ts';
import { Pace } from './pace.ts';
import { type Change, type LineMark, marksAfter, marksOf, touches } from './workMarks.ts';

/** After the last key, before lines that were asked about are checked again. */
const pauseMs = 1000;

/** The learner's lines below one problem, and what was found about them. */
export interface CheckedWork {
  readonly document: vscode.TextDocument;
  /** Of the problem itself, in the document as it is now. */
  readonly problem: { readonly start: number; readonly end: number; readonly text: string };
  readonly marks: readonly LineMark[];
  /** Nothing changed since. */
  readonly isWhole: boolean;
}

export type CheckOutcome =
  | { readonly type: 'checked'; readonly work: CheckedWork; readonly summary: WorkSummary }
  | { readonly type: 'no-lines' }
  /** A newer check of the same lines takes its place. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly detail: string };

interface Entry {
  work: CheckedWork;
  running: AbortController | undefined;
  /** What changed in the document since the running check took its text. */
  changes: Change[];
}

/** Checks lines below problems, keeps what was found where it belongs while the text changes, and checks again. */
export class WorkChecks implements vscode.Disposable {
  readonly #checkers: Pick<Checkers, 'asked'>;
  readonly #find: (work: CheckedWork) => PlacedProblem | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #moved = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #pace = new Pace((key) => this.#again(key), {
    set: setTimeout,
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  readonly #subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];
  #lastKey = 0;

  /** What is known about a document's lines changed. */
  readonly onDidChange = this.#changed.event;
  /** Somebody types elsewhere: all that is known stands in other places now. */
  readonly onDidMove = this.#moved.event;

  constructor(
    checkers: Pick<Checkers, 'asked'>,
    find: (work: CheckedWork) => PlacedProblem | undefined,
    log: vscode.LogOutputChannel,
  ) {
    this.#checkers = checkers;
    this.#find = find;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      this.#moved,
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (readSetting('check.recheck', document) === 'onSave') this.#askAgain(document, 0);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.clear(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('thunk.check')) return;
        for (const { work } of this.#entries.values()) this.#askAgain(work.document, 0);
      }),
    ];
  }

  get hasMarks(): boolean {
    return this.#entries.size > 0;
  }

  worksIn(document: vscode.TextDocument): readonly CheckedWork[] {
    return [...this.#entries.values()].map(({ work }) => work).filter((work) => work.document === document);
  }

  /** Somebody asks for it: from now on these lines are looked after. */
  async check({ document, found }: PlacedProblem, signal: AbortSignal): Promise<CheckOutcome> {
    const known = [...this.#entries].find(
      ([, { work }]) => work.document === document && work.problem.start === found.start,
    );
    const key = known?.[0] ?? String((this.#lastKey += 1));
    const { start, end, text } = found;
    const entry = known?.[1] ?? {
      work: { document, problem: { start, end, text }, marks: [], isWhole: false },
      running: undefined,
      changes: [],
    };
    const outcome = await this.#run(entry, { document, found }, signal);
    // A gesture that came to nothing leaves nothing to look after.
    if (outcome.type === 'checked') this.#entries.set(key, entry);
    else if (outcome.type === 'no-lines') this.#entries.delete(key);
    this.#changed.fire(document);
    return outcome;
  }

  clear(document: vscode.TextDocument): void {
    for (const [key, entry] of this.#entries) {
      if (entry.work.document !== document) continue;
      entry.running?.abort();
      this.#pace.forget(key);
      this.#entries.delete(key);
    }
    this.#changed.fire(document);
  }

  async #run(entry: Entry, placed: PlacedProblem, signal: AbortSignal): Promise<CheckOutcome> {
    const { document } = placed;
    const { version } = document;
    entry.running?.abort();
    const running = new AbortController();
    entry.running = running;
    entry.changes = [];
    // Reading whole documents is not needed before the first check.
    const { findWork } = await import('../../core/text/findWork.ts');
    const { start, end, text: posed } = placed.found;
    const isAsItWas = document.version === version;
    const work = { document, problem: { start, end, text: posed }, marks: [], isWhole: false };
    const found = isAsItWas ? placed.found : this.#find(work)?.found;
    const ended = AbortSignal.any([signal, running.signal]);
    if (ended.aborted || found === undefined) return { type: 'cancelled' };
    const source = document.getText();
    const lines = findWork(source, languageOf(document), found);
    if (lines.length === 0) return { type: 'no-lines' };
    const following = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) entry.changes.push(...changesOf(event));
    });
    try {
      const asked = { problem: found.text, lines: lines.map(({ text }) => text) };
      const conventions = conventionsOf(document, source);
      const result = await this.#checkers.asked({ type: 'work', work: asked, conventions }, ended);
      if (isOver(ended) || document.isClosed) return { type: 'cancelled' };
      if (result.type === 'none') {
        return result.reason === 'cancelled' ? { type: 'cancelled' } : { type: 'failed', detail: result.detail };
      }
      const problem = { start: found.start, end: found.end, text: found.text };
      const fresh: CheckedWork = { document, problem, marks: marksOf(lines, result.judgement), isWhole: true };
      entry.work = entry.changes.reduce<CheckedWork>(
        (now, change) => workAfter(now, change) ?? { ...now, marks: [] },
        fresh,
      );
      return { type: 'checked', work: entry.work, summary: summaryOf(fresh) };
    } finally {
      following.dispose();
      if (entry.running === running) entry.running = undefined;
    }
  }

  #follow(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    const changes = changesOf(event);
    if (changes.length === 0) return;
    const effects = [...this.#entries]
      .filter(([, { work }]) => work.document === document)
      .map(([key, entry]) => {
        const before = entry.work;
        const after = changes.reduce<CheckedWork | undefined>((now, change) => now && workAfter(now, change), before);
        entry.work = after ?? { ...before, marks: [], isWhole: false };
        if (readSetting('check.recheck', document) === 'afterPause') this.#pace.ask(key, pauseMs);
        const isSame = entry.work.marks.length === before.marks.length && entry.work.isWhole === before.isWhole;
        return isSame ? 'moved' : 'changed';
      });
    if (effects.includes('changed')) this.#changed.fire(document);
    else if (effects.length > 0) this.#moved.fire(document);
  }

  #askAgain(document: vscode.TextDocument, delayMs: number): void {
    for (const [key, { work }] of this.#entries) if (work.document === document) this.#pace.ask(key, delayMs);
  }

  async #again(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    const { document } = entry.work;
    const placed = this.#find(entry.work);
    const outcome =
      placed === undefined
        ? ({ type: 'no-lines' } as const)
        : await this.#run(entry, placed, new AbortController().signal).catch(
            (fault: unknown) => ({ type: 'failed', detail: String(fault) }) as const,
          );
    if (this.#entries.get(key) !== entry) return;
    if (outcome.type === 'no-lines') this.#entries.delete(key);
    if (outcome.type === 'failed') this.#log.warn(`Lines were not checked again. ${outcome.detail}`);
    if (outcome.type !== 'cancelled') this.#changed.fire(document);
  }

  dispose(): void {
    this.#pace.forgetAll();
    for (const { running } of this.#entries.values()) running?.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

export function summaryOf({ marks }: Pick<CheckedWork, 'marks'>): WorkSummary {
  const count = (state: LineMark['state']): number => marks.filter((mark) => mark.state === state).length;
  const wrong = marks.find(({ state }) => state === 'wrong');
  return {
    right: count('right'),
    unchecked: count('unchecked'),
    wrong: wrong && {
      line: wrong.number,
      message: wrongWords(wrong.verdict, vscode.l10n.t),
    },
    needs: marks.findLast(({ state }) => state === 'right')?.verdict.needs,
  };
}

/** A signal is looked at again after each await. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Undefined: the problem itself changed, so that nothing that was said holds. */
function workAfter(work: CheckedWork, change: Change): CheckedWork | undefined {
  const { problem, marks } = work;
  if (touches(problem, change)) return undefined;
  const shift = change.offset <= problem.start ? change.text.length - change.length : 0;
  const kept = marksAfter(marks, change);
  const lastEnd = marks.at(-1)?.end ?? problem.end;
  // A line more, or one less, between those that were checked.
  const isInside = change.offset + change.length >= problem.end && change.offset <= lastEnd + 2;
  return {
    ...work,
    problem: { ...problem, start: problem.start + shift, end: problem.end + shift },
    marks: kept,
    isWhole: work.isWhole && kept.length === marks.length && !isInside,
  };
}

function changesOf({ contentChanges }: vscode.TextDocumentChangeEvent): Change[] {
  return contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
    offset: rangeOffset,
    length: rangeLength,
    text,
  }));
}
