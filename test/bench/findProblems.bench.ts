import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProblems } from '../../src/core/text/findProblems.ts';
import type { Bench } from './bench.ts';
import { percentile } from './bench.ts';

const lines = 5000;
const runs = 60;
const languages: readonly (readonly [string, string])[] = [
  ['algebra.md', 'markdown'],
  ['calculus.md', 'markdown'],
  ['worksheet.tex', 'latex'],
  ['numbers.py', 'python'],
  ['Sums.lean', 'lean4'],
];

/** The samples, repeated to 5 000 lines: as dense with problems as a worksheet is; and prose, where there are none. */
export const bench: Bench = {
  name: 'findProblems',
  title: 'Finding the problems in a document of 5 000 lines',
  async run({ root }) {
    const prose = 'The equation $x^2 = 4$ has two solutions, and we find them below. Solve it to see.\n\n'.repeat(
      lines / 2,
    );
    const documents = [
      ...languages.map(([name, languageId]) => {
        const sample = readFileSync(join(root, 'samples', name), 'utf8');
        const source = sample.repeat(Math.ceil(lines / sample.split('\n').length));
        return { name, languageId, source: source.split('\n').slice(0, lines).join('\n') };
      }),
      { name: 'prose', languageId: 'markdown', source: prose },
    ];
    const rows = documents.map(({ name, languageId, source }) => {
      const times: number[] = [];
      let found = 0;
      for (let run = 0; run < runs; run += 1) {
        const startedMs = performance.now();
        found = findProblems(source, languageId).length;
        times.push(performance.now() - startedMs);
      }
      const warm = times.slice(runs / 3);
      const ms = (value: number): string => `${value.toFixed(2)} ms`;
      return [name, found, ms(times[0] ?? NaN), ms(percentile(warm, 50)), ms(percentile(warm, 95))];
    });
    const columns = ['document', 'problems', 'first run', 'p50, warm', 'p95, warm'];
    return Promise.resolve({
      status: 'ran',
      tables: [{ title: '5 000 lines each', columns, rows, notes: ['Goal: under 5 ms.'] }],
    });
  },
};
