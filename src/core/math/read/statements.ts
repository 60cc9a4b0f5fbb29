import type { Expr, ExprOf } from '../expr.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';

const separators = [',', ';', 'line', 'newline', '⇒', 'and'] as const;

/** Statements or expressions in a row: and, or, commas, lines. "or" binds loosest. */
export function readStatements(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  const cases: Expr[] = [];
  do cases.push(readConjunction(cursor, grammar));
  while (takeWord(cursor, 'or'));
  return spanned(disjunction(cases), start, cursor.end);
}

/** As above, but a comma ends it: for items inside brackets. */
export function readStatement(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  const cases: Expr[] = [];
  do {
    const items: Expr[] = [];
    do items.push(grammar.relation());
    while (takeWord(cursor, 'and'));
    cases.push(conjunction(items));
  } while (takeWord(cursor, 'or'));
  const [only] = cases;
  return cases.length === 1 && only ? only : spanned(disjunction(cases), start, cursor.end);
}

function takeWord(cursor: Cursor, word: string): boolean {
  const mark = cursor.mark();
  while (cursor.take('line', 'newline', ',')) continue;
  if (cursor.take(word)) {
    while (cursor.take('line', 'newline')) continue;
    return true;
  }
  cursor.reset(mark);
  return false;
}

function readConjunction(cursor: Cursor, grammar: Grammar): Expr {
  const items: Expr[] = [];
  do {
    while (cursor.take(...separators, '&')) continue;
    if (isEnd(cursor)) break;
    items.push(grammar.relation());
  } while (!nextIsOr(cursor) && (cursor.take(...separators) || takeArrow(cursor, items)));
  if (items.length === 0) throw cursor.failure(`I expected a number, a letter or a bracket before ${cursor.nameOf()}.`);
  const [only] = items;
  return items.length === 1 && only ? only : conjunction(items);
}

/** 3x = 180 → x = 60: an arrow between statements leads from one to the next. */
function takeArrow(cursor: Cursor, items: readonly Expr[]): boolean {
  const last = items.at(-1);
  return last !== undefined && isStatement(last) && cursor.take('→');
}

/** "x = 2, or x = 3" */
function nextIsOr(cursor: Cursor): boolean {
  return cursor.is(',', 'line', 'newline') && cursor.ahead(1).type === 'op' && cursor.ahead(1).text === 'or';
}

function isEnd(cursor: Cursor): boolean {
  return cursor.token.type === 'end' || cursor.is(')', ']', '}', '\\}');
}

/**
 * Statements that hold together. Expressions in a row are a tuple, and "x = 1, 2" means x = 1 or x = 2.
 * A line that begins with its sign goes on from the end of the line before it.
 */
export function conjunction(items: readonly Expr[]): Expr {
  const resolved: Expr[] = [];
  for (const item of items) resolved.push(resolveContinuation(item, resolved.at(-1)));
  const [first] = resolved;
  if (resolved.length === 1 && first !== undefined) return first;
  if (resolved.every((item) => !isStatement(item))) return { kind: 'tuple', items: resolved };
  if (first?.kind === 'relation' && resolved.slice(1).every((item) => !isStatement(item))) {
    return { kind: 'or', items: resolved.map((item) => withHead(item, first)) };
  }
  return { kind: 'and', items: resolved };
}

/** "x = 2 or 3" means x = 2 or x = 3. */
function disjunction(cases: readonly Expr[]): Expr {
  const [first] = cases;
  if (cases.length === 1 && first !== undefined) return first;
  const items = cases.map((item) => (first?.kind === 'relation' && !isStatement(item) ? withHead(item, first) : item));
  return { kind: 'or', items: items.flatMap((item) => (item.kind === 'or' ? item.items : [item])) };
}

function withHead(item: Expr, head: ExprOf<'relation'>): Expr {
  const [left] = head.operands;
  const [operator] = head.operators;
  if (item.kind === 'relation' || left === undefined || operator === undefined) return item;
  return { kind: 'relation', operands: [left, item], operators: [operator], span: item.span };
}

/** True for what can hold or not: relations and what joins them. */
export function isStatement(expr: Expr): boolean {
  return expr.kind === 'relation' || expr.kind === 'and' || expr.kind === 'or' || expr.kind === 'not';
}

function resolveContinuation(item: Expr, before: Expr | undefined): Expr {
  if (item.kind !== 'relation' || item.isContinuation !== true || before === undefined) return item;
  const last = before.kind === 'relation' ? before.operands.at(-1) : before;
  if (last === undefined || item.operands[0]?.kind !== 'hole') return item;
  return { ...item, operands: [last, ...item.operands.slice(1)] };
}
