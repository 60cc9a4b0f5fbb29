import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { fetchStableVersions } from '@vscode/test-electron/out/download.js';

export { downloadAndUnzipVSCode };

let answer: Promise<boolean> | undefined;

/**
 * Whether @vscode/test-electron can bring a VS Code to this machine, and the machine can show it. Where nothing can be
 * downloaded it may hang instead of failing: it gets ten seconds. THUNK_VSCODE=server or =desktop decides by hand.
 */
export function canDownloadVscode(): Promise<boolean> {
  answer ??= decide();
  return answer;
}

async function decide(): Promise<boolean> {
  const forced = process.env.THUNK_VSCODE;
  if (forced === 'server') return false;
  if (forced === 'desktop') return true;
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (process.platform === 'linux' && !hasDisplay) return false;
  const tooLate = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 10_000).unref();
  });
  const reached = fetchStableVersions(true, 10_000).then(
    (versions) => versions.length > 0,
    () => false,
  );
  return Promise.race([reached, tooLate]);
}
