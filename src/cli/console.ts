import type { Readable, Writable } from 'node:stream';

/** What a command talks to: the process's own streams, or those of a test. */
export interface Console {
  readonly stdin: Readable;
  /** Resolves when the reader can take more; false when it has gone away (`| head`). */
  write(text: string): Promise<boolean>;
  /** For people: what went wrong, progress. */
  warn(text: string): void;
  /** Both ends are a terminal. */
  readonly isInteractive: boolean;
  readonly hasColour: boolean;
  /** Aborted by Ctrl-C, by a signal to end, or because nobody reads our output any more. */
  readonly signal: AbortSignal;
}

export interface ConsoleStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

export function createConsole({ stdin, stdout, stderr, env, signal }: ConsoleStreams): Console {
  const gone = new AbortController();
  // EPIPE and its like: whoever read this has seen enough.
  stdout.on('error', () => gone.abort());
  stderr.on('error', () => undefined);
  const isTerminal = stdout.isTTY === true;
  return {
    stdin,
    write: (text) =>
      new Promise((resolve) => {
        if (gone.signal.aborted) resolve(false);
        else stdout.write(text, (fault) => resolve(fault === undefined || fault === null));
      }),
    warn: (text) => {
      stderr.write(text);
    },
    isInteractive: isTerminal && stdin.isTTY === true,
    hasColour: isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    signal: AbortSignal.any([signal, gone.signal]),
  };
}
