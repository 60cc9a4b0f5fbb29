import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../../scripts/lib/run.mjs';

export type Chromium = { readonly path: string } | { readonly path: undefined; readonly reason: string };

/** THUNK_CHROMIUM, or a Chromium, Chrome or Edge where the system keeps them. */
export function findChromium(): string | undefined {
  const given = process.env.THUNK_CHROMIUM;
  if (given !== undefined && given !== '') return given;
  return places().find((place) => existsSync(place));
}

function places(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = [
      join('Google', 'Chrome', 'Application', 'chrome.exe'),
      join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join('Chromium', 'Application', 'chrome.exe'),
    ];
    return folders.flatMap((folder) => (folder === undefined ? [] : programs.map((program) => join(folder, program))));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return folders.flatMap((folder) => [...names, 'chrome'].map((name) => `${folder}/${name}`));
}

/** The same; on a Debian machine where we are root, Debian's own package is installed when there is none. */
export async function ensureChromium(): Promise<Chromium> {
  const found = findChromium();
  if (found !== undefined) return { path: found };
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    return { path: undefined, reason: 'no Chromium, Chrome or Edge was found (THUNK_CHROMIUM names one elsewhere)' };
  }
  console.log('Installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const limit = { env, timeoutMs: 300_000 };
  await capture('apt-get', ['update', '-q'], limit);
  const wanted = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  const { code, output } = await capture(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...wanted],
    limit,
  );
  const installed = findChromium();
  if (installed !== undefined) return { path: installed };
  return { path: undefined, reason: `apt-get could not install Chromium (code ${code}): ${output.trim().slice(-200)}` };
}

/** The flags that a headless Chromium wants; as root there is no sandbox to be had. */
export function chromiumFlags(): string[] {
  const flags = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}
