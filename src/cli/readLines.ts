import type { Readable } from 'node:stream';

/** The lines of a stream that comes in pieces: UTF-8 cut anywhere, `\n` or `\r\n`, with or without a byte order mark or a last line end. */
export async function* readLines(stream: Readable, signal: AbortSignal): AsyncGenerator<string> {
  // Takes the byte order mark away by itself.
  const decoder = new TextDecoder();
  let rest = '';
  const stop = (): void => {
    stream.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const piece of stream) {
      // Split only what is new: a long line in many pieces is searched once.
      const parts = decoder.decode(toBytes(piece), { stream: true }).split('\n');
      const last = parts.pop() ?? '';
      for (const part of parts) {
        yield withoutReturn(rest + part);
        rest = '';
      }
      rest += last;
    }
    rest += decoder.decode();
    if (rest !== '') yield withoutReturn(rest);
  } catch (fault) {
    if (!signal.aborted) throw fault;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export async function readAll(stream: Readable, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines(stream, signal)) lines.push(line);
  return lines.join('\n');
}

function toBytes(piece: unknown): Uint8Array {
  return piece instanceof Uint8Array ? piece : new TextEncoder().encode(String(piece));
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
