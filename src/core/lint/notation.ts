import { ringModuli } from './claims/rings.ts';
import type { Passage } from './passage.ts';

/** What a document says about its arithmetic, wherever it says it: plain numbers may not follow it. */
export interface Notation {
  /** Of the rings and fields that are named: ℤ/7, 𝔽₂, GF(8). */
  readonly moduli: readonly number[];
  /** 1 + 1 = 1. */
  readonly isBoolean: boolean;
  /** Signs that are defined as operations of the document's own: `a * b = a + 2b`. */
  readonly operations: readonly string[];
  /** The logarithm without a base. */
  readonly logBases: readonly number[];
  /** π(10) may be how many primes there are. */
  readonly hasPrimes: boolean;
}

const defined =
  /(?<![A-Za-z\\}])([a-zA-Z])\s*(\*|\\(?:star|ast|circ|cdot|oplus|otimes|odot|diamond|bullet|times|div|wedge|vee|triangle|heartsuit|clubsuit|spadesuit|#)(?![A-Za-z])|[#@&$⊕⊗⋆★◇♢♡]|\\[#&$@])\s*([a-zA-Z])\s*(?:=|:=|\\coloneqq)/gu;
const definition = /\b(?:let|defin\w+|denot\w+|operat\w+|given by|means?|where|by)\b/i;
const logBase = /\\?log(?:arithm)?s?\b[^.]{0,60}?\bbase[-\s$]*(\d+|e|two|ten)\b/i;

export const plainNotation: Notation = { moduli: [], isBoolean: false, operations: [], logBases: [], hasPrimes: false };

export function notationOf(passages: readonly Passage[]): Notation {
  const moduli = new Set<number>();
  const operations = new Set<string>();
  const logBases = new Set<number>();
  let isBoolean = false;
  let hasPrimes = false;
  for (const { pieces, kind } of passages) {
    for (const [index, piece] of pieces.entries()) {
      const text = piece.type === 'words' ? piece.text : piece.source;
      if (piece.type === 'words') {
        isBoolean ||= /\bboolean\b|\blogic(?:al)? (?:algebra|gates?)\b/i.test(text);
        continue;
      }
      const before = pieces[index - 1];
      const isDefinition = kind === 'problem' || (before?.type === 'words' && definition.test(before.text.slice(-200)));
      for (const [, left, sign, right] of text.matchAll(defined)) {
        if (sign !== undefined && left !== right && (isDefinition || sign !== '\\cdot')) operations.add(sign);
      }
    }
    const whole = pieces.map((piece) => (piece.type === 'words' ? piece.text : piece.source)).join(' ');
    for (const modulus of ringModuli(whole)) moduli.add(modulus);
    const spoken = logBase.exec(whole);
    hasPrimes ||= /\bprimes?\b/i.test(whole);
    if (spoken !== null) logBases.add(baseOf(spoken[1] ?? ''));
  }
  return { moduli: [...moduli], isBoolean, operations: [...operations], logBases: [...logBases], hasPrimes };
}

function baseOf(name: string): number {
  return name === 'e' ? Math.E : name.toLowerCase() === 'two' ? 2 : name.toLowerCase() === 'ten' ? 10 : Number(name);
}
