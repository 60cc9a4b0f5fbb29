import { parseMath } from '../../src/core/math/read/parseMath.ts';
import { readProblem } from '../../src/core/solve/read/readProblem.ts';
import type { TaskKind } from '../../src/core/solve/task.ts';
import type { Table } from '../harness/table.ts';
import { dataFile, type Evidence, type EvidenceContext, percent, readJsonLines, sample } from './evidence.ts';

interface Row {
  readonly group: string;
  readonly text: string;
  /** Kinds of task of which one must be read; absent: any. */
  readonly kinds?: readonly TaskKind[] | undefined;
  /** True for a formula that only has to be parsed. */
  readonly isFormula?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the generators of a module ask for. */
const kindsOfModule: readonly (readonly [RegExp, readonly TaskKind[]])[] = [
  [/^algebra__linear/, ['solve']],
  [/^algebra__polynomial_roots/, ['solve', 'factor']],
  [/^algebra__sequence/, ['sequence']],
  [/^arithmetic__simplify_surd/, ['simplify']],
  [/^arithmetic__/, ['evaluate']],
  [/^calculus__/, ['derivative']],
  [/^comparison__sort/, ['sort']],
  [/^comparison__closest/, ['closest']],
  [/^comparison__kth/, ['kth']],
  [/^measurement__/, ['convertUnit']],
  [/^numbers__gcd/, ['gcd']],
  [/^numbers__is_prime/, ['isPrime']],
  [/^numbers__lcm/, ['lcm', 'commonDenominator']],
  [/^numbers__list_prime/, ['primeFactors']],
  [/^numbers__place_value/, ['digit']],
  [/^numbers__round/, ['round']],
  [/^polynomials__(?:add|evaluate)/, ['evaluate']],
  [/^polynomials__collect/, ['collect']],
  [/^polynomials__expand/, ['expand']],
  [/^polynomials__simplify_power/, ['simplify']],
  [/^probability__/, ['urn']],
];

const sets: readonly { readonly path: string; readonly rows: (row: Fields) => readonly Row[] }[] = [
  {
    path: 'solver/deepmind_mathematics_dev.jsonl',
    rows: ({ module, question }) => {
      const group = String(module);
      return [{ group, text: String(question), kinds: kindsOfModule.find(([pattern]) => pattern.test(group))?.[1] }];
    },
  },
  {
    path: 'solver/mathsteps.jsonl',
    rows: ({ task, input }) => [{ group: `mathsteps: ${String(task)}`, text: String(input) }],
  },
  { path: 'solver/cas_dev.jsonl', rows: ({ task, input }) => [{ group: `cas: ${String(task)}`, text: String(input) }] },
  {
    path: 'problems/math500.jsonl',
    rows: ({ solution }) =>
      formulasIn(String(solution)).map((text) => ({ group: 'math500: formulas in solutions', text, isFormula: true })),
  },
];

/** How much of public problem sets is read, and as the kind of question that it is. */
export const evidence: Evidence = {
  name: 'reading',
  title: 'Reading problems and formulas',
  isFitForTests: true,
  timeoutMs: 10 * 60_000,
  run(context) {
    const groups = new Map<string, { rows: number; read: number }>();
    const failures: string[] = [];
    for (const { group, text, kinds, isFormula } of rowsOf(context)) {
      const count = groups.get(group) ?? { rows: 0, read: 0 };
      groups.set(group, count);
      count.rows += 1;
      const problem = faultOf(text, kinds, isFormula === true);
      if (problem === undefined) count.read += 1;
      else if (isFormula !== true) failures.push(`${group}: ${problem}: ${text.slice(0, 120)}`);
      else context.log(`${problem} ← ${text.slice(0, 160)}`);
    }
    if (groups.size === 0) return Promise.resolve({ status: 'skipped', reason: 'the data is not on this machine' });
    const lines = [...groups].map(([name, { rows, read }]) => [name, rows, read, percent(read, rows)]);
    const table: Table = {
      title: 'Read, of all',
      columns: ['kind', 'rows', 'read', 'share'],
      rows: lines,
      notes: ['A row counts as read when a question of the right kind came out; a formula, when all of it was parsed.'],
    };
    return Promise.resolve({ status: 'ran', tables: [table], failures });
  },
};

function rowsOf(context: EvidenceContext): readonly Row[] {
  const rows = sets.flatMap(({ path, rows: toRows }) => {
    const file = dataFile(context, path);
    return file === undefined ? [] : readJsonLines<Fields>(file).flatMap(toRows);
  });
  return rows.length === 0 ? [] : sample(rows, context);
}

function faultOf(text: string, kinds: readonly TaskKind[] | undefined, isFormula: boolean): string | undefined {
  if (isFormula) {
    const parsed = parseMath(text);
    return parsed.type === 'parsed' ? undefined : parsed.message;
  }
  const result = readProblem({ text });
  if (result.type === 'notUnderstood') return result.detail;
  const { kind } = result.reading.task;
  return kinds === undefined || kinds.includes(kind) ? undefined : `read as ${kind}`;
}

/** What stands between dollar signs or \[ \], drawings left out. */
function formulasIn(text: string): readonly string[] {
  const drawn = text.replace(/\[asy\][\s\S]*?\[\/asy\]/g, '');
  return [...drawn.matchAll(/\$\$?([^$]+)\$\$?|\\\[([\s\S]+?)\\\]/g)].map((found) =>
    (found[1] ?? found[2] ?? '').trim(),
  );
}
