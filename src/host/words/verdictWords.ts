import { verdictLabel } from '../../core/export/verdictPhrase.ts';
import type { Badge } from '../../core/protocol/panel.ts';
import type { Verdict } from '../../core/session/step.ts';
import type { Translate } from './translate.ts';

/** What the badge of a step says: how it was checked, in a word or two, with the evidence in the hover. */
export function badgeOf(verdict: Verdict, t: Translate): Badge {
  const detail = [howInWords(verdict, t), verdict.evidence ?? ''].filter((part) => part !== '').join('\n\n');
  return { kind: verdict.kind, label: verdictLabel(verdict, t), detail };
}

function howInWords(verdict: Verdict, t: Translate): string {
  switch (verdict.how) {
    case 'symbolic':
      return verdict.relation === 'equivalent'
        ? t('Both lines have exactly the same solutions. This was decided exactly.')
        : t('Checked exactly, by bringing both sides to one normal form.');
    case 'substitution':
      if (verdict.kind === 'invalid') return t('Checked exactly, by computing both sides.');
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
