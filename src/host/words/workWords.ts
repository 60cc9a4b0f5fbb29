import type { LineVerdict } from '../../core/check/work/judgement.ts';
import type { Translate } from './translate.ts';
import { badgeOf } from './verdictWords.ts';

/** What a check of somebody's lines came to. `line`: which of them, from 1 on. */
export interface WorkSummary {
  readonly right: number;
  readonly unchecked: number;
  readonly wrong?: { readonly line: number; readonly message: string } | undefined;
  /** A right line rests on a condition that nobody wrote down. */
  readonly needs?: string | undefined;
}

/** In the status bar and for a screen reader. Markdown with $…$. */
export function summaryWords({ right, unchecked, wrong, needs }: WorkSummary, t: Translate): string {
  if (wrong !== undefined) {
    const { line, message } = wrong;
    if (right === 0) return t('Your line {0} is wrong: {1}', line, message);
    return right === 1
      ? t('1 line right, your line {0} is wrong: {1}', line, message)
      : t('{0} lines right, your line {1} is wrong: {2}', right, line, message);
  }
  const rest = unchecked === 0 ? '' : unchecked === 1 ? t('1 not checkable') : t('{0} not checkable', unchecked);
  const done = right === 0 ? '' : right === 1 ? t('1 line right') : t('{0} lines right', right);
  const said = [done, rest].filter((part) => part !== '').join(', ');
  if (said === '') return t('There is nothing here that can be checked.');
  return needs === undefined ? said : t('{0}, if {1}', said, needs);
}

/** The same where there is no room for why: the squiggle says it. */
export function shortSummary(summary: WorkSummary, t: Translate): string {
  const { right, wrong } = summary;
  if (wrong === undefined) return summaryWords(summary, t);
  if (right === 0) return t('Your line {0} is wrong', wrong.line);
  return right === 1
    ? t('1 line right, your line {0} is wrong', wrong.line)
    : t('{0} lines right, your line {1} is wrong', right, wrong.line);
}

/** The same on the lens, in a few words. */
export function lensWords({ right, unchecked, wrong }: WorkSummary, t: Translate): string {
  if (wrong !== undefined) return icon('error', t('Your line {0} is wrong', wrong.line));
  if (right === 0) return icon('circle-large-outline', t('Not checkable'));
  const done = right === 1 ? t('1 line right') : t('{0} lines right', right);
  return icon('check', unchecked === 0 ? done : t('{0}, {1} not checkable', done, unchecked));
}

/** A lens swallows a plain space behind an icon. */
function icon(name: string, words: string): string {
  return `$(${name})\u00a0${words}`;
}

/** Why a line is wrong: the named mistake, then the witness. Markdown with $…$. */
export function wrongWords({ mistake, evidence, relation }: LineVerdict, t: Translate): string {
  const said = [mistake?.text ?? '', evidence ?? ''].filter((part) => part !== '');
  if (said.length > 0) return said.join(' ');
  if (relation === 'loses-solutions') return t('This line loses a solution.');
  if (relation === 'adds-solutions') return t('This line adds a solution that the problem does not have.');
  return t('This does not follow from what stands above it.');
}

/** A quiet sentence for the hover over a line; why it is wrong stands in its diagnostic. Markdown with $…$. */
export function lineHover(verdict: LineVerdict, t: Translate): string {
  const { kind, needs, relation, from, how, evidence = '' } = verdict;
  const { label, detail } = badgeOf(verdict, t);
  const compared =
    from === undefined ? '' : from < 0 ? t('Compared with the problem.') : t('Compared with your line {0}.', from + 1);
  if (kind === 'invalid') return compared;
  if (relation === 'given' || relation === 'definition') return label;
  if (relation === 'domain-changed') return evidence === '' ? label : evidence;
  if (how === 'points') return joined(detail.replaceAll('\n\n', ' '), compared);
  if (kind === 'unknown') return t('Not checkable. {0}', evidence === '' ? detail : evidence);
  const follows =
    from === undefined
      ? t('This is right.')
      : from < 0
        ? t('This follows from the problem.')
        : t('This follows from your line {0}.', from + 1);
  // Which value comes in is for the learner to find.
  if (relation === 'adds-solutions') {
    return joined(follows, t('It may have more solutions: put the values back at the end.'));
  }
  return joined(follows, needs === undefined ? noteOf(evidence) : t('It holds if {0}.', needs));
}

/** What evidence says besides that both lines are the same, such as a constant that is missing. */
function noteOf(evidence: string): string {
  return /^(?:Both|It follows) /.test(evidence) ? '' : evidence;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
