/** All of test/vscode in one module that exports run(), as VS Code's test host wants it. Run as a program, it just writes it. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { out, root } from '../../scripts/lib/paths.mjs';
import { findFiles } from './findFiles.ts';

export async function bundleSuite(): Promise<string> {
  const outfile = join(out, 'test', 'vscode', 'index.js');
  const tests = findFiles(join(root, 'test', 'vscode'), '.test.ts');
  const runner = JSON.stringify(join(root, 'test', 'harness', 'vscodeSuite.ts'));
  await build({
    stdin: {
      contents: [
        `import { runSuite } from ${runner};`,
        'export const run = () => runSuite(async () => {',
        ...tests.map((file) => `await import(${JSON.stringify(file)});`),
        '});',
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}

if (process.argv[1] === import.meta.filename) await bundleSuite();
