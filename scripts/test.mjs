/**
 * npm test [-- TIER…]: installs what is missing, builds, and runs the tests, cheap tiers first. Node's own modules only,
 * no shell: the same on Linux, macOS and Windows.
 */
import { join } from 'node:path';
import { ensureInstalled, projectNode, runTypeScript } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root });
process.exitCode = built === 0 ? await runTypeScript('test/harness/tiers.ts', process.argv.slice(2)) : 1;
if (built !== 0) console.log('\n0 passed, 1 failed, 0 skipped');
