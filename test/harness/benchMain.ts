/** node test/harness/benchMain.ts [--only NAME]: all measurements, as tables, with the machine named. */
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import type { Bench } from '../bench/bench.ts';
import { findFiles } from './findFiles.ts';
import { machineLine } from './machine.ts';
import { formatTable } from './table.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const files = findFiles(join(root, 'test', 'bench'), '.bench.ts');
const wanted = files.filter((file) => values.only === undefined || basename(file, '.bench.ts') === values.only);
if (wanted.length === 0) {
  console.error(`There is no such bench. There is: ${files.map((file) => basename(file, '.bench.ts')).join(', ')}.`);
  process.exit(2);
}
console.log(`Machine: ${machineLine()}\n`);
let failures = 0;
for (const file of wanted) {
  const { bench } = (await import(pathToFileURL(file).href)) as { bench?: Bench };
  if (bench === undefined) throw new Error(`${file} exports no bench.`);
  console.log(`## ${bench.title}\n`);
  try {
    const outcome = await bench.run({
      root,
      node: process.execPath,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    if (outcome.status === 'skipped') console.log(`skipped: ${outcome.reason}\n`);
    else console.log(outcome.tables.map(formatTable).join('\n'));
  } catch (error) {
    failures += 1;
    console.log(`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}
process.exit(failures === 0 ? 0 : 1);
