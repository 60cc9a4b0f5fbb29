import type { Aside } from '../../core/protocol/panel.ts';
import { parseMath } from '../../core/math/read/parseMath.ts';
import { toTex } from '../../core/math/print/toTex.ts';
import type { CheckedLine, Hint, SessionState } from '../../core/session/state.ts';
import type { Verdict } from '../../core/session/step.ts';
import type { HintLevel, WorkedExample } from '../../core/teach/hint.ts';
import type { Translate } from './translate.ts';
import { badgeOf } from './verdictWords.ts';

/** What the host knows besides the session. */
export interface AsideView {
  readonly status?: Aside['status'];
  readonly asksFirst: boolean;
  /** The level that hints for a new step begin with; default 1. */
  readonly firstLevel?: HintLevel | undefined;
  readonly tip?: string | undefined;
}

const lastLevel: HintLevel = 4;
/** More lines than these are history, and in the session's file. */
const shownLines = 5;

/** Hints for the next step and the learner's own lines after the current one. */
export function panelAside(session: SessionState, view: AsideView, t: Translate): Aside {
  const hints = shownHints(hintsHere(session));
  const next = nextLevel(session, view.firstLevel);
  return {
    // The last level is the step itself, which has a card of its own.
    hints: hints.filter(({ level }) => level < lastLevel),
    nextHint: next === undefined ? undefined : hintLabel(next, t),
    lines: session.checkedLines
      .filter((line) => isHere(line, session))
      .slice(-shownLines)
      .map((line) => drawnLine(line, t)),
    status: view.status,
    asksFirst: view.asksFirst,
    tip: view.tip,
  };
}

function isHere(place: { readonly branch: string; readonly index: number }, session: SessionState): boolean {
  return place.branch === session.branch && place.index === session.index;
}

/** Those for the line that comes next: after a line of their own the learner begins with the first level again. */
function hintsHere(session: SessionState): readonly Hint[] {
  const given = session.hints.filter((hint) => isHere(hint, session));
  const first = given.findLastIndex(({ level }) => level === 1);
  return first < 0 ? given : given.slice(first);
}

/** The level that the next press of "Hint" gives for the current step. */
export function nextLevel(session: SessionState, first: HintLevel = 1): HintLevel | undefined {
  const given = hintsHere(session).map(({ level }) => level);
  if (given.length === 0) return first;
  const next = Math.max(0, ...given) + 1;
  return next <= lastLevel ? (next as HintLevel) : undefined;
}

function hintLabel(level: HintLevel, t: Translate): string {
  switch (level) {
    case 1:
      return t('Hint');
    case 2:
      return t('Where?');
    case 3:
      return t('Example');
    case 4:
      return t('Show it');
  }
}

/** Of each level the newest, from the first level on. */
function shownHints(given: readonly Hint[]): Aside['hints'] {
  const byLevel = new Map(given.map((hint) => [hint.level, hint]));
  return [1, 2, 3, 4].flatMap((level) => {
    const hint = byLevel.get(level);
    if (hint === undefined) return [];
    const { text, example } = hint;
    return [{ level: level as HintLevel, text, ...(example !== undefined && { example: drawnExample(example) }) }];
  });
}

function drawnExample({ problem, steps, answer }: WorkedExample): NonNullable<Aside['hints'][number]['example']> {
  const tex = answer.includes('$') ? undefined : texOf(answer);
  return { problem, steps: [...steps], answer: tex === undefined ? answer : `$${tex}$` };
}

function drawnLine({ line, verdict }: CheckedLine, t: Translate): Aside['lines'][number] {
  return { text: line, latex: texOf(line), badge: badgeOf(verdict, t), message: messageOf(verdict) };
}

function texOf(line: string): string | undefined {
  const read = parseMath(line.replace(/^\$+|\$+$/g, ''));
  return read.type === 'parsed' && read.notes.length === 0 ? toTex(read.expr) : undefined;
}

/** Of a line that is right the badge says enough. */
function messageOf({ kind, evidence, mistake }: Verdict): string {
  if (kind === 'proved' || kind === 'valid') return '';
  return [mistake?.text, evidence].filter((part) => part !== undefined).join(' ');
}
