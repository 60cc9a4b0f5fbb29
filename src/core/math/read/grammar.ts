import { hole } from '../build.ts';
import type { Expr, RelationOperator } from '../expr.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { readArgument } from './groups.ts';
import { readPower } from './powers.ts';
import { readPrimary } from './primary.ts';
import { readStatement, readStatements } from './statements.ts';
import { readJuxtaposed, readTerm } from './terms.ts';

const relationOperators: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'approx']);

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

/** Consumes a relation sign, with the alignment mark that may stand on either side of it. */
function takeRelationOperator(cursor: Cursor): RelationOperator | undefined {
  const isAligned = cursor.is('&');
  const token = isAligned ? cursor.ahead(1) : cursor.token;
  const isSplit = token.type === 'op' && token.text === '!' && cursor.ahead(isAligned ? 2 : 1).text === '=';
  const negated = cursor.isCommand('not') && (cursor.ahead(1).text === '=' || cursor.ahead(1).text === 'in');
  if (!isSplit && !negated && !(token.type === 'op' && relationOperators.has(token.text))) return undefined;
  if (negated && cursor.ahead(1).text === 'in') throw cursor.failure("I don't understand ∉ here.");
  if (isAligned) cursor.next();
  cursor.next();
  if (isSplit || negated) cursor.next();
  while (cursor.take('&', 'line')) continue;
  return isSplit || negated ? '!=' : (token.text as RelationOperator);
}

function readRelation(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  const operators: RelationOperator[] = [];
  const operands: Expr[] = [];
  let operator = takeRelationOperator(cursor);
  const isContinuation = operator !== undefined;
  operands.push(isContinuation ? hole : grammar.sum());
  operator ??= takeRelationOperator(cursor);
  while (operator !== undefined) {
    operators.push(operator);
    const operand = grammar.sum();
    operands.push(operator === 'in' ? asRange(operand) : operand);
    operator = takeRelationOperator(cursor);
  }
  const [only] = operands;
  if (operators.length === 0 && only !== undefined) return only;
  const relation: Expr = { kind: 'relation', operands, operators };
  return spanned(isContinuation ? { ...relation, isContinuation: true } : relation, start, cursor.end);
}

/** Behind ∈, (2, 5) is an interval. */
function asRange(expr: Expr): Expr {
  const [lower, upper, more] = expr.kind === 'tuple' ? expr.items : [];
  if (lower === undefined || upper === undefined || more !== undefined) return expr;
  return { kind: 'interval', lower, upper, isLowerClosed: false, isUpperClosed: false, span: expr.span };
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
