/** npm run evidence [-- --only NAME]: builds, then runs every test/evidence/NAME.evidence.ts. */
import { join } from 'node:path';
import { ensureInstalled, projectNode, runTypeScript } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root });
process.exitCode = built === 0 ? await runTypeScript('test/harness/evidenceMain.ts', process.argv.slice(2)) : 1;
