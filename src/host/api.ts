import type { Lazy } from '../core/lazy/lazy.ts';
import type { SessionSummary } from '../system/sessionStore.ts';
import type { Solving } from './solving.ts';

/** What `activate` returns to other extensions. */
export interface ThunkApi<Library> {
  /** The package's main export (`lazy`, `builtinSolver`), loaded when it is first asked for. */
  library(): Promise<Library>;
  /** The session that the steps panel shows. */
  currentSession(): Promise<Lazy | undefined>;
  /** The sessions of this folder, the last changed first. */
  sessions(): Promise<readonly SessionSummary[]>;
}

export function buildApi<Library>(solving: () => Promise<Solving>, library: () => Promise<Library>): ThunkApi<Library> {
  return {
    library,
    currentSession: async () => (await solving()).desk.current?.lazy,
    sessions: async () => (await solving()).desk.list(),
  };
}
