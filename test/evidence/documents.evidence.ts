import { decideDocument, lintDocument } from '../../src/core/lint/lintDocument.ts';
import type { DecidedClaim } from '../../src/core/lint/finding.ts';
import type { Table } from '../harness/table.ts';
import { dataFile, type Evidence, percent, readJsonLines, sample, seededRandom } from './evidence.ts';
import { applyChange, type Change, changesOf } from './support/changeClaim.ts';
import { holdsInNumbers } from './support/plainNumbers.ts';

interface Row {
  readonly id: string;
  readonly solution: string;
}

/** Solutions that are wrong where the alarm is, seen by hand: they count as found. */
const knownErrors: Readonly<Record<string, string>> = {
  // The discriminant is (−4)² − 4·1·(−1).
  'test/algebra/351.json': '(-4)^2 + 4 \\cdot 1 \\cdot (-1) = 20',
  // One square too many, in the second term.
  'test/intermediate_algebra/1791.json': '8x^2 + 6x + \\frac{9}{4}',
};

const mostAlarms = 5;
const wantedShare = 0.95;
/** Of a part of the data: too few claims to tell 95 from 92 in a hundred. */
const wantedShareOfPart = 0.9;

type Outcome = 'caught' | 'missed' | 'still true';

/** Five hundred full right solutions as the linter sees them, and the same with one thing changed in each claim. */
export const evidence: Evidence = {
  name: 'documents',
  title: 'The linter on full right solutions, and on the same with one change',
  isFitForTests: true,
  timeoutMs: 15 * 60_000,
  run(context) {
    const file = dataFile(context, 'problems/math500.jsonl');
    if (file === undefined) return Promise.resolve({ status: 'skipped', reason: 'the data is not on this machine' });
    const rows = sample(readJsonLines<Row>(file), context);
    const counts = { confirmed: 0, undecided: 0, alarms: 0, known: 0 };
    const outcomes = new Map<Change['kind'], Record<Outcome, number>>();
    const random = seededRandom(context.seed);
    const failures: string[] = [];
    for (const { id, solution } of rows) {
      if (context.signal.aborted) break;
      const claims = decideDocument(solution, 'markdown');
      for (const claim of claims) {
        const { kind, evidence: why } = claim.verdict;
        if (kind === 'unknown') counts.undecided += 1;
        else if (kind === 'invalid') {
          const isKnown = knownErrors[id] !== undefined && claim.text.includes(knownErrors[id]);
          counts[isKnown ? 'known' : 'alarms'] += 1;
          if (!isKnown) context.log(`${id}: alarm: ${claim.text}: ${why ?? ''}`);
        } else {
          counts.confirmed += 1;
          const tried = tryChange(solution, claim, claims, random);
          if (tried === undefined) continue;
          const record = outcomes.get(tried.change.kind) ?? { caught: 0, missed: 0, 'still true': 0 };
          outcomes.set(tried.change.kind, record);
          record[tried.outcome] += 1;
          const { from, to } = tried.change;
          if (tried.outcome === 'missed')
            context.log(`${id}: missed: ${claim.text}: ${from} → ${to} at ${String(tried.change.at)}`);
        }
      }
    }
    const total = { caught: 0, missed: 0, 'still true': 0 };
    for (const record of outcomes.values())
      for (const outcome of ['caught', 'missed', 'still true'] as const) total[outcome] += record[outcome];
    const changed = total.caught + total.missed;
    if (counts.alarms > mostAlarms)
      failures.push(`${String(counts.alarms)} false alarms, at most ${String(mostAlarms)} are allowed`);
    if (changed === 0) failures.push('no claim was confirmed');
    else if (total.caught / changed < (context.fraction < 1 ? wantedShareOfPart : wantedShare)) {
      failures.push(`${percent(total.caught, changed)} of the changed claims were caught, 95 % are wanted`);
    }
    const read: Table = {
      title: 'Right solutions, as Markdown documents',
      columns: ['solutions', 'claims', 'confirmed', 'undecided', 'errors of the solutions', 'false alarms'],
      rows: [
        [
          rows.length,
          counts.confirmed + counts.undecided + counts.alarms + counts.known,
          counts.confirmed,
          counts.undecided,
          counts.known,
          counts.alarms,
        ],
      ],
      notes: [
        'Goal: at most 5 false alarms in all 500. Errors of the solutions: seen by hand, each named in the code.',
      ],
    };
    const kinds = [...outcomes].sort(([a], [b]) => a.localeCompare(b));
    const changes: Table = {
      title: 'One seeded change in each claim that was confirmed',
      columns: ['changed', 'claims', 'caught', 'share', 'still true'],
      rows: [...kinds, ['all', total] as const].map(([kind, record]) => [
        kind,
        record.caught + record.missed,
        record.caught,
        percent(record.caught, record.caught + record.missed),
        record['still true'],
      ]),
      notes: [
        'Goal: 95 % caught. A change that leaves the claim true (0 · 5 and 0 · 6), as plain floating-point arithmetic sees it, is counted apart.',
      ],
    };
    return Promise.resolve({ status: 'ran', tables: [read, changes], failures });
  },
};

/** One change inside of the claim, and whether anything is underlined there afterwards. */
function tryChange(
  source: string,
  claim: DecidedClaim,
  claims: readonly DecidedClaim[],
  random: () => number,
): { readonly change: Change; readonly outcome: Outcome } | undefined {
  const changes = changesOf(source.slice(claim.start, claim.end), random);
  const change = changes[Math.floor(random() * changes.length)];
  if (change === undefined) return undefined;
  const changed = applyChange(source, claim.start, change);
  const at = claim.start + change.at;
  const grown = change.to.length - change.from.length;
  const { findings } = lintDocument(changed, 'markdown');
  if (findings.some(({ start, end }) => start <= at && at < end)) return { change, outcome: 'caught' };
  // The part may stand in the next link of a chain as well; none of them may have become false.
  const touched = claims.filter(({ start, end }) => start <= at && at < end);
  const now = decideDocument(changed, 'markdown');
  const isTrue = touched.every((old) => {
    const same = now.find(({ start, end }) => start === old.start && end === old.end + grown);
    return same !== undefined && holdsInNumbers(same.claim) === true;
  });
  return { change, outcome: isTrue ? 'still true' : 'missed' };
}
