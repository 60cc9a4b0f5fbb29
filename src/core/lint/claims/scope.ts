import type { Conventions } from '../../check/conventions.ts';
import type { Expr } from '../../math/expr.ts';
import type { Passage } from '../passage.ts';
import { ringModuli } from './rings.ts';

/** What is known besides the passages that are looked at. */
export interface Scope {
  /** The problem's own words: its conditions hold in all of them. */
  readonly problem?: string | undefined;
  /** Passages that stand before: what they define and assume counts, their claims are not given again. */
  readonly before?: readonly Passage[] | undefined;
  /** A solver's own steps: calling them a mistake doesn't take them back. */
  readonly isOwnWork?: boolean | undefined;
  readonly conventions?: Partial<Conventions> | undefined;
}

/** A function as the text defines it: f(x) = x². */
export interface OwnFunction {
  readonly parameters: readonly string[];
  readonly body: Expr;
}

/** What a section has said so far. */
export interface Facts {
  readonly values: Map<string, Expr | 'ambiguous'>;
  /** Letters that some equation or inequality holds down: an identity in them may be meant under it. */
  readonly constrained: Set<string>;
  /** Letters that an inequality bounds: what is said of them is said of a part of the line. */
  readonly bounded: Set<string>;
  /** The text's own functions. */
  readonly functions: Map<string, OwnFunction | 'ambiguous'>;
  /** e and i where they are letters. */
  readonly letters: Set<string>;
  readonly moduli: Set<number>;
  readonly bases: Set<number>;
  /** Letters may stand for what doesn't commute. */
  hasMatrices: boolean;
  /** An operation of the author's own: a * b is no product. */
  hasOwnOperation: boolean;
  /** Boolean, tropical and the like: sums mean something else. */
  hasOtherArithmetic: boolean;
  /** i² = −1 is said. */
  hasImaginary: boolean;
  /** Times of the day occur: 9 + 5 = 2. */
  hasClock: boolean;
  /** Decimals that were the rounded value of something. */
  readonly rounded: Set<string>;
}

export function noFacts(): Facts {
  return {
    values: new Map(),
    constrained: new Set(),
    bounded: new Set(),
    functions: new Map(),
    letters: new Set(),
    moduli: new Set(),
    bases: new Set(),
    hasMatrices: false,
    hasOwnOperation: false,
    hasOtherArithmetic: false,
    hasImaginary: false,
    hasClock: false,
    rounded: new Set(),
  };
}

/** Adds what the text of a passage said. */
export function addFacts(from: Facts, to: Facts): void {
  for (const name of from.letters) to.letters.add(name);
  for (const modulus of from.moduli) to.moduli.add(modulus);
  for (const base of from.bases) to.bases.add(base);
  to.hasMatrices ||= from.hasMatrices;
  to.hasOwnOperation ||= from.hasOwnOperation;
  to.hasOtherArithmetic ||= from.hasOtherArithmetic;
  to.hasImaginary ||= from.hasImaginary;
  to.hasClock ||= from.hasClock;
}

const numberWords: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ binary: 2, octal: 8, hexadecimal: 16, ternary: 3 },
};

/** Bases, moduli and letters that can be seen in the text before anything is read. */
export function learnFromText(text: string, facts: Facts): void {
  if (/(?<![A-Za-z])i\s*\^\s*\{?2\}?\s*=\s*-\s*1/.test(text)) facts.hasImaginary = true;
  for (const found of text.matchAll(
    /\bbase[-\s~$]*\{?(\d+|[a-z]+)|\d_\{?(\d+)|\b(binary|octal|hexadecimal|ternary)\b/gi,
  )) {
    const name = (found[1] ?? found[2] ?? found[3] ?? '').toLowerCase();
    const base = /^\d/.test(name) ? Number(name) : numberWords[name];
    if (base !== undefined && base >= 2 && base <= 36) facts.bases.add(base);
  }
  if (/\\[pb]?mod\b|\bmod\b|modulo|congru|\\equiv|≡/i.test(text)) {
    for (const found of text.matchAll(/(?:\\[pb]?mod|\bmod(?:ulo)?)\s*[~$\\,{(]*\s*(\d+)/gi)) {
      const modulus = Number(found[1]);
      if (modulus > 1) facts.moduli.add(modulus);
    }
  }
  if (/\bmatri(?:x|ces)\b|\bvectors?\b|\\begin\{[a-zA-Z]?matrix\}|\bquaternion|\bdeterminant/i.test(text))
    facts.hasMatrices = true;
  if (
    /\b(?:operation|operator)\b|\\(?:star|bigstar|diamond|oplus|otimes|odot|ominus|clubsuit|spadesuit|heartsuit)\b/i.test(
      text,
    )
  ) {
    facts.hasOwnOperation ||=
      /defin|\\(?:star|bigstar|diamond|oplus|otimes|odot|ominus|clubsuit|spadesuit|heartsuit)\b/i.test(text);
  }
  if (/(?:defin\w*|\blet)\s+[$\\(\s]*[a-z]\s*(?:[*#@&◊∗]|\\(?:ast|cdot|circ))\s*[a-z]/i.test(text))
    facts.hasOwnOperation = true;
  for (const modulus of ringModuli(text)) facts.moduli.add(modulus);
  if (
    /\b(?:boolean|tropical|nim\b|nimber|min-plus|max-plus|finite field|galois|modular arithmetic|truth table|xor)\b/i.test(
      text,
    )
  )
    facts.hasOtherArithmetic = true;
  if (/\bunits? digits?|\bones digits?|\blast digits?/i.test(text)) facts.moduli.add(10);
  if (/\blast two digits|\btens digit/i.test(text)) facts.moduli.add(100);
  if (/\bo'?clock|\bclock|\d\s*[ap]\.?m\b|midnight|\bnoon\b/i.test(text)) facts.hasClock = true;
}

/** e or i that stand where only a letter can. */
export function learnLetters(source: string, facts: Facts): void {
  if (!/(?<![a-zA-Z\\])e\s*[\^]/.test(source) && /(?<![a-zA-Z\\{])e(?![a-zA-Z^_])/.test(source)) facts.letters.add('e');
  if (/(?<![a-zA-Z\\])i\s*(?:=|<|\\le)/.test(source)) facts.letters.add('i');
}
