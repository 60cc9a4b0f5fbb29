import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkEqual } from '../../src/core/check/equal.ts';
import { parseMath } from '../../src/core/math/read/parseMath.ts';
import { readJsonLines, sample } from '../evidence/evidence.ts';
import type { Table } from '../harness/table.ts';
import { percentile, type Bench } from './bench.ts';

/** Two texts of expressions that are to be compared. */
type Pair = readonly [left: string, right: string];

const sympyRows = 300;
const heapCounts = [10_000, 50_000, 100_000];

/** The same comparison by SymPy: one JSON list [seconds, equal] a line, with reading; null after 5 s or where it can't be read. */
const sympyProgram = `
import sys, json, time, signal
from sympy import simplify
from sympy.parsing.sympy_parser import parse_expr, standard_transformations, implicit_multiplication_application, convert_xor
rules = standard_transformations + (implicit_multiplication_application, convert_xor)
def late(*_):
    raise TimeoutError()
signal.signal(signal.SIGALRM, late)
for left, right in json.load(sys.stdin):
    signal.alarm(5)
    start = time.perf_counter()
    try:
        a, b = parse_expr(left, transformations=rules), parse_expr(right, transformations=rules)
        equal = bool(simplify(a - b) == 0)
        print(json.dumps([time.perf_counter() - start, equal]), flush=True)
    except BaseException:
        print('null', flush=True)
    signal.alarm(0)
`;

export const bench: Bench = {
  name: 'check',
  title: 'Checks of equality',
  run(context) {
    const data = process.env.THUNK_DATA ?? join(context.root, '..', 'shared', 'data');
    const [steps, rewrites] = [join(data, 'steps/cogtutorbugs_dev.jsonl'), join(data, 'solver/mathsteps.jsonl')];
    if (!existsSync(steps) || !existsSync(rewrites))
      return Promise.resolve({ status: 'skipped', reason: 'the data sets are not on this machine' });
    const sets: readonly (readonly [string, readonly Pair[]])[] = [
      ["students' steps", readJsonLines<{ eq1: string; eq2: string }>(steps).flatMap(pairOfEquations)],
      ['right rewrites', readJsonLines<{ input: string; expected: string }>(rewrites).flatMap(pairOfRewrite)],
    ];
    const tables: Table[] = [];
    for (const [name, pairs] of sets)
      tables.push(
        speedOf(name, pairs, (line) => {
          context.log(line);
        }),
      );
    tables.push(
      heapOf(
        sets.flatMap(([, pairs]) => pairs),
        context.node,
        context.root,
      ),
    );
    return Promise.resolve({ status: 'ran', tables });
  },
};

/** The differences of both sides of two equations, as the students' tutor compares them. */
function pairOfEquations({ eq1, eq2 }: { readonly eq1: string; readonly eq2: string }): readonly Pair[] {
  const sides = [eq1, eq2].map((equation) => equation.split('='));
  const texts = sides.flatMap(([left, right, more]) =>
    left && right && more === undefined ? [`(${left}) - (${right})`] : [],
  );
  const [first, second] = texts;
  return first !== undefined && second !== undefined ? [[first, second]] : [];
}

function pairOfRewrite({ input, expected }: { readonly input: string; readonly expected: string }): readonly Pair[] {
  const isPlain = [input, expected].every((text) => /^[-+*/^()0-9a-z. ]+$/.test(text) && !/[a-z]{2}/.test(text));
  return isPlain ? [[input, expected]] : [];
}

function speedOf(name: string, all: readonly Pair[], log: (line: string) => void): Table {
  const ours = timesOf(all);
  const chosen = sample(all, { fraction: Math.min(1, sympyRows / all.length), seed: 7 });
  log(`${name}: ${all.length.toString()} pairs here, ${chosen.length.toString()} of them in SymPy`);
  const same = timesOf(chosen);
  const theirs = sympyTimes(chosen);
  const row = (what: string, values: readonly number[]): string[] => [
    what,
    values.length.toString(),
    `${((values.length * 1000) / values.reduce((a, b) => a + b, 0)).toFixed(0)} a second`,
    ...[50, 99, 100].map((p) => `${percentile(values, p).toFixed(2)} ms`),
  ];
  const rows = [row('Thunk, with reading, all pairs', ours), row('Thunk, with reading, a sample', same)];
  const notes = ['Goal: 50 times as fast as SymPy, p50 under 1 ms, p99 under 100 ms.'];
  if (typeof theirs === 'string') notes.push(`SymPy was skipped: ${theirs}.`);
  else {
    rows.push(row('SymPy, simplify(a - b) == 0, with reading, the same sample', theirs));
    const ratio = (p: number) => (percentile(theirs, p) / percentile(same, p)).toFixed(0);
    notes.push(`SymPy takes ${ratio(50)} times as long at p50 and ${ratio(99)} times at p99.`);
  }
  return {
    title: `Comparing two expressions: ${name}`,
    columns: ['what', 'pairs', 'checks', 'p50', 'p99', 'longest'],
    rows,
    notes,
  };
}

/** Milliseconds for reading and comparing each pair, after one round to warm up. */
function timesOf(pairs: readonly Pair[]): readonly number[] {
  pairs.slice(0, 200).forEach(compare);
  return pairs.map((pair) => {
    const start = performance.now();
    compare(pair);
    return performance.now() - start;
  });
}

function compare([left, right]: Pair): void {
  const [a, b] = [parseMath(left), parseMath(right)];
  if (a.type === 'parsed' && b.type === 'parsed') checkEqual(a.expr, b.expr);
}

/** Milliseconds, or why there are none. */
function sympyTimes(pairs: readonly Pair[]): readonly number[] | string {
  const run = spawnSync('python3', ['-c', sympyProgram], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    timeout: 10 * 60_000,
    maxBuffer: 2 ** 26,
  });
  if (run.error !== undefined) return run.error.message;
  if (run.status !== 0) return run.stderr.trim().split('\n').at(-1) ?? 'it failed';
  return run.stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      const found = JSON.parse(line) as readonly [seconds: number, isEqual: boolean] | null;
      return found === null ? [] : [found[0] * 1000];
    });
}

function heapOf(pairs: readonly Pair[], node: string, root: string): Table {
  const run = spawnSync(node, ['--expose-gc', join(root, 'test/bench/checkLoop.ts'), ...heapCounts.map(String)], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  const heap = run.stdout.trim().split('\n').map(Number);
  return {
    title: 'Heap after a collection',
    columns: ['checks', 'heap'],
    rows: heapCounts.map((count, index) => [count, `${(heap[index] ?? NaN).toFixed(1)} MB`]),
    notes: ['Each check has a number in it that was not there before.'],
  };
}
