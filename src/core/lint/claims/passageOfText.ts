import { texRows } from './rows.ts';
import type { Passage, Piece } from '../passage.ts';
import { bareFormulas } from './bareFormulas.ts';
import { delimitedFormulas } from './dollars.ts';

export interface PassageOptions {
  /** Offset of the text in its document. */
  readonly start?: number | undefined;
  readonly section?: number | undefined;
  readonly kind?: Passage['kind'] | undefined;
}

/** A step in a model's or a student's words: formulas in $…$, \(…\), \[…\] or an alignment, and bare ASCII mathematics. */
export function passageOfText(text: string, options: PassageOptions = {}): Passage {
  const start = options.start ?? 0;
  const pieces: Piece[] = [];
  let at = 0;
  for (const [order, found] of delimitedFormulas(text).entries()) {
    if (found.start > at) pieces.push(...bareFormulas(text.slice(at, found.start), start + at));
    const rows = texRows(text.slice(found.contentStart, found.contentEnd));
    for (const row of rows) {
      pieces.push({
        type: 'formula',
        source: row.source,
        start: start + found.contentStart + row.start,
        end: start + found.contentStart + row.start + row.source.length,
        isDisplay: found.isDisplay,
        ...(rows.length > 1 && { alignment: order }),
      });
    }
    at = found.end;
  }
  if (at < text.length) pieces.push(...bareFormulas(text.slice(at), start + at));
  return {
    kind: options.kind ?? 'paragraph',
    pieces,
    start,
    end: start + text.length,
    section: options.section ?? 0,
  };
}
