import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchNode } from '../../scripts/lib/install.mjs';
import { cacheDir } from '../../scripts/lib/paths.mjs';
import { capture, npmQuiet } from '../../scripts/lib/run.mjs';

/** A VS Code version, and the Node that its server is built for. code-server 4.N carries VS Code 1.N. */
const nodeOf: Record<string, string> = { '1.110.0': '22', '1.139.1': '24' };
export const oldestVersion = '1.110.0';
export const newestVersion = '1.139.1';

export interface ServerInstall {
  readonly node: string;
  readonly main: string;
}

/**
 * The npm package code-server holds a whole VS Code: its server, its extension host and the web workbench. It is kept
 * in the cache; its native modules are left unbuilt, which costs complaints in its own log and nothing else.
 */
export async function installServer(version: string): Promise<ServerInstall> {
  const node = await fetchNode(nodeOf[version] ?? '24');
  const packageVersion = version.replace(/^1\./, '4.');
  const folder = join(cacheDir(), `code-server-${packageVersion}`);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const main = join(vscode, 'out', 'server-main.js');
  const stamp = join(folder, 'complete');
  if (existsSync(stamp) && existsSync(main)) return { node, main };
  console.log(`Installing code-server ${packageVersion} (VS Code ${version}) into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await npmOrThrow(['install', ...flags, `code-server@${packageVersion}`], folder);
  await npmOrThrow(['install', '--omit=dev', ...flags], vscode);
  writeFileSync(stamp, `${packageVersion}\n`);
  return { node, main };
}

async function npmOrThrow(args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await npmQuiet(args, { cwd, timeoutMs: 600_000 });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd} failed with code ${code}:\n${output.slice(-2000)}`);
}

export interface ServerOptions {
  readonly version: string;
  /** Where the server keeps settings, extensions and storage. Absent: a temporary folder, removed at the end. */
  readonly dataDir?: string | undefined;
  /** Restricted Mode can be met only where this is true. */
  readonly hasWorkspaceTrust?: boolean | undefined;
  /** A packaged extension to install first. */
  readonly vsix?: string | undefined;
  /** Settings of the machine, e.g. `{ 'workbench.colorTheme': 'Default Light Modern' }`. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly port?: number | undefined;
  /** Whether the workbench takes an extension in development from its address. Default true. */
  readonly isDriven?: boolean | undefined;
}

export interface RunningServer {
  readonly url: string;
  readonly authority: string;
  readonly dataDir: string;
  close(): void;
}

const running = new Set<RunningServer>();
process.on('exit', () => {
  for (const server of running) server.close();
});

/** Starts the server on a free port of the loopback interface, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { node, main } = await installServer(options.version);
  const isTemporary = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'thunk-vscode-'));
  mkdirSync(join(dataDir, 'data', 'Machine'), { recursive: true });
  writeFileSync(
    join(dataDir, 'data', 'Machine', 'settings.json'),
    JSON.stringify({ ...quiet, ...options.settings }, null, 2),
  );
  if (options.vsix !== undefined) await installVsix(node, main, dataDir, options.vsix);
  const port = options.port ?? (await freePort());
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataDir, '--telemetry-level', 'off'],
    ...(options.isDriven === false ? [] : ['--enable-smoke-test-driver']),
    ...(options.hasWorkspaceTrust === true ? [] : ['--disable-workspace-trust']),
  ];
  // A group of its own where there are groups: the extension hosts are children of the server, and end with it.
  const child = spawn(node, [main, ...args], {
    stdio: 'ignore',
    env: cleanEnv(options.env),
    detached: process.platform !== 'win32',
  });
  const server: RunningServer = {
    url: `http://127.0.0.1:${port}`,
    authority: `127.0.0.1:${port}`,
    dataDir,
    close() {
      if (!running.delete(server)) return;
      endGroup(child);
      if (isTemporary) removeSoon(dataDir);
    },
  };
  running.add(server);
  await untilItAnswers(server.url, child);
  return server;
}

/** Nothing that moves, asks or phones: a run must look the same every time. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A VS Code that runs this (its terminal, its test host) must not reach into the one that is started. */
function cleanEnv(more: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const kept = Object.entries({ ...process.env, ...more }).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}

async function installVsix(node: string, main: string, dataDir: string, vsix: string): Promise<void> {
  const args = [
    main,
    '--server-data-dir',
    dataDir,
    '--install-extension',
    vsix,
    '--force',
    '--accept-server-license-terms',
  ];
  const { code, output } = await capture(node, args, { timeoutMs: 120_000, env: cleanEnv(undefined) });
  if (code !== 0) throw new Error(`Installing ${vsix} failed with code ${code}:\n${output.slice(-2000)}`);
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const endMs = Date.now() + 60_000;
  while (Date.now() < endMs) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended at once with code ${child.exitCode}.`);
    try {
      const answer = await fetch(`${url}/version`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return;
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The VS Code server did not answer within a minute.');
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended before.
  }
}

/** The extension host may still be writing when its group is ended. */
function removeSoon(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // A temporary folder that the system will clear.
  }
}
