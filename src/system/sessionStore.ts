import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stored } from '../core/lazy/outcome.ts';
import { openingEvents } from '../core/lazy/plan.ts';
import { logVersion } from '../core/session/eventSchema.ts';
import { encodeEvents, encodeHeader, parseLog } from '../core/session/log.ts';
import { branchSteps, isDone } from '../core/session/select.ts';
import { fold } from '../core/session/state.ts';
import type { Grain, Problem } from '../core/session/step.ts';
import { syncFile, syncFolderOf } from './durableFile.ts';
import type { OpenedSession } from './sessionFile.ts';
import { lockPath, openSessionFile } from './sessionFile.ts';
import type { LockTimes } from './sessionLock.ts';
import { takeLock, usualLockTimes } from './sessionLock.ts';
import type { StorageFault } from './storageFault.ts';
import { storageFault } from './storageFault.ts';
import { newId, systemClock } from './systemClock.ts';

export interface SessionStoreOptions {
  /** Made when the first session is. */
  readonly directory: string;
  readonly times?: LockTimes | undefined;
  /** How often a reader looks for what the writer added. */
  readonly pollMs?: number | undefined;
}

export interface SessionSummary {
  readonly id: string;
  readonly title: string;
  readonly problem: Problem;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Of the branch that is shown. */
  readonly stepCount: number;
  readonly isDone: boolean;
}

/** Changes when the file does; says which sessions could not be read, and why. */
export interface SessionList {
  /** The last changed first. */
  readonly sessions: readonly SessionSummary[];
  readonly unreadable: readonly { readonly id: string; readonly detail: string }[];
  readonly fault: StorageFault | undefined;
}

export type Deleted = { readonly type: 'deleted'; undo(): Promise<Stored> } | StorageFault;

/** Sessions in a folder, one file each. Every method ends in a value; none throws. */
export interface SessionStore {
  create(problem: Problem, grain?: Grain): Promise<OpenedSession>;
  /** For writing where that may be, else for reading; `takeOver`: because a person says so. */
  open(id: string, options?: { readonly takeOver?: boolean }): Promise<OpenedSession>;
  list(): Promise<SessionList>;
  /** Of a session that is not open here; for an open one, `record` the new title. */
  rename(id: string, title: string): Promise<Stored>;
  /** To Thunk's own trash, from which `undo` brings it back. Close it first where it is open here. */
  delete(id: string): Promise<Deleted>;
}

const extension = '.jsonl';
const trashKeptMs = 30 * 24 * 3600 * 1000;
const goodId = /^[\w-][\w.-]*$/;
const noSuch: StorageFault = { type: 'failed', reason: 'missing', detail: 'There is no such session.' };
const inUse: StorageFault = { type: 'failed', reason: 'locked', detail: 'This session is in use in another window.' };

export function createSessionStore(options: SessionStoreOptions): SessionStore {
  const { directory } = options;
  const times = options.times ?? usualLockTimes;
  const pollMs = options.pollMs ?? 300;
  const trash = join(directory, 'trash');
  const known = new Map<string, { readonly stamp: string; readonly summary: SessionSummary | string }>();
  const pathOf = (id: string): string => join(directory, `${id}${extension}`);
  const openPath = (id: string, takeOver: boolean): Promise<OpenedSession> =>
    openSessionFile({ path: pathOf(id), id, takeOver, times, pollMs });

  async function summarize(id: string): Promise<SessionSummary | string> {
    const path = pathOf(id);
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size}`;
    const cached = known.get(id);
    if (cached?.stamp === stamp) return cached.summary;
    const summary = summaryOf(id, await readFile(path));
    known.set(id, { stamp, summary });
    return summary;
  }

  /** Without a lock nobody else may be writing what is moved. */
  async function whileFree<Result>(id: string, work: () => Promise<Result>): Promise<Result | StorageFault> {
    if (!goodId.test(id)) return noSuch;
    try {
      const taken = await takeLock(lockPath(pathOf(id)), { takeOver: false, times });
      if (taken.type === 'held') return inUse;
      return await work().finally(() => taken.lock.release());
    } catch (fault) {
      return storageFault(fault);
    }
  }

  return {
    create: async (problem, grain = 'normal') => {
      const id = newId();
      const createdAt = systemClock.now();
      const header = encodeHeader({ thunk: 'session', version: logVersion, id, createdAt });
      const opening = openingEvents(problem, grain, { clock: systemClock, newId });
      try {
        await mkdir(directory, { recursive: true });
        await writeWhole(pathOf(id), header + encodeEvents(opening));
        return await openPath(id, false);
      } catch (fault) {
        return storageFault(fault);
      }
    },
    open: async (id, { takeOver = false } = {}) => (goodId.test(id) ? openPath(id, takeOver) : noSuch),
    list: async () => {
      const sessions: SessionSummary[] = [];
      const unreadable: { id: string; detail: string }[] = [];
      try {
        const names = (await readdir(directory)).filter((name) => name.endsWith(extension));
        const ids = names.map((name) => name.slice(0, -extension.length));
        for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
        for (const id of ids) {
          const summary = await summarize(id).catch((fault: unknown) => storageFault(fault).detail);
          if (typeof summary === 'string') unreadable.push({ id, detail: summary });
          else sessions.push(summary);
        }
      } catch (fault) {
        const refused = storageFault(fault);
        // Before the first session there is no folder.
        return { sessions: [], unreadable: [], fault: refused.reason === 'missing' ? undefined : refused };
      }
      sessions.sort((a, b) => b.changedAt - a.changedAt || a.id.localeCompare(b.id));
      return { sessions, unreadable, fault: undefined };
    },
    rename: async (id, title) => {
      if (!goodId.test(id)) return noSuch;
      const opened = await openPath(id, false);
      if (opened.type === 'failed') return opened;
      const { file } = opened;
      const stored = await file.append([{ type: 'renamed', at: systemClock.now(), title }]);
      await file.close();
      return stored.type === 'failed' && file.access.type === 'read' && file.access.because === 'locked'
        ? inUse
        : stored;
    },
    delete: async (id) =>
      whileFree(id, async () => {
        const kept = join(trash, `${id}${extension}`);
        await mkdir(trash, { recursive: true });
        await rename(pathOf(id), kept);
        const now = new Date();
        await utimes(kept, now, now);
        await dropOld(trash);
        return {
          type: 'deleted',
          undo: async () => {
            try {
              await rename(kept, pathOf(id));
              return { type: 'stored' };
            } catch (fault) {
              return storageFault(fault);
            }
          },
        };
      }),
  };
}

/** A session is there whole, or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    // Homework is nobody else's business.
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await syncFile(handle);
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (fault) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw fault;
  }
  await syncFolderOf(path);
}

function summaryOf(id: string, bytes: Uint8Array): SessionSummary | string {
  const log = parseLog(bytes);
  if (log.type === 'unreadable') return log.detail;
  const state = fold(log.events);
  if (state.problem === undefined) return 'it holds no problem';
  return {
    id,
    title: state.title,
    problem: state.problem,
    createdAt: log.header.createdAt,
    changedAt: state.changedAt,
    stepCount: branchSteps(state).length,
    isDone: isDone(state),
  };
}

async function dropOld(trash: string): Promise<void> {
  for (const name of await readdir(trash)) {
    const path = join(trash, name);
    const { mtimeMs } = await stat(path);
    if (systemClock.now() - mtimeMs > trashKeptMs) await rm(path, { force: true });
  }
}
