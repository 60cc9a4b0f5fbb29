/** node test/harness/evidenceMain.ts [--only NAME] [--fraction F] [--write]: all evidence, as tables. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { out, root } from '../../scripts/lib/paths.mjs';
import { loadEvidence, runEvidence } from './evidenceRunner.ts';
import { findFiles } from './findFiles.ts';
import { machineLine } from './machine.ts';
import { formatTable } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fraction: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const files = findFiles(join(root, 'test', 'evidence'), '.evidence.ts');
const wanted = files.filter((file) => values.only === undefined || basename(file, '.evidence.ts') === values.only);
if (wanted.length === 0) {
  console.error(
    `There is no such evidence. There is: ${files.map((file) => basename(file, '.evidence.ts')).join(', ')}.`,
  );
  process.exit(2);
}
const fraction = Number(values.fraction);
let failures = 0;
for (const file of wanted) {
  const evidence = await loadEvidence(file);
  const startedMs = performance.now();
  console.log(`## ${evidence.title}\n`);
  const outcome = await runEvidence(evidence, fraction);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (outcome.status === 'skipped') {
    console.log(`skipped: ${outcome.reason}\n`);
    continue;
  }
  const tables = outcome.tables.map(formatTable).join('\n');
  console.log(`${tables}\n${evidence.name}: ${seconds} s on ${machineLine()}`);
  for (const failure of outcome.failures) console.log(`MISSED: ${failure}`);
  console.log('');
  failures += outcome.failures.length;
  keep(evidence.name, evidence.title, tables, outcome.failures);
}
process.exit(failures === 0 ? 0 : 1);

/** out/evidence/NAME.md always; the section of docs/evidence.md with --write, and only for the whole of the data. */
function keep(name: string, title: string, tables: string, missed: readonly string[]): void {
  const body = `## ${title}\n\n${tables}${missed.map((line) => `\nMissed: ${line}\n`).join('')}`;
  mkdirSync(join(out, 'evidence'), { recursive: true });
  writeFileSync(join(out, 'evidence', `${name}.md`), body);
  if (!values.write || fraction < 1) return;
  const page = join(root, 'docs', 'evidence.md');
  const before = readOr(page, '# Evidence\n\nWritten by `npm run evidence -- --write`.\n');
  const start = `<!-- ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const section = `${start}\n${body.trimEnd()}\n${end}`;
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${section}\n`;
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(page, after);
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
