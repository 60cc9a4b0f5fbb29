import { judgeWork } from '../../src/core/check/work/judgeWork.ts';
import { dataFile, percent, readJsonLines, sample, type Evidence, type EvidenceContext } from './evidence.ts';
import { falseEqualities } from './support/falseEquality.ts';

interface Row {
  readonly id: string | number;
  readonly problem: string;
  readonly steps: readonly string[];
  readonly first_error?: number;
  readonly error_steps_1based?: readonly number[];
  readonly answer?: string;
  readonly reference_answer?: string | number;
}

interface Data {
  readonly name: string;
  readonly file: string;
  /** 0-based; -1: none. */
  firstError(row: Row): number;
  /** "No mistake" rows that end at another answer than the reference. */
  isMislabelled(row: Row): boolean;
}

const data: readonly Data[] = [
  {
    name: 'mr_gsm8k_wrong590',
    file: 'steps/mr_gsm8k_wrong590.jsonl',
    firstError: (row) => row.first_error ?? -1,
    isMislabelled: () => false,
  },
  {
    name: 'prmbench_subset400',
    file: 'steps/prmbench_subset400.jsonl',
    firstError: (row) => Math.min(...(row.error_steps_1based ?? []), Number.POSITIVE_INFINITY) - 1,
    isMislabelled: () => false,
  },
  {
    name: 'bigbench_mistake_arithmetic',
    file: 'steps/bigbench_mistake_arithmetic.jsonl',
    firstError: (row) => row.first_error ?? -1,
    isMislabelled: (row) => row.first_error === -1 && row.answer !== row.reference_answer,
  },
];

/** Steps that are wrong before the first one that is marked, with what is wrong in them: data/row/0-based step. */
const wrongEarlier: Readonly<Record<string, string>> = {
  'mr_gsm8k_wrong590/a83dab55-93b7-4f38-9c24-6a7a1b3ad82c/1': '80 · 2 · 0.75 is 120, not 24',
  'mr_gsm8k_wrong590/c0c83298-05e7-48b8-935a-14a8ac789cf8/2': '74 − 5 is 69, not 70, as the label’s own reason says',
  'prmbench_subset400/prm_test_p1_29/28': '7 · 23 + 5 is 166, not 164, in the unmodified solution as well',
  'prmbench_subset400/prm_test_p2_703/3': '(49k² + 70k + 24)(7k + 8) has 882k², not 784k²',
  'prmbench_subset400/prm_test_p2_409/2': 'x + 5 = −3x + 6 gives x = 1/4, not 1/2',
  'bigbench_mistake_arithmetic/125/2': '2·1 − 8 + −5 is not 2·1 − (8 + −5); a second slip makes up for it',
  'bigbench_mistake_arithmetic/159/1': '(−6 + 7 − 2) is −1, not 3',
  'bigbench_mistake_arithmetic/162/1': '6 + 3 · −1 is 3, not 6 + 3',
};

interface Count {
  rows: number;
  steps: number;
  named: number;
  mislabelled: number;
  alarms: number;
  firstErrors: number;
  withFalseEquality: number;
  foundOfThese: number;
  found: number;
}

/** Steps of models with the first wrong one marked: no alarm before it, and its false sums found. */
export const evidence: Evidence = {
  name: 'modelSteps',
  title: 'The steps of models',
  isFitForTests: true,
  timeoutMs: 15 * 60_000,
  run(context) {
    const failures: string[] = [];
    const notes: string[] = [];
    const rows: string[][] = [];
    const all: Count[] = [];
    for (const set of data) {
      const file = dataFile(context, set.file);
      if (file === undefined) continue;
      const count = countSet(set, sample(readJsonLines<Row>(file), context), context, failures, notes);
      all.push(count);
      rows.push(tableRow(set.name, count));
    }
    if (all.length === 0) return Promise.resolve({ status: 'skipped', reason: 'the steps are missing' });
    const total = (key: keyof Count): number => all.reduce((sum, count) => sum + count[key], 0);
    const [found, of] = [total('foundOfThese'), total('withFalseEquality')];
    if (found < 0.95 * of) failures.push(`only ${found} of ${of} first errors with a false equality were found`);
    return Promise.resolve({
      status: 'ran',
      failures,
      tables: [
        {
          title: 'Steps before the first error, and first errors',
          columns: [
            ...['data', 'rows', 'steps before the first error', 'alarms there', 'wrong all the same (named)'],
            ...[
              'of rows marked right that end wrong',
              'first errors',
              'with a false equality',
              'of these found',
              'found of all',
            ],
          ],
          rows,
          notes,
        },
      ],
    });
  },
};

function tableRow(name: string, count: Count): string[] {
  return [
    name,
    `${count.rows}`,
    `${count.steps}`,
    `${count.alarms}`,
    `${count.named}`,
    `${count.mislabelled}`,
    `${count.firstErrors}`,
    `${count.withFalseEquality}`,
    `${count.foundOfThese} (${percent(count.foundOfThese, count.withFalseEquality)})`,
    `${count.found} (${percent(count.found, count.firstErrors)})`,
  ];
}

function countSet(
  set: Data,
  rows: readonly Row[],
  context: EvidenceContext,
  failures: string[],
  notes: string[],
): Count {
  const count: Count = {
    ...{ rows: rows.length, steps: 0, named: 0, mislabelled: 0, alarms: 0 },
    ...{ firstErrors: 0, withFalseEquality: 0, foundOfThese: 0, found: 0 },
  };
  for (const row of rows) {
    if (context.signal.aborted) break;
    const first = set.firstError(row);
    const isMarked = Number.isFinite(first) && first >= 0;
    const wrong = wrongSteps(row);
    for (const [index, step] of row.steps.entries()) {
      const claims = wrong[index] ?? [];
      if (isMarked && index > first) break;
      if (index === first) {
        const hasFalse = falseEqualities(step).length > 0;
        count.firstErrors += 1;
        if (hasFalse) count.withFalseEquality += 1;
        if (claims.length > 0) count.found += 1;
        if (hasFalse && claims.length > 0) count.foundOfThese += 1;
        if (hasFalse && claims.length === 0) notes.push(`Not found in ${set.name} ${row.id}: ${step}`);
        continue;
      }
      count.steps += 1;
      if (claims.length === 0) continue;
      const reason = wrongEarlier[`${set.name}/${row.id}/${index}`];
      if (set.isMislabelled(row)) count.mislabelled += 1;
      else if (reason === undefined) {
        count.alarms += 1;
        failures.push(`${set.name} ${row.id}, step ${index + 1}: alarm before the first error: ${claims.join('; ')}`);
      } else {
        count.named += 1;
        notes.push(`${set.name} ${row.id}, step ${index + 1}: ${reason}.`);
      }
    }
  }
  return count;
}

/** What is called wrong in each step, with the evidence; judged as the command line does it. */
function wrongSteps({ problem, steps }: Row): readonly (readonly string[])[] {
  const { verdicts } = judgeWork({ problem, lines: steps });
  return verdicts.map(({ kind, evidence: why }) => (kind === 'invalid' ? [why ?? 'wrong'] : []));
}
