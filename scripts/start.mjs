/**
 * npm start [-- --browser] [-- --no-open] [-- --once] [-- --fresh]: installs, builds, and opens a VS Code with the
 * extension on the samples. Node's own modules only, no shell.
 *   --browser  the VS Code in a browser page, also where a desktop one is there
 *   --no-open  prints the page's address and opens no browser
 *   --once     starts the VS Code in a browser page, checks that it answers, and stops (for tests)
 *   --fresh    puts the samples back as they were
 */
import { join } from 'node:path';
import { ensureInstalled, projectNode, runTypeScript } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root });
process.exitCode = built === 0 ? await runTypeScript('test/harness/startMain.ts', process.argv.slice(2)) : 1;
