import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Problem, Step } from '../../src/core/session/step.ts';
import { createBuiltinSolver } from '../../src/core/solve/builtin.ts';
import { ensureChromium } from '../harness/chromium.ts';
import { openWorkbench } from '../harness/workbench.ts';
import type { Bench, BenchContext } from './bench.ts';
import { percentile } from './bench.ts';

const problems = Array.from(
  { length: 14 },
  (_, index) => `Solve $${index + 3}(x - 2) = 2x + ${5 * index + 1}$ for $x$.`,
);
const pressesEach = 2;
/** The first problem starts the extension, its worker and the panel. */
const warmUps = 1;

interface Times {
  readonly first: number[];
  readonly next: number[];
}

export const bench: Bench = {
  name: 'press',
  title: 'From the key to the step on screen, in a real VS Code',
  async run(context) {
    const chromium = await ensureChromium();
    if (chromium.path === undefined) return { status: 'skipped', reason: chromium.reason };
    const scratch = mkdtempSync(join(tmpdir(), 'thunk-press-'));
    const workspace = join(scratch, 'workspace');
    mkdirSync(workspace, { recursive: true });
    writeFileSync(
      join(workspace, 'homework.md'),
      problems.map((text, index) => `## Exercise ${index + 1}\n\n${text}\n`).join('\n'),
    );
    const workbench = await openWorkbench({ workspace, devPath: context.root });
    try {
      const onScreen = await pressInWorkbench(workbench, context);
      const alone = await pressAlone();
      const row = (what: string, values: readonly number[]): string[] => [
        what,
        `${percentile(values, 50).toFixed(1)} ms`,
        `${percentile(values, 95).toFixed(1)} ms`,
        values.length.toString(),
      ];
      const rows = [
        row('first step of a problem: key to paint', onScreen.first),
        row('first step of a problem: the computation alone', alone.first),
        row('a further step: key to paint', onScreen.next),
        row('a further step: the computation alone', alone.next),
      ];
      const notes = [
        'From the keydown event in the editor to the frame after the new card stands in the panel: command, worker, file written and synced, message, typesetting. The window is warm.',
      ];
      return {
        status: 'ran',
        tables: [{ title: 'Press to step', columns: ['what', 'p50', 'p95', 'presses'], rows, notes }],
      };
    } finally {
      await workbench.close();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function pressInWorkbench(
  workbench: Awaited<ReturnType<typeof openWorkbench>>,
  context: BenchContext,
): Promise<Times> {
  const { page } = workbench;
  const times: Times = { first: [], next: [] };
  await workbench.openFile('homework.md');
  await page.evaluate(() => {
    const keys: number[] = [];
    Object.assign(window, { thunkKeys: keys });
    addEventListener('keydown', (event) => void keys.push(performance.timeOrigin + event.timeStamp), { capture: true });
  });
  let frame: Frame | undefined;
  for (const [index] of problems.entries()) {
    await goToLine(page, 4 * index + 1);
    for (let press = 0; press < pressesEach; press += 1) {
      await page.keyboard.press('Alt+KeyN');
      if (frame === undefined) {
        frame = await workbench.webview('.step');
        await watchPaints(frame);
        continue;
      }
      const took = (await paintOf(frame, press + 1, index + 1)) - (await lastKey(page));
      if (index >= warmUps) (press === 0 ? times.first : times.next).push(took);
    }
    context.log(`problem ${index + 1} of ${problems.length}`);
  }
  return times;
}

async function goToLine(page: Page, line: number): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+KeyG');
  await page.locator('.quick-input-widget input.input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(150);
}

/** Notes when a frame was painted after the cards changed. */
async function watchPaints(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const paints: { key: string; at: number }[] = [];
    Object.assign(window, { thunkPaints: paints });
    const note = (): void => {
      const title = document.querySelector('.problem')?.textContent ?? document.body.textContent;
      const key = `${document.querySelectorAll('.step').length} ${title}`;
      if (paints.at(-1)?.key === key) return;
      paints.push({ key, at: Number.POSITIVE_INFINITY });
      const paint = paints.at(-1);
      requestAnimationFrame(() => setTimeout(() => paint && (paint.at = performance.timeOrigin + performance.now())));
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
    note();
  });
}

/** When the panel showed so many steps of this exercise, in milliseconds since 1970. */
async function paintOf(frame: Frame, steps: number, exercise: number): Promise<number> {
  const coefficient = String(exercise + 2);
  const handle = await frame.waitForFunction(
    ([count, first]) => {
      const { thunkPaints } = window as unknown as { thunkPaints: { key: string; at: number }[] };
      const last = thunkPaints.at(-1);
      const isThere = last?.key.startsWith(`${count} `) === true && last.key.includes(`${first}(x`);
      return isThere && Number.isFinite(last.at) ? last.at : undefined;
    },
    [String(steps), coefficient] as const,
    { polling: 20, timeout: 20_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

function lastKey(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { thunkKeys: number[] }).thunkKeys.at(-1) ?? Number.NaN);
}

async function pressAlone(): Promise<Times> {
  const times: Times = { first: [], next: [] };
  const solver = createBuiltinSolver();
  for (const [index, text] of problems.entries()) {
    const problem: Problem = { text, title: text, format: 'markdown' };
    const steps: Step[] = [];
    for (let press = 0; press < pressesEach; press += 1) {
      const start = performance.now();
      const asked = { grain: 'normal', avoid: [] } as const;
      for await (const event of solver.next({ problem, steps }, asked, new AbortController().signal)) {
        if (event.type === 'step') steps.push(event.step);
      }
      if (index >= warmUps) (press === 0 ? times.first : times.next).push(performance.now() - start);
    }
  }
  return times;
}
