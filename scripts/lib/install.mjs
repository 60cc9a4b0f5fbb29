import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheDir, root } from './paths.mjs';
import { capture, npmQuiet, run } from './run.mjs';

/** Type stripping without a flag needs this Node; everything but dist/ itself runs on it. */
const oldestForTypeScript = [22, 18];
const wanted = '24.9.0';

/** @param {string} message @returns {never} */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Installs the dependencies when they are missing or older than the lock file. */
export async function ensureInstalled() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Thunk needs Node 20 or newer; this is ${process.versions.node} (${process.execPath}).`);
  if (isInstalled()) return;
  // Where there is something already, only what differs is changed: npm ci would delete the very Node that runs this.
  const args = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
  console.log(`Installing the dependencies (npm ${args.join(' ')}) …`);
  const { code, output } = await npmQuiet([...args, '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) fail(`${output}\nnpm ${args.join(' ')} failed with exit code ${code}. Nothing else was tried.`);
  checkEsbuild();
  // npm leaves the hidden lock file's time where the packages' own were; ours decides the next time.
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
}

const stamp = join(root, 'node_modules', '.thunk-installed');

function isInstalled() {
  const installed = [stamp, join(root, 'node_modules', '.package-lock.json')].filter((file) => existsSync(file));
  if (installed.length === 0) return false;
  const newest = Math.max(...installed.map((file) => statSync(file).mtimeMs));
  // npm writes its own copy first and the lock file a moment later.
  const slackMs = 5_000;
  return newest + slackMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function checkEsbuild() {
  try {
    createRequire(join(root, 'package.json')).resolve('esbuild');
  } catch {
    fail('npm ended well but esbuild is not there. Delete node_modules and run `npm ci` once more.');
  }
}

/** @param {string} file @returns {Promise<boolean>} */
async function runsTypeScript(file) {
  const { code, output } = await capture(file, ['-p', 'process.versions.node'], { timeoutMs: 20_000 });
  if (code !== 0) return false;
  const [major = 0, minor = 0] = output.trim().split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldestForTypeScript;
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/**
 * The Node that runs the TypeScript of this project: the one in node_modules, or, where npm did not run that package's
 * install script, the one that runs this, or one that is fetched into the cache.
 * @returns {Promise<string>}
 */
export async function projectNode() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const own = join(root, 'node_modules', 'node', 'bin', `node${ending}`);
  if (existsSync(own) && (await runsTypeScript(own))) return own;
  if (await runsTypeScript(process.execPath)) return process.execPath;
  return fetchNode(wanted);
}

/**
 * A Node of the given version (or range) in the cache.
 * @param {string} version
 * @returns {Promise<string>}
 */
export async function fetchNode(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const folder = join(cacheDir(), `node-${version}`);
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  console.log(`Fetching Node ${version} into ${folder} …`);
  const { code, output } = await npmQuiet(
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
    {
      cwd: folder,
    },
  );
  if (code !== 0 || !existsSync(binary)) {
    fail(
      `${output}\nThis project's tests need Node ${oldestForTypeScript.join('.')} or newer. The npm package "node" that brings it ` +
        `has no binary (npm did not run its install script?), and ${name}@${version} could not be installed.\n` +
        'Either run `npm rebuild node`, or start this with a newer Node.',
    );
  }
  return binary;
}

/**
 * Runs a TypeScript file of this project under its own Node.
 * @param {string} file path below the project's root
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 */
export async function runTypeScript(file, args, options = {}) {
  return run(await projectNode(), [join(root, file), ...args], { cwd: root, ...options });
}
