import { findChromium } from '../harness/chromium.ts';
import { longSnapshot } from '../webview/support/snapshots.ts';
import type { WebviewTestPage } from '../webview/support/webviewPage.ts';
import { WebviewBrowser } from '../webview/support/webviewPage.ts';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';

const lengths = [10, 100, 1_000];
const additions = 20;
const scrollFrames = 60;

/** The bundled panel in Chromium: from a snapshot's arrival to its paint, in sessions of growing length. */
export const bench: Bench = {
  name: 'panel',
  title: 'The steps panel with a long session',
  async run(context) {
    if (findChromium() === undefined) return { status: 'skipped', reason: 'no Chromium was found' };
    const browser = await WebviewBrowser.start();
    const rows: (string | number)[][] = [];
    try {
      for (const length of lengths) {
        context.log(`${length} steps`);
        const view = await browser.open({ reduceMotion: true });
        rows.push([length, ...(await measure(view, length))]);
        await view.close();
      }
    } finally {
      await browser.stop();
    }
    const columns = ['steps', 'open', 'add, p50', 'add, p95', 'frame while scrolling, p50', 'p95', 'heap'];
    const notes = [
      'Open and add: from the message to the paint, in Chromium, with KaTeX and the policy that the extension sends.',
      `Scrolling: the whole session in ${scrollFrames} frames. A frame takes 16.7 ms where nothing holds it up.`,
    ];
    return { status: 'ran', tables: [{ title: 'By length of the session', columns, rows, notes }] };
  },
};

async function measure(view: WebviewTestPage, length: number): Promise<string[]> {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const first = longSnapshot(length);
  await view.send({ type: 'snapshot', snapshot: first });
  const openMs = await view.painted(first.revision);
  const addMs: number[] = [];
  for (let added = 1; added <= additions; added += 1) {
    const next = longSnapshot(length + added);
    await view.send({ type: 'snapshot', snapshot: next });
    addMs.push(await view.painted(next.revision));
  }
  const frameMs = await view.page.evaluate(async (frames) => {
    const height = document.documentElement.scrollHeight;
    const times: number[] = [];
    let lastMs = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      window.scrollTo(0, height * (1 - frame / frames));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - lastMs);
      lastMs = performance.now();
    }
    return times;
  }, scrollFrames);
  const heap = await view.page.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? NaN,
  );
  return [
    ms(openMs),
    ms(percentile(addMs, 50)),
    ms(percentile(addMs, 95)),
    ms(percentile(frameMs, 50)),
    ms(percentile(frameMs, 95)),
    `${(heap / 2 ** 20).toFixed(0)} MB`,
  ];
}
