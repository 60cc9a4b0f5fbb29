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
  readonly loadMs: number;
  readonly callMs: number;
  readonly finishMs: number;
}

/**
 * Runs in the extension host: activates what is not yet active, in the given order, and reads what VS Code itself
 * measured (Developer: Startup Performance).
 */
const suite = `
import * as vscode from 'vscode';
import { writeFileSync } from 'node:fs';
export async function run() {
  const order = JSON.parse(process.env.BENCH_ORDER);
  for (const id of order) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined) throw new Error('There is no ' + id);
    await extension.activate();
  }
  await vscode.commands.executeCommand('perfview.show');
  for (let tries = 0; tries < 100; tries += 1) {
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const cells = text.split('\\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const samples = order.flatMap((id) => {
      const row = cells.find((row) => row[1] === id);
      return row === undefined ? [] : [{ id, loadMs: Number(row[3]), callMs: Number(row[4]), finishMs: Number(row[5]) }];
    });
    if (samples.length === order.length) return writeFileSync(process.env.BENCH_RESULTS, JSON.stringify(samples));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('VS Code did not tell its activation times.');
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
        const show = (p: number, times: readonly number[]): string => `${percentile(times, p).toFixed(0)} ms`;
        const totals = all.map(({ loadMs, callMs, finishMs }) => loadMs + callMs + finishMs);
        const loads = all.map(({ loadMs }) => loadMs);
        const calls = all.map(({ callMs, finishMs }) => callMs + finishMs);
        return [id, show(50, totals), show(95, totals), show(50, loads), show(50, calls), all.length];
      });
      const notes = ["VS Code's own figures (Developer: Startup Performance), one fresh window after the other."];
      const columns = ['extension', 'p50', 'p95', 'loading the code, p50', 'activate(), p50', 'windows'];
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
