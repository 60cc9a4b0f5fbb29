import { checkClaim } from '../../src/core/check/claims.ts';
import { foldLetters } from '../../src/core/check/mistakes/foldLetters.ts';
import { nameMistake } from '../../src/core/check/mistakes/nameMistake.ts';
import { judgeWork } from '../../src/core/check/work/judgeWork.ts';
import type { Expr } from '../../src/core/math/expr.ts';
import { parseMath } from '../../src/core/math/read/parseMath.ts';
import { freeSymbols } from '../../src/core/math/tree.ts';
import { dataFile, type Evidence, percent, readJsonLines, sample } from './evidence.ts';

interface Row {
  readonly id: string;
  readonly eq1: string;
  readonly eq2: string;
  readonly tutor_label: string;
  /** null where the tutor and a computer algebra system disagree. */
  readonly label: 'wrong' | 'valid' | null;
}

const foundGoal = 0.99;
const namedGoal = 0.8;

/** Steps of real students on linear equations: wrong ones found and named, right ones left alone. */
export const evidence: Evidence = {
  name: 'students',
  title: 'Students’ steps',
  isFitForTests: true,
  run(context) {
    const file = dataFile(context, 'steps/cogtutorbugs_dev.jsonl');
    if (file === undefined)
      return Promise.resolve({ status: 'skipped', reason: 'The students’ steps are not on this machine.' });
    const rows = sample(readJsonLines<Row>(file), context);
    const wrong = rows.filter(({ label }) => label === 'wrong');
    const right = rows.filter(({ label }) => label === 'valid');
    const [byMistake, byLabel] = [new Map<string, number>(), new Map<string, { rows: number; named: number }>()];
    const [missed, alarms]: [string[], string[]] = [[], []];
    let [found, named, decided] = [0, 0, 0];
    let [judged, alarmed] = [0, 0];
    for (const row of wrong) {
      context.signal.throwIfAborted();
      if (judgedKind(row) === 'invalid') judged += 1;
      const lines = readRow(row);
      if (!lines || verdictOf(lines) !== 'invalid') {
        missed.push(`${row.eq1} → ${row.eq2}`);
        continue;
      }
      found += 1;
      const count = byLabel.get(row.tutor_label) ?? { rows: 0, named: 0 };
      const mistake = nameMistake(lines.from, lines.to, { unknowns: freeSymbols(lines.from) });
      count.rows += 1;
      if (mistake) {
        named += 1;
        count.named += 1;
        byMistake.set(mistake.id, (byMistake.get(mistake.id) ?? 0) + 1);
      }
      byLabel.set(row.tutor_label, count);
    }
    for (const row of right) {
      context.signal.throwIfAborted();
      const lines = readRow(row);
      const verdict = lines ? verdictOf(lines) : 'unknown';
      if (judgedKind(row) === 'invalid') alarmed += 1;
      if (verdict === 'invalid') alarms.push(`${row.eq1} → ${row.eq2}`);
      if (verdict === 'proved' || verdict === 'valid') decided += 1;
    }
    const failures = [
      ...(found < foundGoal * wrong.length ? [`${found} of ${wrong.length} wrong steps found; the goal is 99 %.`] : []),
      ...(named < namedGoal * found ? [`${named} of ${found} wrong steps named; the goal is 80 %.`] : []),
      ...(alarmed > 0 ? [`${alarmed} right steps are called wrong as lines of work.`] : []),
      ...alarms.map((step) => `A right step is called wrong: ${step}.`),
    ];
    return Promise.resolve({
      status: 'ran',
      failures,
      tables: [
        {
          title: 'Students’ steps',
          columns: ['steps', 'rows', 'count', 'share'],
          rows: [
            ['wrong, found', wrong.length, found, percent(found, wrong.length)],
            ['wrong and found, named', found, named, percent(named, found)],
            ['right, confirmed', right.length, decided, percent(decided, right.length)],
            ['right, called wrong', right.length, alarms.length, percent(alarms.length, right.length)],
            ['as two lines of work: wrong, found', wrong.length, judged, percent(judged, wrong.length)],
            ['as two lines of work: right, called wrong', right.length, alarmed, percent(alarmed, right.length)],
          ],
          notes: missed.slice(0, 10).map((step) => `Not found: ${step}`),
        },
        {
          title: 'Mistakes named, by what the tutoring program said',
          columns: ['the program’s label', 'found', 'named', 'share'],
          rows: [...byLabel]
            .sort(([, a], [, b]) => b.rows - a.rows)
            .map(([label, count]) => [label, count.rows, count.named, percent(count.named, count.rows)]),
        },
        {
          title: 'Mistakes named, by entry of the catalogue',
          columns: ['mistake', 'rows'],
          rows: [...byMistake].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)),
        },
      ],
    });
  },
};

interface Lines {
  readonly from: Expr;
  readonly to: Expr;
}

function readRow({ eq1, eq2 }: Row): Lines | undefined {
  const [first, second] = [parseMath(eq1), parseMath(eq2)];
  if (first.type === 'failed' || second.type === 'failed') return undefined;
  // The tutoring program doesn't tell Y from y.
  return { from: first.expr, to: foldLetters(first.expr, second.expr) };
}

function verdictOf({ from, to }: Lines): string {
  return checkClaim({ type: 'equivalent', from, to, unknowns: freeSymbols(from).slice(0, 1) }).kind;
}

/** The second line's verdict where both stand as lines of work without a problem. */
function judgedKind({ eq1, eq2 }: Row): string {
  return judgeWork({ lines: [eq1, eq2] }).verdicts[1]?.kind ?? 'unknown';
}
