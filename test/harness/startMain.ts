/** The main part of npm start; see scripts/start.mjs. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheDir, dist, root } from '../../scripts/lib/paths.mjs';
import { packageVsix } from '../../scripts/lib/vsix.mjs';
import { newestVersion, startServer } from './codeServer.ts';
import { findDesktop, hasDisplay, openDesktop, openDownloaded } from './desktop.ts';
import { canDownloadVscode, downloadAndUnzipVSCode } from './download.ts';

const { values: flags } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const home = join(cacheDir(), 'start');
const workspace = prepareSamples();
process.exitCode = await open();

async function open(): Promise<number> {
  if (flags.browser || flags.once) return openBrowserPage();
  const desktop = await findDesktop();
  if (desktop.program !== undefined) {
    console.log(`Opening your VS Code ${desktop.version} with the extension on the samples.`);
    sayWhatNext();
    return openDesktop(desktop.program, workspace);
  }
  console.log(`Your own VS Code is not used: ${desktop.reason}.`);
  if (await canDownloadVscode()) {
    const executable = await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cacheDir(), 'vscode') });
    console.log('Opening the downloaded VS Code with the extension on the samples; close it to end this.');
    sayWhatNext();
    return openDownloaded(executable, workspace, home);
  }
  console.log('No VS Code can be downloaded and shown here either; the one of code-server runs in a browser page.');
  return openBrowserPage();
}

/** A copy that outlives this run: the checkout stays clean, and what was tried is still there the next time. */
function prepareSamples(): string {
  const folder = join(home, 'samples');
  if (flags.fresh) rmSync(folder, { recursive: true, force: true });
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0;
  cpSync(join(root, 'samples'), folder, { recursive: true, force: false, errorOnExist: false });
  console.log(
    isNew
      ? `The samples were copied to ${folder}; edit them freely.`
      : `The samples are in ${folder}, as you left them (npm start -- --fresh puts them back).`,
  );
  return folder;
}

async function openBrowserPage(): Promise<number> {
  const { file } = await packageVsix();
  const server = await startServer({
    version: newestVersion,
    dataDir: join(home, 'server'),
    vsix: file,
    isDriven: false,
    settings: { 'workbench.secondarySideBar.defaultVisibility': 'visible' },
  });
  const address = `${server.url}/?folder=${encodeURIComponent(workspace)}`;
  console.log(`VS Code ${newestVersion} with Thunk runs at\n\n    ${address}\n`);
  if (flags.once) {
    const answer = await fetch(address);
    const page = await answer.text();
    server.close();
    const isWorkbench = answer.ok && page.includes('workbench');
    console.log(isWorkbench ? 'The page answers; stopped.' : `The page answered ${answer.status}.`);
    return isWorkbench ? 0 : 1;
  }
  if (!flags['no-open'] && hasDisplay()) openAddress(address);
  sayWhatNext();
  console.log('Ctrl-C ends it.');
  await new Promise(() => setInterval(() => undefined, 60_000));
  return 0;
}

function openAddress(address: string): void {
  const programs: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    darwin: ['open', [address]],
    win32: ['rundll32', ['url.dll,FileProtocolHandler', address]],
  };
  const [program, args] = programs[process.platform] ?? ['xdg-open', [address]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened; open the address yourself.'));
  child.unref();
}

function sayWhatNext(): void {
  console.log('Open algebra.md and press "Next step" above a problem. On the command line the same is:\n');
  console.log(`    node ${join(dist, 'cli.js')} solve "Solve 3(x - 2) = 2x + 5"\n`);
}
