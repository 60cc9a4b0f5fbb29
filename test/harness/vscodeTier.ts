import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir, out, root } from '../../scripts/lib/paths.mjs';
import { bundleSuite } from './bundleSuite.ts';
import { ensureChromium } from './chromium.ts';
import { startServer } from './codeServer.ts';
import { canDownloadVscode } from './download.ts';
import { findFiles } from './findFiles.ts';
import { launchChromium, workbenchUrl } from './workbench.ts';

export interface VscodeRun {
  readonly version: string;
  readonly resultsFile: string;
  readonly limitMs: number;
}

export interface VscodeOutcome {
  readonly code: number;
  readonly skippedBecause?: string;
}

/** The same mocha suite in a real VS Code: one that @vscode/test-electron downloads, else code-server's. */
export async function runInVscode({ version, resultsFile, limitMs }: VscodeRun): Promise<VscodeOutcome> {
  if (findFiles(join(root, 'test', 'vscode'), '.test.ts').length === 0) return skipped('it has no tests yet');
  if (!existsSync(join(root, 'dist', 'extension.js'))) return skipped('there is no dist/extension.js to load');
  const suite = await bundleSuite();
  const scratch = mkdtempSync(join(tmpdir(), 'thunk-suite-'));
  const workspace = makeWorkspace(scratch);
  const linesFile = join(scratch, 'lines.txt');
  // Console output of an extension host is mixed with the host's own; the suite's lines go through a file.
  const env = { THUNK_RESULTS: resultsFile, THUNK_LINES: linesFile, THUNK_TIER: `vscode ${version}` };
  try {
    const code = (await canDownloadVscode())
      ? await runDesktop(version, workspace, suite, env)
      : await runServer(version, workspace, suite, env, limitMs);
    if (existsSync(linesFile)) process.stdout.write(readFileSync(linesFile, 'utf8'));
    return code === undefined ? skipped('no Chromium for the web workbench') : { code };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function skipped(reason: string): VscodeOutcome {
  return { code: 0, skippedBecause: reason };
}

/** A fresh copy of the samples for each run, since tests edit them. */
function makeWorkspace(scratch: string): string {
  const workspace = join(scratch, 'workspace');
  mkdirSync(workspace, { recursive: true });
  if (existsSync(join(root, 'samples'))) cpSync(join(root, 'samples'), workspace, { recursive: true });
  return workspace;
}

async function runDesktop(
  version: string,
  workspace: string,
  suite: string,
  env: Record<string, string>,
): Promise<number> {
  console.log(`VS Code ${version}, downloaded by @vscode/test-electron`);
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    version,
    cachePath: join(cacheDir(), 'vscode'),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    extensionTestsEnv: env,
  });
}

async function runServer(
  version: string,
  workspace: string,
  suite: string,
  env: Record<string, string>,
  limitMs: number,
): Promise<number | undefined> {
  const chromium = await ensureChromium();
  if (chromium.path === undefined) return undefined;
  console.log(`VS Code ${version} of code-server, since none can be downloaded here`);
  const server = await startServer({ version, env });
  const browser = await launchChromium(chromium.path);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exitCode = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.goto(workbenchUrl(server, { workspace, devPath: root, testsPath: suite }));
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<number>((resolve) => {
      timer = setTimeout(() => resolve(124), limitMs);
    });
    const code = await Promise.race([exitCode, tooLate]);
    clearTimeout(timer);
    if (code === 124) {
      const picture = join(out, 'pictures', `vscode-${version}-too-late.png`);
      mkdirSync(join(out, 'pictures'), { recursive: true });
      writeFileSync(picture, await page.screenshot());
      console.log(`The suite did not end within ${limitMs / 1000} s; what the window showed: ${picture}`);
    }
    return code;
  } finally {
    await browser.close();
    server.close();
  }
}
