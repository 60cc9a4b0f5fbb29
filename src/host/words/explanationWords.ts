import type { Verdict } from '../../core/session/step.ts';
import type { Translate } from './translate.ts';
import { badgeOf } from './verdictWords.ts';

/** Why a claim is wrong, as a page of Markdown with $…$: the claim, what is wrong with it, and how that was found out. */
export function explanationPage(claim: string, message: string, verdict: Verdict, t: Translate): string {
  const { mistake } = verdict;
  const badge = badgeOf(verdict, t);
  const isSaid = (words: string | undefined): boolean => words !== undefined && message.includes(words);
  const parts = [
    `# ${t('What is wrong here')}`,
    quoted(claim),
    message,
    mistake === undefined || isSaid(mistake.text) ? '' : `**${t('The mistake.')}** ${mistake.text}`,
    `**${t('How it was checked.')}** ${howOf(verdict, badge.detail, isSaid(verdict.evidence))}`,
    `---`,
    t(
      'Not wrong in your school? What letters stand for, what log means and how decimals are read can be set (thunk.check in the settings). One line is left alone after <!-- thunk-ignore --> or % thunk-ignore.',
    )
      .replace('thunk.check', '`thunk.check`')
      .replace('<!-- thunk-ignore -->', '`<!-- thunk-ignore -->`')
      .replace('% thunk-ignore', '`% thunk-ignore`'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function howOf({ evidence }: Verdict, detail: string, isEvidenceSaid: boolean): string {
  return isEvidenceSaid && evidence !== undefined ? detail.replace(evidence, '').trim() : detail;
}

/** A formula is drawn as one, anything else is quoted as it is written. */
function quoted(claim: string): string {
  const text = claim.trim();
  if (/^\$\$[^$]*\$\$$/.test(text) || /^\$[^$]*\$$/.test(text))
    return `$$\n${text.replace(/^\$+|\$+$/g, '').trim()}\n$$`;
  if (!text.includes('$') && /\\[a-z]/i.test(text)) return `$$\n${rows(text)}\n$$`;
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Rows of an alignment stand in one. */
function rows(tex: string): string {
  return /&|\\\\/.test(tex) ? `\\begin{aligned}\n${tex}\n\\end{aligned}` : tex;
}
