/** npm run readme: writes the README's tables of commands and settings from the manifest, between their marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedSection, readmeTables } from './lib/manifestTables.mjs';
import { root } from './lib/paths.mjs';

const file = join(root, 'README.md');
let text = readFileSync(file, 'utf8');
for (const [name, table] of Object.entries(readmeTables(root))) {
  if (markedSection(text, name) === undefined) {
    console.error(`README.md has no marks <!-- ${name} --> and <!-- /${name} -->, each on a line of its own.`);
    process.exitCode = 1;
    continue;
  }
  text = text.replace(
    new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, /** @type {string} */ start, /** @type {string} */ end) => `${start}\n${table}\n\n${end}`,
  );
}
writeFileSync(file, text);
