/** node test/harness/l10nWords.ts: writes l10n/bundle.l10n.json, the words of the extension that VS Code can translate. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { chatStrings, panelStrings } from '../../src/core/protocol/webviewStrings.ts';

export const bundleFile = join(root, 'l10n', 'bundle.l10n.json');

/** Words given to `l10n.t`, or to a Translate that is called `t`. */
const call = /\b(?:l10n\.t|t)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;

/** Every string that the host and the webviews show, from the code itself. */
export function l10nBundle(): Record<string, string> {
  const folders = ['host', 'core/export'].map((folder) => join(root, 'src', folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const literals = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(call)].map((match) => match[1] ?? match[2] ?? ''),
  );
  const inHost = literals.map((words) => words.replace(/\\(['"\\])/g, '$1'));
  const words = [...inHost, ...Object.values(panelStrings), ...Object.values(chatStrings)];
  return Object.fromEntries([...new Set(words)].sort().map((text) => [text, text]));
}

if (process.argv[1] === import.meta.filename) writeFileSync(bundleFile, `${JSON.stringify(l10nBundle(), null, 2)}\n`);
