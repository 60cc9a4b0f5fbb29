import type { CheckedLine } from '../../core/session/state.ts';
import type { CheckedWork } from '../checking/workChecks.ts';
import type { PlacedProblem } from '../documents/problemPlace.ts';
import type { SessionDesk } from './sessionDesk.ts';

/** Notes checked lines in the session about their problem, where there is one; each line with each verdict once. */
export async function recordWork(desk: SessionDesk, placed: PlacedProblem, { marks }: CheckedWork): Promise<void> {
  const known = await desk.find(placed);
  if (known === undefined) return;
  await desk.note(known.id, ({ branch, index, checkedLines }) =>
    marks
      .filter(({ state }) => state !== 'plain')
      .filter(({ text, verdict }) => !checkedLines.some((line) => isSame(line, text, verdict)))
      .map(({ text, verdict }) => ({ type: 'lineChecked', branch, index, line: text, verdict })),
  );
}

function isSame(known: CheckedLine, line: string, verdict: CheckedLine['verdict']): boolean {
  return known.line === line && known.verdict.kind === verdict.kind;
}
