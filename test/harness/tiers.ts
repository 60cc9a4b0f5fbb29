/**
 * node test/harness/tiers.ts [TIER…]: runs the tiers, cheap first, and adds them up. Its last line is
 * `N passed, N failed, N skipped`; the exit code is 1 when something failed or nothing ran.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { ensureChromium } from './chromium.ts';
import { findFiles } from './findFiles.ts';
import type { Results } from './results.ts';
import { brokenTier, readResults, skippedTier } from './results.ts';
import { runInVscode } from './vscodeTier.ts';

interface Tier {
  readonly name: string;
  readonly timeoutMs: number;
  /** The longest that the whole tier may take. */
  readonly limitMs: number;
  readonly needsChromium?: boolean;
}

const minuteMs = 60_000;
const nodeTiers: readonly Tier[] = [
  { name: 'unit', timeoutMs: 10_000, limitMs: 5 * minuteMs },
  { name: 'property', timeoutMs: 60_000, limitMs: 6 * minuteMs },
  { name: 'evidence', timeoutMs: 240_000, limitMs: 8 * minuteMs },
  { name: 'server', timeoutMs: 60_000, limitMs: 5 * minuteMs },
  { name: 'webview', timeoutMs: 60_000, limitMs: 10 * minuteMs, needsChromium: true },
];
const e2e: Tier = { name: 'e2e', timeoutMs: 180_000, limitMs: 12 * minuteMs, needsChromium: true };
const vscodeLimitMs = 9 * minuteMs;
const vscodeVersions = ['1.110.0', '1.139.1'];
const allNames = [...nodeTiers.map((tier) => tier.name), 'vscode', e2e.name];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !allNames.includes(name));
if (unknown.length > 0) {
  console.error(`No tier is called ${unknown.join(', ')}. There are: ${allNames.join(', ')}.`);
  process.exit(2);
}
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);
const resultsFolder = join(out, 'results');
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

const all: Results[] = [];
for (const tier of nodeTiers) if (isAsked(tier.name)) all.push(await runNodeTier(tier));
if (isAsked('vscode')) for (const version of vscodeVersions) all.push(await runVscodeTier(version));
if (isAsked(e2e.name)) all.push(await runNodeTier(e2e));
close(all);

async function runNodeTier(tier: Tier): Promise<Results> {
  console.log(`\n${tier.name}`);
  const files = findFiles(join(root, 'test', tier.name), '.test.ts');
  if (files.length === 0) return skippedTier(tier.name, 'it has no tests yet');
  const env = { ...process.env };
  if (tier.needsChromium === true) {
    const chromium = await ensureChromium();
    if (chromium.path === undefined) return skippedTier(tier.name, chromium.reason);
    env.THUNK_CHROMIUM = chromium.path;
  }
  const resultsFile = join(resultsFolder, `${tier.name}.json`);
  const runner = join(root, 'test', 'harness', 'runMocha.ts');
  const code = await run(process.execPath, [runner, tier.name, resultsFile, String(tier.timeoutMs), ...files], {
    cwd: root,
    env,
    timeoutMs: tier.limitMs,
  });
  return judge(tier.name, code, readResults(resultsFile), tier.limitMs);
}

async function runVscodeTier(version: string): Promise<Results> {
  const name = `vscode ${version}`;
  console.log(`\n${name}`);
  const resultsFile = join(resultsFolder, `vscode-${version}.json`);
  try {
    const ran = await runInVscode({ version, resultsFile, limitMs: vscodeLimitMs });
    if (ran.skippedBecause !== undefined) return skippedTier(name, ran.skippedBecause);
    return judge(name, ran.code, readResults(resultsFile), vscodeLimitMs);
  } catch (error) {
    return brokenTier(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function judge(name: string, code: number, results: Results | undefined, limitMs: number): Results {
  if (results === undefined)
    return brokenTier(name, `ended with code ${code} and without results (limit ${limitMs / 1000} s)`);
  if (code !== 0 && results.failed === 0) return { ...results, failed: 1, failures: [`ended with code ${code}`] };
  return results;
}

function close(results: readonly Results[]): void {
  const skipped = results.flatMap((result) => result.skipped);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log('');
  for (const { tier, failures } of results) for (const failure of failures) console.log(`failed: ${tier}: ${failure}`);
  for (const { title, reason } of skipped) console.log(`skipped: ${title}: ${reason}`);
  if (passed + failed === 0) console.log('No test ran.');
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
