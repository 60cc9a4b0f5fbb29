import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Stored } from '../core/lazy/outcome.ts';
import { errorCode, storageFault } from './storageFault.ts';

/** A file that only grows, by whole texts, each on the disk before its append resolves. */
export interface DurableFile {
  readonly length: number;
  append(text: string): Promise<Stored>;
  close(): Promise<void>;
}

/**
 * Opens an existing file to go on after its first `length` bytes; what lies behind them (a record that was cut) is dropped.
 * Throws what the file system throws. Appends are to come one after the other.
 */
export async function openDurableFile(path: string, length: number): Promise<DurableFile> {
  const handle = await open(path, 'a');
  let size = length;
  let isDirty = (await handle.stat()).size !== length;

  async function tidy(): Promise<void> {
    await handle.truncate(size);
    isDirty = false;
  }

  try {
    if (isDirty) await tidy();
  } catch (fault) {
    await handle.close();
    throw fault;
  }
  return {
    get length() {
      return size;
    },
    append: async (text) => {
      try {
        if (isDirty) await tidy();
        // Only another writer can have made it grow.
        if ((await handle.stat()).size !== size) {
          return { type: 'failed', reason: 'taken-over', detail: 'Another window writes this session now.' };
        }
        isDirty = true;
        const bytes = Buffer.from(text);
        await writeAll(handle, bytes);
        await syncFile(handle);
        size += bytes.length;
        isDirty = false;
        return { type: 'stored' };
      } catch (fault) {
        // A part of it may be there; nothing that was not stored whole stays.
        if (isDirty) await tidy().catch(() => undefined);
        return storageFault(fault);
      }
    },
    close: () => handle.close(),
  };
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let offset = 0; offset < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, offset);
    offset += bytesWritten;
  }
}

/** Some network disks know no such thing; there the write is all that can be had. */
export async function syncFile(handle: FileHandle): Promise<void> {
  try {
    await handle.datasync();
  } catch (fault) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(fault) ?? '')) throw fault;
  }
}

/** Makes the names in the file's folder survive a power cut, where the system can. */
export async function syncFolderOf(path: string): Promise<void> {
  try {
    const handle = await open(dirname(path), 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows has no such thing.
  }
}
