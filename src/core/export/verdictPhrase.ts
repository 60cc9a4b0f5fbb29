import type { Verdict } from '../session/step.ts';

/** Puts words into the reader's language; `{0}` stands for the first argument. */
export type VerdictTranslate = (message: string, ...args: (string | number)[]) => string;

/** How a step was checked and what that says, in a word or two: a badge. */
export function verdictLabel(verdict: Verdict, t: VerdictTranslate): string {
  if (verdict.kind === 'invalid') return wrongLabel(verdict, t);
  if (verdict.relation === 'given') return t('as given');
  if (verdict.relation === 'definition') return t('a definition');
  if (verdict.relation === 'adds-solutions') return t('may add solutions');
  if (verdict.relation === 'domain-changed') return t('other domain');
  if (verdict.kind === 'unknown' && verdict.how !== 'points') return t('not checkable');
  switch (verdict.how) {
    case 'symbolic':
      return verdict.relation === 'equivalent'
        ? t('same solutions')
        : verdict.relation === 'equal'
          ? t('equal everywhere')
          : t('proved');
    case 'substitution':
      return t('values put back');
    case 'recomputed':
      return t('recomputed');
    case 'certified':
      return t('within error bounds');
    case 'points':
      return verdict.points === undefined ? t('agrees on points') : t('agrees on {0} points', verdict.points);
    case 'lean':
      return t('proved by Lean');
    case 'command':
      return t('tests pass');
    case 'vote':
      return t('by a vote');
    case 'judge':
      return t('judged');
    case 'none':
      return t('not checkable');
  }
}

/** The badge in English: `proved: values put back`, `valid: agrees on 32 points`, `may add solutions`, `not checkable`. */
export function verdictPhrase(verdict: Verdict): string {
  const label = verdictLabel(verdict, english);
  return saysAll(verdict, label) ? label : `${verdict.kind}: ${label}`;
}

/** Where "proved" in front would say too much, or the same again. */
function saysAll({ kind, how, relation }: Verdict, label: string): boolean {
  if (kind === 'invalid') return false;
  if (relation === 'given' || relation === 'definition') return true;
  if (relation === 'adds-solutions' || relation === 'domain-changed') return true;
  return how === 'none' || label.startsWith(kind) || (kind === 'unknown' && how !== 'points');
}

function wrongLabel(verdict: Verdict, t: VerdictTranslate): string {
  switch (verdict.relation) {
    case 'loses-solutions':
      return t('loses a solution');
    case 'adds-solutions':
      return t('adds a solution');
    default:
      return t('wrong');
  }
}

const english: VerdictTranslate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (_, place: string) => String(args[Number(place)]));
