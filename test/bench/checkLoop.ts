import { readFileSync } from 'node:fs';
import { checkEqual } from '../../src/core/check/equal.ts';
import { parseMath } from '../../src/core/math/read/parseMath.ts';

/**
 * A program of its own for the bench of checks: pairs as JSON on standard input are checked over and over, and the heap
 * after a collection is printed at each of the counts given as arguments, one JSON number a line.
 */
const pairs = JSON.parse(readFileSync(0, 'utf8')) as readonly (readonly [string, string])[];
const counts = process.argv.slice(2).map(Number);
const last = Math.max(...counts);
for (let done = 1; done <= last; done += 1) {
  const [left, right] = pairs[done % pairs.length] ?? ['1', '1'];
  // A number that was not there before: remembering would show.
  const [a, b] = [left, right].map((text) => parseMath(`(${text}) + ${done.toString()}`));
  if (a?.type === 'parsed' && b?.type === 'parsed') checkEqual(a.expr, b.expr);
  if (!counts.includes(done)) continue;
  globalThis.gc?.();
  process.stdout.write(`${JSON.stringify(process.memoryUsage().heapUsed / 2 ** 20)}\n`);
}
