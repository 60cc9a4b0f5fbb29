import type { Expr } from '../expr.ts';
import { Cursor } from './cursor.ts';
import { createGrammar } from './grammar.ts';
import { ParseFailure, type ParseOptions } from './token.ts';
import { tokenize } from './tokenize.ts';

export type ParseResult =
  /** `notes`: plain sentences, one for each place where the text has several readings, saying which one was taken. */
  | { readonly type: 'parsed'; readonly expr: Expr; readonly notes: readonly string[] }
  /** `message`: a plain sentence; `at`: UTF-16 offset into the source. */
  | { readonly type: 'failed'; readonly message: string; readonly at: number };

const maxLength = 2_000_000;

/**
 * Reads LaTeX and ASCII mathematics as people and models write it, without delimiters, into one tree. Nothing is
 * simplified; every node knows where it was written. Never throws.
 */
export function parseMath(source: string, options: ParseOptions = {}): ParseResult {
  if (source.length > maxLength) {
    return { type: 'failed', message: 'This formula is too long to be read.', at: maxLength };
  }
  try {
    const { tokens, notes } = tokenize(source, options);
    const cursor = new Cursor(tokens, options);
    while (cursor.take('line', 'newline')) continue;
    if (cursor.isAtEnd()) return { type: 'failed', message: 'There is no formula here.', at: 0 };
    const expr = createGrammar(cursor).statements();
    while (cursor.take('line', 'newline', ',', ';')) continue;
    if (!cursor.isAtEnd()) throw unexpected(cursor);
    return { type: 'parsed', expr, notes: [...notes, ...cursor.notes] };
  } catch (error) {
    if (error instanceof ParseFailure) return { type: 'failed', message: error.message, at: error.at };
    throw error;
  }
}

function unexpected(cursor: Cursor): ParseFailure {
  if (cursor.is(')', ']', '}', '\\}')) return cursor.failure(`There is a bracket too many here: ${cursor.nameOf()}.`);
  if (cursor.token.type === 'text') return cursor.failure(`I don't understand the words ${cursor.nameOf()} here.`);
  return cursor.failure(`I don't understand ${cursor.nameOf()} here.`);
}
