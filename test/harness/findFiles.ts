import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder whose names end so, sorted; none where there is no folder. */
export function findFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/(^|[\\/])fixtures[\\/]/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
