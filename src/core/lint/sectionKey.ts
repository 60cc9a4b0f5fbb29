import type { Passage } from './passage.ts';

/** What a section says and where, counted from its start: the same for the same text wherever it stands. */
export function sectionKey(passages: readonly Passage[], base: number): string {
  const parts: string[] = [];
  let alignment: number | undefined;
  for (const passage of passages) {
    parts.push('\n', passage.kind, String(passage.start - base));
    for (const piece of passage.pieces) {
      if (piece.type === 'words') {
        parts.push('\u0001', String(piece.start - base), ' ', piece.text);
        continue;
      }
      alignment ??= piece.alignment;
      const row = piece.alignment === undefined ? '' : String(piece.alignment - (alignment ?? 0));
      const place = piece.offsets?.map((offset) => offset - base).join() ?? '';
      const flags = `${piece.isDisplay ? 'd' : ''}${piece.isBare === true ? 'b' : ''}`;
      parts.push(
        `\u0002${String(piece.start - base)} ${String(piece.end - base)} ${flags}${row} ${place}\u0003`,
        piece.source,
      );
    }
  }
  return parts.join('');
}

/** The same passages as if the document began at `base`. */
export function relativeTo(passages: readonly Passage[], base: number): Passage[] {
  return passages.map((passage) => ({
    ...passage,
    start: passage.start - base,
    end: passage.end - base,
    pieces: passage.pieces.map((piece) => {
      const moved = { ...piece, start: piece.start - base, end: piece.end - base };
      return moved.type === 'formula' && moved.offsets !== undefined
        ? { ...moved, offsets: moved.offsets.map((offset) => offset - base) }
        : moved;
    }),
  }));
}
