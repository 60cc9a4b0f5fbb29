import { open, readFile } from 'node:fs/promises';
import type { Stored } from '../core/lazy/outcome.ts';
import type { SessionEvent } from '../core/session/events.ts';
import type { LoadedLog } from '../core/session/log.ts';
import { encodeEvents, parseLog, parseTail } from '../core/session/log.ts';
import type { DurableFile } from './durableFile.ts';
import { openDurableFile } from './durableFile.ts';
import type { LockOwner, LockTimes, SessionLock } from './sessionLock.ts';
import { takeLock } from './sessionLock.ts';
import type { StorageFault } from './storageFault.ts';
import { storageFault } from './storageFault.ts';

/** What this process may do with a session's file, and why not more. */
export type Access =
  | { readonly type: 'write' }
  /** Another living process writes it; it can be read along, or taken over. */
  | { readonly type: 'read'; readonly because: 'locked'; readonly owner: LockOwner | undefined }
  | { readonly type: 'read'; readonly because: 'newer-version' | 'corrupt' }
  | { readonly type: 'read'; readonly because: 'storage'; readonly fault: StorageFault };

/** One open session. */
export interface SessionFile {
  readonly id: string;
  /** What it held when it was opened. */
  readonly log: LoadedLog;
  readonly access: Access;
  /** On the disk when it resolves; never rejects. In the order of the calls. */
  readonly append: (events: readonly SessionEvent[]) => Promise<Stored>;
  /** Tells of events that another process adds (those after `log`), until the returned function is called. */
  watch(listener: (events: readonly SessionEvent[]) => void): () => void;
  /** Called once when another process has taken this session over; reopen it to read along. */
  onDidLoseLock(listener: () => void): void;
  close(): Promise<void>;
}

export interface SessionFileOptions {
  readonly path: string;
  readonly id: string;
  readonly takeOver: boolean;
  readonly times: LockTimes;
  readonly pollMs: number;
}

export type OpenedSession = { readonly type: 'opened'; readonly file: SessionFile } | StorageFault;

/** Opens for writing where that may be, else for reading. */
export async function openSessionFile(options: SessionFileOptions): Promise<OpenedSession> {
  const { path, id } = options;
  let lock: SessionLock | undefined;
  try {
    let log = parseLog(await readFile(path));
    let access = accessTo(log);
    if (access.type === 'write') {
      const taken = await tryLock(options);
      if (taken.type === 'locked') {
        lock = taken.lock;
        // The former owner may have added something in between.
        log = parseLog(await readFile(path));
        access = accessTo(log);
      } else {
        access =
          taken.type === 'held'
            ? { type: 'read', because: 'locked', owner: taken.owner }
            : { type: 'read', because: 'storage', fault: taken };
      }
    }
    if (log.type === 'unreadable') {
      await lock?.release();
      return { type: 'failed', reason: 'damaged', detail: `This session can't be read: ${log.detail}.` };
    }
    if (access.type === 'write' && lock !== undefined) {
      const file = await openDurableFile(path, log.wholeBytes);
      const added = log.needsNewline ? await file.append('\n') : undefined;
      if (added?.type !== 'failed') return { type: 'opened', file: writable({ id, path, log, file, lock }) };
      await file.close();
      access = { type: 'read', because: 'storage', fault: added };
    }
    await lock?.release();
    return { type: 'opened', file: readable({ id, path, log, access, pollMs: options.pollMs }) };
  } catch (fault) {
    await lock?.release();
    return storageFault(fault);
  }
}

function accessTo(log: ReturnType<typeof parseLog>): Access {
  if (log.type === 'loaded' && log.readOnly !== undefined) return { type: 'read', because: log.readOnly };
  return { type: 'write' };
}

async function tryLock(options: SessionFileOptions): Promise<Awaited<ReturnType<typeof takeLock>> | StorageFault> {
  try {
    return await takeLock(lockPath(options.path), options);
  } catch (fault) {
    return storageFault(fault);
  }
}

export function lockPath(path: string): string {
  return path.replace(/\.jsonl$/, '.lock');
}

interface Writable {
  readonly id: string;
  readonly path: string;
  readonly log: LoadedLog;
  readonly file: DurableFile;
  readonly lock: SessionLock;
}

const closed: Stored = { type: 'failed', reason: 'closed', detail: 'The session was closed.' };
const takenOver: Stored = { type: 'failed', reason: 'taken-over', detail: 'Another window writes this session now.' };

function writable({ id, log, file, lock }: Writable): SessionFile {
  let writing: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  return {
    id,
    log,
    access: { type: 'write' },
    append: (events) => {
      const stored = writing.then(async () => {
        if (isClosed) return closed;
        return (await lock.isOurs()) ? file.append(encodeEvents(events)) : takenOver;
      });
      writing = stored;
      return stored;
    },
    watch: () => () => undefined,
    onDidLoseLock: (listener) => lock.onDidLose(listener),
    close: async () => {
      if (isClosed) return;
      await writing;
      isClosed = true;
      await file.close();
      await lock.release();
    },
  };
}

interface Readable {
  readonly id: string;
  readonly path: string;
  readonly log: LoadedLog;
  readonly access: Access;
  readonly pollMs: number;
}

function readable({ id, path, log, access, pollMs }: Readable): SessionFile {
  const stops = new Set<() => void>();
  return {
    id,
    log,
    access,
    append: async () =>
      Promise.resolve({ type: 'failed', reason: 'read-only', detail: 'This session can only be read here.' }),
    watch: (listener) => {
      const stop = poll(path, log.wholeBytes, pollMs, listener);
      stops.add(stop);
      return () => {
        stop();
        stops.delete(stop);
      };
    },
    onDidLoseLock: () => undefined,
    close: async () => {
      for (const stop of stops) stop();
      stops.clear();
      return Promise.resolve();
    },
  };
}

/** Asking the file's size is slow and sure: notifications of the system miss network disks and merge or lose changes. */
function poll(
  path: string,
  start: number,
  pollMs: number,
  listener: (events: readonly SessionEvent[]) => void,
): () => void {
  let offset = start;
  let isBusy = false;
  let isStopped = false;
  const look = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      const bytes = await readFrom(path, offset);
      const tail = parseTail(bytes, { firstLine: 1, isLenient: false });
      // A record without its line end may still be growing.
      if (tail.wholeBytes === 0 || tail.needsNewline) return;
      offset += tail.wholeBytes;
      if (!isStopped && tail.events.length > 0) listener(tail.events);
    } catch {
      // Gone for the moment, or for good: there is nothing to tell.
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}

async function readFrom(path: string, offset: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.max(0, size - offset));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
