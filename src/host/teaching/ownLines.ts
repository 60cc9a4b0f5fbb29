import { findWork } from '../../core/text/findWork.ts';
import { findOpenPlace, languageOf } from '../documents/problemPlace.ts';
import { isMathematical } from '../documents/workBelow.ts';
import type { OpenSession, SessionDesk } from '../sessions/sessionDesk.ts';

/** The learner's own lines after the revealed steps: those below the problem in its text, else the right ones of the panel. */
export function ownLines(desk: SessionDesk, session: OpenSession): readonly string[] {
  const { state } = session.lazy;
  const place = desk.placeOf(state);
  const placed = place === undefined ? undefined : findOpenPlace(place);
  const written =
    placed === undefined ? [] : findWork(placed.document.getText(), languageOf(placed.document), placed.found);
  const mathematical = written.map(({ text }) => text).filter(isMathematical);
  if (mathematical.length > 0) return mathematical;
  const { branch, index, checkedLines } = state.session;
  return checkedLines
    .filter((line) => line.branch === branch && line.index === index)
    .filter(({ verdict: { kind } }) => kind === 'proved' || kind === 'valid')
    .map(({ line }) => line);
}
