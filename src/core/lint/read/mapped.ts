/** Text that was taken from a document, with the place of each of its characters there. */
export interface Mapped {
  readonly text: string;
  /** Place of the first character, where the others follow it one by one. */
  readonly start: number;
  /** Place of each character and of the end (one more than characters), where they don't. */
  readonly offsets?: readonly number[] | undefined;
}

/** Offset in the document of the character at `index`, which may be the length. */
export function placeOf({ start, offsets }: Mapped, index: number): number {
  return offsets === undefined ? start + index : (offsets[index] ?? start);
}

export function sliceMapped(mapped: Mapped, from: number, to: number): Mapped {
  const text = mapped.text.slice(from, to);
  const start = placeOf(mapped, from);
  if (mapped.offsets === undefined) return { text, start };
  return { text, start, offsets: mapped.offsets.slice(from, from + text.length + 1) };
}

/** The same places with other characters in them: `text` is as long as the one before. */
export function withText(mapped: Mapped, text: string): Mapped {
  return { ...mapped, text };
}

/** Without white space at both ends. */
export function trimMapped(mapped: Mapped): Mapped {
  const { text } = mapped;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return from === 0 && to === text.length ? mapped : sliceMapped(mapped, from, Math.max(from, to));
}
