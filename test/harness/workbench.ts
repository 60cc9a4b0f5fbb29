import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { out } from '../../scripts/lib/paths.mjs';
import { chromiumFlags, ensureChromium } from './chromium.ts';
import type { RunningServer } from './codeServer.ts';
import { newestVersion, startServer } from './codeServer.ts';

export interface WorkbenchOptions {
  /** The folder to open; absent: an empty window. */
  readonly workspace?: string | undefined;
  /** The extension: packaged, or the folder it is developed in. */
  readonly vsix?: string | undefined;
  readonly devPath?: string | undefined;
  /** e.g. 'Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'. */
  readonly theme?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly version?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Kept after close() and usable again, to try what a reopened window finds. Absent: temporary. */
  readonly dataDir?: string | undefined;
  readonly hasWorkspaceTrust?: boolean | undefined;
  readonly reducedMotion?: 'reduce' | 'no-preference' | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** A real VS Code workbench in a headless browser, driven as a person would. */
export interface Workbench {
  readonly page: Page;
  readonly server: RunningServer;
  /** The palette: types a command's title and runs the first that matches. */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the workspace by its name (Go to File). */
  openFile(name: string): Promise<void>;
  /** The innermost frame of the webview in which the selector is found. */
  webview(selector: string, timeoutMs?: number): Promise<Frame>;
  /** Saves out/pictures/NAME.png and returns its path. */
  picture(name: string): Promise<string>;
  /** Loads the window again, as after a restart; the workbench is ready when it resolves. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const found = await ensureChromium();
  if (found.path === undefined) throw new Error(found.reason);
  const server = await startServer({
    version: options.version ?? newestVersion,
    dataDir: options.dataDir,
    hasWorkspaceTrust: options.hasWorkspaceTrust,
    vsix: options.vsix,
    settings: {
      ...(options.theme === undefined ? {} : { 'workbench.colorTheme': options.theme }),
      ...options.settings,
    },
    env: options.env,
  });
  let browser: Browser | undefined;
  try {
    browser = await launchChromium(found.path);
    const viewport = { width: options.width ?? 1280, height: options.height ?? 800 };
    const context = await browser.newContext({ viewport, reducedMotion: options.reducedMotion ?? 'no-preference' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    const page = await context.newPage();
    // A machine that does other work at the same time is slow, which is no failure.
    page.setDefaultTimeout(60_000);
    await page.goto(workbenchUrl(server, options));
    await untilReady(page);
    return makeWorkbench(page, server, browser);
  } catch (error) {
    await browser?.close();
    server.close();
    throw error;
  }
}

export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: chromiumFlags() });
}

export interface UrlOptions {
  readonly workspace?: string | undefined;
  readonly devPath?: string | undefined;
  readonly testsPath?: string | undefined;
}

/** The workbench's address; the payload names an extension in development, and its tests. */
export function workbenchUrl(server: RunningServer, options: UrlOptions): string {
  const remote = (path: string): string =>
    `vscode-remote://${server.authority}${path.replaceAll('\\', '/').replace(/^(?!\/)/, '/')}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (options.devPath !== undefined) payload.push(['extensionDevelopmentPath', remote(options.devPath)]);
  if (options.testsPath !== undefined) payload.push(['extensionTestsPath', remote(options.testsPath)]);
  const query = new URLSearchParams();
  if (options.workspace !== undefined) query.set('folder', options.workspace);
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query.toString()}`;
}

async function untilReady(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
  // The remote indicator is there once the extension host can be reached.
  await page.waitForSelector('.statusbar-item.remote-kind, #status\\.host', { timeout: 60_000, state: 'attached' });
}

function makeWorkbench(page: Page, server: RunningServer, browser: Browser): Workbench {
  const quickInput = page.locator('.quick-input-widget input.input').first();
  return {
    page,
    server,
    async runCommand(title) {
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
      // The list is made when the palette opens; an extension may be registered a moment later.
      for (let attempt = 1; ; attempt += 1) {
        await page.keyboard.press('Control+Shift+KeyP');
        await quickInput.waitFor({ state: 'visible' });
        await quickInput.fill(`>${title}`);
        const isThere = await row.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
        if (isThere) break;
        if (attempt === 10) throw new Error(`The palette has no command "${title}".`);
        await page.keyboard.press('Escape');
        await quickInput.waitFor({ state: 'hidden' });
      }
      await row.click();
    },
    async openFile(name) {
      await page.keyboard.press('Control+KeyP');
      await quickInput.waitFor({ state: 'visible' });
      await quickInput.fill(name);
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active').filter({ hasText: name }).first().waitFor();
    },
    webview: (selector, timeoutMs = 60_000) => findWebview(page, selector, timeoutMs),
    async picture(name) {
      const folder = join(out, 'pictures');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    async reload() {
      await page.reload();
      await untilReady(page);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function findWebview(page: Page, selector: string, timeoutMs: number): Promise<Frame> {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame() || frame.isDetached()) continue;
      const element = await frame.$(selector).catch(() => null);
      if (element !== null) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No webview showed ${selector} within ${timeoutMs} ms.`);
}
