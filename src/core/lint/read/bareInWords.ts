import { bareFormulas } from '../claims/bareFormulas.ts';
import type { Formula, Piece, Words } from '../passage.ts';
import { opaque } from './opaque.ts';

/** Takes the bare mathematics in the words of a passage apart: `12*15 = 180` in a sentence. */
export function bareInWords(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) =>
    piece.type === 'words' && /\d/.test(piece.text)
      ? split(piece, pieces[index - 1]?.type === 'formula', pieces[index + 1]?.type === 'formula')
      : [piece],
  );
}

const operatorsBefore = /[-+*/^=<>≤≥≈·×÷−–(\s]+$/;
/** How far it is looked for what stands beside a formula. */
const reach = 200;
const operatorsAfter = /^[-+*/^=<>≤≥≈·×÷−–!)\s]+/;

function split(words: Words, isBehindFormula: boolean, isBeforeFormula: boolean): Piece[] {
  const { text, start, end } = words;
  const found = bareFormulas(text, start);
  const formulas = found.filter((piece): piece is Formula => piece.type === 'formula');
  const isAlone = (formula: Formula): boolean => {
    const [from, to] = [formula.start - start, formula.end - start];
    const before = text.slice(Math.max(0, from - reach), from).replace(operatorsBefore, '');
    const after = text.slice(to, to + reach).replace(operatorsAfter, '');
    // `$x$ - 2 = 3`: what stands beside it without a word between may be a part of it.
    const isJoined = before === '' ? isBehindFormula : before.endsWith(opaque);
    return !isJoined && !(after === '' ? isBeforeFormula : after.startsWith(opaque));
  };
  if (formulas.length === 0) return [words];
  if (formulas.every(isAlone)) return [...found];
  const pieces: Piece[] = [];
  let at = start;
  for (const formula of formulas.filter(isAlone)) {
    if (formula.start < at) continue;
    if (formula.start > at) pieces.push(part(words, at, formula.start));
    pieces.push(formula);
    at = formula.end;
  }
  if (at < end) pieces.push(part(words, at, end));
  return pieces;
}

function part({ text, start }: Words, from: number, to: number): Words {
  return { type: 'words', text: text.slice(from - start, to - start), start: from, end: to };
}
