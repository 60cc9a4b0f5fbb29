import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from '../../scripts/lib/paths.mjs';
import type { Evidence, EvidenceOutcome } from '../evidence/evidence.ts';

export const evidenceSeed = 20_260_101;

export async function loadEvidence(file: string): Promise<Evidence> {
  const module = (await import(pathToFileURL(file).href)) as { evidence?: Evidence };
  if (module.evidence === undefined) throw new Error(`${file} exports no evidence.`);
  return module.evidence;
}

function dataDir(): string | undefined {
  const folder = resolve(root, process.env.THUNK_DATA ?? join('..', 'shared', 'data'));
  return existsSync(folder) ? folder : undefined;
}

/** Runs it under its time limit; one that goes on after its signal is abandoned and counts as failed. */
export async function runEvidence(evidence: Evidence, fraction: number): Promise<EvidenceOutcome> {
  const wholeMs = evidence.timeoutMs ?? 20 * 60_000;
  const limitMs = fraction < 1 ? Math.max(30_000, wholeMs * fraction) : wholeMs;
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<EvidenceOutcome>((done) => {
    timer = setTimeout(() => {
      controller.abort();
      setTimeout(() => {
        done({ status: 'ran', tables: [], failures: [`${evidence.name} did not end within ${limitMs / 1000} s`] });
      }, 5_000);
    }, limitMs);
  });
  const ran = evidence.run({
    dataDir: dataDir(),
    fraction,
    seed: evidenceSeed,
    signal: controller.signal,
    cli: join(dist, 'cli.js'),
    node: process.execPath,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await Promise.race([ran, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
