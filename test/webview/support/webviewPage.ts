import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { dist } from '../../../scripts/lib/paths.mjs';
import type { HostToChat } from '../../../src/core/protocol/chat.ts';
import type { HostToPanel } from '../../../src/core/protocol/panel.ts';
import type { WebviewName } from '../../../src/core/protocol/webviewHtml.ts';
import { getWebviewHtml, webviewFiles } from '../../../src/core/protocol/webviewHtml.ts';
import { chromiumFlags, findChromium } from '../../harness/chromium.ts';
import type { ThemeName } from './themes.ts';
import { themes } from './themes.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.html': 'text/html',
};

export interface PageOptions {
  readonly view?: WebviewName;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reduceMotion?: boolean;
  /** What `getState` gives: what a former life of the webview kept. */
  readonly state?: unknown;
}

export interface WebviewTestPage {
  readonly page: Page;
  /** A message from the host. */
  send(message: HostToPanel | HostToChat): Promise<void>;
  /** All messages to the host since the last call, oldest first. */
  posted(): Promise<readonly PostedMessage[]>;
  /** Resolves once the snapshot of that revision was painted. */
  painted(revision: number): Promise<number>;
  state(): Promise<unknown>;
  /** Refusals by the content security policy, and whatever the console called an error. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PostedMessage {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** As VS Code frames a page that it lets submit no forms. */
const sandbox = 'sandbox allow-scripts allow-same-origin allow-pointer-lock allow-downloads';

/** The bundled views in a real Chromium, with VS Code's part played at the edge only: its variables and its three calls. */
export class WebviewBrowser {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #origin: string;

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
    this.#origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<WebviewBrowser> {
    const server = createServer((request, response) => {
      void answer(request.url ?? '/', `http://${request.headers.host ?? ''}`).then(({ type, body }) => {
        response.writeHead(body === undefined ? 404 : 200, {
          'content-type': type,
          'content-security-policy': sandbox,
        });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('No Chromium was found (THUNK_CHROMIUM names one)');
    return new WebviewBrowser(await chromium.launch({ executablePath, args: chromiumFlags() }), server);
  }

  async open(options: PageOptions = {}): Promise<WebviewTestPage> {
    const { view = 'stepsPanel', theme = 'darkModern', width = 480, height = 800 } = options;
    const context = await this.#browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(this.#origin)) complaints.push(`asked for ${request.url()}`);
    });
    const { bodyClass, variables } = themes[theme];
    const bodyClasses = options.reduceMotion === true ? `${bodyClass} vscode-reduce-motion` : bodyClass;
    const behind = variables[`--vscode-${view === 'chatView' ? 'sideBar' : 'editor'}-background`] ?? '';
    await page.addInitScript(playVsCode, { bodyClasses, variables, behind, state: options.state });
    await page.goto(`${this.#origin}/${view}.html`);
    await page.waitForFunction(() => window.thunkTest.posted.some((message) => message.type === 'ready'));
    return {
      page,
      complaints,
      send: (message) => page.evaluate((data) => window.postMessage(data, '*'), message),
      posted: () => page.evaluate(() => window.thunkTest.posted.splice(0)),
      painted: async (revision) => {
        const painted = await page.waitForFunction(
          (wanted) =>
            window.thunkTest.posted.find((message) => message.type === 'painted' && message.revision === wanted),
          revision,
        );
        return Number((await painted.jsonValue())!.elapsedMs);
      },
      state: () => page.evaluate(() => window.thunkTest.state),
      close: () => context.close(),
    };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

declare global {
  interface Window {
    thunkTest: { posted: PostedMessage[]; state: unknown };
    acquireVsCodeApi(): unknown;
  }
}

/** Runs in the page before anything else: what VS Code's own script does there. */
function playVsCode(given: {
  bodyClasses: string;
  variables: Readonly<Record<string, string>>;
  behind: string;
  state: unknown;
}): void {
  window.thunkTest = { posted: [], state: given.state };
  window.acquireVsCodeApi = () => ({
    postMessage: (message: PostedMessage) => window.thunkTest.posted.push(message),
    getState: () => window.thunkTest.state,
    setState: (state: unknown) => {
      window.thunkTest.state = state;
    },
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  new MutationObserver((_changes, observer) => {
    if (!(document.body as HTMLElement | null)) return;
    observer.disconnect();
    for (const [name, value] of Object.entries(given.variables))
      document.documentElement.style.setProperty(name, value);
    document.body.className = given.bodyClasses;
    // What lies behind a view in the side bar.
    document.documentElement.style.backgroundColor = given.behind;
  }).observe(document, { childList: true, subtree: true });
}

async function answer(url: string, origin: string): Promise<{ type: string; body: Buffer | string | undefined }> {
  const path = normalize(decodeURIComponent(new URL(url, origin).pathname));
  const view = /^\/(stepsPanel|chatView)\.html$/.exec(path)?.[1] as WebviewName | undefined;
  if (view !== undefined) {
    const files = webviewFiles(view);
    const body = getWebviewHtml({
      nonce: 'c2VydmVkT25jZU9ubHk0',
      cspSource: origin,
      scriptUri: `${origin}/media/${files.script}`,
      styleUris: files.styles.map((style) => `${origin}/media/${style}`),
      title: 'Thunk',
      language: 'en',
    });
    return { type: 'text/html', body };
  }
  if (path === '/favicon.ico') return { type: 'image/x-icon', body: '' };
  const type = types[extname(path)] ?? 'application/octet-stream';
  if (!path.startsWith('/media/')) return { type, body: undefined };
  return { type, body: await readFile(join(dist, path)).catch(() => undefined) };
}
