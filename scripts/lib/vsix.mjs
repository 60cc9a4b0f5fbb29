import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode } from './install.mjs';
import { out, root } from './paths.mjs';
import { capture } from './run.mjs';

/**
 * Packages dist/ as it is. @returns {Promise<{ file: string, bytes: number, output: string }>}
 */
export async function packageVsix() {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version } = /** @type {{ name: string, version: string }} */ (parsed);
  const file = join(out, `${name}-${version}.vsix`);
  mkdirSync(out, { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // The README's picture comes along in the package, so that its link holds without a repository.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [vsce, 'package', ...flags, '--out', file];
  const { code, output } = await capture(await projectNode(), args, { cwd: root, timeoutMs: 120_000 });
  if (code !== 0) throw new Error(`vsce package failed with code ${code}:\n${output}`);
  return { file, bytes: statSync(file).size, output };
}
