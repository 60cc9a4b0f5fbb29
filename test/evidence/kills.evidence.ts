import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseLog } from '../../src/core/session/log.ts';
import { branchSteps } from '../../src/core/session/select.ts';
import { fold } from '../../src/core/session/state.ts';
import { createSessionStore } from '../../src/system/sessionStore.ts';
import type { Evidence, EvidenceContext } from './evidence.ts';
import { seededRandom } from './evidence.ts';

const wholeCount = 200;
/** The longest that a process may force steps before it is killed. */
const longestMs = 150;

interface Killed {
  readonly session: string | undefined;
  readonly revealed: readonly string[];
  readonly errors: string;
}

/** Starts a process that forces steps and kills it at a random moment: mostly while it does, sometimes before. */
async function forceAndKill(
  context: EvidenceContext,
  directory: string,
  session: string | undefined,
  random: () => number,
): Promise<Killed> {
  const script = fileURLToPath(new URL('./support/forceSteps.ts', import.meta.url));
  const child = spawn(context.node, [script, directory, ...(session === undefined ? [] : [session])]);
  let out = '';
  let errors = '';
  const hasStarted = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
      resolve();
    });
    child.once('exit', () => resolve());
  });
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  // One in ten dies at a moment of its start.
  if (random() < 0.1) await Promise.race([wait(random() * 400), hasStarted]);
  else {
    await hasStarted;
    await wait(random() * longestMs);
  }
  child.kill('SIGKILL');
  await ended;
  const lines = out.split('\n').slice(0, -1);
  const idsOf = (word: string): string[] =>
    lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  return { session: idsOf('session ')[0], revealed: idsOf('revealed '), errors };
}

export const evidence: Evidence = {
  name: 'kills',
  title: 'Processes killed while they force steps',
  isFitForTests: true,
  timeoutMs: 15 * 60_000,
  async run(context) {
    const count = Math.max(1, Math.round(wholeCount * context.fraction));
    const random = seededRandom(context.seed);
    const directory = mkdtempSync(join(tmpdir(), 'thunk-kills-'));
    const failures: string[] = [];
    let session: string | undefined;
    let known: string[] = [];
    let cuts = 0;
    let started = 0;
    try {
      for (let kill = 1; kill <= count && !context.signal.aborted; kill += 1) {
        const { session: id, revealed, errors } = await forceAndKill(context, directory, session, random);
        if (errors !== '') failures.push(`kill ${kill}: ${errors.slice(0, 200)}`);
        session ??= id;
        known.push(...revealed);
        if (id !== undefined) started += 1;
        if (session === undefined) continue;
        const log = parseLog(readFileSync(join(directory, `${session}.jsonl`)));
        if (log.type === 'unreadable' || log.readOnly !== undefined) {
          failures.push(
            `kill ${kill}: the file does not load: ${JSON.stringify(log.type === 'loaded' ? log.damage : log.detail)}`,
          );
          break;
        }
        if (log.damage?.type === 'cut') cuts += 1;
        const stored = branchSteps(fold(log.events)).map((step) => step.id);
        const lost = known.filter((step) => !stored.includes(step));
        if (lost.length > 0) failures.push(`kill ${kill}: ${lost.length} revealed steps are lost`);
        // The one that was being revealed may be there already; nothing beyond it.
        if (stored.length > known.length + 1)
          failures.push(`kill ${kill}: ${stored.length} steps stored, ${known.length} revealed`);
        known = stored;
        if (kill % 20 === 0) context.log(`${kill} of ${count} kills, ${known.length} steps`);
        // A new session now and then: opening a long one takes its time.
        if (known.length > 400) {
          session = undefined;
          known = [];
        }
      }
      const { unreadable } = await createSessionStore({ directory }).list();
      if (unreadable.length > 0) failures.push(`${unreadable.length} sessions can't be read`);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
    if (context.signal.aborted) failures.push('the time was over');
    return {
      status: 'ran',
      tables: [
        {
          title: 'Revealed steps after a SIGKILL at a random moment',
          columns: ['kills', 'while forcing steps', 'last record cut', 'revealed steps lost', 'files that do not load'],
          rows: [
            [
              count,
              started,
              cuts,
              failures.filter((failure) => failure.includes('lost')).length,
              failures.filter((failure) => failure.includes('load')).length,
            ],
          ],
          notes: [
            `Seed ${context.seed}. A cut record was not revealed yet; the next process goes on behind the last whole one.`,
          ],
        },
      ],
      failures,
    };
  },
};
