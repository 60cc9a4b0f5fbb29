import type { SessionState } from '../session/state.ts';
import type { Problem } from '../session/step.ts';

/** Everything that was revealed or said, on every branch: each step once, branches by the ids of their steps. */
export function exportJson(state: SessionState): string {
  const steps = new Map(state.branches.flatMap((branch) => branch.steps).map((step) => [step.id, step]));
  const exported = {
    thunk: 'export',
    version: 1,
    title: state.title,
    problem: state.problem === undefined ? undefined : withoutPath(state.problem),
    steps: [...steps.values()].map(({ id, at, step }) => ({ id, at, ...step })),
    branches: state.branches.map((branch) => ({
      id: branch.id,
      isCurrent: branch.id === state.branch,
      isRetired: branch.retired !== undefined,
      from: branch.from,
      steps: branch.steps.map(({ id }) => id),
    })),
    messages: state.messages.map(({ at, author, text, branch, index }) => ({ at, author, text, branch, index })),
    hints: state.hints.map(({ branch, index, level, text, example }) => ({ branch, index, level, text, example })),
    checkedLines: state.checkedLines.map(({ branch, index, line, verdict }) => ({ branch, index, line, verdict })),
    insertions: state.insertions.map(({ steps: inserted, uri }) => ({ steps: inserted, file: fileName(uri) })),
    isMarkedDone: state.isMarkedDone,
  };
  return `${JSON.stringify(exported, undefined, 2)}\n`;
}

/** An export is shown to others: where its file lies on the disk is nothing to them. */
function withoutPath({ origin, ...problem }: Problem): object {
  if (origin === undefined) return problem;
  const { uri, ...place } = origin;
  return { ...problem, origin: { file: fileName(uri), ...place } };
}

/** `file:///home/me/a%20b.md` → `a b.md`. */
function fileName(uri: string): string {
  const path = decoded(uri.replace(/[?#].*$/s, '')).replace(/^[a-z][a-z0-9+.-]*:/i, '');
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
