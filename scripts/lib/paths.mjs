import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const dist = join(root, 'dist');
export const out = join(root, 'out');

/**
 * Where test tools and the scratch sample workspace are kept: outside the tree, so that a fresh clone finds them again.
 * THUNK_CACHE overrides it.
 */
export function cacheDir() {
  if (process.env.THUNK_CACHE) return process.env.THUNK_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'thunk-test');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'thunk-test');
  }
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'thunk-test');
}
