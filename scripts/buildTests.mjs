/** Builds the extension and the suite that the launch configuration "Extension Tests" runs. */
import { join } from 'node:path';
import { ensureInstalled, projectNode, runTypeScript } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--no-minify'], { cwd: root });
process.exitCode = built === 0 ? await runTypeScript('test/harness/bundleSuite.ts', []) : 1;
