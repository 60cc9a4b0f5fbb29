import { checkEqual } from '../../src/core/check/equal.ts';
import { checkEquivalent } from '../../src/core/check/equivalent.ts';
import type { Expr } from '../../src/core/math/expr.ts';
import { parseMath } from '../../src/core/math/read/parseMath.ts';
import { isStatement } from '../../src/core/math/read/statements.ts';
import { freeSymbols } from '../../src/core/math/tree.ts';
import type { Verdict } from '../../src/core/session/step.ts';
import { unlimitedWork } from '../../src/core/solve/exactWork.ts';
import { dataFile, type Evidence, percent, readJsonLines, sample } from './evidence.ts';

interface Row {
  readonly id: string;
  readonly task: string;
  readonly input: string;
  readonly expected: string;
  readonly steps?: readonly unknown[];
  /** Whether another algebra system agrees; false for a notation of the library's own. */
  readonly sympy_verified: boolean | null;
}

/** Results with decimals cut off, as the library prints them. */
const roundedRows: ReadonlySet<string> = new Set(['ms-452']);

interface Counts {
  pairs: number;
  decided: number;
  wrong: number;
}

const goal = 0.97;
/** Not rewrites: what is expected is a remark, or a number of something. */
const remarks = /^(?:no-steps|[A-Z_]+|)$/;

/** Rewrites that a public library's tests call right: each must be confirmed, and none called wrong. */
export const evidence: Evidence = {
  name: 'rewrites',
  title: 'Right rewrites of a public algebra library',
  isFitForTests: true,
  timeoutMs: 10 * 60_000,
  run(context) {
    const file = dataFile(context, 'solver/mathsteps.jsonl');
    if (file === undefined)
      return Promise.resolve({ status: 'skipped', reason: 'solver/mathsteps.jsonl is not there' });
    const tasks = new Map<string, Counts>();
    const failures: string[] = [];
    const own: string[] = [];
    for (const row of sample(readJsonLines<Row>(file), context)) {
      if (context.signal.aborted) break;
      if (row.sympy_verified === false || roundedRows.has(row.id)) {
        own.push(`${row.id} (${row.input} → ${row.expected})`);
        continue;
      }
      for (const [from, to] of pairsOf(row)) {
        const counts = tasks.get(row.task) ?? { pairs: 0, decided: 0, wrong: 0 };
        tasks.set(row.task, counts);
        counts.pairs += 1;
        const verdict = verdictOn(from, to);
        if (verdict?.kind === 'proved' || verdict?.kind === 'valid') counts.decided += 1;
        else context.log(`${row.id}: ${from} → ${to}: ${verdict?.kind ?? 'not read'} ${verdict?.evidence ?? ''}`);
        if (verdict?.kind !== 'invalid') continue;
        counts.wrong += 1;
        failures.push(`${row.id}: ${from} → ${to} was called wrong: ${verdict.evidence ?? ''}`);
      }
    }
    const all = [...tasks.values()].reduce<Counts>(
      (a, b) => ({ pairs: a.pairs + b.pairs, decided: a.decided + b.decided, wrong: a.wrong + b.wrong }),
      { pairs: 0, decided: 0, wrong: 0 },
    );
    if (all.decided < goal * all.pairs)
      failures.push(`${all.decided.toString()} of ${all.pairs.toString()} rewrites were confirmed: goal 97 %`);
    const line = (name: string, { pairs, decided, wrong }: Counts) => [
      name,
      pairs,
      decided,
      percent(decided, pairs),
      wrong,
    ];
    return Promise.resolve({
      status: 'ran',
      tables: [
        {
          title: 'Rewrites by task',
          columns: ['task', 'rewrites', 'confirmed', 'share', 'called wrong'],
          notes: [
            `Letters under roots are taken as positive, as the library does. Left out, since they are true in the library's own notation only (1(2)/(3) as a mixed number, decimals cut off): ${own.join(', ') || 'none'}.`,
          ],
          rows: [...[...tasks].map(([name, counts]) => line(name, counts)), line('all', all)],
        },
      ],
      failures,
    });
  },
};

/** From each line of a chain to the next, and from the input to the result. */
function pairsOf({ input, expected, steps }: Row): readonly (readonly [string, string])[] {
  const chain = (steps ?? []).filter((step) => typeof step === 'string');
  const lines = [input, ...chain];
  const pairs = lines.slice(1).map((line, index) => [lines[index] ?? input, line] as const);
  if (chain.at(-1) !== expected) pairs.push([input, expected]);
  return pairs.filter((pair) => pair.every((line) => !remarks.test(line.trim())));
}

function verdictOn(from: string, to: string): Verdict | undefined {
  const [first, second] = [read(from), read(to)];
  if (!first || !second) return undefined;
  // The library takes the square root of x² for x: its letters under roots are positive.
  const positive = from.includes('nthRoot') ? freeSymbols(first) : [];
  if (!isStatement(first) && !isStatement(second)) return checkEqual(first, second, { positive });
  const unknowns = [...new Set([...freeSymbols(first), ...freeSymbols(second)])];
  const verdict = checkEquivalent(first, second, { unknowns, positive, work: unlimitedWork });
  if (verdict.kind !== 'unknown' && verdict.kind !== 'invalid') return verdict;
  // An equation that is solved for a letter is one in that letter; the others are general.
  const [left] = second.kind === 'relation' ? second.operands : [];
  if (left?.kind !== 'symbol' || unknowns.length < 2) return verdict;
  return checkEquivalent(first, second, { unknowns: [left.name], work: unlimitedWork });
}

function read(text: string): Expr | undefined {
  const parsed = parseMath(text);
  return parsed.type === 'parsed' ? parsed.expr : undefined;
}
