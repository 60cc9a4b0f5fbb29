import type { Expr } from '../expr.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { readArgument } from './groups.ts';
import { readPower } from './powers.ts';
import { readPrimary } from './primary.ts';
import { asRange, readRelation } from './relations.ts';
import { readStatement, readStatements } from './statements.ts';
import { readJuxtaposed, readTerm } from './terms.ts';

export function createGrammar(cursor: Cursor): Grammar {
  const grammar: Grammar = {
    statements: () => cursor.deeper(() => readStatements(cursor, grammar)),
    statement: () => cursor.deeper(() => readStatement(cursor, grammar)),
    relation: () => readRelation(cursor, grammar),
    sum: () => cursor.deeper(() => readSum(cursor, grammar)),
    signedTerm: () => readSignedTerm(cursor, grammar),
    term: () => readTerm(cursor, grammar),
    juxtaposed: () => readJuxtaposed(cursor, grammar),
    power: () => cursor.deeper(() => readPower(cursor, grammar)),
    primary: () => cursor.deeper(() => readPrimary(cursor, grammar)),
    argument: () => cursor.deeper(() => readArgument(cursor, grammar)),
  };
  return grammar;
}

function readSum(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  const terms: Expr[] = [readSignedTerm(cursor, grammar)];
  while (cursor.is('+', '-', '±', '∓') && cursor.integral?.variable === undefined) {
    if (cursor.isInLimit && cursor.ahead(1).text === 'lim') break;
    // What was written with + or − between is one sum; a bracketed first sum stays a term of its own.
    terms.push(readSignedTerm(cursor, grammar));
  }
  const union = cursor.is('∪', '∩') ? readUnion(cursor, grammar, terms) : undefined;
  if (union !== undefined) return spanned(union, start, cursor.end);
  const [only] = terms;
  return terms.length === 1 && only ? only : spanned({ kind: 'add', terms }, start, cursor.end);
}

/** (−∞, 3] ∪ (5, ∞) */
function readUnion(cursor: Cursor, grammar: Grammar, terms: readonly Expr[]): Expr {
  const [first] = terms;
  if (first === undefined || terms.length > 1 || cursor.is('∩')) {
    throw cursor.failure(`I don't understand ${cursor.nameOf()} here.`);
  }
  const items = [asRange(first)];
  while (cursor.take('∪')) items.push(asRange(grammar.term()));
  return { kind: 'union', items };
}

/** Signs before a product bind looser than the product: −2x² is −(2x²). */
function readSignedTerm(cursor: Cursor, grammar: Grammar): Expr {
  while (cursor.take('line', '+')) continue;
  const signs = [];
  while (cursor.is('-', '+', '±', '∓')) {
    signs.push(cursor.next());
    cursor.checkDepth(signs.length);
  }
  let expr = grammar.term();
  for (const sign of signs.reverse()) {
    if (sign.text === '+') continue;
    const node: Expr =
      sign.text === '-'
        ? { kind: 'negate', operand: expr }
        : { kind: 'plusMinus', operand: expr, isMinusPlus: sign.text === '∓' };
    expr = spanned(node, sign.start, cursor.end);
  }
  return expr;
}
