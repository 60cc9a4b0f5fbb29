import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { createLinter } from '../../src/core/lint/createLinter.ts';
import { findPassages } from '../../src/core/lint/findPassages.ts';
import type { LintResult } from '../../src/core/lint/lintResult.ts';
import type { CheckJob } from '../../src/core/protocol/checkJob.ts';
import { fromCheckWorkerSchema } from '../../src/core/protocol/checking.ts';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';
import { latexBook } from './support/latexBook.ts';

const lines = 5_000;
const coldRuns = 3;
const keystrokes = 60;
const posts = 200;
const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** The linter on a LaTeX file of 5 000 lines: all of it, and after one keystroke; in the worker and for the editor's thread. */
export const bench: Bench = {
  name: 'lint',
  title: 'The linter on a LaTeX file of 5 000 lines',
  run(context) {
    const source = latexBook(lines, 11);
    const cold = Array.from({ length: coldRuns }, () => timed(() => createLinter().lint('book', source, 'latex')));
    const reading = Array.from({ length: 10 }, () => timed(() => findPassages(source, 'latex')).ms);
    context.log(`${String(source.length)} characters`);

    const linter = createLinter();
    const first = linter.lint('book', source, 'latex');
    const same = Array.from({ length: 10 }, () => timed(() => linter.lint('book', source, 'latex')).ms);
    const typed = typeInto(source, keystrokes);
    const after = typed.map((text) => timed(() => linter.lint('book', text, 'latex')).ms);
    const host = hostTimes(source, first);

    const { confirmed, wrong, undecided } = first.counts;
    const row = (name: string, times: readonly number[]): [string, string, string, string] => [
      name,
      ms(percentile(times, 50)),
      ms(percentile(times, 95)),
      ms(Math.max(...times)),
    ];
    return Promise.resolve({
      status: 'ran',
      tables: [
        {
          title: 'In the worker',
          columns: ['what', 'p50', 'p95', 'longest'],
          rows: [
            row(
              'all of it, for the first time',
              cold.map((run) => run.ms),
            ),
            row('only reading it, no deciding', reading),
            row('again, nothing changed', same),
            row('after one keystroke in a formula', after),
          ],
          notes: [
            `${String(lines)} lines, ${String(Math.round(source.length / 1000))} thousand characters; claims: ${String(confirmed)} confirmed, ${String(wrong)} wrong, ${String(undecided)} undecided.`,
          ],
        },
        {
          title: "On the editor's thread, for each pass",
          columns: ['what', 'p50', 'p95', 'longest'],
          rows: [row('posting the text', host.post), row('taking the findings', host.take)],
          notes: ['Goal: under 10 ms together.'],
        },
      ],
    });
  },
};

function timed<Result>(run: () => Result): { readonly ms: number; readonly result: Result } {
  const started = performance.now();
  const result = run();
  return { ms: performance.now() - started, result };
}

/** The text after each of some keystrokes: a digit more in formulas all over the document. */
function typeInto(source: string, count: number): string[] {
  const formulas = [...source.matchAll(/\d(?=[^$\n]{0,40}\$)/g)].map(({ index }) => index);
  let text = source;
  return Array.from({ length: count }, (_, order) => {
    const at = (formulas[Math.floor(((order + 0.5) / count) * formulas.length)] ?? 0) + order + 1;
    text = `${text.slice(0, at)}7${text.slice(at)}`;
    return text;
  });
}

/** What a message port makes the sender and the receiver wait. */
function hostTimes(text: string, result: LintResult): { post: number[]; take: number[] } {
  const { port1, port2 } = new MessageChannel();
  const job: CheckJob = { type: 'lint', document: 'file:///book.tex', text, languageId: 'latex' };
  const post: number[] = [];
  const take: number[] = [];
  for (let id = 0; id < posts; id += 1) {
    post.push(
      timed(() => {
        port1.postMessage({ id, job });
      }).ms,
    );
    receiveMessageOnPort(port2);
    port2.postMessage({ type: 'result', id, result: { type: 'lint', result } });
    take.push(
      timed(() => fromCheckWorkerSchema.parse((receiveMessageOnPort(port1) as { message: unknown }).message)).ms,
    );
  }
  port1.close();
  const warm = (times: readonly number[]): number[] => times.slice(10);
  return { post: warm(post), take: warm(take) };
}
