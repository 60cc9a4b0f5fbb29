import type { Passage, Piece } from '../passage.ts';
import { bareInWords } from './bareInWords.ts';
import { type ExpansionBudget, expandMacros } from './expandMacros.ts';
import { formulaPieces } from './formulaPieces.ts';
import { opaque } from './opaque.ts';
import { definitionCommand, readDefinition, type Macro, type Macros } from './macros.ts';
import type { Mapped } from './mapped.ts';

/** Longer formulas aren't read; nobody wrote them by hand. */
const longestFormula = 120_000;

export interface Region {
  /** White space in the place of what isn't its own: the signs of a quotation. */
  readonly text: string;
  readonly start: number;
  readonly isDisplay: boolean;
  readonly environment: string | undefined;
  /** `%` begins a comment. */
  readonly hasComments: boolean;
}

/** Collects the passages of a document, in their order, with the macros that were defined so far. */
export class PassageWriter {
  readonly passages: Passage[] = [];
  readonly macros: Map<string, Macro>;
  section = 0;
  readonly #budget: ExpansionBudget = { characters: 1_000_000 };
  #alignments = 0;
  #kind: Passage['kind'] = 'paragraph';
  #pieces: Piece[] = [];

  constructor(macros?: Macros) {
    this.macros = new Map(macros);
  }

  /** What follows belongs to a passage of its own. */
  begin(kind: Passage['kind']): void {
    this.end();
    this.#kind = kind;
  }

  end(): void {
    const first = this.#pieces[0];
    const last = this.#pieces.at(-1);
    if (first !== undefined && last !== undefined) {
      const passage = { kind: this.#kind, pieces: bareInWords(this.#pieces), start: first.start, end: last.end };
      this.passages.push({ ...passage, section: this.section });
    }
    this.#pieces = [];
    this.#kind = 'paragraph';
  }

  get hasPieces(): boolean {
    return this.#pieces.length > 0;
  }

  /** `text` has a character for each one of the document from `start`. */
  words(text: string, start: number): void {
    if (text.trim() === '') return;
    const lead = this.#pieces.length === 0 ? text.length - text.trimStart().length : 0;
    this.#pieces.push({ type: 'words', text: text.slice(lead), start: start + lead, end: start + text.length });
  }

  formula(region: Region): void {
    const { start, isDisplay, environment } = region;
    const end = start + region.text.length;
    const plain = region.hasComments ? withoutComments(region.text) : region.text;
    const text = /\\(?:re)?new|\\provide|\\[gex]?def|\\let|\\Declare/.test(plain)
      ? this.#takeDefinitions(plain)
      : plain;
    const mapped: Mapped = { text, start };
    const expanded = text.length > longestFormula ? undefined : expandMacros(mapped, this.macros, this.#budget);
    if (expanded === undefined) {
      this.#pieces.push({ type: 'words', text: opaque.repeat(Math.min(text.length, 8)), start, end });
      return;
    }
    const nextAlignment = (): number => (this.#alignments += 1);
    this.#pieces.push(...formulaPieces(expanded, { isDisplay, environment, nextAlignment }));
  }

  /** Keeps the definition that begins here, if one does, and returns where the text goes on. */
  define(source: string, at: number): number | undefined {
    const definition = readDefinition(source, at);
    if (definition === undefined) return undefined;
    const { name, macro, end } = definition;
    if (name !== undefined && macro !== undefined) this.macros.set(name, macro);
    return end;
  }

  #takeDefinitions(text: string): string {
    const parts: string[] = [];
    let from = 0;
    for (const { index } of text.matchAll(/\\(?=[a-zA-Z])/g)) {
      if (index < from || !definitionCommand.test(text.slice(index, index + 40))) continue;
      const end = this.define(text, index);
      if (end === undefined) continue;
      parts.push(text.slice(from, index), ' '.repeat(end - index));
      from = end;
    }
    return parts.join('') + text.slice(from);
  }
}

function withoutComments(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/\\[^]|%[^\n]*/g, (found) => (found.startsWith('%') ? ' '.repeat(found.length) : found));
}
