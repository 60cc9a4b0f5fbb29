import type { Badge } from '../../core/protocol/panel.ts';
import type { Verdict } from '../../core/session/step.ts';
import type { Translate } from './translate.ts';

/** What the badge of a step says: how it was checked, in a word or two, with the evidence in the hover. */
export function badgeOf(verdict: Verdict, t: Translate): Badge {
  const detail = [howInWords(verdict, t), verdict.evidence ?? ''].filter((part) => part !== '').join('\n\n');
  return { kind: verdict.kind, label: shortWords(verdict, t), detail };
}

function shortWords(verdict: Verdict, t: Translate): string {
  if (verdict.kind === 'invalid') return wrongWords(verdict, t);
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

function wrongWords(verdict: Verdict, t: Translate): string {
  switch (verdict.relation) {
    case 'loses-solutions':
      return t('loses a solution');
    case 'adds-solutions':
      return t('adds a solution');
    default:
      return t('wrong');
  }
}

function howInWords(verdict: Verdict, t: Translate): string {
  switch (verdict.how) {
    case 'symbolic':
      return verdict.relation === 'equivalent'
        ? t('Both lines have exactly the same solutions. This was decided exactly.')
        : t('Checked exactly, by bringing both sides to one normal form.');
    case 'substitution':
      return t('Checked by putting the values back into the problem.');
    case 'recomputed':
      return t('Computed again by another route, exactly.');
    case 'certified':
      return t('Checked by evaluation with certified error bounds.');
    case 'points':
      return t('Agrees wherever it was tried. That is no proof.');
    case 'lean':
      return t('Checked by Lean.');
    case 'command':
      return t('Checked by running a command.');
    case 'vote':
      return t('Several samples agree. That is no proof.');
    case 'judge':
      return t('Judged by a model. That is no proof.');
    case 'none':
      return verdict.relation === undefined || verdict.kind === 'unknown'
        ? t('There is nothing here that can be checked by itself.')
        : '';
  }
}
