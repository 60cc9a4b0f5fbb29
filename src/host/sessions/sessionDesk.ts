import * as vscode from 'vscode';
import { createLazy } from '../../core/lazy/createLazy.ts';
import type { Lazy, LazyState, Note } from '../../core/lazy/lazy.ts';
import type { Stored } from '../../core/lazy/outcome.ts';
import type { SessionEvent } from '../../core/session/events.ts';
import { fold, type SessionState } from '../../core/session/state.ts';
import type { Grain, Problem } from '../../core/session/step.ts';
import type { Solver } from '../../core/solve/solver.ts';
import { anchorProblem } from '../../core/text/anchorProblem.ts';
import type { Access, SessionFile } from '../../system/sessionFile.ts';
import type { Deleted, SessionStore, SessionSummary } from '../../system/sessionStore.ts';
import { newId, systemClock } from '../../system/systemClock.ts';
import {
  asProblem,
  findOpenPlace,
  isSameDocument,
  languageOf,
  type PlacedProblem,
  type ProblemPlace,
} from '../documents/problemPlace.ts';

export interface OpenSession {
  readonly id: string;
  readonly lazy: Lazy;
  readonly access: Access;
  /** Its log so far. */
  events(): readonly SessionEvent[];
}

export interface SessionDeskParts {
  readonly store: SessionStore;
  readonly solver: Solver;
  readonly log: vscode.LogOutputChannel;
  /** Keeps which session was current, for the next time that the window is opened. */
  readonly memento: vscode.Memento;
}

interface Entry extends OpenSession {
  readonly file: SessionFile;
  readonly stops: readonly (() => void)[];
}

export type Opened =
  { readonly type: 'opened'; readonly session: OpenSession } | { readonly type: 'failed'; readonly detail: string };

const currentKey = 'thunk.currentSession';

/** The sessions of this window: which are open, and which one the panel, the tutor and the status bar are about. */
export class SessionDesk implements vscode.Disposable {
  readonly #parts: SessionDeskParts;
  readonly #entries = new Map<string, Entry>();
  readonly #opening = new Map<string, Promise<Opened>>();
  readonly #changed = new vscode.EventEmitter<OpenSession | undefined>();
  readonly #listChanged = new vscode.EventEmitter<void>();
  #currentId: string | undefined;
  #lookups: Promise<unknown> = Promise.resolve();

  /** The current session, or another one in its place, looks different now. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeList = this.#listChanged.event;

  constructor(parts: SessionDeskParts) {
    this.#parts = parts;
  }

  get current(): OpenSession | undefined {
    return this.#currentId === undefined ? undefined : this.#entries.get(this.#currentId);
  }

  get currentId(): string | undefined {
    return this.#currentId;
  }

  get lastCurrentId(): string | undefined {
    return this.#parts.memento.get<string>(currentKey);
  }

  async list(): Promise<readonly SessionSummary[]> {
    const { sessions, unreadable, fault } = await this.#parts.store.list();
    for (const { id, detail } of unreadable) this.#parts.log.warn(`Session ${id} can't be read: ${detail}`);
    if (fault !== undefined) this.#parts.log.error(`The sessions can't be listed: ${fault.detail}`);
    return sessions;
  }

  /** The session about this very problem, or a new one; it becomes the current one. */
  openFor(placed: PlacedProblem | Problem, grain: Grain): Promise<Opened> {
    // One after the other: two presses at once on a new problem make one session.
    const opened = this.#lookups.then(() => this.#findOrCreate(placed, grain));
    this.#lookups = opened.catch(() => undefined);
    return opened;
  }

  async #findOrCreate(placed: PlacedProblem | Problem, grain: Grain): Promise<Opened> {
    const problem = 'document' in placed ? asProblem(placed) : placed;
    const known = 'document' in placed ? (this.#findCurrent(placed) ?? (await this.find(placed))?.id) : undefined;
    if (known !== undefined) return this.open(known);
    const created = await this.#parts.store.create(problem, grain);
    if (created.type === 'failed') return { type: 'failed', detail: created.detail };
    const entry = this.#adopt(created.file);
    this.#makeCurrent(entry.id);
    this.#listChanged.fire();
    return { type: 'opened', session: entry };
  }

  /** Which session is about the problem that stands at this place now. */
  async find(placed: PlacedProblem): Promise<SessionSummary | undefined> {
    const sessions = await this.list();
    return sessions.find(({ problem }) => isAbout(problem, placed));
  }

  /** Most presses are about the session that is open already; then no file is asked. */
  #findCurrent(placed: PlacedProblem): string | undefined {
    const { current } = this;
    const problem = current?.lazy.state.session.problem;
    return problem !== undefined && isAbout(problem, placed) ? current?.id : undefined;
  }

  async open(id: string, options: { takeOver?: boolean } = {}): Promise<Opened> {
    const entry = this.#entries.get(id);
    if (entry !== undefined && options.takeOver !== true) {
      this.#makeCurrent(id);
      return { type: 'opened', session: entry };
    }
    const running = this.#opening.get(id);
    if (running !== undefined && options.takeOver !== true) return running;
    const opening = this.#openFile(id, options).finally(() => this.#opening.delete(id));
    this.#opening.set(id, opening);
    return opening;
  }

  async rename(id: string, title: string): Promise<Stored> {
    const entry = this.#entries.get(id);
    const stored = await (entry === undefined
      ? this.#parts.store.rename(id, title)
      : entry.lazy.record({ type: 'renamed', title }));
    this.#listChanged.fire();
    return stored;
  }

  /** To the trash; the returned value undoes it. */
  async delete(id: string): Promise<Deleted> {
    await this.#close(id);
    const deleted = await this.#parts.store.delete(id);
    this.#listChanged.fire();
    return deleted;
  }

  listMayHaveChanged(): void {
    this.#listChanged.fire();
  }

  /** Where the problem of a session was last seen. */
  placeOf(state: LazyState): ProblemPlace | undefined {
    const { problem } = state.session;
    return problem?.origin === undefined ? undefined : { ...problem.origin, text: problem.text };
  }

  /** The text moved: remember where the problem stands now. */
  async reanchor(session: OpenSession): Promise<void> {
    const { state } = session.lazy;
    const origin = state.session.problem?.origin;
    const place = this.placeOf(state);
    const placed = place === undefined ? undefined : findOpenPlace(place);
    if (!state.canWrite || origin === undefined || placed === undefined) return;
    const now = asProblem(placed).origin;
    if (now === undefined || (now.uri === origin.uri && now.start === origin.start && now.end === origin.end)) return;
    await session.lazy.record({ type: 'reanchored', origin: now });
  }

  /** A file or a folder got another name: its sessions go with it. */
  async followRename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const before = from.toString();
    for (const { id, problem } of await this.list()) {
      const { origin } = problem;
      if (origin === undefined || !(origin.uri === before || origin.uri.startsWith(`${before}/`))) continue;
      const moved = { ...origin, uri: to.toString() + origin.uri.slice(before.length) };
      const entry = this.#entries.get(id);
      if (entry !== undefined) await entry.lazy.record({ type: 'reanchored', origin: moved });
      else await this.#recordInFile(id, { type: 'reanchored', at: systemClock.now(), origin: moved });
    }
    this.#listChanged.fire();
  }

  async #recordInFile(id: string, event: SessionEvent): Promise<void> {
    const opened = await this.#parts.store.open(id);
    if (opened.type === 'failed') return;
    await opened.file.append([event]);
    await opened.file.close();
  }

  /** Notes something in a session, open or not. `notes`: what there is to note, given how the session stands. */
  async note(id: string, notes: (state: SessionState) => readonly Note[]): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry !== undefined) {
      for (const note of notes(entry.lazy.state.session)) await entry.lazy.record(note);
      return;
    }
    const opened = await this.#parts.store.open(id);
    if (opened.type === 'failed') return;
    const { file } = opened;
    if (file.access.type === 'write') {
      await file.append(notes(fold(file.log.events)).map((note) => ({ ...note, at: systemClock.now() })));
    }
    await file.close();
  }

  async #openFile(id: string, options: { takeOver?: boolean }): Promise<Opened> {
    await this.#close(id);
    const opened = await this.#parts.store.open(id, { takeOver: options.takeOver ?? false });
    if (opened.type === 'failed') {
      this.#parts.log.error(`Session ${id} can't be opened: ${opened.detail}`);
      return { type: 'failed', detail: opened.detail };
    }
    const entry = this.#adopt(opened.file);
    this.#makeCurrent(id);
    await this.reanchor(entry);
    return { type: 'opened', session: entry };
  }

  #adopt(file: SessionFile): Entry {
    const { solver, log } = this.#parts;
    const canWrite = file.access.type === 'write';
    const events = [...file.log.events];
    const append = async (added: readonly SessionEvent[]): Promise<Stored> => {
      const stored = await file.append(added);
      if (stored.type === 'stored') events.push(...added);
      return stored;
    };
    const lazy = createLazy({
      solver,
      history: file.log.events,
      append: canWrite ? append : undefined,
      clock: systemClock,
      newId,
    });
    if (file.log.damage !== undefined) log.warn(`Session ${file.id}: its file is damaged (${file.log.damage.type}).`);
    const stops = [
      lazy.onDidChange(() => {
        if (this.#currentId === file.id) this.#changed.fire(this.current);
      }),
      file.watch((added) => {
        events.push(...added);
        lazy.receive(added);
      }),
    ];
    const entry: Entry = { id: file.id, lazy, access: file.access, events: () => events, file, stops };
    file.onDidLoseLock(() => {
      log.info(`Session ${file.id} was taken over by another window.`);
      if (this.#entries.get(file.id) === entry) void this.#openFile(file.id, {});
    });
    this.#entries.set(file.id, entry);
    return entry;
  }

  #makeCurrent(id: string): void {
    const before = this.#currentId;
    this.#currentId = id;
    if (before !== undefined && before !== id) void this.#close(before);
    void this.#parts.memento.update(currentKey, id);
    this.#changed.fire(this.current);
  }

  async #close(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    for (const stop of entry.stops) stop();
    await entry.lazy.dispose();
    await entry.file.close();
    if (this.#currentId === id && !this.#entries.has(id) && !this.#opening.has(id)) {
      this.#currentId = undefined;
      this.#changed.fire(undefined);
    }
  }

  /** Everything that was asked to be written is written, and the locks are free, when it resolves. */
  async close(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((id) => this.#close(id)));
  }

  dispose(): void {
    void this.close();
    this.#changed.dispose();
    this.#listChanged.dispose();
  }
}

function isAbout({ text, origin }: Problem, { document, found }: PlacedProblem): boolean {
  if (origin === undefined || text !== found.text) return false;
  if (!isSameDocument(vscode.Uri.parse(origin.uri), document.uri)) return false;
  // The same words may stand in two places; each session belongs to the nearest.
  return anchorProblem(document.getText(), languageOf(document), text, origin)?.start === found.start;
}
