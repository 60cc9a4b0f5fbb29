import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as z from 'zod';
import { errorCode } from './storageFault.ts';

const recordSchema = z.object({ pid: z.number().int(), host: z.string(), token: z.string() });

export interface LockOwner {
  readonly pid: number;
  readonly host: string;
}

export interface LockTimes {
  /** How often the owner shows that it lives. */
  readonly heartbeatMs: number;
  /** After how long without that it counts as gone. */
  readonly staleMs: number;
}

export const usualLockTimes: LockTimes = { heartbeatMs: 2000, staleMs: 15_000 };

export interface SessionLock {
  /** False once another process has taken it. */
  isOurs(): Promise<boolean>;
  /** Called once, when a heartbeat finds that another process has taken it. */
  onDidLose(listener: () => void): void;
  release(): Promise<void>;
}

export type LockResult =
  | { readonly type: 'locked'; readonly lock: SessionLock }
  | { readonly type: 'held'; readonly owner: LockOwner | undefined };

/**
 * Takes the lock file at `path`: when it is free, when its owner is dead or silent, or (`takeOver`) because a person says so.
 * Throws what the file system throws.
 */
export async function takeLock(
  path: string,
  options: { readonly takeOver: boolean; readonly times: LockTimes },
): Promise<LockResult> {
  const token = randomUUID();
  const record = JSON.stringify({ pid: process.pid, host: hostname(), token });
  if (!(await createLock(path, record))) {
    const held = await readLock(path);
    if (!options.takeOver && held !== undefined && !(await isStale(path, held, options.times))) {
      return { type: 'held', owner: held.pid === undefined ? undefined : { pid: held.pid, host: held.host } };
    }
    // In place of the old one in a single stroke: whoever does this last has it, and the others see that before they write.
    const own = `${path}.${token}`;
    await writeFile(own, record);
    await rename(own, path);
  }
  return { type: 'locked', lock: keepLock(path, token, options.times) };
}

async function createLock(path: string, record: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(record).finally(() => handle.close());
    return true;
  } catch (fault) {
    if (errorCode(fault) === 'EEXIST') return false;
    throw fault;
  }
}

type LockRecord = z.infer<typeof recordSchema> | { readonly pid: undefined };

/** Undefined when there is no lock; without a pid when what is there can't be read (it may be in the making). */
async function readLock(path: string): Promise<LockRecord | undefined> {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : { pid: undefined };
  } catch (fault) {
    return errorCode(fault) === 'ENOENT' ? undefined : { pid: undefined };
  }
}

async function isStale(path: string, held: LockRecord, times: LockTimes): Promise<boolean> {
  if (held.pid !== undefined && held.host === hostname() && !isAlive(held.pid)) return true;
  try {
    return Date.now() - (await stat(path)).mtimeMs > times.staleMs;
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return errorCode(fault) === 'EPERM';
  }
}

function keepLock(path: string, token: string, times: LockTimes): SessionLock {
  const listeners = new Set<() => void>();
  const isOurs = async (): Promise<boolean> => {
    const held = await readLock(path);
    return held?.pid !== undefined && held.token === token;
  };
  const beat = async (): Promise<void> => {
    if (await isOurs()) {
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return;
    }
    clearInterval(timer);
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const timer = setInterval(() => void beat(), times.heartbeatMs);
  timer.unref();
  return {
    isOurs,
    onDidLose: (listener) => {
      listeners.add(listener);
    },
    release: async () => {
      clearInterval(timer);
      listeners.clear();
      if (await isOurs()) await rm(path, { force: true }).catch(() => undefined);
    },
  };
}
