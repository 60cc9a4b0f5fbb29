/** npm run package: a .vsix in out/, with what is in it and its size. */
import { join } from 'node:path';
import { ensureInstalled, projectNode } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { packageVsix } from './lib/vsix.mjs';

await ensureInstalled();
const built = await run(await projectNode(), [join(root, 'scripts', 'build.mjs'), '--quiet'], { cwd: root });
if (built === 0) {
  const { file, bytes, output } = await packageVsix();
  console.log(output.trim());
  console.log(`${file}: ${(bytes / 2 ** 20).toFixed(2)} MB`);
} else process.exitCode = 1;
