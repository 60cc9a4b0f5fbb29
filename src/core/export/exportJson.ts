import type { SessionState } from '../session/state.ts';

/** Everything that was revealed or said, on every branch: each step once, branches by the ids of their steps. */
export function exportJson(state: SessionState): string {
  const steps = new Map(state.branches.flatMap((branch) => branch.steps).map((step) => [step.id, step]));
  const exported = {
    thunk: 'export',
    version: 1,
    title: state.title,
    problem: state.problem,
    steps: [...steps.values()].map(({ id, at, step }) => ({ id, at, ...step })),
    branches: state.branches.map((branch) => ({
      id: branch.id,
      isCurrent: branch.id === state.branch,
      isRetired: branch.retired !== undefined,
      from: branch.from,
      steps: branch.steps.map(({ id }) => id),
    })),
    messages: state.messages.map(({ at, author, text, branch, index }) => ({ at, author, text, branch, index })),
    hints: state.hints.map(({ branch, index, level, text }) => ({ branch, index, level, text })),
    checkedLines: state.checkedLines.map(({ branch, index, line, verdict }) => ({ branch, index, line, verdict })),
    insertions: state.insertions.map(({ steps: inserted, uri }) => ({ steps: inserted, uri })),
    isMarkedDone: state.isMarkedDone,
  };
  return `${JSON.stringify(exported, undefined, 2)}\n`;
}
