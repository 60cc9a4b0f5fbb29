import { decideClaims } from '../../src/core/lint/claims/decideClaims.ts';
import { findClaims } from '../../src/core/lint/claims/findClaims.ts';
import { passageOfText } from '../../src/core/lint/claims/passageOfText.ts';
import { dataFile, percent, readJsonLines, sample, type Evidence } from './evidence.ts';
import { falseEqualities } from './support/falseEquality.ts';

interface Row {
  readonly id: string;
  readonly question: string;
  readonly solution: string;
  readonly annotations: readonly (readonly [string, string])[];
}

/** Sentences of the data that say something false, with why. */
const wrongSentences: Readonly<Record<string, string>> = {
  'So, Suzzane has $32 - $20 = $300 left.': 'the note inside says 320-20=300: the sentence lost a digit',
};

/** The sums that grade-school solutions are annotated with, and the sentences around them. */
export const evidence: Evidence = {
  name: 'annotations',
  title: 'Annotated sums of grade-school solutions',
  isFitForTests: true,
  timeoutMs: 5 * 60_000,
  run(context) {
    const file = dataFile(context, 'problems/gsm8k_test.jsonl');
    if (file === undefined)
      return Promise.resolve({ status: 'skipped', reason: 'problems/gsm8k_test.jsonl is missing' });
    const rows = sample(readJsonLines<Row>(file), context);
    const failures: string[] = [];
    const sums = { all: 0, right: 0, confirmed: 0, wrong: 0, refused: 0 };
    const sentences = { all: 0, withClaims: 0, claims: 0, confirmed: 0, undecided: 0, named: 0, alarms: 0 };
    for (const row of rows) {
      for (const [expression, value] of row.annotations) {
        const sum = `${expression}=${value}`;
        const verdicts = verdictsOf(sum);
        sums.all += 1;
        if (falseEqualities(sum).length > 0) {
          sums.wrong += 1;
          if (!verdicts.includes('proved')) sums.refused += 1;
          continue;
        }
        sums.right += 1;
        if (verdicts.length > 0 && verdicts.every((kind) => kind === 'proved')) sums.confirmed += 1;
        else failures.push(`${row.id}: the right sum ${sum} was not confirmed`);
      }
      for (const line of row.solution.split('\n')) {
        const claims = claimsOf(line, row.question);
        sentences.all += 1;
        sentences.claims += claims.length;
        if (claims.length > 0) sentences.withClaims += 1;
        sentences.confirmed += claims.filter(({ verdict }) => verdict.kind === 'proved').length;
        sentences.undecided += claims.filter(({ verdict }) => verdict.kind === 'unknown').length;
        const alarms = claims.filter(({ verdict }) => verdict.kind === 'invalid');
        if (alarms.length > 0 && wrongSentences[line] !== undefined) sentences.named += 1;
        else if (alarms.length > 0) {
          sentences.alarms += 1;
          failures.push(`${row.id}: alarm on a right sentence: ${line}`);
        }
      }
    }
    return Promise.resolve({
      status: 'ran',
      failures,
      tables: [
        {
          title: 'Annotated sums',
          columns: ['sums', 'right', 'confirmed', 'wrong or rounded beyond their digits', 'of these not confirmed'],
          rows: [
            [
              `${sums.all}`,
              `${sums.right}`,
              `${sums.confirmed} (${percent(sums.confirmed, sums.right)})`,
              `${sums.wrong}`,
              `${sums.refused}`,
            ],
          ],
        },
        {
          title: 'The sentences around them',
          columns: [
            'sentences',
            'with claims',
            'claims',
            'confirmed',
            'undecided',
            'wrong in the data (named)',
            'alarms',
          ],
          rows: [Object.values(sentences).map(String)],
        },
      ],
    });
  },
};

function claimsOf(line: string, problem: string): ReturnType<typeof decideClaims> {
  return decideClaims(findClaims([passageOfText(line)], { problem, isOwnWork: true }));
}

function verdictsOf(sum: string): readonly string[] {
  return decideClaims(findClaims([passageOfText(sum)])).map(({ verdict }) => verdict.kind);
}
