/** What the process answers with. */
export const exitCode = {
  done: 0,
  /** The work's own answer is no: stuck, wrong claims, a bad line of input. */
  no: 1,
  usage: 2,
  /** The tool itself failed. */
  failed: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The worse of two: a failure of the tool, then a no. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
