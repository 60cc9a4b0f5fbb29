import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkEqual } from '../../src/core/check/equal.ts';
import { parseMath } from '../../src/core/math/read/parseMath.ts';
import type { Verdict } from '../../src/core/session/step.ts';
import { readJsonLines, sample } from '../evidence/evidence.ts';
import type { Table } from '../harness/table.ts';
import { percentile, type Bench } from './bench.ts';

/** Two texts of expressions that are to be compared. */
type Pair = readonly [left: string, right: string];

const comparedRows = 300;
const warmUpRows = 400;
const rounds = 3;
/** Seconds; a pair that takes SymPy longer counts as this. */
const limit = 5;
const heapCounts = [10_000, 50_000, 100_000];

/**
 * The same comparison by SymPy, with reading, warm: some other pairs first. Each pair is asked once, since SymPy remembers
 * what it has simplified. One JSON list [seconds, equal] a pair; "late" or "unread".
 */
const sympyProgram = `
import sys, json, time, signal
from sympy import simplify
from sympy.parsing.sympy_parser import parse_expr, standard_transformations, implicit_multiplication_application, convert_xor
rules = standard_transformations + (implicit_multiplication_application, convert_xor)
class Late(BaseException):
    pass
def late(*_):
    raise Late()
signal.signal(signal.SIGALRM, late)
def compare(left, right, limit):
    signal.alarm(limit)
    start = time.perf_counter()
    try:
        a, b = parse_expr(left, transformations=rules), parse_expr(right, transformations=rules)
        equal = bool(simplify(a - b) == 0)
        return [time.perf_counter() - start, equal]
    except Late:
        return 'late'
    except Exception:
        return 'unread'
    finally:
        signal.alarm(0)
job = json.load(sys.stdin)
for left, right in job['warmUp']:
    compare(left, right, job['limit'])
for left, right in job['pairs']:
    print(json.dumps(compare(left, right, job['limit'])))
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
    const chosen = sets.map(([, pairs]) =>
      sample(pairs, { fraction: Math.min(1, comparedRows / pairs.length), seed: 7 }),
    );
    const compared = new Set(chosen.flat());
    const others = sets.flatMap(([, pairs]) => pairs.filter((pair) => !compared.has(pair)));
    const warmUp = sample(others, { fraction: Math.min(1, warmUpRows / others.length), seed: 8 });
    for (const [index, [name, all]] of sets.entries()) {
      const pairs = chosen[index] ?? [];
      context.log(`${name}: ${all.length.toString()} pairs here, ${pairs.length.toString()} of them in SymPy`);
      tables.push(speedOf(name, { all, pairs, warmUp }));
    }
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

interface Rows {
  readonly all: readonly Pair[];
  /** Those that both compare. */
  readonly pairs: readonly Pair[];
  readonly warmUp: readonly Pair[];
}

/** Milliseconds, the median of the rounds, and whether the two were found equal. */
interface Timed {
  readonly time: number;
  readonly isEqual: boolean | undefined;
}

function speedOf(name: string, { all, pairs, warmUp }: Rows): Table {
  const whole = timesOf(all, warmUp);
  const ours = timesOf(pairs, warmUp);
  const theirs = sympyTimes(pairs, warmUp);
  const row = (what: string, values: readonly number[]): string[] => [
    what,
    values.length.toString(),
    `${aSecond(values).toFixed(0)} a second`,
    ...[50, 99, 100].map((p) => `${percentile(values, p).toFixed(3)} ms`),
  ];
  const timesIn = (found: readonly (Timed | undefined)[]) => found.flatMap((pair) => (pair ? [pair.time] : []));
  const rows = [row('Thunk, all pairs', timesIn(whole))];
  const notes = [
    `Reading included; medians of ${rounds.toString()} rounds after a warm-up. Thunk also gives a witness or a reason.`,
    'Goal: 50 times as many checks a second as SymPy, p50 under 1 ms, p99 under 100 ms.',
  ];
  if (typeof theirs === 'string') notes.push(`SymPy was skipped: ${theirs}.`);
  else {
    // What one of them can't read is no comparison.
    const both = pairs.flatMap((_, index) => {
      const [mine, other] = [ours[index], theirs[index]];
      return mine && other ? [{ mine, other }] : [];
    });
    const [mine, other] = [both.map((pair) => pair.mine.time), both.map((pair) => pair.other.time)];
    rows.push(row('Thunk, the pairs compared', mine), row('SymPy, simplify(a - b) == 0, the pairs compared', other));
    const ratio = (p: number) => (percentile(other, p) / percentile(mine, p)).toFixed(0);
    const same = both.filter((pair) => pair.mine.isEqual === pair.other.isEqual).length;
    notes.push(
      `Thunk makes ${(aSecond(mine) / aSecond(other)).toFixed(0)} times as many checks a second. SymPy takes ${ratio(50)} times as long at p50 and ${ratio(99)} times at p99; the median pair takes it ${percentile(
        both.map((pair) => pair.other.time / pair.mine.time),
        50,
      ).toFixed(0)} times as long.`,
      `${same.toString()} of ${both.length.toString()} verdicts are the same; ${(pairs.length - both.length).toString()} pairs were left out, since one of the two could not read them; ${other.filter((time) => time >= limit * 1000).length.toString()} took SymPy longer than ${limit.toString()} s and count as that.`,
    );
  }
  return {
    title: `Comparing two expressions: ${name}`,
    columns: ['what', 'pairs', 'checks', 'p50', 'p99', 'longest'],
    rows,
    notes,
  };
}

function aSecond(times: readonly number[]): number {
  return (times.length * 1000) / times.reduce((a, b) => a + b, 0);
}

/** Undefined for a pair that can't be read. */
function timesOf(pairs: readonly Pair[], warmUp: readonly Pair[]): readonly (Timed | undefined)[] {
  warmUp.forEach(compare);
  const times: number[][] = pairs.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    pairs.forEach((pair, index) => {
      const start = performance.now();
      compare(pair);
      times[index]?.push(performance.now() - start);
    });
  }
  return pairs.map((pair, index) => {
    const verdict = compare(pair);
    if (verdict === undefined) return undefined;
    const isEqual = verdict === 'unknown' ? undefined : verdict !== 'invalid';
    return { time: percentile(times[index] ?? [], 50), isEqual };
  });
}

function compare([left, right]: Pair): Verdict['kind'] | undefined {
  const [a, b] = [parseMath(left), parseMath(right)];
  return a.type === 'parsed' && b.type === 'parsed' ? checkEqual(a.expr, b.expr).kind : undefined;
}

/** Medians of as many runs of the program; a text where it could not be asked. */
function sympyTimes(pairs: readonly Pair[], warmUp: readonly Pair[]): readonly (Timed | undefined)[] | string {
  const runs: (readonly (Timed | undefined)[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const run = sympyRun(pairs, warmUp);
    if (typeof run === 'string') return run;
    runs.push(run);
  }
  return pairs.map((_, index) => {
    const found = runs.flatMap((run) => run[index] ?? []);
    const [first] = found;
    return (
      first && {
        ...first,
        time: percentile(
          found.map(({ time }) => time),
          50,
        ),
      }
    );
  });
}

/** Undefined for a pair that SymPy can't read. */
function sympyRun(pairs: readonly Pair[], warmUp: readonly Pair[]): readonly (Timed | undefined)[] | string {
  const run = spawnSync('python3', ['-c', sympyProgram], {
    input: JSON.stringify({ pairs, warmUp, limit }),
    encoding: 'utf8',
    timeout: 10 * 60_000,
    maxBuffer: 2 ** 26,
  });
  if (run.error !== undefined) return run.error.message;
  if (run.status !== 0) return run.stderr.trim().split('\n').at(-1) ?? 'it failed';
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => {
      const found = JSON.parse(line) as readonly [seconds: number, isEqual: boolean] | 'late' | 'unread';
      if (found === 'unread') return undefined;
      if (found === 'late') return { time: limit * 1000, isEqual: undefined };
      return { time: found[0] * 1000, isEqual: found[1] };
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
