/**
 * What a derivation may use besides its task: a deadline (checked in long loops) and the lazily loaded algebra library.
 * Everything here lives in the solver's worker.
 */
export interface ExactWork {
  /** Throws WorkInterrupted once the time is up or the press was cancelled; call it in every loop that can be long. */
  check(): void;
}

export class WorkInterrupted extends Error {
  override readonly name = 'WorkInterrupted';
}

export const unlimitedWork: ExactWork = { check: () => undefined };
