import type { Aside, PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element } from './dom.ts';
import { speakable, speakTex } from './speech.ts';
import { t } from './strings.ts';

/** Tells a screen reader about whole steps and about ends, never about provisional text. */
export class Announcer {
  readonly element = element('div', { class: 'visuallyHidden', role: 'status', 'aria-live': 'polite' });

  announce(before: PanelSnapshot | undefined, now: PanelSnapshot): void {
    const words = describeChange(before, now);
    if (words === '') return;
    // A new node each time: the same words twice are read twice.
    this.element.replaceChildren(element('p', {}, words));
  }
}

/** What is new in the second snapshot, in words; empty where nothing needs to be said. */
export function describeChange(before: PanelSnapshot | undefined, now: PanelSnapshot): string {
  if (before?.sessionId !== now.sessionId) return '';
  const last = now.steps.at(-1);
  if (last !== undefined && now.steps.length > before.steps.length && now.current === last.index) {
    const line = last.latex === undefined ? '' : speakTex(last.latex);
    const parts = [
      t('newStep', last.index + 1, speakable(last.text)),
      line,
      speakable(last.why ?? ''),
      last.badge.label,
    ];
    if (last.answer !== undefined) {
      const { latex, text, isVerified } = last.answer;
      const value = latex === undefined ? text : speakTex(latex);
      parts.push(t('newAnswer', value, t(isVerified ? 'verified' : 'notVerified')));
    }
    return parts
      .filter((part) => part !== '')
      .join('. ')
      .replace(/\.\.+/g, '.');
  }
  const beside = describeAside(before.aside, now.aside);
  if (beside !== '') return beside;
  const { thunk } = now;
  const isEnd = thunk.state === 'stuck' || thunk.state === 'failed';
  if ('note' in thunk && thunk.note !== undefined) {
    const isSame = 'note' in before.thunk && before.thunk.note === thunk.note;
    return isSame ? '' : speakable(thunk.note);
  }
  return isEnd && before.thunk.state !== thunk.state ? speakable(thunk.message) : '';
}

function describeAside(before: Aside | undefined, now: Aside | undefined): string {
  const [hint, line] = [now?.hints.at(-1), now?.lines.at(-1)];
  if (hint !== undefined && now?.hints.length !== before?.hints.length) {
    return t('newHint', hint.level, speakable(hint.text));
  }
  if (line !== undefined && now?.lines.length !== before?.lines.length) {
    return t('newLine', line.badge.label, speakable(line.message));
  }
  const isFailure = now?.status?.state === 'failed' && before?.status?.state !== 'failed';
  return isFailure ? (now.status?.label ?? '') : '';
}
