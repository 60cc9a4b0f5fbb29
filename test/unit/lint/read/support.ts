import { findPassages } from '../../../../src/core/lint/findPassages.ts';
import type { Formula, Passage, Piece } from '../../../../src/core/lint/passage.ts';

/** A passage in short: `paragraph: words [formula] [[display]]`, rows with the number of their alignment. */
export function outline(source: string, languageId: string): string[] {
  return findPassages(source, languageId).map((passage) =>
    `${passage.kind}: ${passage.pieces.map(short).join('')}`.trimEnd(),
  );
}

function short(piece: Piece): string {
  if (piece.type === 'words') return piece.text.replace(/\uFFFC+/g, '¤').replace(/\s+/g, ' ');
  const source = piece.source.replace(/\s+/g, ' ');
  if (!piece.isDisplay) return `[${piece.isBare === true ? 'bare ' : ''}${source}]`;
  return piece.alignment === undefined ? `[[${source}]]` : `[[${String(piece.alignment)}: ${source}]]`;
}

export function formulas(source: string, languageId: string): Formula[] {
  return piecesOf(findPassages(source, languageId)).filter((piece): piece is Formula => piece.type === 'formula');
}

export function piecesOf(passages: readonly Passage[]): Piece[] {
  return passages.flatMap(({ pieces }) => [...pieces]);
}
