/** npm run bench [-- --only NAME]: builds, then runs every test/bench/NAME.bench.ts. */
import { join } from 'node:path';
import { ensureInstalled, projectNode, runTypeScript } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root });
process.exitCode = built === 0 ? await runTypeScript('test/harness/benchMain.ts', process.argv.slice(2)) : 1;
