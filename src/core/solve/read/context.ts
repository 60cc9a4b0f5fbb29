import type { Expr } from '../../math/expr.ts';
import type { Given } from '../task.ts';

/** What the sentences read so far have told about the names in the problem. */
export interface ReadContext {
  readonly text: string;
  /** The author's functions with their parameters. */
  readonly functions: Map<string, readonly string[]>;
  /** Letters that were given a value or an equation. */
  readonly values: Set<string>;
  /** e, i, pi where the problem uses them as ordinary letters. */
  readonly letters: ReadonlySet<string>;
  readonly isComplex: boolean;
  readonly notes: Set<string>;
  readonly givens: Given[];
  /** What was parsed before, by source and known names. */
  readonly parsed: Map<string, Parsed | undefined>;
  readonly budget: { spent: number };
  /** Set once a question is understood that must not be answered as it stands: the sentence that says why. */
  readonly refusal: { detail?: string };
}

export interface Parsed {
  readonly expr: Expr;
  readonly notes: readonly string[];
}

/** A copy that can be thrown away when a reading fails half way. */
export function trialOf(context: ReadContext): ReadContext {
  return {
    ...context,
    functions: new Map(context.functions),
    values: new Set(context.values),
    notes: new Set(),
    givens: [],
  };
}

/** Keeps what a trial has learned about names; its givens are for the caller. */
export function keepTrial(context: ReadContext, trial: ReadContext): void {
  for (const [name, parameters] of trial.functions) context.functions.set(name, parameters);
  for (const name of trial.values) context.values.add(name);
  for (const note of trial.notes) context.notes.add(note);
}

const complexWords = /\b(?:complex|imaginary|conjugate|modulus|real part|de moivre)\b/i;
const declared = (letter: string): RegExp =>
  new RegExp(
    [
      `\\b(?:for|wrt|to|find|determine|calculate|is|let|suppose|variable|give|terms? of|unknowns?)\\s+[$\`]?${letter}[$\`]?(?=[\\s.,?:()=]|$)`,
      `\\b[a-zA-Z]\\(${letter}\\)\\s*(?:=|be\\b)`,
      `\\b${letter}\\([a-z]\\)`,
      `\\b${letter}['’]th\\b`,
      `\\band\\s+[$\`]?${letter}[$\`]?\\s*[.?]?$`,
      `(?<![a-zA-Z])[a-zA-Z]\\(\\s*${letter}\\s*(?:,|\\))`,
      `,\\s*${letter}\\s*=`,
    ].join('|'),
    'm',
  );

/** Starts a reading: decides first whether e and i are the constants or ordinary letters. */
export function createContext(text: string): ReadContext {
  const sample = text.slice(0, 20_000);
  const isComplex = complexWords.test(sample);
  const letters = new Set<string>();
  if (isOrdinary(sample, 'e') || hasPlainPowersOnly(sample)) letters.add('e');
  if (!isComplex && isOrdinary(sample, 'i')) letters.add('i');
  return {
    text,
    functions: new Map(),
    values: new Set(),
    letters,
    isComplex,
    notes: new Set(),
    givens: [],
    parsed: new Map(),
    budget: { spent: 0 },
    refusal: {},
  };
}

/** Asked for, defined, or multiplied with a star like any other unknown. */
function isOrdinary(text: string, letter: string): boolean {
  if (letter === 'e' && /(?<![a-zA-Z])e\s*(?:\*\*|\^)\s*(?:[({]?-?\s?\d*\*?[a-df-zA-Z(\\])/.test(text)) return false;
  if (declared(letter).test(text)) return !(letter === 'e' && /\be\s*\^\s*[({]?[a-z]/.test(text));
  // Where every product has its star, a lone e or i is an unknown like the others.
  if (/\d\*[a-zA-Z]/.test(text) && new RegExp(`(?<![a-zA-Z\\\\'’])${letter}(?![a-zA-Z'’])`).test(text)) return true;
  const starred = new RegExp(`\\*\\s*${letter}(?![a-zA-Z])|(?<![a-zA-Z])${letter}\\s*(?:\\*|\\/\\d)`);
  return starred.test(text);
}

/** 3e^2 − 6e in an expression without any other letter: e is its unknown. */
function hasPlainPowersOnly(text: string): boolean {
  const isFactoring = /\b(?:factor|factori[sz]e|expand|collect|roots?|zeros?)\b/i.test(text);
  return isFactoring && /(?<![a-zA-Z])e(?![a-zA-Z])/.test(text) && !/(?<![a-zA-Z\\])[a-df-z](?![a-zA-Z])/.test(text);
}
