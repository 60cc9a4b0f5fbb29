import type { StorageReason, Stored } from '../core/lazy/outcome.ts';

export type StorageFault = Extract<Stored, { type: 'failed' }>;

const reasons: Readonly<Record<string, readonly [StorageReason, string]>> = {
  ENOSPC: ['full', 'The disk is full.'],
  EDQUOT: ['full', 'The disk quota is used up.'],
  EFBIG: ['full', 'The file may not grow any more.'],
  EROFS: ['read-only', 'The folder for sessions is on a read-only disk.'],
  EACCES: ['read-only', 'The folder for sessions may not be written to.'],
  EPERM: ['read-only', 'The folder for sessions may not be written to.'],
  ENOENT: ['missing', 'The session is not there any more.'],
  ENOTDIR: ['read-only', 'The folder for sessions is not a folder.'],
};

/** What the file system said, as a value. The path stays out of it: it may hold a name. */
export function storageFault(fault: unknown): StorageFault {
  const code = errorCode(fault);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return { type: 'failed', reason: known[0], detail: known[1] };
  return { type: 'failed', reason: 'io', detail: `The file system refused (${code ?? 'unknown error'}).` };
}

export function errorCode(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' ? fault.code : undefined;
}
