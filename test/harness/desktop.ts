import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/run.mjs';
import { oldestVersion } from './codeServer.ts';

export type Desktop =
  { readonly program: string; readonly version: string } | { readonly program: undefined; readonly reason: string };

/** The user's own VS Code, if there is one that is new enough and can show a window. */
export async function findDesktop(): Promise<Desktop> {
  const program = places().find((place) => existsSync(place));
  if (program === undefined) return { program: undefined, reason: 'there is no `code` on this machine' };
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) {
    return {
      program: undefined,
      reason: 'this terminal belongs to a remote VS Code, which opens no second window for development',
    };
  }
  if (!hasDisplay()) return { program: undefined, reason: 'there is no display' };
  const { code, output } = await runCode(program, ['--version'], 20_000);
  const version = /^\d+\.\d+\.\d+/m.exec(output)?.[0];
  if (code !== 0 || version === undefined) return { program: undefined, reason: `${program} --version failed` };
  if (isOlder(version, oldestVersion)) {
    return { program: undefined, reason: `${program} is ${version}, and Thunk needs ${oldestVersion} or newer` };
  }
  return { program, version };
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

export function isOlder(version: string, than: string): boolean {
  const parts = version.split('.').map(Number);
  const others = than.split('.').map(Number);
  const at = parts.findIndex((part, index) => part !== others[index]);
  return at >= 0 && (parts[at] ?? 0) < (others[at] ?? 0);
}

function places(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA;
    const folders = local === undefined ? onPath : [...onPath, join(local, 'Programs', 'Microsoft VS Code', 'bin')];
    return folders.map((folder) => join(folder, 'code.cmd'));
  }
  const bundle = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  return [...onPath.map((folder) => join(folder, 'code')), ...(process.platform === 'darwin' ? [bundle] : [])];
}

/**
 * Runs the `code` command. `code.cmd` can't be started without a shell; what it does is: Code.exe as Node on its own
 * command line.
 */
function runCode(
  program: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<{ code: number; output: string }> {
  if (process.platform !== 'win32') return capture(program, args, { timeoutMs });
  const home = resolve(dirname(program), '..');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return capture(join(home, 'Code.exe'), [join(home, 'resources', 'app', 'out', 'cli.js'), ...args], {
    env,
    timeoutMs,
  });
}

/** Opens a window that has the extension in development, and resolves when the command returns (the window stays). */
export async function openDesktop(program: string, workspace: string): Promise<number> {
  const { code, output } = await runCode(
    program,
    ['--new-window', `--extensionDevelopmentPath=${root}`, workspace],
    60_000,
  );
  if (code !== 0) console.error(output);
  return code;
}

/** Starts a downloaded VS Code, which keeps its own settings and extensions, and resolves when it is closed. */
export function openDownloaded(executable: string, workspace: string, home: string): Promise<number> {
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${join(home, 'data')}`,
    `--extensions-dir=${join(home, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    workspace,
  ];
  return new Promise((done, failed) => {
    const child = spawn(executable, args, { stdio: 'ignore' });
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
}
