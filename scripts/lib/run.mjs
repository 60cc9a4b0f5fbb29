import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Children that are still running; ended when this process is, so that Ctrl-C leaves nothing behind.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const children = new Set();

function endChildren() {
  for (const child of children) child.kill();
}
process.on('exit', endChildren);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    endChildren();
    process.exit(130);
  });
}

/**
 * Runs a program without a shell and resolves with its exit code (1 where a signal ended it).
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(file, args, options = {}) {
  const { timeoutMs, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', windowsHide: true, ...rest });
    children.add(child);
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      children.delete(child);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      resolve(code ?? 1);
    });
  });
}

/**
 * The same, with everything that the program printed (to either stream) instead of showing it.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture(file, args, options = {}) {
  /** @type {Buffer[]} */
  const chunks = [];
  const { timeoutMs, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(file, args, { windowsHide: true, ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const settle = (/** @type {number} */ code, /** @type {string} */ more) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + more });
    };
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.on('error', (error) => settle(127, error.message));
    child.on('close', (code) => settle(code ?? 1, ''));
  });
}

/**
 * How npm is started without a shell: npm's own JavaScript under this Node. (`npm.cmd` can't be spawned on Windows.)
 * @returns {{ file: string, args: string[] }}
 */
export function npmCommand() {
  const here = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  for (const place of places) {
    // Another client (yarn, pnpm) may have set npm_execpath.
    if (place && /npm-cli\.[cm]?js$/.test(place) && existsSync(place)) return { file: process.execPath, args: [place] };
  }
  return { file: 'npm', args: [] };
}

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 */
export function npm(args, options = {}) {
  const { file, args: first } = npmCommand();
  return run(file, [...first, ...args], options);
}

/**
 * npm with its output kept; shown by the caller only where something failed.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 */
export function npmQuiet(args, options = {}) {
  const { file, args: first } = npmCommand();
  return capture(file, [...first, ...args], options);
}
