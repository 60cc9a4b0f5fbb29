/**
 * npm run lint: types in every project, ESLint without a warning, formatting, and the rules of the house (layers,
 * cycles, what activation may load). Everything runs, so that one pass shows all there is to mend.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, projectNode } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { capture } from './lib/run.mjs';

await ensureInstalled();
const node = await projectNode();
const bin = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts);
const tsc = bin('typescript', 'bin', 'tsc');

/** @type {readonly (readonly [string, readonly string[]])[]} longest first */
const jobs = [
  ['eslint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']],
  ...['src/core', 'src', 'media', 'test', 'scripts'].map(
    (project) => /** @type {const} */ ([`tsc ${project}`, [tsc, '-p', project, '--pretty', 'false']]),
  ),
  ['prettier', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['house rules', [join(root, 'scripts', 'houseRules.mjs')]],
];

let failures = 0;
const queue = [...jobs];
async function work() {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const [name, args] = job;
    const startedMs = performance.now();
    const { code, output } = await capture(node, args, { cwd: root });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const isClean = code === 0;
    if (!isClean) failures += 1;
    console.log(`${isClean ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)${isClean ? '' : `\n${output.trim()}\n`}`);
  }
}
await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, work));
console.log(failures === 0 ? 'lint: clean' : `lint: ${failures} of ${jobs.length} failed`);
process.exitCode = failures === 0 ? 0 : 1;
