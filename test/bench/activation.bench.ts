import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVsix } from '../../scripts/lib/vsix.mjs';
import { ensureChromium } from '../harness/chromium.ts';
import { newestVersion, startServer } from '../harness/codeServer.ts';
import { launchChromium, workbenchUrl } from '../harness/workbench.ts';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';

/** Thunk, one that does nothing, and two that come with VS Code and are of the same kind (a webview; a tree view). */
const extensions = ['thunk.thunk', 'bench.empty', 'vscode.markdown-language-features', 'vscode.references-view'];
const windows = 7;

interface Sample {
  readonly id: string;
  readonly ms: number;
  readonly wasActive: boolean;
}

/** Runs in the extension host: activates one after the other and keeps the time of each. */
const suite = `
import * as vscode from 'vscode';
import { writeFileSync } from 'node:fs';
export async function run() {
  const order = JSON.parse(process.env.BENCH_ORDER);
  const samples = [];
  for (const id of order) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined) throw new Error('There is no ' + id);
    const wasActive = extension.isActive;
    const startedMs = performance.now();
    await extension.activate();
    samples.push({ id, ms: performance.now() - startedMs, wasActive });
  }
  writeFileSync(process.env.BENCH_RESULTS, JSON.stringify(samples));
}
`;

export const bench: Bench = {
  name: 'activation',
  title: 'Activation in a real VS Code',
  async run(context) {
    const chromium = await ensureChromium();
    if (chromium.path === undefined) return { status: 'skipped', reason: chromium.reason };
    const scratch = mkdtempSync(join(tmpdir(), 'thunk-activation-'));
    try {
      const { file } = await packageVsix();
      writeEmptyExtension(join(scratch, 'empty'));
      const samples: Sample[] = [];
      for (let window = 0; window < windows; window += 1) {
        context.log(`window ${window + 1} of ${windows}`);
        // Each takes every place once in a while: the first one also pays for what all share.
        const order = extensions.map((_, index) => extensions[(index + window) % extensions.length] ?? '');
        samples.push(...(await measureOnce(chromium.path, file, scratch, order)));
      }
      const rows = extensions.map((id) => {
        const all = samples.filter((sample) => sample.id === id);
        const cold = all.filter((sample) => !sample.wasActive).map(({ ms }) => ms);
        const show = (p: number): string => (cold.length === 0 ? '' : `${percentile(cold, p).toFixed(1)} ms`);
        return [id, show(50), show(95), cold.length, all.length - cold.length];
      });
      const notes = [
        'Time of activate(), with the loading of the code, one fresh window after the other, in a rotating order; ' +
          'windows in which an extension was active before it was asked are counted apart.',
      ];
      const columns = ['extension', 'p50', 'p95', 'windows', 'active before'];
      return { status: 'ran', tables: [{ title: `VS Code ${newestVersion}`, columns, rows, notes }] };
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

function writeEmptyExtension(folder: string): void {
  mkdirSync(join(folder, 'tests'), { recursive: true });
  const manifest = {
    name: 'empty',
    publisher: 'bench',
    version: '1.0.0',
    type: 'module',
    engines: { vscode: '^1.110.0' },
    main: './extension.js',
    activationEvents: ['onCommand:bench.empty'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension.js'), 'export function activate() {}\n');
  writeFileSync(join(folder, 'tests', 'index.js'), suite);
}

async function measureOnce(
  chromium: string,
  vsix: string,
  scratch: string,
  order: readonly string[],
): Promise<Sample[]> {
  const resultsFile = join(scratch, 'results.json');
  rmSync(resultsFile, { force: true });
  const workspace = join(scratch, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const env = { BENCH_ORDER: JSON.stringify(order), BENCH_RESULTS: resultsFile };
  const server = await startServer({ version: newestVersion, vsix, env });
  const browser = await launchChromium(chromium);
  try {
    const page = await browser.newPage();
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const devPath = join(scratch, 'empty');
    await page.goto(workbenchUrl(server, { workspace, devPath, testsPath: join(devPath, 'tests', 'index.js') }));
    const code = await ended;
    if (code !== 0) throw new Error(`The window ended with code ${code}.`);
    return JSON.parse(readFileSync(resultsFile, 'utf8')) as Sample[];
  } finally {
    await browser.close();
    server.close();
  }
}
